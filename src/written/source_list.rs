//! `<SourceList>`: what a record rests on, numbered.

use crate::components::{ExternalLink, Piece};
use crate::domain::source::Source;
use crate::words::words;
use leptos::prelude::*;

/// A numbered list of sources, each the target of its footnote marks.
#[component]
pub fn SourceList(
    /// The sources of one record.
    sources: Vec<Source>,
) -> impl IntoView {
    let items = sources.into_iter().enumerate().map(|(index, source)| {
        let place = match (source.url, source.reference) {
            (Some(url), reference) => view! { <ExternalLink href=url.clone() text=reference.unwrap_or(url)/> }.piece(),
            (None, reference) => reference.into_any(),
        };
        view! {
            <li id=format!("source-{}", index + 1) tabindex="-1">
                <span class="source-publisher">{source.publisher}</span>
                ": "
                {place}
                " "
                <span class="source-dates">{format!("({})", words().source_dates(source.dated, source.seen))}</span>
                {source.note.map(|note| view! { <span class="source-note">" " {note}</span> }.piece())}
            </li>
        }
        .piece()
    });
    view! { <ol class="sources">{items.collect::<Vec<_>>()}</ol> }.piece()
}
