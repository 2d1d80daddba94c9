//! The page of a project: its facts in the predecessor's order, its texts, what its sources dispute, what it relates
//! to, and what it all rests on.

use crate::components::{
    BudgetFacts, CountryLinks, DocumentItem, EventItem, ExternalLink, Fact, Link, Marked, PartyList, Piece, Quoting,
    SmallTimeline, SourceList, SourceMarks, StatusTag, Untranslated, later, live, live_option, still, still_of,
};
use crate::domain::catalogue::listed::Listed;
use crate::domain::facet::Facet;
use crate::domain::party::Role;
use crate::domain::project::Project as Record;
use crate::domain::query::{Page, ProjectQuery};
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::stated::Dated;
use crate::domain::timeline::entry::{EntryId, Sort};
use crate::domain::timeline::{Group, Timeline as Entries, TimelineQuery, beside};
use crate::site::{Site, use_site};
use crate::words::{self, words};
use leptos::prelude::*;
use std::sync::Arc;
use time::Date;

/// One project.
#[component]
pub fn Project(
    /// The project.
    project: Record,
) -> impl IntoView {
    let project = Arc::new(project);
    let part = |make| still_of(&project, make);
    let data = use_site().dataset;
    let from = came_from();
    let wanted = searched_for(from);
    let text = |heading: &'static str, field: &'static str, text: &Option<String>| {
        let (words, lang) = (text.clone()?, project.foreign.of(field));
        Some(later(move || {
            view! { <section><h2>{heading}</h2><p lang=lang><Marked words wanted/></p></section> }.piece()
        }))
    };
    // The heading of other pages is a text that never changes.
    let heading = {
        let (words, lang) = (project.title.clone(), project.foreign.of("title"));
        later(move || view! { <h1 tabindex="-1" lang=lang><Marked words wanted/></h1> }.piece())
    };
    let note = (project.thin || project.note.is_some()).then(|| part(note));
    let differences = project.sources.iter().any(|it| !it.states.is_empty()).then(|| part(differences));
    let events = data.events_of(&project.id).next().is_some().then(|| part(events));
    let documents = data.documents_of(&project.id).next().is_some().then(|| part(documents));
    view! {
        <ListSteps id=project.id.clone() from/>
        {heading}
        <Untranslated foreign=project.foreign.clone()/>
        {facts_as_of(&project, from)}
        {part(countries)}
        {text(words().objective, "objective", &project.objective)}
        {text(words().target_groups, "target_groups", &project.target_groups)}
        {text(words().results, "results", &project.results)}
        {note}
        {differences}
        <Related project=Record::clone(&project)/>
        {events}
        {documents}
        <Around project=Record::clone(&project)/>
        {part(sources)}
    }
    .piece()
}

/// The facts, as of the day of the list that the visitor came from.
fn facts_as_of(project: &Arc<Record>, from: Memo<ProjectQuery>) -> AnyView {
    let (project, day) = (project.clone(), use_site().dataset.meta.as_of);
    let asked = Memo::new(move |_| from.with(|from| from.as_of).unwrap_or(day));
    live(move || {
        let (project, asked) = (project.clone(), asked.get());
        let make = move || facts(&project, asked);
        if asked == day { still(make) } else { make() }
    })
}

