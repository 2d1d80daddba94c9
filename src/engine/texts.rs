//! [`Texts`]: strings in one piece, one behind the other.

use crate::bytes::{Damaged, Reader, Writer};
use crate::lanes;

/// Strings in one piece, one behind the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    /// Behind each string stands a zero. It ends no string (they may hold zeros): it is where a byte is written over.
    all: String,
    ends: Vec<u32>,
}

/// In the bytes stands this behind each string. No UTF-8 text holds it, and in place it tells a compressor more than a
/// list of lengths.
const END: u8 = 0xFF;

impl Texts {
    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
        self.all.push('\0');
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    #[inline]
    pub fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).map(|end| end + 1));
        let range = start.zip(self.ends.get(at)).map(|(start, end)| start as usize..*end as usize);
        range.and_then(|range| self.all.get(range)).unwrap_or_default()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }

    /// How many of them, from the start on, are below the text.
    pub fn below(&self, text: &str) -> usize {
        self.partition(0, |other| other < text)
    }

    /// Where those from `low` on end that hold what the first ones hold.
    pub fn partition(&self, mut low: usize, holds: impl Fn(&str) -> bool) -> usize {
        let mut high = self.len();
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    pub fn write(&self, writer: &mut Writer) {
        writer.number(self.len());
        writer.number(self.all.len() - self.len());
        for text in self.iter() {
            writer.raw(text.as_bytes());
            writer.byte(END);
        }
    }

    /// Reads what [`Texts::write`] wrote: one copy, one search for the ends, one look at whether all of it is UTF-8.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let count = reader.count()?;
        let length = reader.number(reader.left().saturating_sub(count))?;
        let mut all = reader.take(length + count)?.to_vec();
        let mut ends = Vec::with_capacity(count);
        let (chunks, rest) = all.as_chunks_mut::<64>();
        let after = chunks.len() * 64;
        for (chunk, first) in chunks.iter_mut().zip((0..).step_by(64)) {
            let mut left = lanes::within_u8(chunk, END, END);
            while left != 0 {
                let at = left.trailing_zeros();
                chunk[at as usize % 64] = 0;
                ends.push(first + at);
                left &= left - 1;
            }
        }
        for (byte, at) in rest.iter_mut().zip(after as u32..).filter(|(byte, _)| **byte == END) {
            *byte = 0;
            ends.push(at);
        }
        if ends.len() != count || ends.last().map_or(0, |last| *last as usize + 1) != all.len() {
            return Err(Damaged("a text is not whole"));
        }
        let all = String::from_utf8(all).map_err(|_| Damaged("a text is not UTF-8"))?;
        Ok(Self { all, ends })
    }
}
