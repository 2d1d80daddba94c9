//! `<Quoting>`: a sentence that quotes a source, with the language of the source's words.

use super::Piece;
use leptos::prelude::*;

/// A sentence of the site around words of a source.
#[component]
pub fn Quoting(
    /// The sentence, which ends in the words or in nothing but a mark after them.
    sentence: String,
    /// The words of the source.
    words: String,
    /// The language of the source; `None` when the data does not say, which is marked as unknown: these are not the words
    /// of the page.
    lang: Option<String>,
) -> impl IntoView {
    // The last place: the site's own words may have the same letters.
    match sentence.rsplit_once(&words).filter(|_| !words.is_empty()) {
        Some((before, after)) => {
            let (before, after) = (before.to_owned(), after.to_owned());
            // HTML: an empty `lang` says that the language is not known.
            view! { {before} <span lang=lang.unwrap_or_default()>{words}</span> {after} }.piece()
        }
        None => sentence.into_any(),
    }
}
