//! Texts that were written to become something else than text, through the reader and onto every page.

// A test that meets what it did not expect must stop, and says how much it has looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "csv/mod.rs"]
mod read_back;
mod rendering;
#[path = "hostile/strings.rs"]
mod strings;
// Compiled here by itself, as in `save.rs`.
#[path = "../src/components/save_menu/tables.rs"]
mod tables;

// What `tables.rs` calls `crate::…`.
use atlas::{domain, figures, words};

use domain::catalogue::Catalogue;
use domain::party::Role;
use domain::problem::Fault;
use domain::project::Project;
use domain::query::ProjectQuery;
use domain::read::{File, Reading, read, read_slice};
use domain::route::Route;
use domain::slug::Slug;
use read_back::records;
use rendering::Whole;
use scraper::{Html, Node};
use serde_json::Value;
use sheet::csv::runs_as_formula;
use sheet::kind::Kind;
use std::collections::BTreeSet;
use strings::{addresses, ids, strings, taken, world, world_in};
use tables::Asked;
use words::{LANGUAGES, Language, speak};

/// What a page is made of: the names of its elements with those of their attributes, in order.
type Skeleton = Vec<(String, Vec<String>)>;

/// A text as a browser reads it from a page: with its own ends of lines.
fn as_read(text: &str) -> String {
    taken(text).replace("\r\n", "\n").replace('\r', "\n")
}

/// The skeleton of a page and its whole text, with every attribute looked at.
fn look(html: &str, name: &str) -> (Skeleton, String) {
    if let Some(bad) = html.chars().find(|c| c.is_control() && !"\t\n\r".contains(*c)) {
        panic!("{name} holds {bad:?}");
    }
    let page = Html::parse_fragment(html);
    let (mut skeleton, mut text) = (Vec::new(), String::new());
    for node in page.tree.nodes() {
        match node.value() {
            Node::Element(element) => {
                let tag = element.name().to_owned();
                assert!(
                    !["script", "style", "iframe", "object", "embed", "base", "meta", "link", "template", "math"]
                        .contains(&tag.as_str()),
                    "{name} has <{tag}>"
                );
                for (key, value) in element.attrs() {
                    assert!(!key.starts_with("on"), "{name}: <{tag} {key}={value:?}>");
                    assert_ne!(key, "style", "{name}: <{tag}> has a style");
                    assert_ne!(key, "srcdoc", "{name}: <{tag}> has a page");
                    if ["href", "src", "action", "formaction", "data", "poster", "srcset", "ping", "cite"]
                        .contains(&key)
                    {
                        assert!(leads_well(value), "{name}: <{tag} {key}={value:?}>");
                    }
                }
                skeleton.push((tag, element.attrs().map(|(key, _)| key.to_owned()).collect()));
            }
            Node::Text(part) => text.push_str(part),
            Node::Comment(comment) => {
                // The framework's own marks, or nothing.
                assert!(comment.len() < 40 && !comment.contains("script"), "{name}: <!--{}-->", &**comment);
            }
            _ => {}
        }
    }
    (skeleton, text)
}

/// An address is one of the web, of a mailbox or a path of this host, read as browsers read it: without tabs, ends of
/// lines and what stands before it that nobody sees.
fn leads_well(address: &str) -> bool {
    let address: String = address.trim_start_matches(|c| c <= ' ').chars().filter(|c| !"\t\r\n".contains(*c)).collect();
    let lower = address.to_ascii_lowercase();
    let web = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
    let path = address.starts_with(['/', '#', '?']) && !address.starts_with("//") && !address.starts_with("/\\");
    web || path || address.is_empty()
}

fn reading(texts: &[(&str, Vec<u8>)]) -> Reading {
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    read(&files, "en")
}

/// The data set of a text with one field of one file changed.
fn changed(file: &str, change: impl Fn(&mut Value)) -> Vec<(&'static str, Vec<u8>)> {
    let mut texts = world("A text");
    for (name, bytes) in &mut texts {
        if *name == file {
            let mut value: Value = serde_json::from_slice(bytes).unwrap();
            change(&mut value);
            *bytes = value.to_string().into_bytes();
        }
    }
    texts
}

#[test]
fn there_are_many_and_each_is_another() {
    let all = strings();
    let distinct: BTreeSet<&String> = all.iter().collect();
    assert_eq!(distinct.len(), all.len(), "a text twice");
    assert!(all.len() >= 200 && all.iter().all(|text| !text.trim().is_empty()));
}

/// How a data set says its texts.
#[derive(Clone, Copy, Debug)]
enum Said {
    /// In the language of the data.
    Plainly,
    /// In the language of the page, and something else in the other.
    InTongues,
    /// In languages that no page is in.
    Foreign,
}

