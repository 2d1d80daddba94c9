//! `<Untranslated>`: that texts of a record are not in the language of the page.

use super::Piece;
use crate::domain::tongue::Foreign;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// The sentence; nothing when all texts are in the language of the page.
#[component]
pub fn Untranslated(
    /// What of the record is in another language.
    foreign: Foreign,
) -> impl IntoView {
    let tags = foreign.tags();
    (!tags.is_empty()).then(|| view! { <p class="untranslated small">{words().untranslated(&tags)}</p> }.piece())
}

/// The same above a list: titles may be in the language of the data. Nothing where that is the page's.
#[component]
pub fn UntranslatedTitles() -> impl IntoView {
    let foreign = use_site().dataset.tongue.of_plain();
    foreign.map(|_| view! { <p class="untranslated small">{words().titles_note}</p> }.piece())
}
