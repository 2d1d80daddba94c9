//! [`Listed`]: what a list shows of a project.

use super::{Catalogue, Key, Text, day_of, sum_of_key};
use crate::domain::budget::{Budget, Covers, Precision};
use crate::domain::date::PartialDate;
use crate::domain::day_facts::DayFacts;
use crate::domain::facet::Facet;
use crate::domain::period::Period;
use crate::domain::project::Kind;
use crate::domain::slug::Slug;
use crate::domain::stated::Dated;
use crate::domain::status::Status;

/// A project in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its row in the catalogue.
    pub row: u32,
    /// Its id.
    pub id: Slug,
    /// Its title.
    pub title: String,
    /// The language of its title, where it is not the page's.
    pub tongue: Option<String>,
    /// What kind of entry it is.
    pub kind: Kind,
    /// When it runs. Its `source` is always 1: a list has no footnotes.
    pub period: Option<Dated>,
    /// The status that its source states.
    pub stated: Option<Status>,
    /// What it costs, without its parts; the source's words only where they give no sum.
    pub budget: Option<Budget>,
    /// When a source was last looked at.
    pub checked: Option<PartialDate>,
    /// The places of its values in [`Names`](super::names::Names), by facet, as of the last question.
    pub values: [Vec<usize>; Facet::ALL.len()],
}

/// Before words that could not be read as dates or as a sum.
const IN_WORDS: char = '"';

impl Listed {
    pub(super) fn read(catalogue: &Catalogue, row: u32) -> Self {
        let id = catalogue.text(Text::Id, row);
        let kind = catalogue.text(Text::Kind, row);
        Self {
            row,
            // The catalogue is made from slugs; a damaged one has been refused.
            id: Slug::new(&id).unwrap_or_else(Slug::none),
            title: catalogue.text(Text::Title, row).into_owned(),
            tongue: Some(catalogue.text(Text::Tongue, row).into_owned()).filter(|tag| !tag.is_empty()),
            kind: Kind::TABLE.iter().find(|(word, _)| *word == kind).map_or(Kind::Project, |it| it.1),
            period: read_period(&catalogue.text(Text::Period, row)),
            stated: read_status(&catalogue.text(Text::Stated, row)),
            budget: read_budget(&catalogue.text(Text::Budget, row), catalogue.value(Key::Budget, row)),
            checked: catalogue.value(Key::Checked, row).and_then(day_of),
            values: Facet::ALL.map(|facet| catalogue.values_of(facet, row)),
        }
    }

    /// What its facets that depend on the day follow from.
    pub fn day_facts(&self) -> DayFacts {
        DayFacts { period: self.period.as_ref().and_then(|dated| dated.period), stated: self.stated }
    }
}

/// What the facets that depend on the day follow from, from the texts of a row.
pub(super) fn day_facts(period: &str, stated: &str) -> DayFacts {
    DayFacts { period: Period::parse(period), stated: read_status(stated) }
}

/// A period as the text of a row: its EDTF spelling, else its words after a quote; empty for none.
#[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "the catalogue is written where the site is built"))]
pub(super) fn write_period(dated: Option<&Dated>) -> String {
    match dated {
        Some(Dated { period: Some(period), .. }) => period.to_string(),
        Some(Dated { as_written: Some(words), .. }) => format!("{IN_WORDS}{words}"),
        _ => String::new(),
    }
}

fn read_period(text: &str) -> Option<Dated> {
    match text.strip_prefix(IN_WORDS) {
        Some(words) => Some(Dated { period: None, as_written: Some(words.to_owned()), source: 1 }),
        None => Some(Dated { period: Some(Period::parse(text)?), as_written: None, source: 1 }),
    }
}

fn read_status(id: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.id() == id)
}

/// What limits a sum as the text of a row (`about donor-share indicative`; the sum itself is in a column), else the
/// words after a quote; empty for none.
#[cfg_attr(target_arch = "wasm32", expect(dead_code, reason = "the catalogue is written where the site is built"))]
pub(super) fn write_budget(budget: Option<&Budget>) -> String {
    let Some(budget) = budget else { return String::new() };
    if budget.money.is_none() {
        return format!("{IN_WORDS}{}", budget.as_written);
    }
    let [precision, covers] = [Precision::TABLE[budget.precision as usize].0, Covers::TABLE[budget.covers as usize].0];
    let indicative = if budget.indicative { " indicative" } else { "" };
    format!("{precision} {covers}{indicative}")
}

fn read_budget(text: &str, sum: Option<i64>) -> Option<Budget> {
    let blank = Budget {
        as_written: String::new(),
        money: None,
        precision: Precision::Exact,
        covers: Covers::Unknown,
        indicative: false,
        parts: Vec::new(),
        source: 1,
    };
    if let Some(words) = text.strip_prefix(IN_WORDS) {
        return Some(Budget { as_written: words.to_owned(), ..blank });
    }
    let mut words = text.split(' ');
    let (precision, covers) = (words.next()?, words.next()?);
    Some(Budget {
        money: Some(sum_of_key(sum?)?),
        precision: Precision::TABLE.iter().find(|(word, _)| *word == precision)?.1,
        covers: Covers::TABLE.iter().find(|(word, _)| *word == covers)?.1,
        indicative: words.next().is_some(),
        ..blank
    })
}
