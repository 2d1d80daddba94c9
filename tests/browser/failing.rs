//! When things fail the page as published stays readable, its links work, and one line says so without covering it.

use crate::browser::{Browser, Setup, with_browser};
use crate::list::{address, asked, shows};
use crate::oracle::oracle;
use crate::server::{Damage, Fault, Part};
use crate::site::{PORTAL, ROOT, Site};
use atlas::words::words;

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

fn broken(site: Site, part: Part, damage: Damage) {
    stays_readable(Setup { fault: Fault::Broken(part, damage), ..Setup::new(site) });
}

#[test]
fn the_data_of_the_page_is_missing() {
    broken(ROOT, Part::Slice, Damage::Missing);
}

#[test]
fn the_data_of_the_page_is_truncated() {
    broken(ROOT, Part::Slice, Damage::Truncated);
}

#[test]
fn the_data_of_the_page_is_a_page() {
    broken(PORTAL, Part::Slice, Damage::Html);
}

#[test]
fn a_record_of_the_data_of_the_page_is_broken() {
    broken(ROOT, Part::Slice, Damage::Records);
}

#[test]
fn the_catalogue_is_missing() {
    broken(PORTAL, Part::Catalogue, Damage::Missing);
}

#[test]
fn the_catalogue_is_truncated() {
    broken(ROOT, Part::Catalogue, Damage::Truncated);
}

#[test]
fn the_catalogue_is_a_page() {
    broken(ROOT, Part::Catalogue, Damage::Html);
}

#[test]
fn without_the_words_everything_but_the_search_works() {
    for (site, damage) in [(ROOT, Damage::Missing), (PORTAL, Damage::Truncated), (ROOT, Damage::Html)] {
        with_browser(Setup { fault: Fault::Broken(Part::Words, damage), ..Setup::new(site) }, |browser| async move {
            browser.load_alive("/projects/").await;
            let notice =
                "return document.querySelector('#notice').hidden ? '' : document.querySelector('#notice').textContent";
            browser
                .until(
                    "the notice",
                    &notice.replace("return ", "return (").replace(".textContent", ".textContent) !== ''"),
                )
                .await;
            assert!(browser.text(notice).await.starts_with(words().words_failed));
            let uncovered = "const box = document.querySelector('h1').getBoundingClientRect(); \
                return document.elementFromPoint(box.left + 5, box.top + box.height / 2).tagName";
            assert_eq!(browser.text(uncovered).await, "H1");
            // Filters, pages and projects as ever.
            let count = |query: &str| atlas::words::list::results_count(oracle().page(&asked(query)).total, 252);
            let counted =
                |query: &str| format!("return document.querySelector('#count').textContent === '{}'", count(query));
            browser.click("input[name=country][value=kyrgyz-republic]").await;
            browser.until_at("/projects/?country=kyrgyz-republic").await;
            browser.until("filtered", &counted("country=kyrgyz-republic")).await;
            browser.click(".pager .next a").await;
            browser.until_at("/projects/?country=kyrgyz-republic&page=2").await;
            browser.click(".card h3 a").await;
            browser
                .until(
                    "a project",
                    "return document.querySelector('.step-place')?.textContent.startsWith('Project 26 of ') === true",
                )
                .await;
            browser.click(".back a").await;
            browser.until_at("/projects/?country=kyrgyz-republic&page=2").await;
            // The search finds nothing, and does not say that there is nothing.
            browser.load_alive(&address(&asked("q=court"))).await;
            browser.until("the notice again", "return !document.querySelector('#notice').hidden").await;
            let said = browser.text("return document.querySelector('.body').textContent").await;
            assert!(!said.contains("0 of 252") && !said.contains(words().list.no_results), "{said}");
            assert!(!said.contains(words().list.loading_words), "nothing is on its way any more: {said}");
            let cards = browser.eval("return document.querySelectorAll('.cards > .card').length").await;
            assert_eq!(cards, 0);
        });
    }
}

#[test]
fn a_page_that_cannot_be_gone_to_says_so_and_leaves_the_visitor_where_they_are() {
    for damage in [Damage::Truncated, Damage::Html, Damage::Records] {
        with_browser(Setup { fault: Fault::Broken(Part::Slice, damage), ..Setup::new(ROOT) }, |browser| async move {
            browser.load_alive("/projects/").await;
            shows(&browser, "").await;
            browser.click(".card h3 a").await;
            browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
            let notice = browser.text("return document.querySelector('#notice').textContent").await;
            assert!(notice.starts_with(words().page_failed), "{notice}");
            assert_eq!(browser.heading().await, "Related projects database");
            let cards = browser.eval("return document.querySelectorAll('.cards > .card').length").await;
            assert_eq!(cards, 25);
            // Its link loads the page as it was published.
            browser.click("#notice a").await;
            browser.until("the project", "return document.querySelector('h1')?.textContent !== 'Related projects database' && document.querySelector('.back a') !== null").await;
        });
    }
}

#[test]
fn the_webassembly_is_missing() {
    stays_readable(Setup { fault: Fault::WasmMissing, ..Setup::new(PORTAL) });
}

#[test]
fn a_changed_byte_of_the_webassembly_is_refused() {
    stays_readable(Setup { fault: Fault::WasmChanged, ..Setup::new(ROOT) });
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
            // Every project is reached by plain links, page by page.
            let cards = "return [...document.querySelectorAll('.card h3 a')].map(it => it.href)";
            let mut links = std::collections::BTreeSet::new();
            let mut page = 1;
            loop {
                let found = browser.eval(cards).await;
                links.extend(found.as_array().unwrap().iter().map(ToString::to_string));
                if browser.eval("return document.querySelector('.pager .next a') === null").await == true {
                    break;
                }
                page += 1;
                browser.click(".pager .next a").await;
                browser.until_at(&format!("/projects/page/{page}/")).await;
            }
            assert!(links.len() >= 250, "{}", links.len());
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
