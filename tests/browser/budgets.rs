//! What the site may cost a visitor: bytes on the way, what may come before the page is painted, memory. Times are not
//! tested, which would test the machine: `cargo atlas bench --pages` measures them.

use crate::browser::{Browser, Setup, with_browser};
use crate::files::{compressed, told};
use crate::server::{Host, Serving};
use crate::site::ROOT;
use crate::templates::{NOT_FOUND, TEMPLATES};
use atlas::domain::route::Route;
use atlas::words::LANGUAGES;
use serde_json::{Value, json};
use std::io::Write;

/// The most bytes that each part may have on the way, compressed with Brotli. The owner wants at most 220,000 for the
/// WebAssembly; the README says why it has more.
const PARTS: [(&str, &str, &str, usize); 6] = [
    ("WebAssembly", "client-", ".wasm", 416_500),
    ("script of the program", "client-", ".js", 13_000),
    ("start", "start-", ".js", 2_020),
    ("first script", "first-", ".js", 950),
    ("style", "style-", ".css", 11_000),
    ("module that writes files", "export-", ".wasm", 260_000),
];

/// The most bytes of a first visit: the page, its data, the program, the catalogue.
const FIRST_VISIT: usize = 524_000;
/// The most bytes of the page and its style, without which nothing is seen.
const TO_READ: usize = 70_000;

