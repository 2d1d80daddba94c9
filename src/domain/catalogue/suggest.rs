//! What to try when nothing matches: the one filter whose removal gives most, and words that are spelled alike.

use super::Catalogue;
use crate::domain::fold;
use crate::domain::query::{Active, BudgetRange, ProjectQuery};
use crate::domain::query_string;

/// Something that can be taken away from a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The words.
    Text,
    /// A picked value.
    Picked(crate::domain::facet::Facet, crate::domain::slug::Slug),
    /// An excluded value.
    Excluded(crate::domain::facet::Facet, crate::domain::slug::Slug),
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
}

impl Catalogue {
    /// The part of a question without which most projects match, and how many; `None` when no single removal helps.
    pub fn best_removal(&mut self, query: &ProjectQuery) -> Option<(Part, usize)> {
        let mut best: Option<(Part, usize)> = None;
        for part in query.parts() {
            let total = self.total(&query.without(&part));
            if total > best.as_ref().map_or(0, |best| best.1) {
                best = Some((part, total));
            }
        }
        best
    }

    /// The question with words that occur instead of words that do not, and how many projects match it; `None` when
    /// every word occurs, or nothing is spelled alike.
    pub fn did_you_mean(&mut self, query: &ProjectQuery) -> Option<(ProjectQuery, usize)> {
        let words = self.fold(&query.text);
        let text = self.table().text(super::WORDS)?;
        let mut changed = false;
        let mut meant = Vec::new();
        for word in words {
            let mut best: Option<(usize, u32, &str)> = None;
            let length = word.chars().count();
            // One slip in a short word, two in a long one; in a word of three letters every slip makes another word.
            let slips = if length < 4 { 0 } else { 1 + usize::from(length > 6) };
            let mut occurs = false;
            for (known, rows) in self.table().words(text) {
                if known.starts_with(word.as_str()) {
                    occurs = true;
                    break;
                }
                if known.chars().count().abs_diff(length) > slips {
                    continue;
                }
                let distance = strsim::osa_distance(&word, known);
                let better = best.is_none_or(|(best, most, _)| (distance, u32::MAX - rows) < (best, u32::MAX - most));
                if distance <= slips && better {
                    best = Some((distance, rows, known));
                }
            }
            match best {
                Some((_, _, known)) if !occurs => {
                    changed = true;
                    meant.push(fold::spelled(known));
                }
                _ => meant.push(fold::spelled(&word)),
            }
        }
        let meant = query.with_text(&meant.join(" "));
        let total = if changed { self.total(&meant) } else { 0 };
        (total > 0).then_some((meant, total))
    }
}

impl ProjectQuery {
    /// A pair that is not understood, as the address spells it.
    pub fn unknown_pair(&self, at: usize) -> Option<String> {
        let (name, value) = self.unknown.get(at)?;
        Some(query_string::print([(name.as_str(), value.as_str())]).trim_start_matches('?').to_owned())
    }
}
