//! [`Cut`]: the records of one page, gathered, and then either as records or as what travels.

use super::Slices;
use crate::domain::country::Country;
use crate::domain::dataset::Dataset;
use crate::domain::derived::Derived;
use crate::domain::read::{DERIVED, FILES, META};
use crate::domain::slug::Slug;
use crate::domain::sorted::map_of;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// The records of one page, being gathered.
pub struct Cut<'s, 'd> {
    all: &'s Slices<'d>,
    ids: BTreeMap<&'static str, BTreeSet<&'d Slug>>,
    /// Organisations.
    pub bodies: BTreeSet<&'d Slug>,
    /// Projects and events of which no more is wanted than what a small drawing shows.
    outlined: BTreeMap<&'static str, BTreeSet<&'d Slug>>,
    /// Of countries there is but what they are called, unless all of it is wanted,
    pub whole_countries: BTreeSet<&'d Slug>,
    /// or their agreements.
    pub with_agreements: BTreeSet<&'d Slug>,
}

impl<'s, 'd> Cut<'s, 'd> {
    /// Nothing yet.
    pub fn new(all: &'s Slices<'d>) -> Self {
        Self {
            all,
            ids: BTreeMap::new(),
            bodies: BTreeSet::new(),
            outlined: BTreeMap::new(),
            whole_countries: BTreeSet::new(),
            with_agreements: BTreeSet::new(),
        }
    }

    /// Takes projects or events as far as a small drawing shows them.
    pub fn outline(&mut self, file: &'static str, ids: impl IntoIterator<Item = &'d Slug>) {
        self.outlined.entry(file).or_default().extend(ids);
    }

    /// Takes records of a file.
    pub fn take(&mut self, file: &'static str, ids: impl IntoIterator<Item = &'d Slug>) {
        self.ids.entry(file).or_default().extend(ids);
    }

    /// Takes projects with their types and everybody who is named on them.
    pub fn projects(&mut self, ids: impl IntoIterator<Item = &'d Slug>) {
        for project in ids.into_iter().filter_map(|id| self.all.dataset.projects.get(id)) {
            self.take("projects.json", [&project.id]);
            self.take("types.json", &project.types);
            self.bodies.extend(project.parties().filter_map(|(_, party)| party.organisation.as_ref()));
            let states = project.sources.iter().flat_map(|source| &source.states.donors);
            self.bodies.extend(states.filter_map(|party| party.organisation.as_ref()));
        }
    }

    /// Takes events with those who organised them.
    pub fn events(&mut self, ids: impl IntoIterator<Item = &'d Slug>) {
        for event in ids.into_iter().filter_map(|id| self.all.dataset.events.get(id)) {
            self.take("events.json", [&event.id]);
            self.bodies.extend(event.organisers.iter().filter_map(|party| party.organisation.as_ref()));
        }
    }

    /// Takes documents with the events that they come from.
    pub fn documents(&mut self, ids: impl IntoIterator<Item = &'d Slug>) {
        for id in ids {
            self.take("documents.json", [id]);
            if let Some(document) = self.all.dataset.document(id) {
                self.take("events.json", &document.events);
            }
        }
    }

    /// Everything that has a place in time but the projects.
    pub fn timeline(&mut self) {
        let data = self.all.dataset;
        self.events(data.events.keys());
        let strategies = data.documents.iter().filter(|it| it.holds.is_some());
        self.take("documents.json", strategies.map(|it| &it.id));
        self.with_agreements.extend(data.countries.iter().map(|it| &it.id));
    }

    /// A body comes with those that it is a part of.
    fn take_bodies(&mut self) {
        let bodies = std::mem::take(&mut self.bodies);
        let all = self.all.dataset;
        self.take("organisations.json", bodies.iter().flat_map(|id| all.wholes(id)));
    }

    /// The records themselves.
    pub fn records(mut self, derived: Derived) -> Dataset {
        self.take_bodies();
        let data = self.all.dataset;
        let none = BTreeSet::new();
        let wanted = |file: &str| self.ids.get(file).unwrap_or(&none);
        fn of<T: Clone>(all: &BTreeMap<Slug, T>, wanted: &BTreeSet<&Slug>) -> BTreeMap<Slug, T> {
            map_of(wanted.iter().filter_map(|id| Some(((*id).clone(), all.get(*id)?.clone()))))
        }
        // In the order of the data, as the whole has them.
        let (documents, envelopes) = (wanted("documents.json"), wanted("envelopes.json"));
        Dataset {
            meta: data.meta.clone(),
            countries: data.countries.iter().map(|it| self.own_country(it)).collect(),
            organisations: of(&data.organisations, wanted("organisations.json")),
            types: of(&data.types, wanted("types.json")),
            projects: of(&data.projects, wanted("projects.json")),
            events: of(&data.events, wanted("events.json")),
            documents: data.documents.iter().filter(|it| documents.contains(&it.id)).cloned().collect(),
            envelopes: data.envelopes.iter().filter(|it| envelopes.contains(&it.id)).cloned().collect(),
            tongue: data.tongue.clone(),
            unreadable: 0,
            derived,
        }
    }

