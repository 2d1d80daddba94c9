//! An event that did not take place.

use super::headline::Headline;
use super::json::{Json, Object};
use super::material::Material;
use super::moment::{Moment, Precision};
use super::project::party;
use super::random::Random;
use super::slug::slug;
use super::source::sources;
use super::text::{place, saying, upper};
use super::vocabulary::{EFFECTS, GROUPS, SUBJECTS};
use atlas::domain::party::Role;

/// One for so many projects…
pub const PROJECTS_FOR_ONE: usize = 4;
/// …but not more.
pub const MOST: usize = 2_000;

/// The kinds, the frequent ones several times.
const KINDS: [&str; 16] = [
    "conference",
    "conference",
    "conference",
    "meeting",
    "meeting",
    "milestone",
    "seminar",
    "seminar",
    "training",
    "training",
    "round table",
    "workshop",
    "study visit",
    "agreement",
    "publication",
    "competition",
];

/// The id of the event with this number.
pub fn id(seed: u64, index: usize) -> String {
    let (title, _) = title(seed, index);
    slug(&title, index)
}

fn title(seed: u64, index: usize) -> (String, &'static str) {
    let random = &mut Random::of(seed, "event title", index);
    let (kind, subject) = (random.word(&KINDS), random.word(&SUBJECTS));
    let title = match random.below(5) {
        0 | 1 => format!("{} on {subject}", upper(kind)),
        2 => format!("{} for {}: {subject}", upper(kind), random.word(&GROUPS)),
        3 => format!("{} {}", upper(kind), saying(random)),
        _ => format!("{} on {subject} and {}", upper(kind), random.word(&SUBJECTS)),
    };
    (title, kind)
}

/// The event with this number: the same whatever the number of events is.
pub fn event(material: &Material<'_>, index: usize) -> Object {
    let (title, kind) = title(material.seed, index);
    let id = slug(&title, index);
    let random = &mut Random::of(material.seed, "event", index);
    let project = Headline::of(material, random.below(index * PROJECTS_FOR_ONE + 1));
    let city = place(random, project.country());
    let (one, other) = (random.word(&SUBJECTS), random.word(&SUBJECTS));
    let topics = if one == other { vec![one] } else { vec![one, other] };
    let description = format!(
        "The {} in {city} dealt with {one}; {} spoke on how {}.",
        kind,
        random.word(&GROUPS),
        random.word(&EFFECTS)
    );
    let conflict = random.chance(2).then_some("One source has the day after.");
    let organisers: Vec<Object> =
        material.party(random, Role::Donor, index * PROJECTS_FOR_ONE).map(party).into_iter().collect();
    let sources = sources(random, material.as_of, &id, 1, |_| None);
    Object::default()
        .with("id", id)
        .with("title", title)
        .with("kind", kind)
        .with("countries", project.countries.iter().map(|country| Json::from(country.id.as_str())).collect::<Vec<_>>())
        .with("date", date(random))
        .with("date_conflict", conflict)
        .with("city", random.chance(80).then_some(city))
        .with("organisers", organisers)
        .with("description", random.chance(60).then_some(description))
        .with("topics", topics)
        .with("projects", if random.chance(50) { vec![project.id] } else { Vec::new() })
        .with("sources", sources)
}

/// A day mostly; some days, a month, a year, about; or nothing but words.
fn date(random: &mut Random) -> Object {
    let month = Moment::start(random);
    let day = random.within(1..=24);
    let from = month.edtf(Precision::Day, day);
    let (edtf, note) = match random.below(100) {
        0..62 => (Some(from), None),
        62..85 => (Some(format!("{from}/{}", month.edtf(Precision::Day, day + random.within(1..=4)))), None),
        85..92 => (Some(month.edtf(Precision::Month, day)), None),
        92..97 => (Some(month.edtf(Precision::Year, day)), Some("Only the year is known.")),
        97 | 98 => (Some(format!("{}~", month.edtf(Precision::Month, day))), Some("The source says “about”.")),
        _ => (None, Some("No source gives a date.")),
    };
    Object::default().with("edtf", edtf).with("note", note)
}
