//! [`Random`]: numbers that look drawn by lot and are the same on every machine.

use std::ops::RangeInclusive;

/// A stream of numbers (SplitMix64). Not for secrets.
pub struct Random(u64);

impl Random {
    /// The stream of one record. Streams do not depend on how many records there are: that is why a smaller sample
    /// is the beginning of a larger one.
    pub fn of(seed: u64, what: &str, index: usize) -> Self {
        let mut random = Self(seed);
        for part in what.bytes().map(u64::from).chain([index as u64]) {
            random.0 = random.next() ^ part;
        }
        random
    }

    /// The next number.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }

    /// A number below `end`, the small ones much more often: few donors fund much, many fund little.
    pub fn low(&mut self, end: usize) -> usize {
        let (one, other) = (self.below(end), self.below(end));
        (one * other).checked_div(end).unwrap_or(0)
    }

    /// A number within `range`.
    pub fn within(&mut self, range: RangeInclusive<usize>) -> usize {
        let (start, end) = range.into_inner();
        start + self.below(end + 1 - start)
    }

    /// True that many times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of the list; `None` when it is empty.
    pub fn pick<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        list.get(self.below(list.len()))
    }

    /// One word of a list.
    pub fn word<'w>(&mut self, words: &[&'w str]) -> &'w str {
        self.pick(words).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_the_same_every_time_and_another_for_another_record() {
        let first = |seed, what, index| Random::of(seed, what, index).below(1_000_000_000);
        assert_eq!(first(1, "project", 7), first(1, "project", 7));
        let others = [first(1, "project", 7), first(2, "project", 7), first(1, "event", 7), first(1, "project", 8)];
        assert_eq!(others.iter().collect::<std::collections::BTreeSet<_>>().len(), 4);
    }

    #[test]
    fn numbers_stay_within_their_bounds() {
        let mut random = Random::of(1, "bounds", 0);
        for _ in 0..10_000 {
            assert!((3..=5).contains(&random.within(3..=5)));
            assert!(random.low(7) < 7);
        }
        assert_eq!((random.below(0), random.low(0)), (0, 0));
        assert_eq!(random.pick::<u8>(&[]), None);
    }
}
