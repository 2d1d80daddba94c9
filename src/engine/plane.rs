//! [`Plane`]: one small number for each row, in as few bytes as the greatest needs, 64 rows a chunk so that a chunk
//! goes with one word of a mask.

use crate::bytes::{Damaged, Reader, Writer};
use crate::lanes;
use crate::mask::Mask;

/// One number for each row.
#[derive(Clone, Debug)]
pub(crate) enum Plane {
    /// Numbers below 256.
    U8(Vec<u8>),
    /// Numbers below 65,536.
    U16(Vec<u16>),
    /// Others.
    U32(Vec<u32>),
}

impl Plane {
    /// Numbers of at most `most`, all of them `most` at first, as are those beyond the last row.
    pub fn new(rows: usize, most: u32) -> Self {
        let whole = rows.next_multiple_of(64);
        match most {
            0..256 => Self::U8(vec![most as u8; whole]),
            256..65_536 => Self::U16(vec![most as u16; whole]),
            _ => Self::U32(vec![most; whole]),
        }
    }

    /// The number of a row.
    #[inline]
    pub fn get(&self, row: u32) -> Option<u32> {
        match self {
            Self::U8(numbers) => numbers.get(row as usize).map(|number| u32::from(*number)),
            Self::U16(numbers) => numbers.get(row as usize).map(|number| u32::from(*number)),
            Self::U32(numbers) => numbers.get(row as usize).copied(),
        }
    }

    /// Sets the number of a row. It must be at most what the plane was made for.
    #[inline]
    pub fn set(&mut self, row: u32, number: u32) {
        match self {
            Self::U8(numbers) => numbers.iter_mut().skip(row as usize).take(1).for_each(|to| *to = number as u8),
            Self::U16(numbers) => numbers.iter_mut().skip(row as usize).take(1).for_each(|to| *to = number as u16),
            Self::U32(numbers) => numbers.iter_mut().skip(row as usize).take(1).for_each(|to| *to = number),
        }
    }

    /// Writes the numbers of the rows, of at most `most`.
    pub fn write(&self, writer: &mut Writer, rows: usize, most: u32) {
        let numbers: Vec<u32> = (0..rows as u32).filter_map(|row| self.get(row)).collect();
        write_numbers(writer, &numbers, most);
    }

    /// Reads what [`Plane::write`] wrote; an error if a number is greater than `most`.
    pub fn read(reader: &mut Reader<'_>, rows: usize, most: u32) -> Result<Self, Damaged> {
        let [a, b, c, d] = read_numbers(reader, rows, most)?;
        let plane = match most {
            // No number has any bytes.
            0 => Self::new(rows, most),
            1..256 => Self::U8(whole(a.to_vec(), rows, most as u8)),
            256..65_536 => Self::U16(whole(zip(a, b, 8), rows, most as u16)),
            _ => {
                let mut numbers = Vec::with_capacity(rows.next_multiple_of(64));
                a.chunks(PART)
                    .zip(b.chunks(PART))
                    .zip(c.chunks(PART))
                    .for_each(|((a, b), c)| join(a, b, c, &mut numbers));
                numbers.iter_mut().zip(d).for_each(|(to, d)| *to |= u32::from(*d) << 24);
                Self::U32(whole(numbers, rows, most))
            }
        };
        if plane.exceeds(most) { Err(Damaged("a number is too great")) } else { Ok(plane) }
    }

    /// Sets the numbers of the rows of a mask, in ascending order.
    pub fn set_all(&mut self, rows: &Mask, numbers: impl Iterator<Item = u32>) {
        match self {
            Self::U8(to) => place(to, rows, numbers.map(|number| number as u8)),
            Self::U16(to) => place(to, rows, numbers.map(|number| number as u16)),
            Self::U32(to) => place(to, rows, numbers),
        }
    }

    /// Whether there is a number greater than this one, which fits.
    fn exceeds(&self, most: u32) -> bool {
        match self {
            Self::U8(numbers) => any(numbers, most < 255, |chunk| lanes::within_u8(chunk, most as u8 + 1, u8::MAX)),
            Self::U16(numbers) => {
                any(numbers, most < 65_535, |chunk| lanes::within_u16(chunk, most as u16 + 1, u16::MAX))
            }
            Self::U32(numbers) => any(numbers, most < u32::MAX, |chunk| lanes::within_u32(chunk, most + 1, u32::MAX)),
        }
    }

