//! Data sets for the tests, and pages rendered without a browser.

// Each test program uses a part of it.
#![allow(dead_code)]

use atlas::app::{App, AppProps, Supply};
use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{FILES, File, read, read_slice};
use atlas::domain::route::Route;
use atlas::domain::slices::Slices;
use atlas::domain::slug::Slug;
use atlas::going::Going;
use atlas::pages::Project;
use atlas::site::{Entries, Searchable, Shown, Site};
use atlas::words::spoken;
use atlas::{figures, written};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use std::fs;
use std::sync::{Arc, Mutex};

/// A data set as the prerenderer has it.
pub struct Whole {
    pub dataset: Dataset,
    pub catalogue: Arc<Mutex<Catalogue>>,
    texts: Vec<(&'static str, Vec<u8>)>,
    by_start: Vec<Slug>,
}

impl Whole {
    /// The data set in a folder, in the language that is spoken.
    pub fn of(folder: &str) -> Self {
        let texts = FILES.into_iter().map(|name| (name, fs::read(format!("{folder}/{name}")).unwrap()));
        Self::of_texts(texts.collect())
    }

    /// The data set of some files.
    pub fn of_texts(texts: Vec<(&'static str, Vec<u8>)>) -> Self {
        let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
        let dataset = read(&files, spoken().tag).dataset.unwrap();
        let mut catalogue = Catalogue::of(&dataset);
        let rows = catalogue.ordered(&ProjectQuery::default());
        let by_start = rows.into_iter().map(|row| catalogue.listed(row).id).collect();
        Self { dataset, catalogue: Arc::new(Mutex::new(catalogue)), texts, by_start }
    }

    /// The files of the data set.
    pub fn files(&self) -> Vec<File<'_>> {
        self.texts.iter().map(|(name, bytes)| File { name, bytes }).collect()
    }

    /// The parts of the data set that pages show.
    pub fn slices(&self) -> Slices<'_> {
        let figures = figures::all(&self.dataset, &mut self.catalogue.lock().unwrap());
        Slices::new(&self.dataset, &self.files(), &self.by_start).with_figures(figures)
    }

    /// The slice of a page of a site below `root`, as it travels.
    pub fn slice_text(&self, slices: &Slices<'_>, route: &Route, root: &str) -> String {
        written::write(slices, route, root, &self.catalogue).slice
    }

    /// What a page is written from.
    pub fn from(&self, slices: &Slices<'_>, route: &Route) -> Arc<Dataset> {
        written::write(slices, &route.page(), "", &self.catalogue).from
    }

    /// Its slice, read as the browser reads it.
    pub fn slice(&self, slices: &Slices<'_>, route: &Route, root: &str) -> Arc<Dataset> {
        let text = self.slice_text(slices, route, root);
        let reading = read_slice(text.as_bytes(), &self.dataset.tongue.wanted);
        assert_eq!(reading.problems, [], "{}", route.path());
        Arc::new(reading.dataset.unwrap())
    }

    /// A page without the frame that the prerenderer puts around it.
    pub fn render(&self, slices: &Slices<'_>, route: &Route, base: &str) -> String {
        let first = Shown::new(route.page(), self.slice(slices, &route.page(), base));
        Owner::new().with(|| {
            let pages = spoken().below(base);
            provide_context(RequestUrl::new(&route.href(&pages)));
            let (catalogue, root) = (self.catalogue.clone(), base.to_owned());
            App(AppProps { first, catalogue, root, supply: Supply::none() }).to_html()
        })
    }
}

impl Whole {
    /// The page of a project as it is once it is alive, come to from a list.
    pub fn render_alive(&self, slices: &Slices<'_>, id: &Slug, from: &ProjectQuery) -> String {
        let route = Route::Project(id.clone(), from.clone());
        let dataset = self.slice(slices, &route.page(), "");
        let project = dataset.projects[id].clone();
        Owner::new().with(|| {
            provide_context(Site {
                dataset,
                entries: Entries::default(),
                catalogue: self.catalogue.clone(),
                base: "".into(),
                root: "".into(),
                settled: RwSignal::new(route.clone()),
                route: Memo::new(move |_| route.clone()),
                going: Going::new(Callback::new(|_| ()), Callback::new(|_| ())),
                alive: RwSignal::new(true),
                searchable: RwSignal::new(Searchable::Yes),
            });
            view! { <Project project/> }.into_any().to_html()
        })
    }
}

/// The project's own data set.
pub fn bundled() -> Whole {
    Whole::of("public/data")
}
