//! [`Slices`]: the part of the data set that a page shows, as one JSON file a page. Native only: it is cut where the
//! site is built.
//!
//! A slice is a bundle like the whole (the same files with fewer records), with `derived.json` beside them. Records
//! that a page only names are not in it: titles of projects come from the catalogue.

use super::dataset::Dataset;
use super::derived::{Beside, Derived, Named, Totals};
use super::event::Event;
use super::figures::Figure;
use super::party::Role;
use super::read::{DERIVED, FILES, File, META, as_taken};
use super::route::Route;
use super::slug::Slug;
use super::sorted::sorted_by_key;
use super::timeline::{self, LATEST_EVENTS};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// How many projects a page shows of a list that has a page of its own.
pub const FIRST: usize = 25;

/// A data set, ready to be cut.
pub struct Slices<'d> {
    dataset: &'d Dataset,
    /// The records of each file by id.
    records: BTreeMap<&'static str, BTreeMap<String, Value>>,
    meta: Value,
    totals: Totals,
    /// Who refers to a project, by its id.
    successors: BTreeMap<&'d Slug, Vec<&'d Slug>>,
    components: BTreeMap<&'d Slug, Vec<&'d Slug>>,
    events: BTreeMap<&'d Slug, Vec<&'d Slug>>,
    documents: BTreeMap<&'d Slug, Vec<&'d Slug>>,
    /// The projects of an organisation by role, latest start first.
    named: BTreeMap<&'d Slug, [Vec<&'d Slug>; Role::ALL.len()]>,
    named_on: BTreeMap<Slug, usize>,
    /// The events with a date, earliest first.
    in_time: Vec<&'d Event>,
    /// The figures of pages, by their paths.
    figures: BTreeMap<String, BTreeMap<Figure, String>>,
    /// The pages of prose, by their paths.
    prose: BTreeMap<String, String>,
}

