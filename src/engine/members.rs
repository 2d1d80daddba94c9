//! [`Members`]: which rows have which values of a facet.
//!
//! From the row to its values, as planes of codes: the first two values of every row, the third, …. That is all that
//! counting few rows, or many, needs, and who has a value is found by a scan of the planes. Where the values are few,
//! they get masks beside when rows are first counted by them: those count any number of rows in the same time.
//!
//! A facet is written as it stands in memory, so that reading it is copying it. That takes 3 % more with Brotli than the
//! number of values of each row and the values alone.

use crate::bytes::{Damaged, Reader, Writer};
use crate::lanes;
use crate::mask::Mask;
use crate::plane::{self, Plane};
use crate::sort;
use std::borrow::Cow;
use std::sync::OnceLock;

/// How many values of a row get a plane at most; further ones are listed.
const LEVELS: usize = 8;
/// A level that fewer than one row in this many reaches is listed, not made a plane.
const THIN: usize = 32;
/// A facet of so many values at most has masks: they take a bit a row each, together no more than a few planes.
const FEW: usize = 64;

/// Which rows have which values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    rows: usize,
    values: usize,
    /// The first values of every row, the next, …; a row without one has the code `values`.
    levels: Vec<Level>,
    /// Further values, as (row, value), ascending by row.
    extra: Vec<(u32, u32)>,
    totals: Vec<u32>,
    /// For each value the rows that have it, if the values are few; made when they are first asked for.
    masks: OnceLock<Vec<Mask>>,
}

#[derive(Clone, Debug)]
struct Level {
    codes: Plane,
    /// Two values a row, the second above this bit: counting both is one step. Zero for one value a row.
    second: u32,
    /// The rows that reach this level.
    has: Mask,
    /// How many values it holds.
    count: usize,
}

impl Level {
    /// The values of a row at this level, perhaps unknown ones.
    fn values(&self, row: u32) -> impl Iterator<Item = u32> + use<> {
        let code = self.codes.get(row);
        let second = code.filter(|_| self.second > 0).map(|code| code >> self.second);
        code.map(|code| if second.is_some() { code & ((1 << self.second) - 1) } else { code }).into_iter().chain(second)
    }
}

