//! The timeline's drawing: by keys, by hands, as a link, on paper, as a file, and by somebody who cannot see it.

use crate::browser::{Browser, Setup, with_browser};
use crate::site::{PORTAL, ROOT};
use serde_json::{Value, json};

const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const END: char = '\u{e010}';
const HOME: char = '\u{e011}';
const LEFT: char = '\u{e012}';
const UP: char = '\u{e013}';
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';
const TAB: char = '\u{e004}';

/// The name of what has the focus.
const FOCUSED: &str = "return document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent";
/// The focus is on the mark of the drawing, and its link can be seen.
const ON_MARK: &str = "const it = document.activeElement, box = it.getBoundingClientRect(), \
    frame = document.querySelector('.drawing-scroll').getBoundingClientRect(); \
    return it.matches('.drawing-stop.in-turn') && getComputedStyle(it).visibility === 'visible' \
    && box.width >= 12 && box.left >= frame.left - 1 && box.right <= frame.right + 1 \
    && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1";

/// Opens a timeline and waits for its drawing.
async fn open(browser: &Browser, path: &str) {
    browser.load_alive(path).await;
    drawn(browser).await;
}

async fn drawn(browser: &Browser) {
    browser.until("the drawing", "return document.querySelector('.drawing-range')?.textContent !== ''").await;
    browser.until("its stop", "return document.querySelector('.drawing-stop.in-turn') !== null").await;
}

/// The first and the last day that the address says is shown, as days since 1970; the whole time where it says none.
async fn shown(browser: &Browser) -> Option<(f64, f64)> {
    let script = "const asked = new URLSearchParams(location.search); \
        const day = (text, last) => { const [y, m, d] = text.split('-').map(Number); \
        return (last ? Date.UTC(d ? y : m ? y : y + 1, d ? m - 1 : m ?? 0, d ? d + 1 : 1) : Date.UTC(y, (m ?? 1) - 1, d ?? 1)) / 864e5 }; \
        return asked.has('shown-from') ? [day(asked.get('shown-from')), day(asked.get('shown-to'), true)] : null";
    let days = browser.eval(script).await;
    Some((days.get(0)?.as_f64()?, days.get(1)?.as_f64()?))
}

/// Waits until the address says something else than before.
async fn settles(browser: &Browser, before: &str) {
    browser.until("another address", &format!("return location.search !== {}", json!(before))).await;
}

async fn search(browser: &Browser) -> String {
    browser.text("return location.search").await
}

async fn mouse(browser: &Browser, kind: &str, x: f64, y: f64, more: Value) {
    let mut parameters = json!({ "type": kind, "x": x, "y": y, "button": "none" });
    for (key, value) in more.as_object().unwrap() {
        parameters[key] = value.clone();
    }
    browser.chromium("Input.dispatchMouseEvent", parameters).await;
}

/// Left, top, width and height of an element.
async fn place(browser: &Browser, selector: &str) -> [f64; 4] {
    let script = format!(
        "const it = document.querySelector({}).getBoundingClientRect(); return [it.left, it.top, it.width, it.height]",
        json!(selector)
    );
    let place = browser.eval(&script).await;
    [0, 1, 2, 3].map(|at| place[at].as_f64().unwrap())
}

async fn drag(browser: &Browser, from: (f64, f64), to: (f64, f64)) {
    mouse(browser, "mouseMoved", from.0, from.1, json!({})).await;
    mouse(browser, "mousePressed", from.0, from.1, json!({ "button": "left", "buttons": 1, "clickCount": 1 })).await;
    for step in 1..=4 {
        let share = f64::from(step) / 4.0;
        let at = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
        mouse(browser, "mouseMoved", at.0, at.1, json!({ "button": "left", "buttons": 1 })).await;
    }
    mouse(browser, "mouseReleased", to.0, to.1, json!({ "button": "left", "clickCount": 1 })).await;
}

async fn into_view(browser: &Browser) {
    browser
        .eval("document.querySelector('.drawing-strip').scrollIntoView({ block: 'start', behavior: 'instant' })")
        .await;
}