impl<'d> Slices<'d> {
    /// Prepares a data set that has been read from `files`. Its records must be in order of start, latest first, in
    /// `by_start`.
    pub fn new(dataset: &'d Dataset, files: &[File<'_>], by_start: &[Slug]) -> Self {
        let mut records = BTreeMap::new();
        let mut meta = Value::Null;
        for name in FILES {
            let bytes = files.iter().find(|file| file.name == name).map_or(&b""[..], |file| file.bytes);
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let value = as_taken(serde_json::from_slice(bytes).unwrap_or_default());
            match value {
                Value::Array(list) => {
                    let mut by_id = BTreeMap::new();
                    for record in list {
                        if let Some(id) = record.get("id").and_then(Value::as_str) {
                            // As the reader does: blanks around it are no matter, the first of two with the same id stands.
                            by_id.entry(id.trim().to_owned()).or_insert(record);
                        }
                    }
                    records.insert(name, by_id);
                }
                value if name == META => meta = value,
                _ => {}
            }
        }
        let mut slices = Self {
            dataset,
            records,
            meta,
            totals: Totals::of(dataset),
            successors: BTreeMap::new(),
            components: BTreeMap::new(),
            events: BTreeMap::new(),
            documents: BTreeMap::new(),
            named: BTreeMap::new(),
            named_on: BTreeMap::new(),
            in_time: Vec::new(),
            figures: BTreeMap::new(),
            prose: BTreeMap::new(),
        };
        let dated = dataset.events.values().filter(|event| event.place_in_time().is_some());
        slices.in_time = sorted_by_key(dated.collect(), |event| event.place_in_time());
        for project in dataset.projects.values() {
            for before in &project.follows {
                slices.successors.entry(before).or_default().push(&project.id);
            }
            if let Some(whole) = &project.part_of {
                slices.components.entry(whole).or_default().push(&project.id);
            }
        }
        for event in dataset.events.values() {
            for project in &event.projects {
                slices.events.entry(project).or_default().push(&event.id);
            }
        }
        for document in &dataset.documents {
            for project in &document.projects {
                slices.documents.entry(project).or_default().push(&document.id);
            }
        }
        for project in by_start.iter().filter_map(|id| dataset.projects.get(id)) {
            let mut on = BTreeSet::new();
            for (role, party) in project.parties() {
                for body in party.organisation.iter().flat_map(|id| dataset.wholes(id)) {
                    on.insert(body);
                    let list = &mut slices.named.entry(body).or_default()[role as usize];
                    if list.last() != Some(&&project.id) {
                        list.push(&project.id);
                    }
                }
            }
            for body in on {
                *slices.named_on.entry(body.clone()).or_default() += 1;
            }
        }
        slices
    }

    /// The same with the figures of pages, by their paths.
    pub fn with_figures(self, figures: BTreeMap<String, BTreeMap<Figure, String>>) -> Self {
        Self { figures, ..self }
    }

    /// The same with the pages of prose, by their paths.
    pub fn with_prose(self, prose: BTreeMap<String, String>) -> Self {
        Self { prose, ..self }
    }

    /// What a file of projects holds beside the catalogue, as a JSON list in the order of the catalogue's rows: the
    /// sources' own words for period, budget and bodies, texts and addresses.
    pub fn details(&self) -> String {
        let projects = self.records.get("projects.json");
        let rows = self.dataset.projects.keys().map(|id| {
            let Some(record) = projects.and_then(|projects| projects.get(id.as_str())) else { return json!({}) };
            let mut row = Map::new();
            for key in ["objective", "target_groups", "results", "note"] {
                if let Some(text) = record.get(key) {
                    row.insert(key.into(), self.in_tongue(text).clone());
                }
            }
            for key in ["period", "budget", "status"] {
                if let Some(words) = record.get(key).and_then(|it| it.get("as_written")) {
                    row.insert(key.into(), words.clone());
                }
            }
            for key in ["donors", "implementers", "beneficiaries"] {
                let parties = record.get(key).and_then(Value::as_array).into_iter().flatten();
                let words: Vec<Value> = parties.filter_map(|party| party.get("as_written").cloned()).collect();
                row.insert(key.into(), words.into());
            }
            let sources = record.get("sources").and_then(Value::as_array).into_iter().flatten();
            let urls: Vec<Value> = sources.filter_map(|source| source.get("url").cloned()).collect();
            row.insert("urls".into(), urls.into());
            row.into()
        });
        Value::Array(rows.collect()).to_string()
    }

    /// A text in the language in which the data set was read.
    fn in_tongue<'v>(&self, text: &'v Value) -> &'v Value {
        let by_tag = text.as_object();
        let tag = by_tag.and_then(|it| self.dataset.tongue.choose(it.keys().map(String::as_str)));
        by_tag.zip(tag).and_then(|(by_tag, tag)| by_tag.get(tag)).unwrap_or(text)
    }

    /// The slice of a page.
    pub fn of(&self, route: &Route) -> String {
        let data = self.dataset;
        let mut cut = Cut { all: self, ids: BTreeMap::new(), bodies: BTreeSet::new(), with_agreements: false };
        let figures = self.figures.get(&route.path()).cloned().unwrap_or_default();
        let prose = self.prose.get(&route.path()).cloned();
        let mut derived = Derived { totals: self.totals, figures, prose, ..Derived::default() };
        let mut own_countries: BTreeSet<&Slug> = BTreeSet::new();
        match route {
            Route::Home => {
                let latest = timeline::latest_first(data.events.values());
                cut.events(latest.into_iter().take(LATEST_EVENTS).map(|event| &event.id));
            }
            Route::Partners => own_countries.extend(data.countries.iter().map(|it| &it.id)),
            Route::Partner(id) => {
                own_countries.insert(id);
                cut.events(data.events_in(id).map(|event| &event.id));
                let envelopes = data.envelopes.iter().filter(|it| it.countries.contains(id));
                cut.take("envelopes.json", envelopes.map(|it| &it.id));
                let agreements = data.country(id).into_iter().flat_map(|it| &it.agreements);
                cut.take("documents.json", agreements.filter_map(|it| it.document.as_ref()));
            }
            Route::Projects(_) | Route::About | Route::Accessibility | Route::NotFound => {}
            Route::Project(id, _) => {
                let of = |map: &BTreeMap<&Slug, Vec<&'d Slug>>| map.get(id).cloned().unwrap_or_default();
                let project = data.projects.get(id);
                cut.projects(project.map(|it| &it.id));
                let kin = project.into_iter().flat_map(|it| it.part_of.iter().chain(&it.follows));
                let kin: Vec<&Slug> = kin.chain(of(&self.successors)).chain(of(&self.components)).take(FIRST).collect();
                cut.projects(kin);
                cut.events(of(&self.events));
                cut.documents(of(&self.documents));
            }
            Route::Organisations => {
                cut.bodies.extend(data.organisations.keys());
                derived.named_on = self.named_on.clone();
            }
            Route::Organisation(id) => {
                cut.bodies.insert(id);
                cut.bodies.extend(data.parts_of(id).map(|it| &it.id));
                cut.events(data.events_by(id).map(|event| &event.id));
                derived.named_on = self.named_on.get(id).map(|count| (id.clone(), *count)).into_iter().collect();
                let lists = self.named.get(id);
                let as_role = Role::ALL.map(|role| {
                    let list = lists.map(|lists| lists[role as usize].as_slice()).unwrap_or_default();
                    (list.len(), list.iter().take(FIRST).map(|id| (*id).clone()).collect())
                });
                let stakeholder_in = data.stakeholder_in(id).map(|country| country.id.clone()).collect();
                derived.organisation = Some(Named { as_role, stakeholder_in });
            }
            Route::Timeline(_) => {
                cut.events(data.events.keys());
                let strategies = data.documents.iter().filter(|it| it.holds.is_some());
                cut.take("documents.json", strategies.map(|it| &it.id));
                cut.with_agreements = true;
            }
            Route::Event(id) => {
                cut.events(data.events.get(id).map(|it| &it.id));
                cut.documents(data.documents_from(id).map(|it| &it.id));
                derived.beside = self.beside(id);
            }
            Route::Documents => cut.documents(data.documents.iter().map(|it| &it.id)),
        }
        cut.print(&own_countries, &derived)
    }

    /// The events before and after one.
    fn beside(&self, id: &Slug) -> Beside {
        let Some(place) = self.in_time.iter().position(|event| event.id == *id) else { return Beside::default() };
        let at = |place: usize| self.in_time.get(place).map(|event| (event.id.clone(), event.title.clone()));
        Beside { before: place.checked_sub(1).and_then(at), after: at(place + 1) }
    }
}

