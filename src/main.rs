//! Starts the site in the browser: fetches the catalogue and the page's slice of the data, then makes the
//! prerendered page alive.
//!
//! Until then, and when anything here fails, the page stays as it was published: readable, with working links.

// The type of a view holds the types of all its parts.
#![recursion_limit = "256"]

use atlas::app::{App, Supply};
use atlas::browser::{self, APP, attribute};
use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::read::{fingerprint, read_slice};
use atlas::domain::route::Route;
use atlas::site::Shown;
use atlas::words::{Language, words};
use atlas::{fetch, unicode, words};
use leptos::logging::error;
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use std::sync::{Arc, Mutex, PoisonError};

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        error!("{panic}");
        browser::show_notice(words().crashed);
    }));
    wasm_bindgen_futures::spawn_local(async {
        if let Err(why) = start().await {
            error!("{why}");
            browser::hide_progress();
            browser::show_notice(words().start_failed);
        }
    });
}

/// What the prerenderer told about the page and its data.
#[derive(Clone)]
struct Told {
    root: String,
    base: String,
    release: String,
    fingerprint: String,
    page: String,
    catalogue: String,
    catalogue_size: usize,
    words: String,
}

async fn start() -> Result<(), String> {
    let app = browser::app().ok_or_else(|| format!("the page has no element #{APP}"))?;
    let told = |name| app.get_attribute(name).unwrap_or_default();
    words::speak(Language::of(&told(attribute::LANGUAGE)));
    let root = told(attribute::ROOT);
    let told = Told {
        base: words::spoken().below(&root),
        root,
        release: told(attribute::RELEASE),
        fingerprint: told(attribute::FINGERPRINT),
        page: told(attribute::PAGE),
        catalogue: told(attribute::CATALOGUE),
        catalogue_size: told(attribute::CATALOGUE_SIZE).parse().unwrap_or(0),
        words: told(attribute::WORDS),
    };
    // Hydration must meet exactly what was rendered: the same data and the same page. A host that shows its one
    // error page at an address that exists, or data changed after the build, gets a fresh rendering instead.
    let here = Route::parse(&told.base, &browser::path(), "");
    let same_page = here.path() == told.page;
    let (mut first, slice) = match slice(&told, &here).await {
        Ok(found) => found,
        Err(Missing::NotThere) if told.page == Route::NotFound.path() => {
            slice(&told, &Route::NotFound).await.map_err(|_| "there is no slice of the error page")?
        }
        Err(Missing::NotThere) => return Err(format!("{} is not there", here.slice())),
        Err(Missing::Failed(why)) => return Err(why),
    };
    let same_data = slice == told.fingerprint;
    browser::breathe().await;
    let bytes = fetch::bytes(&told.catalogue, |arrived| browser::show_progress(arrived, told.catalogue_size));
    let bytes = bytes.await.map_err(|why| format!("{}: {why}", told.catalogue))?;
    let day = first.dataset.meta.as_of;
    let catalogue =
        Catalogue::from_bytes(&bytes, day, unicode::decompose).map_err(|why| format!("{}: {why}", told.catalogue))?;
    browser::hide_progress();
    browser::breathe().await;
    let catalogue = Arc::new(Mutex::new(catalogue));
    let root = told.root.clone();
    let as_published = same_data && (same_page || first.page == Route::NotFound && told.page == Route::NotFound.path());
    if first.page != Route::NotFound {
        first.page = here.page();
    }
    let supply = Supply { slice: slices(told.clone()), words: words_of(told, catalogue.clone()) };
    let view = move || view! { <App first catalogue root supply/> };
    if as_published {
        hydrate_from(app, view).forget();
    } else {
        app.set_text_content(None);
        mount_to(app, view).forget();
    }
    Ok(())
}

/// Why there is no slice.
enum Missing {
    /// The host has no such page.
    NotThere,
    /// It could not be had.
    Failed(String),
}

/// The slice of a page, with its fingerprint.
async fn slice(told: &Told, page: &Route) -> Result<(Shown, String), Missing> {
    let url = format!("{}{}?v={}", told.base, page.slice(), told.release);
    let bytes = match fetch::bytes(&url, |_| ()).await {
        Ok(bytes) => bytes,
        Err(fetch::LoadError::Status(404)) if *page != Route::NotFound => return Err(Missing::NotThere),
        Err(why) => return Err(Missing::Failed(format!("{url}: {why}"))),
    };
    let reading = read_slice(&bytes, words::spoken().tag);
    // Half a page would be worse than the one that was published.
    let whole = reading.dataset.filter(|dataset: &Dataset| dataset.unreadable == 0);
    let Some(dataset) = whole else { return Err(Missing::Failed(format!("{url} cannot be read"))) };
    Ok((Shown { page: page.page(), dataset: Arc::new(dataset) }, fingerprint(&bytes)))
}

/// Brings slices while the visitor goes about.
fn slices(told: Told) -> Callback<(Route, Callback<Shown>)> {
    Callback::new(move |(page, show): (Route, Callback<Shown>)| {
        let told = told.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let found = match slice(&told, &page).await {
                Err(Missing::NotThere) => slice(&told, &Route::NotFound).await,
                found => found,
            };
            match found {
                Ok((shown, _)) => show.run(shown),
                Err(Missing::NotThere) => browser::show_notice(words().page_failed),
                Err(Missing::Failed(why)) => {
                    error!("{why}");
                    browser::show_notice(words().page_failed);
                }
            }
        });
    })
}

/// Brings the words of the projects.
fn words_of(told: Told, catalogue: Arc<Mutex<Catalogue>>) -> Callback<Callback<bool>> {
    Callback::new(move |arrived: Callback<bool>| {
        let (url, catalogue) = (told.words.clone(), catalogue.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let added = match fetch::bytes(&url, |_| ()).await {
                Ok(bytes) => {
                    let mut catalogue = catalogue.lock().unwrap_or_else(PoisonError::into_inner);
                    catalogue.add_words(bytes).map_err(|why| why.to_string())
                }
                Err(why) => Err(why.to_string()),
            };
            match added {
                Ok(()) => arrived.run(true),
                Err(why) => {
                    error!("{url}: {why}");
                    browser::show_notice(words().words_failed);
                    arrived.run(false);
                }
            }
        });
    })
}
