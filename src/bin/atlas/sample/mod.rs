//! `cargo atlas sample`: a generated data set of any size, in the project's own format, to see and to measure the site
//! with much data.
//!
//! Each record has a stream of numbers of its own and points only at earlier ones. So a sample is the same whenever it
//! is made from the same seed and the same base, and a smaller one is the beginning of a larger one.

mod budget;
mod document;
mod event;
mod folder;
mod headline;
mod json;
mod made_organisation;
mod material;
mod moment;
mod period;
mod project;
mod random;
mod slug;
mod source;
mod text;
mod vocabulary;

use crate::data::{default_folder, errors, read_folder};
use crate::options::Options;
use crate::setup::seconds;
use atlas::domain::dataset::Dataset;
use atlas::domain::organisation::{Kind, Organisation};
use atlas::domain::read::SCHEMA_VERSION;
use atlas::domain::slug::Slug;
use folder::{Folder, MARK};
use json::Object;
use material::Material;
use std::fs;
use std::time::Instant;

/// Writes the sample.
pub fn run(options: Options) -> Result<(), String> {
    let began = Instant::now();
    let projects = number(&options, "--projects")?.ok_or("--projects is missing: how many are to be made?")?;
    let projects = usize::try_from(projects).map_err(|error| format!("--projects: {error}"))?;
    let seed = number(&options, "--seed")?.unwrap_or(1);
    let out = options.folder("--out").ok_or("--out is missing: the folder that the sample is written to")?;
    let data = options.folder("--data").unwrap_or_else(default_folder);
    let reading = read_folder(&data)?;
    let base = match (reading.dataset, errors(&reading.problems)) {
        (Some(base), 0) => base,
        _ => return Err(format!("{} has errors; `cargo atlas check` says which", data.display())),
    };
    let folder = Folder::new(out.clone(), &data)?;
    let material = Material::new(&base, seed, projects);
    let events = (projects / event::PROJECTS_FOR_ONE).min(event::MOST);
    let documents = (projects / document::PROJECTS_FOR_ONE).min(document::MOST);

    // First, so that a sample that was broken off is known as one.
    let mut bytes = folder.object("atlas.json", &meta(&base, seed, projects))?;
    for name in ["countries.json", "envelopes.json", "types.json"] {
        let path = data.join(name);
        bytes += folder.copy(name, &fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?)?;
    }
    // A base that is a sample itself may hold a made organisation already.
    let made = material.made.iter().filter(|it| !base.organisations.values().any(|real| real.id.as_str() == it.id));
    let organisations = base.organisations.values().map(organisation).chain(made.map(|it| it.record()));
    bytes += folder.list("organisations.json", organisations)?;
    bytes += folder.list("projects.json", (0..projects).map(|index| project::project(&material, index)))?;
    bytes += folder.list("events.json", (0..events).map(|index| event::event(&material, index)))?;
    let kept = document::kept(&base).into_iter();
    let written = (0..documents).map(|index| document::document(&material, index));
    bytes += folder.list("documents.json", kept.chain(written))?;
    println!(
        "wrote {} in {}: {projects} projects, {events} events, {documents} documents, {} organisations beside the {} of \
         the base, {:.1} MB, seed {seed}",
        out.display(),
        seconds(began),
        material.made.len(),
        base.organisations.len(),
        bytes as f64 / 1e6,
    );
    Ok(())
}

/// The whole number that an option gives.
fn number(options: &Options, name: &str) -> Result<Option<u64>, String> {
    let number = |text: &str| text.parse().map_err(|_| format!("{name} {text}: write a whole number"));
    options.value(name).map(number).transpose()
}

/// `atlas.json`: it says on every page that nothing of this is real. It has no contact, because nobody can answer for
/// such data.
fn meta(base: &Dataset, seed: u64, projects: usize) -> Object {
    let title = &base.meta.title;
    let origin = vec![
        format!(
            "This data is generated, not real. A program (cargo atlas sample) has made up all {projects} projects, all \
             events and the documents and organisations whose id begins with “sample-”, from the number {seed}. None of \
             them exists, and their sources do not exist either."
        ),
        format!(
            "The countries, the types of project, the envelopes and the other organisations are those of the data set \
             “{title}”, release {}. What a made-up project says of an organisation that exists is made up: it has not \
             funded it, carried it out or gained from it.",
            base.meta.data_version
        ),
        "It is there to see and to measure the site with much data. Do not cite it.".to_owned(),
    ];
    Object::default()
        .with("schema_version", SCHEMA_VERSION)
        .with("title", "Generated sample, not real data")
        .with("data_version", format!("{MARK}{seed}-{projects}"))
        .with("as_of", base.meta.as_of.to_string())
        .with("publisher", "Nobody: generated by cargo atlas sample")
        .with("licence", base.meta.licence.as_str())
        .with("licence_url", base.meta.licence_url.as_str())
        .with("origin", origin)
}

/// An organisation of the base, as it is written.
fn organisation(it: &Organisation) -> Object {
    let word = |kind: Kind| Kind::TABLE.into_iter().find(|(_, known)| *known == kind).map(|(word, _)| word);
    Object::default()
        .with("id", it.id.as_str())
        .with("name", it.name.as_str())
        .with("aliases", it.aliases.clone())
        .with("kind", it.kind.and_then(word))
        .with("country", it.country.as_ref().map(Slug::as_str))
        .with("part_of", it.part_of.as_ref().map(Slug::as_str))
}