/// Past the test runner, which keeps what a test prints that goes well.
fn tell(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

#[test]
fn no_part_and_no_first_visit_has_more_bytes_than_it_may() {
    let mut over = Vec::new();
    let mut of_program = 0;
    let mut of_style = 0;
    for (name, begins, ends, most) in PARTS {
        let size = compressed(ROOT, &ROOT.file("", begins, ends));
        tell(&format!("bytes on the way: {name} {size} of at most {most}"));
        if size > most {
            over.push(format!("{name}: {size} of {most}"));
        }
        match ends {
            ".css" => of_style = size,
            _ if begins != "export-" => of_program += size,
            _ => {}
        }
    }
    let catalogue = compressed(ROOT, &told(ROOT, &LANGUAGES[0], "data-catalogue"));
    for (template, path) in TEMPLATES.into_iter().filter(|(name, path)| *name != NOT_FOUND && !path.contains('?')) {
        let page = compressed(ROOT, &format!("{}index.html", &path[1..]));
        let slice = compressed(ROOT, &Route::parse("", path, "").slice()[1..]);
        let all = page + slice + of_style + of_program + catalogue;
        tell(&format!("bytes on the way: {template} {} to read it, {all} in all", page + of_style));
        if all > FIRST_VISIT || page + of_style > TO_READ {
            over.push(format!("{template}: {} to read it, {all} in all", page + of_style));
        }
    }
    assert!(over.is_empty(), "{}", over.join("\n"));
}

/// Notes what has moved on the page.
const WATCH: &str = "window.moved = [];
    new PerformanceObserver(list => { for (const it of list.getEntries()) moved.push({ by: it.value,
            what: it.sources.map(it => (it.node?.outerHTML ?? it.node?.textContent ?? '').slice(0, 90)) }) })
        .observe({ type: 'layout-shift', buffered: true });";

/// What belongs to the program and was asked for before the page was painted.
const TOO_SOON: &str = "const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    return painted === undefined ? ['never painted'] : performance.getEntriesByType('resource').filter(it => it.startTime < painted)
        .map(it => new URL(it.name).pathname).filter(it => /client-|\\.(wasm|json|bin)$/.test(it))";

#[test]
fn a_page_is_painted_before_its_program_is_asked_for_and_then_stands_still() {
    paint_and_stand_still(Setup::new(ROOT), &TEMPLATES);
    // What a telephone has in the place of a drawing came when the page was alive, and moved what is below.
    let with_tools: Vec<_> =
        TEMPLATES.into_iter().filter(|(name, _)| ["timeline", "projects", "partner"].contains(name)).collect();
    assert_eq!(with_tools.len(), 3);
    paint_and_stand_still(Setup { width: 400, ..Setup::new(ROOT) }, &with_tools);
}

fn paint_and_stand_still(setup: Setup, templates: &[(&'static str, &'static str)]) {
    let templates = templates.to_vec();
    with_browser(setup, move |browser| async move {
        let host = Host::new(Serving { compressed: true, ..Serving::plain(ROOT) });
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        let line =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000 });
        browser.chromium("Network.enable", json!({})).await;
        browser.chromium("Network.emulateNetworkConditions", line).await;
        let mut faults = Vec::new();
        for (template, path) in templates {
            browser.chromium("Network.clearBrowserCache", json!({})).await;
            browser.client.goto(&format!("{}{path}", host.origin)).await.unwrap();
            browser.until("alive", "return document.documentElement.hasAttribute('data-alive')").await;
            let too_soon = browser.eval(TOO_SOON).await;
            // What is less cannot be seen: a button that is a fraction of a pixel wider when the rest of its line has come.
            let moved = browser.eval("return moved.filter(it => it.by > 0.001)").await;
            if too_soon != json!([]) || moved != json!([]) {
                faults.push(format!("{template}: asked too soon {too_soon}, moved {moved}"));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

/// Where the walk goes, by links of the page that it is on.
const WALK: [&str; 7] = [
    ".site-menu a[href$='/projects/']",
    ".card h3 a",
    ".site-menu a[href$='/timeline/']",
    ".site-menu a[href$='/partners/']",
    "main a[href$='/partners/kazakhstan/']",
    ".site-menu a[href$='/organisations/']",
    ".site-menu a[href$='/about/']",
];

/// Clicks by script: the driver would keep every element that it has been asked for.
async fn click(browser: &Browser, selector: &str) {
    browser.eval(&format!("document.querySelector({}).click()", json!(selector))).await;
}

/// What the page holds at present, after all that nobody needs has been taken away.
async fn held(browser: &Browser) -> [f64; 4] {
    for _ in 0..3 {
        browser.chromium("HeapProfiler.collectGarbage", json!({})).await;
    }
    let counters = browser.chromium("Memory.getDOMCounters", json!({})).await;
    let heap = browser.chromium("Runtime.getHeapUsage", json!({})).await;
    let prototype = browser.chromium("Runtime.evaluate", json!({ "expression": "WebAssembly.Memory.prototype" })).await;
    let all =
        browser.chromium("Runtime.queryObjects", json!({ "prototypeObjectId": prototype["result"]["objectId"] })).await;
    let sum = json!({
        "objectId": all["objects"]["objectId"], "returnByValue": true,
        "functionDeclaration": "function () { return this.reduce((sum, it) => sum + it.buffer.byteLength, 0) }",
    });
    let wasm = browser.chromium("Runtime.callFunctionOn", sum).await;
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    [&wasm["result"]["value"], &heap["usedSize"], &counters["nodes"], &counters["jsEventListeners"]].map(number)
}

#[test]
fn memory_does_not_grow_over_ten_rounds_through_the_site() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/about/").await;
        let mut rounds = Vec::new();
        for _ in 0..12 {
            for link in WALK {
                let heading = browser.heading().await;
                click(&browser, link).await;
                let there = format!("return document.querySelector('main h1')?.textContent !== {}", json!(heading));
                browser.until(link, &there).await;
            }
            click(&browser, ".site-menu a[href$='/projects/']").await;
            browser
                .until(
                    "the list",
                    "return document.querySelector('input[name=country][value=kazakhstan]:enabled') !== null",
                )
                .await;
            click(&browser, "input[name=country][value=kazakhstan]").await;
            browser.until("filtered", "return location.search === '?country=kazakhstan'").await;
            click(&browser, ".site-menu a[href$='/about/']").await;
            browser
                .until("about", "return location.pathname === '/about/' && document.querySelector('input') === null")
                .await;
            rounds.push(held(&browser).await);
        }
        // The first two fill what is kept on purpose: the pages that were seen, compiled code.
        let (early, late) = (rounds[1], rounds[11]);
        let names = ["WebAssembly", "script", "nodes", "listeners"];
        let lines: Vec<String> = (0..4).map(|at| format!("{} {:.0} → {:.0}", names[at], early[at], late[at])).collect();
        tell(&format!("memory over ten rounds: {}", lines.join(", ")));
        for at in 0..4 {
            // Not a round may leave anything behind; a tenth of one is the noise of the collector.
            assert!(late[at] <= early[at] * 1.05, "{} {rounds:?}", names[at]);
        }
    });
}
