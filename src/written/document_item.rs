//! `<DocumentItem>`: a document with everything that is known of it.

use crate::components::{CountryLinks, ExternalLink, Link, Piece, ProjectLinks, foreign};
use crate::domain::document::Document;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::site::use_site;
use crate::words::{self, published, words};
use leptos::prelude::*;

/// A document: title, kind, date, language, size, what it is, and where it was seen. An item of a list.
#[component]
pub fn DocumentItem<'d>(
    /// The document.
    document: &'d Document,
    /// The event on whose page it stands, which needs no link to itself.
    #[prop(optional)]
    on_page_of: Option<Slug>,
) -> AnyView {
    let site = use_site();
    let data = &site.dataset;
    let source = document.sources.first();
    let title = match source.and_then(|source| source.url.clone()) {
        Some(href) => {
            view! { <span lang=document.foreign.of("title")><ExternalLink href text=document.title.clone()/></span> }
                .piece()
        }
        None => foreign(document.foreign.of("title"), document.title.clone().into_any()),
    };
    let facts = [
        Some(words().entry_kind(&document.kind)),
        Some(document.date.map_or_else(|| words().undated.to_owned(), |date| words().partial_date(date))),
        document.language.as_deref().map(|tag| words().language(tag).to_owned()),
        document.size.as_deref().map(published::size),
    ];
    let facts = words::line_of(facts.into_iter().flatten());
    let events = document.events.iter().filter(|id| on_page_of.as_ref() != Some(*id));
    let events = events.filter_map(|id| data.events.get(id)).map(|event| {
        let day = event.date.as_ref().map(|date| format!(" ({})", words().period(date)));
        let (to, title) = (Route::Event(event.id.clone()), event.title.clone());
        view! { <li><Link to lang=event.foreign.of("title")>{title}</Link> {day}</li> }.piece()
    });
    let events: Vec<_> = events.collect();
    let events = (!events.is_empty()).then(|| {
        view! { <p class="small">{words().published().from_event}</p> <ul class="small">{events}</ul> }.piece()
    });
    let seen = source.map(|source| {
        format!("{}: {}, {}", words().source, source.publisher, words().source_dates(source.dated, source.seen))
    });
    view! {
        <li class="entry" id=format!("document-{}", document.id)>
            <p class="entry-title">{title}</p>
            <p class="card-facts">{facts}</p>
            {document.description.clone().map(|text| view! { <p lang=document.foreign.of("description")>{text}</p> }.piece())}
            <div class="entry-facts small"><CountryLinks ids=document.countries.clone()/></div>
            <ProjectLinks ids=document.projects.clone()/>
            {events}
            <p class="small entry-source">{seen}</p>
        </li>
    }
    .piece()
}
