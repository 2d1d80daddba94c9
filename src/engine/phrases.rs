//! [`Phrases`]: many short texts that say much the same, such as titles, as the pieces that they are made of.
//!
//! A piece is a word with what stands before it. The most frequent ones have codes of one byte: titles take a seventh
//! of the room, a compressor makes a third less of them, and nothing is decoded but what is shown.

use crate::bytes::{Damaged, Reader, Writer};
use crate::texts::Texts;
use std::collections::BTreeMap;

/// Texts made of pieces.
#[derive(Clone, Debug)]
pub(crate) struct Phrases {
    /// The most frequent first.
    pieces: Texts,
    /// From this byte on a code has a second one.
    leads: u8,
    /// The codes of all texts, [`END`] behind each.
    codes: Vec<u8>,
    /// Where every [`STEP`]th text begins.
    starts: Vec<u32>,
    count: usize,
}

const END: u8 = 0;
const STEP: usize = 16;

impl Phrases {
    /// The same texts as pieces, if that is shorter by far.
    pub fn of(texts: &Texts) -> Option<Self> {
        let mut known: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        texts.iter().flat_map(pieces).for_each(|piece| known.entry(piece).or_default().0 += 1);
        let mut order: Vec<(&str, usize)> = known.iter().map(|(piece, (count, _))| (*piece, *count)).collect();
        order.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let leads = (order.len().saturating_sub(255)).div_ceil(255);
        let leads = u8::try_from(leads).ok().filter(|leads| *leads < 128)?;
        let first_lead = (256 - usize::from(leads)) as u16;
        let mut all = Texts::default();
        for (code, (piece, _)) in order.iter().enumerate() {
            all.push(piece);
            known.entry(piece).or_default().1 = code;
        }
        let short = usize::from(first_lead) - 1;
        let (mut codes, mut starts) = (Vec::new(), Vec::new());
        for (at, text) in texts.iter().enumerate() {
            if at % STEP == 0 {
                starts.push(codes.len() as u32);
            }
            for piece in pieces(text) {
                let code = known.get(piece)?.1;
                match code.checked_sub(short) {
                    None => codes.push(code as u8 + 1),
                    Some(rest) => codes.extend([(usize::from(first_lead) + rest / 256) as u8, (rest % 256) as u8]),
                }
            }
            codes.push(END);
        }
        let plain: usize = texts.iter().map(|text| text.len() + 1).sum();
        let packed = codes.len() + order.iter().map(|(piece, _)| piece.len() + 1).sum::<usize>();
        let leads = u8::try_from(first_lead).unwrap_or(0);
        (packed * 2 < plain).then(|| Self { pieces: all, leads, codes, starts, count: texts.len() })
    }

    /// The code at a place, `None` for the end of a text, and the next place.
    #[inline]
    fn code(&self, at: usize) -> (Option<usize>, usize) {
        match self.codes.get(at) {
            None | Some(&END) => (None, at + 1),
            Some(&byte) if byte < self.leads || self.leads == 0 => (Some(usize::from(byte) - 1), at + 1),
            Some(&byte) => {
                let low = self.codes.get(at + 1).copied().unwrap_or_default();
                let rest = usize::from(byte - self.leads) << 8 | usize::from(low);
                (Some(usize::from(self.leads) - 1 + rest), at + 2)
            }
        }
    }

    pub fn len(&self) -> usize {
        self.count
    }

    /// Makes a text of its pieces.
    pub fn get(&self, index: usize) -> String {
        let mut text = String::new();
        let Some(start) = self.starts.get(index / STEP).filter(|_| index < self.count) else { return text };
        let (mut at, mut left) = (*start as usize, index % STEP);
        loop {
            let (code, next) = self.code(at);
            match code {
                Some(code) if left == 0 => text.push_str(self.pieces.get(code)),
                Some(_) => {}
                None if left == 0 => return text,
                None => left -= 1,
            }
            at = next;
        }
    }

    pub fn write(&self, writer: &mut Writer) {
        self.pieces.write(writer);
        writer.byte(self.leads);
        writer.number(self.count);
        let ends = self.starts.iter().skip(1).copied().chain([self.codes.len() as u32]);
        self.starts.iter().zip(ends).for_each(|(start, end)| writer.number((end - start) as usize));
        writer.number(self.codes.len());
        writer.raw(&self.codes);
    }

    /// Reads what [`Phrases::write`] wrote. The codes are not looked at: an unknown piece is an empty one, and a text
    /// that does not end ends with the codes.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, Damaged> {
        let pieces = Texts::read(reader)?;
        let leads = reader.byte()?;
        let count = reader.count()?;
        let mut starts = Vec::with_capacity(count.div_ceil(STEP));
        let mut end = 0usize;
        for _ in 0..count.div_ceil(STEP) {
            starts.push(end as u32);
            end = end.saturating_add(reader.count()?);
        }
        let length = reader.count()?;
        if end != length {
            return Err(Damaged("a text is not whole"));
        }
        Ok(Self { pieces, leads, codes: reader.take(length)?.to_vec(), starts, count })
    }
}

/// The words of a text, each with what stands before it; what stands behind the last one is a piece too.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let word = rest.find(char::is_alphanumeric)?;
        let after = rest.get(word..)?;
        let end = word + after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        let (piece, left) = rest.split_at(end);
        rest = left;
        Some(piece)
    })
    .chain(Some(text.rfind(char::is_alphanumeric).map_or(text, |last| {
        let after = text.get(last..).unwrap_or_default();
        after.get(after.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default()
    })))
    .filter(|piece| !piece.is_empty())
}
