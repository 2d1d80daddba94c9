//! [`Density`]: how many items there are in each month.

use crate::item::Item;
use crate::span::Day;
use crate::window::Window;
use time::{Date, Month};

/// The months of an axis, with how many items possibly run in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Density {
    /// The first day of each month.
    pub months: Vec<Day>,
    /// How many items touch it.
    pub counts: Vec<u32>,
}

impl Density {
    /// Counts items over the months of an axis; each once, in however many groups it is.
    pub fn new<'i>(items: impl Iterator<Item = &'i Item>, axis: Window) -> Self {
        let (first, last) = axis.whole_days();
        let mut months = Vec::new();
        let mut next = Date::from_julian_day(first).and_then(|day| day.replace_day(1)).ok();
        while let Some(day) = next.filter(|day| day.to_julian_day() < last) {
            months.push(day.to_julian_day());
            let (year, month) = if day.month() == Month::December {
                (day.year() + 1, Month::January)
            } else {
                (day.year(), day.month().next())
            };
            next = Date::from_calendar_date(year, month, 1).ok();
        }
        let mut changes = vec![0i64; months.len() + 1];
        for span in items.filter_map(|item| item.span.within(first, last)) {
            // The month that holds a day is the last that begins no later.
            let month = |day: Day| months.partition_point(|begin| *begin <= day).saturating_sub(1);
            changes[month(span.from)] += 1;
            changes[month(span.to - 1) + 1] -= 1;
        }
        let mut running = 0;
        let counts = changes.iter().take(months.len()).map(|change| {
            running += change;
            u32::try_from(running).unwrap_or(0)
        });
        let counts = counts.collect();
        Self { months, counts }
    }

    /// The largest count.
    pub fn most(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }
}
