//! `<FigureView>`: a figure of the page, as it was drawn where the site was built.

use crate::domain::figures::Figure;
use crate::site::use_site;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// A figure: one element that the browser itself reads, because nothing in it ever changes. Nothing, if the page has no such
/// figure.
#[component]
pub fn FigureView(
    /// Which figure.
    figure: Figure,
) -> AnyView {
    let site = use_site();
    match site.dataset.derived.figures.get(&figure) {
        Some(markup) => InertElement::new(site.placed(markup)).into_any(),
        None => ().into_any(),
    }
}
