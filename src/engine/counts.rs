//! [`Counts`]: how many of the rows that pass have each value.
//!
//! For each facet the rows are those that pass everything but the facet's own picks; most facets have none, and share
//! the rows that pass everything. Counts are made from those before by what changed, or anew, or from the totals by
//! what is missing, or value by value: whichever is the least work.

use crate::constraints::{Changed, Constraints};
use crate::mask::{Change, Mask};
use crate::members::Members;
use crate::question::Question;

/// The rows that were counted.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// What passes everything.
    pub full: Rows,
    /// What passed everything before.
    last: Mask,
    /// For each facet the rows that were counted; `None` if it is those that passed everything.
    own: Vec<Option<Mask>>,
}

/// Rows as a mask and, once somebody asks, as a list.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub mask: Mask,
    /// How many there are.
    pub count: usize,
    list: Vec<u32>,
    listed: bool,
}

impl Rows {
    fn new(mask: Mask, count: usize) -> Self {
        Self { mask, count, ..Self::default() }
    }

    /// The rows, ascending.
    pub fn list(&mut self) -> &[u32] {
        if !self.listed {
            self.mask.list(self.count, &mut self.list);
            self.listed = true;
        }
        &self.list
    }
}

/// What changed from some rows to others; made when it is asked for.
struct Step<'s> {
    before: &'s Mask,
    change: Change,
    more: Option<Rows>,
    less: Option<Rows>,
    rest: Option<Rows>,
}

impl Counts {
    /// Those of the empty question.
    pub fn new(rows: usize, facets: usize) -> Self {
        Self { full: Rows::new(Mask::all(rows), rows), last: Mask::none(rows), own: vec![None; facets] }
    }

    /// Goes on from the last question to the next one. The counts of each facet begin where `starts` says.
    pub fn follow(
        &mut self,
        members: &[Members],
        constraints: &Constraints,
        changed: &Changed,
        (last, next): (&Question, &Question),
        counts: &mut [u32],
        starts: &[usize],
    ) {
        std::mem::swap(&mut self.last, &mut self.full.mask);
        constraints.passing(None, &mut self.full.mask);
        self.full.listed = false;
        let rows = self.full.mask.rows();
        let mut shared = Step::new(&self.last, &mut self.full);
        for (facet, (members, own)) in members.iter().zip(&mut self.own).enumerate() {
            let all = |question: &Question| question.picks.get(facet).is_some_and(|picks| picks.all);
            let others = changed.picked.iter().enumerate().any(|(other, changed)| *changed && other != facet);
            let itself = changed.picked.get(facet) == Some(&true) && (all(last) || all(next));
            let same = !(changed.base || others || itself);
            let (Some(start), Some(end)) = (starts.get(facet), starts.get(facet + 1)) else { continue };
            let Some(counts) = counts.get_mut(*start..*end) else { continue };
            let has_own = constraints.is_picked(facet) && !all(next);
            match (has_own, &mut *own) {
                (true, Some(_)) if same => {}
                (true, None) if same => *own = Some(self.last.clone()),
                (true, _) => {
                    let mut rows = Rows::new(Mask::none(rows), 0);
                    constraints.passing(Some(facet), &mut rows.mask);
                    let before = own.as_ref().unwrap_or(&self.last);
                    Step::new(before, &mut rows).count(members, &mut rows, counts);
                    *own = Some(rows.mask);
                }
                (false, Some(_)) if same => *own = None,
                (false, Some(before)) => {
                    Step::new(before, &mut self.full).count(members, &mut self.full, counts);
                    *own = None;
                }
                (false, None) => shared.count(members, &mut self.full, counts),
            }
        }
    }
}

impl<'s> Step<'s> {
    /// Finds out how many rows there are, too.
    fn new(before: &'s Mask, after: &mut Rows) -> Self {
        let change = after.mask.since(before);
        after.count = change.count;
        Self { before, change, more: None, less: None, rest: None }
    }

    /// Makes the counts of `after` of those of `before`.
    fn count(&mut self, members: &Members, after: &mut Rows, counts: &mut [u32]) {
        let Change { count, more, less } = self.change;
        if more + less == 0 {
            return;
        }
        let rows = after.mask.rows();
        // A letter more only takes rows away, one less only adds some.
        let change: usize =
            [more, less].into_iter().filter(|count| *count > 0).map(|count| members.rows_cost(count)).sum();
        let anew = members.rows_cost(count);
        let rest = members.rows_cost(rows - count);
        let by_value = members.values_cost();
        let least = change.min(anew).min(rest).min(by_value);
        if least == change {
            if less > 0 {
                let less = self.less.get_or_insert_with(|| Rows::new(self.before.without(&after.mask), less));
                less.list();
                members.add(&less.mask, &less.list, -1, counts);
            }
            if more > 0 {
                let more = self.more.get_or_insert_with(|| Rows::new(after.mask.without(self.before), more));
                more.list();
                members.add(&more.mask, &more.list, 1, counts);
            }
        } else if least == anew {
            counts.fill(0);
            after.list();
            members.add(&after.mask, &after.list, 1, counts);
        } else if least == rest {
            counts.copy_from_slice(members.totals());
            let rest = self.rest.get_or_insert_with(|| {
                let mut mask = after.mask.clone();
                mask.invert();
                Rows::new(mask, rows - count)
            });
            rest.list();
            members.add(&rest.mask, &rest.list, -1, counts);
        } else {
            members.count_values(&after.mask, counts);
        }
    }
}
