//! `<SourceList>`: what a record rests on, numbered; and `<ExternalLink>`, the only maker of links to other hosts.

use super::Piece;
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

/// A link to another host. The reader has made sure that the address is `http` or `https`.
#[component]
pub fn ExternalLink(
    /// The address.
    href: String,
    /// What the link says.
    text: String,
) -> impl IntoView {
    view! { <a href=href rel="external noopener noreferrer">{text}</a> }.piece()
}

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
