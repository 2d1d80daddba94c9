//! The entries of a drawing as a [`Sheet`], for CSV and for calendars.

use crate::domain::catalogue::names::Names;
use crate::domain::dataset::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::facet::Facet;
use crate::domain::route::Route;
use crate::domain::timeline::{Timeline, TimelineQuery};
use crate::words::timeline as words;
use crate::words::words;
use sheet::cell::Cell;
use sheet::{Column, Sheet};

/// The columns: the key for machines, the heading for people.
fn columns() -> [(&'static str, &'static str); 14] {
    let (say, time) = (&words().save, &words().timeline);
    [
        ("uid", time.uid),
        ("id", say.id),
        ("kind", say.kind),
        ("title", say.title),
        ("when", time.when),
        ("start", say.start),
        ("end", say.end),
        ("first_day", say.first_day),
        ("last_day", say.last_day),
        ("countries", say.countries),
        ("country_codes", say.country_codes),
        ("donors", say.donors),
        ("permalink", say.permalink),
        ("data_version", say.version),
    ]
}

/// The table of some entries. `site` is where the site stands: `https://example.org/portal`.
pub fn sheet(
    timeline: &Timeline,
    found: &[usize],
    names: &Names,
    dataset: &Dataset,
    query: &TimelineQuery,
    site: &str,
) -> Sheet {
    let date = |date: Option<PartialDate>| date.map_or(Cell::Empty, |date| Cell::Text(date.to_string()));
    let rows = found.iter().map(|at| {
        let entry = &timeline.entries[*at];
        let id = entry.id();
        let period = entry.period();
        let (start, end) = (period.and_then(|it| it.start), period.and_then(|it| it.end_date()));
        let day = |date: Option<time::Date>| date.map_or(Cell::Empty, Cell::Day);
        let countries = timeline.countries(*at, names);
        let codes = countries.iter().filter_map(|id| Some(dataset.country(id)?.code.clone()));
        let link = Route::of_entry(entry).href(site);
        vec![
            // The same for every copy of the data, wherever it stands.
            Cell::Text(format!("{id}@rule-of-law-atlas")),
            Cell::Text(id.id.to_string()),
            Cell::text(words::kind_of(entry)),
            Cell::text(entry.title()),
            Cell::text(words::when(entry)),
            date(start),
            date(end),
            day(start.or(end).map(PartialDate::earliest)),
            day(end.map(PartialDate::latest)),
            Cell::text(words::names_of(Facet::Country, &countries, names).join("; ")),
            Cell::text(codes.collect::<Vec<_>>().join("; ")),
            Cell::text(words::donors(entry, names).join("; ")),
            Cell::Link(link),
            Cell::text(dataset.meta.data_version.clone()),
        ]
    });
    let about = [
        (words().save.atlas, dataset.meta.title.clone()),
        (words().save.question, words().timeline_question(query, names)),
        (words().save.address, Route::Timeline(query.clone()).href(site)),
    ];
    Sheet {
        name: words::file_title(&dataset.meta.title, query, names),
        as_of: dataset.meta.as_of,
        about: about.map(|(name, value)| (name.to_owned(), value)).into(),
        columns: columns().map(|(key, heading)| Column { key: key.into(), heading: heading.into() }).into(),
        rows: rows.collect(),
    }
}
