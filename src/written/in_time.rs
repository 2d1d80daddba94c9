//! What stands beside a small drawing of time in words: the way to the timeline, and the entries. Where the page has these as
//! lists, the way to the lists; otherwise one list in order of time, which is the timeline of a narrow screen and stands
//! wherever nothing is drawn.

use crate::components::{Link, Piece};
use crate::domain::route::Route;
use crate::domain::timeline::{Entry, EntryId, Timeline};
use crate::words::timeline as say;
use crate::words::words;
use leptos::prelude::*;

/// The way to the timeline, where the same can be asked for at large.
pub fn at_large(to: Route, name: String) -> AnyView {
    view! { <p><Link to>{name}</Link></p> }.piece()
}

/// The ways to the lists of the page.
pub fn ways(lists: Vec<(&'static str, &'static str)>) -> AnyView {
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
pub fn list(timeline: &Timeline, chosen: &Option<EntryId>) -> AnyView {
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