/// What a reader scans for, in the order of the predecessor. Written once into the program: it is made in two ways.
#[inline(never)]
fn facts(project: &Record, day: Date) -> AnyView {
    let data = use_site().dataset;
    let not_stated = || view! { <span class="unknown">{words().not_stated}</span> }.piece();
    let types = project.types.iter().filter_map(|id| data.types.get(id)).map(|it| {
        let to = Route::Projects(ProjectQuery::only(Facet::Type, &it.id));
        let name = it.name.clone();
        view! { <li><Link to>{name}</Link></li> }.piece()
    });
    let types = (!project.types.is_empty()).then(|| {
        let by =
            project.types_by.and_then(|by| words().types_by(by)).map(|by| view! { <p class="small">{by}</p> }.piece());
        view! { <ul class="inline-list">{types.collect::<Vec<_>>()}</ul> {by} }.piece()
    });
    let [donors, implementers, beneficiaries] = Role::ALL.map(|role| {
        let list = project.in_role(role);
        if list.is_empty() { not_stated().into_any() } else { view! { <PartyList parties=list.to_vec()/> }.piece() }
    });
    let types = types.unwrap_or_else(|| not_stated().into_any());
    let period = match &project.period {
        Some(dated) => {
            view! { <PeriodFacts lang=project.language_of(dated.source) dated=dated.clone() marked=true/> }.piece()
        }
        None => not_stated().into_any(),
    };
    let budget = match &project.budget {
        Some(budget) => {
            view! { <BudgetFacts budget=budget.clone() marked=true lang=project.language_of(budget.source)/> }.piece()
        }
        None => not_stated().into_any(),
    };
    let countries = if project.countries.is_empty() {
        not_stated().into_any()
    } else {
        view! { <CountryLinks ids=project.countries.clone()/> }.piece()
    };
    let standing = project.standing(day);
    let status = if standing.status().is_some() {
        let day = (standing.status() == standing.by_dates).then(|| words().status_as_of(day));
        let mark = project.status.as_ref().map(|it| view! { <SourceMarks numbers=vec![it.source]/> }.piece());
        let stated = project.status.as_ref();
        let (as_written, lang) =
            (stated.and_then(|it| it.as_written.clone()), stated.and_then(|it| project.language_of(it.source)));
        view! { <StatusTag standing as_written lang/> " " <span class="small">{day}</span> {mark} }.piece()
    } else {
        not_stated().into_any()
    };
    let kind = words().kind(project.kind).map(|kind| view! { <Fact label=words().entry>{kind}</Fact> }.piece());
    let others = (!project.other_titles.is_empty()).then(|| {
        let titles = project
            .other_titles
            .iter()
            .map(|title| view! { <li lang=data.tongue.of_plain()>{title.clone()}</li> }.piece())
            .collect::<Vec<_>>();
        view! { <Fact label=words().other_titles><ul class="plain-list">{titles}</ul></Fact> }.piece()
    });
    view! {
        <dl class="facts facts-wide">
            <Fact label=words().country>{countries}</Fact>
            <Fact label=words().project_type>{types}</Fact>
            <Fact label=words().period>{period}</Fact>
            <Fact label=words().role(Role::Donor)>{donors}</Fact>
            <Fact label=words().budget>{budget}</Fact>
            <Fact label=words().role(Role::Beneficiary)>{beneficiaries}</Fact>
            <Fact label=words().role(Role::Implementer)>{implementers}</Fact>
            <Fact label=words().status>{status}</Fact>
            {kind}
            {others}
        </dl>
    }
    .piece()
}

/// The way to every country.
fn countries(_: &Record) -> AnyView {
    let all: Vec<Slug> = use_site().dataset.countries.iter().map(|it| it.id.clone()).collect();
    view! { <nav class="country-line" aria-labelledby="all-countries"><p id="all-countries">{words().partner_countries} ":"</p> <CountryLinks ids=all/></nav> }.piece()
}

fn events(project: &Record) -> AnyView {
    let data = use_site().dataset;
    let item = |event| view! { <EventItem event on_page_of=project.id.clone()/> }.piece();
    let items = data.events_of(&project.id).map(item).collect::<Vec<_>>();
    view! { <section><h2>{words().events}</h2><ul class="entries">{items}</ul></section> }.piece()
}

fn documents(project: &Record) -> AnyView {
    let data = use_site().dataset;
    let item = |document| view! { <DocumentItem document/> }.piece();
    let items = data.documents_of(&project.id).map(item).collect::<Vec<_>>();
    view! { <section><h2>{words().documents}</h2><ul class="entries">{items}</ul></section> }.piece()
}

fn note(project: &Record) -> AnyView {
    view! {
        <section>
            <h2>{words().note}</h2>
            {project.note.clone().map(|note| view! { <p lang=project.foreign.of("note")>{note}</p> }.piece())}
            {project.thin.then(|| view! { <p>{words().thin}</p> }.piece())}
        </section>
    }
    .piece()
}

