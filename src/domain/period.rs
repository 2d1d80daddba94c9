//! [`Period`]: from when to when, with an open end kept apart from an unknown one.

use super::date::PartialDate;
use std::fmt;

/// When something runs, as far as its sources say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first day, month or year; `None` when no source states it.
    pub start: Option<PartialDate>,
    /// How it ends.
    pub end: End,
}

/// How a period ends. Open and unknown are different things with different words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// It ends on a stated date.
    On(PartialDate),
    /// It runs on by design (`..` in EDTF).
    Open,
    /// It has an end that no source states (nothing after the slash in EDTF).
    Unknown,
}

impl Period {
    /// Reads an EDTF interval (`2014-07/2017-07`, `2014/..`, `2014/`, `/2016`) or a single date, which starts and
    /// ends the period. `None` when `text` is neither or when nothing at all is stated.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((start, end)) = text.split_once('/') else {
            let date = PartialDate::parse(text)?;
            return Some(Self { start: Some(date), end: End::On(date) });
        };
        let start = if start.is_empty() { None } else { Some(PartialDate::parse(start)?) };
        let end = match end {
            "" => End::Unknown,
            ".." => End::Open,
            date => End::On(PartialDate::parse(date)?),
        };
        (start.is_some() || end != End::Unknown).then_some(Self { start, end })
    }

    /// The stated end, if there is one.
    pub fn end_date(&self) -> Option<PartialDate> {
        match self.end {
            End::On(date) => Some(date),
            End::Open | End::Unknown => None,
        }
    }

    /// The end cannot come after the start: the last day the end can mean lies before the first day of the start.
    pub fn ends_before_it_starts(&self) -> bool {
        matches!((self.start, self.end), (Some(start), End::On(end)) if end.latest() < start.earliest())
    }

    /// Where it stands in a list in order of time: at its start, else at its end; what is vaguer before what begins on the
    /// same day and is more exact. `None` when it states neither.
    pub fn place_in_time(&self) -> Option<(i32, i32)> {
        let date = self.start.or(self.end_date())?;
        Some((date.earliest().to_julian_day(), -date.latest().to_julian_day()))
    }

    /// The year under which it stands in a list by year: that of its start, else of its end.
    pub fn year(&self) -> Option<i32> {
        self.start.or(self.end_date()).map(PartialDate::year)
    }
}

/// From when to when something is active, in Julian days, both included: as wide and as narrow as its dates allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The days on which it can be active.
    pub possibly: (i64, i64),
    /// The days on which it must be; the end comes before the start when there is none.
    pub certainly: (i64, i64),
}

impl Reach {
    /// Long before and after any date that can be written.
    const EVER: i64 = 10_000_000;
}

impl Period {
    /// From when to when it is active.
    pub fn reach(&self) -> Reach {
        let day = |date: time::Date| i64::from(date.to_julian_day());
        let start = self.start.map(|start| (day(start.earliest()), day(start.latest())));
        let end = match self.end {
            End::On(end) => Some((day(end.earliest()), day(end.latest()))),
            End::Open => Some((Reach::EVER, Reach::EVER)),
            End::Unknown => None,
        };
        // What is not stated could be any time; certain is only that it was active on the day that is stated, wherever in
        // its month or year that is.
        let possibly = (start.map_or(-Reach::EVER, |it| it.0), end.map_or(Reach::EVER, |it| it.1));
        let certainly = match (start, end) {
            (Some(start), Some(end)) => (start.1, end.0),
            (Some(start), None) => (start.1, start.0),
            (None, Some(end)) => (end.1, end.0),
            (None, None) => (Reach::EVER, -Reach::EVER),
        };
        Reach { possibly, certainly }
    }
}

/// The EDTF spelling that [`Period::parse`] reads.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(start) = self.start {
            if self.end == End::On(start) {
                return write!(f, "{start}");
            }
            write!(f, "{start}")?;
        }
        match self.end {
            End::On(end) => write!(f, "/{end}"),
            End::Open => f.write_str("/.."),
            End::Unknown => f.write_str("/"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_known_by_its_year_is_certain_of_the_year_only() {
        // Within these days, something that is certain of a period must be.
        let certain = |period: &str, from: &str, to: &str| {
            let day = |text: &str| i64::from(PartialDate::parse(text).unwrap().earliest().to_julian_day());
            let (first, last) = Period::parse(period).unwrap().reach().certainly;
            first <= day(to) && last >= day(from)
        };
        assert!(!certain("2011/", "2011-12-31", "2011-12-31"), "it may have been over in spring");
        assert!(!certain("2011/", "2011-02-01", "2012-06-01"));
        assert!(certain("2011/", "2011-01-01", "2011-12-31"));
        assert!(certain("2011-05-03/", "2011-05-03", "2011-05-03"));
        assert!(!certain("/2016", "2016-01-01", "2016-01-01") && certain("/2016", "2016-01-01", "2016-12-31"));
    }

    #[test]
    fn open_and_unknown_ends_are_kept_apart() {
        assert_eq!(Period::parse("2014/..").unwrap().end, End::Open);
        assert_eq!(Period::parse("2014/").unwrap().end, End::Unknown);
        assert_eq!(Period::parse("/2016-03").unwrap().start, None);
        assert_eq!(Period::parse("/2016-03").unwrap().year(), Some(2016));
    }

    #[test]
    fn spelling_goes_round() {
        for text in ["2014-07/2017-07", "2014/..", "2014~/", "/2016", "2018-02-28", "/.."] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_says_nothing_is_no_period() {
        for bad in ["", "/", "../2014", "2014/2015/2016", "July 2014", "2014-07/2017-13"] {
            assert_eq!(Period::parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn an_end_before_the_start_is_seen_only_when_certain() {
        assert!(Period::parse("2015/2014").unwrap().ends_before_it_starts());
        assert!(!Period::parse("2014-07/2014").unwrap().ends_before_it_starts());
    }
}
