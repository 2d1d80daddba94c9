//! [`Frame`]: what stands around every page: its head, the notice, and how the browser starts.

use crate::escape::escape;
use crate::export::Export;
use crate::hashed::hashed;
use crate::head::Found;
use crate::headers::policy_of_pages;
use crate::integrity::integrity;
use crate::nodes::nodes;
use crate::place::Place;
use atlas::app::{App, AppProps, Supply, title};
use atlas::browser::{APP, NOTICE, PROGRESS, attribute};
use atlas::domain::catalogue::Catalogue;
use atlas::domain::catalogue::draft::Files;
use atlas::domain::dataset::Dataset;
use atlas::domain::facet::Facet;
use atlas::domain::file::SiteFile;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{fingerprint, read_slice};
use atlas::domain::route::Route;
use atlas::site::Shown;
use atlas::words::{self, LANGUAGES, Language, words};
use atlas::written::Written;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The frame of the pages of one build in one language.
pub struct Frame {
    /// The template up to the mark for the head, between the marks, and after the mark for the app.
    parts: [String; 3],
    /// Scheme and host, when the public address has them: `https://example.org`.
    origin: String,
    /// The path below which the site stands: empty, or with a first and without a last slash.
    root: String,
    /// The path below which its pages in this language stand, likewise.
    base: String,
    language: &'static Language,
    /// What tells the slices of this build from those of another.
    release: String,
    /// The module that writes files.
    export: Export,
    /// How many bytes the catalogue's columns are.
    catalogue_size: usize,
    /// Names and contents of the files that pages refer to.
    assets: Vec<(String, Vec<u8>)>,
    /// The hashes of the style sheet and of the script that runs before anything is painted.
    integrity: [String; 2],
    /// What the heads of all pages tell those who find them.
    found: Found,
}

/// What the pages of all languages share.
pub struct Shared {
    /// The page, as Trunk has filled it in.
    pub template: String,
    /// Where the client stands that Trunk has built.
    pub folder: PathBuf,
    /// Where the site will stand.
    pub public_url: String,
    /// The style sheet.
    pub styles: String,
    /// The module that writes files.
    pub export: Export,
}

/// A page as far as it is written, for all pages of its list.
pub struct Slice {
    /// The file that travels beside it.
    pub text: String,
    fingerprint: String,
    /// What it was written from: its head tells more than the page itself needs.
    from: Arc<Dataset>,
    shown: Shown,
}

impl Slice {
    /// Reads what a browser will read.
    ///
    /// # Errors
    /// When something of it would have to be left out.
    pub fn read(written: Written, page: Route, language: &Language) -> Result<Self, String> {
        let Written { from, slice: text } = written;
        let reading = read_slice(text.as_bytes(), language.tag);
        if let Some(problem) = reading.problems.iter().find(|problem| !problem.fault.is_warning()) {
            return Err(problem.to_string());
        }
        let dataset = reading.dataset.map(Arc::new).ok_or("it cannot be read")?;
        Ok(Self { fingerprint: fingerprint(text.as_bytes()), from, shown: Shown::new(page, dataset), text })
    }
}

const HEAD: &str = "<!--head-->";
const BODY: &str = "<!--app-->";
const START: &str = include_str!("../../start.js");
const FIRST: &str = include_str!("../../first.js");

/// The places of [`Frame`]'s first files among its assets.
mod asset {
    pub const COLUMNS: usize = 0;
    pub const STYLE: usize = 1;
    pub const WORDS: usize = 2;
    pub const DETAILS: usize = 3;
    pub const FIRST: usize = 4;
}

