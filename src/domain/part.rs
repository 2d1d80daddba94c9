//! [`Part`]: what can be taken away from a question, piece by piece: the chips of the page, and what to try when nothing
//! matches.

use super::facet::Facet;
use super::query::{Active, BudgetRange, ProjectQuery};
use super::query_string;
use super::slug::Slug;

/// Something that can be taken away from a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The words.
    Text,
    /// A picked value.
    Picked(Facet, Slug),
    /// An excluded value.
    Excluded(Facet, Slug),
    /// The period.
    Active,
    /// The size of the budget.
    Budget,
    /// That only the projects ticked are shown.
    OnlyPicks,
    /// A pair of the address that is not understood, by its place.
    Unknown(usize),
}

impl ProjectQuery {
    /// Everything that can be taken away, in the order of the address.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        if !self.text.is_empty() {
            parts.push(Part::Text);
        }
        parts.extend(self.picks().map(|(facet, value)| Part::Picked(facet, value.clone())));
        parts.extend(self.exclusions().map(|(facet, value)| Part::Excluded(facet, value.clone())));
        if self.active.is_asked() {
            parts.push(Part::Active);
        }
        if self.budget.currency.is_some() {
            parts.push(Part::Budget);
        }
        if self.only_picks {
            parts.push(Part::OnlyPicks);
        }
        parts.extend((0..self.unknown.len()).map(Part::Unknown));
        parts
    }

    /// The same question without one of its parts.
    pub fn without(&self, part: &Part) -> Self {
        match part {
            Part::Text => self.with_text(""),
            Part::Picked(facet, value) => self.toggled(*facet, value),
            Part::Excluded(facet, value) => self.toggled_not(*facet, value),
            Part::Active => self.changed(|query| query.active = Active::default()),
            Part::Budget => self.changed(|query| query.budget = BudgetRange::default()),
            Part::OnlyPicks => self.changed(|query| query.only_picks = false),
            Part::Unknown(at) => self.changed(|query| {
                if *at < query.unknown.len() {
                    query.unknown.remove(*at);
                }
            }),
        }
    }

    /// A pair that is not understood, as the address spells it.
    pub fn unknown_pair(&self, at: usize) -> Option<String> {
        let (name, value) = self.unknown.get(at)?;
        Some(query_string::print([(name.as_str(), value.as_str())]).trim_start_matches('?').to_owned())
    }
}
