//! `<Link>`: the only maker of links between pages. It adds the base path, which the router's own links do not.

use super::{Piece, text};
use crate::domain::route::Route;
use crate::site::use_site;
use leptos::prelude::*;

/// A link to a page of this site.
#[component]
pub fn Link(
    /// The page.
    #[prop(into)]
    to: Signal<Route>,
    /// Stay at this place of the page: for links that only change the query.
    #[prop(optional)]
    keep_place: bool,
    /// The language of what it says, where that is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<String>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let site = use_site();
    let href = text(move || site.href(&to.get()));
    view! { <a href=href lang=lang data-noscroll=keep_place.then_some("")>{children()}</a> }.piece()
}
