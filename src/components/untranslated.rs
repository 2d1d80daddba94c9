//! `<UntranslatedTitles>`: that titles in a list are not in the language of the page.

use super::Piece;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// The sentence above a list: titles may be in the language of the data. Nothing where that is the page's.
#[component]
pub fn UntranslatedTitles() -> impl IntoView {
    let foreign = use_site().dataset.tongue.of_plain();
    foreign.map(|_| view! { <p class="untranslated small">{words().titles_note}</p> }.piece())
}
