//! A project that does not exist.

use super::budget::{Sum, budget, shares, thirds};
use super::headline::Headline;
use super::json::{Json, Object};
use super::material::{Material, Name};
use super::period::Period;
use super::random::Random;
use super::source::sources;
use super::text::{self, letters, objective, place, saying};
use super::vocabulary::GROUPS;
use atlas::domain::party::Role;
use atlas::domain::period::Period as ReadPeriod;
use atlas::domain::status::Status;

/// What an editor tells about a record.
const NOTES: [&str; 5] = [
    "This project is generated: it does not exist. The sources are said to differ, and both figures stand.",
    "This project is generated: it does not exist. Its source names no implementing body.",
    "This project is generated: it does not exist. The sum is that of the call, not of the project.",
    "This project is generated: it does not exist. Only the title and the year could be read.",
    "This project is generated: it does not exist. Проверить: всё ли верно в русском источнике?",
];

/// The project with this number: the same whatever the number of projects is.
pub fn project(material: &Material<'_>, index: usize) -> Object {
    let headline = Headline::of(material, index);
    let random = &mut Random::of(material.seed, "project", index);
    let thin = random.chance(25);
    let count = source_count(random);
    let has_period = random.chance(if thin { 60 } else { 90 });
    let period = has_period.then(|| Period::any(random));
    let status = status(random, material, period.as_ref());
    let source = if count > 1 && random.chance(20) { random.within(2..=count) } else { 1 };
    let types = types(random, material, thin);
    let types_by = (!types.is_empty()).then(|| random.word(&["editor", "editor", "editor", "source", "both"]));
    let country = headline.country();
    let countries: Vec<Json> = headline.countries.iter().map(|country| country.id.as_str().into()).collect();
    let budget = random.chance(if thin { 10 } else { 50 }).then(|| budget(random, source));
    let sources =
        sources(random, material.as_of, &headline.id, count, |random| states(random, material, &headline, index));
    Object::default()
        .with("id", headline.id.as_str())
        .with("title", headline.title.as_str())
        .with("other_titles", other_titles(random, &headline))
        .with("kind", kind(random))
        // A few sources do not say where.
        .with("countries", if random.chance(2) { Vec::new() } else { countries })
        .with("types", types)
        .with("types_by", types_by)
        .with("period", period.map(|period| period.field(random, source)))
        .with("status", status)
        .with("donors", donors(random, material, index))
        .with("implementers", implementers(random, material, index))
        .with("beneficiaries", beneficiaries(random, material, &headline, index))
        .with("budget", budget)
        .with("objective", (!thin).then(|| objective(random, country)))
        .with("target_groups", (!thin && random.chance(20)).then(|| text::target_groups(random)))
        .with("results", (!thin && random.chance(30)).then(|| text::results(random)))
        .with("note", random.chance(20).then(|| random.word(&NOTES)))
        .with("part_of", (index > 0 && random.chance(4)).then(|| earlier(random, material, index)))
        .with("follows", follows(random, material, &headline, index))
        .with("thin", thin)
        .with("sources", sources)
}

fn source_count(random: &mut Random) -> usize {
    match random.below(100) {
        0..80 => 1,
        80..92 => 2,
        92..97 => 3,
        _ => random.within(4..=6),
    }
}

fn kind(random: &mut Random) -> Option<&'static str> {
    match random.below(100) {
        0..4 => Some("group"),
        4..8 => Some("call"),
        8 => Some("preparation"),
        9 => Some("agreement"),
        10 => Some("project"),
        _ => None,
    }
}

fn types(random: &mut Random, material: &Material<'_>, thin: bool) -> Vec<Json> {
    let count = match random.below(100) {
        0..8 => 0,
        8..58 => 1,
        58..86 => 2,
        86..96 => 3,
        _ => 4,
    };
    let mut types: Vec<Json> = Vec::new();
    for _ in 0..if thin { count.min(1) } else { count } {
        let kind = material.kind(random).map(|id| Json::from(id.as_str()));
        types.extend(kind.filter(|kind| !types.contains(kind)));
    }
    types
}

/// Where a third of the sources say it: mostly what the dates say too, often what they said earlier, or else.
fn status(random: &mut Random, material: &Material<'_>, period: Option<&Period>) -> Option<Object> {
    if !random.chance(33) {
        return None;
    }
    let read = period.and_then(|period| ReadPeriod::parse(period.edtf.as_deref()?));
    let by_dates = read.and_then(|period| Status::by_dates(&period, material.as_of));
    let value = match (random.below(10), by_dates) {
        (0..7, Some(Status::EndNotStated) | None) => Status::Completed,
        (0..7, Some(status)) => status,
        (7, _) => Status::Ongoing,
        (8, _) => Status::Forecast,
        _ => [Status::Suspended, Status::Cancelled, Status::Completed][random.below(3)],
    };
    let words: &[&str] = match value {
        Status::Forecast => &["planned", "call open", "планируется"],
        Status::Completed => &["closed", "completed", "завершён", "аяқталды"],
        Status::Suspended => &["on hold", "приостановлен"],
        Status::Cancelled => &["cancelled", "отменён"],
        Status::Ongoing | Status::EndNotStated => &["active", "under implementation", "ишке ашырылууда", "amalda"],
    };
    Some(Object::default().with("value", value.id()).with("as_written", random.chance(80).then(|| random.word(words))))
}

