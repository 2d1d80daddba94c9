//! `<SmallTimeline>`: the drawing of the timeline on another page: a few entries, not grouped, not in the address.

use super::{Drawing, Piece, effect, live_option, written};
use crate::domain::route::Route;
use crate::domain::timeline::{Timeline, TimelineQuery};
use crate::site::{Site, Step, use_site};
use leptos::prelude::*;
use std::sync::Arc;

/// A drawing that begins with `begin`, below the way to the timeline, where all of it can be asked for, and the same entries
/// in words, which were written.
#[component]
pub fn SmallTimeline(
    /// Brings the entries, once they are to be drawn.
    entries: Callback<Site, Timeline>,
    /// What the drawing shows at first, and which entry is chosen.
    begin: TimelineQuery,
    /// What it is of, in words, and the page that it stands on: for paper. Without it, what `begin` asks.
    about: Option<(String, Route)>,
) -> impl IntoView {
    let site = use_site();
    let alive = site.alive;
    let asked = RwSignal::new(begin);
    // Two tasks: a telephone answers between them.
    let timeline = RwSignal::new(None);
    let here = site.clone();
    effect(move || {
        if alive.get() {
            timeline.set(Some(Arc::new(entries.run(here.clone()))));
        }
    });
    let drawing = live_option(move || {
        timeline.get().map(|timeline| {
            let all: Vec<usize> = (0..timeline.entries.len()).collect();
            let found = Memo::new(move |_| all.clone());
            let names = site.names();
            let names = Signal::derive(move || names.clone());
            let query = Memo::new(move |_| asked.get());
            let go = Callback::new(move |(query, _): (TimelineQuery, Step)| asked.set(query));
            let about = about.clone();
            view! { <Drawing timeline found names query go about small=true/> }.piece()
        })
    });
    view! {
        {written("time")}
        <div class="drawing-place">{drawing}</div>
    }
    .piece()
}
