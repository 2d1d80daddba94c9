//! Starts the site in the browser: fetches the catalogue and the page's slice of the data, then makes the
//! prerendered page alive.
//!
//! Until then, and when anything here fails, the page stays as it was published: readable, with working links.

// The type of a view holds the types of all its parts.
#![recursion_limit = "256"]

use atlas::app::{App, Supply, WantedWords};
use atlas::browser::{self, APP, AppElement, Mark, Passing, attribute};
use atlas::coming::Wanted;
use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::read::read_slice_in_turns;
use atlas::domain::release::{Unmarked, unmarked};
use atlas::domain::route::Route;
use atlas::pages;
use atlas::site::Shown;
use atlas::words::{LANGUAGES, Language, words};
use atlas::{fetch, unicode, words};
use leptos::logging::{error, warn};
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        error!("{panic}");
        browser::show_notice(words().crashed);
    }));
    wasm_bindgen_futures::spawn_local(async {
        browser::breathe().await;
        if let Err(why) = start().await {
            error!("{why}");
            browser::hide_progress();
            browser::mark(Mark::Failed);
            browser::show_notice(words().start_failed);
        }
    });
}

/// What the prerenderer told about the page and its data.
#[derive(Clone)]
struct Told {
    language: String,
    root: String,
    base: String,
    release: String,
    fingerprint: String,
    page: String,
    catalogue: String,
    catalogue_size: usize,
    words: String,
    nodes: String,
}

impl Told {
    fn by(app: &AppElement) -> Self {
        let told = |name| app.get_attribute(name).unwrap_or_default();
        let (root, language) = (told(attribute::ROOT), told(attribute::LANGUAGE));
        Self {
            base: Language::of(&language).below(&root),
            root,
            language,
            release: told(attribute::RELEASE),
            fingerprint: told(attribute::FINGERPRINT),
            page: told(attribute::PAGE),
            catalogue: told(attribute::CATALOGUE),
            catalogue_size: told(attribute::CATALOGUE_SIZE).parse().unwrap_or(0),
            words: told(attribute::WORDS),
            nodes: told(attribute::NODES),
        }
    }

    /// The error page of the language below whose path the visitor is, when it is another than this page's.
    fn other_language(&self) -> Option<String> {
        let path = browser::path();
        let below = |language: &&Language| path.starts_with(&format!("{}/", language.below(&self.root)));
        // The first language stands at the root, so that every path is below it.
        let other = LANGUAGES.iter().skip(1).find(below)?;
        (other.tag != self.language).then(|| format!("{}{}", other.below(&self.root), Route::NotFound.path()))
    }
}

