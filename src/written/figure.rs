//! `<FigureView>`: a figure of the page.

use crate::domain::figures::Figure;
use crate::site::{Site, use_site};
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
        Some(markup) => InertElement::new(placed(markup, &site)).into_any(),
        None => ().into_any(),
    }
}

/// Markup that was written for a site at the root, with the addresses of this one. A text cannot be taken for an address: its
/// quotes are escaped.
fn placed(markup: &str, site: &Site) -> String {
    let data = format!("href=\"{}", site.file("data/"));
    markup
        .replace("href=\"/data/", "\u{0}")
        .replace("href=\"/", &format!("href=\"{}/", site.base))
        .replace('\u{0}', &data)
}
