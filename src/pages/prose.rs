//! A page of prose: nothing on it ever changes, so that its slice carries it as markup. Its sentences and its view stay
//! where the site is built (`prose.rs`).

use crate::components::{PageHeading, Piece};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// The page as it was written.
#[component]
pub fn Prose(
    /// Which page.
    page: Route,
) -> impl IntoView {
    let site = use_site();
    let text = words::page_name(&page, &site.dataset);
    let prose = site.dataset.derived.prose.as_ref().map(|markup| InertElement::new(site.placed(markup)));
    view! { <PageHeading text/> {prose} }.piece()
}
