//! Addresses, and the questions in them.

use crate::inputs::{any_text, near_dates};
use crate::trial::{fuzz, texts};
use atlas::domain::facet::Facet;
use atlas::domain::query::ProjectQuery;
use atlas::domain::query_string;
use atlas::domain::route::Route;
use atlas::domain::timeline::TimelineQuery;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Query strings of keys that mean something and values that might.
fn queries() -> impl Strategy<Value = String> {
    let mut keys: Vec<String> =
        ["q", "all", "from", "to", "certainly", "currency", "min", "max", "as-of", "sort", "view"]
            .iter()
            .chain(&["column", "pick", "picked", "page", "kind", "group", "shown-from", "shown-to", "entry", "", "x"])
            .map(|it| (*it).to_owned())
            .collect();
    for facet in Facet::ALL {
        keys.extend([facet.key().to_owned(), format!("not-{}", facet.key())]);
    }
    let words = [
        "yes",
        "all",
        "EUR",
        "none",
        "donor",
        "type",
        "table",
        "cards",
        "compare",
        "title",
        "title-back",
        "newest",
        "event.a",
        "project.a-b",
        "5",
        "0",
        "+5",
        "007",
        "18446744073709551615",
        "not-stated",
        "a+b",
        "%20a%20",
        "%ff",
        "%00",
    ];
    let value = prop_oneof![
        4 => select(words.to_vec()).prop_map(str::to_owned),
        3 => near_dates(),
        2 => any_text(),
        1 => "[a-z]{1,3}( [a-z]{1,90}){1,4}",
        1 => (select(&["0", "a", " ", "1"][..]), 195..205_usize, select(&["", "a", "5", "é", " a"][..]))
            .prop_map(|(unit, count, end)| unit.repeat(count) + end),
    ];
    let pair = (prop_oneof![9 => select(keys), 1 => any_text()], value, any::<bool>()).boxed();
    // Some ask for more than is kept.
    let pairs = prop_oneof![60 => vec(pair.clone(), 0..12), 1 => vec(pair, 60..160)];
    pairs.prop_map(|pairs| {
        let spelled = pairs.iter().map(|(key, value, encoded)| match encoded {
            true => query_string::print([(key.as_str(), value.as_str())]).trim_start_matches('?').to_owned(),
            false => format!("{key}={value}"),
        });
        spelled.collect::<Vec<_>>().join("&")
    })
}

#[test]
fn questions_in_addresses() {
    for (name, divisor, inputs) in [("any text", 2, any_text().boxed()), ("pairs", 4, queries().boxed())] {
        texts(&format!("ProjectQuery::parse, {name}"), divisor, inputs.clone(), |text| {
            let read = ProjectQuery::parse(text);
            let printed = read.print();
            assert_eq!(ProjectQuery::parse(printed.trim_start_matches('?')), read, "{text:?} as {printed:?}");
            assert!(printed.len() <= 32 * text.len() + 64, "{text:?}");
        });
        texts(&format!("TimelineQuery::parse, {name}"), divisor, inputs.clone(), |text| {
            let read = TimelineQuery::parse(text);
            let printed = read.print();
            assert_eq!(TimelineQuery::parse(printed.trim_start_matches('?')), read, "{text:?} as {printed:?}");
        });
        texts(&format!("query_string, {name}"), 2, inputs, |text| {
            let pairs = query_string::parse(text);
            let printed = query_string::print(pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())));
            assert_eq!(query_string::parse(printed.trim_start_matches('?')), pairs, "{text:?}");
        });
    }
}

#[test]
fn addresses_of_pages() {
    let names = [
        "partners",
        "projects",
        "organisations",
        "timeline",
        "events",
        "documents",
        "about",
        "accessibility",
        "page",
        "index.html",
        "",
        "2",
        "1",
        "02",
        "a-b",
        "..",
        "%2e%2e",
        "404.html",
    ];
    let part = prop_oneof![8 => select(names.to_vec()).prop_map(str::to_owned), 1 => any_text()];
    let paths = (vec(part, 0..6), queries(), select(&["", "/portal"][..]));
    let size = |it: &(Vec<String>, String, &str)| it.0.iter().map(String::len).sum::<usize>() + it.1.len();
    fuzz("Route::parse", 4, paths, size, |(parts, query, base)| {
        let path = format!("{base}/{}", parts.join("/"));
        let route = Route::parse(base, &path, query);
        if route == Route::NotFound {
            return;
        }
        let href = route.href(base);
        assert!(href.starts_with(base) && !href.contains(['\0', ' ', '<', '"', '\\']), "{href:?}");
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        assert!(!path.contains("..") && path.ends_with('/'), "{path:?}");
        assert_eq!(Route::parse(base, path, query), route, "{href:?}");
        assert!(route.slice().starts_with('/') && !route.slice().contains(".."));
    });
}
