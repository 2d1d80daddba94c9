//! `<EventItem>`: an event with everything that is known of it, leading to its page.

use super::{CountryLinks, Link, PartyList, Piece, ProjectLinks, SourceLine, foreign};
use crate::domain::event::Event;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// An event: date, kind, title, place, what it was, who held it, and where we know it from. An item of a list.
#[component]
pub fn EventItem<'e>(
    /// The event.
    event: &'e Event,
    /// The project on whose page it stands, which needs no link to itself.
    #[prop(optional)]
    on_page_of: Option<Slug>,
    /// Its id on the page, where it is not the usual one.
    #[prop(optional, into)]
    id: Option<String>,
) -> AnyView {
    let lang = |field: &str| event.foreign.of(field);
    let plain = use_site().dataset.tongue.of_plain();
    let id = id.unwrap_or_else(|| format!("event-{}", event.id));
    let date = event.date.as_ref().map_or_else(|| words().undated.to_owned(), |date| words().period(date));
    let others = event.projects.iter().filter(|id| on_page_of.as_ref() != Some(*id)).cloned().collect::<Vec<_>>();
    let (to, title) = (Route::Event(event.id.clone()), event.title.clone());
    let topics = (!event.topics.is_empty())
        .then(|| view! { <p class="small">{words().topics} ": " {foreign(lang("topics"), words::list_of(&event.topics).into_any())}</p> }.piece());
    let sources: Vec<_> = event.sources.iter().map(|source| view! { <SourceLine source/> }.piece()).collect();
    view! {
        <li class="entry entry-event" id=id>
            <p class="entry-date">{date} " " <span class="entry-kind">{words().entry_kind(&event.kind)}</span></p>
            <p class="entry-title"><Link to lang=lang("title")>{title}</Link></p>
            {event.description.clone().map(|text| view! { <p lang=lang("description")>{text}</p> }.piece())}
            {event.date_note.clone().map(|text| view! { <p class="small" lang=plain.clone()>{text}</p> }.piece())}
            {event.date_conflict.clone().map(|text| view! { <p class="conflict small" lang=lang("date_conflict")>{text}</p> }.piece())}
            <div class="entry-facts small">
                {event.city.clone().map(|city| view! { <span lang=lang("city")>{city} " "</span> }.piece())}
                <CountryLinks ids=event.countries.clone()/>
                {(!event.organisers.is_empty()).then(|| view! { <PartyList parties=event.organisers.clone()/> }.piece())}
            </div>
            <ProjectLinks ids=others/>
            {topics}
            <p class="small entry-source">{words().source} ": " {sources}</p>
        </li>
    }.piece()
}
