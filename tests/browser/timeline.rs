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
        assert_eq!(browser.eval("return document.activeElement.closest('.drawing-frame') === null").await, true);
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
        // What holds of the list too is said beside it; of groups there is nothing to be seen here.
        browser.load_alive("/timeline/").await;
        let said = "const it = document.querySelector('.drawing-notes'), groups = it.querySelector('.drawing-repeated'); \
            return it.checkVisibility() && it.innerText.includes('no date') \
            && groups.textContent.includes('once') && !groups.checkVisibility()";
        browser.until("the notes", said).await;
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
        // The picture has the whole time, which here ends before the day of the data.
        open(&browser, "/timeline/?country=tajikistan&from=2012&to=2014&shown-from=2013&shown-to=2013").await;
        browser.eval("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { saved.push(blob); return make.call(URL, blob) }").await;
        browser.eval("const menu = document.querySelector('.drawing .save-menu'); menu.open = true; [...menu.querySelectorAll('button')].find(it => it.textContent.includes('SVG')).click()").await;
        browser.until("a picture", "return saved.length === 1").await;
        browser.eval("window.texts = null; saved[0].text().then(it => { texts = it })").await;
        browser.until("read", "return texts !== null").await;
        let svg = browser
            .text("return new DOMParser().parseFromString(texts, 'image/svg+xml').documentElement.textContent")
            .await;
        assert!(
            svg.contains("Data as of ") && !svg.contains("The line marks ") && !svg.contains("shown-from"),
            "{svg}"
        );
        let lines = "const it = new DOMParser().parseFromString(texts, 'image/svg+xml').documentElement; \
            document.body.append(it); const wide = it.viewBox.baseVal.width; \
            return [...it.querySelectorAll('text')].filter(it => it.getBBox().x + it.getBBox().width > wide).map(it => it.textContent)";
        assert_eq!(browser.eval(lines).await, json!([]), "everything is in the picture");
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
        // A project's own page begins with the project, and its drawing says on paper of what it is.
        open(&browser, "/projects/eu-rule-of-law-platform-phase-1/").await;
        let name =
            browser.text("return document.querySelector('.drawing-stop.in-turn').getAttribute('aria-label')").await;
        let title = browser.heading().await;
        assert!(name.contains(&title), "{name} is about {title}");
        browser.eval("dispatchEvent(new Event('beforeprint'))").await;
        let paper = browser.text("return document.querySelector('.drawing-paper').textContent").await;
        let page = browser.url("/projects/eu-rule-of-law-platform-phase-1/");
        assert!(paper.contains(&format!("“{title}”")) && paper.contains(&page), "{paper} says {title} and {page}");
        browser.eval("dispatchEvent(new Event('afterprint'))").await;
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

/// All of the card can be seen: nothing cuts its corners off, and it covers no mark of its own.
const WHOLE: &str = "const it = document.querySelector('.drawing-card'); if (!it) return false; \
    const box = it.getBoundingClientRect(), mark = document.querySelector('.drawing-stop.in-turn').getBoundingClientRect(); \
    const corners = [[box.left + 8, box.top + 8], [box.right - 8, box.top + 8], [box.left + 8, box.bottom - 8], \
        [box.right - 8, box.bottom - 8]]; \
    return corners.every(([x, y]) => it.contains(document.elementFromPoint(x, y))) \
        && (box.bottom <= mark.top + 1 || box.top >= mark.bottom - 1)";

#[test]
fn the_card_of_a_small_drawing_is_whole_wherever_its_mark_is() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        open(&browser, "/partners/kazakhstan/").await;
        browser
            .eval("document.querySelector('.drawing-frame').scrollIntoView({ block: 'center', behavior: 'instant' })")
            .await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        for key in [HOME, END, LEFT, LEFT, LEFT, HOME, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT] {
            browser.press(&[key]).await;
            // Of the mark that has the focus now.
            let own = "const title = document.querySelector('.drawing-card .entry-title')?.textContent; \
                return title !== undefined && document.activeElement.getAttribute('aria-label').includes(title)";
            browser.until("its card", own).await;
            browser.until("all of the card", WHOLE).await;
        }
        // Likewise under the pointer.
        let [left, top, width, height] = place(&browser, ".drawing-stop.in-turn").await;
        browser.eval("document.activeElement.blur()").await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        mouse(&browser, "mouseMoved", left + width / 2.0, top + height / 2.0, json!({})).await;
        browser.until("all of the card", WHOLE).await;
        // The Tab key gets from the mark to its card, though that stands outside of what scrolls.
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        browser.press(&[TAB]).await;
        browser.until("in the card", "return document.activeElement.closest('.drawing-card') !== null").await;
        browser.press(&[ESCAPE]).await;
        browser.until("closed", "return document.querySelector('.drawing-card') === null && document.activeElement.matches('.drawing-stop')").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The pointer moves over the picture, and then what the card says is kept after so many milliseconds.
