//! Figures: the numbers behind the pictures. One file a figure; each is asked of the catalogue and is plain data.
//!
//! A number here is the length of a list that can be opened: beside each stands the question that lists exactly what it
//! counts. `tests/figures.rs` asks every one of them. They are counted and drawn where the site is built: what travels is
//! the drawing, with the slice of its page.

pub mod active;
mod ask;
pub mod matrix;
pub mod money;

/// A figure of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// How many projects are active in each year.
    Active,
    /// How many there are of each type in each country.
    Types,
    /// The stated budgets by donor.
    Money,
    /// The partner countries on a map.
    Map,
}

impl Figure {
    /// Every figure.
    pub const ALL: [Self; 4] = [Self::Active, Self::Types, Self::Money, Self::Map];

    /// The id of its title on the page, and its name in the slice.
    pub fn id(self) -> &'static str {
        match self {
            Self::Active => "figure-active",
            Self::Types => "figure-types",
            Self::Money => "figure-money",
            Self::Map => "figure-map",
        }
    }
}
