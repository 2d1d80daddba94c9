//! [`Constraints`]: which rows each part of a question lets through. What the last question said too is kept.

use crate::mask::Mask;
use crate::question::{Order, Picks, Question, Range};
use crate::table::Table;

/// The rows that the parts of the last question let through.
#[derive(Debug, Default)]
pub(crate) struct Constraints {
    /// The rows that hold a word with this beginning, by text and beginning.
    words: Vec<(usize, String, Mask)>,
    ranges: Vec<(Range, Mask)>,
    only: Option<Mask>,
    /// The rows that have no excluded value; `None` for all.
    not_excluded: Option<Mask>,
    /// What passes all of these; `None` for all rows.
    base: Option<Mask>,
    /// For each facet what its picked values let through; `None` for all rows.
    picked: Vec<Option<Mask>>,
}

/// What may have changed since the last question.
#[derive(Debug)]
pub(crate) struct Changed {
    /// Anything but the picked values.
    pub base: bool,
    /// For each facet its picked values.
    pub picked: Vec<bool>,
}

impl Changed {
    /// Anything at all.
    pub fn any(&self) -> bool {
        self.base || self.picked.contains(&true)
    }
}

impl Constraints {
    /// Those of the empty question.
    pub fn new(facets: usize) -> Self {
        Self { picked: vec![None; facets], ..Self::default() }
    }

    /// Goes on from the last question to the next one.
    pub fn follow(&mut self, table: &mut Table, last: &Question, next: &Question) -> Changed {
        self.hold_words(table, last, next);
        let mut base = last.words != next.words;
        if last.ranges != next.ranges {
            base = true;
            self.hold_ranges(table, next);
        }
        if last.only != next.only {
            base = true;
            self.only = next.only.as_ref().map(|only| {
                let mut mask = Mask::none(table.rows());
                only.iter().for_each(|row| mask.set(*row));
                mask
            });
        }
        if !excluded(last).eq(excluded(next)) {
            base = true;
            self.exclude(table, next);
        }
        if base {
            self.join();
        }
        let nothing = Picks::default();
        let picked = (0..self.picked.len()).map(|facet| {
            let [last, next] = [last, next].map(|question| question.picks.get(facet).unwrap_or(&nothing));
            (last.values.as_slice(), last.all) != (next.values.as_slice(), next.all)
        });
        let picked: Vec<bool> = picked.collect();
        for (facet, _) in picked.iter().enumerate().filter(|(_, changed)| **changed) {
            self.pick(table, facet, next.picks.get(facet).unwrap_or(&nothing));
        }
        Changed { base, picked }
    }

    /// The rows that hold each word of the question in a text.
    pub fn words_in(&self, text: usize) -> impl Iterator<Item = &Mask> {
        self.words.iter().filter(move |(of, ..)| *of == text).map(|(.., mask)| mask)
    }

    /// Whether something is picked in a facet.
    pub fn is_picked(&self, facet: usize) -> bool {
        self.picked.get(facet).is_some_and(Option::is_some)
    }

    /// The rows that pass everything but the picked values of one facet.
    pub fn passing(&self, but: Option<usize>, into: &mut Mask) {
        let picked = self.picked.iter().enumerate().filter(|(facet, _)| Some(*facet) != but);
        let mut parts = self.base.iter().chain(picked.filter_map(|(_, mask)| mask.as_ref()));
        match (parts.next(), parts.next()) {
            (None, _) => into.fill(),
            (Some(one), None) => into.copy(one),
            (Some(one), Some(other)) => into.copy_both(one, other),
        }
        parts.for_each(|part| into.and(part));
    }

    fn hold_words(&mut self, table: &mut Table, last: &Question, next: &Question) {
        let texts = |question: &Question| match question.order {
            Order::Relevance { text, .. } if text != 0 => [Some(0), Some(text)],
            _ => [Some(0), None],
        };
        if last.words == next.words && texts(last) == texts(next) {
            return;
        }
        let mut before = std::mem::take(&mut self.words);
        for text in texts(next).into_iter().flatten() {
            for word in next.words.iter().filter(|word| !word.is_empty()) {
                let same = |(of, known, _): &(usize, String, Mask)| *of == text && known == word;
                if self.words.iter().any(same) {
                    continue;
                }
                let held = match before.iter().position(same) {
                    Some(at) => before.swap_remove(at),
                    None => {
                        let mut mask = Mask::none(table.rows());
                        table.texts_mut().get_mut(text).into_iter().for_each(|text| text.holders(word, &mut mask));
                        (text, word.clone(), mask)
                    }
                };
                self.words.push(held);
            }
        }
    }

    fn hold_ranges(&mut self, table: &Table, next: &Question) {
        let mut before = std::mem::take(&mut self.ranges);
        for range in &next.ranges {
            let held = match before.iter().position(|(known, _)| known == range) {
                Some(at) => before.swap_remove(at),
                None => {
                    let mut mask = Mask::none(table.rows());
                    match table.columns().get(range.column) {
                        Some(column) => column.within(range.min, range.max, range.missing, &mut mask),
                        None if range.missing => mask.fill(),
                        None => {}
                    }
                    (*range, mask)
                }
            };
            self.ranges.push(held);
        }
    }

    fn exclude(&mut self, table: &Table, next: &Question) {
        let mut mask = Mask::none(table.rows());
        for (picks, members) in next.picks.iter().zip(table.members()) {
            picks.none.iter().for_each(|value| members.add_holders(*value, &mut mask));
        }
        mask.invert();
        self.not_excluded = excluded(next).next().is_some().then_some(mask);
    }

    fn join(&mut self) {
        let words = self.words.iter().filter(|(text, ..)| *text == 0).map(|(.., mask)| mask);
        let ranges = self.ranges.iter().map(|(_, mask)| mask);
        let mut parts = words.chain(ranges).chain(&self.only).chain(&self.not_excluded);
        let mut base = parts.next().cloned();
        if let Some(base) = &mut base {
            parts.for_each(|part| base.and(part));
        }
        self.base = base;
    }

    fn pick(&mut self, table: &Table, facet: usize, picks: &Picks) {
        let (Some(picked), Some(members)) = (self.picked.get_mut(facet), table.members().get(facet)) else { return };
        let mut values = picks.values.iter();
        *picked = values.next().map(|first| {
            let mut mask = Mask::none(table.rows());
            members.add_holders(*first, &mut mask);
            for value in values {
                if picks.all {
                    let mut others = Mask::none(table.rows());
                    members.add_holders(*value, &mut others);
                    mask.and(&others);
                } else {
                    members.add_holders(*value, &mut mask);
                }
            }
            mask
        });
    }
}

/// The excluded values with their facets.
fn excluded(question: &Question) -> impl Iterator<Item = (usize, u32)> {
    let picks = question.picks.iter().enumerate();
    picks.flat_map(|(facet, picks)| picks.none.iter().map(move |value| (facet, *value)))
}
