//! (data set, question) → [`Timeline`]: projects and events in order of time, by year.

use super::catalogue::listed::Listed;
use super::catalogue::names::Names;
use super::event::Event;
use super::facet::Facet;
use super::period::Period;
use super::query_string;
use super::slug::Slug;
use super::sorted::{map_of, set_of, sorted_by_key};
use std::collections::{BTreeMap, BTreeSet};

/// What the visitor asks of the timeline. It is the query string of the address, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineQuery {
    /// Only these countries; empty: all.
    pub countries: BTreeSet<Slug>,
    /// Only these kinds of entry (`project`, or a kind of event); empty: all.
    pub kinds: BTreeSet<Slug>,
    /// Which part of the list: pages of [`TimelineQuery::PAGE_SIZE`] entries, counted from zero.
    pub page: usize,
}

/// The two filters of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// By country.
    Country,
    /// By kind of entry.
    Kind,
}

impl Filter {
    /// Both, in the order of the page and of the address.
    pub const ALL: [Self; 2] = [Self::Country, Self::Kind];

    /// The key in the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Kind => "kind",
        }
    }
}

impl TimelineQuery {
    /// The kind of an entry that is a project.
    pub const PROJECT: &'static str = "project";
    /// How many entries a page holds.
    pub const PAGE_SIZE: usize = 500;
    /// The key of the page in the address, where pages are counted from one.
    pub const PAGE: &'static str = "page";

    /// Reads a query string. Never fails: what it does not understand is left out.
    pub fn parse(query: &str) -> Self {
        let mut read = Self::default();
        for (key, value) in query_string::parse(query) {
            let filter = Filter::ALL.into_iter().find(|filter| filter.key() == key);
            if let (Some(filter), Some(slug)) = (filter, Slug::new(&value)) {
                read.values_mut(filter).insert(slug);
            } else if let (Self::PAGE, Ok(number @ 1..)) = (key.as_str(), value.parse::<usize>()) {
                read.page = number - 1;
            }
        }
        read
    }

    /// The query string, with its question mark, in its one spelling.
    pub fn print(&self) -> String {
        let picks = Filter::ALL
            .into_iter()
            .flat_map(|filter| self.values(filter).iter().map(move |value| (filter.key(), value.as_str())));
        let number = (self.page + 1).to_string();
        let page = (self.page > 0).then_some((Self::PAGE, number.as_str()));
        query_string::print(picks.chain(page))
    }

    /// Nothing narrows the list.
    pub fn is_everything(&self) -> bool {
        *self == Self { page: self.page, ..Self::default() }
    }

    /// The picked values of a filter.
    pub fn values(&self, filter: Filter) -> &BTreeSet<Slug> {
        match filter {
            Filter::Country => &self.countries,
            Filter::Kind => &self.kinds,
        }
    }

    fn values_mut(&mut self, filter: Filter) -> &mut BTreeSet<Slug> {
        match filter {
            Filter::Country => &mut self.countries,
            Filter::Kind => &mut self.kinds,
        }
    }

    /// The same question with one value more, or without it if it was picked.
    pub fn toggled(&self, filter: Filter, value: &Slug) -> Self {
        let mut query = Self { page: 0, ..self.clone() };
        let values = query.values_mut(filter);
        if !values.remove(value) {
            values.insert(value.clone());
        }
        query
    }
}

/// An entry of the timeline.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'d> {
    /// A project, at its start (at its end when no start is stated).
    Project(&'d Listed),
    /// An event.
    Event(&'d Event),
}

impl<'d> Entry<'d> {
    /// Its kind, as in the address.
    pub fn kind(self) -> Option<Slug> {
        match self {
            Self::Project(_) => Slug::new(TimelineQuery::PROJECT),
            Self::Event(event) => event.kind_slug(),
        }
    }

    /// When it is, as far as known.
    pub fn period(self) -> Option<Period> {
        match self {
            Self::Project(project) => project.period.as_ref().and_then(|dated| dated.period),
            Self::Event(event) => event.date,
        }
    }

    /// The countries it concerns.
    pub fn countries(self, names: &Names) -> Vec<Slug> {
        match self {
            Self::Project(project) => names.stated(Facet::Country, project),
            Self::Event(event) => event.countries.clone(),
        }
    }

    /// Its title.
    pub fn title(self) -> &'d str {
        match self {
            Self::Project(project) => &project.title,
            Self::Event(event) => &event.title,
        }
    }

    /// Its id. A project and an event may share one.
    pub fn id(self) -> &'d Slug {
        match self {
            Self::Project(project) => &project.id,
            Self::Event(event) => &event.id,
        }
    }
}