fn pointing(at: (f64, f64), then: &str, after: [u32; 2]) -> String {
    format!(
        "const title = () => document.querySelector('.drawing-card .entry-title')?.textContent ?? ''; window.seen = []; \
        document.querySelector('.drawing-canvas').dispatchEvent(new PointerEvent('pointermove', \
            {{ clientX: {}, clientY: {}, pointerType: 'mouse', bubbles: true }})); \
        setTimeout(() => {{ seen.push(title()); {then} }}, {}); setTimeout(() => seen.push(title()), {})",
        at.0, at.1, after[0], after[1]
    )
}

#[test]
fn the_card_stands_at_the_pointer_and_waits_for_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?group=none").await;
        into_view(&browser).await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        // A long mark, and one of another kind, whose title is another.
        let kind = |name: &str| name.split(',').next().unwrap_or_default().to_owned();
        let chosen = |marks: &[([f64; 4], String)]| {
            let long = marks.iter().position(|(place, _)| place[2] > 300.0)?;
            let other = marks.iter().position(|(_, name)| kind(name) != kind(&marks[long].1))?;
            Some((marks[long].clone(), marks[other].clone()))
        };
        browser.press(&[HOME]).await;
        let mut marks: Vec<([f64; 4], String)> = Vec::new();
        for _ in 0..60 {
            browser.until("the focus", ON_MARK).await;
            marks.push((place(&browser, ".drawing-stop.in-turn").await, browser.text(FOCUSED).await));
            let before = browser.text(FOCUSED).await;
            if chosen(&marks).is_some() {
                break;
            }
            browser.press(&[RIGHT]).await;
            browser
                .until(
                    "the next",
                    &format!("return document.activeElement.getAttribute('aria-label') !== {}", json!(before)),
                )
                .await;
        }
        let scrolled = browser.eval("return document.querySelector('.drawing-scroll').scrollTop").await;
        assert_eq!(scrolled, 0, "the marks are still where they were");
        let (([left, top, width, height], name), (place_of_other, name_of_other)) = chosen(&marks).expect("two marks");
        let said = |name: &str| {
            format!(
                "const it = document.querySelector('.drawing-card .entry-title'); return it !== null && {}.includes(it.textContent)",
                json!(name)
            )
        };
        browser.eval("document.activeElement.blur()").await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        // At the pointer, and it stays there while the pointer goes along its bar.
        let far = left + width - 30.0;
        mouse(&browser, "mouseMoved", far, top + height / 2.0, json!({})).await;
        browser.until("its card", &said(&name)).await;
        browser.until("at the pointer", &format!("const it = document.querySelector('.drawing-card').getBoundingClientRect(); return it.left <= {far} && it.right >= {far}")).await;
        let before = place(&browser, ".drawing-card").await;
        mouse(&browser, "mouseMoved", far - 80.0, top + height / 2.0, json!({})).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(place(&browser, ".drawing-card").await, before);
        // From here on the pointer is one of our own: the real one would come to cards that appear below it.
        mouse(&browser, "mouseMoved", 2.0, 2.0, json!({})).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        browser.eval(&pointing((far, top + height / 2.0), "", [0, 0])).await;
        browser.until("its card again", &said(&name)).await;
        // Another mark on the way does not change it at once, but when the pointer rests there.
        let there = (place_of_other[0] + place_of_other[2] / 2.0, place_of_other[1] + place_of_other[3] / 2.0);
        browser.eval(&pointing(there, "", [60, 900])).await;
        browser.until("seen", "return seen.length === 2").await;
        let seen = browser.eval("return seen").await;
        assert!(name.contains(seen[0].as_str().unwrap()), "{seen} is still about {name}");
        assert!(seen[0] != seen[1] && name_of_other.contains(seen[1].as_str().unwrap()), "{seen}: {name_of_other}");
        // And not at all when the pointer has come to the card.
        browser.eval(&pointing((far, top + height / 2.0), "", [0, 0])).await;
        browser.until("its card again", &said(&name)).await;
        let enters = "for (const [what, of] of [['pointerleave', '.drawing-scroll'], ['pointerenter', '.drawing-card']]) \
            document.querySelector(of).dispatchEvent(new PointerEvent(what, { pointerType: 'mouse' }))";
        browser.eval(&pointing(there, enters, [60, 900])).await;
        browser.until("seen", "return seen.length === 2").await;
        let seen = browser.eval("return seen").await;
        assert!(seen[0] == seen[1] && name.contains(seen[0].as_str().unwrap()), "{seen} is about {name}");
        // Escape closes it there too, without the pointer moving.
        browser.press(&[ESCAPE]).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The visitor has left the timeline and comes back.
