//! `<CountryLinks>`: countries by name, each leading to its page.

use super::{Link, Piece};
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::site::use_site;
use leptos::prelude::*;

/// A comma list of links to countries.
#[component]
pub fn CountryLinks(
    /// Their ids.
    ids: Vec<Slug>,
) -> impl IntoView {
    let site = use_site();
    let links = ids.into_iter().filter_map(|id| {
        let name = site.dataset.country(&id)?.name.clone();
        Some(view! { <li><Link to=Route::Partner(id)>{name}</Link></li> }.piece())
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| view! { <ul class="inline-list">{links}</ul> }.piece())
}
