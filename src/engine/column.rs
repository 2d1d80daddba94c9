//! [`Column`]: a number for each row, as the rank of the number among the distinct ones.
//!
//! Ranks are small, so that a range is a scan of two bytes a row. Beside them stands the order of the rows, once it has
//! been asked for.

use crate::bytes::{Damaged, Reader, unfold};
use crate::mask::Mask;
use crate::plane::Plane;
use std::ops::Range;
use std::sync::OnceLock;

/// A number for each row.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub key: String,
    rows: usize,
    /// The distinct numbers, ascending.
    values: Values,
    /// For each row the index of its number; `values.len()` without one.
    ranks: Plane,
    order: OnceLock<Order>,
}

/// The rows by rank, then by row number: those without a number last.
#[derive(Clone, Debug)]
struct Order {
    rows: Vec<u32>,
    /// Where those of each rank end.
    ends: Vec<u32>,
}

/// Ascending numbers without repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Values {
    /// `count` numbers, each `step` more than the one before.
    Even { first: i64, step: i64, count: usize },
    /// Any.
    List(Vec<i64>),
}

impl Values {
    /// The same numbers in the shortest form.
    pub fn new(list: Vec<i64>) -> Self {
        if let [first, second, ..] = *list
            && let Some(step) = second.checked_sub(first)
            && list.windows(2).all(|pair| pair[0].checked_add(step) == Some(pair[1]))
        {
            return Self::Even { first, step, count: list.len() };
        }
        Self::List(list)
    }

    pub fn len(&self) -> usize {
        match self {
            Self::Even { count, .. } => *count,
            Self::List(list) => list.len(),
        }
    }

    pub fn get(&self, index: usize) -> Option<i64> {
        match self {
            Self::Even { first, step, count } => {
                (index < *count).then(|| first.wrapping_add(step.wrapping_mul(index as i64)))
            }
            Self::List(list) => list.get(index).copied(),
        }
    }

    /// Reads ascending numbers, each written as what it is more than the one before.
    pub fn read(reader: &mut Reader<'_>, count: usize) -> Result<Self, Damaged> {
        let mut list: Vec<i64> = reader.varints(count)?.into_iter().map(|gap| gap as i64).collect();
        let mut last = None;
        for gaps in list.chunks_mut(256) {
            last = Some(add_up(gaps, last).ok_or(Damaged("the numbers of a column are not in order"))?);
        }
        Ok(Self::List(list))
    }

