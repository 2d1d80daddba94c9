//! The sentences of the timeline: its question, its entries, its drawing.

// A constant here is its own documentation.
#![allow(missing_docs)]

use super::list;
use super::{
    UNDATED, any_of, count_of, dated, day, entry_kind, facet_value, list_and, lower_first, number, partial_date,
};
use crate::domain::catalogue::names::Names;
use crate::domain::country::Country;
use crate::domain::facet::Facet;
use crate::domain::period::{End, Period};
use crate::domain::slug::Slug;
use crate::domain::timeline::{Entry, Group, Timeline, TimelineQuery};
use drawing::ticks::{Tick, Unit};
use time::Date;

pub const LEAD: &str = "Projects, events, strategies and agreements in order of time. A project stands in the year in which it starts; \
     one with an end but no start, in the year of its end.";
pub const JUMP_TO_YEAR: &str = "Jump to a year in the list";
pub const NO_ENTRIES: &str = "No entry matches all of this. Remove a filter to see more.";
pub const KIND: &str = "Kind of entry";
pub const PROJECT: &str = "Project";
pub const AGREEMENT: &str = "Agreement";
/// How filters act on what is no project.
pub const FILTERS_NOTE: &str = "Country, words and time are asked of every entry. Everything else is asked of projects; an event stays \
     with the projects that it belongs to.";
pub const SEE_LIST: &str = "See these projects as a list";

// The question

/// The title of the page, without the name of the site.
pub fn title(query: &TimelineQuery, names: &Names) -> String {
    let mut title = String::from("Timeline");
    if !query.is_everything() {
        title = format!("{title}: {}", lower_first(&question(query, names)));
    }
    if query.page() > 1 {
        title = format!("{title}, {}", lower_first(&list::page_link(query.page())));
    }
    title
}

/// What is asked, as one sentence without its full stop.
pub fn question(query: &TimelineQuery, names: &Names) -> String {
    let of_projects = list::question(&query.list, names);
    let subject = if query.kinds.is_empty() {
        "Projects and events".to_owned()
    } else {
        let kinds: Vec<String> = query.kinds.iter().map(kind_name).collect();
        format!("Entries of the kind {}", any_of(&kinds))
    };
    match of_projects.strip_prefix("Projects") {
        Some(rest) => format!("{subject}{rest}"),
        None if query.kinds.is_empty() => format!("{of_projects}, with their events"),
        None => format!("{subject}, of {}", lower_first(&of_projects)),
    }
}

/// A kind of entry, from its word in the address.
pub fn kind_name(kind: &Slug) -> String {
    entry_kind(&kind.as_str().replace('-', " "))
}

/// How many entries are found.
pub fn count(found: usize, of: usize) -> String {
    let entries = count_of(of, "entry", "entries");
    if found == of { entries } else { format!("{} of {entries}", number(found)) }
}

/// A year as a heading.
pub fn year(year: Option<i32>) -> String {
    year.map_or_else(|| UNDATED.into(), |year| year.to_string())
}

/// The link from a country's page.
pub fn of_country(country: &Country) -> String {
    format!("{} on the timeline", super::upper_first(&super::the_country(country)))
}

pub const IN_TIME: &str = "In time";

/// The link from a project's page to everything around it.
pub fn around(list: &crate::domain::query::ProjectQuery, names: &Names) -> String {
    format!("{} on the timeline", question(&TimelineQuery::default().with_list(list.clone()), names))
}

// An entry

/// What an entry is.
pub fn kind_of(entry: &Entry) -> String {
    match entry {
        Entry::Project(_) => PROJECT.into(),
        Entry::Event(event) => entry_kind(&event.kind),
        Entry::Strategy(document) => entry_kind(&document.kind),
        Entry::Agreement(_) => AGREEMENT.into(),
    }
}

/// When an entry is.
pub fn when(entry: &Entry) -> String {
    match entry {
        Entry::Project(project) => dated(project.period.as_ref()),
        Entry::Agreement(it) => {
            let agreement = &it.agreement;
            let signed = agreement.signed.map(|date| format!("signed {}", partial_date(date)));
            let force = agreement.in_force.map(|date| format!("in force since {}", partial_date(date)));
            let seen = format!("as of {}", partial_date(agreement.basis.as_of));
            signed.into_iter().chain(force).chain([seen]).collect::<Vec<_>>().join(", ")
        }
        _ => entry.period().map_or_else(|| UNDATED.into(), |period| super::period(&period)),
    }
}

