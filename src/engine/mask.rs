//! [`Mask`]: a set of rows, one bit a row. Plain loops over `u64`, eight a step: that is what the compiler makes SIMD of
//! where it is told to make little code.

use crate::lanes;

/// A set of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mask {
    /// Bits beyond the last row are zero.
    words: Vec<u64>,
    rows: usize,
}

/// How many rows are in a set, were not in it before, and are not in it any more.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Change {
    pub count: usize,
    pub more: usize,
    pub less: usize,
}

impl Mask {
    /// No row of `rows`.
    pub fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)], rows }
    }

    /// Every row.
    pub fn all(rows: usize) -> Self {
        let mut mask = Self { words: vec![!0; rows.div_ceil(64)], rows };
        mask.trim();
        mask
    }

    /// The bits, 64 rows a word.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The bits, to be written. Whoever writes beyond the last row calls [`Mask::trim`].
    pub fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Clears the bits beyond the last row.
    pub fn trim(&mut self) {
        if let (Some(last), used @ 1..) = (self.words.last_mut(), self.rows % 64) {
            *last &= (1 << used) - 1;
        }
    }

    /// How many rows there are, in the set or not.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Becomes every row.
    pub fn fill(&mut self) {
        self.words.fill(!0);
        self.trim();
    }

    /// Becomes the rows that were not in it.
    pub fn invert(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.trim();
    }

    /// Becomes the rows that both sets have.
    pub fn copy_both(&mut self, one: &Self, other: &Self) {
        self.join(one, other, |_, b, c| b & c);
    }

    /// The rows that the other set does not have.
    pub fn without(&self, other: &Self) -> Self {
        let mut without = Self::none(self.rows);
        without.join(self, other, |_, b, c| b & !c);
        without
    }

    /// Empties the set.
    pub fn clear(&mut self) {
        self.words.fill(0);
    }

    /// Adds a row; one that the table does not have is left out.
    #[inline]
    pub fn set(&mut self, row: u32) {
        if row as usize >= self.rows {
            return;
        }
        if let Some(word) = self.words.get_mut(row as usize / 64) {
            *word |= 1 << (row % 64);
        }
    }

    /// Whether a row is in the set.
    #[inline]
    pub fn has(&self, row: u32) -> bool {
        self.words.get(row as usize / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many rows are in the set.
    pub fn count(&self) -> usize {
        ones(&self.words, &self.words, |a, _| a) as usize
    }

    /// How many rows are in both sets.
    pub fn count_with(&self, other: &Self) -> u32 {
        ones(&self.words, &other.words, |a, b| a & b)
    }

    /// What is in it, and what became different since another set.
    pub fn since(&self, before: &Self) -> Change {
        let count = self.count();
        let both = ones(&self.words, &before.words, |now, before| now & before) as usize;
        Change { count, more: count - both, less: before.count() - both }
    }

    /// Becomes the other set.
    pub fn copy(&mut self, other: &Self) {
        self.words.copy_from_slice(&other.words);
    }

    /// Keeps the rows of the other set.
    pub fn and(&mut self, other: &Self) {
        self.join(other, other, |a, b, _| a & b);
    }

    /// Drops the rows of the other set.
    pub fn and_not(&mut self, other: &Self) {
        self.join(other, other, |a, b, _| a & !b);
    }

    /// Adds the rows of the other set.
    pub fn or(&mut self, other: &Self) {
        self.join(other, other, |a, b, _| a | b);
    }

    /// Adds the rows whose bits are set in the bytes, of which there may be more. [`Mask::trim`] is for the caller.
    pub fn or_bytes(&mut self, bytes: &[u8]) {
        let bytes = bytes.get(..bytes.len().min(self.rows.div_ceil(8))).unwrap_or_default();
        let (whole, rest) = bytes.as_chunks::<8>();
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
        for (word, bytes) in self.words.iter_mut().zip(whole.iter().chain([&last])) {
            *word |= u64::from_le_bytes(*bytes);
        }
    }

    /// Adds the rows that both of two sets have.
    pub fn or_both(&mut self, one: &Self, other: &Self) {
        self.join(one, other, |a, b, c| a | b & c);
    }

    /// Makes each word of it and those of two others, eight a step.
    #[inline]
    fn join(&mut self, one: &Self, other: &Self, make: impl Fn(u64, u64, u64) -> u64) {
        let ((a, a_rest), (b, b_rest)) = (self.words.as_chunks_mut::<8>(), one.words.as_chunks::<8>());
        let (c, c_rest) = other.words.as_chunks::<8>();
        for (a, (b, c)) in a.iter_mut().zip(b.iter().zip(c)) {
            for at in 0..8 {
                a[at] = make(a[at], b[at], c[at]);
            }
        }
        for (a, (b, c)) in a_rest.iter_mut().zip(b_rest.iter().zip(c_rest)) {
            *a = make(*a, *b, *c);
        }
    }

    /// Every row of the set in ascending order.
    #[inline]
    pub fn each(&self, mut see: impl FnMut(u32)) {
        for (at, &word) in self.words.iter().enumerate() {
            let mut left = word;
            while left != 0 {
                see(at as u32 * 64 + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }

    /// `take` rows of the set after the first `skip` ones.
    pub fn part(&self, mut skip: usize, take: usize) -> impl Iterator<Item = u32> {
        let before = self.words.iter().take_while(|word| {
            let more = skip >= word.count_ones() as usize;
            skip -= if more { word.count_ones() as usize } else { 0 };
            more
        });
        let first = before.count();
        let words = self.words.iter().enumerate().skip(first);
        let rows = words.flat_map(|(at, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(at as u32 * 64 + bit)
            })
        });
        rows.skip(skip).take(take)
    }

    /// The list becomes every row of the set, of which there are `count`, in ascending order.
    pub fn list(&self, count: usize, into: &mut Vec<u32>) {
        // Eight places are written at a time, of which those beyond the end are written over or cut.
        into.resize(count + 8, 0);
        let mut end = 0;
        for (at, &word) in self.words.iter().enumerate() {
            if word == 0 {
                continue;
            }
            let first = at as u32 * 64;
            if word.count_ones() < 10 {
                let mut left = word;
                while left != 0 {
                    if let Some(to) = into.get_mut(end) {
                        *to = first + left.trailing_zeros();
                    }
                    end += 1;
                    left &= left - 1;
                }
                continue;
            }
            for (first, byte) in (first..).step_by(8).zip(word.to_le_bytes()) {
                let bits = &BITS[usize::from(byte)];
                if let Some(to) = into.get_mut(end..end + 8) {
                    to.copy_from_slice(&lanes::plus(bits, first));
                }
                end += byte.count_ones() as usize;
            }
        }
        into.truncate(count);
    }
}

/// How many bits two lists of words give, eight words a step.
#[inline]
fn ones(a: &[u64], b: &[u64], join: impl Fn(u64, u64) -> u64) -> u32 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let rest = a_rest.iter().zip(b_rest).map(|(a, b)| join(*a, *b).count_ones()).sum();
    a.iter().zip(b).fold(rest, |sum, (a, b)| {
        let mut eight = 0;
        for at in 0..8 {
            eight += join(a[at], b[at]).count_ones();
        }
        sum + eight
    })
}

/// For each byte the places of its bits.
static BITS: [[u32; 8]; 256] = {
    let mut table = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut bit, mut end) = (0, 0);
        while bit < 8 {
            if byte >> bit & 1 == 1 {
                table[byte][end] = bit;
                end += 1;
            }
            bit += 1;
        }
        byte += 1;
    }
    table
};
