//! The entries of a drawing as a [`Sheet`], for CSV and for calendars. No framework and no browser: `tests/save.rs`
//! compiles this file by itself.
//!
//! In a calendar an entry that states but one of its dates stands on that date alone, and its title begins with words that
//! say so (`Start (end not stated): …`); a sentence in its description says why. A calendar knows whole events only. Drawn
//! up to the date of the data, or on one day under the plain title, it would say what no source does.

use crate::domain::catalogue::names::Names;
use crate::domain::dataset::Dataset;
use crate::domain::date::PartialDate;
use crate::domain::facet::Facet;
use crate::domain::period::{End, Period};
use crate::domain::route::Route;
use crate::domain::timeline::{Timeline, TimelineQuery};
use crate::words::list::{in_short, origin};
use crate::words::timeline as words;
use crate::words::words;
use sheet::cell::Cell;
use sheet::kind::Kind;
use sheet::name::file_name;
use sheet::{Column, Sheet};
use time::Date;

/// The columns: the key for machines, the heading for people. Those of its origin follow.
fn columns() -> [(&'static str, &'static str); 13] {
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
    ]
}

/// The name of a file of what a question finds, without what tells its kind.
pub fn name(query: &TimelineQuery, version: &str) -> String {
    let kinds = query.kinds.iter().map(ToString::to_string);
    file_name("timeline", kinds.chain(in_short(&query.list)), version)
}

/// The days on which an entry stands in a calendar, and what its title has to begin with when they are not the whole of
/// it; `None` when it states no date.
fn in_calendar(period: &Period) -> Option<(Date, Date, Option<&'static str>)> {
    let say = &words().timeline;
    let (from, to, half) = match (period.start, period.end) {
        (Some(start), End::On(end)) => (start, end, None),
        (Some(start), End::Open) => (start, start, Some(say.only_start_open)),
        (Some(start), End::Unknown) => (start, start, Some(say.only_start)),
        (None, End::On(end)) => (end, end, Some(say.only_end)),
        (None, End::Open | End::Unknown) => return None,
    };
    Some((from.earliest(), to.latest(), half))
}

/// The table of some entries for a kind of file; for a calendar, of those that state a date. `site` is where the site
/// stands: `https://example.org/portal`.
pub fn sheet(
    kind: Kind,
    timeline: &Timeline,
    found: &[usize],
    names: &Names,
    dataset: &Dataset,
    query: &TimelineQuery,
    site: &str,
) -> Sheet {
    let date = |date: Option<PartialDate>| date.map_or(Cell::Empty, |date| Cell::Text(date.to_string()));
    let rows = found.iter().filter_map(|at| {
        let entry = &timeline.entries[*at];
        let id = entry.id();
        let period = entry.period();
        let start = period.and_then(|it| it.start);
        let (mut title, mut when) = (entry.title().to_owned(), words::when(entry));
        let mut first = start.map(PartialDate::earliest);
        let mut last = period.and_then(|it| it.end_date()).map(PartialDate::latest);
        if kind == Kind::Ical {
            let (from, to, half) = period.as_ref().and_then(in_calendar)?;
            (first, last) = (Some(from), Some(to));
            if let Some(half) = half {
                title = [half, &title].join(": ");
                when = [&when, words().timeline.only_half].join("\n");
            }
        }
        let day = |date: Option<Date>| date.map_or(Cell::Empty, Cell::Day);
        let countries = timeline.countries(*at, names);
        let codes = countries.iter().filter_map(|id| Some(dataset.country(id)?.code.clone()));
        let link = Route::of_entry(entry).href(site);
        Some(vec![
            // The same for every copy of the data, wherever it stands.
            Cell::Text(format!("{id}@rule-of-law-atlas")),
            Cell::Text(id.id.to_string()),
            Cell::text(words::kind_of(entry)),
            Cell::text(title),
            Cell::text(when),
            date(start),
            match period.map(|it| it.end) {
                Some(End::On(end)) => date(Some(end)),
                Some(End::Open) => Cell::Text("..".into()),
                Some(End::Unknown) | None => Cell::Empty,
            },
            day(first),
            day(last),
            Cell::text(words::names_of(Facet::Country, &countries, names).join("; ")),
            Cell::text(codes.collect::<Vec<_>>().join("; ")),
            Cell::text(words::donors(entry, names).join("; ")),
            Cell::Link(link),
        ])
    });
    let (meta, say) = (&dataset.meta, &words().save);
    let question = words().timeline_question(query, names);
    let about = [
        (say.atlas, meta.title.clone()),
        (say.question, question.clone()),
        (say.address, Route::Timeline(query.clone()).href(site)),
        (say.data_as_of, words().day(meta.as_of)),
        (say.version, meta.data_version.clone()),
    ];
    let sheet = Sheet {
        name: words::file_title(&meta.title, query, names),
        as_of: meta.as_of,
        about: about.map(|(name, value)| (name.to_owned(), value)).into(),
        columns: columns().map(|(key, heading)| Column { key: key.into(), heading: heading.into() }).into(),
        rows: rows.collect(),
    };
    let (headings, source) = origin(meta, &Route::Home.href(site));
    sheet.with_origin(headings, &meta.data_version, &source, &question)
}
