//! [`MadeOrganisation`]: an organisation that does not exist.

use super::json::Object;
use super::random::Random;
use super::slug::slug;
use super::text;
use super::vocabulary::{ASSOCIATIONS, NAMES, SUBJECTS};
use atlas::domain::country::Country;
use atlas::domain::slug::Slug;

/// One for so many projects…
pub const PROJECTS_FOR_ONE: usize = 20;
/// …but not more.
pub const MOST: usize = 2_000;

/// An organisation that does not exist.
pub struct MadeOrganisation {
    /// Its id.
    pub id: String,
    /// Its name; no two have the same.
    pub name: String,
    kind: &'static str,
    country: Option<Slug>,
    aliases: Vec<String>,
    part_of: Option<String>,
}

impl MadeOrganisation {
    /// The organisations of a sample of so many projects. A smaller sample has the first of them.
    pub fn all(seed: u64, projects: usize, countries: &[Country]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for index in 0..(projects / PROJECTS_FOR_ONE).min(MOST) {
            let one = Self::new(&mut Random::of(seed, "organisation", index), index, countries, &all);
            all.push(one);
        }
        all
    }

    fn new(random: &mut Random, index: usize, countries: &[Country], earlier: &[Self]) -> Self {
        let (association, kind) = random.pick(&ASSOCIATIONS).copied().unwrap_or_default();
        let name = random.word(&NAMES);
        let country = if random.chance(80) { random.pick(countries) } else { None };
        let place = text::place(random, country);
        let mut full = match random.below(4) {
            0 => format!("{association} “{name}”, {place}"),
            1 => format!("{name} {association} of {place}"),
            2 => format!("{place} {association} for {}", random.word(&SUBJECTS)),
            _ => format!("{association} of {place} “{name}”"),
        };
        // Two with one name would be one to the reader of a list.
        if earlier.iter().any(|other| other.name == full) {
            full.push_str(&format!(" No. {}", index + 1));
        }
        let aliases = match random.below(3) {
            0 => vec![text::letters(random)],
            1 => vec![format!("{name} ({place})"), text::letters(random)],
            _ => Vec::new(),
        };
        let part_of = if random.chance(10) { random.pick(earlier).map(|whole| whole.id.clone()) } else { None };
        let id = format!("sample-{}", slug(&full, index));
        Self { id, name: full, kind, country: country.map(|country| country.id.clone()), aliases, part_of }
    }

    /// The record.
    pub fn record(&self) -> Object {
        Object::default()
            .with("id", self.id.as_str())
            .with("name", self.name.as_str())
            .with("aliases", self.aliases.clone())
            .with("kind", self.kind)
            .with("country", self.country.as_ref().map(Slug::as_str))
            .with("part_of", self.part_of.as_deref())
    }
}
