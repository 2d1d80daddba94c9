//! [`Site`]: what every component may ask about: the data set, the address, and whether the page is alive.

use crate::domain::dataset::Dataset;
use crate::domain::route::Route;
use crate::domain::search::Index;
use leptos::prelude::*;
use std::sync::Arc;

/// The surroundings of a page. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The data set. It does not change while the page lives.
    pub dataset: Arc<Dataset>,
    /// Its folded words.
    pub index: Arc<Index>,
    /// The path below which the site stands: empty, or with a first and without a last slash.
    pub base: Arc<str>,
    /// The page and what the address asks of it. Until the page is alive its query reads as empty, because the
    /// prerendered HTML, which must be met exactly, was made without one.
    pub route: Memo<Route>,
    /// The page has become alive: scripts run and may react. Always `false` in prerendered HTML.
    pub alive: RwSignal<bool>,
}

impl Site {
    /// The address of a page, for a link.
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.base)
    }

    /// The address of a file of the bundle: `data/projects.json`.
    pub fn file(&self, path: &str) -> String {
        format!("{}/{path}", self.base)
    }
}

/// The surroundings that `App` provides.
pub fn use_site() -> Site {
    expect_context::<Site>()
}

/// How an address goes into the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A choice: Back returns to what was before.
    Push,
    /// A change on the way to a choice, such as one more letter typed.
    Replace,
}

/// Goes to another address without leaving the place on the page. For changes of the query; pages are linked to.
pub fn use_go() -> impl Fn(&Route, Step) + Clone + 'static {
    let navigate = leptos_router::hooks::use_navigate();
    let site = use_site();
    move |route: &Route, step| {
        let options = leptos_router::NavigateOptions {
            // The address has its base already; resolving would add it once more.
            resolve: false,
            replace: step == Step::Replace,
            scroll: false,
            ..Default::default()
        };
        navigate(&site.href(route), options);
    }
}
