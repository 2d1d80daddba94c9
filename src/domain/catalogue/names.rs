//! [`Names`]: the values of all facets in the order in which they are offered, with what they are called.

use super::listed::Listed;
use crate::domain::facet::Facet;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use crate::domain::sorted::{map_of, set_of};
use crate::domain::status::Status;
use std::collections::BTreeMap;

/// Between the parts of a label in the catalogue's file: the name, then its aliases.
pub const SEPARATOR: char = '\u{1f}';

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its id in the address.
    pub id: Slug,
    /// What it is called; empty where the words know its name (a status, a year, a band of budgets).
    pub name: String,
    /// Its other names, as folded words.
    pub aliases: Vec<Vec<String>>,
    /// Its name, as folded words.
    pub folded: Vec<String>,
}

impl Name {
    /// Reads a value of the catalogue's file.
    pub fn read(id: &str, label: &str, fold: impl Fn(&str) -> Vec<String>) -> Option<Self> {
        let mut names = label.split(SEPARATOR);
        let name = names.next().unwrap_or_default().to_owned();
        let folded = fold(&name);
        Some(Self { id: Slug::new(id)?, name, folded, aliases: names.map(fold).collect() })
    }
}

/// The values of all facets.
#[derive(Debug, Default)]
pub struct Names {
    of: [Vec<Name>; Facet::ALL.len()],
    places: [BTreeMap<Slug, usize>; Facet::ALL.len()],
}

impl Names {
    /// Names in their order, by facet.
    pub fn new(of: [Vec<Name>; Facet::ALL.len()]) -> Self {
        let places =
            Facet::ALL.map(|facet| map_of(of[facet as usize].iter().enumerate().map(|(at, it)| (it.id.clone(), at))));
        Self { of, places }
    }

    /// The values of a facet, in order.
    pub fn of(&self, facet: Facet) -> &[Name] {
        &self.of[facet as usize]
    }

    /// The place of a value in its facet.
    pub fn place(&self, facet: Facet, id: &Slug) -> Option<usize> {
        self.places[facet as usize].get(id).copied()
    }

    /// The value with this id.
    pub fn get(&self, facet: Facet, id: &Slug) -> Option<&Name> {
        self.of(facet).get(self.place(facet, id)?)
    }

    /// The values of a project that it states, in order.
    pub fn stated(&self, facet: Facet, project: &Listed) -> Vec<Slug> {
        let values = project.values[facet as usize].iter().filter_map(|place| self.of(facet).get(*place));
        values.filter(|name| name.id.as_str() != Facet::NOT_STATED).map(|name| name.id.clone()).collect()
    }

    /// What else the words mean: the names of values of which an alias consists of some of these words (the last of
    /// which may be a beginning) while the name itself does not.
    pub fn also(&self, words: &[String]) -> Vec<&str> {
        let mut found = Vec::new();
        let says = |name: &[String]| {
            !name.is_empty()
                && name.iter().all(|part| {
                    words.iter().enumerate().any(|(at, word)| {
                        word == part || (at + 1 == words.len() && word.chars().count() > 3 && part.starts_with(word))
                    })
                })
        };
        for facet in [Facet::Country, Facet::Type, Facet::Donor, Facet::Implementer, Facet::Beneficiary] {
            for name in self.of(facet) {
                let known = found.contains(&name.name.as_str()) || says(&name.folded);
                if !known && name.aliases.iter().any(|alias| says(alias)) {
                    found.push(&name.name);
                }
            }
        }
        found
    }
}

/// The values that a facet which depends on the day offers: every status, the years that occur; always "not stated".
pub fn values_on_day<'s>(facet: Facet, occurring: impl Iterator<Item = &'s Slug>) -> Vec<Slug> {
    let statuses = || Status::ALL.into_iter().filter_map(|status| Slug::new(status.id()));
    let last = Slug::new(Facet::NOT_STATED);
    match facet {
        Facet::Status => statuses().chain(last).collect(),
        Facet::Stated => statuses()
            .filter(|status| status.as_str() != Status::EndNotStated.id())
            .chain(Slug::new(Facet::DISAGREES))
            .chain(last)
            .collect(),
        _ => {
            let mut values = set_of(occurring.cloned());
            values.extend(last);
            sorted_by_key(values.into_iter().collect(), |value: &Slug| {
                (value.as_str() == Facet::NOT_STATED, value.clone())
            })
        }
    }
}
