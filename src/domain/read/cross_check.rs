//! Every reference from one record to another must lead somewhere. One that does not is reported and taken out, so
//! that no page links to nothing.

use super::record::nearest;
use super::split::{Element, Lines, Step, split};
use crate::domain::dataset::Dataset;
use crate::domain::problem::{Fault, Problems};
use crate::domain::slug::Slug;
use crate::domain::sorted::set_of;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// Checks and mends all references of `dataset`. `text` gives a file's text by its name, for finding lines.
pub fn cross_check<'t>(dataset: &mut Dataset, text: &dyn Fn(&'static str) -> &'t str, problems: &Problems) {
    let countries: BTreeSet<Slug> = set_of(dataset.countries.iter().map(|it| it.id.clone()));
    let organisations: BTreeSet<Slug> = set_of(dataset.organisations.keys().cloned());
    let types: BTreeSet<Slug> = set_of(dataset.types.keys().cloned());
    let projects: BTreeSet<Slug> = set_of(dataset.projects.keys().cloned());
    let events: BTreeSet<Slug> = set_of(dataset.events.keys().cloned());
    let documents: BTreeSet<Slug> = set_of(dataset.documents.iter().map(|it| it.id.clone()));
    let check = |file| Check { file, text: text(file), places: OnceCell::new(), lines: Lines::default(), problems };

    let file = check("organisations.json");
    for it in dataset.organisations.values_mut() {
        file.one(&it.id, "part_of", &mut it.part_of, "organisation", &organisations);
        file.one(&it.id, "country", &mut it.country, "country", &countries);
    }
    let circles: Vec<Slug> = dataset.organisations.keys().filter(|id| in_circle(dataset, id)).cloned().collect();
    for id in circles {
        file.report(&id, &[Step::Key("part_of")], Fault::Circle(id.to_string()));
        if let Some(it) = dataset.organisations.get_mut(&id) {
            it.part_of = None;
        }
    }

    let file = check("projects.json");
    for it in dataset.projects.values_mut() {
        file.many(&it.id, "countries", &mut it.countries, "country", &countries);
        file.many(&it.id, "types", &mut it.types, "type", &types);
        file.many(&it.id, "follows", &mut it.follows, "project", &projects);
        file.one(&it.id, "part_of", &mut it.part_of, "project", &projects);
        for (index, source) in it.sources.iter_mut().enumerate() {
            for (party, donor) in source.states.donors.iter_mut().enumerate() {
                let path = [
                    Step::Key("sources"),
                    Step::Index(index),
                    Step::Key("states"),
                    Step::Key("donors"),
                    Step::Index(party),
                    Step::Key("org"),
                ];
                file.reference(&it.id, &path, &mut donor.organisation, "organisation", &organisations);
            }
        }
        let itself = it.id.clone();
        if it.part_of.as_ref() == Some(&itself) {
            file.report(&it.id, &[Step::Key("part_of")], Fault::Circle(itself.to_string()));
            it.part_of = None;
        }
        if it.follows.contains(&itself) {
            file.report(&it.id, &[Step::Key("follows")], Fault::Circle(itself.to_string()));
            it.follows.retain(|id| *id != itself);
        }
        for (key, list) in [
            ("donors", &mut it.donors),
            ("implementers", &mut it.implementers),
            ("beneficiaries", &mut it.beneficiaries),
        ] {
            for (index, party) in list.iter_mut().enumerate() {
                let path = [Step::Key(key), Step::Index(index), Step::Key("org")];
                file.reference(&it.id, &path, &mut party.organisation, "organisation", &organisations);
            }
        }
    }

    let file = check("events.json");
    for it in dataset.events.values_mut() {
        file.many(&it.id, "countries", &mut it.countries, "country", &countries);
        file.many(&it.id, "projects", &mut it.projects, "project", &projects);
        for (index, party) in it.organisers.iter_mut().enumerate() {
            let path = [Step::Key("organisers"), Step::Index(index), Step::Key("org")];
            file.reference(&it.id, &path, &mut party.organisation, "organisation", &organisations);
        }
    }

    let file = check("documents.json");
    for it in &mut dataset.documents {
        file.many(&it.id, "countries", &mut it.countries, "country", &countries);
        file.many(&it.id, "projects", &mut it.projects, "project", &projects);
        file.many(&it.id, "events", &mut it.events, "event", &events);
    }

    let file = check("envelopes.json");
    for it in &mut dataset.envelopes {
        file.many(&it.id, "countries", &mut it.countries, "country", &countries);
    }

    let file = check("countries.json");
    for it in &mut dataset.countries {
        for (index, stakeholder) in it.stakeholders.iter_mut().enumerate() {
            let path = [Step::Key("stakeholders"), Step::Index(index), Step::Key("org")];
            file.reference(&it.id, &path, &mut stakeholder.party.organisation, "organisation", &organisations);
        }
        for (index, agreement) in it.agreements.iter_mut().enumerate() {
            let path = [Step::Key("agreements"), Step::Index(index), Step::Key("document")];
            file.reference(&it.id, &path, &mut agreement.document, "document", &documents);
        }
    }
}

