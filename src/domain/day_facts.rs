//! [`DayFacts`]: what a project's values of the facets that depend on the day follow from.

use super::facet::Facet;
use super::period::{End, Period};
use super::slug::Slug;
use super::sorted::set_of;
use super::status::{Standing, Status};
use std::collections::BTreeSet;
use time::Date;

/// What a project's values of the facets that depend on the day follow from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DayFacts {
    /// When it runs.
    pub period: Option<Period>,
    /// The status that its source states.
    pub stated: Option<Status>,
}

/// A value of a facet that depends on the day. They sort as they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayValue {
    /// A year in which it is active.
    Year(i32),
    /// A status.
    Status(Status),
    /// The status that its source states is not that of its dates.
    Disagrees,
    /// There is none.
    NotStated,
}

impl DayValue {
    /// How it is spelled in addresses.
    pub fn id(self) -> Option<Slug> {
        match self {
            Self::Year(year) => Slug::new(&format!("{year:04}")),
            Self::Status(status) => Slug::new(status.id()),
            Self::Disagrees => Slug::new(Facet::DISAGREES),
            Self::NotStated => Slug::new(Facet::NOT_STATED),
        }
    }

    /// Puts it among others, which are in order, unless it is there.
    pub fn join(self, others: &mut Vec<Self>) {
        if let Err(at) = others.binary_search(&self) {
            others.insert(at, self);
        }
    }

    /// The values that a facet offers, in order: every status, the years that occur (given in order); always "not stated".
    pub fn offered(facet: Facet, occurring: Vec<Self>) -> Vec<Self> {
        let mut values = occurring;
        if facet != Facet::Year {
            for status in Status::ALL {
                // No source says this of itself.
                if facet == Facet::Status || status != Status::EndNotStated {
                    Self::Status(status).join(&mut values);
                }
            }
        }
        if facet == Facet::Stated {
            Self::Disagrees.join(&mut values);
        }
        Self::NotStated.join(&mut values);
        values
    }
}

impl DayFacts {
    /// Its status on a day, both ways.
    pub fn standing(&self, as_of: Date) -> Standing {
        Standing::new(self.stated, self.period.as_ref(), as_of)
    }

    /// Takes its values of a facet that depends on the day, in order; at least one.
    pub fn each_value(&self, facet: Facet, as_of: Date, take: &mut dyn FnMut(DayValue)) {
        let mut some = false;
        let mut found = |value| {
            some = true;
            take(value);
        };
        match facet {
            Facet::Status => self.standing(as_of).status().map(DayValue::Status).into_iter().for_each(&mut found),
            Facet::Stated => {
                self.stated.map(DayValue::Status).into_iter().for_each(&mut found);
                if self.standing(as_of).disagree() {
                    found(DayValue::Disagrees);
                }
            }
            Facet::Year => {
                if let Some(period) = &self.period {
                    years_of(period, as_of.year()).map(DayValue::Year).for_each(&mut found);
                }
            }
            _ => {}
        }
        if !some {
            take(DayValue::NotStated);
        }
    }

    /// The values of a facet that depends on the day, as addresses spell them. Never empty.
    pub fn values_of(&self, facet: Facet, as_of: Date) -> BTreeSet<Slug> {
        let mut values = Vec::new();
        self.each_value(facet, as_of, &mut |value| values.extend(value.id()));
        set_of(values)
    }
}

/// The years that a period touches, as far as it is stated: an open end runs to the year of the as-of date, an
/// unknown end or start adds nothing to the stated date.
fn years_of(period: &Period, this_year: i32) -> std::ops::RangeInclusive<i32> {
    let end = period.end_date().map(|end| end.latest().year());
    let start = period.start.map(|start| start.earliest().year());
    let from = start.or(end).unwrap_or(this_year);
    let to = match period.end {
        End::On(_) => end.unwrap_or(from),
        End::Open => this_year.max(from),
        End::Unknown => from,
    };
    // A period that ends before it starts is an error in the data, which `cargo atlas check` names; here it is a point.
    // No list offers more than a century at once.
    from..=to.clamp(from, from.saturating_add(100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_day;

    #[track_caller]
    fn case(facet: Facet, period: &str, stated: Option<Status>, values: &[&str]) {
        let facts = DayFacts { period: Period::parse(period), stated };
        let found = facts.values_of(facet, parse_day("2016-06-01").unwrap());
        assert_eq!(found.iter().map(Slug::as_str).collect::<Vec<_>>(), values);
    }

    #[test]
    fn years_are_those_that_the_dates_state() {
        case(Facet::Year, "2014-07/2016-02", None, &["2014", "2015", "2016"]);
        case(Facet::Year, "2014/..", None, &["2014", "2015", "2016"]);
        case(Facet::Year, "2014/", None, &["2014"]);
        case(Facet::Year, "/2012", None, &["2012"]);
        case(Facet::Year, "2020/..", None, &["2020"]);
        case(Facet::Year, "", None, &["not-stated"]);
        case(Facet::Year, "2015/2014", None, &["2015"]);
    }

    #[test]
    fn a_source_that_the_dates_contradict_is_flagged() {
        case(Facet::Stated, "2014/2015", Some(Status::Ongoing), &["disagrees", "ongoing"]);
        case(Facet::Stated, "2014/2017", Some(Status::Ongoing), &["ongoing"]);
        case(Facet::Stated, "2014/2017", None, &["not-stated"]);
        case(Facet::Status, "2014/2015", Some(Status::Ongoing), &["completed"]);
    }

    #[test]
    fn values_stand_in_the_order_in_which_they_are_offered() {
        let year = |year| DayValue::Year(year);
        let mut occurring = Vec::new();
        [2016, 2014, 2016].into_iter().for_each(|it| year(it).join(&mut occurring));
        assert_eq!(DayValue::offered(Facet::Year, occurring), [year(2014), year(2016), DayValue::NotStated]);
        let ids = |facet| {
            DayValue::offered(facet, Vec::new()).iter().map(|it| it.id().unwrap().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ids(Facet::Year), ["not-stated"]);
        assert_eq!(ids(Facet::Stated).last().map(String::as_str), Some("not-stated"));
        assert!(!ids(Facet::Stated).contains(&Status::EndNotStated.id().to_owned()));
        assert!(ids(Facet::Status).contains(&Status::EndNotStated.id().to_owned()));
    }
}
