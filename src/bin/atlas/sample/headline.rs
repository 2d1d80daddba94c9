//! [`Headline`]: what can be known of a generated project without generating all of it: its id, title and countries.

use super::material::Material;
use super::random::Random;
use super::slug::slug;
use super::text::{letters, place, saying, upper};
use super::vocabulary::{BODIES, DOING, GROUPS, NAMES, SUBJECTS};
use atlas::domain::country::Country;

/// The id, title and countries of a project.
pub struct Headline<'d> {
    /// The id: of the title and the number.
    pub id: String,
    /// The title.
    pub title: String,
    /// Where: mostly one country, seldom all.
    pub countries: Vec<&'d Country>,
    /// The number of the project that this one goes on from, under the same title.
    pub follows: Option<usize>,
}

impl<'d> Headline<'d> {
    /// Of the project with this number. A few have the title of an earlier one, or are its next phase.
    pub fn of(material: &Material<'d>, index: usize) -> Self {
        let random = &mut Random::of(material.seed, "headline", index);
        let earlier = (index > 0).then(|| random.below(index.max(1)));
        let (title, countries, follows) = match (random.below(100), earlier) {
            (0..2, Some(earlier)) => {
                let (title, countries) = own(material, earlier);
                (title, countries, None)
            }
            (2..6, Some(earlier)) => {
                let (title, countries) = own(material, earlier);
                (format!("{title}, phase II"), countries, Some(earlier))
            }
            _ => {
                let (title, countries) = own(material, index);
                (title, countries, None)
            }
        };
        Self { id: slug(&title, index), title, countries, follows }
    }

    /// The first country, for what is said about places.
    pub fn country(&self) -> Option<&'d Country> {
        self.countries.first().copied()
    }
}

/// The title and the countries that a project has when it takes them from no other.
fn own<'d>(material: &Material<'d>, index: usize) -> (String, Vec<&'d Country>) {
    let random = &mut Random::of(material.seed, "title", index);
    let count = match random.below(100) {
        0..86 => 1,
        86..89 => 2,
        89..93 => 3,
        93..95 => 4,
        _ => 5,
    };
    let mut countries: Vec<&Country> = Vec::new();
    for _ in 0..count {
        let left: Vec<&Country> =
            material.countries.iter().filter(|it| !countries.iter().any(|c| c.id == it.id)).collect();
        countries.extend(random.pick(&left));
    }
    (title(random, &countries), countries)
}

fn title(random: &mut Random, countries: &[&Country]) -> String {
    let country = countries.first().copied();
    let region = if countries.len() == 1 { country.map_or("", |country| &country.name) } else { "Central Asia" };
    let place = place(random, country);
    let (doing, subject, other) = (random.word(&DOING), random.word(&SUBJECTS), random.word(&SUBJECTS));
    let (body, group) = (random.word(&BODIES), random.word(&GROUPS));
    let topic = upper(subject.trim_start_matches("the "));
    match random.below(100) {
        0..22 => format!("{doing} {subject} in {place}, {region}"),
        22..38 => format!("{doing} {subject} and {other} in {region}"),
        38..48 => format!("Support to {body} of {place}: {subject}"),
        48..58 => format!("{topic} for {group} in {place}"),
        58..66 => format!("{region} {topic} Programme ({})", letters(random)),
        66..74 => format!("“{}”: {subject} for {group} in {region}", random.word(&NAMES)),
        74..82 => format!("Technical assistance on {subject} and {other} for {body} of {region}"),
        82..88 => format!("{doing} {subject} in {region} ({})", letters(random)),
        88..93 => format!("{topic}, {place}"),
        93..97 => format!("{}: {group}, {place}", upper(&saying(random))),
        _ => format!("Проект «{}»: {}, {place}", random.word(&NAMES), saying(random)),
    }
}