async fn start() -> Result<(), String> {
    let app = browser::app().ok_or_else(|| format!("the page has no element #{APP}"))?;
    let mut told = Told::by(&app);
    // Whatever fails from here on is told in the language of the page.
    words::speak(Language::of(&told.language));
    if !browser::takes_markup() {
        return Err("the host lets programs bring no markup (require-trusted-types-for)".to_owned());
    }
    // Hosts know but one error page; below another language, the program goes on in that one.
    let other = if told.page == Route::NotFound.path() { told.other_language() } else { None };
    if let Some(page) = &other {
        let bytes = fetch::bytes(page, MOST_OF_SLICE, fetch::UNTOLD).await.map_err(|why| format!("{page}: {why}"))?;
        let there = browser::app_in(&String::from_utf8_lossy(&bytes)).ok_or(format!("{page} has no element #{APP}"))?;
        told = Told::by(&there);
        browser::take_over(&app, &there);
    }
    let same_language = other.is_none();
    browser::breathe().await;
    words::speak(Language::of(&told.language));
    browser::set_language(&told.language);
    // Hydration must meet exactly what was rendered: the same data and the same page. A host that shows its one
    // error page at an address that exists, or data changed after the build, gets a fresh rendering instead.
    let here = Route::parse(&told.base, &browser::path(), "");
    browser::breathe().await;
    let same_page = here.path() == told.page;
    let Found { mut shown, fingerprint, .. } = match slice(&told, &here, 0).await {
        Ok(found) => found,
        Err(missing) if missing.is_of_no_page(&told, same_page) => {
            slice(&told, &Route::NotFound, 0).await.map_err(|_| "there is no slice of the error page")?
        }
        Err(Missing::NotThere) => return Err(format!("{} is not there", here.slice())),
        Err(Missing::Page(why) | Missing::Failed(why)) => return Err(why),
    };
    let same_data = fingerprint == told.fingerprint;
    browser::breathe().await;
    let show = |arrived| browser::show_progress(arrived, told.catalogue_size);
    let bytes = fetch::bytes(&told.catalogue, told.catalogue_size, &show)
        .await
        .map_err(|why| format!("{}: {why}", told.catalogue))?;
    let day = shown.dataset.meta.as_of;
    let mut catalogue =
        Catalogue::open(&bytes, day, unicode::decompose).map_err(|why| format!("{}: {why}", told.catalogue))?;
    drop(bytes);
    browser::breathe().await;
    while catalogue.prepare(Catalogue::STEP) {
        browser::breathe().await;
    }
    browser::hide_progress();
    browser::breathe().await;
    shown.put_in_order(&mut catalogue);
    browser::breathe().await;
    let catalogue = Arc::new(Mutex::new(catalogue));
    let root = told.root.clone();
    let mut as_published = same_language
        && same_data
        && (same_page || shown.page == Route::NotFound && told.page == Route::NotFound.path());
    if as_published && browser::count_nodes(&app).as_ref() != Some(&told.nodes) {
        // An extension, or something on the way, has put something into the page or taken something out.
        as_published = false;
        warn!("the page is not as it was published, and is drawn anew");
    }
    if shown.page != Route::NotFound {
        shown.page = here.page();
    }
    // Before the router: it shows another page as soon as it hears of Back.
    browser::mind_places();
    let supply = Supply { slice: slices(told.clone()), words: words_of(told, catalogue.clone()) };
    browser::begin_in_turns();
    let view = move || view! { <App first=shown catalogue root supply/> };
    if as_published {
        hydrate_from(app, view).forget();
    } else {
        app.set_text_content(None);
        mount_to(app, view).forget();
    }
    Ok(())
}

/// How long a page, or the words of the projects, may take before a line says so.
const PATIENCE: Duration = Duration::from_secs(5);

/// Says a line once something has not come for as long as that, while it is still wanted. What is returned is told when it
/// has come.
fn patiently(of: Passing, line: &'static str, wanted: impl Fn() -> bool + 'static) -> Rc<Cell<bool>> {
    let come = Rc::new(Cell::new(false));
    let there = come.clone();
    let say = move || {
        if !there.get() && wanted() {
            browser::show_passing_notice(of, line);
        }
    };
    set_timeout(say, PATIENCE);
    come
}

/// Why there is no slice.
enum Missing {
    /// The host has no such page.
    NotThere,
    /// The host answered with a page: one that rewrites every address to its first page has nothing else, and so
    /// answers one behind which one must log in.
    Page(String),
    /// It could not be had.
    Failed(String),
}

impl Missing {
    /// Whether the visitor is at an address of no page: the host shows its error page or, rewriting every address, its
    /// first.
    fn is_of_no_page(&self, told: &Told, same_page: bool) -> bool {
        match self {
            Self::NotThere => told.page == Route::NotFound.path(),
            Self::Page(_) => !same_page,
            Self::Failed(_) => false,
        }
    }
}

/// A slice that has come.
struct Found {
    shown: Shown,
    fingerprint: String,
    release: String,
}

/// More bytes than the slice of any page has; the one of the timeline of 100,000 projects has 13 million.
const MOST_OF_SLICE: usize = 40_000_000;

