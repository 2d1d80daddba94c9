//! [`query_link`]: what a link to the list, asked otherwise, needs.

use super::{on, text};
use crate::browser;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::site::use_site;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The question, and who asks another one.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The question as it is.
    pub query: Memo<ProjectQuery>,
    /// The question from which the address is written: it may lag behind, so that no answer waits for addresses.
    pub from: Memo<ProjectQuery>,
    /// Goes to another question.
    pub ask: Callback<ProjectQuery>,
    /// The page that a question leads to.
    pub to: Callback<ProjectQuery, Route>,
}

/// The address of the changed question, and what a click does: it changes the question as it is then, whatever the
/// address still says.
pub fn query_link(
    asked: Asked,
    change: impl Fn(&ProjectQuery) -> ProjectQuery + Send + Sync + 'static,
) -> (Signal<String>, Box<dyn FnMut(MouseEvent)>) {
    let Asked { query, from, ask, to } = asked;
    let change: Arc<dyn Fn(&ProjectQuery) -> ProjectQuery + Send + Sync> = Arc::new(change);
    let (site, printed) = (use_site(), change.clone());
    let href = text(move || site.href(&to.run(from.with(|query| printed(query)))));
    let follow = on(move |click: MouseEvent| {
        if browser::followed(&click).is_some() {
            click.prevent_default();
            ask.run(query.with_untracked(|query| change(query)));
        }
    });
    (href, follow)
}