fn sources(project: &Record) -> AnyView {
    view! {
        <section aria-labelledby="sources">
            <h2 id="sources">{words().sources}</h2>
            <SourceList sources=project.sources.clone()/>
            <Correction project=project.clone()/>
        </section>
    }
    .piece()
}

/// What ran at the same time, drawn.
#[component]
fn Around(project: Record) -> impl IntoView {
    let list = beside(&project);
    let page = Route::Project(project.id.clone(), ProjectQuery::default());
    let about = Some((words().around_project(&project.title), page));
    let entry = EntryId { sort: Sort::Project, id: project.id.clone() };
    let begin = TimelineQuery::default().grouped(Group::Nothing).looking_at(Some(entry));
    let to = Route::Timeline(TimelineQuery::default().with_list(list.clone()));
    let entries =
        Callback::new(move |site: Site| site.ask(|catalogue| Entries::of_project(&project, &site.dataset, catalogue)));
    let names = use_site().names();
    let name = words::timeline::around(&list, &names);
    view! {
        <section aria-labelledby="time">
            <h2 id="time">{words().timeline.in_time}</h2>
            <SmallTimeline entries begin about to name/>
        </section>
    }
    .piece()
}

/// The list from which the visitor came. In the page as published there is none.
fn came_from() -> Memo<ProjectQuery> {
    let route = use_site().route;
    Memo::new(move |before: Option<&ProjectQuery>| match route.get() {
        Route::Project(_, from) => from,
        // The address has moved on and this page is about to go: keep what it shows.
        _ => before.cloned().unwrap_or_default(),
    })
}

/// The folded words that this list was searched for: they are marked here as they were there.
fn searched_for(from: Memo<ProjectQuery>) -> Signal<Vec<String>> {
    let site = use_site();
    Signal::derive(move || {
        from.with(|from| match from.text.as_str() {
            "" => Vec::new(),
            // Of the projects ticked, no words are asked.
            _ if from.only_picks => Vec::new(),
            text => site.ask(|catalogue| catalogue.fold(text)),
        })
    })
}

/// The way back to the list from which the visitor came, and to the projects beside this one in it.
#[component]
fn ListSteps(id: Slug, from: Memo<ProjectQuery>) -> impl IntoView {
    let site = use_site();
    let (alive, searchable) = (site.alive, site.searchable);
    let neighbours = Memo::new(move |_| {
        searchable.track();
        // In the page as published there is no list that the visitor came from.
        let from = from.get();
        alive.get().then(|| site.ask(|catalogue| catalogue.neighbours(&from, &id))).flatten()
    });
    // To the page of the list that holds this project: whoever went on to the next may have left the one they came from.
    let back = Signal::derive(move || {
        let from = from.get();
        let number = neighbours.with(|it| it.as_ref().map(|it| it.place.saturating_sub(1) / Page::SIZE + 1));
        Route::Projects(match (from.page, number) {
            (Page::Number(_), Some(number)) => from.at(Page::Number(number)),
            _ => from,
        })
    });
    let steps = live_option(move || {
        let from = from.get();
        let neighbours = neighbours.get()?;
        let step = |project: Option<Listed>, name: &'static str, class: &'static str| {
            project.map(|project| {
                let to = Route::Project(project.id, from.clone());
                let title = project.title;
                view! { <p class=class><Link to>{name} <span class="visually-hidden">": " {title}</span></Link></p> }
                    .piece()
            })
        };
        let before = step(neighbours.before, words().list.previous_project, "step-previous");
        let after = step(neighbours.after, words().list.next_project, "step-next");
        let place = words().place_in_list(neighbours.place, neighbours.of);
        Some(view! { {before} {after} <p class="step-place">{place}</p> }.piece())
    });
    view! {
        <nav class="list-steps" aria-label=words().list.in_the_list>
            <p class="back"><Link to=back>"‹ " {words().back_to_list}</Link></p>
            {steps}
        </nav>
    }
    .piece()
}

