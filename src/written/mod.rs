//! What never changes on a page, as markup: whole pages, and parts of those on which something changes. Native only: it is
//! written where the site is built and travels in the slice of its page, so that its sentences and its view are not in the
//! program that every visitor loads first (50 KB with Brotli).
//!
//! A file a page. Each gives the parts of its page by name, each part as the elements that it consists of.

mod about;
mod accessibility;
mod agreement_list;
mod budget_facts;
mod document_item;
mod documents;
mod event;
mod event_list;
mod figure;
mod flag;
mod home;
mod in_time;
mod not_found;
mod organisation;
mod organisations;
mod partner;
mod partners;
mod project;
mod project_list;
mod source_list;

use crate::components::{PageHeading, Piece};
use crate::domain::catalogue::Catalogue;
use crate::domain::dataset::Dataset;
use crate::domain::route::Route;
use crate::domain::slices::{Parts, Slices};
use crate::domain::sorted::map_of;
use crate::domain::tongue::Foreign;
use crate::going::Going;
use crate::pages::WHOLE;
use crate::site::{Entries, Searchable, Site, use_site};
use crate::words::{self, words};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// The parts of a page: the elements of each, by its name.
type Views = Vec<(&'static str, Vec<AnyView>)>;

/// A page of which all that never changes is written.
pub struct Written {
    /// What it was written from.
    pub from: Arc<Dataset>,
    /// What travels beside it: its slice.
    pub slice: String,
}

/// Writes a page of a site below `root`, in the language that is spoken.
pub fn write(slices: &Slices<'_>, page: &Route, root: &str, catalogue: &Arc<Mutex<Catalogue>>) -> Written {
    let from = Arc::new(slices.for_writing(page));
    let parts = Owner::new().with(|| parts(&from, page, root, catalogue));
    Written { from, slice: slices.of(page, parts) }
}

fn parts(data: &Arc<Dataset>, page: &Route, root: &str, catalogue: &Arc<Mutex<Catalogue>>) -> Parts {
    let route = page.clone();
    let site = Site {
        dataset: data.clone(),
        entries: Entries::default(),
        catalogue: catalogue.clone(),
        base: words::spoken().below(root).into(),
        root: root.into(),
        route: Memo::new(move |_| route.clone()),
        settled: RwSignal::new(page.clone()),
        going: Going::new(Callback::new(|_| ()), Callback::new(|_| ())),
        alive: RwSignal::new(false),
        searchable: RwSignal::new(Searchable::NotYet),
    };
    provide_context(site);
    // Without the marks by which a living page finds its nodes: nothing here lives. A view of nothing has no other.
    let markup = |element: AnyView| Some(element.to_html().replace("<!>", "")).filter(|markup| !markup.is_empty());
    map_of(views(page, data).into_iter().map(|(name, elements)| {
        let elements = elements.into_iter().filter_map(markup);
        (name.to_owned(), elements.collect())
    }))
}

fn views(page: &Route, data: &Dataset) -> Views {
    let whole = |elements| vec![(WHOLE, elements)];
    match page {
        Route::Home => home::parts(),
        Route::Partners => whole(partners::elements()),
        Route::Partner(id) => match data.country(id) {
            Some(country) => partner::parts(country),
            None => whole(not_found::elements()),
        },
        Route::Projects(_) | Route::Timeline(_) => Vec::new(),
        Route::Project(id, _) => match data.projects.get(id) {
            Some(project) => project::parts(project),
            None => whole(not_found::elements()),
        },
        Route::Organisations => whole(organisations::elements()),
        Route::Organisation(id) => match data.organisations.get(id) {
            Some(organisation) => whole(organisation::elements(organisation)),
            None => whole(not_found::elements()),
        },
        Route::Event(id) => match data.events.get(id) {
            Some(event) => whole(event::elements(event)),
            None => whole(not_found::elements()),
        },
        Route::Documents => whole(documents::elements()),
        Route::About => whole(about::elements()),
        Route::Accessibility => whole(accessibility::elements()),
        Route::NotFound => whole(not_found::elements()),
    }
}

/// That texts of a record are not in the language of the page, where some are not.
fn untranslated(foreign: &Foreign) -> Option<AnyView> {
    let tags = foreign.tags();
    (!tags.is_empty()).then(|| view! { <p class="untranslated small">{words().untranslated(&tags)}</p> }.piece())
}

/// The heading of a page that is called the same everywhere.
fn heading(page: &Route) -> AnyView {
    let text = words::page_name(page, &use_site().dataset);
    view! { <PageHeading text/> }.piece()
}
