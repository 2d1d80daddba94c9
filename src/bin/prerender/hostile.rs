//! Texts that were written to become something else than text, in what the prerenderer writes by itself: heads, JSON-LD,
//! feeds, calendars. The pages are looked at in `tests/hostile.rs`.

#[path = "../../../tests/hostile/strings.rs"]
mod strings;

use crate::calendar::calendar;
use crate::colours::tests::of_the_site;
use crate::feed::feed;
use crate::frame::escape;
use crate::head::Found;
use crate::json_ld::{Coverage, json_ld};
use crate::manifest::manifest;
use crate::open_search::open_search;
use crate::place::Place;
use crate::place::tests::{OTHER, PORTAL};
use crate::xml::tests::{attributes, texts};
use atlas::domain::dataset::Dataset;
use atlas::domain::derived::Totals;
use atlas::domain::read::{File, read};
use atlas::domain::route::Route;
use atlas::words::{Language, speak};
use scraper::{Html, Node};
use serde_json::Value;
use strings::{strings, world};

const PLACES: [Place<'_>; 2] = [PORTAL, OTHER];

/// The data set that says a text everywhere.
fn dataset(text: &str, place: &Place<'_>) -> Dataset {
    speak(Language::of(place.language));
    let texts = world(text);
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let mut dataset = read(&files, place.language).dataset.unwrap();
    dataset.derived.totals = Totals::of(&dataset);
    dataset
}

/// A text as XML holds it and gives it back: without what it cannot hold, with its own ends of lines.
fn in_xml(text: &str) -> String {
    let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|c| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}'))
        .collect()
}

/// Every text that stands somewhere in some JSON.
fn said(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|it| said(it, all)),
        Value::Object(fields) => fields.values().for_each(|it| said(it, all)),
        _ => {}
    }
}

#[test]
fn json_ld_says_it_and_ends_where_it_ends() {
    let mut blocks = 0;
    for (text, place) in strings().iter().flat_map(|text| PLACES.map(|place| (text, place))) {
        let dataset = dataset(text, &place);
        for route in Route::all(&dataset) {
            let block = json_ld(&place, &route, &dataset, Coverage::of(&dataset));
            if block.is_empty() {
                continue;
            }
            let inside = block.strip_prefix("<script type=\"application/ld+json\">").unwrap();
            let inside = inside.strip_suffix("</script>").unwrap();
            assert!(!inside.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text:?}");
            let mut all = Vec::new();
            said(&serde_json::from_str(inside).unwrap(), &mut all);
            let own = matches!(route, Route::Project(..) | Route::Event(_) | Route::Home);
            assert!(!own || all.iter().any(|it| it == text.trim()), "{}: {text:?}", route.path());
            blocks += 1;
        }
    }
    println!("{} texts, {blocks} blocks", strings().len());
}

#[test]
fn a_head_holds_what_it_is_meant_to_hold() {
    let found = |text: &str| Found { coverage: Coverage::default(), colours: of_the_site(), picture: text.to_owned() };
    let skeleton = |text: &str, route: &Route, place: &Place<'_>| {
        let dataset = dataset(text, place);
        let title = atlas::words::page_name(route, &dataset);
        let head = found(text).head(place, route, &dataset, &title, text);
        let page =
            format!("<!doctype html><html><head><title>{}</title>{head}</head><body></body></html>", escape(&title));
        let page = Html::parse_document(&page);
        let mut all = Vec::new();
        for node in page.tree.nodes() {
            let Node::Element(element) = node.value() else { continue };
            let kind = element.attr("type").filter(|_| element.name() == "script");
            assert!(element.name() != "script" || kind == Some("application/ld+json"), "{text:?}");
            all.push((element.name().to_owned(), element.attrs().map(|(key, _)| key.to_owned()).collect::<Vec<_>>()));
            for (key, value) in element.attrs() {
                assert!(!key.starts_with("on"), "{text:?}: {key}");
                let web = value.starts_with("https://example.org/portal/") || value.starts_with("/portal/");
                assert!(key != "href" || web, "{text:?}: {value}");
            }
        }
        all
    };
    let mut heads = 0;
    for place in PLACES {
        for route in Route::all(&dataset("A text", &place)) {
            let expected = skeleton("A text", &route, &place);
            for text in strings() {
                assert_eq!(skeleton(&text, &route, &place), expected, "{}: {text:?}", route.path());
                heads += 1;
            }
        }
    }
    println!("{} texts, {heads} heads", strings().len());
}

