//! [`Sorted`]: which rows of a set come first in the order of a column.
//!
//! When many rows are wanted of, walking the column's order soon meets enough of them; when few are, sorting those few
//! is less work. How far the walk must go is not known beforehand (the rows may all stand at its end), so that it
//! gives up when sorting would have been done by then.

use crate::column::Column;
use crate::mask::Mask;
use crate::question::Range;
use crate::sort;
use std::ops;

/// The order of a column, in a direction.
pub(crate) struct Sorted<'t> {
    column: &'t Column,
    descending: bool,
    /// The ranks that rows with a number may have.
    ranks: ops::Range<usize>,
}

impl<'t> Sorted<'t> {
    /// The order of a column for rows that are within the ranges, as far as those are about this column.
    pub fn new<'r>(column: &'t Column, descending: bool, ranges: impl Iterator<Item = &'r Range>) -> Self {
        let mut ranks = 0..column.values().len();
        for range in ranges {
            let within = column.ranks_within(range.min, range.max);
            ranks = ranks.start.max(within.start)..ranks.end.min(within.end);
        }
        Self { column, descending, ranks }
    }

    /// Adds to the page those rows of the mask, which are `total`, that come after the first `skip` ones: `take` of
    /// them, and no fewer are there.
    pub fn page(&self, mask: &Mask, total: usize, skip: usize, take: usize, page: &mut Vec<u32>) {
        let before = page.len();
        let mut walk = Walk { mask, skip, take, steps: 64 + 2 * total, page };
        if !self.walk(&mut walk) {
            page.truncate(before);
            self.sort(mask, total, skip, take, page);
        }
    }

    /// Whether the walk came to its end.
    fn walk(&self, walk: &mut Walk<'_>) -> bool {
        let column = self.column;
        let more = match self.descending {
            // Rows of the same number stay in ascending order.
            true => self.ranks.clone().rev().all(|rank| walk.go(column.ordered(rank..rank + 1))),
            false => walk.go(column.ordered(self.ranks.clone())),
        };
        if more && walk.take > 0 {
            let none = column.values().len();
            walk.go(column.ordered(none..none + 1));
        }
        walk.take == 0
    }

    fn sort(&self, mask: &Mask, total: usize, skip: usize, take: usize, page: &mut Vec<u32>) {
        let numbers = self.column.values().len() as u32;
        let mut keys = Vec::with_capacity(total);
        mask.each(|row| {
            let rank = self.column.rank(row);
            let place = if self.descending && rank < numbers { numbers - 1 - rank } else { rank };
            keys.push(u64::from(place) << 32 | u64::from(row));
        });
        let mut keys = self.least(keys, skip + take);
        sort::by_upper_half(&mut keys);
        page.extend(keys.into_iter().skip(skip).take(take).map(|key| key as u32));
    }

    /// Those of the keys among which the first `end` ones are, and few others.
    fn least(&self, mut keys: Vec<u64>, end: usize) -> Vec<u64> {
        if end >= keys.len() {
            return keys;
        }
        // The ranks in a thousand equal parts; those parts are kept that hold the first ones.
        let shift = 32 + (32 - (self.column.values().len() as u32).leading_zeros()).saturating_sub(10);
        let mut parts = vec![0usize; 1 << 11];
        for key in &keys {
            parts[(key >> shift) as usize & 2047] += 1;
        }
        let (mut sum, mut last) = (0, 0);
        while sum < end {
            sum += parts[last];
            last += 1;
        }
        keys.retain(|key| (key >> shift) < last as u64);
        keys
    }
}

struct Walk<'w> {
    mask: &'w Mask,
    skip: usize,
    take: usize,
    /// How many more rows may be looked at.
    steps: usize,
    page: &'w mut Vec<u32>,
}

impl Walk<'_> {
    /// Looks at rows in this order. Whether more are wanted and may be looked at.
    fn go(&mut self, rows: &[u32]) -> bool {
        for row in rows.get(..rows.len().min(self.steps)).unwrap_or_default() {
            if self.mask.has(*row) {
                if self.skip > 0 {
                    self.skip -= 1;
                } else {
                    self.page.push(*row);
                    self.take -= 1;
                    if self.take == 0 {
                        return false;
                    }
                }
            }
        }
        self.steps = self.steps.saturating_sub(rows.len());
        self.steps > 0
    }
}
