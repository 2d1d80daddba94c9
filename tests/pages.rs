//! Every page of the bundled data set, rendered natively: its heading, its title, its ids, and where its links lead.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod rendering;

use atlas::app::title;
use atlas::domain::facet::Facet;
use atlas::domain::query::{Page, ProjectQuery};
use atlas::domain::read::FILES;
use atlas::domain::route::Route;
use atlas::domain::slug::Slug;
use atlas::domain::timeline::MOST_EVENTS;
use atlas::pages::written_parts;
use atlas::words::{LANGUAGES, Language, speak, words};
use rendering::{Whole, bundled};
use scraper::Html;
use std::collections::BTreeSet;

/// The values of an attribute in some HTML.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_page_has_one_heading_a_title_of_its_own_and_links_that_lead_somewhere() {
    for language in &LANGUAGES {
        speak(language);
        every_page_is_whole(&bundled());
    }
}

fn every_page_is_whole(whole: &Whole) {
    let (dataset, slices) = (&whole.dataset, whole.slices());
    let mut titles = BTreeSet::new();
    let mut pages = Route::all(dataset);
    pages.push(Route::NotFound);
    for base in ["", "/portal"] {
        titles.clear();
        for route in &pages {
            let html = whole.render(&slices, route, base);
            let name = route.path();
            assert_eq!(html.matches("<h1").count(), 1, "{name}");
            let ids = values(&html, "id");
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(known.len(), ids.len(), "{name} has an id twice");
            assert!(!html.contains(" style=\""), "{name} has an inline style");
            for href in values(&html, "href") {
                if let Some(id) = href.strip_prefix('#') {
                    assert!(known.contains(id), "{name} links to #{id}");
                    continue;
                }
                if href.starts_with("http://") || href.starts_with("https://") {
                    continue;
                }
                let (path, _) = href.split_once(['#', '?']).unwrap_or((href, ""));
                if let Some(file) = path.strip_prefix(&format!("{base}/data/")) {
                    assert!(FILES.contains(&file), "{name} links to {href}");
                    continue;
                }
                assert!(path.ends_with('/'), "{name} links to {href} without its slash");
                let below = |language: &Language| path.starts_with(&format!("{base}{}/", language.prefix()));
                let language = LANGUAGES.iter().rev().find(|language| below(language)).unwrap();
                let base = language.below(base);
                let target = Route::parse(&base, path, "").in_dataset(dataset);
                assert_ne!(target, Route::NotFound, "{name} links to {href}");
            }
            for id in values(&html, "aria-labelledby") {
                assert!(known.contains(id), "{name} is labelled by {id}");
            }
            let title = title(route, &whole.slice(&slices, route, ""), &mut whole.catalogue.lock().unwrap());
            assert!(title.len() > 10 && title.contains(&dataset.meta.title), "{name}: {title}");
            titles.insert(title);
        }
        assert!(titles.len() > pages.len() * 97 / 100, "too many pages share a title: {}", titles.len());
    }
}

/// The ids of the projects that a page links to.
fn linked(html: &str) -> BTreeSet<&str> {
    let links = values(html, "href").into_iter().filter_map(|href| href.strip_prefix("/projects/"));
    links
        .filter_map(|rest| rest.split_once('/'))
        .filter(|(id, _)| !id.is_empty() && *id != "page")
        .map(|it| it.0)
        .collect()
}

#[test]
fn every_project_is_reached_without_script_by_the_pages_of_the_list() {
    let whole = bundled();
    let slices = whole.slices();
    let mut found = BTreeSet::new();
    let mut route = Route::Projects(ProjectQuery::default());
    loop {
        let html = whole.render(&slices, &route, "");
        let here: BTreeSet<String> = linked(&html).into_iter().map(str::to_owned).collect();
        assert!(!here.is_empty() && here.is_disjoint(&found), "{}", route.path());
        found.extend(here);
        let Some(next) = html.split("class=\"next\"").nth(1).and_then(|rest| values(rest, "href").first().copied())
        else {
            break;
        };
        route = Route::parse("", next, "");
    }
    let all: BTreeSet<String> = whole.dataset.projects.keys().map(ToString::to_string).collect();
    assert_eq!(found, all);
}

