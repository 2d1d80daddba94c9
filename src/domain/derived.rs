//! [`Derived`]: what a page shows of the data set as a whole. It is counted where the whole is at hand, and most of it stays
//! there: what never changes on a page is written where the site is built, and travels as markup.

use super::dataset::Dataset;
use super::figures::Figure;
use super::party::Role;
use super::slug::Slug;
use super::sorted::{map_of, set_of};
use super::timeline::Timeline;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Figures over the whole data set, and lists that only the whole can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derived {
    /// How many records of each kind there are.
    pub totals: Totals,
    /// On how many projects each organisation, or a part of it, is named.
    pub named_on: BTreeMap<Slug, usize>,
    /// Of the organisation whose page it is.
    pub organisation: Option<Named>,
    /// Of the event whose page it is.
    pub beside: Beside,
    /// The figures of the page as markup, whose addresses begin at the root.
    pub figures: BTreeMap<Figure, String>,
    /// The path of the page.
    pub page: String,
    /// The parts of the page that were written where the site was built: the markup of each element, by the name of the part.
    pub parts: BTreeMap<String, Vec<String>>,
}

/// The events beside one in order of time, by id and title. An event without a date has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The one before it.
    pub before: Option<(Slug, String)>,
    /// The one after it.
    pub after: Option<(Slug, String)>,
}

/// How many records of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Projects.
    pub projects: usize,
    /// Organisations.
    pub organisations: usize,
    /// Events.
    pub events: usize,
    /// Documents.
    pub documents: usize,
    /// Addresses on which projects rest.
    pub sources: usize,
    /// Entries of the timeline.
    pub entries: usize,
    /// Records that could not be read.
    pub unreadable: usize,
}

/// Where an organisation, or a part of it, is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// For each role how many projects, and the first of them, latest start first.
    pub as_role: [(usize, Vec<Slug>); Role::ALL.len()],
    /// The countries in which it takes part in the Platform.
    pub stakeholder_in: Vec<Slug>,
}

impl Totals {
    /// Counts a whole data set.
    pub fn of(dataset: &Dataset) -> Self {
        let sources = dataset.projects.values().flat_map(|it| &it.sources).filter_map(|it| it.url.as_deref());
        Self {
            projects: dataset.projects.len(),
            organisations: dataset.organisations.len(),
            events: dataset.events.len(),
            documents: dataset.documents.len(),
            sources: set_of(sources).len(),
            entries: Timeline::count(dataset),
            unreadable: dataset.unreadable,
        }
    }
}

const UNREADABLE: &str = "unreadable";
const PAGE: &str = "page";
const PARTS: &str = "parts";

impl Derived {
    /// What of it travels, as JSON.
    pub fn to_json(&self) -> Value {
        json!({ UNREADABLE: self.totals.unreadable, PAGE: self.page, PARTS: self.parts })
    }

    /// Reads what has travelled. What is not there is nothing: the file is made by this program.
    pub fn from_json(json: &Value) -> Self {
        let unreadable = json.get(UNREADABLE).and_then(Value::as_u64).and_then(|it| usize::try_from(it).ok());
        let elements = |list: &Value| {
            let list = list.as_array().into_iter().flatten();
            list.filter_map(|markup| Some(markup.as_str()?.to_owned())).collect()
        };
        let parts = json.get(PARTS).and_then(Value::as_object).into_iter().flatten();
        Self {
            totals: Totals { unreadable: unreadable.unwrap_or(0), ..Totals::default() },
            page: json.get(PAGE).and_then(Value::as_str).unwrap_or_default().to_owned(),
            parts: map_of(parts.map(|(name, list)| (name.clone(), elements(list)))),
            ..Self::default()
        }
    }
}