    fn own_country(&self, country: &Country) -> Country {
        if self.whole_countries.contains(&country.id) {
            return country.clone();
        }
        let agreements = self.with_agreements.contains(&country.id).then(|| country.agreements.clone());
        Country {
            id: country.id.clone(),
            code: country.code.clone(),
            name: country.name.clone(),
            official_name: country.official_name.clone(),
            aliases: Vec::new(),
            facts: Vec::new(),
            sections: Vec::new(),
            coordinators: Vec::new(),
            contacts: Vec::new(),
            stakeholders: Vec::new(),
            agreements: agreements.unwrap_or_default(),
            sources: country.sources.clone(),
        }
    }

    /// The same as it travels.
    pub fn print(mut self, derived: &Derived) -> String {
        self.take_bodies();
        let mut files: BTreeMap<&str, String> = BTreeMap::from([(META, self.all.meta.to_string())]);
        for name in FILES.into_iter().filter(|name| *name != META) {
            let records = self.all.records.get(name);
            let wanted = self.ids.get(name);
            let list: Vec<Cow<'_, Value>> = if name == "countries.json" {
                let countries = self.all.dataset.countries.iter().map(|it| &it.id);
                countries.filter_map(|id| self.country(records?.get(id.as_str())?, id)).collect()
            } else if name == "documents.json" || name == "envelopes.json" {
                // In the order of the data, as the whole has them.
                let order = self.all.dataset.documents.iter().map(|it| &it.id);
                let order = order.chain(self.all.dataset.envelopes.iter().map(|it| &it.id));
                let wanted = order.filter(|id| wanted.is_some_and(|wanted| wanted.contains(id)));
                wanted.filter_map(|id| records?.get(id.as_str()).map(Cow::Borrowed)).collect()
            } else {
                let whole = wanted.into_iter().flatten();
                let whole = whole.filter_map(|id| Some(worked_with(name, records?.get(id.as_str())?)));
                let outlined = self.outlined.get(name).into_iter().flatten();
                let outlined = outlined.filter(|id| wanted.is_none_or(|wanted| !wanted.contains(*id)));
                let outlined = outlined.filter_map(|id| outline(name, records?.get(id.as_str())?));
                whole.chain(outlined.map(Cow::Owned)).collect()
            };
            files.insert(name, listed(list.iter().map(ToString::to_string), '[', ']'));
        }
        files.insert(DERIVED, derived.to_json().to_string());
        listed(files.into_iter().map(|(name, text)| format!("\"{name}\":{text}")), '{', '}')
    }

    fn country<'v>(&self, record: &'v Value, id: &Slug) -> Option<Cow<'v, Value>> {
        if self.whole_countries.contains(id) {
            return Some(Cow::Borrowed(record));
        }
        let names = fields(record, &["id", "code", "name", "official_name"]);
        let light = match record.get("agreements").filter(|_| self.with_agreements.contains(id)) {
            Some(_) => {
                let mut light = names;
                // They name their sources by number.
                light.extend(fields(record, &["agreements", "sources"]));
                light
            }
            None => with_a_source(names, record)?,
        };
        Some(Cow::Owned(light.into()))
    }
}

/// A record as far as the program works with it: of a project its texts, which are marked, and what its status follows from.
/// The program reads no more (`read/records.rs`).
fn worked_with<'v>(file: &str, record: &'v Value) -> Cow<'v, Value> {
    if file != "projects.json" {
        return Cow::Borrowed(record);
    }
    let shown = ["id", "title", "countries", "period", "status", "objective", "target_groups", "results"];
    let mut light = fields(record, &shown);
    // They are counted: the status names its own by number.
    let sources = record.get("sources").and_then(Value::as_array).into_iter().flatten();
    let sources: Vec<Value> = sources.map(|source| fields(source, &SOURCE).into()).collect();
    light.insert("sources".into(), sources.into());
    Cow::Owned(light.into())
}

/// A project or an event as far as a small drawing shows it; nothing for a record of another kind.
fn outline(file: &str, record: &Value) -> Option<Value> {
    let shown: &[&str] = match file {
        "projects.json" => &["id", "title"],
        "events.json" => &["id", "title", "kind", "date", "countries", "projects"],
        _ => return None,
    };
    Some(with_a_source(fields(record, shown), record)?.into())
}

/// What is read of a source.
const SOURCE: [&str; 6] = ["publisher", "url", "reference", "language", "dated", "seen"];

/// Some fields of a record.
fn fields(record: &Value, keys: &[&str]) -> Map<String, Value> {
    keys.iter().filter_map(|key| Some(((*key).to_owned(), record.get(key)?.clone()))).collect()
}

/// No record is read without a source.
fn with_a_source(mut fields: Map<String, Value>, record: &Value) -> Option<Map<String, Value>> {
    let source = record.get("sources")?.get(0)?;
    let source = self::fields(source, &SOURCE);
    fields.insert("sources".into(), json!([source]));
    Some(fields)
}

/// Printed values between brackets, as JSON has them.
fn listed(texts: impl Iterator<Item = String>, open: char, close: char) -> String {
    let mut whole = String::from(open);
    for text in texts {
        if whole.len() > 1 {
            whole.push(',');
        }
        whole.push_str(&text);
    }
    whole.push(close);
    whole
}