    /// How many numbers are below the bound, or not above it.
    fn below(&self, bound: i64, inclusive: bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.get(middle).is_some_and(|value| value < bound || inclusive && value == bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

impl Column {
    pub fn of_rows(key: String, rows: usize, of_row: &[Option<i64>]) -> Self {
        let numbers = of_row.get(..rows.min(of_row.len())).unwrap_or_default();
        let mut values: Vec<i64> = numbers.iter().flatten().copied().collect();
        values.sort_unstable();
        values.dedup();
        let mut ranks = Plane::new(rows, values.len() as u32);
        for (row, number) in numbers.iter().enumerate() {
            if let Some(rank) = number.and_then(|number| values.binary_search(&number).ok()) {
                ranks.set(row as u32, rank as u32);
            }
        }
        Self::new(key, rows, Values::new(values), ranks)
    }

    /// A column of ranks that are at most `values.len()`.
    pub fn new(key: String, rows: usize, values: Values, ranks: Plane) -> Self {
        Self { key, rows, values, ranks, order: OnceLock::new() }
    }

    /// Makes the order by counting, when it is first asked for.
    fn sorted(&self) -> &Order {
        self.order.get_or_init(|| {
            let mut starts = vec![0u32; self.values.len() + 2];
            let rows = match &self.ranks {
                Plane::U8(ranks) => sorted(ranks, self.rows, &mut starts),
                Plane::U16(ranks) => sorted(ranks, self.rows, &mut starts),
                Plane::U32(ranks) => sorted(ranks, self.rows, &mut starts),
            };
            Order { rows, ends: starts }
        })
    }

    pub fn values(&self) -> &Values {
        &self.values
    }

    /// The ranks of the rows.
    pub fn ranks(&self) -> &Plane {
        &self.ranks
    }

    /// The rank of a row; that of rows without a number is the greatest.
    #[inline]
    pub fn rank(&self, row: u32) -> u32 {
        self.ranks.get(row).unwrap_or(self.values.len() as u32)
    }

    /// The number of a row.
    pub fn value(&self, row: u32) -> Option<i64> {
        if row as usize >= self.rows {
            return None;
        }
        self.values.get(self.rank(row) as usize)
    }

    /// The rows whose ranks are in this range, in order. Those without a number have the rank `values().len()`.
    pub fn ordered(&self, ranks: Range<usize>) -> &[u32] {
        let Order { rows, ends } = self.sorted();
        let before = |rank: usize| rank.checked_sub(1).map_or(Some(0), |last| ends.get(last).map(|end| *end as usize));
        before(ranks.start).zip(before(ranks.end)).and_then(|(start, end)| rows.get(start..end)).unwrap_or_default()
    }

    /// Keeps the rows whose number is within the bounds; those without one if `missing`.
    pub fn within(&self, min: Option<i64>, max: Option<i64>, missing: bool, into: &mut Mask) {
        let ranks = self.ranks_within(min, max);
        if !ranks.is_empty() {
            self.ranks.within(ranks.start as u32, ranks.end as u32 - 1, into);
        } else {
            into.clear();
        }
        if missing {
            let none = self.values.len() as u32;
            self.ranks.add_within(none, none, into);
        }
    }

    /// The ranks of the numbers within the bounds.
    pub fn ranks_within(&self, min: Option<i64>, max: Option<i64>) -> Range<usize> {
        let low = min.map_or(0, |min| self.values.below(min, false));
        low..max.map_or(self.values.len(), |max| self.values.below(max, true))
    }
}

/// Makes numbers of the gaps before them; gives the last, if each is greater than the one before.
#[inline(never)]
fn add_up(gaps: &mut [i64], mut last: Option<i64>) -> Option<i64> {
    for gap in gaps {
        let next = last.unwrap_or_default().wrapping_add(unfold(*gap as u64));
        if last.is_some_and(|last| last >= next) {
            return None;
        }
        (*gap, last) = (next, Some(next));
    }
    last
}

/// The rows by rank. `starts` is empty, and becomes where the rows of each rank end.
fn sorted<C: Copy + Into<u32>>(ranks: &[C], rows: usize, starts: &mut [u32]) -> Vec<u32> {
    let ranks = ranks.get(..rows).unwrap_or_default();
    ranks.chunks(1024).for_each(|ranks| tally(ranks, starts));
    let mut sum = 0;
    for start in starts.iter_mut() {
        (*start, sum) = (sum, sum + *start);
    }
    let mut order = vec![0; rows];
    ranks.chunks(1024).zip((0..).step_by(1024)).for_each(|(ranks, first)| place(ranks, first, starts, &mut order));
    order
}

#[inline(never)]
fn tally<C: Copy + Into<u32>>(ranks: &[C], counts: &mut [u32]) {
    for rank in ranks {
        let rank: u32 = (*rank).into();
        if let Some(count) = counts.get_mut(rank as usize) {
            *count += 1;
        }
    }
}

#[inline(never)]
fn place<C: Copy + Into<u32>>(ranks: &[C], first: u32, starts: &mut [u32], order: &mut [u32]) {
    for (rank, row) in ranks.iter().zip(first..) {
        let rank: u32 = (*rank).into();
        if let Some(start) = starts.get_mut(rank as usize) {
            if let Some(to) = order.get_mut(*start as usize) {
                *to = row;
            }
            *start += 1;
        }
    }
}
