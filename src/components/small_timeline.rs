//! `<SmallTimeline>`: the drawing of the timeline on another page: a few entries, not grouped, not in the address.

use super::{Drawing, Link, Piece, live_option};
use crate::domain::route::Route;
use crate::domain::timeline::{Timeline, TimelineQuery};
use crate::site::{Site, Step, use_site};
use leptos::prelude::*;
use std::sync::Arc;

/// A drawing that begins with `begin`, and the way to the timeline, where all of it can be asked for. The same entries
/// stand on the page, or behind the link, as lists: until the page is alive, only the link is there.
#[component]
pub fn SmallTimeline(
    /// Brings the entries, once they are to be drawn.
    entries: Callback<Site, Timeline>,
    /// What the drawing shows at first, and which entry is chosen.
    begin: TimelineQuery,
    /// The address where the same is asked for at large.
    to: Route,
    /// What the link to it says.
    name: String,
) -> impl IntoView {
    let site = use_site();
    let alive = site.alive;
    let asked = RwSignal::new(begin);
    let drawing = live_option(move || {
        alive.get().then(|| {
            let timeline = Arc::new(entries.run(site.clone()));
            let all: Vec<usize> = (0..timeline.entries.len()).collect();
            let found = Memo::new(move |_| all.clone());
            let names = site.names();
            let names = Signal::derive(move || names.clone());
            let query = Memo::new(move |_| asked.get());
            let go = Callback::new(move |(query, _): (TimelineQuery, Step)| asked.set(query));
            view! { <Drawing timeline found names query go small=true/> }.piece()
        })
    });
    view! {
        <p><Link to>{name}</Link></p>
        <div class="drawing-place">{drawing}</div>
    }
    .piece()
}