impl Members {
    /// Of each row the values in a list; unknown ones and repeats are dropped. Rows beyond the lists have none.
    pub fn of_rows<'v>(rows: usize, values: usize, of_row: &mut dyn Iterator<Item = &'v [u32]>) -> Self {
        let mut kept: Vec<Cow<'v, [u32]>> = of_row.take(rows).map(|list| once(list, values)).collect();
        kept.resize(rows, Cow::default());
        let mut levels = Vec::new();
        let longest = kept.iter().map(|list| list.len()).max().unwrap_or(0);
        for place in 0..longest.min(LEVELS) {
            let (mut has, mut codes) = (Mask::none(rows), Vec::new());
            for (row, list) in kept.iter().enumerate() {
                if let Some(value) = list.get(place) {
                    has.set(row as u32);
                    codes.push(*value);
                }
            }
            levels.push((has, codes));
        }
        let beyond = kept
            .iter()
            .zip(0..)
            .flat_map(|(list, row)| list.get(LEVELS..).unwrap_or_default().iter().map(move |value| (row, *value)));
        Self::new(rows, values, levels, beyond.collect())
    }

    /// Of each row one value, or none where the code is unknown.
    pub fn of_codes(rows: usize, values: usize, codes: &[u16]) -> Self {
        let (mut has, mut known) = (Mask::none(rows), Vec::new());
        for (code, row) in codes.iter().zip(0..rows as u32).filter(|(code, _)| usize::from(**code) < values) {
            has.set(row);
            known.push(u32::from(*code));
        }
        Self::new(rows, values, vec![(has, known)], Vec::new())
    }

    /// For each level the rows that reach it and their values; beyond the levels rows with values, ascending by row.
    fn new(rows: usize, values: usize, levels: Vec<(Mask, Vec<u32>)>, beyond: Vec<(u32, u32)>) -> Self {
        let mut members = Self { rows, values, ..Self::default() };
        for (has, codes) in levels {
            members.push(has, codes.into_iter());
        }
        members.done(beyond)
    }

    /// Adds a level.
    fn push(&mut self, has: Mask, mut values: impl Iterator<Item = u32>) {
        let count = has.count();
        if count == 0 {
            return;
        }
        if count < self.rows / THIN {
            has.each(|row| self.extra.extend(values.next().map(|value| (row, value))));
            return;
        }
        let mut codes = Plane::new(self.rows, self.values as u32);
        codes.set_all(&has, values);
        self.levels.push(Level { codes, second: 0, has, count });
    }

    /// The first two levels become one, if both are there and their codes are bytes.
    fn pair(&mut self) {
        let pair = match self.levels.as_slice() {
            [Level { codes: Plane::U8(first), count, .. }, Level { codes: Plane::U8(second), count: more, .. }, ..] => {
                let bits = u32::BITS - (self.values as u32).leading_zeros();
                let codes = Plane::U16(plane::zip(first, second, bits));
                Level { codes, second: bits, has: Mask::all(self.rows), count: count + more }
            }
            _ => return,
        };
        self.levels.splice(..2, [pair]);
    }

    fn done(mut self, mut beyond: Vec<(u32, u32)>) -> Self {
        self.extra.append(&mut beyond);
        // The values of a row stay in their order.
        let mut order: Vec<u64> = self.extra.iter().zip(0..).map(|((row, _), at)| u64::from(*row) << 32 | at).collect();
        sort::by_upper_half(&mut order);
        self.extra = order.into_iter().filter_map(|key| self.extra.get(key as u32 as usize).copied()).collect();
        self.pair();
        let all = Mask::all(self.rows);
        let mut list = Vec::new();
        all.list(self.rows, &mut list);
        let mut totals = vec![0; self.values];
        self.add(&all, &list, 1, &mut totals);
        self.totals = totals;
        self
    }

    /// For each value the rows that have it, if the values are few.
    fn masks(&self) -> &[Mask] {
        self.masks.get_or_init(|| {
            let few = if self.values <= FEW { self.values } else { 0 };
            let mut masks = vec![Mask::none(self.rows); few];
            for level in self.levels.iter().filter(|_| few > 0) {
                match &level.codes {
                    Plane::U16(codes) if level.second > 0 => {
                        let pairs = codes.as_chunks().0.iter().enumerate();
                        pairs.for_each(|(at, pairs)| mark_pairs(pairs, level.second, at, &mut masks));
                    }
                    codes => level.has.each(|row| {
                        let mask = codes.get(row).and_then(|value| masks.get_mut(value as usize));
                        mask.into_iter().for_each(|mask| mask.set(row));
                    }),
                }
            }
            for (row, value) in &self.extra {
                masks.iter_mut().skip(*value as usize).take(1).for_each(|mask| mask.set(*row));
            }
            masks
        })
    }

    /// How many rows have each value.
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// The values of a row.
    pub fn of_row(&self, row: u32) -> impl Iterator<Item = u32> + '_ {
        let planes = self.levels.iter().flat_map(move |level| level.values(row));
        let from = self.extra.partition_point(|(other, _)| *other < row);
        let extra = self.extra.get(from..).unwrap_or_default().iter();
        let known = self.values as u32;
        planes
            .filter(move |value| *value < known)
            .chain(extra.take_while(move |(other, _)| *other == row).map(|(_, value)| *value))
    }

    /// Adds the rows that have a value.
    pub fn add_holders(&self, value: u32, into: &mut Mask) {
        match self.masks.get().and_then(|masks| masks.get(value as usize)) {
            Some(mask) => into.or(mask),
            None => self.find(value, into),
        }
    }

    /// Adds the rows that have a value, as the planes tell.
    fn find(&self, value: u32, into: &mut Mask) {
        if value as usize >= self.values {
            return;
        }
        for level in &self.levels {
            match &level.codes {
                Plane::U16(codes) if level.second > 0 => {
                    for (word, codes) in into.words_mut().iter_mut().zip(codes.as_chunks().0) {
                        *word |= lanes::with_part(codes, value as u16, level.second);
                    }
                }
                codes => codes.add_within(value, value, into),
            }
        }
        self.extra.iter().filter(|(_, other)| *other == value).for_each(|(row, _)| into.set(*row));
    }

    /// Whether so many rows are fewer than a scan of all of them takes steps.
    fn are_few(&self, rows: usize) -> bool {
        rows < self.rows / 64
    }

    /// What [`Members::add`] costs for so many rows, in nanoseconds or so.
    pub fn rows_cost(&self, rows: usize) -> usize {
        let levels = self.levels.len();
        if self.are_few(rows) {
            return rows * levels + self.extra.len();
        }
        let further: usize = self.levels.iter().skip(1).map(|level| level.count).sum();
        let scans = levels.saturating_sub(1) * self.rows / 128;
        rows + rows * further / self.rows.max(1) + scans + self.extra.len()
    }

    /// What [`Members::count_values`] costs; nothing is as dear as what cannot be done.
    pub fn values_cost(&self) -> usize {
        if self.values > FEW { usize::MAX } else { self.values * self.rows / 128 }
    }

    /// Counts the rows of the mask value by value.
    pub fn count_values(&self, mask: &Mask, counts: &mut [u32]) {
        for (count, holders) in counts.iter_mut().zip(self.masks()) {
            *count = mask.count_with(holders);
        }
    }

    /// Adds `by` to the counts of the values of every row, given as a mask and as a list.
    pub fn add(&self, mask: &Mask, list: &[u32], by: i32, counts: &mut [u32]) {
        let by = by as u32;
        let few = self.are_few(list.len());
        for (at, level) in self.levels.iter().enumerate() {
            match &level.codes {
                Plane::U16(codes) if level.second > 0 => self.add_pairs(codes, level.second, list, by, counts),
                // Every row is asked for its first value, and few rows for all: the code of those without one is
                // counted and left out.
                codes => {
                    let mut table = vec![0; self.values + 1];
                    match codes {
                        Plane::U8(codes) if at == 0 || few => tally(codes, list, &mut table),
                        Plane::U16(codes) if at == 0 || few => tally(codes, list, &mut table),
                        Plane::U32(codes) if at == 0 || few => tally(codes, list, &mut table),
                        Plane::U8(codes) => tally_both(codes, mask, &level.has, &mut table),
                        Plane::U16(codes) => tally_both(codes, mask, &level.has, &mut table),
                        Plane::U32(codes) => tally_both(codes, mask, &level.has, &mut table),
                    }
                    for (count, more) in counts.iter_mut().zip(table) {
                        *count = count.wrapping_add(more.wrapping_mul(by));
                    }
                }
            }
        }
        for (_, value) in self.extra.iter().filter(|(row, _)| mask.has(*row)) {
            bump(counts, *value, by);
        }
    }

    /// The same for the first two values of each row.
    fn add_pairs(&self, codes: &[u16], bits: u32, list: &[u32], by: u32, counts: &mut [u32]) {
        // A table of pairs is made and added up only if there are enough rows.
        if list.len() < self.values * self.values {
            for code in list.iter().filter_map(|row| codes.get(*row as usize)) {
                parts(*code, bits).into_iter().for_each(|value| bump(counts, value.into(), by));
            }
            return;
        }
        let mut table = vec![0u32; (self.values + 1) << bits];
        tally(codes, list, &mut table);
        for (second, row) in table.chunks_exact(1 << bits).enumerate() {
            let row = row.get(..=self.values).unwrap_or_default();
            for (count, more) in counts.iter_mut().zip(row) {
                *count = count.wrapping_add(more.wrapping_mul(by));
            }
            bump(counts, second as u32, row.iter().sum::<u32>().wrapping_mul(by));
        }
    }

    /// The planes as they are, then row by row the further values, then how many rows have each value.
    pub fn write(&self, writer: &mut Writer) {
        writer.number(self.levels.iter().map(|level| 1 + usize::from(level.second > 0)).sum());
        for level in &self.levels {
            match &level.codes {
                Plane::U16(codes) if level.second > 0 => {
                    for at in 0..2 {
                        codes.iter().take(self.rows).for_each(|pair| writer.byte(parts(*pair, level.second)[at] as u8));
                    }
                }
                codes => codes.write(writer, self.rows, self.values as u32),
            }
        }
        writer.number(self.extra.len());
        let mut last = 0;
        for (row, value) in &self.extra {
            writer.number((row - last) as usize);
            writer.number(*value as usize);
            last = *row;
        }
        self.totals.iter().for_each(|total| writer.number(*total as usize));
    }

    /// Reads what [`Members::write`] wrote.
    pub fn read(reader: &mut Reader<'_>, rows: usize, values: usize) -> Result<Self, Damaged> {
        let mut members = Self { rows, values, ..Self::default() };
        let levels = reader.number(if values == 0 { 0 } else { LEVELS })?;
        for _ in 0..levels {
            let codes = Plane::read(reader, rows, values as u32)?;
            let mut has = Mask::none(rows);
            codes.within(0, values as u32 - 1, &mut has);
            let count = has.count();
            members.levels.push(Level { codes, second: 0, has, count });
        }
        let mut row = 0u32;
        let extra = reader.count()?;
        for pair in reader.varints(extra.saturating_mul(2))?.as_chunks::<2>().0 {
            let [gap, value] = pair.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
            row = row.saturating_add(gap);
            if row as usize >= rows || value as usize >= values {
                return Err(Damaged("a facet has unknown values"));
            }
            members.extra.push((row, value));
        }
        members.totals = reader.varints(values)?.into_iter().map(|total| total as u32).collect();
        members.pair();
        Ok(members)
    }
}