/// The chain of wholes leads back to its beginning.
fn in_circle(dataset: &Dataset, id: &Slug) -> bool {
    let mut seen = BTreeSet::new();
    let mut at = Some(id);
    while let Some(here) = at {
        if !seen.insert(here) {
            return here == id;
        }
        at = dataset.organisations.get(here).and_then(|it| it.part_of.as_ref());
    }
    false
}

struct Check<'t, 'p> {
    file: &'static str,
    text: &'t str,
    /// The records by their ids, the first of each, with their numbers. Cut when the first problem is found.
    places: OnceCell<BTreeMap<&'t str, (usize, Element<'t>)>>,
    lines: Lines<'t>,
    problems: &'p Problems,
}

impl Check<'_, '_> {
    fn one(&self, id: &Slug, key: &str, it: &mut Option<Slug>, kind: &'static str, known: &BTreeSet<Slug>) {
        self.reference(id, &[Step::Key(key)], it, kind, known);
    }

    fn reference(
        &self,
        id: &Slug,
        path: &[Step<'_>],
        it: &mut Option<Slug>,
        kind: &'static str,
        known: &BTreeSet<Slug>,
    ) {
        if let Some(missing) = it.take_if(|target| !known.contains(target)) {
            self.report(id, path, unknown(kind, &missing, known));
        }
    }

    fn many(&self, id: &Slug, key: &str, list: &mut Vec<Slug>, kind: &'static str, known: &BTreeSet<Slug>) {
        for (index, target) in list.iter().enumerate() {
            if !known.contains(target) {
                self.report(id, &[Step::Key(key), Step::Index(index)], unknown(kind, target, known));
            }
        }
        list.retain(|target| known.contains(target));
    }

    /// The place is looked up only now that it is needed: records do not carry their lines about.
    fn report(&self, id: &Slug, path: &[Step<'_>], fault: Fault) {
        self.problems.add(self.file, fault, || {
            let wanted = id.as_str();
            let found = self.places.get_or_init(|| places(self.text)).get(wanted);
            let mut place = String::new();
            let mut line = None;
            if let Some((index, element)) = found {
                place = format!("[{index}]");
                line = Some(element.line + 1 + self.lines.of(element.text, path));
            }
            for step in path {
                match step {
                    Step::Key(key) => place.push_str(&format!(".{key}")),
                    Step::Index(index) => place.push_str(&format!("[{index}]")),
                }
            }
            (place, line, Some(wanted.to_owned()))
        });
    }
}

fn places(text: &str) -> BTreeMap<&str, (usize, Element<'_>)> {
    let mut places = BTreeMap::new();
    for (index, element) in split(text, '[').elements.into_iter().enumerate() {
        if let Some(id) = element_id(&element) {
            places.entry(id).or_insert((index, element));
        }
    }
    places
}

fn element_id<'e>(element: &Element<'e>) -> Option<&'e str> {
    let id = split(element.text, '{').elements.into_iter().find(|entry| entry.key == Some("id"))?;
    Some(id.text.strip_prefix('"')?.strip_suffix('"')?.trim())
}

fn unknown(kind: &'static str, id: &Slug, known: &BTreeSet<Slug>) -> Fault {
    Fault::UnknownReference(kind, id.to_string(), nearest(id.as_str(), known.iter().map(Slug::as_str)))
}
