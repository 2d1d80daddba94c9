//! [`ticks`]: the round dates at which an axis is marked; [`names`]: what is written at them.

use crate::span::Day;
use crate::text;
use crate::window::Window;
use time::{Date, Month};

/// What begins at a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A day.
    Day,
}

/// A mark of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day that begins there.
    pub day: Date,
    /// What begins.
    pub unit: Unit,
    /// A larger unit begins there too: a year among months, a month among days, a decade among years.
    pub major: bool,
    /// The first in view. Its name says its year too, and among days its month: closer in, no other may.
    pub full: bool,
}

/// The name of a tick, where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// Its left end in pixels.
    pub x: f64,
    /// How wide it may be.
    pub room: f64,
    /// What it says.
    pub text: String,
}

/// The room between a tick and its name.
const PAD: f64 = 4.0;
/// The room between two names.
const GAP: f64 = 6.0;

/// The steps from fine to coarse: the unit, how many of them, and their length in days.
const STEPS: [(Unit, i32, f64); 10] = [
    (Unit::Day, 1, 1.0),
    (Unit::Day, 7, 7.0),
    (Unit::Month, 1, 30.4),
    (Unit::Month, 3, 91.3),
    (Unit::Year, 1, 365.25),
    (Unit::Year, 2, 730.5),
    (Unit::Year, 5, 1826.25),
    (Unit::Year, 10, 3652.5),
    (Unit::Year, 50, 18_262.5),
    (Unit::Year, 100, 36_525.0),
];

/// The ticks of a window drawn `width` pixels wide, at least `apart` pixels from each other on average: first days of
/// years that are multiples of the step, first days of months or quarters, Mondays, days.
pub fn ticks(window: Window, width: f64, apart: f64) -> Vec<Tick> {
    let per_day = width / window.length();
    let fits = |step: &&(Unit, i32, f64)| step.2 * per_day >= apart;
    let &(unit, count, _) = STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
    let (first, last) = (window.from.ceil() as Day, window.to.ceil() as Day);
    let mut ticks = Vec::new();
    let Ok(begin) = Date::from_julian_day(first) else { return ticks };
    let mut next = match unit {
        Unit::Year => year_day(begin.year().div_euclid(count) * count),
        Unit::Month => {
            let month = (u8::from(begin.month()) - 1) / count as u8 * count as u8 + 1;
            Month::try_from(month).ok().and_then(|month| Date::from_calendar_date(begin.year(), month, 1).ok())
        }
        Unit::Day if count == 7 => {
            Date::from_julian_day(first - Day::from(begin.weekday().number_days_from_monday())).ok()
        }
        Unit::Day => Some(begin),
    };
    while let Some(day) = next {
        if day.to_julian_day() >= last {
            break;
        }
        if day.to_julian_day() >= first {
            ticks.push(Tick { day, unit, major: major(unit, count, day), full: ticks.is_empty() });
        }
        next = match unit {
            Unit::Year => year_day(day.year() + count),
            Unit::Month => months_later(day, count),
            Unit::Day => Date::from_julian_day(day.to_julian_day() + count).ok(),
        };
    }
    ticks
}

/// The names along an axis, from left to right, none over another and none beyond the edges. `name` says what a tick is
/// called, `wider` how much wider than reckoned the font at hand is. The first is never left out; it may take the room
/// of those after it. Where a window lies between two ticks, its first day stands at its edge.
pub fn names(ticks: &[Tick], window: Window, width: f64, wider: f64, name: &dyn Fn(&Tick) -> String) -> Vec<Name> {
    let edge = Date::from_julian_day(window.from.floor() as Day).ok().filter(|_| ticks.is_empty());
    let edge = edge.map(|day| Tick { day, unit: Unit::Day, major: false, full: true });
    let mut names: Vec<Name> = Vec::new();
    let mut free = 0.0;
    for tick in ticks.iter().chain(&edge) {
        let text = name(tick);
        let needed = text::width(&text) * wider;
        let mut x = window.x(f64::from(tick.day.to_julian_day()), width) + PAD;
        if tick.full {
            // At the right edge it stands before its line.
            x = x.min(width - needed).max(0.0);
        } else if x < free || x + needed > width {
            continue;
        }
        free = x + needed + GAP;
        if let Some(before) = names.last_mut() {
            before.room = x - GAP - before.x;
        }
        names.push(Name { x, room: width - x, text });
    }
    names
}

fn year_day(year: i32) -> Option<Date> {
    Date::from_calendar_date(year, Month::January, 1).ok()
}

fn months_later(day: Date, count: i32) -> Option<Date> {
    let months = day.year() * 12 + i32::from(u8::from(day.month())) - 1 + count;
    let month = Month::try_from(u8::try_from(months.rem_euclid(12) + 1).ok()?).ok()?;
    Date::from_calendar_date(months.div_euclid(12), month, 1).ok()
}

fn major(unit: Unit, count: i32, day: Date) -> bool {
    match unit {
        Unit::Year => day.year() % if count < 10 { 10 } else { 100 } == 0,
        Unit::Month => day.month() == Month::January,
        // Mondays do not fall on firsts: the first Monday of a month stands for it.
        Unit::Day => i32::from(day.day()) <= count,
    }
}
