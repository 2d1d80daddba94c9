//! What a [`Catalogue`] sets for a day: the facets that depend on it, and the names of all values.
//!
//! What they follow from is read once, row by row, and kept; another as-of date places the projects anew and reads
//! nothing. In a list of a hundred thousand this is most of what stands between its bytes and its first answer, so that it
//! can be done in parts.

use super::listed;
use super::names::{Name, Names};
use super::{Catalogue, Text};
use crate::domain::day_facts::DayValue;
use crate::domain::facet::Facet;
use std::sync::Arc;
use time::Date;

impl Catalogue {
    /// How many projects to read in one part of [`Catalogue::prepare`]: some milliseconds, on a slow machine tens. They are
    /// placed a facet at a time, all of them: of a hundred thousand, that takes three times as long.
    pub const STEP: usize = 10_000;

    /// Does a part of what the first answer needs, so that the browser can do what else it has to in between; whether
    /// there is more to do. A step reads or places a project.
    pub fn prepare(&mut self, steps: usize) -> bool {
        if self.set_for.is_none() {
            self.set_up(self.day, steps);
        }
        self.set_for.is_none()
    }

    /// Sets the facets that depend on the day.
    pub(super) fn set_day(&mut self, day: Date) {
        if self.set_for != Some(day) {
            (self.set_for, self.days_set) = (None, 0);
            self.set_up(day, usize::MAX);
        }
    }

    /// Does what is left to do for a day, as far as so many steps go.
    fn set_up(&mut self, day: Date, steps: usize) {
        let from = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        let to = u32::try_from(self.len().min(self.facts.len().saturating_add(steps))).unwrap_or(u32::MAX);
        for row in from..to {
            let facts = listed::day_facts(&self.text(Text::Period, row), &self.text(Text::Stated, row));
            self.facts.push(facts);
        }
        let mut left = steps.saturating_sub((to - from) as usize);
        while left > 0 && self.set_for.is_none() {
            left = left.saturating_sub(self.len().max(1));
            match Facet::ALL.into_iter().filter(|facet| facet.depends_on_day()).nth(self.days_set) {
                Some(facet) => self.set_facet(facet, day),
                None => {
                    self.set_for = Some(day);
                    self.set_names();
                }
            }
            self.days_set += 1;
        }
    }

    fn set_facet(&mut self, facet: Facet, day: Date) {
        // One list for all projects, and where it ends for each: a list each would be ten times the work.
        let (mut found, mut ends, mut occurring) = (Vec::new(), Vec::with_capacity(self.facts.len()), Vec::new());
        for facts in &self.facts {
            facts.each_value(facet, day, &mut |value| {
                found.push(value);
                value.join(&mut occurring);
            });
            ends.push(found.len());
        }
        let values = DayValue::offered(facet, occurring);
        let code = |value: &DayValue| values.binary_search(value).map_or(u32::MAX, |at| at as u32);
        let codes: Vec<u32> = found.iter().map(code).collect();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let mut of_row = starts.zip(&ends).map(|(from, to)| codes.get(from..*to).unwrap_or_default());
        let ids = values.iter().filter_map(|value| value.id());
        let ids = ids.map(|id| engine::FacetValue { id: id.to_string(), label: String::new() });
        let table = self.engine.table_mut();
        table.set_values(self.at.facets[facet as usize], ids.collect());
        table.set_facet(self.at.facets[facet as usize], &mut of_row);
    }

    fn set_names(&mut self) {
        let names = Facet::ALL.map(|facet| {
            let values = &self.table().facets()[self.at.facets[facet as usize]].values;
            values.iter().filter_map(|value| Name::read(&value.id, &value.label)).collect()
        });
        self.names = Arc::new(Names::new(names, self.decompose));
    }
}
