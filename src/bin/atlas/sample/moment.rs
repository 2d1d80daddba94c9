//! [`Moment`]: a month of the years that a sample covers, and its spellings.

use super::random::Random;
use time::Month;

/// A month, counted from January 1991.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub usize);

/// How much of a date is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// The year.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

impl Moment {
    /// December 2030.
    pub const LAST: Self = Self(40 * 12 - 1);

    /// A month in which something may begin: most begin between 2004 and 2025, none so late that it could not end
    /// before 2031.
    pub fn start(random: &mut Random) -> Self {
        Self(if random.chance(85) { 13 * 12 + random.below(22 * 12) } else { random.below(39 * 12) })
    }

    /// So many months later, but not after 2030.
    pub fn later(self, months: usize) -> Self {
        Self(self.0 + months).min(Self::LAST)
    }

    /// The year.
    pub fn year(self) -> i32 {
        1991 + (self.0 / 12) as i32
    }

    fn month(self) -> Month {
        (0..self.0 % 12).fold(Month::January, |month, _| month.next())
    }

    /// The first of the month, or another day that every month has.
    pub fn early_day(random: &mut Random) -> usize {
        if random.chance(60) { 1 } else { random.within(1..=28) }
    }

    /// The last of the month, or another day.
    pub fn late_day(self, random: &mut Random) -> usize {
        if random.chance(60) { self.month().length(self.year()).into() } else { random.within(1..=28) }
    }

    /// As EDTF.
    pub fn edtf(self, precision: Precision, day: usize) -> String {
        let (year, month) = (self.year(), u8::from(self.month()));
        match precision {
            Precision::Year => format!("{year}"),
            Precision::Month => format!("{year}-{month:02}"),
            Precision::Day => format!("{year}-{month:02}-{day:02}"),
        }
    }

    /// As sources write it.
    pub fn words(self, precision: Precision, day: usize) -> String {
        let (year, month) = (self.year(), self.month());
        match precision {
            Precision::Year => format!("{year}"),
            Precision::Month => format!("{month} {year}"),
            Precision::Day if day.is_multiple_of(2) => format!("{day} {month} {year}"),
            Precision::Day => format!("{day:02}/{:02}/{year}", u8::from(month)),
        }
    }
}

impl Precision {
    /// One of the three.
    pub fn any(random: &mut Random) -> Self {
        match random.below(10) {
            0..4 => Self::Year,
            4..7 => Self::Month,
            _ => Self::Day,
        }
    }
}
