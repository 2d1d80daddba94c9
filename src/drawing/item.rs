//! [`Item`]: one thing that is drawn, without knowing what it is.

use crate::span::{Day, Span};
use crate::window::Window;
use std::borrow::Cow;
use time::Date;

/// How an item is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A bar over its days.
    Bar,
    /// A marker at its first day, with a thin line over the rest.
    Point,
    /// A bracket over its days: something that holds rather than works.
    Bracket,
}

/// What stands beside each item. It is asked for when the item is seen: of thousands most never are.
pub trait Titles {
    /// The title of an item, by its place among the items.
    fn title(&self, item: usize) -> Cow<'_, str>;
}

impl Titles for Vec<String> {
    fn title(&self, item: usize) -> Cow<'_, str> {
        self.get(item).map_or("", String::as_str).into()
    }
}

/// What is drawn.
#[derive(Clone, Copy)]
pub struct Items<'a> {
    /// The items.
    pub all: &'a [Item],
    /// Their titles.
    pub titles: &'a dyn Titles,
}

/// One thing on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// When it is.
    pub span: Span,
    /// How it is drawn.
    pub shape: Shape,
    /// Which of the painter's colours it has.
    pub tone: usize,
    /// The groups in which it is drawn, each once. In none, it is not drawn.
    pub groups: Cow<'static, [usize]>,
}

/// The whole years that hold all days of some items; the whole year of `day` when there is none. Open ends reach as
/// far as the last day that is stated, or `day`.
pub fn extent<'i>(spans: impl Iterator<Item = &'i Span>, day: Day) -> Window {
    let (mut first, mut last) = (Day::MAX, Day::MIN);
    for span in spans {
        let end = if span.to == Day::MAX { span.from.saturating_add(1).max(day) } else { span.to };
        first = first.min(span.from);
        last = last.max(end);
    }
    if first >= last {
        (first, last) = (day, day.saturating_add(1));
    }
    let year = |day: Day| Date::from_julian_day(day).map(|date| date.year());
    let begin = |year: i32| Date::from_ordinal_date(year, 1).map(Date::to_julian_day);
    let first = year(first).and_then(&begin).unwrap_or(first);
    let last = year(last.saturating_sub(1)).and_then(|it| begin(it + 1)).unwrap_or(last);
    Window::days(first, last)
}
