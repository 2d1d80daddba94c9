//! [`Country`]: a partner country, its facts, its six sections, and its money from the EU.

use super::budget::Budget;
use super::date::PartialDate;
use super::party::Party;
use super::period::Period;
use super::slug::Slug;
use super::source::{Basis, Source};
use super::tongue::Foreign;

/// A partner country.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Its id.
    pub id: Slug,
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// The name that the site uses.
    pub name: String,
    /// The state's official name.
    pub official_name: String,
    /// Other names that visitors may type.
    pub aliases: Vec<String>,
    /// Facts at a date, in the order of the data.
    pub facts: Vec<Fact>,
    /// The six sections that have text. A section that is missing is unknown, not empty.
    pub sections: Vec<Section>,
    /// Who coordinates for the state, newest first.
    pub coordinators: Vec<Person>,
    /// Whom to write to, newest first.
    pub contacts: Vec<Person>,
    /// Institutions that take part. Empty when not known.
    pub stakeholders: Vec<Stakeholder>,
    /// Agreements with the EU.
    pub agreements: Vec<Agreement>,
    /// What it rests on. Never empty.
    pub sources: Vec<Source>,
}

/// One fact at a date: `Population`, `16.6 million`.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The fact, in words.
    pub value: String,
    /// What a reader must know.
    pub note: Option<String>,
    /// What of it is in another language than the wanted one.
    pub foreign: Foreign,
    /// When it was true, and who says so.
    pub basis: Basis,
}

/// A section of the country page.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which of the six.
    pub kind: SectionKind,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// What of it is in another language than the wanted one.
    pub foreign: Foreign,
    /// When it was true, and who says so.
    pub basis: Basis,
}

/// The six sections of a country page, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionKind {
    /// About the country.
    Country,
    /// The country and the EU.
    Eu,
    /// The country and the Rule of Law Initiative.
    Initiative,
    /// Rule of law in the country.
    RuleOfLaw,
    /// Platform work plan.
    WorkPlan,
    /// Platform stakeholders.
    Stakeholders,
}

impl SectionKind {
    /// Every section with its word in the data and its anchor on the page, in order.
    pub const TABLE: [(&'static str, Self); 6] = [
        ("country", Self::Country),
        ("eu", Self::Eu),
        ("initiative", Self::Initiative),
        ("rule-of-law", Self::RuleOfLaw),
        ("work-plan", Self::WorkPlan),
        ("stakeholders", Self::Stakeholders),
    ];

    /// Its word in the data and its anchor on the page.
    pub fn id(self) -> &'static str {
        Self::TABLE[self as usize].0
    }
}

/// Somebody who held an office at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// Name with the form of address.
    pub name: String,
    /// Office.
    pub role: String,
    /// Since when.
    pub since: Option<PartialDate>,
    /// What a reader must know.
    pub note: Option<String>,
    /// When it was true, and who says so.
    pub basis: Basis,
}

/// An institution that takes part, and since when.
#[derive(Clone, Debug, PartialEq)]
pub struct Stakeholder {
    /// The institution.
    pub party: Party,
    /// Since when.
    pub since: Option<PartialDate>,
    /// When it was true, and who says so.
    pub basis: Basis,
}

/// An agreement or a step in relations with the EU.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// What it is.
    pub title: String,
    /// When it was signed or took place.
    pub signed: Option<PartialDate>,
    /// When it entered into force.
    pub in_force: Option<PartialDate>,
    /// What a reader must know.
    pub note: Option<String>,
    /// What of it is in another language than the wanted one.
    pub foreign: Foreign,
    /// The document, when the data set has it.
    pub document: Option<Slug>,
    /// When it was true, and who says so.
    pub basis: Basis,
}

/// Money that the EU set aside for a country or for the region over some years.
#[derive(Clone, Debug, PartialEq)]
pub struct Envelope {
    /// Its id.
    pub id: Slug,
    /// The countries it is for. All five: a regional envelope.
    pub countries: Vec<Slug>,
    /// The years.
    pub period: Period,
    /// The sum, and the source's words for it.
    pub budget: Budget,
    /// What a reader must know.
    pub note: Option<String>,
    /// The time of the source; `None` when the source bears no date (its `seen` day then has to do).
    pub as_of: Option<PartialDate>,
    /// What it rests on. Never empty.
    pub sources: Vec<Source>,
}
