//! `<SourceMarks>`: footnote marks that lead to the list of sources.

use super::Piece;
use crate::words::{self, words};
use leptos::prelude::*;

/// The marks of some sources, by their numbers.
#[component]
pub fn SourceMarks(
    /// Counted from one.
    numbers: Vec<usize>,
) -> impl IntoView {
    numbers
        .into_iter()
        .map(|number| {
            view! {
                <sup class="source-mark">
                    <a href=format!("#source-{number}") rel="external">
                        <span class="visually-hidden">{words().source_mark_label(number)}</span>
                        <span aria-hidden="true">{words::source_mark(number)}</span>
                    </a>
                </sup>
            }
            .piece()
        })
        .collect::<Vec<_>>()
}
