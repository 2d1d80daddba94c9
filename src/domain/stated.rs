//! What a source states, beside our reading of it: a period ([`Dated`]), a status ([`StatedStatus`]).

use super::period::Period;
use super::status::Status;

/// A period as a source writes it and as we read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// Our reading; `None` when the words cannot be read as dates.
    pub period: Option<Period>,
    /// The source's own words.
    pub as_written: Option<String>,
    /// Which source, counted from one in the record's list.
    pub source: usize,
}

/// A status in a source's words.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedStatus {
    /// Our reading.
    pub status: Status,
    /// The source's own word.
    pub as_written: Option<String>,
    /// Which source, counted from one.
    pub source: usize,
}