/// The slice of a page; under another address, which hosts take for the same file, while others are `unanswered`.
async fn slice(told: &Told, page: &Route, unanswered: usize) -> Result<Found, Missing> {
    let mut url = format!("{}{}?v={}", told.base, page.slice(), told.release);
    if unanswered > 0 {
        url.push_str(&format!("&again={unanswered}"));
    }
    let mut bytes = match fetch::bytes(&url, MOST_OF_SLICE, fetch::UNTOLD).await {
        Ok(bytes) => bytes,
        Err(fetch::LoadError::Status(404)) if *page != Route::NotFound => return Err(Missing::NotThere),
        Err(why) => return Err(Missing::Failed(format!("{url}: {why}"))),
    };
    browser::breathe().await;
    // Pages of ours begin with the mark of UTF-8.
    let begin = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    if begin.trim_ascii_start().starts_with(b"<") {
        return Err(Missing::Page(format!("{url} is a page")));
    }
    let Unmarked { release, fingerprint, bytes } = unmarked(&mut bytes);
    let reading = read_slice_in_turns(bytes, words::spoken().tag, browser::breathe).await;
    browser::breathe().await;
    // Half a page would be worse than the one that was published.
    let whole = reading.dataset.filter(|dataset: &Dataset| dataset.unreadable == 0);
    let Some(dataset) = whole else { return Err(Missing::Failed(format!("{url} cannot be read"))) };
    let shown = Shown::new(page.page(), Arc::new(dataset));
    if !pages::is_whole(&shown) {
        return Err(Missing::Failed(format!("{url} is not the page, or not all of it")));
    }
    Ok(Found { shown, fingerprint, release })
}

/// Brings slices while the visitor goes about.
fn slices(told: Told) -> Callback<Wanted> {
    // Of a page that the visitor no longer wants nobody is told, and nothing is loaded for it. What they want the program
    // knows: the bar of a browser that refuses new addresses does not say it.
    Callback::new(move |Wanted { address, there, unanswered, still, last, done }: Wanted| {
        let page = address.page();
        // No page of ours: whatever the host has there, a file or its error page.
        if page == Route::NotFound {
            browser::load(&there);
            return done(None);
        }
        let told = told.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let asked = still.clone();
            let come = patiently(Passing::Page, words().page_slow, move || asked());
            let found = slice(&told, &page, unanswered).await;
            come.set(true);
            if !still() {
                return done(None);
            }
            let found = match found {
                Ok(found) => found,
                // What there is instead the host knows: a page whose data has been lost, its error page, or another.
                Err(Missing::NotThere) => {
                    browser::load(&there);
                    return done(None);
                }
                Err(Missing::Page(why) | Missing::Failed(why)) => {
                    error!("{why}");
                    if last() {
                        browser::show_passing_notice(Passing::Page, words().page_failed);
                    }
                    return done(None);
                }
            };
            browser::end_passing_notice(Passing::Page);
            // The site has been published anew since this page was loaded: its program and index are no longer those of
            // the data.
            if found.release != told.release {
                browser::load(&there);
                return done(None);
            }
            done(Some(found.shown));
        });
    })
}

/// Brings the words of the projects.
fn words_of(told: Told, catalogue: Arc<Mutex<Catalogue>>) -> Callback<WantedWords> {
    Callback::new(move |WantedWords { still, done }: WantedWords| {
        let (url, catalogue) = (told.words.clone(), catalogue.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let come = patiently(Passing::Words, words().list.loading_words, still);
            let added = match fetch::bytes(&url, fetch::MOST, fetch::UNTOLD).await {
                Ok(bytes) => {
                    let mut catalogue = catalogue.lock().unwrap_or_else(PoisonError::into_inner);
                    catalogue.add_words(bytes).map_err(|why| why.to_string())
                }
                Err(why) => Err(why.to_string()),
            };
            come.set(true);
            match added {
                Ok(()) => {
                    browser::end_passing_notice(Passing::Words);
                    done(true);
                }
                Err(why) => {
                    error!("{url}: {why}");
                    browser::show_notice(words().words_failed);
                    done(false);
                }
            }
        });
    })
}
