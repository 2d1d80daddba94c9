//! [`Names`]: the values of all facets in the order in which they are offered, with what they are called.

use super::listed::Listed;
use crate::domain::facet::Facet;
use crate::domain::fold;
use crate::domain::slug::Slug;
use crate::domain::sorted::map_of;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Between the parts of a label in the catalogue's file: the name, then its aliases.
pub const SEPARATOR: char = '\u{1f}';

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its id in the address.
    pub id: Slug,
    /// What it is called; empty where the words know its name (a status, a year, a band of budgets).
    pub name: String,
    /// Its name and its other names, as the file has them.
    label: String,
}

/// How a value is spelled, for finding it.
#[derive(Debug, Default)]
pub struct Spelled {
    /// Its name, as folded words.
    pub name: Vec<String>,
    /// Its other names, as folded words.
    pub aliases: Vec<Vec<String>>,
}

impl Name {
    /// Reads a value of the catalogue's file.
    pub fn read(id: &str, label: &str) -> Option<Self> {
        let name = label.split(SEPARATOR).next().unwrap_or_default().to_owned();
        Some(Self { id: Slug::new(id)?, name, label: label.to_owned() })
    }
}

/// The values of all facets.
#[derive(Debug)]
pub struct Names {
    of: [Vec<Name>; Facet::ALL.len()],
    places: [BTreeMap<Slug, usize>; Facet::ALL.len()],
    /// Folded when first asked for: a page that is only read needs none of it, and a browser takes a sixth of its start
    /// for it.
    spelled: [OnceLock<Vec<Spelled>>; Facet::ALL.len()],
    decompose: fn(&str) -> String,
}

impl Default for Names {
    fn default() -> Self {
        Self::new(Default::default(), str::to_owned)
    }
}

impl Names {
    /// Names in their order, by facet. `decompose` gives the compatibility decomposition (NFKD) of a text.
    pub fn new(of: [Vec<Name>; Facet::ALL.len()], decompose: fn(&str) -> String) -> Self {
        let places =
            Facet::ALL.map(|facet| map_of(of[facet as usize].iter().enumerate().map(|(at, it)| (it.id.clone(), at))));
        Self { of, places, spelled: Default::default(), decompose }
    }

    /// How the values of a facet are spelled, in order.
    pub fn spelled(&self, facet: Facet) -> &[Spelled] {
        let fold = |text: &str| fold::words(&(self.decompose)(text)).collect::<Vec<_>>();
        self.spelled[facet as usize].get_or_init(|| {
            let spelled = |name: &Name| {
                let mut names = name.label.split(SEPARATOR).map(fold);
                Spelled { name: names.next().unwrap_or_default(), aliases: names.collect() }
            };
            self.of(facet).iter().map(spelled).collect()
        })
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
        if words.is_empty() {
            // Without this, every name would be folded for the first page of the list.
            return found;
        }
        let says = |name: &[String]| {
            !name.is_empty()
                && name.iter().all(|part| {
                    words.iter().enumerate().any(|(at, word)| {
                        word == part || (at + 1 == words.len() && word.chars().count() > 3 && part.starts_with(word))
                    })
                })
        };
        for facet in [Facet::Country, Facet::Type, Facet::Donor, Facet::Implementer, Facet::Beneficiary] {
            for (name, spelled) in self.of(facet).iter().zip(self.spelled(facet)) {
                let known = found.contains(&name.name.as_str()) || says(&spelled.name);
                if !known && spelled.aliases.iter().any(|alias| says(alias)) {
                    found.push(&name.name);
                }
            }
        }
        found
    }
}
