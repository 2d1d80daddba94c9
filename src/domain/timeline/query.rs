//! [`TimelineQuery`]: what the visitor asks of the timeline. It is the query string of the address, read.
//!
//! The filters are those of the list of projects, in the same spelling, so that one address leads to the other. Only
//! what a timeline alone has is added: kinds of entry, grouping, the part of time that the drawing shows, and the entry
//! that is looked at.

use super::entry::EntryId;
use crate::domain::date::{PartialDate, Stated};
use crate::domain::facet::Facet;
use crate::domain::query::{Page, ProjectQuery};
use crate::domain::query_string;
use crate::domain::slug::Slug;
use std::collections::BTreeSet;
use time::{Date, Month};

/// A question to the timeline. The default asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineQuery {
    /// What is asked of projects, and of other entries as far as they can answer. Its page is the page of the timeline,
    /// in pages of [`TimelineQuery::PAGE_SIZE`] entries.
    pub list: ProjectQuery,
    /// Only these kinds of entry (`project`, or a kind of event); empty: all.
    pub kinds: BTreeSet<Slug>,
    /// How the drawing is grouped.
    pub group: Group,
    /// The first and the last day that the drawing shows; `None`: all.
    pub shown: Option<(Date, Date)>,
    /// The entry that is looked at.
    pub entry: Option<EntryId>,
}

/// How the drawing is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// By country.
    #[default]
    Country,
    /// By type of project.
    Type,
    /// By donor.
    Donor,
    /// Not at all.
    Nothing,
}

impl Group {
    /// Every grouping with its word in the address and the facet whose values are its groups.
    pub const TABLE: [(&'static str, Self, Option<Facet>); 4] = [
        ("country", Self::Country, Some(Facet::Country)),
        ("type", Self::Type, Some(Facet::Type)),
        ("donor", Self::Donor, Some(Facet::Donor)),
        ("none", Self::Nothing, None),
    ];

    /// The facet whose values are the groups.
    pub fn facet(self) -> Option<Facet> {
        Self::TABLE[self as usize].2
    }
}

/// The keys of the address beside those of the list of projects.
pub mod key {
    /// A kind of entry.
    pub const KIND: &str = "kind";
    /// The grouping.
    pub const GROUP: &str = "group";
    /// The first day, month or year that the drawing shows.
    pub const SHOWN_FROM: &str = "shown-from";
    /// The last.
    pub const SHOWN_TO: &str = "shown-to";
    /// The entry that is looked at.
    pub const ENTRY: &str = "entry";
}

impl TimelineQuery {
    /// The kind of an entry that is a project.
    pub const PROJECT: &'static str = "project";
    /// The kind of an entry that is an agreement.
    pub const AGREEMENT: &'static str = "agreement";
    /// How many entries a page holds.
    pub const PAGE_SIZE: usize = 500;
    /// How many kinds can be asked for: each becomes a link that repeats all others.
    pub const KIND_LIMIT: usize = 20;

    /// Reads a query string. Never fails: what it does not understand is kept as it is, as far as there is room.
    pub fn parse(query: &str) -> Self {
        Self::of_list(ProjectQuery::read(query))
    }

    /// Takes what belongs to the timeline out of what a list does not understand.
    fn of_list(list: ProjectQuery) -> Self {
        let mut read = Self { list, ..Self::default() };
        let (mut from, mut to) = (None, None);
        let mut strange = Vec::new();
        for (name, value) in std::mem::take(&mut read.list.unknown) {
            let understood = match name.as_str() {
                key::KIND => Slug::new(&value).map(|kind| read.add_kind(kind)),
                key::GROUP => Group::TABLE.iter().find(|(word, ..)| *word == value).map(|it| read.group = it.1),
                key::SHOWN_FROM => PartialDate::parse(&value).map(|date| from = Some(date.earliest())),
                key::SHOWN_TO => PartialDate::parse(&value).map(|date| to = Some(date.latest())),
                key::ENTRY => EntryId::parse(&value).map(|entry| read.entry = Some(entry)),
                _ => None,
            };
            if understood.is_none() {
                strange.push((name, value));
            }
        }
        read.list.unknown = strange;
        // Only now: what belongs to the timeline takes no room from what is not understood.
        read.list = read.list.canonical();
        // Half a range, or one turned round, is none.
        read.shown = from.zip(to).filter(|(from, to)| from <= to);
        read
    }

    /// The query string, with its question mark. There is one spelling per question.
    pub fn print(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        pairs.extend(self.kinds.iter().map(|kind| (key::KIND, kind.to_string())));
        if self.group != Group::default() {
            pairs.push((key::GROUP, Group::TABLE[self.group as usize].0.to_owned()));
        }
        if let Some((from, to)) = self.shown {
            pairs.push((key::SHOWN_FROM, Self::first(from).to_string()));
            pairs.push((key::SHOWN_TO, Self::last(to).to_string()));
        }
        pairs.extend(self.entry.iter().map(|entry| (key::ENTRY, entry.to_string())));
        let own = query_string::print(pairs.iter().map(|(name, value)| (*name, value.as_str())));
        let list = self.list.print();
        if list.is_empty() || own.is_empty() { list + &own } else { list + "&" + own.trim_start_matches('?') }
    }

    /// Nothing narrows the list, on the day of the data. How it is drawn is no matter.
    pub fn is_everything(&self) -> bool {
        let whole = self.list.is_everything() && self.list.as_of.is_none();
        self.kinds.is_empty() && whole && self.list.unknown.is_empty()
    }

    fn add_kind(&mut self, kind: Slug) {
        if self.kinds.len() < Self::KIND_LIMIT {
            self.kinds.insert(kind);
        }
    }