/// A period as read and as written, or as written alone.
#[component]
fn PeriodFacts(
    dated: Dated,
    /// The language of its source, where that is known.
    lang: Option<String>,
    /// Print the footnote mark of its source.
    #[prop(optional)]
    marked: bool,
) -> impl IntoView {
    let sentence = words::dated(Some(&dated));
    let mark = marked.then(|| view! { <SourceMarks numbers=vec![dated.source]/> }.piece());
    let written = dated.as_written.unwrap_or_default();
    if dated.period.is_none() {
        return view! { <p><Quoting sentence words=written lang/> {mark}</p> }.piece();
    }
    let as_written = (!written.is_empty()).then(|| {
        let sentence = words().as_written(&written);
        view! { <p class="as-written"><Quoting sentence words=written lang/></p> }.piece()
    });
    view! { <p>{sentence} {mark}</p> {as_written} }.piece()
}

/// What single sources state otherwise.
fn differences(project: &Record) -> AnyView {
    let stating = project.sources.iter().enumerate().filter(|(_, source)| !source.states.is_empty());
    let rows = stating.map(|(index, source)| {
        let (states, lang) = (source.states.clone(), source.language.clone());
        let title = states.title.map(|title| view! { <Fact label=words().title>{title}</Fact> }.piece());
        let period = states.period.map(|dated| {
            let lang = lang.clone();
            view! { <Fact label=words().period><PeriodFacts dated lang/></Fact> }.piece()
        });
        let donors = (!states.donors.is_empty())
            .then(|| view! { <Fact label=words().donors><PartyList parties=states.donors/></Fact> }.piece());
        let budget = states.budget.map(|budget| {
            let lang = lang.clone();
            view! { <Fact label=words().budget><BudgetFacts budget lang/></Fact> }.piece()
        });
        let status = states.status.map(|it| {
            let sentence = words::status_stated(it.status, it.as_written.as_deref());
            let quoted = it.as_written.unwrap_or_default();
            view! { <Fact label=words().status><Quoting sentence words=quoted lang/></Fact> }.piece()
        });
        view! {
            <li>
                <p><strong>{source.publisher.clone()}</strong> <SourceMarks numbers=vec![index + 1]/></p>
                <dl class="facts">{title} {period} {donors} {budget} {status}</dl>
            </li>
        }
        .piece()
    });
    view! {
        <section class="differences">
            <h2>{words().differences}</h2>
            <p>{words().differences_lead}</p>
            <ul class="plain-list">{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
    .piece()
}

#[component]
fn Related(project: Record) -> impl IntoView {
    let site = use_site();
    let data = site.dataset.clone();
    let one = |label: &'static str, record: &Record| {
        let to = Route::Project(record.id.clone(), ProjectQuery::default());
        let period = record.period.as_ref().map(|it| format!(" ({})", words::dated(Some(it))));
        let title = record.title.clone();
        view! { <li><span class="relation">{label}</span> " " <Link to>{title}</Link> {period}</li> }.piece()
    };
    let find = |id: &Slug| data.projects.get(id);
    let mut rows = Vec::new();
    rows.extend(project.part_of.iter().filter_map(find).map(|it| one(words().part_of, it)));
    rows.extend(data.components_of(&project.id).map(|it| one(words().component, it)));
    rows.extend(project.follows.iter().filter_map(find).map(|it| one(words().follows, it)));
    rows.extend(data.successors_of(&project.id).map(|it| one(words().followed_by, it)));
    (!rows.is_empty())
        .then(|| view! { <section><h2>{words().related}</h2><ul class="plain-list">{rows}</ul></section> }.piece())
}

/// The way to send a correction, when the publisher has named one.
#[component]
fn Correction(project: Record) -> impl IntoView {
    let site = use_site();
    let meta = &site.dataset.meta;
    meta.contact.clone().map(|contact| {
        let subject = words().correct_subject(&project.title, &project.id, &meta.data_version);
        let href = if contact.starts_with("mailto:") {
            format!(
                "{contact}{}",
                crate::domain::query_string::print([("subject", subject.as_str())]).replace('+', "%20")
            )
        } else {
            contact
        };
        view! { <p><ExternalLink href text=words().correct.to_owned()/></p> }.piece()
    })
}
