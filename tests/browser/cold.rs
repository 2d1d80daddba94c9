//! A filtered address that is opened cold: what it asks for is the first list that is shown.

use crate::browser::{Browser, Setup, with_browser};
use crate::list::{address, asked, settle, shows};
use crate::server::{Fault, Piece};
use crate::site::{PORTAL, ROOT};
use atlas::words::words;
use serde_json::json;

/// Notes in every frame what can be seen of the list, and every layout shift.
const WATCH: &str = "
    window.frames_seen = []; window.shifts = [];
    const look = () => {
        const body = document.querySelector('.with-side > .body');
        const visible = body !== null && getComputedStyle(body).visibility === 'visible';
        frames_seen.push(visible ? document.querySelector('#count, .body > [role=status]')?.textContent ?? '' : null);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver(list => { for (const it of list.getEntries()) shifts.push([it.value, ...it.sources.map(it =>
        (it.node?.outerHTML ?? it.node?.textContent ?? '').slice(0, 80))]) }).observe({ type: 'layout-shift', buffered: true });";

async fn watch(browser: &Browser) {
    browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
}

/// Addresses that ask something.
const QUERIES: [&str; 8] = [
    "country=kazakhstan",
    "country=tajikistan&type=judicial-reform&status=completed",
    "q=court",
    "q=prosecuters training",
    "country=nowhere",
    "country=kyrgyz-republic&page=2",
    "view=table&sort=largest",
    "as-of=2013-01-01&status=ongoing",
];

#[test]
fn a_filtered_address_never_shows_the_whole_list_first() {
    for (site, fault) in [(ROOT, Fault::Slow(Piece::Wasm)), (PORTAL, Fault::None)] {
        with_browser(Setup { fault, ..Setup::new(site) }, |browser| async move {
            watch(&browser).await;
            let mut failures = Vec::new();
            for query in QUERIES {
                browser.load_alive(&address(&asked(query))).await;
                if let Err(why) = settle(&browser, &asked(query)).await {
                    failures.push(why);
                }
                let seen = browser.eval("return frames_seen").await;
                let count = browser.text("return document.querySelector('#count').textContent").await;
                let loading = words().list.loading_words;
                let of = seen.as_array().unwrap().iter().filter_map(|it| it.as_str());
                let others: Vec<&str> = of.filter(|it| *it != count && *it != loading).collect();
                // Only where everything matches may the count be that of everything.
                if !others.is_empty() {
                    failures.push(format!("{query} shows {count}, but before that {others:?}"));
                }
                if fault == Fault::Slow(Piece::Wasm)
                    && seen[0] != json!(null)
                    && count != *others.first().unwrap_or(&"")
                {
                    failures.push(format!("{query} shows its list at once: {}", seen[0]));
                }
            }
            assert!(failures.is_empty(), "{}", failures.join("\n"));
        });
    }
}

#[test]
fn nothing_jumps_at_a_filtered_address() {
    with_browser(Setup { fault: Fault::Slow(Piece::Wasm), ..Setup::new(ROOT) }, |browser| async move {
        watch(&browser).await;
        let mut failures = Vec::new();
        for query in QUERIES {
            browser.load_alive(&address(&asked(query))).await;
            shows(&browser, query).await;
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let shifts = browser.eval("return shifts").await;
            let sum: f64 = shifts.as_array().unwrap().iter().filter_map(|it| it[0].as_f64()).sum();
            if sum >= 0.01 {
                failures.push(format!("{query}: {sum}: {shifts}"));
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    });
}

#[test]
fn the_published_list_is_there_at_once_where_nothing_is_asked() {
    with_browser(Setup { fault: Fault::Slow(Piece::Wasm), ..Setup::new(PORTAL) }, |browser| async move {
        browser.load("/projects/").await;
        let seen = "return [document.documentElement.hasAttribute('data-alive'), \
            document.querySelector('.card h3 a').checkVisibility({ visibilityProperty: true }), \
            document.querySelectorAll('.cards > .card').length]";
        assert_eq!(browser.eval(seen).await, json!([false, true, 25]));
        shows(&browser, "").await;
    });
}

#[test]
fn a_filtered_address_without_the_program_shows_the_published_list() {
    for setup in
        [Setup { fault: Fault::Missing(Piece::Wasm), ..Setup::new(ROOT) }, Setup { wasm: false, ..Setup::new(PORTAL) }]
    {
        with_browser(setup, |browser| async move {
            browser.load("/projects/?country=kazakhstan").await;
            browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
            let visible = "return document.querySelector('.card h3 a').checkVisibility({ visibilityProperty: true })";
            browser.until("the published list", visible).await;
            assert_eq!(browser.text("return document.querySelector('#count').textContent").await, "252 projects");
            browser.click(".pager .next a").await;
            browser.until_at("/projects/page/2/").await;
            browser.click(".card h3 a").await;
            browser.until("a project", "return document.querySelector('.back a') !== null").await;
        });
    }
}
