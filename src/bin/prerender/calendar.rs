//! The events as calendars (iCalendar), of all the data and of each partner country, to be subscribed to.
//!
//! An event has a place here when its day is stated, or its first and its last. The timeline's own export goes further:
//! there a visitor asks for every entry, and one known to the year fills the year. In a calendar that somebody
//! subscribes to, that would be a bar of a year above every day of it.

use crate::place::Place;
use atlas::domain::country::Country;
use atlas::domain::dataset::Dataset;
use atlas::domain::date::{PartialDate, Stated};
use atlas::domain::event::Event;
use atlas::domain::period::End;
use atlas::domain::route::Route;
use atlas::domain::sorted::sorted_by_key;
use atlas::domain::timeline::entry::{EntryId, Sort};
use atlas::sheet::cell::Cell;
use atlas::sheet::{Column, Sheet, ical};
use atlas::words::found as say;
use atlas::words::{self, words};
use time::Date;

/// The columns by which the writer of calendars finds what it writes.
const COLUMNS: [&str; 8] = ["uid", "title", "first_day", "last_day", "kind", "countries", "when", "permalink"];

/// The calendar of all events, or of a country's.
pub fn calendar(place: &Place<'_>, dataset: &Dataset, country: Option<&Country>) -> Vec<u8> {
    let events = dataset.events.values().filter(|it| country.is_none_or(|country| it.countries.contains(&country.id)));
    let dated = events.filter_map(|event| Some((days(event)?, event))).collect();
    let dated = sorted_by_key(dated, |(days, event): &((Date, Date), &Event)| (*days, event.id.clone()));
    ical::write(&Sheet {
        name: say::calendar_title(&dataset.meta.title, country),
        as_of: dataset.meta.as_of,
        about: about(place, dataset),
        columns: COLUMNS.map(|key| Column { key: key.into(), heading: key.into() }).into(),
        rows: dated.into_iter().map(|(days, event)| row(place, dataset, event, days)).collect(),
    })
}

/// Whose calendar it is, and of when; where the site stands, if that is known.
fn about(place: &Place<'_>, dataset: &Dataset) -> Vec<(String, String)> {
    let (meta, say) = (&dataset.meta, &words().save);
    let mut about = vec![(say.atlas, meta.title.clone())];
    if place.is_whole() {
        about.push((say.data_source, place.page(&Route::Home)));
    }
    about.extend([(say.data_as_of, words().day(meta.as_of)), (say.version, meta.data_version.clone())]);
    about.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn row(place: &Place<'_>, dataset: &Dataset, event: &Event, (first, last): (Date, Date)) -> Vec<Cell> {
    let id = EntryId { sort: Sort::Event, id: event.id.clone() };
    // An address without its host leads nowhere from a calendar.
    let link = if place.is_whole() { Cell::Link(place.page(&Route::Event(event.id.clone()))) } else { Cell::Empty };
    vec![
        // As the timeline's export names it, so that the same event is not kept twice.
        Cell::Text(format!("{id}@rule-of-law-atlas")),
        Cell::text(event.title.clone()),
        Cell::Day(first),
        Cell::Day(last),
        Cell::text(words().entry_kind(&event.kind)),
        // Where it was, if that is stated. The countries of an event are those that it concerns, wherever it was.
        Cell::text(event.city.clone().unwrap_or_default()),
        Cell::text(words::found::description(&Route::Event(event.id.clone()), dataset, 0)),
        link,
    ]
}

/// The first and the last day of an event, when its source states both as days, without "about".
fn days(event: &Event) -> Option<(Date, Date)> {
    let period = event.date?;
    let day = |date: PartialDate| match date {
        PartialDate { stated: Stated::Day(day), approximate: false } => Some(day),
        _ => None,
    };
    let End::On(end) = period.end else { return None };
    Some((day(period.start?)?, day(end)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::bundled;
    use crate::place::tests::{NOWHERE, PORTAL};

    /// The values of a property of all events, unfolded.
    fn values(file: &str, name: &str) -> Vec<String> {
        let whole = file.replace("\r\n ", "");
        let found = whole.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix([':', ';']));
        found.map(str::to_owned).collect()
    }

    #[test]
    fn events_of_stated_days_have_whole_days_and_lasting_names() {
        let dataset = bundled();
        let file = String::from_utf8(calendar(&PORTAL, &dataset, None)).unwrap();
        let exact = dataset.events.values().filter(|event| days(event).is_some()).count();
        assert!(exact > 100);
        let names = values(&file, "UID");
        assert_eq!(names.len(), exact);
        assert!(names.iter().all(|it| it.starts_with("event.") && it.ends_with("@rule-of-law-atlas")));
        let (starts, ends) = (values(&file, "DTSTART"), values(&file, "DTEND"));
        for (start, end) in starts.iter().zip(&ends) {
            assert!(start.starts_with("VALUE=DATE:") && start < end, "{start} {end}");
        }
        assert!(values(&file, "URL").iter().all(|it| it.starts_with("https://example.org/portal/")));
        let description = &values(&file, "X-WR-CALDESC")[0];
        assert!(description.contains("https://example.org/portal/"), "{description}");
        assert!(description.contains(&words().day(dataset.meta.as_of)), "{description}");
        // Nobody is busy because a court holds a seminar.
        assert_eq!(values(&file, "TRANSP"), vec!["TRANSPARENT"; exact]);
        assert_eq!(file, String::from_utf8(calendar(&PORTAL, &dataset, None)).unwrap());
    }

    #[test]
    fn a_year_is_no_day_and_a_path_no_address() {
        let mut dataset = bundled();
        let file = String::from_utf8(calendar(&NOWHERE, &dataset, None)).unwrap();
        assert_eq!(values(&file, "URL"), [""; 0]);
        for event in dataset.events.values_mut() {
            event.date = atlas::domain::period::Period::parse("2014");
        }
        let file = String::from_utf8(calendar(&NOWHERE, &dataset, None)).unwrap();
        assert!(!file.contains("VEVENT"));
    }

    #[test]
    fn a_country_has_its_own() {
        let dataset = bundled();
        for country in &dataset.countries {
            let file = String::from_utf8(calendar(&PORTAL, &dataset, Some(country))).unwrap();
            let own = dataset.events_in(&country.id).filter(|event| days(event).is_some()).count();
            assert_eq!(values(&file, "UID").len(), own, "{}", country.id);
        }
    }
}
