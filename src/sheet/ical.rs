//! iCalendar (RFC 5545): the rows of a table that have a day, as events of whole days.
//!
//! A column is found by its key: `uid`, `title`, `first_day`, `last_day`, `kind`, `countries`, `when`, `permalink`. What is
//! not there is left out. A row without a first day has no place in a calendar.
//!
//! A calendar cannot say that an end is open or that nobody states it: without an end, an event of whole days is over the
//! next day, and one drawn up to the date of the data, or for ever, would be a guess. Such a row therefore has to stand on
//! the days of the date that is stated, and its title has to say that this is its start only, or its end only. Who makes
//! the table does both (`src/components/drawing/table.rs`); here a row has the days that it brings.
//!
//! What has to be known about the table (`Sheet::about`) is the description of the calendar, a line a pair: as
//! `DESCRIPTION` of RFC 7986, and under the older name that most programs read.

use super::Sheet;
use super::cell::Cell;
use icalendar::{Calendar, Component, Event, EventLike, Property};
use time::Date;

/// What makes the calendars, as RFC 5545 wants it named.
const PRODUCT: &str = "-//Rule of Law Atlas//Rule of Law Atlas//EN";

/// The bytes of the calendar.
pub fn write(sheet: &Sheet) -> Vec<u8> {
    // The library would name itself as the product.
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    let name = line(&sheet.name);
    // The library escapes the texts whose names it knows, and does not know this one.
    calendar.append_property(Property::new("NAME", escaped(&name)));
    calendar.append_property(Property::new("X-WR-CALNAME", name));
    let about: Vec<String> = sheet.about.iter().map(|(name, value)| line(&[name, ": ", value].concat())).collect();
    if !about.is_empty() {
        calendar.description(&about.join("\n"));
    }
    let place = |key: &str| sheet.columns.iter().position(|column| column.key == key);
    let [uid, title, first, last, kind, countries, when, link] =
        ["uid", "title", "first_day", "last_day", "kind", "countries", "when", "permalink"].map(place);
    for row in &sheet.rows {
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at));
        let words = |at: Option<usize>| match cell(at) {
            Some(Cell::Text(words) | Cell::Link(words)) => Some(words.as_str()),
            _ => None,
        };
        let day = |at: Option<usize>| match cell(at) {
            Some(Cell::Day(day)) => Some(*day),
            _ => None,
        };
        let (Some(id), Some(from)) = (words(uid), day(first)) else { continue };
        let to = day(last).filter(|to| *to >= from).unwrap_or(from);
        let mut event = Event::new();
        // The library would ask a clock, and give a name by chance.
        event.uid(&line(id)).add_property("DTSTAMP", format!("{}T000000Z", basic(sheet.as_of)));
        // The day after the last: the calendar's last day that exists is its own end.
        for (name, day) in [("DTSTART", from), ("DTEND", to.next_day().unwrap_or(to))] {
            event.append_property(Property::new(name, basic(day)).add_parameter("VALUE", "DATE").done());
        }
        // Nobody who keeps the calendar is busy for the years that a project takes.
        event.add_property("TRANSP", "TRANSPARENT");
        if let Some(title) = words(title) {
            event.summary(&clean(title));
        }
        if let Some(when) = words(when) {
            event.description(&clean(when));
        }
        if let Some(kind) = words(kind) {
            event.categories([line(kind)]);
        }
        if let Some(countries) = words(countries) {
            event.location(&clean(countries));
        }
        // Who clicks on it must arrive at a page.
        if let Some(link) = words(link).filter(|link| link.starts_with("https://") || link.starts_with("http://")) {
            event.url(&line(link));
        }
        calendar.push(event.done());
    }
    calendar.done().to_string().into_bytes()
}

/// A text without control characters, which no content line may have; line breaks stay, to be escaped.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

/// The same on one line, for what the library writes as it is: a line break there would begin a property of its own.
fn line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

/// A text as RFC 5545 writes one.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;").replace('\n', "\\n")
}

/// `20261122`.
fn basic(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), u8::from(day.month()), day.day())
}
