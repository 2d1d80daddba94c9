//! [`Text`]: which rows hold which words, by the beginning of the word.
//!
//! A common word is a bit a row, any other a list of gaps, one byte each for most. Both stay in the bytes as they came:
//! nothing is made of them on loading but the place where each begins. What the many words with the same short beginning
//! hold together is made into a mask when it is first asked for, and kept.

use crate::bytes::{Damaged, Reader, Writer, varint};
use crate::draft::TextDraft;
use crate::mask::Mask;
use crate::sort;
use crate::texts::Texts;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A word that more than one row in this many holds is a mask: the gaps of others take less.
const COMMON: usize = 16;
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

    /// The text of so many rows: written, and read again. Rows beyond are left out.
    pub(crate) fn done(mut self, rows: usize) -> Text {
        self.words.sort_unstable_by(|a, b| a.word.cmp(&b.word));
        for built in self.words.iter_mut().filter(|built| built.next as usize > rows) {
            let mask = built.mask(rows);
            (built.count, built.gaps) = (mask.count() as u32, gaps(&mask));
        }
        self.words.retain(|built| built.count > 0);
        let mut vocabulary = Texts::default();
        self.words.iter().for_each(|built| vocabulary.push(&built.word));
        let counts: Vec<u32> = self.words.iter().map(|built| built.count).collect();
        let order = by_count(&counts);
        let (common, rare) = order.split_at(commons(&order, &counts, rows));
        let built = |words: &'_ [usize]| words.iter().filter_map(|word| self.words.get(*word)).collect::<Vec<_>>();
        let (common, rare) = (built(common), built(rare));
        let mut writer = Writer::new();
        writer.string(&self.key);
        vocabulary.write(&mut writer);
        counts.iter().for_each(|count| writer.number(*count as usize));
        rare.iter().for_each(|built| writer.number(built.gaps.len() - built.count as usize));
        for built in common {
            let bytes = built.mask(rows).words().iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
            writer.raw(bytes.get(..rows.div_ceil(8)).unwrap_or_default());
        }
        writer.number(rare.iter().map(|built| built.gaps.len()).sum());
        rare.iter().for_each(|built| writer.raw(&built.gaps));
        Text::of(writer, rows).unwrap_or_default()
    }
}

impl Built {
    fn mask(&self, rows: usize) -> Mask {
        let mut mask = Mask::none(rows);
        add_gaps(&self.gaps, self.count, &mut mask);
        mask.trim();
        mask
    }
}

/// The rows of a mask as gaps.
fn gaps(mask: &Mask) -> Vec<u8> {
    let (mut gaps, mut next) = (Vec::new(), 0);
    mask.each(|row| {
        varint(&mut gaps, u64::from(row - next));
        next = row + 1;
    });
    gaps
}

/// The words, those first that the most rows hold: like stands by like, and the rare ones in one piece at the end.
fn by_count(counts: &[u32]) -> Vec<usize> {
    let mut keys: Vec<u64> = counts.iter().zip(0..).map(|(count, word)| u64::from(!count) << 32 | word).collect();
    sort::by_upper_half(&mut keys);
    keys.into_iter().map(|key| key as u32 as usize).collect()
}

/// How many of the words in the order of their counts are masks.
fn commons(order: &[usize], counts: &[u32], rows: usize) -> usize {
    order.partition_point(|word| counts.get(*word).is_some_and(|count| is_common(*count, rows)))
}

fn is_common(count: u32, rows: usize) -> bool {
    count as usize > rows / COMMON
}

/// Which rows hold which words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub key: String,
    rows: usize,
    vocabulary: Texts,
    /// How many rows hold each word.
    counts: Vec<u32>,
    /// Where in the bytes each word has its mask or its gaps.
    places: Vec<u32>,
    /// The bytes in which this text stands, perhaps among others.
    bytes: Arc<Vec<u8>>,
    /// Where it stands.
    within: Range<usize>,
    /// Ranges of words with one beginning that were asked for, and the rows that hold one of them, ascending.
    unions: Vec<((u32, u32), Mask)>,
}