impl Frame {
    /// The frame for a template that Trunk has filled in.
    ///
    /// # Errors
    /// When the template lacks a mark or Trunk's start of the client, the client cannot be read, or the address is not
    /// one.
    pub fn new(
        shared: &Shared,
        language: &'static Language,
        catalogue: Files,
        details: String,
        found: Found,
    ) -> Result<Self, String> {
        let Shared { template, folder, public_url, styles, export } = shared;
        let (origin, root) = split_address(public_url)?;
        let columns = fingerprint(&catalogue.columns);
        let release = fingerprint(
            format!("{columns} {} {}", fingerprint(&catalogue.words), fingerprint(details.as_bytes())).as_bytes(),
        );
        let catalogue_size = catalogue.columns.len();
        let mut assets = vec![
            (format!("data/catalogue-{columns}.bin"), catalogue.columns),
            (hashed("style", "css", styles), styles.as_bytes().to_vec()),
            (format!("data/words-{}.bin", fingerprint(&catalogue.words)), catalogue.words),
            (hashed("data/details", "json", &details), details.into_bytes()),
            (hashed("first", "js", FIRST), FIRST.as_bytes().to_vec()),
        ];
        let base = language.below(&root);
        let integrity = [asset::STYLE, asset::FIRST].map(|at| integrity(&assets[at].1));
        let built = |address: &str| {
            let name = address.strip_prefix(&format!("{root}/")).unwrap_or(address);
            fs::read(folder.join(name)).map_err(|error| format!("{name}: {error}"))
        };
        let (template, reloads) = external_scripts(template, &root, &mut assets, &built)?;
        let template = with_policy(&with_language(&template, language)?, reloads)?;
        let (before, rest) = template.split_once(HEAD).ok_or("src/index.html has no <!--head-->")?;
        let (between, after) = rest.split_once(BODY).ok_or("src/index.html has no <!--app-->")?;
        let parts = [before, between, after].map(str::to_owned);
        let export = export.clone();
        Ok(Self { parts, origin, root, base, language, release, export, catalogue_size, assets, integrity, found })
    }

