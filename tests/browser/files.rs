//! The bundle as files: what is there, what refers to what, and how much travels.

use crate::site::{PORTAL, ROOT, Site};
use std::fs;

#[test]
fn the_bundle_holds_every_page() {
    for site in [ROOT, PORTAL] {
        let pages = site.pages();
        let count = |folder: &str| pages.iter().filter(|page| page.starts_with(folder) && *page != folder).count();
        assert!(count("/projects/") >= 250, "{}", count("/projects/"));
        assert_eq!(count("/partners/"), 5);
        for page in ["/", "/partners/", "/projects/", "/organisations/", "/timeline/", "/documents/", "/about/"] {
            assert!(pages.contains(&page.to_owned()), "{page}");
        }
        assert!(site.folder().join("404.html").is_file());
    }
}

/// The values of an attribute in some HTML.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    html.split(&format!(" {attribute}=\"")).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn references_are_whole(site: Site) {
    for page in site.pages() {
        let html = fs::read_to_string(site.folder().join(&page[1..]).join("index.html")).unwrap();
        for address in values(&html, "href").into_iter().chain(values(&html, "src")) {
            if address.starts_with("http") || address.starts_with('#') {
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
        for part in ["<title>", "name=\"description\"", "rel=\"canonical\"", "<html lang=\"en\">"] {
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
fn compressed(site: Site, file: &str) -> usize {
    let bytes = fs::read(site.folder().join(file)).unwrap();
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &parameters).unwrap();
    out.len()
}

#[test]
fn a_first_visit_to_the_list_is_at_most_350_kilobytes() {
    let files = [
        "projects/index.html".to_owned(),
        ROOT.file("", "style-", ".css"),
        ROOT.file("", "start-", ".js"),
        ROOT.file("", "client-", ".js"),
        ROOT.file("", "client-", ".wasm"),
        ROOT.file("data", "bundle-", ".json"),
    ];
    let sizes: Vec<(String, usize)> = files.into_iter().map(|file| (file.clone(), compressed(ROOT, &file))).collect();
    let all: usize = sizes.iter().map(|(_, size)| size).sum();
    assert!(all <= 350_000, "{all} bytes: {sizes:?}");
}
