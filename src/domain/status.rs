//! [`Status`]: where a project stands, as stated by its source and as its dates say on a given day.

use super::period::{End, Period};
use time::Date;

/// Where a project stands. The words of the predecessor (forecast, on-going, completed) and IATI's two others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Planned, or a call for proposals (IATI 1).
    Forecast,
    /// Running (IATI 2).
    Ongoing,
    /// It started; no source states the end. Derived only: no source says this of itself.
    EndNotStated,
    /// Ended (IATI 3, 4).
    Completed,
    /// Stopped for a time (IATI 6).
    Suspended,
    /// Given up (IATI 5).
    Cancelled,
}

impl Status {
    /// Every status, in the order of a project's life.
    pub const ALL: [Self; 6] =
        [Self::Forecast, Self::Ongoing, Self::EndNotStated, Self::Completed, Self::Suspended, Self::Cancelled];

    /// The id in data and addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Forecast => "forecast",
            Self::Ongoing => "ongoing",
            Self::EndNotStated => "end-not-stated",
            Self::Completed => "completed",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
        }
    }

    /// What the dates alone say on `as_of`; `None` when they do not decide.
    pub fn by_dates(period: &Period, as_of: Date) -> Option<Self> {
        match (period.start, period.end) {
            (_, End::On(end)) if end.latest() < as_of => Some(Self::Completed),
            (Some(start), _) if start.earliest() > as_of => Some(Self::Forecast),
            (Some(start), End::On(_) | End::Open) if start.latest() <= as_of => Some(Self::Ongoing),
            (Some(start), End::Unknown) if start.latest() <= as_of => Some(Self::EndNotStated),
            _ => None,
        }
    }
}

/// A project's status on a day, with both ways to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What the source said when it was written.
    pub stated: Option<Status>,
    /// What the dates say on the day.
    pub by_dates: Option<Status>,
}

impl Standing {
    /// The status on a day, of what is stated and of the dates.
    pub fn new(stated: Option<Status>, period: Option<&Period>, as_of: Date) -> Self {
        Self { stated, by_dates: period.and_then(|period| Status::by_dates(period, as_of)) }
    }

    /// The one status to list the project under: what stops a project whatever its dates, else the dates, else
    /// the source's word. A stated status also fills in for an end that is not stated, unless it is "on-going",
    /// which was true only on the day it was written.
    pub fn status(self) -> Option<Status> {
        match (self.stated, self.by_dates) {
            (
                Some(stated @ (Status::Suspended | Status::Cancelled | Status::Completed)),
                Some(Status::EndNotStated),
            ) => Some(stated),
            (Some(stated @ (Status::Suspended | Status::Cancelled)), _) => Some(stated),
            (_, Some(by_dates)) => Some(by_dates),
            (stated, None) => stated,
        }
    }

    /// The status is only what the source said on the day it was written, and may have changed since.
    pub fn may_be_outdated(self) -> bool {
        let status = self.status();
        status != self.by_dates && matches!(status, Some(Status::Forecast | Status::Ongoing | Status::Suspended))
    }

    /// The source and the dates say different things, and the reader must be told.
    pub fn disagree(self) -> bool {
        match (self.stated, self.by_dates) {
            (Some(stated), Some(Status::EndNotStated)) => stated == Status::Forecast,
            (Some(stated), Some(dates)) => stated != dates,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_day;

    #[track_caller]
    fn case(period: &str, as_of: &str, expected: Option<Status>) {
        assert_eq!(Status::by_dates(&Period::parse(period).unwrap(), parse_day(as_of).unwrap()), expected);
    }

    #[test]
    fn dates_decide_only_what_they_can() {
        case("2014-07/2017-07", "2017-07-31", Some(Status::Ongoing));
        case("2014-07/2017-07", "2017-08-01", Some(Status::Completed));
        case("2014-07/2017-07", "2014-06-30", Some(Status::Forecast));
        case("2014-07/2017-07", "2014-07-15", None);
        case("2014/..", "2026-11-22", Some(Status::Ongoing));
        case("2014/", "2026-11-22", Some(Status::EndNotStated));
        case("/2016", "2026-11-22", Some(Status::Completed));
        case("/2030", "2026-11-22", None);
    }

    #[test]
    fn the_source_fills_in_but_does_not_overrule_a_past_end() {
        let standing = |stated, by_dates| Standing { stated, by_dates };
        assert_eq!(standing(Some(Status::Ongoing), Some(Status::Completed)).status(), Some(Status::Completed));
        assert!(standing(Some(Status::Ongoing), Some(Status::Completed)).disagree());
        assert_eq!(standing(Some(Status::Completed), Some(Status::EndNotStated)).status(), Some(Status::Completed));
        assert!(!standing(Some(Status::Completed), Some(Status::EndNotStated)).disagree());
        assert_eq!(standing(Some(Status::Cancelled), Some(Status::Ongoing)).status(), Some(Status::Cancelled));
        assert_eq!(standing(Some(Status::Forecast), None).status(), Some(Status::Forecast));
        assert_eq!(standing(None, None).status(), None);
        assert!(standing(Some(Status::Ongoing), None).may_be_outdated());
        assert!(!standing(Some(Status::Completed), None).may_be_outdated());
        assert!(!standing(Some(Status::Ongoing), Some(Status::Ongoing)).may_be_outdated());
    }
}
