//! Data sets for the tests, and pages rendered without a browser.

// Each test program uses a part of it.
#![allow(dead_code)]

use atlas::app::{App, AppProps};
use atlas::domain::dataset::Dataset;
use atlas::domain::read::{FILES, File, read};
use atlas::domain::route::Route;
use atlas::domain::search::Index;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use std::fs;
use std::sync::Arc;

/// The data set in a folder.
pub fn dataset(folder: &str) -> Arc<Dataset> {
    let texts: Vec<_> = FILES.into_iter().map(|name| (name, fs::read(format!("{folder}/{name}")).unwrap())).collect();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    Arc::new(read(&files).dataset.unwrap())
}

/// The project's own data set.
pub fn bundled() -> Arc<Dataset> {
    dataset("public/data")
}

/// A page without the frame that the prerenderer puts around it.
pub fn render(dataset: &Arc<Dataset>, route: &Route, base: &str) -> String {
    render_with(dataset, &Arc::new(Index::new(dataset)), route, base)
}

/// The same for many pages, with the words of the data set folded once.
pub fn render_with(dataset: &Arc<Dataset>, index: &Arc<Index>, route: &Route, base: &str) -> String {
    Owner::new().with(|| {
        provide_context(RequestUrl::new(&route.href(base)));
        App(AppProps { dataset: dataset.clone(), index: index.clone(), base: base.to_owned() }).to_html()
    })
}
