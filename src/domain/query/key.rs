//! The keys of the address beside those of the facets.

/// The words.
pub const TEXT: &str = "q";
/// Before the key of a facet: a value that is excluded.
pub const NOT: &str = "not-";
/// A facet of which all picked values are wanted.
pub const ALL_OF: &str = "all";
/// The begin of the period.
pub const FROM: &str = "from";
/// The end of the period.
pub const TO: &str = "to";
/// Only what is certainly active.
pub const CERTAINLY: &str = "certainly";
/// The currency of the budget.
pub const CURRENCY: &str = "currency";
/// The smallest budget.
pub const MIN: &str = "min";
/// The largest budget.
pub const MAX: &str = "max";
/// The as-of date.
pub const AS_OF: &str = "as-of";
/// The order.
pub const SORT: &str = "sort";
/// How the list is shown.
pub const VIEW: &str = "view";
/// A column of the table.
pub const COLUMN: &str = "column";
/// A project ticked.
pub const PICK: &str = "pick";
/// Only the projects ticked.
pub const PICKED: &str = "picked";
/// The page.
pub const PAGE: &str = "page";
/// The value of a switch that is on.
pub const YES: &str = "yes";
/// The value of [`PAGE`] for the whole list.
pub const ALL: &str = "all";
