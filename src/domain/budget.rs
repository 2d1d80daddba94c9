//! [`Budget`]: what something costs, in a source's words, and what can be read from them.

use super::money::Money;

/// A budget in a source's words, and what can be read from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// The source's own words.
    pub as_written: String,
    /// The sum; `None` when the words do not give one that can be trusted. Unknown is never zero.
    pub money: Option<Money>,
    /// How exact the sum is.
    pub precision: Precision,
    /// What the sum pays for.
    pub covers: Covers,
    /// The source calls it indicative, tentative or estimated.
    pub indicative: bool,
    /// How the source breaks it down.
    pub parts: Vec<Part>,
    /// Which source, counted from one.
    pub source: usize,
}

/// How exact a stated sum is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// As printed.
    Exact,
    /// "About", "almost".
    About,
    /// "More than".
    AtLeast,
    /// "Up to".
    AtMost,
}

impl Precision {
    /// Every case with its word in the data.
    pub const TABLE: [(&'static str, Self); 4] =
        [("exact", Self::Exact), ("about", Self::About), ("at-least", Self::AtLeast), ("at-most", Self::AtMost)];
}

/// What a stated sum pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covers {
    /// The whole project.
    Total,
    /// One donor's part.
    DonorShare,
    /// A loan.
    Loan,
    /// Several projects together.
    Group,
    /// Each grant under a call.
    PerGrant,
    /// A larger programme that this is a part of.
    Programme,
    /// The source does not say.
    Unknown,
}

impl Covers {
    /// Every case with its word in the data.
    pub const TABLE: [(&'static str, Self); 7] = [
        ("total", Self::Total),
        ("donor-share", Self::DonorShare),
        ("loan", Self::Loan),
        ("group", Self::Group),
        ("per-grant", Self::PerGrant),
        ("programme", Self::Programme),
        ("unknown", Self::Unknown),
    ];
}

/// A part of a budget by year, country, lot, kind or payer.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What the source calls it.
    pub label: String,
    /// How much of the whole.
    pub share: Share,
}

/// A stated part of a budget, as a percentage or a sum or both or neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Hundredths of a percent of the whole, 0 to 10,000.
    pub percent: Option<u64>,
    /// The sum.
    pub money: Option<Money>,
}
