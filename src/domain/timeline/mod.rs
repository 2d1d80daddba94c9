//! (projects, events, strategies, agreements, question) → what the timeline lists, by year, and what it draws.

pub mod entry;

pub mod query;

mod answer;

mod plot;

pub use answer::{Answer, Timeline, Years, beside};
pub use entry::{Entry, EntryId};
pub use plot::{Plot, span_of};
pub use query::{Group, TimelineQuery};

use super::event::Event;
use super::sorted::sorted_by_key;

/// How many of the latest events the first page shows.
pub const LATEST_EVENTS: usize = 4;

/// How many events the page of a country or an organisation lists at most: it must not grow with the data. The timeline, which has
/// pages, lists all.
pub const MOST_EVENTS: usize = 100;

/// Events, the latest first, those without a date last.
pub fn latest_first<'d>(events: impl Iterator<Item = &'d Event>) -> Vec<&'d Event> {
    sorted_by_key(events.collect(), |event| {
        let date = event.date.and_then(|date| date.start.or(date.end_date()));
        (date.is_none(), date.map(|date| -date.earliest().to_julian_day()), event.id.clone())
    })
}