#[test]
fn a_page_lists_what_is_its_own_and_says_how_much_there_is() {
    let whole = bundled();
    let (dataset, slices) = (&whole.dataset, whole.slices());
    for country in &dataset.countries {
        let page = whole.render(&slices, &Route::Partner(country.id.clone()), "");
        let own = dataset.projects.values().filter(|project| project.countries.contains(&country.id));
        let own: BTreeSet<&str> = own.map(|project| project.id.as_str()).collect();
        let cards = page.split("<li class=\"card\">").skip(1).collect::<Vec<_>>().join("");
        let cards: BTreeSet<&str> = linked(cards.split("</section>").next().unwrap());
        assert!(cards.is_subset(&own) && cards.len() == own.len().min(25), "{}", country.id);
        assert!(page.contains(&words().all_projects_in(country, own.len())), "{}", country.id);
    }
    for organisation in dataset.organisations.keys() {
        let page = whole.render(&slices, &Route::Organisation(organisation.clone()), "");
        let is_it = |id: &atlas::domain::slug::Slug| dataset.wholes(id).any(|it| it == organisation);
        let named = dataset
            .projects
            .values()
            .filter(|project| project.parties().any(|(_, party)| party.organisation.as_ref().is_some_and(is_it)));
        let count = named.count();
        let line = format!("named on {}.", words().projects_count(count));
        assert!(count == 0 || page.contains(&line), "{organisation}: {line}");
    }
}

#[test]
fn the_words_of_the_list_are_marked_on_the_page_that_one_opens_from_it() {
    let whole = bundled();
    let slices = whole.slices();
    let marked = |html: &str| -> Vec<String> {
        html.split("<mark>").skip(1).filter_map(|rest| rest.split("</mark>").next()).map(str::to_lowercase).collect()
    };
    let (mut titles, mut texts) = (0, 0);
    for project in whole.dataset.projects.values().take(60) {
        let from = ProjectQuery::parse("q=JUSTICE+law");
        // Without the marks that the framework leaves.
        let html = whole.render_alive(&slices, &project.id, &from).replace("<!>", "");
        let heading = html.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap();
        let begins = |text: &str| {
            let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            words.filter(|word| word.starts_with("justice") || word.starts_with("law")).collect::<Vec<_>>()
        };
        assert_eq!(marked(heading).is_empty(), begins(&project.title).is_empty(), "{}", project.id);
        titles += marked(heading).len();
        for (name, text) in [("Objective", &project.objective), ("Results", &project.results)] {
            let Some(text) = text else { continue };
            let section = html.split(&format!("<h2>{name}</h2>")).nth(1).unwrap().split("</section>").next().unwrap();
            assert_eq!(marked(section).is_empty(), begins(text).is_empty(), "{}: {name}", project.id);
            texts += marked(section).len();
        }
        // Without words, and of the projects ticked, nothing is asked for.
        for asked in ["country=kazakhstan", "q=law&pick=a&picked=yes"] {
            let html = whole.render_alive(&slices, &project.id, &ProjectQuery::parse(asked));
            assert_eq!(marked(&html), [""; 0], "{asked}");
        }
        // As published there is no list: until it is alive, the page in the browser must be the same.
        let published =
            |from: &ProjectQuery| whole.render(&slices, &Route::Project(project.id.clone(), from.clone()), "");
        assert_eq!(published(&from), published(&ProjectQuery::default()), "{}", project.id);
    }
    assert!(titles > 10 && texts > 10, "{titles} {texts}");
}

#[test]
fn a_card_says_who_carries_the_project_out() {
    for (language, phrase) in LANGUAGES.iter().zip(["carried out by ", "исполнител"]) {
        speak(language);
        let whole = bundled();
        let (dataset, slices) = (&whole.dataset, whole.slices());
        let (mut named, mut silent) = (0, 0);
        for number in 1..4 {
            let list = ProjectQuery::default().at(Page::Number(number));
            let html = whole.render(&slices, &Route::Projects(list), "");
            for card in html.split("<li class=\"card\">").skip(1) {
                let id = card.split("/projects/").nth(1).unwrap().split('/').next().unwrap();
                let project = dataset.projects.values().find(|it| it.id.as_str() == id).unwrap();
                let facts = card.split("class=\"card-facts\"").nth(1).unwrap().split("</p>").next().unwrap();
                let unstated = facts.contains(&language.words.unstated(Facet::Implementer));
                assert_eq!(unstated, project.implementers.is_empty(), "{id}: {facts}");
                let said = language.words.unstated(Facet::Donor);
                assert_eq!(facts.contains(&said), project.donors.is_empty(), "{id}: {facts}");
                if unstated {
                    silent += 1;
                    continue;
                }
                let (_, bodies) = facts.split_once(phrase).unwrap();
                for body in project.implementers.iter().filter_map(|it| it.organisation.as_ref()) {
                    let name = dataset.organisations[dataset.top(body)].name.replace('&', "&amp;");
                    assert!(bodies.contains(&name), "{id}: {facts} lacks {name}");
                }
                named += 1;
            }
        }
        assert!(named > 30 && silent > 2, "{named} {silent}");
    }
    let say = |language: &'static Language, bodies: &[&str]| {
        language.words.carried_out_by(&bodies.iter().map(ToString::to_string).collect::<Vec<_>>())
    };
    let [english, russian] = &LANGUAGES;
    assert_eq!(say(english, &["European Union", "UNDP"]), "carried out by the European Union and UNDP");
    assert_eq!(say(russian, &["Совет Европы"]), "исполнитель: Совет Европы");
    assert_eq!(say(russian, &["ПРООН", "ЮНИСЕФ"]), "исполнители: ПРООН и ЮНИСЕФ");
}