#[test]
fn one_stop_of_the_tab_key_walks_zooms_opens_and_comes_back() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=tajikistan&country=kazakhstan").await;
        assert!(browser.tab_to(".drawing-stop").await, "the Tab key gets to the drawing");
        browser.until("the link can be seen", ON_MARK).await;
        browser.press(&[TAB, TAB]).await;
        // Beside the mark only its card can have the focus; then the drawing is over.
        browser.press(&[TAB]).await;
        assert_eq!(browser.eval("return document.activeElement.closest('.drawing-scroll') === null").await, true);
        assert!(
            browser.tab_to(".drawing-stop").await
                || browser.eval("document.querySelector('.drawing-stop.in-turn').focus(); return true").await == true
        );
        let mut seen = vec![browser.text(FOCUSED).await];
        for (key, group) in [(RIGHT, 0), (RIGHT, 0), (DOWN, 1), (RIGHT, 1), (LEFT, 1), (END, 1), (HOME, 1), (UP, 0)] {
            let before = browser.text(FOCUSED).await;
            browser.press(&[key]).await;
            browser
                .until(
                    "another entry",
                    &format!(
                        "{}; ",
                        FOCUSED.replace("return ", "return !(").to_owned()
                            + &format!(") || ({}) !== {}", FOCUSED.replace("return ", ""), json!(before))
                    ),
                )
                .await;
            browser.until("the link can be seen", ON_MARK).await;
            let now = browser.text(FOCUSED).await;
            let country = ["Kazakhstan", "Tajikistan"][group];
            assert!(now.contains(country), "{now} is in the group {country}");
            seen.push(now);
        }
        assert!(seen.iter().all(|name| name.contains(", ") && name.contains(": ")), "{seen:?}");
        // What a screen reader is told.
        let node = browser.chromium("Accessibility.getFullAXTree", json!({})).await;
        let nodes = node["nodes"].as_array().cloned().unwrap_or_default();
        let named = |role: &str| {
            let of = nodes.iter().filter(|it| it["role"]["value"] == role);
            of.filter_map(|it| it["name"]["value"].as_str().map(str::to_owned)).collect::<Vec<_>>()
        };
        assert!(named("application").iter().any(|name| name.starts_with("Drawing of ")), "{:?}", named("application"));
        assert!(
            named("link").contains(seen.last().unwrap()),
            "the focused entry is a link with its sentence as its name"
        );
        // Closer and farther.
        let before = search(&browser).await;
        browser.press(&['+']).await;
        settles(&browser, &before).await;
        let (from, to) = shown(&browser).await.unwrap();
        browser.press(&['-']).await;
        browser.until("farther", &format!("return location.search !== {}", json!(search(&browser).await))).await;
        if let Some((f, t)) = shown(&browser).await {
            assert!(t - f > to - from);
        }
        browser.until("the focus stays", ON_MARK).await;
        // The card goes by Escape, and comes with the next entry.
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        browser.press(&[ESCAPE]).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        browser.until("the focus stays", ON_MARK).await;
        browser.press(&[RIGHT]).await;
        browser.until("the card again", "return document.querySelector('.drawing-card') !== null").await;
        browser.until("settled", "return location.search.includes('entry=')").await;
        // The drawing rests 0.3 s, and the address 0.2 s more, before it is written.
        tokio::time::sleep(std::time::Duration::from_millis(1000)).await;
        let (here, name) = (search(&browser).await, browser.text(FOCUSED).await);
        let title = browser.text("return document.querySelector('.drawing-card .entry-title').textContent").await;
        browser.press(&[ENTER]).await;
        browser.until("the page of the entry", "return !location.pathname.startsWith('/timeline')").await;
        browser.until("its heading", &format!("return document.querySelector('h1').textContent.includes({}) || location.pathname.startsWith('/partners')", json!(title))).await;
        browser.client.back().await.unwrap();
        browser.until_at(&format!("/timeline/{here}")).await;
        drawn(&browser).await;
        browser
            .until(
                "the focus is where it was",
                &format!("{}; ", FOCUSED)
                    .replace("; ", &format!(" === {}", json!(name)))
                    .replace("?? document.activeElement.textContent ===", "==="),
            )
            .await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn hands_and_buttons_do_the_same_and_nothing_jumps() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        open(&browser, "/timeline/?shown-from=2010&shown-to=2019").await;
        into_view(&browser).await;
        let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
        let at = |share: f64| (left + width * share, top + 100.0);
        let day = |(from, to): (f64, f64), share: f64| from + (to - from) * share;
        // The wheel with Ctrl zooms, and the day under the pointer stays.
        let before = shown(&browser).await.unwrap();
        let here = search(&browser).await;
        let (x, y) = at(0.3);
        mouse(&browser, "mouseMoved", x, y, json!({})).await;
        for _ in 0..3 {
            mouse(&browser, "mouseWheel", x, y, json!({ "deltaX": 0, "deltaY": -120, "modifiers": 2 })).await;
        }
        settles(&browser, &here).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let closer = shown(&browser).await.unwrap();
        assert!(closer.1 - closer.0 < (before.1 - before.0) * 0.6, "{closer:?}");
        assert!((day(before, 0.3) - day(closer, 0.3)).abs() <= 2.0, "{before:?} {closer:?}");
        // A drag moves it by what it was dragged.
        let here = search(&browser).await;
        drag(&browser, at(0.5), at(0.7)).await;
        settles(&browser, &here).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let moved = shown(&browser).await.unwrap();
        let wanted = (closer.1 - closer.0) * 0.2;
        assert!((closer.0 - moved.0 - wanted).abs() <= 2.0 && (closer.1 - moved.1 - wanted).abs() <= 2.0, "{moved:?}");
        // The buttons, each a step to come back from.
        for name in ["Closer", "Farther", "Earlier", "Later", "Whole time"] {
            let (here, days) = (search(&browser).await, shown(&browser).await);
            let button = format!(
                "return [...document.querySelectorAll('.drawing-tools button')].find(it => it.textContent.includes('{name}')).click()"
            );
            browser.eval(&button).await;
            settles(&browser, &here).await;
            let now = shown(&browser).await;
            match (name, days, now) {
                ("Closer", Some(before), Some(now)) => assert!(now.1 - now.0 < before.1 - before.0),
                ("Farther", Some(before), Some(now)) => assert!(now.1 - now.0 > before.1 - before.0),
                ("Earlier", Some(before), Some(now)) => assert!(now.0 < before.0),
                ("Later", Some(before), Some(now)) => assert!(now.0 > before.0),
                ("Whole time", _, None) => {}
                other => panic!("{other:?}"),
            }
            browser.client.back().await.unwrap();
            browser.until("Back", &format!("return location.search === {}", json!(here))).await;
            let said = browser.text("return document.querySelector('.drawing-range').textContent").await;
            browser.client.forward().await.unwrap();
            settles(&browser, &here).await;
            // Nobody clicks in the millisecond after.
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            browser
                .until(
                    "what is said follows",
                    &format!("return document.querySelector('.drawing-range').textContent !== {}", json!(said)),
                )
                .await;
        }
        // The strip is a handle: its window follows the pointer.
        into_view(&browser).await;
        let [left, top, width, height] = place(&browser, ".drawing-strip").await;
        let here = search(&browser).await;
        drag(&browser, (left + width - 1.0, top + height / 2.0), (left + width / 2.0, top + height / 2.0)).await;
        settles(&browser, &here).await;
        let half = shown(&browser).await.unwrap();
        assert!(half.1 < 20_000.0, "{half:?}");
        // Fingers pinch.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let here = search(&browser).await;
        let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
        let touch = |kind: &str, apart: f64| {
            let (x, y) = (left + width / 2.0, top + 100.0);
            let points: Vec<Value> = if kind == "touchEnd" {
                Vec::new()
            } else {
                [-1.0, 1.0]
                    .iter()
                    .enumerate()
                    .map(|(id, side)| json!({ "x": x + side * apart, "y": y, "id": id }))
                    .collect()
            };
            json!({ "type": kind, "touchPoints": points })
        };
        browser.chromium("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 2 })).await;
        for (kind, apart) in
            [("touchStart", 40.0), ("touchMove", 60.0), ("touchMove", 100.0), ("touchMove", 120.0), ("touchEnd", 0.0)]
        {
            browser.chromium("Input.dispatchTouchEvent", touch(kind, apart)).await;
        }
        settles(&browser, &here).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let pinched = shown(&browser).await.unwrap();
        assert!(pinched.1 - pinched.0 < (half.1 - half.0) * 0.6, "{half:?} {pinched:?}");
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_link_to_a_drawing_shows_the_same_to_somebody_else() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let path = "/timeline/?donor=european-union&kind=project&group=type&shown-from=2012-03&shown-to=2016\
            &entry=project.eu-rule-of-law-platform-phase-1";
        open(&browser, path).await;
        browser.until_at(path).await;
        let facts = "return [document.querySelector('.drawing-range').textContent, document.querySelector('#results').textContent, \
            document.querySelector('.drawing-groups [aria-current]').textContent, document.querySelector('.drawing-stop.in-turn').getAttribute('aria-label'), \
            document.querySelectorAll('.year .entry').length].join('|')";
        let here = browser.text(facts).await;
        assert!(here.contains("Shown: March 2012 – 2016") && here.contains("|type|Project, "), "{here}");
        assert_eq!(
            browser.text("return document.querySelector('.entry[aria-current]').id").await,
            "entry-project.eu-rule-of-law-platform-phase-1"
        );
        let colleague = browser.stranger().await;
        open(&colleague, path).await;
        assert_eq!(colleague.text(facts).await, here);
        colleague.client.close().await.unwrap();
        // Grouping otherwise is a step; what is shown and looked at stays.
        browser.follow("donor").await;
        browser.until_at(&path.replace("group=type", "group=donor")).await;
        browser.client.back().await.unwrap();
        browser.until_at(path).await;
        browser.until("as before", &format!("{} === {}", facts, json!(here))).await;
        // The same filters as the list of projects.
        browser.follow("See these projects as a list").await;
        browser.until_at("/projects/?donor=european-union").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_card_can_be_reached_left_and_closed() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?shown-from=2013&shown-to=2013&group=none").await;
        into_view(&browser).await;
        let [left, top, width, height] = place(&browser, ".drawing-stop.in-turn").await;
        mouse(&browser, "mouseMoved", left + (width / 2.0).min(200.0), top + height / 2.0, json!({})).await;
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        // The pointer comes to the card, and it stays.
        let [x, y, ..] = place(&browser, ".drawing-card").await;
        mouse(&browser, "mouseMoved", x + 20.0, y + 20.0, json!({})).await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        assert_eq!(browser.eval("return document.querySelector('.drawing-card') !== null").await, true);
        // It goes when the pointer does.
        mouse(&browser, "mouseMoved", 2.0, 2.0, json!({})).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        // A click chooses; the list marks the same entry; the Tab key gets to the card's link, Escape back.
        mouse(
            &browser,
            "mousePressed",
            left + 8.0,
            top + height / 2.0,
            json!({ "button": "left", "buttons": 1, "clickCount": 1 }),
        )
        .await;
        mouse(&browser, "mouseReleased", left + 8.0, top + height / 2.0, json!({ "button": "left", "clickCount": 1 }))
            .await;
        browser.until("in the address", "return location.search.includes('entry=')").await;
        browser.until("in the list", "return document.querySelector('.entry[aria-current]')?.id === 'entry-' + new URLSearchParams(location.search).get('entry')").await;
        browser.until("the focus", "return document.activeElement.matches('.drawing-stop')").await;
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        browser.press(&[TAB]).await;
        browser.until("in the card", "return document.activeElement.closest('.drawing-card') !== null").await;
        browser.press(&[ESCAPE]).await;
        browser.until("closed", "return document.querySelector('.drawing-card') === null && document.activeElement.matches('.drawing-stop')").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn somebody_who_cannot_see_finds_a_workshop_in_tajikistan_in_2013() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/").await;
        assert!(browser.tab_to("header a[href='/timeline/']").await);
        browser.press(&[ENTER]).await;
        browser.until_at("/timeline/").await;
        drawn(&browser).await;
        assert!(browser.tab_to("input[name=country][value=tajikistan]").await);
        browser.press(&[' ']).await;
        browser.until_at("/timeline/?country=tajikistan").await;
        browser.until("said", "return document.querySelector('main [role=status]').textContent.includes('Projects and events in Tajikistan')").await;
        assert!(browser.tab_to(".year-index a[href='#y2013']").await);
        browser.press(&[ENTER]).await;
        browser.until("at 2013", "return location.hash === '#y2013'").await;
        assert!(browser.tab_to("section[aria-labelledby=y2013] a[href^='/events/tj-enforcement-agents']").await);
        browser.press(&[ENTER]).await;
        browser.until_at("/events/tj-enforcement-agents-training-2013/").await;
        browser.until("its heading", "return document.querySelector('h1').textContent === 'Workshop on the initial training of enforcement agents'").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn paper_has_the_whole_time_with_every_label_and_a_telephone_a_list_along_a_line() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=turkmenistan&shown-from=2013&shown-to=2013").await;
        browser.eval("dispatchEvent(new Event('beforeprint'))").await;
        let marks = "return document.querySelectorAll('.drawing-paper :is(.bar, .reach, .bracket)').length";
        let labels = browser.eval("return document.querySelectorAll('.drawing-paper .label').length").await;
        let drawn = browser.text("return document.querySelector('.drawing-tall').getAttribute('aria-label')").await;
        let drawn: u64 = drawn.split_whitespace().nth(2).unwrap().parse().unwrap();
        assert_eq!(labels.as_u64(), Some(drawn), "every entry has its label, not only those of 2013");
        assert!(browser.eval(marks).await.as_u64() >= Some(drawn));
        let overlaps = "const boxes = [...document.querySelectorAll('.drawing-paper svg')].flatMap(svg => [...svg.querySelectorAll('.label')].map(it => [svg, it.getBBox()])); \
            return boxes.filter(([svg, a], i) => boxes.some(([other, b], j) => j > i && svg === other && a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && Math.abs(a.y - b.y) < 10)).length";
        assert_eq!(
            browser
                .eval(&format!("document.querySelector('.drawing-paper').style.display = 'block'; {overlaps}"))
                .await,
            0
        );
        assert!(
            browser
                .text("return document.querySelector('.drawing-paper .title').textContent")
                .await
                .contains("timeline")
        );
        browser.eval("dispatchEvent(new Event('afterprint'))").await;
        assert_eq!(browser.eval(marks).await, 0);
        let metrics = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        browser.load_alive("/timeline/?country=turkmenistan").await;
        browser
            .until("filtered", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        assert_eq!(browser.eval("return document.querySelector('.drawing-scroll').checkVisibility()").await, false);
        // What can be saved does not depend on the screen.
        browser.eval("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob) }").await;
        for (at, name) in ["CSV", "SVG"].iter().enumerate() {
            browser.eval(&format!("const menu = document.querySelector('.drawing .save-menu'); menu.open = true; \
                [...menu.querySelectorAll('button')].find(it => it.checkVisibility() && it.textContent.includes('{name}')).click()")).await;
            browser.until(name, &format!("return saved.length === {}", at + 1)).await;
        }
        browser.eval("document.querySelector('.drawing .save-menu').open = false").await;
        assert_eq!(browser.eval("return document.querySelector('.year .entry').checkVisibility()").await, true);
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn entries_and_drawing_leave_as_files() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=turkmenistan").await;
        browser
            .until("filtered", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        let found = browser.eval("return document.querySelectorAll('.year .entry').length").await.as_u64().unwrap();
        browser.eval("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob) }").await;
        browser.click(".drawing .save-menu summary").await;
        for (at, name) in ["CSV", "iCalendar", "SVG", "PNG"].iter().enumerate() {
            browser.eval(&format!("[...document.querySelectorAll('.drawing .save-menu button')].find(it => it.textContent.includes('{name}')).click()")).await;
            browser.until(name, &format!("return saved.length === {}", at + 1)).await;
            browser.until("said", "return document.querySelector('.drawing .save-menu [role=status]').textContent.startsWith('Saved: ')").await;
        }
        browser.eval("window.texts = null; Promise.all(saved.map(it => it.text())).then(it => { texts = it })").await;
        browser.until("read", "return texts !== null").await;
        let texts = browser.eval("return [texts[0], texts[1], texts[2], [saved[3].type, saved[3].size]]").await;
        let (csv, ics, svg) = (texts[0].as_str().unwrap(), texts[1].as_str().unwrap(), texts[2].as_str().unwrap());
        assert!(csv.starts_with('\u{feff}') || csv.starts_with("uid"), "{csv}");
        assert_eq!(csv.matches("@rule-of-law-atlas").count() as u64, found, "a row for each entry");
        let drawn = browser.text("return document.querySelector('.drawing-tall').getAttribute('aria-label')").await;
        let drawn: usize = drawn.split_whitespace().nth(2).unwrap().parse().unwrap();
        assert_eq!(ics.matches("BEGIN:VEVENT").count(), drawn, "an event for each entry that has a day");
        assert!(ics.contains("DTSTART;VALUE=DATE:") && ics.starts_with("BEGIN:VCALENDAR"));
        assert!(
            svg.contains("rojects and events in Turkmenistan")
                && svg.contains("Data as of ")
                && svg.contains(&browser.url("/timeline/?country=turkmenistan"))
        );
        assert_eq!(texts[3][0], "image/png");
        assert!(texts[3][1].as_u64().unwrap() > 10_000);
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn countries_and_projects_have_their_own_drawings() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        for (page, name) in
            [("/partners/tajikistan/", "Drawing of "), ("/projects/eu-rule-of-law-platform-phase-1/", "Drawing of ")]
        {
            open(&browser, page).await;
            assert!(
                browser
                    .text("return document.querySelector('.drawing-tall').getAttribute('aria-label')")
                    .await
                    .starts_with(name)
            );
            browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
            let before = browser.text(FOCUSED).await;
            browser.press(&[RIGHT]).await;
            browser
                .until(
                    "another entry",
                    &format!("return document.activeElement.getAttribute('aria-label') !== {}", json!(before)),
                )
                .await;
            browser.until("the link can be seen", ON_MARK).await;
            assert_eq!(search(&browser).await, "", "a small drawing is not in the address");
        }
        // A project's own page begins with the project.
        open(&browser, "/projects/eu-rule-of-law-platform-phase-1/").await;
        let name =
            browser.text("return document.querySelector('.drawing-stop.in-turn').getAttribute('aria-label')").await;
        let title = browser.heading().await;
        assert!(name.contains(&title), "{name} is about {title}");
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// A bar of exact days that came after an uncertain one was painted as faint as that, and in the dark it shone.
#[test]
fn a_sure_bar_is_never_as_faint_as_the_one_before_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?shown-from=2020&shown-to=2024").await;
        browser
            .eval(
                "window.painted = []; const real = CanvasRenderingContext2D.prototype.fillRect; \
                CanvasRenderingContext2D.prototype.fillRect = function (x, y, width, height) { \
                    painted.push({ fill: this.fillStyle, strength: this.globalAlpha, x, y, width, height }); \
                    real.call(this, x, y, width, height) }; return null",
            )
            .await;
        // Pictures of two decades, so that bars follow each other in many ways.
        for _ in 0..12 {
            browser
                .eval("window.before = painted.length; document.querySelectorAll('.drawing-tools button')[2].click()")
                .await;
            browser.until("another picture", "return painted.length > before").await;
        }
        // A sure bar is a rectangle in the colour of lines with a narrower one in its own colour on it.
        let bars = browser
            .eval(
                "const style = getComputedStyle(document.querySelector('.drawing-canvas')); \
                const shade = name => { const it = document.createElement('canvas').getContext('2d'); \
                    it.fillStyle = style.getPropertyValue(name).trim(); return it.fillStyle }; \
                const [fill, line] = [shade('--draw-project'), shade('--draw-project-line')]; \
                const below = painted.filter(it => it.fill === line && it.height === 18 && it.width > 6); \
                const inside = (bar, it) => it.fill === fill && it.y === bar.y && it.x > bar.x \
                    && it.x + it.width < bar.x + bar.width && it.width > bar.width - 4; \
                return [below.length, below.filter(bar => painted.some(it => inside(bar, it))).length, \
                    below.filter(bar => painted.some(it => inside(bar, it) && it.strength < 1)).length]",
            )
            .await;
        let [all, filled, faint] = [0, 1, 2].map(|at| bars[at].as_u64().unwrap());
        assert!(all > 0 && filled == all && faint == 0, "of {all} sure bars {filled} are filled, {faint} faintly");
    });
}
