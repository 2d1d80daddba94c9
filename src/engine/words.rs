//! [`Text`]: which rows hold which words, by the beginning of the word.
//!
//! A common word is a mask. Any other is a list of gaps, one byte each for most: it stays as it came. What the many
//! words with the same short beginning hold together is made into a mask on loading, each from those below it.

use crate::bytes::{Damaged, Reader, Writer, varint};
use crate::draft::TextDraft;
use crate::mask::Mask;
use crate::sort;
use crate::strings::Texts;
use std::collections::BTreeMap;

/// A word that more than one row in this many holds is a mask: looking it up is then eight times as fast.
const COMMON: usize = 32;
/// As bytes, only one that more than one row in this many holds is a mask: the gaps of others take less.
const DENSE: usize = 16;
/// Words with one beginning that together take more work than one row in this many get a mask of their own.
const HEAVY: usize = 4;

/// Takes the words of the rows one by one, for tables whose texts are too many to be held all at once.
#[derive(Clone, Debug, Default)]
pub struct TextBuilder {
    key: String,
    rows: u32,
    codes: BTreeMap<String, usize>,
    words: Vec<Built>,
}

#[derive(Clone, Debug)]
struct Built {
    word: String,
    /// One more than the last row.
    next: u32,
    count: u32,
    gaps: Vec<u8>,
}

impl TextBuilder {
    /// A text without rows.
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), ..Self::default() }
    }

    /// The words of the next row. Repeats and empty words are dropped.
    pub fn row<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) {
        let row = self.rows;
        self.rows += 1;
        for word in words.into_iter().filter(|word| !word.is_empty()) {
            let code = match self.codes.get(word) {
                Some(code) => *code,
                None => {
                    self.codes.insert(word.to_owned(), self.words.len());
                    self.words.push(Built { word: word.to_owned(), next: 0, count: 0, gaps: Vec::new() });
                    self.words.len() - 1
                }
            };
            if let Some(built) = self.words.get_mut(code).filter(|built| built.next <= row) {
                varint(&mut built.gaps, u64::from(row - built.next));
                (built.next, built.count) = (row + 1, built.count + 1);
            }
        }
    }

    /// The words of all rows of a draft.
    pub fn of_draft(draft: &TextDraft) -> Self {
        let mut builder = Self::new(&draft.key);
        draft.words_of_row.iter().for_each(|words| builder.row(words.iter().map(String::as_str)));
        builder
    }

    pub(crate) fn done(mut self, rows: usize) -> Text {
        self.words.sort_unstable_by(|a, b| a.word.cmp(&b.word));
        let mut text = Text { key: self.key, rows, ..Text::default() };
        self.words.iter().for_each(|built| text.vocabulary.push(&built.word));
        text.counts = self.words.iter().map(|built| built.count).collect();
        text.places = vec![0; text.counts.len()];
        for word in by_count(&text.counts) {
            if let Some(built) = self.words.get_mut(word) {
                text.place(word, &std::mem::take(&mut built.gaps));
            }
        }
        text.unite();
        text
    }
}

/// The words, those first that the most rows hold: like stands by like, and the rare ones in one piece at the end.
fn by_count(counts: &[u32]) -> Vec<usize> {
    let mut keys: Vec<u64> = counts.iter().zip(0..).map(|(count, word)| u64::from(!count) << 32 | word).collect();
    sort::by_upper_half(&mut keys);
    keys.into_iter().map(|key| key as u32 as usize).collect()
}

/// Which rows hold which words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub key: String,
    rows: usize,
    vocabulary: Texts,
    /// How many rows hold each word.
    counts: Vec<u32>,
    /// Of each word the index of its mask, with [`IS_MASK`], or where its gaps begin.
    places: Vec<u32>,
    masks: Vec<Mask>,
    gaps: Vec<u8>,
    /// Ranges of words with one beginning, and the rows that hold one of them, ascending.
    unions: Vec<((u32, u32), Mask)>,
}

const IS_MASK: u32 = 1 << 31;

impl Text {
    /// Keeps the rows of a word.
    fn place(&mut self, word: usize, gaps: &[u8]) {
        let count = self.count(word);
        if self.is_common(count) {
            let mut mask = Mask::none(self.rows);
            add_gaps(gaps, count, &mut mask);
            mask.trim();
            self.place_mask(word, mask);
        } else {
            self.set_place(word, self.gaps.len() as u32);
            self.gaps.extend_from_slice(gaps);
        }
    }