/// A period as it is spoken: `July 2014 to July 2017`.
fn spoken(period: &Period) -> String {
    match (period.start, period.end) {
        (Some(start), End::On(end)) if start != end => format!("{} to {}", partial_date(start), partial_date(end)),
        _ => super::period(period),
    }
}

/// An entry in one sentence: `Project, Kazakhstan: title, July 2014 to July 2017, European Union`.
pub fn sentence(timeline: &Timeline, at: usize, names: &Names) -> String {
    let entry = &timeline.entries[at];
    let countries = names_of(Facet::Country, &timeline.countries(at, names), names);
    let place = if countries.is_empty() { String::new() } else { format!(", {}", list_and(&countries)) };
    let time = match entry {
        Entry::Agreement(_) => when(entry),
        _ => entry.period().map_or_else(|| UNDATED.into(), |period| spoken(&period)),
    };
    let donors = donors(entry, names);
    let donors = if donors.is_empty() { String::new() } else { format!(", {}", list_and(&donors)) };
    format!("{}{place}: {}, {time}{donors}", kind_of(entry), entry.title())
}

/// Who funds an entry that is a project.
pub fn donors(entry: &Entry, names: &Names) -> Vec<String> {
    match entry {
        Entry::Project(project) => names_of(Facet::Donor, &names.stated(Facet::Donor, project), names),
        _ => Vec::new(),
    }
}

/// What some values are called.
pub fn names_of(facet: Facet, values: &[Slug], names: &Names) -> Vec<String> {
    values.iter().map(|value| facet_value(facet, value, names)).collect()
}

// The drawing

pub const DRAWING: &str = "Drawing";
pub const TOOLS: &str = "What the drawing shows";
pub const GROUP_BY: &str = "Group by";
pub const ZOOM_IN: &str = "Closer";
pub const ZOOM_OUT: &str = "Farther";
pub const EARLIER: &str = "Earlier";
pub const LATER: &str = "Later";
pub const FIT_ALL: &str = "Whole time";
pub const FIT_SELECTION: &str = "Selected entry";
pub const YEAR: &str = "Year";
pub const ALL_YEARS: &str = "All years";
pub const OPEN_ENTRY: &str = "Open";
pub const SHOW_IN_LIST: &str = "Show in the list";
pub const CLOSE_CARD: &str = "Close";
pub const HINT: &str = "Arrow keys walk from entry to entry and from group to group, Home and End to the first and the last, + and − \
     zoom, Enter opens, Escape closes the card. With the mouse: drag to move, hold Ctrl and turn the wheel to zoom.";
pub const DRAWING_NEEDS_SCRIPT: &str = "The drawing needs JavaScript. Everything in it stands in the list below.";
pub const SAVE: &str = "Save";
pub const SAVE_SVG: &str = "The drawing as SVG";
pub const SAVE_PNG: &str = "The drawing as PNG";
pub const SAVE_CSV: &str = "The entries as CSV";
pub const UID: &str = "Lasting name";
pub const WHEN: &str = "When, in words";
pub const SAVE_ICS: &str = "The entries for a calendar (iCalendar)";

/// What a grouping is called.
pub fn group_name(group: Group) -> &'static str {
    match group {
        Group::Country => "country",
        Group::Type => "type",
        Group::Donor => "donor",
        Group::Nothing => "nothing",
    }
}

/// What the groups of a drawing are called; nothing when there is but one.
pub fn group_names(groups: &[Option<Slug>], group: Group, names: &Names) -> Vec<String> {
    let name =
        |value: &Option<Slug>| group.facet().zip(value.as_ref()).map(|(facet, it)| facet_value(facet, it, names));
    groups.iter().map(|value| name(value).unwrap_or_default()).collect()
}

/// The accessible name of the drawing.
pub fn drawing_label(drawn: usize) -> String {
    format!("Drawing of {} on an axis of time", count_of(drawn, "entry", "entries"))
}

