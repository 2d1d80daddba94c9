//! [`Column`]: the table of the columns that the list can show as a table, compare and export.

/// A fact about a project, as a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The countries.
    Country,
    /// The types.
    Type,
    /// From when to when.
    Period,
    /// Where it stands on the as-of date, and what its source says.
    Status,
    /// The donors.
    Donor,
    /// The budget.
    Budget,
    /// Who carries it out.
    Implementer,
    /// Who is to gain from it.
    Beneficiary,
    /// Who published its sources.
    Source,
    /// When a source was last looked at.
    Checked,
}

impl Column {
    /// Every column, in the order of the table, with its word in the address. The title is always there.
    pub const TABLE: [(&'static str, Self); 10] = [
        ("country", Self::Country),
        ("type", Self::Type),
        ("period", Self::Period),
        ("status", Self::Status),
        ("donor", Self::Donor),
        ("budget", Self::Budget),
        ("implementer", Self::Implementer),
        ("beneficiary", Self::Beneficiary),
        ("source", Self::Source),
        ("checked", Self::Checked),
    ];

    /// The columns of a table for which none were chosen.
    pub const USUAL: [Self; 6] =
        [Self::Country, Self::Period, Self::Status, Self::Donor, Self::Implementer, Self::Budget];

    /// Its word in the address.
    pub fn key(self) -> &'static str {
        Self::TABLE.get(self as usize).map_or("", |row| row.0)
    }

    /// The column with this word.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(word, _)| *word == key).map(|row| row.1)
    }
}