    /// Becomes the rows whose number is at least `low` and at most `high`.
    pub fn within(&self, low: u32, high: u32, into: &mut Mask) {
        into.clear();
        self.add_within(low, high, into);
    }

    /// Adds the rows whose number is at least `low` and at most `high`.
    pub fn add_within(&self, low: u32, high: u32, into: &mut Mask) {
        let words = into.words_mut();
        match self {
            Self::U8(numbers) => scan(words, numbers, |chunk| lanes::within_u8(chunk, low as u8, high as u8)),
            Self::U16(numbers) => scan(words, numbers, |chunk| lanes::within_u16(chunk, low as u16, high as u16)),
            Self::U32(numbers) => scan(words, numbers, |chunk| lanes::within_u32(chunk, low, high)),
        }
        into.trim();
    }
}

/// Numbers up to the end of a chunk, `most` beyond the last row.
fn whole<C: Clone>(mut numbers: Vec<C>, rows: usize, most: C) -> Vec<C> {
    numbers.resize(rows.next_multiple_of(64), most);
    numbers
}

/// Whether one of the chunks has such a number.
fn any<C>(numbers: &[C], can: bool, bits: impl Fn(&[C; 64]) -> u64) -> bool {
    can && numbers.as_chunks().0.iter().any(|chunk| bits(chunk) != 0)
}

/// So many rows are read by one call. A browser makes fast code of what is called often.
const PART: usize = 1024;

/// Numbers of two parts, of all low ones and all high ones, which stand above so many bits.
pub(crate) fn zip(low: &[u8], high: &[u8], bits: u32) -> Vec<u16> {
    let mut numbers = Vec::with_capacity(low.len().next_multiple_of(64));
    low.chunks(PART).zip(high.chunks(PART)).for_each(|(low, high)| zip_part(low, high, bits, &mut numbers));
    numbers
}

#[inline(never)]
fn zip_part(low: &[u8], high: &[u8], bits: u32, into: &mut Vec<u16>) {
    into.extend(low.iter().zip(high).map(|(low, high)| u16::from(*low) | u16::from(*high) << bits));
}

/// Adds numbers of the first three of four bytes.
#[inline(never)]
fn join(a: &[u8], b: &[u8], c: &[u8], into: &mut Vec<u32>) {
    into.extend(a.iter().zip(b).zip(c).map(|((a, b), c)| u32::from_le_bytes([*a, *b, *c, 0])));
}

#[inline]
fn scan<C>(words: &mut [u64], numbers: &[C], bits: impl Fn(&[C; 64]) -> u64) {
    for (word, chunk) in words.iter_mut().zip(numbers.as_chunks().0) {
        *word |= bits(chunk);
    }
}

fn place<C>(to: &mut [C], rows: &Mask, mut numbers: impl Iterator<Item = C>) {
    for (chunk, word) in to.as_chunks_mut::<64>().0.iter_mut().zip(rows.words()) {
        place_some(chunk, *word, &mut numbers);
    }
}

#[inline(never)]
fn place_some<C>(chunk: &mut [C; 64], mut left: u64, numbers: &mut impl Iterator<Item = C>) {
    while left != 0 {
        let Some(number) = numbers.next() else { return };
        chunk[left.trailing_zeros() as usize % 64] = number;
        left &= left - 1;
    }
}

/// Writes numbers of at most `most`: all lowest bytes, then all second ones, and so on. The high bytes are alike, which
/// a compressor likes; reading is one addition a byte.
fn write_numbers(writer: &mut Writer, numbers: &[u32], most: u32) {
    for byte in 0..width(most) {
        for number in numbers {
            writer.byte((number >> (8 * byte)) as u8);
        }
    }
}

/// The bytes of `count` numbers that [`write_numbers`] wrote, the lowest ones first.
fn read_numbers<'b>(reader: &mut Reader<'b>, count: usize, most: u32) -> Result<[&'b [u8]; 4], Damaged> {
    let mut bytes: [&[u8]; 4] = [&[]; 4];
    for bytes in bytes.iter_mut().take(width(most)) {
        *bytes = reader.take(count)?;
    }
    Ok(bytes)
}

fn width(most: u32) -> usize {
    match most {
        0 => 0,
        1..0x100 => 1,
        0x100..0x1_0000 => 2,
        0x1_0000..0x100_0000 => 3,
        _ => 4,
    }
}