/// The records of one page, being gathered.
struct Cut<'s, 'd> {
    all: &'s Slices<'d>,
    ids: BTreeMap<&'static str, BTreeSet<&'d Slug>>,
    bodies: BTreeSet<&'d Slug>,
    /// Countries have their agreements even where they are not shown whole.
    with_agreements: bool,
}

impl<'d> Cut<'_, 'd> {
    fn take(&mut self, file: &'static str, ids: impl IntoIterator<Item = &'d Slug>) {
        self.ids.entry(file).or_default().extend(ids);
    }

    fn projects(&mut self, ids: impl IntoIterator<Item = &'d Slug>) {
        for project in ids.into_iter().filter_map(|id| self.all.dataset.projects.get(id)) {
            self.take("projects.json", [&project.id]);
            self.take("types.json", &project.types);
            self.bodies.extend(project.parties().filter_map(|(_, party)| party.organisation.as_ref()));
            let states = project.sources.iter().flat_map(|source| &source.states.donors);
            self.bodies.extend(states.filter_map(|party| party.organisation.as_ref()));
        }
    }

    fn events(&mut self, ids: impl IntoIterator<Item = &'d Slug>) {
        for event in ids.into_iter().filter_map(|id| self.all.dataset.events.get(id)) {
            self.take("events.json", [&event.id]);
            self.bodies.extend(event.organisers.iter().filter_map(|party| party.organisation.as_ref()));
        }
    }

    fn documents(&mut self, ids: impl IntoIterator<Item = &'d Slug>) {
        for id in ids {
            self.take("documents.json", [id]);
            if let Some(document) = self.all.dataset.document(id) {
                self.take("events.json", &document.events);
            }
        }
    }

    fn print(mut self, own_countries: &BTreeSet<&Slug>, derived: &Derived) -> String {
        let wholes: Vec<&Slug> = self.bodies.iter().flat_map(|id| self.all.dataset.wholes(id)).collect();
        self.bodies.extend(wholes);
        let bodies = std::mem::take(&mut self.bodies);
        self.take("organisations.json", bodies);
        let mut files: BTreeMap<&str, String> = BTreeMap::from([(META, self.all.meta.to_string())]);
        for name in FILES.into_iter().filter(|name| *name != META) {
            let records = self.all.records.get(name);
            let wanted = self.ids.get(name);
            let list: Vec<Cow<'_, Value>> = if name == "countries.json" {
                let countries = self.all.dataset.countries.iter();
                let own = |id: &Slug| own_countries.contains(id);
                countries
                    .filter_map(|it| country(records?.get(it.id.as_str())?, own(&it.id), self.with_agreements))
                    .collect()
            } else if name == "documents.json" || name == "envelopes.json" {
                // In the order of the data, as the whole has them.
                let order = self.all.dataset.documents.iter().map(|it| &it.id);
                let order = order.chain(self.all.dataset.envelopes.iter().map(|it| &it.id));
                let wanted = order.filter(|id| wanted.is_some_and(|wanted| wanted.contains(id)));
                wanted.filter_map(|id| records?.get(id.as_str()).map(Cow::Borrowed)).collect()
            } else {
                let wanted = wanted.into_iter().flatten();
                wanted.filter_map(|id| records?.get(id.as_str()).map(Cow::Borrowed)).collect()
            };
            files.insert(name, listed(list.iter().map(ToString::to_string), '[', ']'));
        }
        files.insert(DERIVED, derived.to_json().to_string());
        listed(files.into_iter().map(|(name, text)| format!("\"{name}\":{text}")), '{', '}')
    }
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

/// A country, whole on its own page, elsewhere with its names, and its agreements where they are wanted.
fn country(record: &Value, own: bool, agreements: bool) -> Option<Cow<'_, Value>> {
    if own {
        return Some(Cow::Borrowed(record));
    }
    let mut light = Map::new();
    for key in ["id", "code", "name", "official_name"] {
        light.insert(key.into(), record.get(key)?.clone());
    }
    match record.get("agreements").filter(|_| agreements) {
        Some(agreements) => {
            light.insert("agreements".into(), agreements.clone());
            // They name their sources by number.
            light.insert("sources".into(), record.get("sources")?.clone());
        }
        None => {
            light.insert("sources".into(), json!([record.get("sources")?.get(0)?]));
        }
    }
    Some(Cow::Owned(light.into()))
}