/// The ids of the events that a page links to.
fn linked_events(html: &str) -> BTreeSet<&str> {
    let links = values(html, "href").into_iter().filter_map(|href| href.strip_prefix("/events/"));
    links.filter_map(|rest| rest.strip_suffix('/')).collect()
}

#[test]
fn an_event_shows_what_is_its_own() {
    let whole = bundled();
    let (dataset, slices) = (&whole.dataset, whole.slices());
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut conflicts = 0;
    for event in dataset.events.values() {
        let (id, route) = (event.id.as_str(), Route::Event(event.id.clone()));
        let page = whole.render(&slices, &route, "");
        let told = atlas::words::found::description(&route, &whole.from(&slices, &route), 0);
        assert!(told.contains(event.description.as_ref().unwrap_or(&event.title)), "{id}: {told}");
        assert!(page.contains(&format!("<h1 tabindex=\"-1\">{}<", escaped(&event.title))), "{id}");
        let of_documents = dataset.documents_from(&event.id).flat_map(|it| &it.projects);
        let projects = event.projects.iter().chain(of_documents).map(|id| id.as_str());
        assert_eq!(linked(&page), projects.collect::<BTreeSet<_>>(), "{id}");
        let texts = [&event.city, &event.description, &event.date_note, &event.date_conflict];
        for text in texts.into_iter().flatten() {
            assert!(page.contains(&escaped(text)), "{id}: {text}");
        }
        for (organisation, party) in event.organisers.iter().map(|it| (it.organisation.as_ref(), it)) {
            assert!(page.contains(&escaped(&party.as_written)), "{id}: {}", party.as_written);
            let link = |it| format!("href=\"/organisations/{it}/\"");
            assert!(organisation.is_none_or(|it| page.contains(&link(it))), "{id}: {}", party.as_written);
        }
        for document in dataset.documents_from(&event.id) {
            assert!(page.contains(&format!("id=\"document-{}\"", document.id)), "{id}: {}", document.id);
        }
        for source in &event.sources {
            assert!(page.contains(&format!("seen on {}", words().day(source.seen))), "{id}");
        }
        conflicts += page.matches(words().published().dates_differ).count();
    }
    assert_eq!(conflicts, dataset.events.values().filter(|event| event.date_conflict.is_some()).count());
}

#[test]
fn an_event_is_linked_from_wherever_it_is_listed() {
    let whole = bundled();
    let (dataset, slices) = (&whole.dataset, whole.slices());
    let all: BTreeSet<&str> = dataset.events.keys().map(|id| id.as_str()).collect();
    let timeline = Route::all(dataset).into_iter().filter(|route| matches!(route, Route::Timeline(_)));
    let timeline: String = timeline.map(|route| whole.render(&slices, &route, "")).collect();
    assert_eq!(linked_events(&timeline), all);
    let documents = whole.render(&slices, &Route::Documents, "");
    let named = dataset.documents.iter().flat_map(|it| &it.events).map(|id| id.as_str());
    assert_eq!(linked_events(&documents), named.collect::<BTreeSet<_>>());
    for project in dataset.projects.values() {
        let page = whole.render(&slices, &Route::Project(project.id.clone(), ProjectQuery::default()), "");
        let of_documents = dataset.documents_of(&project.id).flat_map(|it| &it.events);
        let own = dataset.events_of(&project.id).map(|it| &it.id).chain(of_documents).map(|id| id.as_str());
        assert_eq!(linked_events(&page), own.collect::<BTreeSet<_>>(), "{}", project.id);
    }
}

