//! [`Dataset`]: everything that was read, in order, with its look-ups.

use super::country::{Country, Envelope};
use super::derived::Derived;
use super::document::Document;
use super::event::Event;
use super::organisation::Organisation;
use super::party::Party;
use super::project::Project;
use super::project_type::ProjectType;
use super::slug::Slug;
use super::tongue::{Foreign, Tongue};
use std::collections::BTreeMap;
use time::Date;

/// About the data set as a whole: the file `atlas.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Meta {
    /// The language of plain texts, as a BCP 47 tag.
    pub language: String,
    /// The name of this atlas, as the site's heading and titles show it.
    pub title: String,
    /// The version of this release of the data.
    pub data_version: String,
    /// The day on which statuses are derived and that every page prints.
    pub as_of: Date,
    /// Who publishes it.
    pub publisher: String,
    /// Where a correction can be sent: an `https:` or `mailto:` address. `None` when the publisher names none.
    pub contact: Option<String>,
    /// The name of the licence of the data.
    pub licence: String,
    /// Its address.
    pub licence_url: String,
    /// Where the data comes from, in a paragraph or more.
    pub origin: Vec<String>,
    /// What of it is in another language than the wanted one.
    pub foreign: Foreign,
    /// Whose money pays for the atlas, where a funder wants that shown. `None` when nobody has said so.
    pub visibility: Option<Visibility>,
}

/// What a funder wants shown on every page, together: the EU's rules ask for its emblem beside the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visibility {
    /// The picture, a file in the folder of the data.
    pub emblem: String,
    /// That it is funded, and by whom.
    pub statement: String,
    /// Whose views these are, and whose they are not.
    pub disclaimer: Option<String>,
}

/// All records, sorted by id within each kind, and who refers to whom.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// About the whole.
    pub meta: Meta,
    /// In the order of the data.
    pub countries: Vec<Country>,
    /// By id.
    pub organisations: BTreeMap<Slug, Organisation>,
    /// By id.
    pub types: BTreeMap<Slug, ProjectType>,
    /// By id.
    pub projects: BTreeMap<Slug, Project>,
    /// By id.
    pub events: BTreeMap<Slug, Event>,
    /// In the order of the data.
    pub documents: Vec<Document>,
    /// In the order of the data.
    pub envelopes: Vec<Envelope>,
    /// The language in which it was read, and that of its plain texts.
    pub tongue: Tongue,
    /// How many records the files hold that could not be read at all.
    pub unreadable: usize,
    /// What a page shows of the whole; empty but in the slice of a page.
    pub derived: Derived,
}

impl Dataset {
    /// The country with this id.
    pub fn country(&self, id: &Slug) -> Option<&Country> {
        self.countries.iter().find(|country| country.id == *id)
    }

    /// The document with this id.
    pub fn document(&self, id: &Slug) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == *id)
    }

    /// The body itself, the body that it is a part of, and so on to the top.
    pub fn wholes<'a>(&'a self, organisation: &'a Slug) -> impl Iterator<Item = &'a Slug> {
        let whole = |id: &&'a Slug| self.organisations.get(*id).and_then(|it| it.part_of.as_ref());
        // The reader breaks circles; the bound keeps a data set that skipped it from hanging the page.
        std::iter::successors(Some(organisation), whole).take(8)
    }

    /// The body at the top of the chain that `organisation` is a part of: USAID's is the United States.
    pub fn top<'a>(&'a self, organisation: &'a Slug) -> &'a Slug {
        self.wholes(organisation).last().unwrap_or(organisation)
    }

    /// The party is this body or a part of it.
    fn belongs_to(&self, party: &Party, organisation: &Slug) -> bool {
        party.organisation.as_ref().is_some_and(|id| self.wholes(id).any(|whole| whole == organisation))
    }

    /// The bodies that are a part of this one, directly.
    pub fn parts_of(&self, id: &Slug) -> impl Iterator<Item = &Organisation> {
        self.organisations.values().filter(move |it| it.part_of.as_ref() == Some(id))
    }

    /// The events that a body, or a part of it, organised.
    pub fn events_by(&self, organisation: &Slug) -> impl Iterator<Item = &Event> {
        let events = self.events.values();
        events.filter(move |event| event.organisers.iter().any(|party| self.belongs_to(party, organisation)))
    }

    /// The countries in which a body is a stakeholder of the Platform.
    pub fn stakeholder_in(&self, organisation: &Slug) -> impl Iterator<Item = &Country> {
        self.countries.iter().filter(move |country| {
            country.stakeholders.iter().any(|it| it.party.organisation.as_ref() == Some(organisation))
        })
    }

    /// The events that concern a country.
    pub fn events_in(&self, country: &Slug) -> impl Iterator<Item = &Event> {
        self.events.values().filter(move |event| event.countries.contains(country))
    }

    /// The events that belong to a project.
    pub fn events_of(&self, project: &Slug) -> impl Iterator<Item = &Event> {
        self.events.values().filter(move |event| event.projects.contains(project))
    }

    /// The documents about a project.
    pub fn documents_of(&self, project: &Slug) -> impl Iterator<Item = &Document> {
        self.documents.iter().filter(move |document| document.projects.contains(project))
    }

    /// The documents that come from an event.
    pub fn documents_from(&self, event: &Slug) -> impl Iterator<Item = &Document> {
        self.documents.iter().filter(move |document| document.events.contains(event))
    }

    /// The projects that name this one as their predecessor.
    pub fn successors_of(&self, project: &Slug) -> impl Iterator<Item = &Project> {
        self.projects.values().filter(move |it| it.follows.contains(project))
    }

    /// The projects that are a part of this one.
    pub fn components_of(&self, project: &Slug) -> impl Iterator<Item = &Project> {
        self.projects.values().filter(move |it| it.part_of.as_ref() == Some(project))
    }
}