    fn place_mask(&mut self, word: usize, mask: Mask) {
        self.set_place(word, self.masks.len() as u32 | IS_MASK);
        self.masks.push(mask);
    }

    fn set_place(&mut self, word: usize, place: u32) {
        if let Some(to) = self.places.get_mut(word) {
            *to = place;
        }
    }

    fn count(&self, word: usize) -> u32 {
        self.counts.get(word).copied().unwrap_or_default()
    }

    fn is_common(&self, count: u32) -> bool {
        count as usize > self.rows / COMMON
    }

    /// Each word with the number of rows that hold it, in the order of the alphabet of code points.
    pub fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.vocabulary.iter().zip(self.counts.iter().copied())
    }

    /// The words with this beginning.
    fn range(&self, beginning: &str) -> (usize, usize) {
        let low = self.vocabulary.below(beginning);
        (low, self.vocabulary.partition(low, |word| word.starts_with(beginning)))
    }

    /// The rows that hold a word with this beginning.
    pub fn holders(&self, beginning: &str, into: &mut Mask) {
        into.clear();
        let (low, high) = self.range(beginning);
        let union = self.unions.binary_search_by_key(&(low as u32, high as u32), |(range, _)| *range);
        match union.ok().and_then(|at| self.unions.get(at)) {
            Some((_, mask)) => into.copy(mask),
            None => {
                (low..high).for_each(|word| self.add(word, into));
                into.trim();
            }
        }
    }

    /// Adds the rows that hold a word.
    fn add(&self, word: usize, into: &mut Mask) {
        let (Some(place), Some(count)) = (self.places.get(word), self.counts.get(word)) else { return };
        if place & IS_MASK != 0 {
            if let Some(mask) = self.masks.get((place & !IS_MASK) as usize) {
                into.or(mask);
            }
        } else if let Some(gaps) = self.gaps.get(*place as usize..) {
            add_gaps(gaps, *count, into);
        }
    }

    /// What [`Text::add`] costs.
    fn cost(&self, word: usize) -> usize {
        let is_mask = self.places.get(word).is_some_and(|place| place & IS_MASK != 0);
        if is_mask { self.rows / 128 } else { self.count(word) as usize }
    }

    /// Makes the masks of heavy beginnings.
    fn unite(&mut self) {
        let mut unions = Vec::new();
        self.unite_below(0, self.vocabulary.len(), 0, None, &mut unions);
        self.unions = unions;
    }

    /// The words `low..high` have the first `shared` bytes in common.
    fn unite_below(
        &self,
        low: usize,
        high: usize,
        shared: usize,
        mut into: Option<&mut Mask>,
        unions: &mut Vec<((u32, u32), Mask)>,
    ) {
        let mut at = low;
        while at < high {
            let word = self.vocabulary.get(at);
            let next = word.get(shared..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let beginning = word.get(..shared + next).unwrap_or_default();
            let end = match next {
                0 => at + 1,
                _ => self.vocabulary.partition(at, |word| word.starts_with(beginning)).min(high),
            };
            let heavy = end - at > 1 && (at..end).map(|word| self.cost(word)).sum::<usize>() > self.rows / HEAVY;
            if heavy {
                let mut mask = Mask::none(self.rows);
                // To where they differ: what they share beyond the next letter is no beginning of other words.
                let last = self.vocabulary.get(end - 1);
                let same = word.chars().zip(last.chars()).take_while(|(a, b)| a == b);
                let shared = same.map(|(letter, _)| letter.len_utf8()).sum::<usize>().max(shared + next);
                self.unite_below(at, end, shared, Some(&mut mask), unions);
                mask.trim();
                if let Some(into) = into.as_deref_mut() {
                    into.or(&mask);
                }
                let range = (at as u32, end as u32);
                unions.insert(unions.partition_point(|(other, _)| *other < range), (range, mask));
            } else if let Some(into) = into.as_deref_mut() {
                (at..end).for_each(|word| self.add(word, into));
            }
            at = end;
        }
    }

    pub fn write(&self, writer: &mut Writer) {
        writer.string(&self.key);
        self.vocabulary.write(writer);
        self.counts.iter().for_each(|count| writer.number(*count as usize));
        let order = by_count(&self.counts);
        let (mut masks, mut lengths, mut lists) = (Vec::new(), Vec::new(), Vec::new());
        for word in order {
            let (Some(place), Some(count)) = (self.places.get(word), self.counts.get(word)) else { continue };
            let mask = self.masks.get((place & !IS_MASK) as usize).filter(|_| place & IS_MASK != 0);
            let start = lists.len();
            match mask {
                Some(mask) if *count as usize > self.rows / DENSE => {
                    let bytes = mask.words().iter().flat_map(|word| word.to_le_bytes());
                    masks.extend(bytes.take(self.rows.div_ceil(8)));
                    continue;
                }
                Some(mask) => {
                    let mut next = 0;
                    mask.each(|row| {
                        varint(&mut lists, u64::from(row - next));
                        next = row + 1;
                    });
                }
                None => {
                    let from = self.gaps.get(*place as usize..).unwrap_or_default();
                    lists.extend_from_slice(from.get(..length(from, *count)).unwrap_or_default());
                }
            }
            varint(&mut lengths, (lists.len() - start - *count as usize) as u64);
        }
        writer.raw(&lengths);
        writer.raw(&masks);
        writer.number(lists.len());
        writer.raw(&lists);
    }

    pub fn read(reader: &mut Reader<'_>, rows: usize) -> Result<Self, Damaged> {
        let key = reader.string()?.to_owned();
        let vocabulary = Texts::read(reader)?;
        if !(1..vocabulary.len()).all(|at| vocabulary.get(at - 1) < vocabulary.get(at)) {
            return Err(Damaged("the words are not in order"));
        }
        let mut counts = Vec::with_capacity(vocabulary.len());
        for _ in 0..vocabulary.len() {
            counts.push(reader.number(rows)? as u32);
        }
        let order = by_count(&counts);
        let places = vec![0; counts.len()];
        let mut text = Self { key, rows, vocabulary, counts, places, ..Self::default() };
        let dense = order.partition_point(|word| text.count(*word) as usize > rows / DENSE);
        let common = order.partition_point(|word| text.is_common(text.count(*word)));
        let mut lengths = Vec::with_capacity(order.len() - dense);
        for word in order.iter().skip(dense) {
            lengths.push(reader.number(usize::MAX >> 1)?.saturating_add(text.count(*word) as usize));
        }
        for word in order.iter().take(dense) {
            let mask = Mask::of_bytes(rows, reader.take(rows.div_ceil(8))?);
            text.place_mask(*word, mask);
        }
        let length = reader.count()?;
        let mut lists = reader.take(length)?;
        for (word, length) in order.iter().skip(dense).zip(&lengths).take(common - dense) {
            let (gaps, rest) = lists.split_at_checked(*length).ok_or(Damaged("a word has too few rows"))?;
            text.place(*word, gaps);
            lists = rest;
        }
        // The rare words stay as they are, in one piece.
        if lists.len() >= IS_MASK as usize {
            return Err(Damaged("too many words"));
        }
        text.gaps = lists.to_vec();
        let mut start = 0usize;
        for (word, length) in order.iter().zip(std::iter::repeat_n(&0, dense).chain(&lengths)).skip(common) {
            text.set_place(*word, start as u32);
            start = start.saturating_add(*length);
            if start > text.gaps.len() {
                return Err(Damaged("a word has too few rows"));
            }
        }
        text.unite();
        Ok(text)
    }
}

/// Adds the first `count` rows of a list of gaps. Called for one word at a time: a browser makes fast code of what is
/// called often.
#[inline(never)]
fn add_gaps(gaps: &[u8], count: u32, into: &mut Mask) {
    let words = into.words_mut();
    let (mut left, mut row, mut gap, mut shift) = (count, 0u32, 0u32, 0u32);
    if left == 0 {
        return;
    }
    for byte in gaps {
        gap |= u32::from(byte & 127).wrapping_shl(shift);
        if *byte >= 128 {
            shift += 7;
            continue;
        }
        row = row.wrapping_add(gap);
        if let Some(word) = words.get_mut(row as usize / 64) {
            *word |= 1 << (row % 64);
        }
        row = row.wrapping_add(1);
        (gap, shift) = (0, 0);
        left -= 1;
        if left == 0 {
            return;
        }
    }
}

/// How many bytes the first `count` gaps take.
fn length(gaps: &[u8], count: u32) -> usize {
    let ends = gaps.iter().enumerate().filter(|(_, byte)| **byte < 128);
    let last = (count as usize).checked_sub(1).and_then(|before| ends.map(|(at, _)| at).nth(before));
    last.map_or(0, |last| last + 1)
}