impl Text {
    /// The text that was written.
    fn of(writer: Writer, rows: usize) -> Result<Self, Damaged> {
        let bytes = Arc::new(writer.bytes());
        Self::read(&mut Reader::new(&bytes), rows, &bytes)
    }

    fn count(&self, word: usize) -> u32 {
        self.counts.get(word).copied().unwrap_or_default()
    }

    /// Each word with the number of rows that hold it, in the order of the alphabet of code points.
    pub fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.vocabulary.iter().zip(self.counts.iter().copied())
    }

    /// The rows that hold a word with this beginning.
    pub fn holders(&mut self, beginning: &str, into: &mut Mask) {
        into.clear();
        let low = self.vocabulary.below(beginning);
        let high = self.vocabulary.partition(low, |word| word.starts_with(beginning));
        let range = (low as u32, high as u32);
        let known = self.unions.binary_search_by_key(&range, |(range, _)| *range);
        if let Some((_, mask)) = known.ok().and_then(|at| self.unions.get(at)) {
            return into.copy(mask);
        }
        (low..high).for_each(|word| self.add(word, into));
        into.trim();
        if let Err(at) = known
            && high - low > 1
            && (low..high).map(|word| self.cost(word)).sum::<usize>() > self.rows / HEAVY
        {
            self.unions.insert(at, (range, into.clone()));
        }
    }

    /// Adds the rows that hold a word.
    fn add(&self, word: usize, into: &mut Mask) {
        let (Some(place), Some(count)) = (self.places.get(word), self.counts.get(word)) else { return };
        let bytes = self.bytes.get(*place as usize..self.within.end).unwrap_or_default();
        match is_common(*count, self.rows) {
            true => into.or_bytes(bytes),
            false => add_gaps(bytes, *count, into),
        }
    }

    /// What [`Text::add`] costs.
    fn cost(&self, word: usize) -> usize {
        let count = self.count(word);
        if is_common(count, self.rows) { self.rows / 128 } else { count as usize }
    }

    pub fn write(&self, writer: &mut Writer) {
        writer.raw(self.bytes.get(self.within.clone()).unwrap_or_default());
    }

    /// Reads what [`Text::write`] wrote; `bytes` are all those that the reader reads. Words that are not in order would
    /// be found by chance, no worse.
    pub fn read(reader: &mut Reader<'_>, rows: usize, bytes: &Arc<Vec<u8>>) -> Result<Self, Damaged> {
        let place = |reader: &Reader<'_>| bytes.len().saturating_sub(reader.left());
        let from = place(reader);
        let key = reader.string()?.to_owned();
        let vocabulary = Texts::read(reader)?;
        let counts = reader.varints(vocabulary.len())?;
        if counts.iter().any(|count| *count > rows as u64) {
            return Err(Damaged("a word has too many rows"));
        }
        let counts: Vec<u32> = counts.into_iter().map(|count| count as u32).collect();
        let order = by_count(&counts);
        let (common, rare) = order.split_at(commons(&order, &counts, rows));
        let longer = reader.varints(rare.len())?;
        let mut places = vec![0; counts.len()];
        let mut set =
            |word: &usize, place: usize| places.iter_mut().skip(*word).take(1).for_each(|to| *to = place as u32);
        for word in common {
            set(word, place(reader));
            reader.take(rows.div_ceil(8))?;
        }
        let length = reader.count()?;
        let mut start = place(reader);
        reader.take(length)?;
        for (word, longer) in rare.iter().zip(longer) {
            set(word, start);
            let count = counts.get(*word).copied().unwrap_or_default() as usize;
            start = start.saturating_add(count).saturating_add(usize::try_from(longer).unwrap_or(usize::MAX));
        }
        let within = from..place(reader);
        if start > within.end || u32::try_from(start).is_err() {
            return Err(Damaged("a word has too few rows"));
        }
        Ok(Self { key, rows, vocabulary, counts, places, bytes: bytes.clone(), within, unions: Vec::new() })
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
