//! A document that was never written, and the real ones that the pages of the countries link to.

use super::event;
use super::headline::Headline;
use super::json::{Json, Object};
use super::material::Material;
use super::moment::{Moment, Precision};
use super::random::Random;
use super::slug::slug;
use super::source::sources;
use super::text::{saying, upper};
use super::vocabulary::SUBJECTS;
use atlas::domain::dataset::Dataset;
use atlas::domain::document::Document;
use atlas::domain::slug::Slug;

/// One for so many projects…
pub const PROJECTS_FOR_ONE: usize = 20;
/// …but not more.
pub const MOST: usize = 500;

const KINDS: [&str; 9] =
    ["report", "report", "evaluation", "study", "strategy", "policy brief", "handbook", "article", "press release"];

/// The documents that an agreement of a country names: without them the country would link to nothing. They keep no
/// projects and events, which the sample does not have.
pub fn kept(base: &Dataset) -> Vec<Object> {
    let agreements = base.countries.iter().flat_map(|country| &country.agreements);
    let named: Vec<&Slug> = agreements.filter_map(|agreement| agreement.document.as_ref()).collect();
    base.documents.iter().filter(|document| named.contains(&&document.id)).map(record).collect()
}

fn record(document: &Document) -> Object {
    let sources = document.sources.iter().map(|source| {
        Object::default()
            .with("url", source.url.as_deref())
            .with("reference", source.reference.as_deref())
            .with("publisher", source.publisher.as_str())
            .with("dated", source.dated.map(|date| date.to_string()))
            .with("seen", source.seen.to_string())
            .with("note", source.note.as_deref())
    });
    Object::default()
        .with("id", document.id.as_str())
        .with("title", document.title.as_str())
        .with("kind", document.kind.as_str())
        .with("language", document.language.as_deref())
        .with("date", document.date.map(|date| date.to_string()))
        .with("size", document.size.as_deref())
        .with("description", document.description.as_deref())
        .with("countries", document.countries.iter().map(|id| Json::from(id.as_str())).collect::<Vec<_>>())
        .with("sources", sources.collect::<Vec<_>>())
}

/// The document with this number: the same whatever the number of documents is.
pub fn document(material: &Material<'_>, index: usize) -> Object {
    let random = &mut Random::of(material.seed, "document", index);
    // Both are there as soon as the document is.
    let project = Headline::of(material, random.below(index * PROJECTS_FOR_ONE + 1));
    let events = (index * PROJECTS_FOR_ONE / event::PROJECTS_FOR_ONE).min(event::MOST - 1);
    let event = event::id(material.seed, random.below(events + 1));
    let kind = random.word(&KINDS);
    let subject = random.word(&SUBJECTS);
    let title = match random.below(4) {
        0 => format!("{} {}", upper(kind), saying(random)),
        1 => format!("{}: {}", upper(kind), project.title),
        _ => format!("{} on {subject} and {}", upper(kind), random.word(&SUBJECTS)),
    };
    let id = format!("sample-{}", slug(&title, index));
    let precision = Precision::any(random);
    let date = Moment::start(random).edtf(precision, random.within(1..=28));
    let size = match random.below(4) {
        0 => Some(format!("{} KB", random.within(20..=9_000))),
        1 => Some(format!("{} pages", random.within(2..=300))),
        _ => None,
    };
    let sources = sources(random, material.as_of, &id, 1, |_| None);
    Object::default()
        .with("id", id)
        .with("title", title)
        .with("kind", kind)
        .with(
            "language",
            random.chance(80).then(|| random.word(&["en", "en", "en", "ru", "kk", "ky", "tg", "tk", "uz"])),
        )
        .with("date", random.chance(92).then_some(date))
        .with("size", size)
        .with("description", random.chance(35).then(|| format!("It describes the state of {subject}.")))
        .with("countries", project.countries.iter().map(|country| Json::from(country.id.as_str())).collect::<Vec<_>>())
        .with("projects", if random.chance(40) { vec![project.id] } else { Vec::new() })
        .with("events", if random.chance(25) { vec![event] } else { Vec::new() })
        .with("sources", sources)
}
