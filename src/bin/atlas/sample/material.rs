//! [`Material`]: what the records of a sample are made of.

use super::made_organisation::{MadeOrganisation, PROJECTS_FOR_ONE};
use super::random::Random;
use atlas::domain::country::Country;
use atlas::domain::dataset::Dataset;
use atlas::domain::organisation::Organisation;
use atlas::domain::party::Role;
use atlas::domain::project::Project;
use atlas::domain::slug::Slug;
use time::Date;

/// What the records are made of: the base data set, the organisations that are made in addition, and the seed.
pub struct Material<'d> {
    /// What every stream of numbers begins with.
    pub seed: u64,
    /// The day on which statuses are derived.
    pub as_of: Date,
    /// The partner countries.
    pub countries: &'d [Country],
    /// The organisations that do not exist.
    pub made: Vec<MadeOrganisation>,
    types: Vec<&'d Slug>,
    roles: [(Role, Vec<Name>); 3],
    organisations: Vec<&'d Organisation>,
}

/// A party's name, with the organisation that it stands for.
#[derive(Clone)]
pub struct Name {
    /// The id of the organisation, where there is one.
    pub organisation: Option<String>,
    /// The words.
    pub words: String,
}

impl<'d> Material<'d> {
    /// What a sample of so many projects is made of. A type or a party that is frequent in the base is so here.
    pub fn new(base: &'d Dataset, seed: u64, projects: usize) -> Self {
        let mut types: Vec<&Slug> = base.projects.values().flat_map(|project| &project.types).collect();
        types.extend(base.types.keys());
        let organisations: Vec<&Organisation> = base.organisations.values().collect();
        Self {
            seed,
            as_of: base.meta.as_of,
            countries: &base.countries,
            made: MadeOrganisation::all(seed, projects, &base.countries),
            types,
            roles: Role::ALL.map(|role| (role, names(base.projects.values(), role, &organisations))),
            organisations,
        }
    }

    /// A type, the frequent ones more often.
    pub fn kind(&self, random: &mut Random) -> Option<&'d Slug> {
        random.pick(&self.types).copied()
    }

    /// Somebody in a role; for the record `index`, because a made organisation is known only to the records that
    /// come after it.
    pub fn party(&self, random: &mut Random, role: Role, index: usize) -> Option<Name> {
        let made = self.made.get(random.low((index / PROJECTS_FOR_ONE).min(self.made.len())));
        let share = if role == Role::Donor { 15 } else { 35 };
        match made.filter(|_| random.chance(share)) {
            Some(made) => Some(Name { organisation: Some(made.id.clone()), words: made.name.clone() }),
            None => self.roles.iter().find(|(of, _)| *of == role).and_then(|(_, names)| random.pick(names)).cloned(),
        }
    }

    /// A body of this country.
    pub fn body_of(&self, random: &mut Random, country: &Slug) -> Option<Name> {
        let bodies: Vec<_> = self.organisations.iter().filter(|it| it.country.as_ref() == Some(country)).collect();
        random.pick(&bodies).map(|it| name(it))
    }
}

/// Everybody in a role, as often as the role is played; every organisation, when nobody plays it.
fn names<'d>(projects: impl Iterator<Item = &'d Project>, role: Role, all: &[&Organisation]) -> Vec<Name> {
    let parties = projects.flat_map(|project| project.in_role(role));
    let names: Vec<Name> = parties
        .map(|party| Name {
            organisation: party.organisation.as_ref().map(Slug::to_string),
            words: party.as_written.clone(),
        })
        .collect();
    if names.is_empty() { all.iter().map(|it| name(it)).collect() } else { names }
}

fn name(organisation: &Organisation) -> Name {
    Name { organisation: Some(organisation.id.to_string()), words: organisation.name.clone() }
}
