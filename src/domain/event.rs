//! [`Event`]: something that took place on a date.

use super::party::Party;
use super::period::Period;
use super::slug::Slug;
use super::source::Source;

/// A seminar, a conference, an agreement: one entry of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// What kind of event, in the words of the data: `seminar`, `study visit`.
    pub kind: String,
    /// The partner countries it concerns.
    pub countries: Vec<Slug>,
    /// The day or days. `None` when no source says.
    pub date: Option<Period>,
    /// What a reader must know about the date.
    pub date_note: Option<String>,
    /// Sources give different dates; this says which.
    pub date_conflict: Option<String>,
    /// Where.
    pub city: Option<String>,
    /// Who held it.
    pub organisers: Vec<Party>,
    /// What it was about, in the editors' words.
    pub description: Option<String>,
    /// Subjects.
    pub topics: Vec<String>,
    /// Projects it belongs to.
    pub projects: Vec<Slug>,
    /// What it rests on. Never empty.
    pub sources: Vec<Source>,
}

impl Event {
    /// The kind as it stands in an address: `study visit` is `study-visit`.
    pub fn kind_slug(&self) -> Option<Slug> {
        Slug::new(&self.kind.replace(' ', "-"))
    }
}
