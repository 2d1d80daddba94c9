//! [`Facet`]: the table of facets. A facet is a question about every project (in which country?) with a fixed key in
//! the address; adding one is adding a row here and its words in `words.rs`.

use super::dataset::Dataset;
use super::project::Project;
use super::slug::Slug;
use super::sorted::set_of;
use std::collections::BTreeSet;
use time::Date;

/// One question that the list can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The country of implementation.
    Country,
    /// The type of project.
    Type,
    /// The donor, by the body at the top: USAID counts as the United States.
    Donor,
    /// Where it stands on the as-of date.
    Status,
}

impl Facet {
    /// Every facet, in the order of the panel and of the address.
    pub const ALL: [Self; 4] = [Self::Country, Self::Type, Self::Donor, Self::Status];

    /// The value of a project that says nothing about this facet.
    pub const NOT_STATED: &'static str = "not-stated";

    /// The key in the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Type => "type",
            Self::Donor => "donor",
            Self::Status => "status",
        }
    }

    /// The values of a project on a day. Never empty: no record drops out of the list for a missing field.
    pub fn values_of(self, dataset: &Dataset, project: &Project, as_of: Date) -> BTreeSet<Slug> {
        let mut values = match self {
            Self::Country => set_of(project.countries.iter().cloned()),
            Self::Type => set_of(project.types.iter().cloned()),
            Self::Donor => {
                let donors = project.donors.iter().filter_map(|party| party.organisation.as_ref());
                set_of(donors.map(|id| dataset.top(id).clone()))
            }
            Self::Status => set_of(project.standing(as_of).status().and_then(|status| Slug::new(status.id()))),
        };
        if values.is_empty() {
            values.extend(Slug::new(Self::NOT_STATED));
        }
        values
    }
}
