//! Starts the site in the browser: fetches the data, then makes the prerendered page alive.
//!
//! Until then, and when anything here fails, the page stays as it was published: readable, with working links.

// The type of a view holds the types of all its parts.
#![recursion_limit = "256"]

use atlas::app::App;
use atlas::browser::{self, APP, attribute};
use atlas::domain::dataset::Dataset;
use atlas::domain::read::{fingerprint, read_bundle};
use atlas::domain::route::Route;
use atlas::domain::search::Index;
use atlas::{fetch, words};
use leptos::logging::error;
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use std::sync::Arc;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        error!("{panic}");
        browser::show_notice(words::CRASHED);
    }));
    wasm_bindgen_futures::spawn_local(start());
}

async fn start() {
    let Some(app) = browser::app() else { return error!("the page has no element #{APP}") };
    let told = |name| app.get_attribute(name).unwrap_or_default();
    let url = told(attribute::BUNDLE);
    let bytes = match fetch::bytes(&url).await {
        Ok(bytes) => bytes,
        Err(why) => {
            error!("{url}: {why}");
            return browser::show_notice(words::START_FAILED);
        }
    };
    let reading = read_bundle(&bytes);
    let Some(dataset) = reading.dataset.map(Arc::new) else {
        for problem in reading.problems.iter().take(3) {
            error!("{url}: {} {}", problem.file, problem.path);
        }
        return browser::show_notice(words::START_FAILED);
    };
    let base = told(attribute::BASE);
    // Hydration must meet exactly what was rendered: the same data and the same page. A host that shows its one
    // error page at an address that exists, or data changed after the build, gets a fresh rendering instead.
    let same_data = fingerprint(&bytes) == told(attribute::FINGERPRINT);
    let same_page = page_here(&base, &dataset).path() == told(attribute::PAGE);
    let index = Arc::new(Index::new(&dataset));
    let view = move || view! { <App dataset index base/> };
    if same_data && same_page {
        hydrate_from(app, view).forget();
    } else {
        app.set_text_content(None);
        mount_to(app, view).forget();
    }
}

/// The page that the address means.
fn page_here(base: &str, dataset: &Dataset) -> Route {
    Route::parse(base, &browser::path(), "").in_dataset(dataset)
}
