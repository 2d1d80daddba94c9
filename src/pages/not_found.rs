//! There is no page at this address: what to do now.

use crate::components::{Link, PageHeading, Piece};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// The page for addresses that have none.
#[component]
pub fn NotFound() -> impl IntoView {
    let site = use_site();
    let items = Route::menu().map(|to| {
        let name = words::page_name(&to, &site.dataset);
        view! { <li><Link to>{name}</Link></li> }.piece()
    });
    view! {
        <PageHeading text=words::page_name(&Route::NotFound, &site.dataset)/>
        <p class="lead">{words().not_found_text}</p>
        <p>{words().not_found_links}</p>
        <ul>{items.into_iter().collect::<Vec<_>>()}</ul>
    }
    .piece()
}