impl Said {
    fn whole(self, text: &str) -> Whole {
        let tag = words::spoken().tag;
        let other = LANGUAGES.iter().map(|it| it.tag).find(|it| *it != tag).unwrap();
        Whole::of_texts(match self {
            Self::Plainly => world(text),
            Self::InTongues => world_in(tag, text, (other, "Other words")),
            Self::Foreign => world_in("kk", text, ("tg", "Other words")),
        })
    }
}

#[test]
fn whatever_a_record_says_stays_text_on_every_page() {
    let (pages, places) = std::thread::scope(|scope| {
        let each: Vec<_> = LANGUAGES.iter().map(|language| scope.spawn(|| pages_in(language))).collect();
        each.into_iter().map(|it| it.join().unwrap()).fold((0, 0), |all, it| (all.0 + it.0, all.1 + it.1))
    });
    println!("{} texts, {pages} pages, {places} places", strings().len());
    assert!(pages > 5000 && places > 50_000, "{pages} pages, {places} places");
}

/// Looks at every page in a language. Returns how many pages there were, and at how many places they said a text.
fn pages_in(language: &'static Language) -> (usize, usize) {
    speak(language);
    let (mut pages, mut places) = (0, 0);
    for said in [Said::Plainly, Said::InTongues, Said::Foreign] {
        let mut routes = Route::all(&said.whole("A text").dataset);
        routes.push(Route::NotFound);
        let looks = |text: &str| -> Vec<(Skeleton, usize)> {
            let whole = said.whole(text);
            let slices = whole.slices();
            let looks = routes.iter().map(|route| {
                let (skeleton, shown) =
                    look(&whole.render(&slices, route, ""), &format!("{} with {text:?}", route.path()));
                (skeleton, shown.matches(&as_read(text)).count())
            });
            looks.collect()
        };
        let expected = ["A text", "a text", "atext"].map(looks);
        // The languages are chosen where texts are read, so that some are enough there.
        let step = if matches!(said, Said::Plainly) { 1 } else { 9 };
        for text in strings().iter().step_by(step) {
            let expected = &expected[usize::from(is_kind(text)) + usize::from(is_language(text))];
            for (route, (look, expected)) in routes.iter().zip(looks(text).iter().zip(expected)) {
                let name = format!("{} in {}, {said:?}, with {text:?}", route.path(), language.tag);
                same(&look.0, &expected.0, &name);
                assert!(look.1 * 2 >= expected.1, "{name}: {} of {} times", look.1, expected.1);
                pages += 1;
                places += expected.1;
            }
        }
    }
    (pages, places)
}

/// A kind of document can be picked where its name can stand in an address: pages have a choice more.
fn is_kind(text: &str) -> bool {
    Slug::new(&taken(text).replace(' ', "-")).is_some()
}

/// So can a language that is an id itself.
fn is_language(text: &str) -> bool {
    Slug::new(&taken(text)).is_some()
}

#[track_caller]
fn same(found: &Skeleton, expected: &Skeleton, name: &str) {
    if let Some(at) = (0..found.len().max(expected.len())).find(|at| found.get(*at) != expected.get(*at)) {
        panic!("{name}: {:?} instead of {:?}", found.get(at), expected.get(at));
    }
}

#[test]
fn whatever_a_record_says_stays_text_in_the_figures() {
    let mut figures = 0;
    for language in &LANGUAGES {
        speak(language);
        let looks = |text: &str| {
            let whole = Whole::of_texts(world(text));
            let all = figures::all(&whole.dataset, &mut whole.catalogue.lock().unwrap());
            let looks = all.iter().flat_map(|(path, all)| {
                all.iter().map(move |(figure, html)| (format!("{path} {figure:?}"), look(html, path)))
            });
            looks.collect::<Vec<_>>()
        };
        let expected = ["A text", "a text", "atext"].map(looks);
        assert!(expected[0].iter().any(|(_, (_, text))| text.contains("A text")));
        for text in strings() {
            let found = looks(&text);
            assert_eq!(found.len(), expected[0].len(), "{text:?}");
            for ((name, (skeleton, _)), (_, (expected, _))) in found.iter().zip(&expected[usize::from(is_kind(&text))])
            {
                same(skeleton, expected, &format!("{name} with {text:?}"));
                figures += 1;
            }
        }
    }
    println!("{} texts, {figures} figures", strings().len());
}

