//! When things fail the page as published stays readable, its links work, and one line says so without covering it.

use crate::browser::{Browser, Setup, with_browser};
use crate::server::Fault;
use crate::site::{PORTAL, ROOT};

const SEED: &str =
    "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/";

/// The page has its content, and nothing lies over its heading.
async fn is_readable(browser: &Browser, notice: bool) {
    assert!(browser.heading().await.starts_with("Support to the Kazakh authorities"));
    let text = browser.text("return document.body.innerText").await;
    for part in ["July 2014 – July 2017", "€1,666,413", "Ministry of Justice", "Ombudsperson’s Office", "Objective"]
    {
        assert!(text.contains(part), "{part}");
    }
    let uncovered = browser
        .eval(
            "const box = document.querySelector('h1').getBoundingClientRect(); \
             const at = document.elementFromPoint(box.left + 5, box.top + box.height / 2); return at.tagName === 'H1'",
        )
        .await;
    assert_eq!(uncovered, true);
    let shown = browser.eval("return !document.querySelector('#notice').hidden").await;
    assert_eq!(shown, notice, "the line that says so");
}

fn stays_readable(setup: Setup) {
    with_browser(setup, |browser| async move {
        browser.load(SEED).await;
        browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
        is_readable(&browser, true).await;
        // Plain links still lead on.
        browser.click("dl a[href*='/partners/kazakhstan/']").await;
        browser
            .until("the country", "return document.querySelector('h1').textContent === 'Republic of Kazakhstan'")
            .await;
    });
}

#[test]
fn the_data_is_missing() {
    stays_readable(Setup { fault: Fault::DataMissing, ..Setup::new(ROOT) });
}

#[test]
fn the_data_is_truncated() {
    stays_readable(Setup { fault: Fault::DataTruncated, ..Setup::new(ROOT) });
}

#[test]
fn a_record_of_the_data_is_broken() {
    // What can be read is shown and works; what cannot is counted at the foot of every page.
    with_browser(Setup { fault: Fault::RecordBroken, ..Setup::new(ROOT) }, |browser| async move {
        browser.load_alive("/projects/").await;
        let text = browser.text("return document.querySelector('footer').innerText").await;
        assert!(text.contains("1 record of the data could not be read"), "{text}");
        let whole = ROOT.pages().iter().filter(|page| page.starts_with("/projects/")).count() - 1;
        let links = browser.eval("return document.querySelectorAll('.card h3 a').length").await;
        assert_eq!(links.as_u64().unwrap() as usize, whole - 1);
        browser.click("input[name=country][value=kazakhstan]").await;
        browser.until_at("/projects/?country=kazakhstan").await;
    });
}

#[test]
fn the_data_is_a_page() {
    stays_readable(Setup { fault: Fault::DataIsHtml, ..Setup::new(PORTAL) });
}

#[test]
fn the_webassembly_is_missing() {
    stays_readable(Setup { fault: Fault::WasmMissing, ..Setup::new(PORTAL) });
}

#[test]
fn webassembly_is_blocked() {
    stays_readable(Setup { wasm: false, ..Setup::new(ROOT) });
}

#[test]
fn script_is_off() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup { script: false, ..Setup::new(site) }, |browser| async move {
            browser.load(SEED).await;
            is_readable(&browser, false).await;
            assert!(browser.text("return document.body.innerText").await.contains("need JavaScript and WebAssembly"));
            browser.click(".back a").await;
            browser
                .until("the list", "return document.querySelector('h1').textContent === 'Related projects database'")
                .await;
            let links = browser.eval("return document.querySelectorAll('.card h3 a').length").await;
            assert!(links.as_u64().unwrap() >= 250, "{links}");
            let usable = browser.eval("return document.querySelectorAll('fieldset:not(:disabled)').length").await;
            assert_eq!(usable, 0, "controls that cannot work say so");
            browser.click(".card:last-child h3 a").await;
            browser.until("a project", "return document.querySelector('.back a') !== null").await;
        });
    }
}

#[test]
fn an_unknown_address_gets_the_error_page_at_any_depth() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), |browser| async move {
            for path in ["/no-such-page/", "/projects/no-such-project/", "/a/b/c/d"] {
                browser.load_alive(path).await;
                assert_eq!(browser.heading().await, "Page not found");
                let console = browser.console().await;
                // The browser itself reports the status of the page that was asked for.
                assert!(console.iter().all(|line| line.contains("404")), "{console:?}");
            }
            browser.follow("Home").await;
            browser.until_at("/").await;
        });
    }
}

#[test]
fn a_host_that_knows_only_its_error_page_still_shows_every_page() {
    with_browser(Setup { fault: Fault::OnlyErrorPage, ..Setup::new(PORTAL) }, |browser| async move {
        browser.load_alive("/partners/kazakhstan/").await;
        assert_eq!(browser.heading().await, "Republic of Kazakhstan");
    });
}