async fn there_and_back(browser: &Browser) {
    browser.until("another page", "return !location.pathname.includes('/timeline')").await;
    browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
    browser.client.back().await.unwrap();
    browser.until("the timeline", "return location.pathname.includes('/timeline')").await;
    drawn(browser).await;
}

#[test]
fn back_leads_to_the_link_that_was_followed() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        // By the card of what the pointer is at, which nobody has chosen yet.
        open(&browser, "/timeline/?country=tajikistan").await;
        into_view(&browser).await;
        let [left, top, width, height] = place(&browser, ".drawing-stop.in-turn").await;
        mouse(&browser, "mouseMoved", left + width / 2.0, top + height / 2.0, json!({})).await;
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        let title = browser.text("return document.querySelector('.drawing-card .entry-title').textContent").await;
        browser.click(".drawing-card .entry-title a").await;
        there_and_back(&browser).await;
        let on_mark = format!(
            "const it = document.activeElement; return it.matches('.drawing-stop.in-turn') && it.getAttribute('aria-label').includes({})",
            json!(title)
        );
        browser.until("on its mark", &on_mark).await;
        // By Enter, before the hand has rested so long that the address says where it is.
        open(&browser, "/timeline/?country=tajikistan").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
        let first = browser.text(FOCUSED).await;
        browser.press(&[RIGHT]).await;
        browser
            .until(
                "the next",
                &format!("return document.activeElement.getAttribute('aria-label') !== {}", json!(first)),
            )
            .await;
        let name = browser.text(FOCUSED).await;
        browser.press(&[ENTER]).await;
        there_and_back(&browser).await;
        let on_mark = format!("return document.activeElement.getAttribute('aria-label') === {}", json!(name));
        browser.until("on its mark", &on_mark).await;
        // By a link of the list: the title of an entry, and one of its countries, of which there are many.
        for link in [".entry-title a", ".entry-facts .inline-list a"] {
            open(&browser, "/timeline/").await;
            let number = 40;
            let chosen = format!(
                "[...document.querySelectorAll('.year .entry')].filter(it => it.querySelector('{link}'))[{number}]"
            );
            let id = browser.text(&format!("const it = {chosen}; it.scrollIntoView({{ block: 'center', behavior: 'instant' }}); it.querySelector('{link}').focus({{ preventScroll: true }}); return it.id")).await;
            let href = browser.text("return document.activeElement.getAttribute('href')").await;
            browser.press(&[ENTER]).await;
            there_and_back(&browser).await;
            let back = format!(
                "const it = document.activeElement; return it.getAttribute('href') === {} && it.closest('.entry')?.id === {}",
                json!(href),
                json!(id)
            );
            browser.until("on the link", &back).await;
            let in_view = "const it = document.activeElement.getBoundingClientRect(); return it.top >= 0 && it.bottom <= innerHeight";
            browser.until("in view", in_view).await;
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The focus moves to the next mark with the next picture: Enter in the meantime opened the entry before.
#[test]
fn enter_opens_the_mark_that_the_arrow_before_it_led_to_however_quick_the_hand() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=tajikistan&group=none").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
        browser.press(&[RIGHT]).await;
        browser.until("the second", "return document.activeElement.matches('.drawing-stop.in-turn.chosen')").await;
        let before = browser.text("return document.activeElement.href").await;
        browser
            .eval(
                "const it = document.activeElement; for (const key of ['ArrowRight', 'Enter']) { \
                const down = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }); \
                if (it.dispatchEvent(down) && key === 'Enter') it.click() }",
            )
            .await;
        browser.until("a page", "return !location.pathname.startsWith('/timeline')").await;
        assert_ne!(browser.text("return location.href").await, before);
        browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
        let title = browser.heading().await;
        browser.client.back().await.unwrap();
        drawn(&browser).await;
        let on_mark = format!(
            "const it = document.activeElement; return it.matches('.drawing-stop.in-turn') && it.ariaLabel.includes({})",
            json!(title)
        );
        browser.until("on the mark that was opened", &on_mark).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The address does not say what a small drawing shows: Back led to the heading of the page.
#[test]
fn back_leads_to_the_mark_of_a_small_drawing_and_a_link_to_the_page() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        for page in ["/partners/tajikistan/", "/projects/eu-rule-of-law-platform-phase-1/"] {
            open(&browser, page).await;
            browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
            let range = "document.querySelector('.drawing-range').textContent";
            let whole = browser.text(&format!("return {range}")).await;
            browser.press(&['+']).await;
            browser.until("closer", &format!("return {range} !== {}", json!(whole))).await;
            browser.press(&[RIGHT]).await;
            let chosen = "return document.activeElement.matches('.drawing-stop.in-turn.chosen')";
            browser.until("another", chosen).await;
            let at = "return [document.activeElement.ariaLabel, document.querySelector('.drawing-range').textContent]";
            let before = browser.eval(at).await;
            browser.press(&[ENTER]).await;
            browser.until("another page", &format!("return !location.pathname.endsWith({})", json!(page))).await;
            browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
            browser.client.back().await.unwrap();
            drawn(&browser).await;
            let there = format!(
                "const now = (() => {{ {at} }})(); return JSON.stringify(now) === {}",
                json!(before.to_string())
            );
            browser.until("on its mark, in the same part of time", &there).await;
            let in_view = "const it = document.activeElement.getBoundingClientRect(); return it.top >= 0 && it.bottom <= innerHeight";
            browser.until("in view", in_view).await;
            // Whoever comes by a link begins at the beginning.
            browser.press(&[ENTER]).await;
            browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
            browser.eval("document.querySelector('header a[href$=\"/partners/\"]').click()").await;
            browser.until("the countries", "return location.pathname.endsWith('/partners/')").await;
            browser.eval("document.querySelector('main a[href$=\"/partners/tajikistan/\"]').click()").await;
            browser.until("a country", "return location.pathname.endsWith('/tajikistan/')").await;
            drawn(&browser).await;
            browser.until("at its heading", "return document.activeElement.tagName === 'H1'").await;
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// Before it stood in the page its size was none: the first card lay over its mark and the pointer, and ran out of the
/// window on the right.
#[test]
fn the_first_card_has_its_place_before_anything_is_painted_anew() {
    with_browser(Setup::new(ROOT), |browser| async move {
        for share in [0.2, 0.97] {
            open(&browser, "/timeline/?group=none").await;
            into_view(&browser).await;
            browser.until("at rest", "return new Promise(done => setTimeout(() => done(true), 500))").await;
            let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
            // The first row that has a mark there.
            for row in 0..12 {
                let at = (left + width * share, top + 60.0 + 12.0 * f64::from(row));
                mouse(&browser, "mouseMoved", at.0, at.1, json!({})).await;
                tokio::time::sleep(std::time::Duration::from_millis(60)).await;
                let said = "const card = document.querySelector('.drawing-card')?.getBoundingClientRect(); \
                    return card && [card.left, card.top, card.right, card.bottom, innerWidth, innerHeight, \
                    document.documentElement.scrollWidth]";
                let card: Vec<f64> = serde_json::from_value(browser.eval(said).await).unwrap_or_default();
                let [left, top, right, bottom, wide, high, whole] = card[..] else { continue };
                assert!(left >= 0.0 && top >= 0.0 && right <= wide && bottom <= high && whole <= wide, "{card:?}");
                assert!(at.1 <= top || at.1 >= bottom, "{card:?} lies over the pointer at {at:?}");
                break;
            }
            browser.until("a card", "return document.querySelector('.drawing-card') !== null").await;
        }
        // Likewise of the mark to which the Tab key comes first, and then nothing is covered that can be chosen.
        open(&browser, "/timeline/?country=tajikistan").await;
        assert!(browser.tab_to(".drawing-stop").await);
        browser.until("all of the card", WHOLE_AT_FOCUS).await;
        browser.press(&[RIGHT]).await;
        browser.until("all of the card", WHOLE_AT_FOCUS).await;
        assert_eq!(crate::axe::faults(&browser, ".drawing").await, Vec::<String>::new());
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// All of the card is in the window, and what has the focus is in the window and not under it.
const WHOLE_AT_FOCUS: &str = "const card = document.querySelector('.drawing-card')?.getBoundingClientRect(), \
    mark = document.activeElement.getBoundingClientRect(); \
    return card && document.activeElement.matches('.drawing-stop.in-turn') \
        && [card, mark].every(it => it.top >= 0 && it.bottom <= innerHeight && it.left >= 0 && it.right <= innerWidth) \
        && (card.bottom <= mark.top + 1 || card.top >= mark.bottom - 1)";

/// The arrows walk in order of time, which is the order of the list, and the page follows the focus: it went out of the
/// window.
#[test]
fn arrows_walk_as_the_list_is_read_and_the_page_follows() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=turkmenistan&group=none").await;
        browser
            .until("filtered", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        browser.eval("scrollTo({ top: 0, behavior: 'instant' })").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        browser.press(&[HOME]).await;
        let address = "return document.activeElement.href";
        let mut walked = vec![browser.text(address).await];
        loop {
            browser.press(&[RIGHT]).await;
            let moved = format!("return document.activeElement.href !== {}", json!(walked.last()));
            if !browser.within(std::time::Duration::from_millis(700), &moved).await {
                break;
            }
            browser.until("the link can be seen", ON_MARK).await;
            browser.until("its card", WHOLE_AT_FOCUS).await;
            walked.push(browser.text(address).await);
        }
        let listed = browser.eval("return [...document.querySelectorAll('.year:not([aria-labelledby=undated]) .entry-title a')].map(it => it.href)").await;
        let listed: Vec<String> = serde_json::from_value(listed).unwrap();
        assert!(walked.len() > 20);
        assert_eq!(walked, listed.into_iter().take(walked.len()).collect::<Vec<_>>());
        // Among many groups.
        open(&browser, "/timeline/?group=donor").await;
        browser.eval("scrollTo({ top: 0, behavior: 'instant' })").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        for key in [DOWN, DOWN, DOWN, END, UP, HOME, DOWN] {
            browser.press(&[key]).await;
            browser.until("its card", WHOLE_AT_FOCUS).await;
            browser.until("the link can be seen", ON_MARK).await;
        }
        // What has the focus keeps it, and its name, when a narrower window has the drawing made anew.
        let name = browser.text(FOCUSED).await;
        browser
            .chromium(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": 1000, "height": 800, "deviceScaleFactor": 1, "mobile": false }),
            )
            .await;
        browser.until("narrower", "return innerWidth === 1000").await;
        browser.until("on its mark", ON_MARK).await;
        assert_eq!(browser.text(FOCUSED).await, name);
        // A project's own mark leads to the head of its page, where one is.
        open(&browser, "/projects/eu-rule-of-law-platform-phase-1/").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
        browser.press(&[ENTER]).await;
        browser.until("at the heading", "return document.activeElement.tagName === 'H1'").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// Keeps what the canvas is told to fill and to write.
const KEEP_PAINT: &str = "window.filled = []; window.written = []; \
    const it = CanvasRenderingContext2D.prototype, [fill, write] = [it.fillRect, it.fillText]; \
    it.fillRect = function (...at) { filled.push([this.fillStyle, this.canvas.className, ...at]); fill.apply(this, at) }; \
    it.fillText = function (...at) { written.push(at[0]); write.apply(this, at) }; return null";

#[test]
fn the_line_of_the_day_follows_the_day_that_is_asked_for() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?as-of=2016-01-01&shown-from=2010&shown-to=2029").await;
        let legend = "return document.querySelector('.sign-day').parentElement.textContent";
        assert_eq!(browser.text(legend).await, "Date asked for: 1 January 2016");
        browser.eval(KEEP_PAINT).await;
        // Where the line is: nothing else has its colour.
        let line = "const colour = document.createElement('canvas').getContext('2d'), canvas = document.querySelector('.drawing-canvas'); \
            colour.fillStyle = getComputedStyle(canvas).getPropertyValue('--draw-day').trim(); \
            return (filled.filter(it => it[1] === 'drawing-canvas' && it[0] === colour.fillStyle).at(-1)?.[2] ?? -1)";
        browser.eval("dispatchEvent(new Event('resize'))").await;
        browser.until("a picture", &format!("{line} !== -1")).await;
        let then = browser.eval(line).await.as_f64().unwrap();
        browser.click(".chips li:first-child a").await;
        browser.until_at("/timeline/?shown-from=2010&shown-to=2029").await;
        browser.until("the legend", &format!("{legend}.startsWith('Date of the data: ')")).await;
        browser.until("the line", &format!("{line} > {then} + 100")).await;
        // Back, without a reload.
        browser.client.back().await.unwrap();
        browser.until("the legend", &format!("{legend} === 'Date asked for: 1 January 2016'")).await;
        browser.until("the line", &format!("{line} === {then}")).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_axis_says_its_year_and_the_name_of_a_group_has_a_strip_of_its_own() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?shown-from=2013-03-11&shown-to=2013-03-24").await;
        browser.eval(KEEP_PAINT).await;
        browser.eval("dispatchEvent(new Event('resize'))").await;
        browser.until("the year among days", "return written.some(it => /^\\d+ Mar 2013$/.test(it))").await;
        open(&browser, "/timeline/").await;
        into_view(&browser).await;
        browser.eval(KEEP_PAINT).await;
        browser.eval("document.querySelector('.drawing-scroll').scrollTop = 200").await;
        let strip = "const width = document.querySelector('.drawing-scroll').clientWidth; \
            return filled.some(([, of, x, y, wide, high]) => of === 'drawing-canvas' && x === 0 && y === 24 && high === 28 && wide === width)";
        browser.until("a strip below the axis", strip).await;
        // What lies below it is not pointed at.
        let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
        for share in [0.3, 0.5, 0.7, 0.9] {
            mouse(&browser, "mouseMoved", left + width * share, top + 36.0, json!({})).await;
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
            assert_eq!(browser.eval("return document.querySelector('.drawing-card') === null").await, true);
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_group_that_goes_on_is_named_on_every_sheet() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/").await;
        browser.eval("dispatchEvent(new Event('beforeprint'))").await;
        let sheets = browser
            .eval("return [...document.querySelectorAll('.drawing-paper svg')].map(svg => [...svg.querySelectorAll('.group-name')].map(it => it.textContent))")
            .await;
        let sheets: Vec<Vec<String>> = serde_json::from_value(sheets).unwrap();
        assert!(sheets.len() > 2 && sheets.iter().all(|names| !names.is_empty()), "{sheets:?}");
        let mut further = 0;
        for pair in sheets.windows(2) {
            let last = pair[0].last().unwrap().trim_end_matches(" (continued)");
            if pair[1][0].ends_with(" (continued)") {
                assert_eq!(pair[1][0], format!("{last} (continued)"));
                further += 1;
            }
        }
        assert!(further > 0, "{sheets:?}");
        browser.eval("dispatchEvent(new Event('afterprint'))").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn pages_with_small_drawings_have_the_same_in_words() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        let seen =
            "return [...document.querySelectorAll('.small-list .entry')].filter(it => it.checkVisibility()).length";
        let project = "/projects/eu-rule-of-law-platform-phase-1/";
        open(&browser, project).await;
        assert_eq!(browser.eval(seen).await, 0, "where there is room for the drawing, it needs no list");
        let drawn = browser.text("return document.querySelector('.drawing-tall').getAttribute('aria-label')").await;
        let drawn: u64 = drawn.split_whitespace().nth(2).unwrap().parse().unwrap();
        // The lists that a country's page has anyway: the section says where they are.
        open(&browser, "/partners/tajikistan/").await;
        let ways = "return [...document.querySelectorAll('section[aria-labelledby=time] .inline-list a')].map(it => it.hash).join(' ')";
        assert_eq!(browser.text(ways).await, "#projects #events #eu");
        assert_eq!(browser.eval("return document.querySelector('#projects') !== null && document.querySelector('#events') !== null && document.querySelector('.small-list') === null").await, true);
        let metrics = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        browser.load_alive(project).await;
        assert!(browser.eval(seen).await.as_u64() >= Some(drawn), "every entry that is drawn stands in the list");
        let own = "return document.querySelector('.small-list .entry[aria-current] .entry-title').textContent";
        assert_eq!(browser.text(own).await, browser.heading().await);
        let sideways = "const it = document.documentElement; return it.scrollWidth <= it.clientWidth";
        assert_eq!(browser.eval(sideways).await, true);
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