/// Names that mean something to JavaScript are fields that nobody knows, in a record and in a text of several languages.
#[test]
fn a_field_named_like_a_part_of_every_object_is_unknown() {
    for name in ["constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf"] {
        let texts = changed("projects.json", |value| value[0][name] = serde_json::json!({"polluted": true}));
        let problems = reading(&texts).problems;
        let told = |fault: &Fault| matches!(fault, Fault::UnknownField(field, _) if field == name);
        assert!(problems.len() == 1 && told(&problems[0].fault), "{name}: {problems:?}");
        assert!(problems[0].fault.is_warning());
    }
    for name in ["__proto__", "constructor", "", "en\"", "<b>", "..", "\0"] {
        let texts = changed("projects.json", |value| value[0]["title"] = serde_json::json!({name: "x"}));
        let problems = reading(&texts).problems;
        assert!(
            problems.iter().any(|it| matches!(&it.fault, Fault::NotTag(tag) if tag == name)),
            "{name:?}: {problems:?}"
        );
        assert!(problems.iter().all(|it| !it.to_string().contains(char::is_control)));
    }
}

#[test]
fn whatever_a_record_says_stays_itself_in_the_slices() {
    let mut seen = 0;
    for text in strings() {
        let whole = Whole::of_texts(world(&text));
        let slices = whole.slices();
        for route in Route::all(&whole.dataset) {
            let slice = whole.slice_text(&slices, &route.page(), "");
            let value: Value = serde_json::from_str(&slice).unwrap();
            assert!(value["atlas.json"].is_object(), "{}", route.path());
            let reading = read_slice(slice.as_bytes(), "en");
            assert!(reading.problems.iter().all(|it| it.fault.is_warning()), "{text:?}: {:?}", reading.problems);
            let part = reading.dataset.unwrap();
            assert_eq!(part.meta, whole.dataset.meta);
            // Of what stands in a small drawing there is less than the whole.
            let (projects, events) = (&whole.dataset.projects, &whole.dataset.events);
            assert!(part.projects.iter().all(|(id, it)| projects[id].title == it.title), "{text:?}");
            assert!(part.events.iter().all(|(id, it)| events[id].title == it.title), "{text:?}");
            // What the program works with; the rest of a project is written, and does not travel.
            if let Route::Project(id, _) = &route {
                let worked_with = |it: &Project| {
                    let sources =
                        it.sources.iter().map(|it| (it.publisher.clone(), it.url.clone(), it.language.clone()));
                    let texts = [&it.objective, &it.target_groups, &it.results].map(Clone::clone);
                    (it.countries.clone(), it.period.clone(), it.status.clone(), texts, sources.collect::<Vec<_>>())
                };
                assert_eq!(worked_with(&part.projects[id]), worked_with(&projects[id]), "{text:?}");
            }
            seen += 1;
        }
    }
    println!("{} texts, {seen} slices", strings().len());
}

#[test]
fn whatever_a_record_says_is_no_formula_and_no_path_when_it_is_saved() {
    let mut cells = 0;
    for text in strings() {
        let whole = Whole::of_texts(world(&text));
        let details: Vec<Value> = serde_json::from_str(&whole.slices().details()).unwrap();
        let dataset = whole.dataset.clone();
        let catalogue: &mut Catalogue = &mut whole.catalogue.lock().unwrap();
        let query = ProjectQuery::default();
        let listed = catalogue.all_listed();
        let shares = catalogue.bodies(&query, Role::Donor);
        let names = catalogue.names();
        let asked =
            Asked { query: &query, names: &names, dataset: &dataset, found: (2, 2), site: "https://example.org" };
        for role in [None, Some(Role::Donor)] {
            let name = asked.file_name(role);
            let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            assert!(name.bytes().all(plain) && (1..=Slug::MAX).contains(&name.len()), "{text:?}: {name}");
        }
        for sheet in [asked.projects(&listed, &details), asked.bodies(Role::Donor, &shares)] {
            let csv = String::from_utf8(sheet::write::write(Kind::Csv, &sheet).unwrap()).unwrap();
            let records = records(csv.strip_prefix('\u{feff}').unwrap());
            assert_eq!(records.len(), sheet.rows.len() + 1, "{text:?}");
            for record in &records {
                assert_eq!(record.len(), sheet.columns.len(), "{text:?}");
                assert!(record.iter().all(|field| !runs_as_formula(field)), "{text:?}: {record:?}");
                cells += record.len();
            }
            assert!(csv.contains(&taken(&text).replace('"', "\"\"")), "{text:?}");
            assert!(!csv.contains(|c: char| c.is_control() && !"\t\r\n".contains(c)), "{text:?}");
            assert!(sheet::write::write(Kind::Xlsx, &sheet).unwrap().starts_with(b"PK"));
            let json: Value = serde_json::from_slice(&sheet::write::write(Kind::Json, &sheet).unwrap()).unwrap();
            assert_eq!(json["rows"].as_array().unwrap().len(), sheet.rows.len(), "{text:?}");
        }
    }
    println!("{} texts, {cells} cells", strings().len());
}