/// What a further source says differently: half of them agree.
fn states(random: &mut Random, material: &Material<'_>, headline: &Headline<'_>, index: usize) -> Option<Object> {
    let object = match random.below(12) {
        0 | 1 => Object::default().with("title", format!("{} ({})", headline.title, letters(random))),
        2 | 3 => Object::default().with("period", Period::any(random).field(random, 1)),
        4 => Object::default().with("budget", budget(random, 1)),
        5 => Object::default().with("donors", donors(random, material, index)).with("budget", budget(random, 1)),
        6 => Object::default()
            .with("title", format!("{} – {}", saying(random), headline.title))
            .with("period", Period::any(random).field(random, 1))
            .with("status", status(random, material, None)),
        _ => return None,
    };
    Some(object)
}

fn other_titles(random: &mut Random, headline: &Headline<'_>) -> Vec<String> {
    match random.below(100) {
        0..4 => vec![format!("{} ({})", headline.title, letters(random))],
        4..7 => vec![saying(random)],
        7 => vec![letters(random), format!("{} – {}", saying(random), place(random, headline.country()))],
        _ => Vec::new(),
    }
}

/// One donor mostly. Where there are shares, they make the whole.
fn donors(random: &mut Random, material: &Material<'_>, index: usize) -> Vec<Object> {
    let count = match random.below(100) {
        0..8 => 0,
        8..82 => 1,
        82..94 => 2,
        94..98 => 3,
        _ => random.within(4..=6),
    };
    let names = parties(random, material, Role::Donor, index, count);
    let (shared, summed) = (random.chance(25), random.chance(6));
    let percents: Vec<Json> = match names.len() {
        0 => Vec::new(),
        3 if random.chance(50) => thirds().into(),
        count => shares(random, count).into_iter().map(|percent| Json::from(percent as u64)).collect(),
    };
    let donors = names.into_iter().zip(percents).map(|(name, percent)| {
        let donor = party(name);
        if shared {
            donor.with("percent", percent)
        } else if summed {
            Sum::any(random).fields(donor)
        } else {
            donor
        }
    });
    donors.collect()
}

fn implementers(random: &mut Random, material: &Material<'_>, index: usize) -> Vec<Object> {
    let count = match random.below(100) {
        0..13 => 0,
        13..72 => 1,
        72..91 => 2,
        91..96 => 3,
        _ => random.within(4..=7),
    };
    parties(random, material, Role::Implementer, index, count).into_iter().map(party).collect()
}

/// Bodies of the country, those of other projects, and groups of people that are no body.
fn beneficiaries(random: &mut Random, material: &Material<'_>, headline: &Headline<'_>, index: usize) -> Vec<Object> {
    let count = match random.below(100) {
        0..8 => 0,
        8..46 => 1,
        46..78 => 2,
        78..86 => 3,
        86..93 => 4,
        _ => random.within(5..=12),
    };
    let mut names: Vec<Name> = Vec::new();
    for _ in 0..count {
        let name = match (random.below(10), headline.country()) {
            (0..4, _) => Some(Name { organisation: None, words: random.word(&GROUPS).to_owned() }),
            (4..8, Some(country)) => material.body_of(random, &country.id),
            _ => material.party(random, Role::Beneficiary, index),
        };
        names.extend(name.filter(|name| is_new(name, &names)));
    }
    names.into_iter().map(party).collect()
}

/// Different ones in a role. Some stand there as words only, though the base has an organisation for them.
fn parties(random: &mut Random, material: &Material<'_>, role: Role, index: usize, count: usize) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for _ in 0..count {
        let name = material.party(random, role, index).filter(|name| is_new(name, &names));
        names.extend(name.map(|name| Name { organisation: name.organisation.filter(|_| !random.chance(6)), ..name }));
    }
    names
}

fn is_new(name: &Name, names: &[Name]) -> bool {
    let same = |other: &Name| {
        other.words == name.words || (name.organisation.is_some() && other.organisation == name.organisation)
    };
    !names.iter().any(same)
}

/// A party without a share.
pub fn party(name: Name) -> Object {
    Object::default().with("org", name.organisation).with("as_written", name.words)
}

/// The project whose next phase it is, or, seldom, any two earlier ones. Never a later one: there are no circles.
fn follows(random: &mut Random, material: &Material<'_>, headline: &Headline<'_>, index: usize) -> Vec<String> {
    if let Some(earlier) = headline.follows {
        return vec![Headline::of(material, earlier).id];
    }
    if index == 0 || !random.chance(1) {
        return Vec::new();
    }
    let (one, other) = (earlier(random, material, index), earlier(random, material, index));
    if one == other { vec![one] } else { vec![one, other] }
}

fn earlier(random: &mut Random, material: &Material<'_>, index: usize) -> String {
    Headline::of(material, random.below(index)).id
}
