//! `<PageHeading>`: the one `h1` of a page. It can take the focus, which `app.rs` gives it after a navigation.

use super::Piece;
use leptos::prelude::*;

/// The heading of a page.
#[component]
pub fn PageHeading(
    /// What it says.
    #[prop(into)]
    text: String,
    /// Its language, where that is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<String>,
) -> impl IntoView {
    view! { <h1 tabindex="-1" lang=lang>{text}</h1> }.piece()
}
