//! `<SmallTimeline>`: the drawing of the timeline on another page: a few entries, not grouped, not in the address.

use super::{Drawing, Link, Piece, live_option, still};
use crate::domain::route::Route;
use crate::domain::timeline::{Entry, EntryId, Timeline, TimelineQuery};
use crate::site::{Site, Step, use_site};
use crate::words::timeline as say;
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// A drawing that begins with `begin`, and the way to the timeline, where all of it can be asked for. The same entries in
/// words: where the page has them as lists, the way to these; otherwise one list in order of time, which is the timeline
/// of a narrow screen and stands wherever nothing is drawn.
#[component]
pub fn SmallTimeline(
    /// Brings the entries, once they are to be drawn.
    entries: Callback<Site, Timeline>,
    /// What the drawing shows at first, and which entry is chosen.
    begin: TimelineQuery,
    /// What it is of, in words, and the page that it stands on: for paper. Without it, what `begin` asks.
    about: Option<(String, Route)>,
    /// The address where the same is asked for at large.
    to: Route,
    /// What the link to it says.
    name: String,
    /// The lists of the page that have the same entries, or the first of them and the way to all: the id of the heading of
    /// each, and what it says.
    #[prop(optional)]
    lists: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let site = use_site();
    let alive = site.alive;
    let chosen = begin.entry.clone();
    let asked = RwSignal::new(begin);
    let in_words = still(move || if lists.is_empty() { list(&entries.run(use_site()), &chosen) } else { ways(lists) });
    let drawing = live_option(move || {
        alive.get().then(|| {
            let timeline = Arc::new(entries.run(site.clone()));
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
        <p><Link to>{name}</Link></p>
        {in_words}
        <div class="drawing-place">{drawing}</div>
    }
    .piece()
}

/// The ways to the lists of the page.
fn ways(lists: Vec<(&'static str, &'static str)>) -> AnyView {
    let links = lists
        .into_iter()
        .map(|(id, name)| view! { <li><a href=format!("#{id}") rel="external">{name}</a></li> }.piece());
    view! {
        <div class="small">
            {words().timeline.as_lists} " " <ul class="inline-list">{links.collect::<Vec<_>>()}</ul>
        </div>
    }
    .piece()
}

/// The entries in order of time, each in a line; the one that the page is about is marked.
fn list(timeline: &Timeline, chosen: &Option<EntryId>) -> AnyView {
    let entries = timeline.entries.iter().map(|entry| {
        let current = (chosen.as_ref() == Some(&entry.id())).then_some("true");
        let (is_project, is_event) = (matches!(entry, Entry::Project(_)), matches!(entry, Entry::Event(_)));
        let (to, title, lang) = (Route::of_entry(entry), entry.title().to_owned(), entry.tongue());
        view! {
            <li
                class="entry"
                class:entry-project=is_project
                class:entry-event=is_event
                class:entry-frame=!is_project && !is_event
                aria-current=current
            >
                <p class="entry-date">{say::when(entry)} " " <span class="entry-kind">{say::kind_of(entry)}</span></p>
                <p class="entry-title"><Link to lang>{title}</Link></p>
            </li>
        }
        .piece()
    });
    view! {
        <div class="year small-list">
            <p class="small">{words().timeline.earliest_first}</p>
            <ul class="entries">{entries.collect::<Vec<_>>()}</ul>
        </div>
    }
    .piece()
}
