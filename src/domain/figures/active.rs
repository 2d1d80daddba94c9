//! [`Activity`]: how many projects were active in each year, country by country.

use super::ask::{question, shown};
use crate::domain::catalogue::Catalogue;
use crate::domain::date::{PartialDate, Stated};
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::slug::Slug;
use time::{Date, Month};

/// The most years that are shown, the latest: bars must stay wide enough to be seen on a telephone.
const MOST: i32 = 40;

/// The years of each country.
///
/// One question gives the countries; the years come from one walk over the dates, because a question for each year,
/// certainly and possibly, would be more than fifty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// The countries, each over the same years. A project in several stands in each of them.
    pub strips: Vec<Strip>,
    /// The projects, of any country, that state no date and are in no year.
    pub undated: usize,
}

/// The years of one country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strip {
    /// The country, or [`Facet::NOT_STATED`].
    pub country: Slug,
    /// Its years, without a gap.
    pub years: Vec<Year>,
    /// Its projects that state no date.
    pub undated: usize,
}

/// How many projects were active in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Those that must have been, by their dates.
    pub certainly: usize,
    /// Those that can have been, the certain ones among them: one whose end is not stated can be active for ever.
    pub possibly: usize,
}

impl Activity {
    /// The activity in one country, or in each. Its years run from the earliest date of all countries to the day of the
    /// data, so that the figures of two countries can be laid side by side.
    pub fn of(catalogue: &mut Catalogue, only: Option<&Slug>) -> Self {
        let counts = catalogue.run(&ProjectQuery::default()).counts;
        let counts = counts.get(Facet::Country as usize).map_or(&[][..], Vec::as_slice);
        let places = shown(catalogue, Facet::Country, counts);
        let rows = 0..u32::try_from(catalogue.len()).unwrap_or(u32::MAX);
        let reaches: Vec<_> = rows.map(|row| (row, catalogue.reach(row))).collect();

        let last = catalogue.day().year();
        let first = reaches.iter().filter_map(|(_, reach)| {
            let reach = reach.as_ref()?;
            // The start; where there is none, the end. What is not stated lies beyond the calendar.
            year_of(reach.possibly.0).or(year_of(reach.certainly.0))
        });
        let first = first.min().unwrap_or(last).clamp(last - MOST + 1, last);
        let bounds: Vec<(i64, i64)> = (first..=last).map(bounds).collect();

        let kept = places.into_iter().filter(|(_, name)| only.is_none_or(|only| name.id == *only));
        let (kept, mut strips): (Vec<usize>, Vec<Strip>) = kept
            .map(|(at, name)| {
                let years = (first..=last).map(|year| Year { year, certainly: 0, possibly: 0 }).collect();
                (at, Strip { country: name.id, years, undated: 0 })
            })
            .unzip();
        let mut undated = 0;
        for (row, reach) in reaches {
            undated += usize::from(reach.is_none());
            for country in catalogue.values_of(Facet::Country, row) {
                let Some(strip) = kept.iter().position(|at| *at == country).and_then(|at| strips.get_mut(at)) else {
                    continue;
                };
                let Some(reach) = &reach else {
                    strip.undated += 1;
                    continue;
                };
                for (year, (begins, ends)) in strip.years.iter_mut().zip(&bounds) {
                    let meets = |(from, to): (i64, i64)| from <= *ends && to >= *begins;
                    year.certainly += usize::from(meets(reach.certainly));
                    year.possibly += usize::from(meets(reach.possibly));
                }
            }
        }
        Self { strips, undated }
    }

    /// The largest number of all.
    pub fn most(&self) -> usize {
        self.strips.iter().flat_map(|strip| &strip.years).map(|year| year.possibly).max().unwrap_or(0)
    }

    /// The list of the projects that state no date.
    pub fn undated_query() -> ProjectQuery {
        without_dates(ProjectQuery::default())
    }
}

impl Strip {
    /// The list of what a year counts.
    pub fn query(&self, year: i32, certainly: bool) -> ProjectQuery {
        let date = PartialDate { stated: Stated::Year(year), approximate: false };
        question(Some(&self.country)).changed(|query| {
            (query.active.from, query.active.to, query.active.certainly) = (Some(date), Some(date), certainly);
        })
    }

    /// The list of its projects that state no date.
    pub fn undated_query(&self) -> ProjectQuery {
        without_dates(question(Some(&self.country)))
    }

    /// The year in which most were certainly active; of several, the one with most that may have been, then the first;
    /// `None` when there is none at all.
    pub fn peak(&self) -> Option<&Year> {
        self.years.iter().rev().max_by_key(|year| (year.certainly, year.possibly)).filter(|year| year.certainly > 0)
    }
}

fn without_dates(query: ProjectQuery) -> ProjectQuery {
    match Slug::new(Facet::NOT_STATED) {
        Some(value) => query.toggled(Facet::Year, &value),
        None => query,
    }
}

/// The year of a Julian day; `None` for a day that stands for "ever".
fn year_of(day: i64) -> Option<i32> {
    Date::from_julian_day(i32::try_from(day).ok()?).ok().map(Date::year)
}

/// The first and the last day of a year.
fn bounds(year: i32) -> (i64, i64) {
    let day = |month, day| {
        let date = Date::from_calendar_date(year, month, day);
        date.map_or(i64::MAX, |date| i64::from(date.to_julian_day()))
    };
    (day(Month::January, 1), day(Month::December, 31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peak_is_the_first_year_with_most() {
        let year = |year, certainly| Year { year, certainly, possibly: 9 };
        let strip = |years| Strip { country: Slug::none(), years, undated: 0 };
        assert_eq!(strip(vec![year(2010, 1), year(2011, 4), year(2012, 4)]).peak().unwrap().year, 2011);
        assert_eq!(strip(vec![year(2010, 0)]).peak(), None);
        assert_eq!(strip(Vec::new()).peak(), None);
    }

    #[test]
    fn a_year_is_its_days() {
        let (from, to) = bounds(2016);
        assert_eq!(to - from, 365);
        assert_eq!((year_of(from), year_of(to), year_of(to + 1)), (Some(2016), Some(2016), Some(2017)));
        assert_eq!((year_of(-10_000_000), year_of(10_000_000)), (None, None));
    }
}
