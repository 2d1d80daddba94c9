//! Texts that were written to become something else than text, in what the prerenderer writes by itself: heads, JSON-LD,
//! feeds, calendars, the picture, and where it writes them. The pages are looked at in `tests/hostile.rs`.

#[path = "../../../tests/hostile/strings.rs"]
mod strings;

use crate::calendar::calendar;
use crate::colours::tests::of_the_site;
use crate::escape::escape;
use crate::feed::feed;
use crate::frame::tests::TRUNK;
use crate::frame::{Shared, whole_sitemap};
use crate::head::Found;
use crate::json_ld::{Coverage, json_ld};
use crate::manifest::manifest;
use crate::open_search::open_search;
use crate::picture::Said;
use crate::place::Place;
use crate::place::tests::{OTHER, PORTAL};
use crate::write_in;
use crate::xml::tests::{attributes, texts};
use atlas::domain::dataset::Dataset;
use atlas::domain::derived::Totals;
use atlas::domain::read::{File, read};
use atlas::domain::route::Route;
use atlas::words::{LANGUAGES, Language, speak, words};
use resvg::usvg::{Options, Tree};
use scraper::{Html, Node};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use strings::{ids, strings, taken, world};

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
    let text = normal(text);
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
            assert!(!own || all.iter().any(|it| *it == taken(text)), "{}: {text:?}", route.path());
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
            assert!(titles[1..].iter().all(|it| normal(it) == normal(&taken(text))), "{text:?}: {titles:?}");
            assert_eq!(texts(&xml, "id").len(), 5, "{text:?}");
            for link in attributes(&xml, "link") {
                let at = link.iter().find(|it| it.0 == "href").unwrap();
                assert!(at.1.starts_with("https://example.org/portal/"), "{text:?}: {}", at.1);
            }
            assert_eq!(attributes(&xml, "category").len(), 4, "{text:?}");
            assert_eq!(xml, in_xml(&xml), "{text:?} leaves what XML cannot hold");
            documents += 1;
        }
        let xml = open_search(&place, &dataset.meta.title).unwrap().unwrap();
        assert_eq!(texts(&xml, "ShortName").len(), 1, "{text:?}");
        assert_eq!(xml, in_xml(&xml), "{text:?} leaves what XML cannot hold");
        let manifest: Value = serde_json::from_str(&manifest(&place, &dataset.meta.title, &of_the_site())).unwrap();
        assert_eq!(manifest["name"], taken(text));
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
        "X-WR-CALDESC",
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "TRANSP",
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

#[test]
fn the_picture_is_drawn_whatever_the_site_is_called() {
    let icon = fs::read_to_string("public/favicon.svg").unwrap();
    for (text, place) in strings().iter().flat_map(|text| PLACES.map(|place| (text, place))) {
        let dataset = dataset(text, &place);
        let tagline = words().tagline;
        let said = Said { title: &dataset.meta.title, tagline, projects: 2, countries: 1, as_of: dataset.meta.as_of };
        let svg = said.svg(&icon, &of_the_site()).unwrap();
        assert!(Tree::from_str(&svg, &Options::default()).is_ok(), "{text:?}");
        for name in ["script", "image", "a", "style", "foreignObject"] {
            assert!(texts(&svg, name).is_empty(), "{text:?}: <{name}>");
        }
        assert!(said.alternative().contains(&*dataset.meta.title), "{text:?}");
    }
}

/// Every file below a folder, by its path from there.
fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let (mut all, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                all.insert(name, fs::read(path).unwrap());
            }
        }
    }
    all
}

/// Writes the whole site of a data set that says a text everywhere, with a record for every id that is none, and returns
/// what stands then in the folder above that of the site.
fn written(text: &str, name: &str) -> BTreeMap<String, Vec<u8>> {
    let home = std::env::temp_dir().join(format!("atlas-hostile-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&home);
    let folder = home.join("a/b/site");
    fs::create_dir_all(&folder).unwrap();
    for client in ["client-1.js", "client-1_bg.wasm"] {
        fs::write(folder.join(client), "client").unwrap();
    }
    let mut texts = world(text);
    for (_, bytes) in &mut texts {
        let mut value: Value = serde_json::from_slice(bytes).unwrap();
        if let Value::Array(list) = &mut value {
            let first = list[0].clone();
            for id in ids() {
                let mut record = first.clone();
                record["id"] = id.into();
                list.push(record);
            }
        }
        *bytes = value.to_string().into_bytes();
    }
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let shared = Shared {
        template: format!("<!doctype html><html lang=\"en\">{TRUNK}").replace("</head>", "<!--head--></head>")
            + "<body><!--app--></body></html>",
        folder,
        public_url: "https://example.org/p/".to_owned(),
        styles: include_str!("../../../style/tokens.css").to_owned(),
        export: Default::default(),
    };
    let mut sitemap = String::new();
    for language in &LANGUAGES {
        speak(language);
        let dataset = read(&files, language.tag).dataset.unwrap();
        assert!(dataset.unreadable >= ids().len());
        sitemap.extend(write_in(&shared, language, &files, &dataset).unwrap().1);
    }
    let addresses = texts_of(&whole_sitemap(&sitemap));
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/-".contains(&b);
    for address in &addresses {
        assert!(address.strip_prefix("https://example.org/p/").unwrap().bytes().all(plain), "{address}");
    }
    assert!(addresses.len() > 20);
    let all = files_below(&home);
    fs::remove_dir_all(home).unwrap();
    all
}

fn texts_of(sitemap: &str) -> Vec<String> {
    texts(sitemap, "loc")
}

/// A site of hostile texts and ids has the files of any other, in its folder and nowhere else, and its pages are made of the
/// same elements.
#[test]
fn nothing_is_written_beside_the_folder() {
    // The names of files tell what is in them.
    let named = |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let is_hash = |part: &str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
        let plain = |name: &String| name.split(['-', '.']).filter(|part| !is_hash(part)).collect::<Vec<_>>().join("-");
        files.keys().map(plain).collect()
    };
    let skeleton = |page: &[u8]| -> Vec<(String, Vec<String>)> {
        let page = Html::parse_document(std::str::from_utf8(page).unwrap());
        let elements = page.tree.nodes().filter_map(|node| node.value().as_element());
        elements.map(|it| (it.name().to_owned(), it.attrs().map(|(key, _)| key.to_owned()).collect())).collect()
    };
    let expected = written("A text", "plain");
    let hostile =
        ["\0\"></title></script><script>alert(1)</script>", "../../../../tmp/x", "\u{202e}<!--app-->{{7*7}}\u{85}"];
    let mut pages = 0;
    for (at, text) in hostile.iter().enumerate() {
        let files = written(text, &at.to_string());
        assert_eq!(named(&files), named(&expected), "{text:?}");
        for (name, bytes) in &files {
            let below = name.strip_prefix("a/b/site/").unwrap_or_else(|| panic!("{name} is beside the site"));
            assert!(below.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.".contains(&b)) && !below.contains(".."));
            if name.ends_with(".html") {
                assert_eq!(skeleton(bytes), skeleton(&expected[name]), "{name} with {text:?}");
                assert!(!bytes.contains(&0));
                pages += 1;
            }
        }
    }
    println!("{} ids, {pages} whole pages", ids().len());
}
