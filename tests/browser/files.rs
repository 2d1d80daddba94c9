//! The bundle as files: what is there, what refers to what, and how much travels.

// What is measured is told.
#![allow(clippy::print_stdout)]

use crate::browser::{Setup, with_browser};
use crate::list::shows;
use crate::oracle::oracle;
use crate::site::{PORTAL, ROOT, Site};
use atlas::domain::query::{Page, ProjectQuery};
use atlas::words::{LANGUAGES, Language};
use std::fs;

/// The file of the bundle that an attribute of the list in a language names.
pub fn told(site: Site, language: &Language, attribute: &str) -> String {
    let page = site.folder().join(language.prefix().trim_start_matches('/')).join("projects/index.html");
    let html = fs::read_to_string(page).unwrap();
    let path = values(&html, attribute)[0].to_owned();
    path.strip_prefix(&format!("{}/", site.base)).unwrap().to_owned()
}

#[test]
fn the_bundle_holds_every_page() {
    for site in [ROOT, PORTAL] {
        let pages = site.pages();
        let later = |page: &str| page.contains("/page/");
        let count = |folder: &str| {
            pages.iter().filter(|page| page.starts_with(folder) && *page != folder && !later(page)).count()
        };
        assert!(count("/projects/") >= 250, "{}", count("/projects/"));
        assert_eq!(pages.iter().filter(|page| page.starts_with("/projects/page/")).count(), 10);
        assert_eq!(count("/partners/"), 5);
        for page in [
            "/",
            "/partners/",
            "/projects/",
            "/projects/page/2/",
            "/organisations/",
            "/timeline/",
            "/documents/",
            "/about/",
        ] {
            assert!(pages.contains(&page.to_owned()), "{page}");
        }
        assert!(site.folder().join("404.html").is_file());
        // Each page has its part of the data beside it; later pages share that of the first.
        assert!(site.folder().join("404.json").is_file());
        for page in pages.iter().filter(|page| !later(page)) {
            assert!(site.folder().join(&page[1..]).join("page.json").is_file(), "{page}");
        }
        for language in &LANGUAGES {
            for attribute in ["data-catalogue", "data-words", "data-details"] {
                assert!(site.folder().join(told(site, language, attribute)).is_file(), "{} {attribute}", language.tag);
            }
        }
        for (begins, ends) in [("export-", ".js"), ("export-", "_bg.wasm"), ("start-", ".js"), ("first-", ".js")] {
            site.file("", begins, ends);
        }
    }
}

#[test]
fn no_page_holds_more_than_sixty_projects() {
    for site in [ROOT, PORTAL] {
        for page in site.pages() {
            let html = fs::read_to_string(site.folder().join(&page[1..]).join("index.html")).unwrap();
            let cards = html.matches("<li class=\"card\"").count();
            assert!(cards <= 60, "{page} holds {cards}");
        }
    }
}

#[test]
fn the_published_pages_of_the_list_are_the_list() {
    let ids = oracle().ids(&ProjectQuery::default());
    let mut listed = Vec::new();
    for page in 1..=ids.len().div_ceil(Page::SIZE) {
        let path = if page == 1 { "projects".to_owned() } else { format!("projects/page/{page}") };
        let html = fs::read_to_string(ROOT.folder().join(path).join("index.html")).unwrap();
        listed.extend(
            html.split("<h3><a href=\"/projects/").skip(1).map(|rest| rest.split('/').next().unwrap().to_owned()),
        );
    }
    assert_eq!(listed, ids.iter().map(ToString::to_string).collect::<Vec<_>>());
}

/// The values of an attribute in some HTML.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn references_are_whole(site: Site) {
    for page in site.pages() {
        let html = fs::read_to_string(site.folder().join(&page[1..]).join("index.html")).unwrap();
        for address in values(&html, "href").into_iter().chain(values(&html, "src")) {
            // An empty one is the page's own.
            if address.is_empty() || address.starts_with("http") || address.starts_with('#') {
                continue;
            }
            let path = address.split(['?', '#']).next().unwrap_or_default();
            let file = path.strip_prefix(site.base).and_then(|rest| rest.strip_prefix('/'));
            let file = file.unwrap_or_else(|| panic!("{page} refers to {address} outside of {}/", site.base));
            let file =
                if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file.to_owned() };
            assert!(site.folder().join(&file).is_file(), "{page} refers to {address}");
        }
        assert!(!html.contains("<script>") && !html.contains("<style"), "{page} has an inline script or style");
        assert!(!html.contains(" style=\"") && !html.contains(" onclick="), "{page} has an inline style or handler");
        let inside = |language: &&Language| {
            !language.prefix().is_empty() && page.starts_with(&format!("{}/", language.prefix()))
        };
        let tag = LANGUAGES.iter().find(inside).unwrap_or(&LANGUAGES[0]).tag;
        for part in ["<title>", "name=\"description\"", "rel=\"canonical\"", &format!("<html lang=\"{tag}\">")] {
            assert!(html.contains(part), "{page} lacks {part}");
        }
    }
}

#[test]
fn no_internal_link_is_broken() {
    references_are_whole(ROOT);
    references_are_whole(PORTAL);
}

/// The bytes of a file as a host with Brotli sends them.
pub fn compressed(site: Site, file: &str) -> usize {
    let bytes = fs::read(site.folder().join(file)).unwrap();
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &parameters).unwrap();
    out.len()
}

#[test]
fn a_first_visit_fetches_no_other_file() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        browser
            .until(
                "the words",
                "return performance.getEntriesByType('resource').some(it => it.name.includes('/data/words-'))",
            )
            .await;
        let asked =
            browser.eval("return performance.getEntriesByType('resource').map(it => new URL(it.name).pathname)").await;
        let mut asked: Vec<&str> = asked.as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
        asked.sort_unstable();
        let mut files = vec!["favicon.svg".to_owned(), "projects/page.json".to_owned()];
        for (begins, ends) in
            [("style-", ".css"), ("start-", ".js"), ("first-", ".js"), ("client-", ".js"), ("client-", ".wasm")]
        {
            files.push(ROOT.file("", begins, ends));
        }
        files.extend(["data-catalogue", "data-words"].map(|it| told(ROOT, &LANGUAGES[0], it)));
        // For its own furniture: some browsers look at once, others never.
        files.extend(["manifest.webmanifest", "icon-192.png"].map(str::to_owned));
        for path in &asked {
            assert!(files.iter().any(|file| *path == format!("/{file}")), "{path} is fetched too");
        }
        let times = |path: &str| asked.iter().filter(|it| **it == path).count();
        for path in &asked {
            assert_eq!(times(path), 1, "{path} is fetched more than once");
        }
    });
}
