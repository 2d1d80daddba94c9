//! `<Untranslated>`: that texts of a record are not in the language of the page.

use super::Piece;
use crate::domain::tongue::Foreign;
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
