//! `<ProjectLinks>`: projects by title, each leading to its page.

use super::{Link, Piece};
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::site::use_site;
use leptos::prelude::*;

/// A small list of links to projects; nothing when there are none.
#[component]
pub fn ProjectLinks(
    /// Their ids.
    ids: Vec<Slug>,
) -> impl IntoView {
    let site = use_site();
    let links = ids.into_iter().filter_map(|id| {
        let listed = site.listed(&id)?;
        let to = Route::Project(id, ProjectQuery::default());
        Some(view! { <li><Link to lang=listed.tongue>{listed.title}</Link></li> }.piece())
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| view! { <ul class="plain-list small">{links}</ul> }.piece())
}
