//! [`Derived`]: what a page shows of the data set as a whole. It is counted where the whole is at hand, because the
//! browser gets only the records of the page that it shows.

use super::dataset::Dataset;
use super::figures::Figure;
use super::party::Role;
use super::slug::Slug;
use super::sorted::{map_of, set_of};
use super::timeline::Timeline;
use serde_json::{Map, Value, json};
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
    /// The page itself as markup, where it is a page of prose. Its addresses begin at the root.
    pub prose: Option<String>,
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

const TOTALS: [&str; 7] = ["projects", "organisations", "events", "documents", "sources", "entries", "unreadable"];

fn ids(list: &[Slug]) -> Vec<&str> {
    list.iter().map(Slug::as_str).collect()
}

impl Derived {
    /// Its JSON form.
    pub fn to_json(&self) -> Value {
        let totals = &self.totals;
        let numbers = [
            totals.projects,
            totals.organisations,
            totals.events,
            totals.documents,
            totals.sources,
            totals.entries,
            totals.unreadable,
        ];
        let mut json = Map::new();
        for (name, number) in TOTALS.into_iter().zip(numbers) {
            json.insert(name.into(), number.into());
        }
        if !self.named_on.is_empty() {
            let counts = self.named_on.iter().map(|(id, count)| (id.to_string(), Value::from(*count)));
            json.insert("named_on".into(), counts.collect::<Map<_, _>>().into());
        }
        if let Some(named) = &self.organisation {
            let as_role = named.as_role.iter().map(|(count, list)| json!([count, ids(list)])).collect::<Vec<_>>();
            json.insert("as_role".into(), as_role.into());
            json.insert("stakeholder_in".into(), json!(ids(&named.stakeholder_in)));
        }
        if !self.figures.is_empty() {
            let figures = self.figures.iter().map(|(figure, markup)| (figure.id().to_owned(), markup.as_str().into()));
            json.insert("figures".into(), figures.collect::<Map<_, _>>().into());
        }
        if let Some(prose) = &self.prose {
            json.insert("prose".into(), prose.as_str().into());
        }
        for (name, event) in [("before", &self.beside.before), ("after", &self.beside.after)] {
            if let Some((id, title)) = event {
                json.insert(name.into(), json!([id.as_str(), title]));
            }
        }
        json.into()
    }

    /// Reads its JSON form. What is not there is nothing: the file is made by this program.
    pub fn from_json(json: &Value) -> Self {
        let number = |value: &Value| value.as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
        let [projects, organisations, events, documents, sources, entries, unreadable] =
            TOTALS.map(|name| json.get(name).map_or(0, number));
        let slugs = |list: Option<&Value>| -> Vec<Slug> {
            let list = list.and_then(Value::as_array).into_iter().flatten();
            list.filter_map(|id| Slug::new(id.as_str()?)).collect()
        };
        let counts = json.get("named_on").and_then(Value::as_object).into_iter().flatten();
        let organisation = json.get("as_role").and_then(Value::as_array).map(|roles| {
            let mut named = Named { stakeholder_in: slugs(json.get("stakeholder_in")), ..Named::default() };
            for (role, value) in named.as_role.iter_mut().zip(roles) {
                *role = (value.get(0).map_or(0, number), slugs(value.get(1)));
            }
            named
        });
        let event = |name: &str| {
            let event = json.get(name)?;
            Some((Slug::new(event.get(0)?.as_str()?)?, event.get(1)?.as_str()?.to_owned()))
        };
        Self {
            totals: Totals { projects, organisations, events, documents, sources, entries, unreadable },
            named_on: map_of(counts.filter_map(|(id, count)| Some((Slug::new(id)?, number(count))))),
            organisation,
            prose: json.get("prose").and_then(Value::as_str).map(str::to_owned),
            beside: Beside { before: event("before"), after: event("after") },
            figures: map_of(
                Figure::ALL
                    .into_iter()
                    .filter_map(|figure| Some((figure, json.get("figures")?.get(figure.id())?.as_str()?.to_owned()))),
            ),
        }
    }
}