#[test]
fn an_address_of_no_web_page_is_refused() {
    let mut refused = 0;
    for address in addresses() {
        for (file, pointer) in [
            ("atlas.json", "/licence_url"),
            ("atlas.json", "/contact"),
            ("projects.json", "/0/sources/0/url"),
            ("events.json", "/0/sources/0/url"),
            ("documents.json", "/0/sources/0/url"),
            ("countries.json", "/0/sources/0/url"),
            ("envelopes.json", "/0/sources/0/url"),
        ] {
            let texts = changed(file, |value| *value.pointer_mut(pointer).unwrap() = address.clone().into());
            let problems = reading(&texts).problems;
            let found =
                problems.iter().any(|it| matches!(&it.fault, Fault::NotAddress(text) if *text == taken(&address)));
            assert!(found, "{address:?} as {file}{pointer}: {problems:?}");
            refused += 1;
        }
    }
    println!("{refused} addresses refused");
}

#[test]
fn an_id_or_a_picture_that_leads_elsewhere_is_refused() {
    let mut refused = 0;
    for id in ids() {
        for file in ["projects.json", "events.json", "documents.json", "organisations.json", "types.json"] {
            let texts = changed(file, |value| value[0]["id"] = id.clone().into());
            let reading = reading(&texts);
            let found = reading.problems.iter().any(|it| matches!(&it.fault, Fault::NotSlug(_)));
            assert!(found, "{id:?} in {file}: {:?}", reading.problems);
            for route in Route::all(&reading.dataset.unwrap()) {
                let path = route.path();
                assert!(
                    path.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/-".contains(&b)),
                    "{path}"
                );
            }
            refused += 1;
        }
        for name in [id.clone(), format!("{id}.svg"), format!("{id}/eu.svg")] {
            let texts = changed("atlas.json", |value| value["visibility"]["emblem"] = name.clone().into());
            let visibility = reading(&texts).dataset.unwrap().meta.visibility;
            let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
            let fits = |emblem: &str| emblem.bytes().all(plain) && !emblem.contains("..") && !emblem.starts_with('.');
            assert!(visibility.is_none_or(|it| fits(&it.emblem)), "{name:?}");
            refused += 1;
        }
        assert_eq!(Route::parse("", &format!("/projects/{id}/"), "").path().matches("..").count(), 0);
    }
    println!("{refused} names looked at");
}

#[test]
fn text_that_is_no_text_is_a_problem_and_no_panic() {
    let source = r#""sources": [{"publisher": "p", "url": "https://example.org/", "seen": "2026-11-22"}]"#;
    let record = |title: &[u8]| [br#"[{"id": "p", "title": ""#, title, br#"", "#, source.as_bytes(), b"}]"].concat();
    let bad: [&[u8]; 14] = [
        br"\ud800",
        br"\udfff",
        br"\ud800\ud800",
        br"\ud800x",
        br"\udc00\ud800",
        br"\u00",
        br"\u{41}",
        br"\x41",
        b"\0",
        b"\n",
        b"\xff\xfe",
        b"\xed\xa0\x80",
        b"\xc0\x80",
        b"\xf4\x90\x80\x80",
    ];
    for title in bad {
        let mut texts = world("A text");
        texts[5].1 = record(title);
        let reading = reading(&texts);
        assert!(reading.problems.iter().any(|it| !it.fault.is_warning()), "{:?}", String::from_utf8_lossy(title));
        assert!(reading.dataset.unwrap().projects.is_empty());
    }
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat();
    for file in 0..8 {
        for bytes in [deep("[", "]"), deep("[", ""), deep("{\"a\":", "}"), deep("\"", ""), "\u{feff}\u{feff}[]".into()]
        {
            let mut texts = world("A text");
            texts[file].1 = bytes.into_bytes();
            assert!(reading(&texts).problems.iter().any(|it| !it.fault.is_warning()), "{}", texts[file].0);
        }
    }
}

#[test]
fn ten_megabytes_of_text_are_a_long_page() {
    for (unit, escaped) in [("<b>x", "&lt;b&gt;x"), ("w", "w")] {
        let long = unit.repeat(10_000_000 / unit.len());
        let texts = changed("projects.json", |value| {
            value[0]["objective"] = long.clone().into();
            value[0]["id"] = "long".into();
            value[1]["part_of"] = "long".into();
            value[1]["follows"] = Value::Null;
        });
        let whole = Whole::of_texts(texts);
        let route = Route::Project(Slug::new("long").unwrap(), ProjectQuery::default());
        let html = whole.render(&whole.slices(), &route, "");
        assert!(html.contains(&escaped.repeat(1000)) && !html.contains("<b>x"));
        assert!(html.len() < 3 * escaped.len() * long.len() / unit.len());
    }
}
