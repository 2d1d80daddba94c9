//! Events as a list on the page of something.

use crate::components::{EventItem, Link, Piece};
use crate::domain::event::Event;
use crate::domain::route::Route;
use crate::domain::timeline::MOST_EVENTS;
use crate::words::words;
use leptos::prelude::*;

/// Events as a list, the first [`MOST_EVENTS`] of them, and a link to all where there are more.
pub fn event_list(events: &[&Event], all: Route) -> AnyView {
    let items = events.iter().take(MOST_EVENTS).map(|event| view! { <EventItem event/> }.piece()).collect::<Vec<_>>();
    let more = (events.len() > MOST_EVENTS).then(|| {
        let text = words().latest_events(MOST_EVENTS, events.len());
        view! { <p><Link to=all>{text}</Link></p> }.piece()
    });
    view! { <ul class="entries">{items}</ul> {more} }.piece()
}
