//! The pages of prose as markup. Native only: nothing on them ever changes, and with their sentences in every language they
//! would add 9 KB to what every visitor loads first.

use crate::domain::catalogue::Catalogue;
use crate::domain::dataset::Dataset;
use crate::domain::route::Route;
use crate::domain::sorted::map_of;
use crate::going::Going;
use crate::pages;
use crate::site::{Entries, Searchable, Site};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Every page of prose by its path, for a site at the root, in the language that is spoken.
pub fn all(dataset: &Dataset, catalogue: &Arc<Mutex<Catalogue>>) -> BTreeMap<String, String> {
    let dataset = Arc::new(dataset.clone());
    let markup = |route: Route, view: fn() -> AnyView| {
        let html = Owner::new().with(|| {
            provide_context(Site {
                dataset: dataset.clone(),
                entries: Entries::default(),
                catalogue: catalogue.clone(),
                base: "".into(),
                root: "".into(),
                route: Memo::new(|_| Route::Home),
                settled: RwSignal::new(Route::Home),
                going: Going::new(Callback::new(|_| ()), Callback::new(|_| ())),
                alive: RwSignal::new(false),
                searchable: RwSignal::new(Searchable::NotYet),
            });
            view().to_html()
        });
        // The marks by which a living page finds its nodes: nothing here lives.
        (route.path(), html.replace("<!>", ""))
    };
    map_of([
        markup(Route::About, || pages::About().into_any()),
        markup(Route::Accessibility, || pages::Accessibility().into_any()),
    ])
}