    /// Where its pages stand.
    pub fn place(&self) -> Place<'_> {
        Place { origin: &self.origin, base: &self.root, pages: &self.base, language: self.language.tag }
    }

    /// Names and contents of the files that pages refer to.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.assets.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// What tells the slices of this build from those of another.
    pub fn release(&self) -> &str {
        &self.release
    }

    /// A whole page over its slice of the data.
    pub fn page(&self, route: &Route, slice: &Slice, catalogue: &Arc<Mutex<Catalogue>>) -> String {
        let [before, between, after] = &self.parts;
        let first = slice.shown.clone();
        let owner = Owner::new();
        let content = owner.with(|| {
            provide_context(RequestUrl::new(&route.href(&self.base)));
            let (catalogue, root) = (catalogue.clone(), self.root.clone());
            App(AppProps { first, catalogue, root, supply: Supply::none() }).to_html()
        });
        let head = {
            let mut catalogue = catalogue.lock().unwrap_or_else(PoisonError::into_inner);
            self.head(route, &slice.from, &mut catalogue)
        };
        let body = self.body(route, slice, &content);
        // Its first character says that it is UTF-8, also where the host says another encoding.
        format!("\u{feff}{before}{head}{between}{body}{after}")
    }

    fn head(&self, route: &Route, dataset: &Dataset, catalogue: &mut Catalogue) -> String {
        let (root, base) = (&self.root, &self.base);
        let title = title(route, dataset, catalogue);
        let in_country = match route {
            Route::Partner(id) => catalogue.total(&ProjectQuery::only(Facet::Country, id)),
            _ => 0,
        };
        let description = shortened(&words::found::description(route, dataset, in_country));
        let found = self.found.head(&self.place(), route, dataset, &title, &description);
        let (title, description) = (escape(&title), escape(&description));
        let address = format!("{}{}", self.origin, route.href(base));
        let place = if *route == Route::NotFound {
            "<meta name=\"robots\" content=\"noindex\">".to_owned()
        } else {
            format!("<link rel=\"canonical\" href=\"{}\">{}", escape(&address), self.alternates(route))
        };
        // Both hold back the picture. With `async` or `defer` the first script would come after it now and then, and a page
        // flash in a look that was not chosen. It stands after the style sheet, for which the page waits anyway: before it,
        // measured on a slow line, the picture comes later.
        let [style, first] = [asset::STYLE, asset::FIRST].map(|at| &self.assets[at].0);
        let [of_style, of_first] = &self.integrity;
        let icon = self.place().path(&SiteFile::Icon);
        format!(
            "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n{place}\n\
             <link rel=\"icon\" type=\"image/svg+xml\" href=\"{icon}\">\n\
             <link rel=\"stylesheet\" href=\"{root}/{style}\" integrity=\"{of_style}\">\n\
             <script src=\"{root}/{first}\" integrity=\"{of_first}\"></script>\n{found}"
        )
    }

    /// The same page in every language, this one included, as search engines want it. They take whole addresses only.
    fn alternates(&self, route: &Route) -> String {
        if self.origin.is_empty() {
            return String::new();
        }
        let link = |tag: &str, language: &Language| {
            let address = format!("{}{}", self.origin, route.href(&language.below(&self.root)));
            format!("\n<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\">", escape(&address))
        };
        let every = LANGUAGES.iter().map(|language| link(language.tag, language));
        every.chain([link("x-default", &LANGUAGES[0])]).collect()
    }

    /// The address of the slice of a page. Its query tells the slices of one build from those of another.
    fn slice(&self, route: &Route) -> String {
        format!("{}{}?v={}", self.base, route.slice(), self.release)
    }

    /// The app's element must hold the rendered content and nothing else, not even a blank: hydration counts nodes.
    fn body(&self, route: &Route, slice: &Slice, content: &str) -> String {
        let Self { root, language, export, release, catalogue_size, .. } = self;
        let file = |at: usize| format!("{root}/{}", self.assets[at].0);
        let told = [
            (attribute::ROOT, root.clone()),
            (attribute::LANGUAGE, language.tag.to_owned()),
            (attribute::CATALOGUE, file(asset::COLUMNS)),
            (attribute::CATALOGUE_SIZE, catalogue_size.to_string()),
            (attribute::WORDS, file(asset::WORDS)),
            (attribute::DETAILS, file(asset::DETAILS)),
            (attribute::EXPORT, format!("{root}/{}", export.script)),
            (attribute::EXPORT_INTEGRITY, export.integrity[0].clone()),
            (attribute::EXPORT_WASM, format!("{root}/{}", export.wasm)),
            (attribute::EXPORT_WASM_INTEGRITY, export.integrity[1].clone()),
            (attribute::RELEASE, release.clone()),
            (attribute::SLICE, self.slice(route)),
            (attribute::FINGERPRINT, slice.fingerprint.clone()),
            (attribute::PAGE, route.path()),
            (attribute::NODES, nodes(content).to_string()),
        ];
        let told: String = told.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape(value))).collect();
        let words = words();
        let published = words.published();
        let [needs_script, again, progress] =
            [published.needs_script, published.try_again, published.progress_label].map(escape);
        // For browsers with script to which none came: no script says it, and nor does `<noscript>`.
        let unwatched = escape(words.start_failed);
        // For paper, on which the list as published must not stand for the one that was asked for.
        let early = escape(published.printed_early);
        // Said by the scripts that start the program and watch over it, also where there is none.
        let said = [
            ("failed", words.start_failed),
            ("slow", published.start_slow),
            ("late", words.page_slow),
            ("crashed", words.crashed),
        ];
        let said: String = said.iter().map(|(when, text)| format!(" data-{when}=\"{}\"", escape(text))).collect();
        format!(
            "<noscript><p class=\"notice\">{needs_script}</p></noscript>\
             <p class=\"notice unwatched\" hidden>{unwatched}</p>\
             <p class=\"early\" hidden>{early}</p>\
             <p id=\"{NOTICE}\" class=\"notice\" role=\"status\"{said} hidden><span></span> \
             <template><a href=\"\" rel=\"external\">{again}</a></template></p>\
             <progress id=\"{PROGRESS}\" aria-label=\"{progress}\" hidden></progress>\
             <div id=\"{APP}\"{told}>{content}</div>"
        )
    }

    /// The part of the site map that lists some pages, when the public address is whole; search engines read no other.
    pub fn sitemap(&self, pages: &[Route]) -> Option<String> {
        if self.origin.is_empty() {
            return None;
        }
        let urls: String = pages
            .iter()
            .filter(|route| **route != Route::NotFound)
            .map(|route| format!("<url><loc>{}{}</loc></url>\n", escape(&self.origin), escape(&route.href(&self.base))))
            .collect();
        Some(urls)
    }
}