/// What the drawing shows of what it has.
pub fn shown(from: Date, to: Date, visible: usize, drawn: usize) -> String {
    let range = period_of_days(from, to);
    if visible == drawn {
        format!("Shown: {range}, {}.", count_of(drawn, "entry", "entries"))
    } else {
        format!("Shown: {range}, {} of {}.", number(visible), count_of(drawn, "entry", "entries"))
    }
}

fn period_of_days(from: Date, to: Date) -> String {
    let (from, to) = (TimelineQuery::first(from), TimelineQuery::last(to));
    if from == to { partial_date(from) } else { format!("{} – {}", partial_date(from), partial_date(to)) }
}

/// That an entry can stand in several groups.
pub fn repeated(count: usize, group: Group) -> Option<String> {
    (count > 0).then(|| {
        let (stands, counts) = if count == 1 { ("stands", "counts") } else { ("stand", "count") };
        let entries = count_of(count, "entry", "entries");
        format!("{entries} of more than one {} {stands} in each of them and {counts} once.", group_name(group))
    })
}

/// That some entries are not drawn.
pub fn undated(count: usize) -> Option<String> {
    (count > 0).then(|| {
        let (has, it) = if count == 1 { ("has", "stands") } else { ("have", "stand") };
        format!("{} {has} no date and {it} only in the list.", count_of(count, "entry", "entries"))
    })
}

/// What the line at a day is, in the legend.
pub fn day_line(date: Date) -> String {
    format!("The day as of which all is told: {}", day(date))
}

/// What a tick is called.
pub fn tick(tick: &Tick) -> String {
    let date = tick.day;
    match tick.unit {
        Unit::Year => date.year().to_string(),
        Unit::Month if tick.major => date.year().to_string(),
        Unit::Month => super::month(date.month()).chars().take(3).collect(),
        Unit::Day if tick.major => {
            format!("{} {}", date.day(), super::month(date.month()).chars().take(3).collect::<String>())
        }
        Unit::Day => date.day().to_string(),
    }
}

/// That a picture was made.
pub fn saved(name: &str) -> String {
    format!("Saved: {name}.")
}

/// What a calendar or a table of entries is called.
pub fn file_title(site: &str, query: &TimelineQuery, names: &Names) -> String {
    format!("{site}: {}", lower_first(&question(query, names)))
}

/// How the signs of the drawing read.
pub const LEGEND: [(&str, &str); 6] = [
    ("bar", "Project"),
    ("point", "Event"),
    ("bracket", "Strategy or agreement"),
    ("soft", "Date known to the month or year only"),
    ("fade", "End or start not stated"),
    ("open", "Open end"),
];

/// The caption of a saved drawing: what it shows, its date and its source.
pub fn caption(
    site: &str,
    query: &TimelineQuery,
    names: &Names,
    (data, line): (Date, Date),
    address: &str,
) -> [String; 3] {
    [
        format!("{site}: timeline"),
        question(query, names),
        format!("Data as of {}. The line marks {}. {address}", day(data), day(line)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_names_what_is_asked() {
        let names = Names::default();
        let asked = |query: &str| question(&TimelineQuery::parse(query), &names);
        assert_eq!(asked(""), "Projects and events");
        assert_eq!(asked("from=2013&to=2013"), "Projects and events, active in 2013");
        assert_eq!(asked("kind=study-visit&q=court"), "Entries of the kind Study visit with the words “court”");
        assert_eq!(asked("status=ongoing"), "On-going projects, with their events");
        assert_eq!(
            title(&TimelineQuery::parse("kind=seminar&page=2"), &names),
            "Timeline: entries of the kind Seminar, page 2"
        );
    }

    #[test]
    fn what_is_shown_is_said_at_its_own_precision() {
        let day = |text: &str| crate::domain::date::parse_day(text).unwrap();
        assert_eq!(shown(day("2013-01-01"), day("2013-12-31"), 3, 9), "Shown: 2013, 3 of 9 entries.");
        assert_eq!(shown(day("1991-01-01"), day("2014-02-28"), 1, 1), "Shown: 1991 – February 2014, 1 entry.");
    }
}