#[test]
fn feeds_and_searches_are_xml_that_says_it() {
    let mut documents = 0;
    for (text, place) in strings().iter().flat_map(|text| PLACES.map(|place| (text, place))) {
        let mut dataset = dataset(text, &place);
        // The reader refuses such a kind; who writes it need not rely on that.
        for event in dataset.events.values_mut() {
            event.kind.clone_from(text);
        }
        for country in [None, dataset.countries.first()] {
            let xml = feed(&place, &dataset, country).unwrap();
            let titles = texts(&xml, "title");
            assert_eq!(titles.len(), 5, "{text:?}");
            assert!(titles[1..].iter().all(|it| normal(it) == in_xml(text)), "{text:?}: {titles:?}");
            assert_eq!(texts(&xml, "id").len(), 5, "{text:?}");
            for link in attributes(&xml, "link") {
                let at = link.iter().find(|it| it.0 == "href").unwrap();
                assert!(at.1.starts_with("https://example.org/portal/"), "{text:?}: {}", at.1);
            }
            assert_eq!(attributes(&xml, "category").len(), 4, "{text:?}");
            assert_eq!(xml, in_xml(&xml) + "\n", "{text:?} leaves what XML cannot hold");
            documents += 1;
        }
        let xml = open_search(&place, &dataset.meta.title).unwrap().unwrap();
        assert_eq!(texts(&xml, "ShortName").len(), 1, "{text:?}");
        assert_eq!(xml, in_xml(&xml) + "\n", "{text:?} leaves what XML cannot hold");
        let manifest: Value = serde_json::from_str(&manifest(&place, &dataset.meta.title, &of_the_site())).unwrap();
        assert_eq!(manifest["name"], text.trim());
        documents += 2;
    }
    println!("{} texts, {documents} documents", strings().len());
}

/// With the ends of lines that a parser of XML gives back.
fn normal(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[test]
fn calendars_have_their_own_lines_only() {
    let known = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "NAME",
        "X-WR-CALNAME",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "LOCATION",
        "URL",
    ];
    let shape = |bytes: Vec<u8>, text: &str| {
        let file = String::from_utf8(bytes).unwrap().replace("\r\n ", "");
        let lines = file.strip_suffix("\r\n").unwrap().split("\r\n");
        let names: Vec<String> = lines
            .map(|line| {
                assert!(!line.contains(|c: char| c.is_control()), "{text:?}: {line:?}");
                let name = line.split([':', ';']).next().unwrap();
                assert!(known.contains(&name), "{text:?}: {line:?}");
                assert!(name != "URL" || line.starts_with("URL:https://example.org/portal/"), "{text:?}: {line:?}");
                name.to_owned()
            })
            .collect();
        names
    };
    let mut calendars = 0;
    for place in PLACES {
        let expected = shape(calendar(&place, &dataset("A text", &place), None), "A text");
        for text in strings() {
            let mut dataset = dataset(&text, &place);
            for event in dataset.events.values_mut() {
                event.kind.clone_from(&text);
            }
            for country in [None, dataset.countries.first()] {
                assert_eq!(shape(calendar(&place, &dataset, country), &text), expected, "{text:?}");
                calendars += 1;
            }
        }
    }
    println!("{} texts, {calendars} calendars", strings().len());
}
