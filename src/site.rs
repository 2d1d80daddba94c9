//! [`Site`]: what every component may ask about: the data of its page, the catalogue, the address, and whether the
//! page is alive.

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::listed::Listed;
use crate::domain::catalogue::names::Names;
use crate::domain::dataset::Dataset;
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::timeline::Timeline;
use crate::going::Going;
pub use crate::going::Step;
use crate::words::Language;
use leptos::prelude::*;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The surroundings of a page. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The slice of the data set that the page shows.
    pub dataset: Arc<Dataset>,
    /// What of it has a place in time, once somebody has asked.
    pub entries: Entries,
    /// The index of all projects.
    pub catalogue: Arc<Mutex<Catalogue>>,
    /// The path below which the pages of this language stand: empty, or with a first and without a last slash.
    pub base: Arc<str>,
    /// The path below which the site stands, likewise.
    pub root: Arc<str>,
    /// The page and what the address asks of it. Until the page is alive its query reads as empty, because the
    /// prerendered HTML, which must be met exactly, was made without one.
    pub route: Memo<Route>,
    /// The same once it has been painted: for what can wait, such as the addresses of links.
    pub settled: RwSignal<Route>,
    /// The way to other addresses.
    pub going: Going,
    /// The page has become alive: scripts run and may react. Always `false` in prerendered HTML.
    pub alive: RwSignal<bool>,
    /// Whether the words of the projects have arrived, so that the catalogue can be searched.
    pub searchable: RwSignal<Searchable>,
}

/// Whether the catalogue can be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Searchable {
    /// The words are on their way, or nobody has asked for them.
    NotYet,
    /// The words are there.
    Yes,
    /// The words did not arrive.
    Never,
}

impl Site {
    /// The address of a page, for a link.
    pub fn href(&self, route: &Route) -> String {
        route.href(&self.base)
    }

    /// The address of the same page in another language.
    pub fn href_in(&self, language: &Language, route: &Route) -> String {
        route.href(&language.below(&self.root))
    }

    /// The address of a file of the bundle: `data/projects.json`.
    pub fn file(&self, path: &str) -> String {
        format!("{}/{path}", self.root)
    }

    /// Asks the catalogue.
    pub fn ask<T>(&self, question: impl FnOnce(&mut Catalogue) -> T) -> T {
        // A panic while it was held has stopped the page; nobody asks after that.
        question(&mut self.catalogue.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Everything in the data of the page that has a place in time, with all projects. It is put in order once: a thousand
    /// pages of one list would else do so a thousand times.
    pub fn timeline(&self) -> Arc<Timeline> {
        self.entries.get_or_init(|| self.ask(|catalogue| in_time(&self.dataset, catalogue))).clone()
    }

    /// The names of the values of all facets, as of the last question.
    pub fn names(&self) -> Arc<Names> {
        self.ask(|catalogue| catalogue.names())
    }

    /// How many projects each value of each facet would show.
    pub fn counts(&self, query: &ProjectQuery) -> Counts {
        self.ask(|catalogue| Counts { counts: catalogue.run(query).counts, names: catalogue.names() })
    }

    /// What a list shows of a project.
    pub fn listed(&self, id: &Slug) -> Option<Listed> {
        self.ask(|catalogue| Some(catalogue.listed(catalogue.row(id)?)))
    }
}

/// What of some data has a place in time, with all projects.
fn in_time(dataset: &Dataset, catalogue: &mut Catalogue) -> Arc<Timeline> {
    // The values of projects are those of the day of the data.
    catalogue.run(&ProjectQuery::default());
    Arc::new(Timeline::new(catalogue.all_listed(), dataset, catalogue))
}

/// What of some data has a place in time, once somebody has asked.
pub type Entries = Arc<OnceLock<Arc<Timeline>>>;

/// A page with the slice of the data that it shows.
#[derive(Clone)]
pub struct Shown {
    /// The page, without its query.
    pub page: Route,
    /// Its data.
    pub dataset: Arc<Dataset>,
    /// What of it has a place in time: kept as long as the data.
    pub entries: Entries,
}

impl Shown {
    /// A page that has come.
    pub fn new(page: Route, dataset: Arc<Dataset>) -> Self {
        Self { page, dataset, entries: Entries::default() }
    }

    /// Puts in order what of a timeline's data has a place in time, before its page asks: there it would lengthen a turn in
    /// which much else is made.
    pub fn put_in_order(&self, catalogue: &mut Catalogue) {
        if matches!(self.page, Route::Timeline(_)) {
            self.entries.get_or_init(|| in_time(&self.dataset, catalogue));
        }
    }
}

/// The surroundings that `App` provides.
pub fn use_site() -> Site {
    expect_context::<Site>()
}

/// The counts of a question with the names of what is counted.
pub struct Counts {
    counts: Vec<Vec<u32>>,
    names: Arc<Names>,
}

impl Counts {
    /// How many projects a value would show.
    pub fn of(&self, facet: Facet, value: &Slug) -> usize {
        let count = self.names.place(facet, value).and_then(|at| self.counts.get(facet as usize)?.get(at).copied());
        usize::try_from(count.unwrap_or(0)).unwrap_or(usize::MAX)
    }
}

/// Goes to another address without leaving the place on the page. For changes of the query; pages are linked to.
pub fn use_go() -> impl Fn(&Route, Step) + Clone + 'static {
    let going = use_site().going;
    move |route: &Route, step| going.go(route, step)
}
