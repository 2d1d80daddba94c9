//! [`App`]: the frame of every page, and the one place where an address chooses its page.

use crate::browser;
use crate::components::{Breadcrumbs, Piece, SiteFooter, SiteHeader};
use crate::domain::dataset::Dataset;
use crate::domain::route::Route as Address;
use crate::domain::search::Index;
use crate::domain::{search, timeline};
use crate::pages;
use crate::site::{Site, use_site};
use crate::words;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::hooks::use_location;
use leptos_router::path;
use std::sync::Arc;

/// The whole site over a data set, below a base path (empty, or with a first and without a last slash).
#[component]
pub fn App(
    /// What there is to show.
    dataset: Arc<Dataset>,
    /// Its words.
    index: Arc<Index>,
    /// The path below which the site stands.
    base: String,
) -> impl IntoView {
    view! {
        <Router base=base.clone()>
            <Frame dataset index base/>
        </Router>
    }
    .piece()
}

#[component]
fn Frame(dataset: Arc<Dataset>, index: Arc<Index>, base: String) -> impl IntoView {
    let location = use_location();
    let alive = RwSignal::new(false);
    let base: Arc<str> = base.into();
    let route = {
        let (dataset, base) = (dataset.clone(), base.clone());
        Memo::new(move |_| {
            let query = if alive.get() { location.search.get() } else { String::new() };
            Address::parse(&base, &location.pathname.get(), &query).in_dataset(&dataset)
        })
    };
    let page = Memo::new(move |_| route.get().page());
    provide_context(Site { dataset: dataset.clone(), index: index.clone(), base, route, alive });

    Effect::new(move |_| {
        alive.set(true);
        browser::mark_alive();
    });
    Effect::new(move |previous: Option<Address>| {
        let page = page.get();
        if previous.is_some_and(|previous| previous != page) {
            browser::focus_heading();
        }
        page
    });
    Effect::new(move |_| browser::set_title(&title(&route.get(), &dataset, &index)));

    view! {
        <SiteHeader/>
        <Breadcrumbs page/>
        <main id="main" tabindex="-1">
            // The router keeps the address and the clicks; which page an address means is `Address::parse`'s to say.
            <FlatRoutes fallback=|| ()>
                <Route path=path!("/*any") view=move || view! { <Page page/> }.piece()/>
            </FlatRoutes>
        </main>
        <SiteFooter/>
    }
    .piece()
}

/// The title of the window, with the number of entries that the page lists.
pub fn title(route: &Address, dataset: &Dataset, index: &Index) -> String {
    let found = match route {
        Address::Projects(query) => Some(search::run(dataset, index, query, dataset.meta.as_of).rows.len()),
        Address::Timeline(query) => Some(timeline::run(dataset, query).total),
        _ => None,
    };
    words::title(route, dataset, found)
}

#[component]
fn Page(page: Memo<Address>) -> impl IntoView {
    let site = use_site();
    move || {
        let data = &site.dataset;
        match page.get() {
            Address::Home => pages::Home().into_any(),
            Address::Partners => pages::Partners().into_any(),
            Address::Partner(id) => match data.country(&id) {
                Some(country) => view! { <pages::Partner country=country.clone()/> }.piece(),
                None => pages::NotFound().into_any(),
            },
            Address::Projects(_) => pages::Projects().into_any(),
            Address::Project(id, _) => match data.projects.get(&id) {
                Some(project) => view! { <pages::Project project=project.clone()/> }.piece(),
                None => pages::NotFound().into_any(),
            },
            Address::Organisations => pages::Organisations().into_any(),
            Address::Organisation(id) => match data.organisations.get(&id) {
                Some(organisation) => view! { <pages::Organisation organisation=organisation.clone()/> }.piece(),
                None => pages::NotFound().into_any(),
            },
            Address::Timeline(_) => pages::Timeline().into_any(),
            Address::Documents => pages::Documents().into_any(),
            Address::About => pages::About().into_any(),
            Address::NotFound => pages::NotFound().into_any(),
        }
    }
}
