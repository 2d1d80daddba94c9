//! `<SourceLine>`: what a record rests on, in one line.

use super::{ExternalLink, Piece};
use crate::domain::source::Source;
use crate::words::words;
use leptos::prelude::*;

/// A source in one line: who, where, when. For records whose sources have no list of their own.
#[component]
pub fn SourceLine<'s>(
    /// The source.
    source: &'s Source,
) -> AnyView {
    let name = source.publisher.clone();
    let link = match source.url.clone() {
        Some(href) => view! { <ExternalLink href text=name/> }.piece(),
        None => name.into_any(),
    };
    view! { <span>{link} " (" {words().source_dates(source.dated, source.seen)} ") "</span> }.piece()
}
