//! The sentences of the timeline that all languages share: its question, its entries, its drawing.

use super::numbers::initial_lower;
use super::{dated, facet_value, words};
use crate::domain::catalogue::names::Names;
use crate::domain::facet::Facet;
use crate::domain::slug::Slug;
use crate::domain::timeline::{Entry, Group, Timeline, TimelineQuery};
use drawing::ticks::{Tick, Unit};
use time::Date;

/// The title of the page, without the name of the site.
pub fn title(query: &TimelineQuery, names: &Names) -> String {
    let mut title = String::from(words().page_timeline);
    if !query.is_everything() {
        title = format!("{title}: {}", initial_lower(&words().timeline_question(query, names)));
    }
    if query.page() > 1 {
        title = format!("{title}, {}", initial_lower(&words().page_link(query.page())));
    }
    title
}

/// A kind of entry, from its word in the address.
pub fn kind_name(kind: &Slug) -> String {
    match kind.as_str() {
        TimelineQuery::PROJECT => words().timeline.project.into(),
        TimelineQuery::AGREEMENT => words().timeline.agreement.into(),
        kind => words().entry_kind(&kind.replace('-', " ")),
    }
}

/// How many entries are found.
pub fn count(found: usize, of: usize) -> String {
    if found == of { words().entries_count(of) } else { words().some_entries(found, of) }
}

/// A year as a heading.
pub fn year(year: Option<i32>) -> String {
    year.map_or_else(|| words().undated.into(), |year| year.to_string())
}

/// The link from a project's page to everything around it.
pub fn around(list: &crate::domain::query::ProjectQuery, names: &Names) -> String {
    let query = TimelineQuery::default().with_list(list.clone());
    words().on_the_timeline(&words().timeline_question(&query, names))
}

// An entry

/// What an entry is.
pub fn kind_of(entry: &Entry) -> String {
    match entry {
        Entry::Project(_) => words().timeline.project.into(),
        Entry::Event(event) => words().entry_kind(&event.kind),
        Entry::Strategy(document) => words().entry_kind(&document.kind),
        Entry::Agreement(_) => words().timeline.agreement.into(),
    }
}

/// When an entry is.
pub fn when(entry: &Entry) -> String {
    match entry {
        Entry::Project(project) => dated(project.period.as_ref()),
        Entry::Agreement(it) => {
            let agreement = &it.agreement;
            let signed = agreement.signed.map(|date| words().signed(date));
            let force = agreement.in_force.map(|date| words().in_force_since(date));
            let seen = words().as_of(agreement.basis.as_of);
            super::list_of(&signed.into_iter().chain(force).chain([seen]).collect::<Vec<_>>())
        }
        _ => entry.period().map_or_else(|| words().undated.into(), |period| words().period(&period)),
    }
}

/// An entry in one sentence: `Project, Kazakhstan: title, July 2014 to July 2017, European Union`.
pub fn sentence(timeline: &Timeline, at: usize, names: &Names) -> String {
    let entry = &timeline.entries[at];
    let countries = names_of(Facet::Country, &timeline.countries(at, names), names);
    let place = if countries.is_empty() { String::new() } else { format!(", {}", words().all_of(&countries)) };
    let time = match entry {
        Entry::Agreement(_) => when(entry),
        _ => entry.period().map_or_else(|| words().undated.into(), |period| words().spoken_period(&period)),
    };
    let donors = donors(entry, names);
    let donors = if donors.is_empty() { String::new() } else { format!(", {}", words().all_of(&donors)) };
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

/// What the groups of a drawing are called; nothing when there is but one.
pub fn group_names(groups: &[Option<Slug>], group: Group, names: &Names) -> Vec<String> {
    let name =
        |value: &Option<Slug>| group.facet().zip(value.as_ref()).map(|(facet, it)| facet_value(facet, it, names));
    groups.iter().map(|value| name(value).unwrap_or_default()).collect()
}

/// What the drawing shows of what it has.
pub fn shown(from: Date, to: Date, visible: usize, drawn: usize) -> String {
    words().shown(&period_of_days(from, to), visible, drawn)
}

fn period_of_days(from: Date, to: Date) -> String {
    let (from, to) = (TimelineQuery::first(from), TimelineQuery::last(to));
    let said = |date| words().partial_date(date);
    if from == to { said(from) } else { format!("{} – {}", said(from), said(to)) }
}

/// That an entry can stand in several groups.
pub fn repeated(count: usize, group: Group) -> Option<String> {
    (count > 0).then(|| words().repeated(count, group))
}

/// That some entries are not drawn.
pub fn undated(count: usize) -> Option<String> {
    (count > 0).then(|| words().undated(count))
}

/// What a tick is called. The first in view says its year too.
pub fn tick(tick: &Tick) -> String {
    let date = tick.day;
    let year = date.year().to_string();
    let short = match tick.unit {
        Unit::Year => return year,
        Unit::Month if tick.major => return year,
        Unit::Month => words().short_month(date),
        Unit::Day if tick.major || tick.full => words().short_day(date),
        Unit::Day => date.day().to_string(),
    };
    if tick.full { [&short, " ", &year].concat() } else { short }
}

/// What a calendar or a table of entries is called.
pub fn file_title(site: &str, query: &TimelineQuery, names: &Names) -> String {
    format!("{site}: {}", initial_lower(&words().timeline_question(query, names)))
}

/// The first line of a saved or printed drawing.
pub fn picture_title(site: &str) -> String {
    format!("{site}: {}", initial_lower(words().page_timeline))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_names_what_is_asked() {
        let names = Names::default();
        let asked = |query: &str| words().timeline_question(&TimelineQuery::parse(query), &names);
        assert_eq!(asked(""), "Projects and events");
        assert_eq!(asked("from=2013&to=2013"), "Projects and events, active or possibly active in 2013");
        assert_eq!(asked("kind=study-visit&q=court"), "Entries of the kind Study visit with the word “court”");
        assert_eq!(asked("status=ongoing"), "On-going projects, with their events");
        assert_eq!(
            title(&TimelineQuery::parse("kind=seminar&page=2"), &names),
            "Timeline: entries of the kind Seminar, page 2"
        );
    }

    #[test]
    fn an_axis_says_its_year_in_every_language() {
        for language in &crate::words::LANGUAGES {
            crate::words::speak(language);
            let first = crate::domain::date::parse_day("2013-03-11").unwrap();
            let named = |unit, major, full| tick(&Tick { day: first, unit, major, full });
            let month = words().short_month(first);
            assert_eq!(named(Unit::Year, false, true), "2013");
            assert_eq!(named(Unit::Month, false, true), format!("{month} 2013"));
            assert_eq!(named(Unit::Month, false, false), month);
            assert_eq!(named(Unit::Day, false, false), "11");
            let day = named(Unit::Day, false, true);
            assert!(day.starts_with("11 ") && day.ends_with(" 2013") && day.split(' ').count() == 3, "{day}");
            // A name with its month and year has to fit where four ticks are.
            assert!(drawing::text::width(&day) < 100.0, "{day}");
        }
        crate::words::speak(&crate::words::LANGUAGES[0]);
    }

    #[test]
    fn what_is_shown_is_said_at_its_own_precision() {
        let day = |text: &str| crate::domain::date::parse_day(text).unwrap();
        assert_eq!(shown(day("2013-01-01"), day("2013-12-31"), 3, 9), "Shown: 2013, 3 of 9 entries with a date.");
        assert_eq!(
            shown(day("1991-01-01"), day("2014-02-28"), 1, 1),
            "Shown: 1991 – February 2014, 1 entry with a date."
        );
    }
}
