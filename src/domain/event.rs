//! [`Event`]: something that took place on a date.

use super::party::Party;
use super::period::Period;
use super::slug::Slug;
use super::source::Source;
use super::tongue::Foreign;

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
    /// What of it is in another language than the wanted one.
    pub foreign: Foreign,
    /// What it rests on. Never empty.
    pub sources: Vec<Source>,
}

impl Event {
    /// The kind as it stands in an address: `study visit` is `study-visit`.
    pub fn kind_slug(&self) -> Option<Slug> {
        Slug::new(&self.kind.replace(' ', "-"))
    }

    /// What events in order of time are sorted by: date (its end when no start is known, and what is vaguer first),
    /// title, id. `None` when no date is known, for then nothing is before or after it.
    pub fn place_in_time(&self) -> Option<(i32, i32, String, &Slug)> {
        let (first, last) = self.date?.place_in_time()?;
        Some((first, last, self.title.to_lowercase(), &self.id))
    }
}