    /// Nothing at all is asked but for a page of the list.
    pub fn is_plain(&self) -> bool {
        *self == Self { list: ProjectQuery::default().at(self.list.page), ..Self::default() }
    }

    /// The number of the page, counted from one.
    pub fn page(&self) -> usize {
        match self.list.page {
            Page::Number(number) => number,
            Page::All => 1,
        }
    }

    /// The page with this number, counted from one.
    pub fn at(&self, number: usize) -> Self {
        Self { list: self.list.at(Page::Number(number)), ..self.clone() }
    }

    /// The same drawing of what another question to the list finds.
    pub fn with_list(&self, list: ProjectQuery) -> Self {
        Self { list, ..self.clone() }
    }

    /// The same question with one kind more, or without it if it was picked.
    pub fn with_kind_toggled(&self, kind: &Slug) -> Self {
        let mut query = self.at(1);
        if !query.kinds.remove(kind) {
            query.add_kind(kind.clone());
        }
        query
    }

    /// The same, grouped otherwise.
    pub fn grouped(&self, group: Group) -> Self {
        Self { group, ..self.clone() }
    }

    /// The same, with another part of time in the drawing.
    pub fn showing(&self, shown: Option<(Date, Date)>) -> Self {
        Self { shown, ..self.clone() }
    }

    /// The same, with another entry looked at.
    pub fn looking_at(&self, entry: Option<EntryId>) -> Self {
        Self { entry, ..self.clone() }
    }

    /// The same drawing without filters.
    pub fn cleared(&self) -> Self {
        Self { list: self.list.cleared().at(Page::default()), kinds: BTreeSet::new(), ..self.clone() }
    }

    /// The question that a country asks.
    pub fn of_country(country: &Slug) -> Self {
        Self { list: ProjectQuery::only(Facet::Country, country), ..Self::default() }
    }

    /// A day as the vaguest date that begins with it.
    pub fn first(day: Date) -> PartialDate {
        shortest(day, PartialDate::earliest)
    }

    /// A day as the vaguest date that ends with it.
    pub fn last(day: Date) -> PartialDate {
        shortest(day, PartialDate::latest)
    }

    /// The whole of a year.
    pub fn year(year: i32) -> Option<(Date, Date)> {
        let day = |month, day| Date::from_calendar_date(year, month, day).ok();
        day(Month::January, 1).zip(day(Month::December, 31))
    }
}

/// The vaguest date that still means this day as its first, or its last.
fn shortest(day: Date, end: fn(PartialDate) -> Date) -> PartialDate {
    let dates = [Stated::Year(day.year()), Stated::Month(day.year(), day.month())];
    let dates = dates.map(|stated| PartialDate { stated, approximate: false });
    dates.into_iter().find(|date| end(*date) == day).unwrap_or(PartialDate::day(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::query::UNKNOWN_LIMIT;

    #[track_caller]
    fn case(query: &str, printed: &str) {
        let read = TimelineQuery::parse(query);
        assert_eq!(read.print(), printed);
        assert_eq!(TimelineQuery::parse(printed.trim_start_matches('?')), read);
    }

    #[test]
    fn there_is_one_spelling_per_question() {
        case("", "");
        case("group=country", "");
        case("kind=seminar&country=tajikistan&q=law", "?q=law&country=tajikistan&kind=seminar");
        case("shown-from=2013&shown-to=2013-12-31", "?shown-from=2013&shown-to=2013");
        case("shown-to=2014-02-28&shown-from=2013-04-01", "?shown-from=2013-04&shown-to=2014-02");
        case("shown-from=2013-04-02&shown-to=2014", "?shown-from=2013-04-02&shown-to=2014");
        case("group=donor&entry=event.x-2013", "?group=donor&entry=event.x-2013");
        case("kind=seminar&page=2", "?page=2&kind=seminar");
    }

    #[test]
    fn what_makes_no_sense_is_kept_or_means_nothing() {
        case("group=planet&entry=moon.x", "?group=planet&entry=moon.x");
        case("shown-from=2014&shown-to=2013", "");
        case("shown-from=2014", "");
        case("from=2014&kind=seminar&to=2013", "?from=2014&to=2013&kind=seminar");
    }

    #[test]
    fn no_address_asks_for_more_than_a_page_can_link() {
        let many = |key: &str| (0..800).map(|at| format!("{key}=v{at}")).collect::<Vec<_>>().join("&");
        let read =
            TimelineQuery::parse(&format!("{}&{}&group=donor&shown-from=2013&shown-to=2014", many("x"), many("kind")));
        assert_eq!((read.kinds.len(), read.list.unknown.len()), (TimelineQuery::KIND_LIMIT, UNKNOWN_LIMIT));
        assert!(read.group == Group::Donor && read.shown.is_some(), "behind what is not understood");
        assert_eq!(TimelineQuery::parse(read.print().trim_start_matches('?')), read);
        let more = Slug::new("seminar").unwrap();
        assert_eq!(read.with_kind_toggled(&more), read);
    }

    #[test]
    fn both_views_share_their_filters() {
        let query = TimelineQuery::parse("country=tajikistan&from=2013&kind=seminar&group=none");
        assert_eq!(query.list, ProjectQuery::parse("country=tajikistan&from=2013"));
        assert_eq!(query.with_list(ProjectQuery::default()).print(), "?kind=seminar&group=none");
        assert!(TimelineQuery::parse("group=none&shown-from=2013&shown-to=2014").is_everything());
        assert!(!TimelineQuery::parse("as-of=2016-01-01").is_everything(), "so that its title says the day");
        assert!(!TimelineQuery::parse("group=none").is_plain() && TimelineQuery::parse("page=3").is_plain());
    }
}
