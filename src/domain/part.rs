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
    /// The day on which statuses are derived.
    AsOf,
    /// That only the projects ticked are shown.
    OnlyPicks,
    /// A pair of the address that is not understood, by its place.
    Unknown(usize),
}

impl ProjectQuery {
    /// Everything that can be taken away, in the order of the address. Where only the projects ticked are shown, the
    /// filters do not apply and are no parts.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = if self.only_picks { Vec::new() } else { self.filters() };
        if self.as_of.is_some() {
            parts.push(Part::AsOf);
        }
        if self.only_picks {
            parts.push(Part::OnlyPicks);
        }
        parts.extend((0..self.unknown.len()).map(Part::Unknown));
        parts
    }

    fn filters(&self) -> Vec<Part> {
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
            // What also holds of the projects ticked goes without leaving them.
            Part::AsOf => self.begun_anew(|query| query.as_of = None),
            Part::Unknown(at) => self.begun_anew(|query| {
                if *at < query.unknown.len() {
                    query.unknown.remove(*at);
                }
            }),
        }
    }

    /// A pair that is not understood: as it reads, or, where it holds what cannot be seen, as the address spells it.
    pub fn unknown_pair(&self, at: usize) -> Option<String> {
        let (name, value) = self.unknown.get(at)?;
        let unseen =
            |c: char| c.is_control() || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{206f}' | '\u{feff}');
        if name.contains(unseen) || value.contains(unseen) {
            let spelled = query_string::print([(name.as_str(), value.as_str())]);
            return Some(spelled.trim_start_matches('?').to_owned());
        }
        Some(if value.is_empty() { name.clone() } else { format!("{name}={value}") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_can_be_taken_away_alone() {
        for asked in [
            "q=law&country=kazakhstan&not-donor=japan&from=2014&currency=EUR&min=5&as-of=2016-01-01&utm=1",
            "q=law&country=kazakhstan&as-of=2016-01-01&pick=a&picked=yes&utm=1",
        ] {
            let query = ProjectQuery::parse(asked);
            for (at, part) in query.parts().iter().enumerate() {
                let left = query.without(part).parts().len();
                let others = query.parts().len() - 1;
                // Without the projects ticked alone, the filters apply again.
                assert!(left == others || *part == Part::OnlyPicks, "{asked}: {at}");
            }
        }
    }

    #[test]
    fn of_the_projects_ticked_no_filter_is_a_part() {
        let query = ProjectQuery::parse("q=law&country=kazakhstan&as-of=2016-01-01&pick=a&picked=yes&utm=1");
        assert_eq!(query.parts(), [Part::AsOf, Part::OnlyPicks, Part::Unknown(0)]);
        assert!(query.without(&Part::AsOf).only_picks && query.without(&Part::Unknown(0)).only_picks);
        assert_eq!(query.without(&Part::OnlyPicks).parts().len(), 4);
    }

    #[test]
    fn the_day_is_a_part_and_narrows_nothing() {
        let query = ProjectQuery::parse("as-of=2016-01-01");
        assert_eq!(query.parts(), [Part::AsOf]);
        assert_eq!(query.without(&Part::AsOf), ProjectQuery::default());
        assert_eq!(query.cleared(), ProjectQuery::default());
        assert!(query.is_everything());
    }
}
