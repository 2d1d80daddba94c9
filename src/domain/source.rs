//! [`Source`]: where a statement was read, and what it says differently from the record.

use super::budget::Budget;
use super::date::PartialDate;
use super::party::Party;
use super::stated::{Dated, StatedStatus};
use time::Date;

/// A page or a document that a record rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Who published it: a name, or the host of the page.
    pub publisher: String,
    /// Where it was read. Only `http` and `https`. `None` for a document cited by `reference`.
    pub url: Option<String>,
    /// A document's number or title where it has no address.
    pub reference: Option<String>,
    /// The language that it is written in, as a BCP 47 tag; `None` when that is not known.
    pub language: Option<String>,
    /// The date that the page or document itself bears, if it bears one.
    pub dated: Option<PartialDate>,
    /// The day on which the facts were taken from it. The page may have changed or gone since.
    pub seen: Date,
    /// What the reader should know about it.
    pub note: Option<String>,
    /// What it states differently from the record's headline.
    pub states: Differences,
}

/// What one source states otherwise than the record's headline. All `None` when it agrees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Differences {
    /// Another title.
    pub title: Option<String>,
    /// Another period.
    pub period: Option<Dated>,
    /// Another status.
    pub status: Option<StatedStatus>,
    /// Another budget.
    pub budget: Option<Budget>,
    /// Other donors. Empty when it agrees or is silent.
    pub donors: Vec<Party>,
}

impl Differences {
    /// The source agrees with the record in everything that it states.
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }
}

/// What a statement rests on: the time it speaks of, and which of the record's sources, counted from one.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// The time at which it was true, as far as known.
    pub as_of: PartialDate,
    /// Indices into the record's `sources`, counted from one.
    pub sources: Vec<usize>,
}
