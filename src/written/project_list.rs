//! `<ProjectList>`: projects in a list that does not change.

use crate::components::{Drawn, Piece, ProjectCard};
use crate::domain::query::ProjectQuery;
use crate::domain::slug::Slug;
use crate::site::use_site;
use leptos::prelude::*;
use std::sync::Arc;

/// Projects as cards, in the order given.
#[component]
pub fn ProjectList(
    /// Their ids.
    ids: Vec<Slug>,
) -> impl IntoView {
    let site = use_site();
    let cards = ids.iter().filter_map(|id| site.listed(id)).map(|project| {
        let drawn = Drawn { project: Arc::new(project), day: None };
        view! { <li class="card"><ProjectCard drawn from=ProjectQuery::default() wanted=Vec::new()/></li> }.piece()
    });
    view! { <ul class="cards">{cards.collect::<Vec<_>>()}</ul> }.piece()
}
