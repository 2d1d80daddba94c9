//! [`Party`]: a body, or a group of people, in a [`Role`].

use super::budget::Share;
use super::slug::Slug;

/// A body, or a group of people, in a role.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// The organisation, when it is one we keep a record of. `None` for "judges" or "civil society".
    pub organisation: Option<Slug>,
    /// The source's own word for it.
    pub as_written: String,
    /// Its stated part of the budget.
    pub share: Share,
}

/// What a body does on a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Funds it (IATI participating-org role 1).
    Donor,
    /// Carries it out (IATI role 4).
    Implementer,
    /// Is to gain from it.
    Beneficiary,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Donor, Self::Implementer, Self::Beneficiary];
}
