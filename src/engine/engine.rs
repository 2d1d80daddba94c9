//! [`Engine`]: a table with the memory of the last question, and [`Answer`].
//!
//! What is remembered is what most next questions leave as it was: the rows of each word, range and facet, and the
//! counts. There is no memory of any question but the last.

use crate::constraints::Constraints;
use crate::counts::Counts;
use crate::mask::Mask;
use crate::page::Sorted;
use crate::question::{Order, Question};
use crate::table::Table;

/// A table that answers questions.
#[derive(Debug)]
pub struct Engine {
    table: Table,
    last: Question,
    constraints: Constraints,
    counts: Counts,
    answer: Answer,
    /// The table may have changed since the last question.
    stale: bool,
}

/// What a question gives. It stays as it is until the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// How many rows pass.
    pub total: usize,
    /// The rows to show, in order.
    pub page: Vec<u32>,
    counts: Vec<u32>,
    /// Where the counts of each facet begin, and where the last ones end.
    starts: Vec<usize>,
}

impl Answer {
    /// For each value of a facet the number of rows that would pass with it.
    ///
    /// Of a facet of which a row must have one value: the total if the value were its only pick. Of one of which a row
    /// must have all values: the total if the value were picked too. Excluded values stay excluded.
    pub fn counts(&self, facet: usize) -> &[u32] {
        let (start, end) = (self.starts.get(facet), self.starts.get(facet + 1));
        start.zip(end).and_then(|(start, end)| self.counts.get(*start..*end)).unwrap_or_default()
    }

    /// The counts of all facets, one behind the other.
    pub fn all_counts(&self) -> &[u32] {
        &self.counts
    }
}

impl Engine {
    /// An engine for a table.
    pub fn new(table: Table) -> Self {
        let (last, constraints, counts, answer) = Default::default();
        let mut engine = Self { table, last, constraints, counts, answer, stale: true };
        engine.forget();
        engine
    }

    /// The table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The table, to be changed. What is remembered of the last question is forgotten.
    pub fn table_mut(&mut self) -> &mut Table {
        self.stale = true;
        &mut self.table
    }

    /// Answers a question.
    pub fn ask(&mut self, question: &Question) -> &Answer {
        if self.stale {
            self.forget();
        }
        let changed = self.constraints.follow(&mut self.table, &self.last, question);
        if changed.any() {
            let Answer { counts, starts, .. } = &mut self.answer;
            let asked = (&self.last, question);
            self.counts.follow(self.table.members(), &self.constraints, &changed, asked, counts, starts);
            self.answer.total = self.counts.full.count;
        }
        self.last.clone_from(question);
        self.answer.page = self.page(question.skip, question.take);
        &self.answer
    }

    /// The answer to the last question.
    pub fn answer(&self) -> &Answer {
        &self.answer
    }

    /// Every row that passes the last question, in ascending order.
    pub fn ids(&mut self) -> &[u32] {
        self.counts.full.list()
    }

    /// Every row that passes the last question, in its order.
    pub fn ordered(&self) -> Vec<u32> {
        self.page(0, self.answer.total)
    }

    /// As if the last question had been the empty one.
    fn forget(&mut self) {
        self.last = Question::default();
        self.constraints = Constraints::new(self.table.members().len());
        let (rows, members) = (self.table.rows(), self.table.members());
        self.counts = Counts::new(rows, members.len());
        let mut starts = vec![0];
        let mut counts = Vec::new();
        for members in members {
            counts.extend_from_slice(members.totals());
            starts.push(counts.len());
        }
        self.answer = Answer { total: rows, page: Vec::new(), counts, starts };
        self.stale = false;
    }

    /// A part of the rows that pass, in the order of the last question.
    fn page(&self, skip: usize, take: usize) -> Vec<u32> {
        let full = &self.counts.full.mask;
        let take = take.min(self.answer.total.saturating_sub(skip));
        let mut page = Vec::new();
        if take == 0 {
            return page;
        }
        match self.last.order {
            Order::Rows => page.extend(full.part(skip, take)),
            Order::By { column, descending } => {
                self.part((column, descending), full, self.answer.total, (skip, take), &mut page);
            }
            Order::Relevance { text, column, descending } => {
                // The rows that hold at least 0, 1, … of the words.
                let mut holding = vec![full.clone()];
                for word in self.constraints.words_in(text) {
                    holding.push(Mask::none(self.table.rows()));
                    for at in (1..holding.len()).rev() {
                        let (fewer, more) = holding.split_at_mut(at);
                        if let (Some(fewer), Some(more)) = (fewer.last(), more.first_mut()) {
                            more.or_both(fewer, word);
                        }
                    }
                }
                let (mut skip, mut take) = (skip, take);
                let mut above: Option<Mask> = None;
                for mask in holding.into_iter().rev() {
                    let mut exactly = mask.clone();
                    above.iter().for_each(|above| exactly.and_not(above));
                    above = Some(mask);
                    let count = exactly.count();
                    if skip >= count {
                        skip -= count;
                        continue;
                    }
                    let here = take.min(count - skip);
                    self.part((column, descending), &exactly, count, (skip, here), &mut page);
                    (skip, take) = (0, take - here);
                    if take == 0 {
                        break;
                    }
                }
            }
        }
        page
    }

    /// A part of the rows of a mask in the order of a column; `take` of them are there after `skip`.
    fn part(&self, by: (usize, bool), mask: &Mask, total: usize, (skip, take): (usize, usize), page: &mut Vec<u32>) {
        let (column, descending) = by;
        match self.table.columns().get(column) {
            Some(known) => {
                let ranges = self.last.ranges.iter().filter(|range| range.column == column);
                Sorted::new(known, descending, ranges).page(mask, total, skip, take, page);
            }
            None => page.extend(mask.part(skip, take)),
        }
    }
}
