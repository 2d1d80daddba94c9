//! [`Slices`]: the part of the data set that a page shows. Native only: it is cut where the site is built, twice.
//!
//! What a page is written from is a data set with fewer records. What travels beside it is one JSON file: those records that
//! its program works with, in a bundle like the whole, and `derived.json` with the parts of the page that never change, as
//! markup. Records that a page only names are in neither: titles of projects come from the catalogue.

mod cut;

use super::dataset::Dataset;
use super::derived::{Beside, Derived, Named, Totals};
use super::event::Event;
use super::figures::Figure;
use super::party::Role;
use super::read::{FILES, File, META, as_taken};
use super::route::Route;
use super::slug::Slug;
use super::sorted::sorted_by_key;
use super::timeline::{self, LATEST_EVENTS};
use cut::Cut;
use serde_json::{Map, Value, json};
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
}

/// Parts of a page that were written: the markup of each element, by the name of the part.
pub type Parts = BTreeMap<String, Vec<String>>;

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

    /// What travels beside a page of which some parts are written.
    pub fn of(&self, route: &Route, parts: Parts) -> String {
        let data = self.dataset;
        let mut cut = Cut::new(self);
        match route {
            Route::Partner(id) => {
                cut.outline("events.json", data.events_in(id).map(|event| &event.id));
                cut.with_agreements.insert(id);
            }
            Route::Project(id, _) => {
                cut.take("projects.json", data.projects.get(id).map(|it| &it.id));
                cut.outline("projects.json", self.kin(id));
                cut.outline("events.json", self.events.get(id).into_iter().flatten().copied());
            }
            Route::Organisation(id) => cut.bodies.extend(data.organisations.get(id).map(|it| &it.id)),
            Route::Event(id) => cut.take("events.json", data.events.get(id).map(|it| &it.id)),
            Route::Timeline(_) => cut.timeline(),
            Route::Home
            | Route::Partners
            | Route::Projects(_)
            | Route::Organisations
            | Route::Documents
            | Route::About
            | Route::Accessibility
            | Route::NotFound => {}
        }
        cut.print(&Derived { totals: self.totals, page: route.path(), parts, ..Derived::default() })
    }

    /// What a page is written from.
    pub fn for_writing(&self, route: &Route) -> Dataset {
        let data = self.dataset;
        let mut cut = Cut::new(self);
        let figures = self.figures.get(&route.path()).cloned().unwrap_or_default();
        let mut derived = Derived { totals: self.totals, figures, ..Derived::default() };
        match route {
            Route::Home => {
                let latest = timeline::latest_first(data.events.values());
                cut.events(latest.into_iter().take(LATEST_EVENTS).map(|event| &event.id));
            }
            Route::Partners => cut.whole_countries.extend(data.countries.iter().map(|it| &it.id)),
            Route::Partner(id) => {
                cut.whole_countries.insert(id);
                cut.events(data.events_in(id).map(|event| &event.id));
                let envelopes = data.envelopes.iter().filter(|it| it.countries.contains(id));
                cut.take("envelopes.json", envelopes.map(|it| &it.id));
                let agreements = data.country(id).into_iter().flat_map(|it| &it.agreements);
                cut.take("documents.json", agreements.filter_map(|it| it.document.as_ref()));
            }
            Route::Project(id, _) => {
                cut.projects(data.projects.get(id).map(|it| &it.id));
                cut.projects(self.kin(id));
                cut.events(self.events.get(id).into_iter().flatten().copied());
                cut.documents(self.documents.get(id).into_iter().flatten().copied());
            }
            Route::Organisations => {
                cut.bodies.extend(data.organisations.keys());
                derived.named_on = self.named_on.clone();
            }
            Route::Organisation(id) => {
                cut.bodies.extend(data.organisations.get(id).map(|it| &it.id));
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
            Route::Event(id) => {
                cut.events(data.events.get(id).map(|it| &it.id));
                cut.documents(data.documents_from(id).map(|it| &it.id));
                derived.beside = self.beside(id);
            }
            Route::Documents => cut.documents(data.documents.iter().map(|it| &it.id)),
            Route::Timeline(_) => cut.timeline(),
            Route::Projects(_) | Route::About | Route::Accessibility | Route::NotFound => {}
        }
        cut.records(derived)
    }

    /// The projects that one follows, is followed by, is a part of or consists of, the first of them.
    fn kin(&self, id: &Slug) -> Vec<&'d Slug> {
        let of = |map: &BTreeMap<&Slug, Vec<&'d Slug>>| map.get(id).cloned().unwrap_or_default();
        let own = self.dataset.projects.get(id).into_iter().flat_map(|it| it.part_of.iter().chain(&it.follows));
        let kin = own.chain(of(&self.successors)).chain(of(&self.components)).take(FIRST);
        kin.filter(|id| self.dataset.projects.contains_key(*id)).collect()
    }

    /// The events before and after one.
    fn beside(&self, id: &Slug) -> Beside {
        let Some(place) = self.in_time.iter().position(|event| event.id == *id) else { return Beside::default() };
        let at = |place: usize| self.in_time.get(place).map(|event| (event.id.clone(), event.title.clone()));
        Beside { before: place.checked_sub(1).and_then(at), after: at(place + 1) }
    }
}
