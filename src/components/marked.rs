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
    /// Its language, where that is not the page's.
    #[prop(optional, into)]
    lang: Signal<Option<String>>,
) -> impl IntoView {
    live(move || {
        let (words, wanted) = (words.get(), wanted.get());
        if wanted.is_empty() {
            return foreign(lang.get(), words.into_any());
        }
        let parts = fold::marked(&words, &wanted, unicode::decompose).map(|(hit, part)| {
            let part = part.to_owned();
            if hit { view! { <mark>{part}</mark> }.piece() } else { part.into_any() }
        });
        foreign(lang.get(), parts.collect::<Vec<_>>().into_any())
    })
}

/// A part in another language than the page's, marked as such.
pub fn foreign(lang: Option<String>, part: AnyView) -> AnyView {
    match lang {
        Some(lang) => view! { <span lang=lang>{part}</span> }.piece(),
        None => part,
    }
}