/// A list without unknown values and repeats: itself, if it has none.
fn once(list: &[u32], values: usize) -> Cow<'_, [u32]> {
    let fits = |(at, value): (usize, &u32)| (*value as usize) < values && !list.iter().take(at).any(|it| it == value);
    if list.iter().enumerate().all(fits) {
        return Cow::Borrowed(list);
    }
    list.iter().enumerate().filter(|it| fits(*it)).map(|(_, value)| *value).collect()
}

/// The two values of a pair of which the second stands above these bits.
#[inline]
fn parts(pair: u16, bits: u32) -> [u16; 2] {
    [pair & ((1 << bits) - 1), pair >> bits]
}

/// Adds 64 rows to the masks of their values.
#[inline(never)]
fn mark_pairs(pairs: &[u16; 64], bits: u32, at: usize, masks: &mut [Mask]) {
    for (bit, pair) in pairs.iter().enumerate() {
        for value in parts(*pair, bits) {
            if let Some(word) = masks.get_mut(usize::from(value)).and_then(|mask| mask.words_mut().get_mut(at)) {
                *word |= 1 << bit;
            }
        }
    }
}

#[inline]
fn bump(counts: &mut [u32], value: u32, by: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count = count.wrapping_add(by);
    }
}

/// Counts the codes of the rows.
fn tally<C: Copy + Into<u32>>(codes: &[C], rows: &[u32], table: &mut [u32]) {
    for code in rows.iter().filter_map(|row| codes.get(*row as usize)) {
        bump(table, (*code).into(), 1);
    }
}

/// Counts the codes of the rows that are in both sets.
fn tally_both<C: Copy + Into<u32>>(codes: &[C], mask: &Mask, has: &Mask, table: &mut [u32]) {
    for (codes, (word, has)) in codes.as_chunks::<64>().0.iter().zip(mask.words().iter().zip(has.words())) {
        let mut left = word & has;
        while left != 0 {
            bump(table, codes[left.trailing_zeros() as usize % 64].into(), 1);
            left &= left - 1;
        }
    }
}
