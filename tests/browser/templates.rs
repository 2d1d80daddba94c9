//! The kinds of page, the themes and the widths that tests look at, in every language of the site. A new kind of page is
//! a row of [`TEMPLATES`].

use crate::browser::Browser;
use atlas::words::{LANGUAGES, Language};
use serde_json::json;

/// The kinds of page: a name, and the address of one of them without its language.
pub const TEMPLATES: [(&str, &str); 16] = [
    ("home", "/"),
    ("partners", "/partners/"),
    ("partner", "/partners/kazakhstan/"),
    ("projects", "/projects/"),
    ("projects-filtered", "/projects/?q=law&country=kazakhstan&donor=european-union&not-type=human-rights&from=2012"),
    ("projects-table", "/projects/?country=tajikistan&view=table"),
    (
        "projects-compared",
        "/projects/?view=compare&picked=yes&pick=rolpro-1-kg&pick=rolpro-2-kg&pick=eu-rule-of-law-platform-phase-1",
    ),
    (
        "project",
        "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/",
    ),
    ("organisations", "/organisations/"),
    ("organisation", "/organisations/european-union/"),
    ("timeline", "/timeline/"),
    ("event", "/events/ministerial-4-astana-2014/"),
    ("documents", "/documents/"),
    ("about", "/about/"),
    ("accessibility", "/accessibility/"),
    (NOT_FOUND, "/no-such-page/"),
];

/// The name of the page of addresses that have none.
pub const NOT_FOUND: &str = "404";

/// The colours that the visitor's system asks for.
pub const THEMES: [&str; 2] = ["light", "dark"];

/// Widths of the window in CSS pixels. The narrow one is a telephone, and a window of 1280 at 400 % (WCAG 1.4.10).
pub const WIDTHS: [u32; 2] = [320, 1280];

/// One page of one kind in one language.
pub struct Page {
    /// The kind.
    pub template: &'static str,
    /// The language and the kind: a file can have it as its name.
    pub name: String,
    /// Its language.
    pub language: &'static Language,
    /// Its address below the base.
    pub path: String,
}

/// One page of every kind in every language.
pub fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for language in &LANGUAGES {
        for (template, path) in TEMPLATES {
            let name = format!("{}-{template}", language.tag);
            pages.push(Page { template, name, language, path: format!("{}{path}", language.prefix()) });
        }
    }
    pages
}

/// The pages of a few kinds in every language.
pub fn pages_of(templates: &[&str]) -> Vec<Page> {
    let chosen: Vec<Page> = pages().into_iter().filter(|page| templates.contains(&page.template)).collect();
    assert_eq!(chosen.len(), templates.len() * LANGUAGES.len(), "{templates:?} are not all there");
    chosen
}

impl Page {
    /// Loads it and waits until all that comes later has come: the answer of a list, the drawing, what is folded.
    pub async fn open(&self, browser: &Browser) {
        browser.load_alive(&self.path).await;
        let whole = "const answered = [...document.querySelectorAll('#results')].every(it => \
                it.checkVisibility({ visibilityProperty: true })); \
            const drawn = [...document.querySelectorAll('.drawing-range')].every(it => !it.checkVisibility() || \
                it.textContent !== ''); \
            return answered && drawn && document.querySelector('fieldset:disabled') === null";
        browser.until(&self.path, whole).await;
        // What is said follows once it rests.
        let said = "const said = document.querySelector('main p.visually-hidden[role=status]')?.textContent; \
            const shown = ['.results-count', '#results'].map(it => document.querySelector(it)?.textContent).join(' – '); \
            return !said || said === shown";
        browser.until(&self.path, said).await;
        // The title of a list follows what has been painted, and ends with the number of what was found.
        if self.template.starts_with("projects") {
            let titled = "const found = document.querySelector('#count').textContent.match(/\\d+/)[0]; \
                return document.title.includes(`(${found})`)";
            browser.until(&self.path, titled).await;
        }
        // Where a list waits for its words, it says so.
        let waits = json!(self.language.words.list.loading_words);
        browser.until(&self.path, &format!("return !document.body.textContent.includes({waits})")).await;
    }
}

/// Sets the theme and the width of a window without loading its page again.
pub async fn look(browser: &Browser, theme: &str, width: u32) {
    let features = json!([{ "name": "prefers-color-scheme", "value": theme }]);
    browser.chromium("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    let height = if width < 640 { 640 } else { 900 };
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
    let laid_out = format!("return innerWidth === {width} && matchMedia('(prefers-color-scheme: {theme})').matches");
    browser.until(&format!("{theme}, {width} pixels"), &laid_out).await;
}

/// Unfolds what a visitor can unfold in the page, but no menu: those lie over others.
pub async fn unfold(browser: &Browser) {
    let script = "document.querySelectorAll('details:not(.menu)').forEach(it => { it.open = true }); \
        const button = document.querySelector('.filters-button'); \
        if (button?.checkVisibility() && button.getAttribute('aria-expanded') === 'false') button.click()";
    browser.eval(script).await;
    let open = "return document.querySelector('.filters-button')?.getAttribute('aria-expanded') !== 'false' \
        || !document.querySelector('.filters-button').checkVisibility()";
    browser.until("unfolded", open).await;
}
