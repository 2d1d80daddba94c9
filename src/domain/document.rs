//! [`Document`]: a report, a study, an agreement that can be cited.

use super::date::PartialDate;
use super::period::Period;
use super::slug::Slug;
use super::source::Source;
use super::tongue::Foreign;

/// A document that the data set knows of. Where it can be read, its source has the address.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// What kind: `report`, `evaluation`.
    pub kind: String,
    /// BCP 47 language of the document, where known.
    pub language: Option<String>,
    /// When it was published.
    pub date: Option<PartialDate>,
    /// The time for which it holds: the years of a strategy or a programme.
    pub holds: Option<Period>,
    /// Its size as the source writes it: `225 KB`, `84 pages`.
    pub size: Option<String>,
    /// What it is about, in the editors' words.
    pub description: Option<String>,
    /// The partner countries it concerns.
    pub countries: Vec<Slug>,
    /// Projects it is about.
    pub projects: Vec<Slug>,
    /// Events it comes from.
    pub events: Vec<Slug>,
    /// What of it is in another language than the wanted one.
    pub foreign: Foreign,
    /// Where it was seen. Never empty.
    pub sources: Vec<Source>,
}
