//! [`Facet`]: the table of facets. A facet is a question about every project (in which country?) with a fixed key in
//! the address; adding one is adding a row here and its words in every language.

use super::band::Band;
use super::dataset::Dataset;
use super::party::{Party, Role};
use super::project::Project;
use super::slug::Slug;
use super::sorted::set_of;
use std::collections::BTreeSet;

/// One question that the list can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The country of implementation.
    Country,
    /// Where it stands on the as-of date.
    Status,
    /// The type of project.
    Type,
    /// The donor, by the body at the top: USAID counts as the United States.
    Donor,
    /// Who carries it out, by the body at the top.
    Implementer,
    /// The institution or group that is to gain from it, by the body at the top.
    Beneficiary,
    /// The years in which it is active, as far as its dates say.
    Year,
    /// The size of its budget, in its own currency.
    Budget,
    /// What its source says of its status.
    Stated,
    /// Who published its sources.
    Source,
    /// In which language its sources are.
    Language,
}

impl Facet {
    /// Every facet, in the order of the panel and of the address.
    pub const ALL: [Self; 11] = [
        Self::Country,
        Self::Status,
        Self::Type,
        Self::Donor,
        Self::Implementer,
        Self::Beneficiary,
        Self::Year,
        Self::Budget,
        Self::Stated,
        Self::Source,
        Self::Language,
    ];

    /// The value of a project that says nothing about this facet.
    pub const NOT_STATED: &'static str = "not-stated";

    /// The value of a project that states something in words which no record of ours stands for: "judges".
    pub const IN_WORDS: &'static str = "in-words";

    /// The value of [`Facet::Stated`] of a project whose dates say something else than its source.
    pub const DISAGREES: &'static str = "disagrees";

    /// The key in the address.
    pub fn key(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Status => "status",
            Self::Type => "type",
            Self::Donor => "donor",
            Self::Implementer => "implementer",
            Self::Beneficiary => "beneficiary",
            Self::Year => "year",
            Self::Budget => "budget",
            Self::Stated => "stated",
            Self::Source => "source",
            Self::Language => "language",
        }
    }

    /// The facet with this key in the address.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// The facet of the bodies in a role.
    pub fn of_role(role: Role) -> Self {
        match role {
            Role::Donor => Self::Donor,
            Role::Implementer => Self::Implementer,
            Role::Beneficiary => Self::Beneficiary,
        }
    }

    /// A project can have several values, so that asking for all of the picked ones makes sense.
    pub fn has_several(self) -> bool {
        !matches!(self, Self::Status | Self::Budget)
    }

    /// The values depend on the as-of date.
    pub fn depends_on_day(self) -> bool {
        matches!(self, Self::Status | Self::Year | Self::Stated)
    }

    /// The values of a project, but for the facets that depend on the day (see [`DayFacts`](super::day_facts::DayFacts)). Never empty: no record
    /// drops out of the list for a missing field.
    pub fn values_of(self, dataset: &Dataset, project: &Project) -> BTreeSet<Slug> {
        let bodies = |parties: &[Party]| {
            let mut values = BTreeSet::new();
            for party in parties {
                match &party.organisation {
                    Some(id) => values.extend([dataset.top(id).clone()]),
                    None => values.extend(Slug::new(Self::IN_WORDS)),
                }
            }
            values
        };
        let values = match self {
            Self::Country => set_of(project.countries.iter().cloned()),
            Self::Type => set_of(project.types.iter().cloned()),
            Self::Donor => bodies(&project.donors),
            Self::Implementer => bodies(&project.implementers),
            Self::Beneficiary => bodies(&project.beneficiaries),
            Self::Budget => set_of(project.budget.as_ref().and_then(Band::of_budget)),
            Self::Source => set_of(project.sources.iter().filter_map(|source| Slug::from_name(&source.publisher))),
            Self::Language => {
                set_of(project.sources.iter().filter_map(|source| Slug::new(source.language.as_deref()?)))
            }
            Self::Status | Self::Year | Self::Stated => BTreeSet::new(),
        };
        or_not_stated(values)
    }
}

fn or_not_stated(mut values: BTreeSet<Slug>) -> BTreeSet<Slug> {
    if values.is_empty() {
        values.extend(Slug::new(Facet::NOT_STATED));
    }
    values
}
