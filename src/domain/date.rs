//! [`PartialDate`]: a year, a month or a day, as exactly as its source states it.
//!
//! The spelling is the EDTF (ISO 8601-2) subset that people can type: `2014`, `2014-07`, `2014-07-25`, each with
//! an optional `~` (about). Calendar arithmetic is the `time` crate's. Nothing here knows a time zone: dates are
//! civil dates, and "July 2017" ends on 31 July.

use std::fmt;
use time::{Date, Month};

/// A date at the precision that its source states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// The stated part.
    pub stated: Stated,
    /// The source says "about" (`~` in EDTF).
    pub approximate: bool,
}

/// How much of a date is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stated {
    /// Only the year.
    Year(i32),
    /// Year and month.
    Month(i32, Month),
    /// A full day.
    Day(Date),
}

impl PartialDate {
    /// Reads the EDTF subset; `None` when `text` is not in it or names a day that the calendar does not have.
    pub fn parse(text: &str) -> Option<Self> {
        let (digits, approximate) = match text.strip_suffix('~') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let mut parts = digits.split('-');
        let year = i32::from(number(parts.next()?, 4)?);
        let stated = match (parts.next(), parts.next(), parts.next()) {
            (None, _, _) => Stated::Year(year),
            (Some(month), None, _) => Stated::Month(year, month_number(month)?),
            (Some(month), Some(day), None) => {
                let day = u8::try_from(number(day, 2)?).ok()?;
                Stated::Day(Date::from_calendar_date(year, month_number(month)?, day).ok()?)
            }
            _ => return None,
        };
        Some(Self { stated, approximate })
    }

    /// A full day.
    pub fn day(date: Date) -> Self {
        Self { stated: Stated::Day(date), approximate: false }
    }

    /// The day of the month when this is an exact day in the month of another: `14` of the 14th to the 15th of July.
    pub fn day_in_month_of(self, later: Self) -> Option<u8> {
        match (self.stated, later.stated) {
            (Stated::Day(from), Stated::Day(to)) if !self.approximate && !later.approximate => {
                ((from.year(), from.month()) == (to.year(), to.month())).then(|| from.day())
            }
            _ => None,
        }
    }

    /// The first day it can mean.
    pub fn earliest(self) -> Date {
        match self.stated {
            Stated::Year(year) => day(year, Month::January, 1),
            Stated::Month(year, month) => day(year, month, 1),
            Stated::Day(date) => date,
        }
    }

    /// The last day it can mean: the end of the stated interval, included.
    pub fn latest(self) -> Date {
        match self.stated {
            Stated::Year(year) => day(year, Month::December, 31),
            Stated::Month(year, month) => day(year, month, month.length(year)),
            Stated::Day(date) => date,
        }
    }

    /// The year, which every partial date has.
    pub fn year(self) -> i32 {
        match self.stated {
            Stated::Year(year) | Stated::Month(year, _) => year,
            Stated::Day(date) => date.year(),
        }
    }
}

/// The EDTF spelling that [`PartialDate::parse`] reads.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.stated {
            Stated::Year(year) => write!(f, "{year:04}")?,
            Stated::Month(year, month) => write!(f, "{year:04}-{:02}", u8::from(month))?,
            Stated::Day(date) => {
                write!(f, "{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())?;
            }
        }
        if self.approximate { f.write_str("~") } else { Ok(()) }
    }
}

/// A full ISO date, `2026-11-22`; `None` for anything less precise.
pub fn parse_day(text: &str) -> Option<Date> {
    match PartialDate::parse(text)? {
        PartialDate { stated: Stated::Day(date), approximate: false } => Some(date),
        _ => None,
    }
}

fn number(text: &str, width: usize) -> Option<u16> {
    (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month_number(text: &str) -> Option<Month> {
    Month::try_from(u8::try_from(number(text, 2)?).ok()?).ok()
}

/// The year has four digits and the day exists, so the calendar cannot refuse; were it to, the calendar's first
/// day stands in rather than a panic.
fn day(year: i32, month: Month, day: u8) -> Date {
    Date::from_calendar_date(year, month, day).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, earliest: &str, latest: &str) {
        let date = PartialDate::parse(text).unwrap();
        assert_eq!(date.to_string(), text);
        assert_eq!(date.earliest(), parse_day(earliest).unwrap());
        assert_eq!(date.latest(), parse_day(latest).unwrap());
    }

    #[test]
    fn a_date_is_the_interval_that_it_states() {
        case("2014", "2014-01-01", "2014-12-31");
        case("2014-07", "2014-07-01", "2014-07-31");
        case("2016-02", "2016-02-01", "2016-02-29");
        case("2015-02~", "2015-02-01", "2015-02-28");
        case("2014-07-25", "2014-07-25", "2014-07-25");
        case("0001", "0001-01-01", "0001-12-31");
        case("9999-12~", "9999-12-01", "9999-12-31");
    }

    #[test]
    fn what_the_calendar_does_not_have_is_refused() {
        for bad in [
            "",
            "~",
            "14",
            "20145",
            "2014-7",
            "2014-13",
            "2014-00",
            "2014-02-30",
            "2015-02-29",
            "2014-07-25-1",
            "2014/07",
            "+014",
            " 2014",
            "2014-07-25T00:00",
            "２０１４",
            "2014?",
        ] {
            assert_eq!(PartialDate::parse(bad), None, "{bad:?}");
        }
        assert_eq!(parse_day("2014-07"), None);
        assert_eq!(parse_day("2014-07-01~"), None);
    }
}
