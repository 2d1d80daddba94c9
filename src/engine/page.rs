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
    /// The part of the order in which rows with a number may be wanted.
    places: ops::Range<usize>,
}

impl<'t> Sorted<'t> {
    /// The order of a column for rows that are within the ranges, as far as those are about this column.
    pub fn new<'r>(column: &'t Column, descending: bool, ranges: impl Iterator<Item = &'r Range>) -> Self {
        let mut places = 0..column.order().len() - column.missing();
        for range in ranges {
            let within = column.places_within(range.min, range.max);
            places = places.start.max(within.start)..places.end.min(within.end);
        }
        Self { column, descending, places }
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
        let order = self.column.order();
        let known = order.get(self.places.clone()).unwrap_or_default();
        let more = if self.descending { self.walk_down(known, walk) } else { walk.go(known) };
        let missing = order.get(order.len() - self.column.missing()..).unwrap_or_default();
        if more && walk.take > 0 {
            walk.go(missing);
        }
        walk.take == 0
    }

    /// Rows of the same number stay in ascending order. Whether the walk can go on.
    fn walk_down(&self, mut rows: &[u32], walk: &mut Walk<'_>) -> bool {
        while let Some((last, _)) = rows.split_last() {
            let rank = self.column.rank(*last);
            let (before, group) = rows.split_at(group(rows, |row| self.column.rank(row) == rank));
            if !walk.go(group) {
                return false;
            }
            rows = before;
        }
        true
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

/// Where the last rows begin that belong together. Most groups are small: looks near the end first.
fn group(rows: &[u32], belongs: impl Fn(u32) -> bool) -> usize {
    let at = |index: usize| rows.get(index).is_some_and(|row| belongs(*row));
    let (mut step, mut inside) = (1, rows.len().saturating_sub(1));
    while inside >= step && at(inside - step) {
        inside -= step;
        step *= 2;
    }
    let outside = inside.saturating_sub(step);
    let part = rows.get(outside..inside).unwrap_or_default();
    outside + part.partition_point(|row| !belongs(*row))
}
