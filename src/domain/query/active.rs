//! [`Active`]: the period in which a project must be active.

use crate::domain::date::PartialDate;

/// From when to when a project must be active. Both ends included; without both, no matter when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Active {
    /// Not before this date.
    pub from: Option<PartialDate>,
    /// Not after this date.
    pub to: Option<PartialDate>,
    /// Only what is certainly active then: an unknown end or a mere year does not count as the whole of it.
    pub certainly: bool,
}

impl Active {
    /// A period is asked for.
    pub fn is_asked(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// It ends before it begins.
    pub fn is_reversed(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from.earliest() > to.latest())
    }
}
