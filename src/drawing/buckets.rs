//! [`Buckets`]: numbers shared out among buckets in two passes, with no comparison.

use std::ops::Range;

/// Numbers in the order of their buckets; in each, in their own order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Buckets {
    /// The numbers.
    order: Vec<usize>,
    /// Where each bucket begins in `order`, and where the last ends.
    starts: Vec<usize>,
}

impl Buckets {
    /// Shares out the numbers below `of.len()`: `of` is the bucket of each, below `count`.
    pub fn new(of: &[usize], count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for bucket in of {
            starts[bucket + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut order = vec![0; of.len()];
        for (number, bucket) in of.iter().enumerate() {
            order[next[*bucket]] = number;
            next[*bucket] += 1;
        }
        Self { order, starts }
    }

    /// How many buckets there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// There is no bucket.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the numbers of a bucket stand.
    fn range(&self, bucket: usize) -> Range<usize> {
        self.starts[bucket]..self.starts[bucket + 1]
    }

    /// The numbers of a bucket.
    pub fn of(&self, bucket: usize) -> &[usize] {
        &self.order[self.range(bucket)]
    }

    /// All numbers, those of each bucket by a key; where keys are equal, in their own order.
    pub fn sorted_by_key(mut self, key: impl Fn(usize) -> f64) -> Vec<usize> {
        for bucket in 0..self.len() {
            let range = self.range(bucket);
            if range.len() > 1 {
                self.order[range].sort_by(|one, other| key(*one).total_cmp(&key(*other)));
            }
        }
        self.order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_in_its_bucket_once() {
        let buckets = Buckets::new(&[2, 0, 2, 2, 0], 4);
        let all: Vec<&[usize]> = (0..buckets.len()).map(|bucket| buckets.of(bucket)).collect();
        assert_eq!(all, [&[1, 4][..], &[], &[0, 2, 3], &[]]);
        let keys = [5.0, 9.0, 7.0, 5.0, 1.0];
        assert_eq!(buckets.sorted_by_key(|number| keys[number]), [4, 1, 0, 3, 2]);
        assert!(Buckets::new(&[], 0).is_empty());
    }
}
