//! [`Entry`]: one thing on the timeline.

use crate::domain::catalogue::listed::Listed;
use crate::domain::country::Agreement;
use crate::domain::document::Document;
use crate::domain::event::Event;
use crate::domain::period::{End, Period};
use crate::domain::slug::Slug;
use crate::domain::timeline::query::TimelineQuery;
use std::fmt;
use std::sync::Arc;

/// Something with a place in time.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A project, in the year in which it starts (ends, when no start is stated).
    Project(Arc<Listed>),
    /// An event.
    Event(Arc<Event>),
    /// A document that holds for some years: a strategy, a programme.
    Strategy(Arc<Document>),
    /// An agreement that is in force.
    Agreement(Arc<InForce>),
}

/// An agreement of a country, from its entry into force.
#[derive(Clone, Debug, PartialEq)]
pub struct InForce {
    /// Its id: the country and when it was signed.
    pub id: Slug,
    /// The country.
    pub country: Slug,
    /// The agreement.
    pub agreement: Agreement,
}

/// What an entry is called in an address: `event.tj-workshop-2013`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryId {
    /// Its sort.
    pub sort: Sort,
    /// The id of the record. Records of different sorts may share one.
    pub id: Slug,
}

/// The sorts of entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A project.
    Project,
    /// An event.
    Event,
    /// A document that holds for some years.
    Strategy,
    /// An agreement in force.
    Agreement,
}

impl Sort {
    /// Every sort with its word in the address.
    pub const TABLE: [(&'static str, Self); 4] = [
        ("project", Self::Project),
        ("event", Self::Event),
        ("strategy", Self::Strategy),
        ("agreement", Self::Agreement),
    ];
}

impl EntryId {
    /// Reads the spelling of an address.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, id) = text.split_once('.')?;
        let sort = Sort::TABLE.iter().find(|(it, _)| *it == word)?.1;
        Some(Self { sort, id: Slug::new(id)? })
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Sort::TABLE[self.sort as usize].0)?;
        f.write_str(".")?;
        f.write_str(self.id.as_str())
    }
}

impl Entry {
    /// What it is called in an address.
    pub fn id(&self) -> EntryId {
        let (sort, id) = match self {
            Self::Project(it) => (Sort::Project, &it.id),
            Self::Event(it) => (Sort::Event, &it.id),
            Self::Strategy(it) => (Sort::Strategy, &it.id),
            Self::Agreement(it) => (Sort::Agreement, &it.id),
        };
        EntryId { sort, id: id.clone() }
    }

    /// Its kind, as in the address.
    pub fn kind(&self) -> Option<Slug> {
        match self {
            Self::Project(_) => Slug::new(TimelineQuery::PROJECT),
            Self::Event(event) => event.kind_slug(),
            Self::Strategy(document) => Slug::new(&document.kind.replace(' ', "-")),
            Self::Agreement(_) => Slug::new(TimelineQuery::AGREEMENT),
        }
    }

    /// Its title.
    pub fn title(&self) -> &str {
        match self {
            Self::Project(it) => &it.title,
            Self::Event(it) => &it.title,
            Self::Strategy(it) => &it.title,
            Self::Agreement(it) => &it.agreement.title,
        }
    }

    /// The language of its title, where it is not the wanted one.
    pub fn tongue(&self) -> Option<String> {
        match self {
            Self::Project(it) => it.tongue.clone(),
            Self::Event(it) => it.foreign.of("title"),
            Self::Strategy(it) => it.foreign.of("title"),
            Self::Agreement(it) => it.agreement.foreign.of("title"),
        }
    }

    /// When it is, as far as known.
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Project(it) => it.period.as_ref().and_then(|dated| dated.period),
            Self::Event(it) => it.date,
            Self::Strategy(it) => it.holds,
            Self::Agreement(it) => {
                // No source of ours says that one has ended, and none says that it never will.
                it.agreement.in_force.map(|start| Period { start: Some(start), end: End::Unknown })
            }
        }
    }

    /// The projects that it belongs to, other than itself.
    pub fn projects(&self) -> &[Slug] {
        match self {
            Self::Event(it) => &it.projects,
            Self::Strategy(it) => &it.projects,
            Self::Project(_) | Self::Agreement(_) => &[],
        }
    }
}