/// The years of a timeline, each with its entries, earliest first; those without a date last, under `None`.
pub type Years<'d> = Vec<(Option<i32>, Vec<Entry<'d>>)>;

/// What the timeline shows.
#[derive(Debug)]
pub struct Timeline<'d> {
    /// The entries of the page.
    pub years: Years<'d>,
    /// How many entries there are.
    pub total: usize,
    /// How many entries there would be in all for each country, were it picked alone; likewise for each kind.
    pub counts: [BTreeMap<Slug, usize>; 2],
    /// How many entries there are without any filter.
    pub of: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
    /// The page shown, counted from zero.
    pub page: usize,
}

/// Answers `query` over some projects and events.
pub fn run<'d>(
    projects: &'d [Listed],
    events: impl Iterator<Item = &'d Event>,
    names: &Names,
    query: &TimelineQuery,
) -> Timeline<'d> {
    let all = projects.iter().map(Entry::Project).chain(events.map(Entry::Event));
    let mut counts = Filter::ALL.map(|filter| map_of(query.values(filter).iter().map(|value| (value.clone(), 0))));
    let mut entries = Vec::new();
    let mut of = 0;
    for entry in all {
        of += 1;
        let values = [set_of(entry.countries(names)), set_of(entry.kind())];
        let passes = |at: usize| {
            let picked = query.values(Filter::ALL[at]);
            picked.is_empty() || !picked.is_disjoint(&values[at])
        };
        for at in [0, 1] {
            for value in &values[at] {
                *counts[at].entry(value.clone()).or_default() += usize::from(passes(1 - at));
            }
        }
        if passes(0) && passes(1) {
            entries.push(entry);
        }
    }
    let entries = sorted_by_key(entries, |entry| {
        let period = entry.period();
        let date = period.and_then(|period| period.start.or(period.end_date()));
        // A year stands before its months, a month before its days: what is vaguer comes first.
        let day = date.map(|date| (date.earliest().to_julian_day(), -date.latest().to_julian_day()));
        (day.is_none(), day, entry.title().to_lowercase(), entry.id())
    });
    let total = entries.len();
    let pages = total.div_ceil(TimelineQuery::PAGE_SIZE).max(1);
    let page = if query.page < pages { query.page } else { 0 };
    let mut years: Years<'d> = Vec::new();
    for entry in entries.into_iter().skip(page * TimelineQuery::PAGE_SIZE).take(TimelineQuery::PAGE_SIZE) {
        let year = entry.period().and_then(|period| period.year());
        match years.last_mut() {
            Some((last, list)) if *last == year => list.push(entry),
            _ => years.push((year, vec![entry])),
        }
    }
    Timeline { years, total, counts, of, pages, page }
}

/// How many of the latest events the first page shows.
pub const LATEST_EVENTS: usize = 4;

/// Events, the latest first, those without a date last.
pub fn latest_first<'d>(events: impl Iterator<Item = &'d Event>) -> Vec<&'d Event> {
    sorted_by_key(events.collect(), |event| {
        let date = event.date.and_then(|date| date.start.or(date.end_date()));
        (date.is_none(), date.map(|date| -date.earliest().to_julian_day()), event.id.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_spelling_per_question() {
        let query = TimelineQuery::parse("kind=seminar&country=tajikistan&country=kazakhstan&x=1&kind=Study%20visit");
        assert_eq!(query.print(), "?country=kazakhstan&country=tajikistan&kind=seminar");
        assert_eq!(TimelineQuery::parse(&query.print()[1..]), query);
    }
}
