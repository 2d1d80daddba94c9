//! [`Plot`]: entries as the drawing knows them: days, shapes, groups.

use super::answer::Timeline;
use super::entry::Entry;
use super::query::Group;
use crate::domain::catalogue::names::Names;
use crate::domain::date::{PartialDate, Stated};
use crate::domain::facet::Facet;
use crate::domain::period::{End, Period};
use crate::domain::slug::Slug;
use drawing::{Day, Edge, Item, Items, Shape, Span, Titles, Window, item};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// One item for each entry that has a date, in order.
    pub items: Vec<Item>,
    /// Their titles.
    titles: EntryTitles,
    /// The entry of each item, by its place in the timeline.
    pub entries: Vec<usize>,
    /// The groups in order, by their value of the facet; one without a value when nothing is grouped.
    pub groups: Vec<Option<Slug>>,
    /// How many entries stand in more than one group.
    pub repeated: usize,
    /// How many entries have no date and are not drawn.
    pub undated: usize,
}

/// The titles of entries, where the entries have them: drawing needs no copies.
#[derive(Clone, Debug, Default)]
struct EntryTitles(Vec<Entry>);

impl Titles for EntryTitles {
    fn title(&self, item: usize) -> Cow<'_, str> {
        self.0.get(item).map_or("", Entry::title).into()
    }
}

impl PartialEq for EntryTitles {
    fn eq(&self, other: &Self) -> bool {
        self.0.iter().map(Entry::title).eq(other.0.iter().map(Entry::title))
    }
}

/// The picked values by facet, as a question to the list has them.
pub type Picked = BTreeMap<Facet, BTreeSet<Slug>>;

/// The colours of the drawing, by what an entry is.
pub mod tone {
    /// A project.
    pub const PROJECT: usize = 0;
    /// An event.
    pub const EVENT: usize = 1;
    /// An agreement or a strategy.
    pub const FRAME: usize = 2;
}

impl Plot {
    /// What some entries of a timeline look like in groups. Of a facet of which values are picked, only these are groups:
    /// an entry that has another one too is there already.
    pub fn new(timeline: &Timeline, found: &[usize], group: Group, picked: &Picked, names: &Names) -> Self {
        let facet = group.facet();
        let picked = facet.and_then(|facet| picked.get(&facet));
        let groups = match facet {
            Some(facet) => names.of(facet).iter().map(|name| Some(name.id.clone())).collect(),
            None => vec![None],
        };
        let mut plot = Self { groups, ..Self::default() };
        // Every project may state the facet, so that it has no such value; what is no project may not.
        let not_stated = plot.groups.len();
        if facet.is_some() && !plot.groups.iter().flatten().any(|it| it.as_str() == Facet::NOT_STATED) {
            plot.groups.push(Slug::new(Facet::NOT_STATED));
        }
        for at in found {
            let entry = &timeline.entries[*at];
            let Some(span) = entry.period().and_then(|period| span_of(&period)) else {
                plot.undated += 1;
                continue;
            };
            let mut groups: Cow<'static, [usize]> = match facet {
                Some(facet) => {
                    let values = timeline.values(*at, facet, names);
                    let shown = values.iter().filter(|value| picked.is_none_or(|picked| picked.contains(*value)));
                    shown.filter_map(|value| names.place(facet, value)).collect()
                }
                None => Cow::Borrowed(&[0]),
            };
            if groups.is_empty() {
                groups = vec![not_stated].into();
            }
            plot.repeated += usize::from(groups.len() > 1);
            let (shape, tone) = match entry {
                Entry::Project(_) => (Shape::Bar, tone::PROJECT),
                Entry::Event(_) => (Shape::Point, tone::EVENT),
                Entry::Strategy(_) | Entry::Agreement(_) => (Shape::Bracket, tone::FRAME),
            };
            let span = match entry {
                // Who looked last saw it in force.
                Entry::Agreement(it) => seen_until(span, day_of(it.agreement.basis.as_of).0),
                _ => span,
            };
            plot.items.push(Item { span, shape, tone, groups });
            plot.titles.0.push(entry.clone());
            plot.entries.push(*at);
        }
        plot
    }

    /// What the drawing draws.
    pub fn drawn(&self) -> Items<'_> {
        Items { all: &self.items, titles: &self.titles }
    }

    /// The whole axis: whole years around everything that is drawn.
    pub fn axis(&self, day: Day) -> Window {
        item::extent(self.items.iter().map(|item| &item.span), day)
    }
}

/// How a period is drawn; `None` when nothing of it is known.
pub fn span_of(period: &Period) -> Option<Span> {
    let start = period.start.map(day_of).ok_or(Edge::Unknown);
    match period.end {
        // One date is not two: a month that is all that is known of an event is drawn once.
        End::On(end) => Span::between(start, Ok(day_of(end))),
        End::Open => Span::between(start, Err(Edge::Open)),
        End::Unknown => Span::between(start, Err(Edge::Unknown)),
    }
}

/// The same span, known to last until a day at least.
fn seen_until(span: Span, day: Day) -> Span {
    if span.end != Edge::Unknown || day <= span.sure_to {
        return span;
    }
    Span { sure_to: day, to: day.saturating_add(Span::FADE), ..span }
}

/// The first and the last day that a date can mean. "About" a day is a fortnight more on both sides: no source says
/// how much, and a sharp edge would say that it is none.
fn day_of(date: PartialDate) -> (Day, Day) {
    const ABOUT: Day = 14;
    let (first, last) = (date.earliest().to_julian_day(), date.latest().to_julian_day());
    match date.stated {
        Stated::Day(_) if date.approximate => (first - ABOUT, last + ABOUT),
        _ => (first, last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_day;

    #[track_caller]
    fn case(edtf: &str, drawn: (&str, &str), edges: (Edge, Edge)) {
        let span = span_of(&Period::parse(edtf).unwrap()).unwrap();
        let day = |text: &str| parse_day(text).unwrap().to_julian_day();
        let end = if span.to == Day::MAX { day("9999-12-31") } else { span.to };
        assert_eq!((span.from, end), (day(drawn.0), day(drawn.1)), "{edtf}");
        assert_eq!((span.start, span.end), edges, "{edtf}");
    }

    #[test]
    fn dates_are_drawn_at_their_own_precision() {
        case("2014-07-25/2018-07-24", ("2014-07-25", "2018-07-25"), (Edge::Exact, Edge::Exact));
        case("2014/2016", ("2014-01-01", "2017-01-01"), (Edge::Soft, Edge::Soft));
        case("2014-07/2017-02", ("2014-07-01", "2017-03-01"), (Edge::Soft, Edge::Soft));
        case("2010/..", ("2010-01-01", "9999-12-31"), (Edge::Soft, Edge::Open));
        case("2010-05-01/", ("2010-05-01", "2011-05-02"), (Edge::Exact, Edge::Unknown));
        case("/2016-03-31", ("2015-04-01", "2016-04-01"), (Edge::Unknown, Edge::Exact));
        case("2018-02-28", ("2018-02-28", "2018-03-01"), (Edge::Exact, Edge::Exact));
        case("2018-02-28~", ("2018-02-14", "2018-03-15"), (Edge::Soft, Edge::Soft));
        assert_eq!(span_of(&Period::parse("/..").unwrap()), None);
    }
}
