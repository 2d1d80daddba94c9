//! Every page as a visitor gets it: no message in the console, a title, one heading, alive, nothing from elsewhere.

use crate::browser::{Browser, Setup, with_browser};
use crate::site::{PORTAL, ROOT, Site};

/// Loads pages and looks at each. Hydration that fails says so in the console.
async fn look(browser: &Browser, site: Site, pages: &[String]) {
    // Marks the prerendered heading, to see afterwards whether it is still the same one.
    let mark = "addEventListener('DOMContentLoaded', () => { const it = document.querySelector('h1'); if (it) it.prerendered = true })";
    browser.chromium("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": mark })).await;
    for page in pages {
        browser.load_alive(page).await;
        let seen = browser
            .eval(
                "return [document.title, document.querySelectorAll('h1').length, \
                 document.querySelector('h1').prerendered === true, document.documentElement.lang, \
                 performance.getEntriesByType('resource').filter(it => !it.name.startsWith(location.origin)).length]",
            )
            .await;
        let (title, tag) = if page.starts_with("/ru/") {
            ("Атлас верховенства права", "ru")
        } else {
            ("Rule of Law Atlas", "en")
        };
        assert!(seen[0].as_str().unwrap().contains(title), "{}{page}: {seen}", site.base);
        assert_eq!(seen[1], 1, "{}{page} has other than one heading", site.base);
        assert_eq!(seen[2], true, "{}{page} was rendered anew instead of hydrated", site.base);
        assert_eq!(seen[3], tag, "{}{page}", site.base);
        assert_eq!(seen[4], 0, "{}{page} asks another host", site.base);
        let console = browser.console().await;
        assert!(console.is_empty(), "{}{page}: {console:?}", site.base);
    }
}

/// Addresses that ask something.
const QUERIES: [&str; 15] = [
    "/projects/?country=kazakhstan",
    "/projects/?q=court&country=kazakhstan&country=tajikistan&type=judicial-reform&sort=title",
    "/projects/?country=nowhere&donor=not-stated",
    "/projects/?q=%3Cscript%3E&utm_source=x&%FF=%",
    "/projects/?status=completed&status=ongoing&sort=oldest",
    "/projects/?page=2&country=kyrgyz-republic",
    "/projects/page/3/?country=tajikistan",
    "/projects/?view=table&column=title&column=donor&page=all",
    "/projects/?view=compare&picked=yes&pick=rolpro-1-kg&pick=nobody",
    "/projects/?not-country=kazakhstan&all=type&type=human-rights&type=judicial-reform&from=2014&certainly=yes",
    "/projects/?currency=EUR&min=5&max=x&as-of=2016-01-01&page=99",
    "/timeline/?country=uzbekistan&kind=seminar",
    "/timeline/?kind=nothing",
    "/partners/kazakhstan/?x=1",
    "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/?country=kazakhstan&q=justice",
];

#[test]
fn every_page_at_the_root_is_clean() {
    with_browser(Setup::new(ROOT), |browser| async move {
        look(&browser, ROOT, &ROOT.pages()).await;
    });
}

#[test]
fn pages_below_a_path_are_clean() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        // Every kind of page, and every twentieth of the many.
        let pages: Vec<String> = PORTAL
            .pages()
            .into_iter()
            .enumerate()
            .filter(|(index, page)| index % 20 == 0 || page.matches('/').count() < 3 || page.starts_with("/partners"))
            .map(|(_, page)| page)
            .collect();
        look(&browser, PORTAL, &pages).await;
    });
}

#[test]
fn pages_that_are_asked_something_are_clean() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), |browser| async move {
            look(&browser, site, &QUERIES.map(str::to_owned)).await;
        });
    }
}
