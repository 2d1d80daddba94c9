//! `<main>` of a few pages of a small data set, kept in `tests/golden`. `UPDATE=1 cargo test --features ssr --test
//! golden` writes them anew; the change is then there to be read.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod rendering;

use atlas::domain::route::Route;
use rendering::Whole;
use std::{env, fs};

#[track_caller]
fn case(name: &str, path: &str) {
    let whole = Whole::of("tests/fixtures/data");
    let route = Route::parse("", path, "").in_dataset(&whole.dataset);
    assert_ne!(route, Route::NotFound, "{path}");
    let html = whole.render(&whole.slices(), &route, "");
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap();
    // One element a line, so that a change is a line; the marks of hydration are the framework's own matter.
    let main = format!("<main{main}</main>\n").replace("<!>", "").replace("><", ">\n<");
    let file = format!("tests/golden/{name}.html");
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &main).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    for (number, (now, then)) in main.lines().zip(kept.lines()).enumerate() {
        assert_eq!(now, then, "{file}:{} differs; UPDATE=1 accepts it", number + 1);
    }
    assert_eq!(main.lines().count(), kept.lines().count(), "{file} has another length; UPDATE=1 accepts it");
}

#[test]
fn home() {
    case("home", "/");
}

#[test]
fn partner() {
    case("partner", "/partners/kazakhstan/");
}

#[test]
fn partner_of_which_little_is_known() {
    case("partner_unknown", "/partners/turkmenistan/");
}

#[test]
fn projects() {
    case("projects", "/projects/");
}

#[test]
fn project() {
    case(
        "project",
        "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/",
    );
}

#[test]
fn timeline() {
    case("timeline", "/timeline/");
}

#[test]
fn event() {
    case("event", "/events/kz-fair-criminal-justice-round-table-2013/");
}

#[test]
fn event_of_which_no_date_is_known() {
    case("event_undated", "/events/decision-drafting-bishkek/");
}