/// The whole site map of parts in every language.
pub fn whole_sitemap(urls: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

/// The template with the language of its pages.
fn with_language(template: &str, language: &Language) -> Result<String, String> {
    let (before, after) =
        template.split_once("<html lang=\"en\">").ok_or("src/index.html has no <html lang=\"en\">")?;
    Ok(format!("{before}<html lang=\"{}\">{after}", language.tag))
}

/// The template with the policy of its pages: first in their heads, because it holds for what stands after it. A host
/// that can send headers sends the whole of it; this is for those that cannot.
fn with_policy(template: &str, reloads: bool) -> Result<String, String> {
    let (before, after) = template.split_once("<head>").ok_or("src/index.html has no <head>")?;
    let policy = policy_of_pages(reloads);
    Ok(format!("{before}<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// `https://example.org/portal/` is `https://example.org` and `/portal`; `/` is nothing and nothing.
pub fn split_address(address: &str) -> Result<(String, String), String> {
    let (origin, path) = match address.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            (format!("{scheme}://{host}"), format!("/{path}"))
        }
        None => (String::new(), address.to_owned()),
    };
    if !path.starts_with('/') {
        return Err(format!("{address} must begin with a slash or with https://"));
    }
    Ok((origin, path.trim_end_matches('/').to_owned()))
}

/// Moves the scripts that Trunk has written into the template to files of their own, so that the pages hold no
/// inline script, and says by their hashes what they and the client must be. `built` gives the bytes at an address.
/// Returns the page, and whether a script of `trunk serve` reloads it.
///
/// Trunk's preloads of the client are left out: they would compete with the page itself. `start.js` asks for all of it
/// once the page has been painted, each file with its hash.
fn external_scripts(
    template: &str,
    base: &str,
    assets: &mut Vec<(String, Vec<u8>)>,
    built: &dyn Fn(&str) -> Result<Vec<u8>, String>,
) -> Result<(String, bool), String> {
    let mut whole = String::new();
    let mut rest = template;
    let mut preloaded = None;
    let mut reloads = false;
    while let Some(at) = rest.find("<script") {
        let (before, script) = rest.split_at(at);
        whole.push_str(before);
        let (tag, after) = script.split_once('>').ok_or("a script in the template does not end")?;
        let (code, after) = after.split_once("</script>").ok_or("a script in the template does not end")?;
        rest = after;
        if code.trim().is_empty() {
            whole.push_str(&format!("{tag}></script>"));
            continue;
        }
        // `trunk serve` fills these in only where it serves the template itself.
        let mut code = code
            .replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
            .replace("'{{__TRUNK_WS_BASE__}}'", &format!("'{base}/'"));
        let mut name = "reload";
        if let Some(client) = between(&code, "from '", "'").or_else(|| between(&code, "from \"", "\"")) {
            let wasm = between(&code, "module_or_path: '", "'").or_else(|| between(&code, "module_or_path: \"", "\""));
            let wasm = wasm.ok_or("Trunk's start of the client names no WebAssembly file")?;
            let hashes = [integrity(&built(client)?), integrity(&built(wasm)?)];
            preloaded = Some([client.to_owned(), wasm.to_owned()]);
            code = START.replace("{client}", client).replace("{wasm}", wasm);
            code = code.replace("{client integrity}", &hashes[0]).replace("{wasm integrity}", &hashes[1]);
            name = "start";
        }
        reloads |= name == "reload";
        let (file, of_file) = (hashed(name, "js", &code), integrity(code.as_bytes()));
        whole.push_str(&format!("<script type=\"module\" src=\"{base}/{file}\" integrity=\"{of_file}\"></script>"));
        assets.push((file, code.into_bytes()));
    }
    whole.push_str(rest);
    let preloaded = preloaded.ok_or("the template does not start the client")?;
    let page = preloaded.iter().fold(whole, |page, address| without_preload(&page, address).unwrap_or(page));
    Ok((page, reloads))
}

/// The page without the link that has the browser load a file early; nothing when there is none.
fn without_preload(page: &str, address: &str) -> Option<String> {
    let at = page.find(&format!("href=\"{address}\""))?;
    let (before, rest) = (&page[..at], &page[at..]);
    let link = before.rfind("<link ").filter(|from| !before[*from..].contains('>'))?;
    let (_, after) = rest.split_once('>')?;
    Some(format!("{}{after}", &before[..link]))
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    text.split_once(from)?.1.split_once(to).map(|(found, _)| found)
}

/// A description of at most 160 characters, cut between words.
fn shortened(text: &str) -> String {
    if text.chars().count() <= 160 {
        return text.to_owned();
    }
    let cut: String = text.chars().take(159).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

#[cfg(test)]
pub mod tests {
    use super::*;

    #[test]
    fn an_address_is_an_origin_and_a_base() {
        let split = |address| split_address(address).unwrap();
        assert_eq!(split("/"), (String::new(), String::new()));
        assert_eq!(split("/portal/"), (String::new(), "/portal".into()));
        assert_eq!(split("https://example.org/a/b/"), ("https://example.org".into(), "/a/b".into()));
        assert_eq!(split("https://example.org"), ("https://example.org".into(), String::new()));
        assert!(split_address("portal").is_err());
    }

    /// What Trunk makes of the template's head, for a site below `/p`.
    pub const TRUNK: &str = "<head><script type=\"module\">import init from '/p/client-1.js'; \
        await init({ module_or_path: '/p/client-1_bg.wasm' });</script>\
        <link rel=\"modulepreload\" href=\"/p/client-1.js\" crossorigin=\"anonymous\">\
        <link rel=\"preload\" href=\"/p/client-1_bg.wasm\" crossorigin=\"anonymous\" as=\"fetch\"></head>";

    /// A file whose content is its own address.
    fn built(address: &str) -> Result<Vec<u8>, String> {
        Ok(address.as_bytes().to_vec())
    }

    fn external(template: &str) -> (String, bool, Vec<(String, Vec<u8>)>) {
        let mut assets = Vec::new();
        let (page, reloads) = external_scripts(template, "/p", &mut assets, &built).unwrap();
        (page, reloads, assets)
    }

    #[test]
    fn no_script_stays_in_the_page() {
        let (page, reloads, assets) = external(&format!("{TRUNK}<script>reload()</script>"));
        assert!(reloads && assets.len() == 2);
        let start = String::from_utf8(assets[0].1.clone()).unwrap();
        assert!(start.contains("import(\"/p/client-1.js\")") && start.contains("\"/p/client-1_bg.wasm\""));
        assert!(!page.contains("reload()") && page.matches("src=\"/p/").count() == 2, "{page}");
        assert!(external_scripts("<head></head>", "", &mut Vec::new(), &built).is_err());
        let reload = "<script>const address = '{{__TRUNK_ADDRESS__}}', base = '{{__TRUNK_WS_BASE__}}';</script>";
        let (_, _, assets) = external(&format!("{TRUNK}{reload}"));
        assert_eq!(assets[1].1, b"const address = window.location.host, base = '/p/';");
    }

    #[test]
    fn pages_say_what_every_script_must_be() {
        let (page, reloads, assets) = external(TRUNK);
        assert!(!reloads);
        let (name, bytes) = &assets[0];
        assert!(page.contains(&format!("src=\"/p/{name}\" integrity=\"{}\">", integrity(bytes))), "{page}");
        let start = String::from_utf8(bytes.clone()).unwrap();
        for file in ["/p/client-1.js", "/p/client-1_bg.wasm"] {
            assert!(start.contains(&format!("integrity: \"{}\"", integrity(file.as_bytes()))), "{start}");
        }
        assert!(!start.contains("integrity}"), "nothing is left to fill in: {start}");
        // What is not there must not be published.
        let missing = |address: &str| Err(format!("{address}: not found"));
        assert!(external_scripts(TRUNK, "/p", &mut Vec::new(), &missing).is_err());
    }

    #[test]
    fn nothing_of_the_program_competes_with_the_page() {
        let (page, _, _) = external(TRUNK);
        assert!(!page.contains("preload") && page.ends_with("</script></head>"), "{page}");
        let (page, _, _) = external(&format!("<link rel=\"icon\" href=\"/i\">{TRUNK}"));
        assert!(page.starts_with("<link rel=\"icon\" href=\"/i\"><head>"), "{page}");
        let never = TRUNK.split("<link").next().unwrap();
        assert_eq!(external(never).0, external(TRUNK).0.replace("</head>", ""));
    }

    #[test]
    fn the_policy_stands_before_all_that_it_rules() {
        let page = with_policy("<html>\n<head>\n<meta charset=\"utf-8\"><link><script></script>", false).unwrap();
        let start = "<html>\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
        assert!(page.starts_with(start) && !page.contains("ws:"), "{page}");
        // Browsers look for the encoding in the first 1,024 bytes.
        assert!(page.find("charset").unwrap() < 500);
        assert!(with_policy("<head>", true).unwrap().contains("connect-src 'self' ws:;"));
        assert!(with_policy("<html>", false).is_err());
    }

    #[test]
    fn a_description_is_cut_between_words() {
        let long = "word ".repeat(50);
        let short = shortened(&long);
        assert!(short.chars().count() <= 160 && short.ends_with("word…"));
        assert_eq!(shortened("short"), "short");
    }
}