/// With ten thousand projects the page of a country had 592 events and 870 kilobytes.
#[test]
fn the_page_of_a_country_does_not_grow_with_its_events() {
    let mut texts: Vec<(&'static str, Vec<u8>)> =
        FILES.iter().map(|name| (*name, std::fs::read(format!("public/data/{name}")).unwrap())).collect();
    let events = &mut texts.iter_mut().find(|(name, _)| *name == "events.json").unwrap().1;
    let mut list: Vec<serde_json::Value> = serde_json::from_slice(events).unwrap();
    let one = list.iter().find(|it| it["countries"] == serde_json::json!(["kazakhstan"])).unwrap().clone();
    for at in 0..150 {
        let mut more = one.clone();
        more["id"] = format!("one-more-{at}").into();
        list.push(more);
    }
    *events = serde_json::to_vec(&list).unwrap();
    let whole = Whole::of_texts(texts);
    let country = Slug::new("kazakhstan").unwrap();
    let all = whole.dataset.events_in(&country).count();
    let html = whole.render(&whole.slices(), &Route::Partner(country), "");
    assert_eq!(html.matches("entry entry-event").count(), MOST_EVENTS);
    assert!(html.contains(&words().latest_events(MOST_EVENTS, all)), "and says where all are");
}

#[test]
fn an_event_that_is_not_there_is_not_found() {
    let whole = bundled();
    let missing = Route::parse("", "/events/no-such-event/", "");
    assert_ne!(missing, Route::NotFound);
    assert!(whole.render(&whole.slices(), &missing, "").contains(words().published().not_found_text));
    assert_eq!(missing.in_dataset(&whole.dataset), Route::NotFound);
}

#[test]
fn every_event_with_a_date_is_reached_from_the_first_in_order_of_time() {
    let whole = bundled();
    let (dataset, slices) = (&whole.dataset, whole.slices());
    let step = |id: &str, class: &str| {
        let html = whole.render(&slices, &Route::parse("", &format!("/events/{id}/"), ""), "");
        let rest = html.split(&format!("class=\"{class}\"")).nth(1)?;
        Some(values(rest, "href").first()?.strip_prefix("/events/")?.strip_suffix('/')?.to_owned())
    };
    let day = |id: &str| {
        let date = dataset.events.values().find(|it| it.id.as_str() == id).unwrap().date?;
        date.start.or(date.end_date()).map(|date| date.earliest())
    };
    let ids = || dataset.events.keys().map(|id| id.as_str());
    let mut here =
        ids().filter(|id| day(id).is_some()).find(|id| step(id, "step-previous").is_none()).map(str::to_owned);
    let mut seen = BTreeSet::new();
    while let Some(id) = here {
        let next = step(&id, "step-next");
        if let Some(next) = &next {
            assert!(day(&id) <= day(next), "{id} stands before {next}");
            assert_eq!(step(next, "step-previous").as_deref(), Some(id.as_str()));
        }
        assert!(seen.insert(id));
        here = next;
    }
    for id in ids() {
        assert_eq!(seen.contains(id), day(id).is_some(), "{id}");
        let steps = step(id, "step-previous").or_else(|| step(id, "step-next"));
        assert_eq!(steps.is_some(), day(id).is_some(), "{id} without a date is before or after none");
    }
}

#[test]
fn the_page_of_an_event_is_written_from_little_but_the_event() {
    let whole = bundled();
    let slices = whole.slices();
    for event in whole.dataset.events.values() {
        let slice = whole.from(&slices, &Route::Event(event.id.clone()));
        let of_documents = slice.documents.iter().flat_map(|it| &it.events);
        let events: BTreeSet<_> = of_documents.chain([&event.id]).collect();
        assert_eq!(slice.events.keys().collect::<BTreeSet<_>>(), events);
        assert!(slice.documents.iter().all(|it| it.events.contains(&event.id)), "{}", event.id);
        assert!(slice.projects.is_empty() && slice.types.is_empty() && slice.envelopes.is_empty(), "{}", event.id);
        let named = event.organisers.iter().filter_map(|it| it.organisation.as_ref());
        let named: BTreeSet<_> = named.flat_map(|id| whole.dataset.wholes(id)).collect();
        assert_eq!(slice.organisations.keys().collect::<BTreeSet<_>>(), named, "{}", event.id);
    }
}

#[test]
fn every_page_comes_with_its_parts_each_of_one_element_or_more() {
    for language in &LANGUAGES {
        speak(language);
        let whole = bundled();
        let slices = whole.slices();
        let mut seen = 0;
        for route in
            Route::all(&whole.dataset).into_iter().chain([Route::NotFound]).filter(|route| route.page() == *route)
        {
            let slice = whole.slice(&slices, &route, "/portal");
            let names = slice.derived.parts.keys().map(String::as_str).collect::<BTreeSet<_>>();
            assert_eq!(names, written_parts(&route).iter().copied().collect(), "{}", route.path());
            let page = whole.render(&slices, &route, "/portal");
            for markup in slice.derived.parts.values().flatten() {
                // A program puts the first element of it in its place, and nothing beside it.
                let read = Html::parse_fragment(markup);
                let roots: Vec<_> = read.root_element().children().collect();
                assert!(roots.len() == 1 && roots[0].value().is_element(), "{}: {markup}", route.path());
                assert!(page.contains(markup.as_str()), "{}: {markup}", route.path());
                seen += 1;
            }
        }
        assert!(seen > 3000, "{seen}");
    }
}

#[test]
fn a_number_on_the_first_page_is_the_length_of_the_list_that_it_opens() {
    let whole = bundled();
    let home = whole.render(&whole.slices(), &Route::Home, "");
    let mut checked = 0;
    for part in home.split("<a href=\"/projects/?").skip(1) {
        let query = part.split('"').next().unwrap_or_default().replace("&amp;", "&");
        let rest = part.split_once('>').unwrap().1;
        let last_number = |html: &str| {
            let text = strip_tags(html);
            text.split_whitespace().filter_map(|word| word.replace(',', "").parse::<usize>().ok()).next_back()
        };
        // Beside the link in its item of a list, else in the link itself.
        let (link, item) = (rest.split("</a>").next().unwrap(), rest.split("</li>").next().unwrap());
        let beside = item.contains("class=\"count\"").then(|| last_number(&item.replace(['(', ')'], " "))).flatten();
        let Some(number) = beside.or_else(|| last_number(link)).or_else(|| last_number(item)) else {
            continue;
        };
        let found = whole.catalogue.lock().unwrap().total(&ProjectQuery::parse(&query));
        assert_eq!(number, found, "{query}");
        checked += 1;
    }
    assert!(checked >= 400, "{checked}");
}

fn strip_tags(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "<script>alert(1)</script> \" onload=\"x ' & </title> {{7*7}}";
    let texts = FILES.into_iter().map(|name| {
        let bytes = std::fs::read(format!("public/data/{name}")).unwrap();
        if name != "projects.json" {
            return (name, bytes);
        }
        let mut projects: Vec<serde_json::Value> = serde_json::from_slice(&bytes).unwrap();
        for project in &mut projects {
            project["title"] = hostile.into();
            project["objective"] = hostile.into();
        }
        (name, serde_json::to_vec(&projects).unwrap())
    });
    let whole = Whole::of_texts(texts.collect());
    let slices = whole.slices();
    for route in Route::all(&whole.dataset).into_iter().take(60) {
        let html = whole.render(&slices, &route, "");
        assert!(!html.contains("<script"), "{}", route.path());
        let tags = html.split('<').skip(1).filter_map(|part| part.split('>').next());
        for tag in tags {
            assert!(!tag.contains("onload"), "{}: <{tag}>", route.path());
        }
    }
}

#[test]
fn a_funder_is_shown_at_the_foot_of_every_page_when_the_data_names_one() {
    let plain = bundled();
    assert!(!plain.render(&plain.slices(), &Route::About, "").contains("visibility"));
    let text = |name: &str| std::fs::read_to_string(format!("public/data/{name}")).unwrap();
    let texts = FILES.into_iter().map(|name| {
        let visibility =
            r#""visibility": {"emblem": "eu.svg", "statement": "Funded by X", "disclaimer": "Views are ours."},"#;
        let text = if name == FILES[0] { text(name).replacen('{', &format!("{{{visibility}"), 1) } else { text(name) };
        (name, text.into_bytes())
    });
    let whole = Whole::of_texts(texts.collect());
    let slices = whole.slices();
    for route in [Route::Home, Route::About, Route::NotFound] {
        let html = whole.render(&slices, &route, "/portal");
        let foot = html.split("<footer").nth(1).unwrap();
        for part in ["src=\"/portal/data/eu.svg\"", "Funded by X", "Views are ours."] {
            assert!(foot.contains(part), "{}: {part}", route.path());
        }
    }
}
