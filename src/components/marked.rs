//! `<Marked>`: a text in which the words that were searched for are marked.

use super::{Piece, live};
use crate::domain::fold;
use crate::unicode;
use leptos::prelude::*;

/// The text; a plain one while nothing is searched for.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    words: Signal<String>,
    /// The folded words to mark.
    wanted: Signal<Vec<String>>,
) -> impl IntoView {
    live(move || {
        let (words, wanted) = (words.get(), wanted.get());
        if wanted.is_empty() {
            return words.into_any();
        }
        let parts = fold::marked(&words, &wanted, unicode::decompose)
            .into_iter()
            .map(|(hit, part)| if hit { view! { <mark>{part}</mark> }.piece() } else { part.into_any() });
        parts.collect::<Vec<_>>().into_any()
    })
}
