//! Reading and writing bytes: little-endian, checked, without a copy where that is possible.

use std::fmt;

/// Bytes that are not a table, or not the words of this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged(pub(crate) &'static str);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Damaged {}

/// What stands before the content: what it is, in which version, and its checksum.
const HEAD: usize = 16;

/// Puts the head before a content that was written behind [`Writer::new`].
pub(crate) fn seal(kind: [u8; 8], writer: Writer) -> Vec<u8> {
    let mut bytes = writer.bytes;
    let sum = checksum(bytes.get(HEAD..).unwrap_or_default());
    for (to, from) in bytes.iter_mut().zip(kind.into_iter().chain(sum.to_le_bytes())) {
        *to = from;
    }
    bytes
}

/// Checks the head; gives the content and its checksum.
pub(crate) fn open(kind: [u8; 8], bytes: &[u8]) -> Result<(Reader<'_>, u64), Damaged> {
    let mut reader = Reader { bytes };
    if reader.take(8)? != kind {
        return Err(Damaged("these bytes are of another kind or of another version"));
    }
    let stated = reader.u64()?;
    if checksum(reader.bytes) != stated {
        return Err(Damaged("the checksum is wrong: some bytes were lost or changed"));
    }
    Ok((reader, stated))
}

/// Four lanes of multiply and rotate: finds what gets lost on the way, not what somebody changes on purpose.
fn checksum(bytes: &[u8]) -> u64 {
    let mut lanes = [bytes.len() as u64, 1, 2, 3];
    let (blocks, rest) = bytes.as_chunks::<32>();
    for blocks in blocks.chunks(128) {
        mix_all(&mut lanes, blocks);
    }
    for &byte in rest {
        lanes[0] = mix(lanes[0], byte.into());
    }
    lanes.into_iter().fold(0, mix)
}

/// A part of the bytes. A browser makes fast code of what is called often, not of what takes long once: so it is with
/// all that reads a table.
#[inline(never)]
fn mix_all(lanes: &mut [u64; 4], blocks: &[[u8; 32]]) {
    for block in blocks {
        for (lane, word) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
            *lane = mix(*lane, u64::from_le_bytes(*word));
        }
    }
}

#[inline]
fn mix(lane: u64, word: u64) -> u64 {
    (lane ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}

/// Bytes being written.
pub(crate) struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    /// Leaves room for the head.
    pub fn new() -> Self {
        Self { bytes: vec![0; HEAD] }
    }

    /// One byte.
    pub fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// A number, in as many bytes as it needs.
    pub fn number(&mut self, value: usize) {
        varint(&mut self.bytes, value as u64);
    }

    /// A number with a sign: small ones of either sign are short.
    pub fn signed(&mut self, value: i64) {
        varint(&mut self.bytes, ((value << 1) ^ (value >> 63)) as u64);
    }

    /// A string with its length.
    pub fn string(&mut self, text: &str) {
        self.number(text.len());
        self.raw(text.as_bytes());
    }

    /// What was written, the room for the head before it.
    pub fn bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// How many bytes were written.
    pub fn len(&self) -> usize {
        self.bytes.len() - HEAD
    }
}

/// Writes a number seven bits a byte, the lowest first.
pub(crate) fn varint(into: &mut Vec<u8>, mut value: u64) {
    while value >= 128 {
        into.push(value as u8 | 128);
        value >>= 7;
    }
    into.push(value as u8);
}

/// The number that [`Writer::signed`] wrote as another without a sign.
pub(crate) fn unfold(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

/// Bytes being read.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
}

const SHORT: Damaged = Damaged("the bytes end too early");

impl<'b> Reader<'b> {
    /// Reads behind the head, whatever that says.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes: bytes.get(HEAD..).unwrap_or_default() }
    }

    /// The next bytes.
    pub fn take(&mut self, count: usize) -> Result<&'b [u8], Damaged> {
        let (taken, rest) = self.bytes.split_at_checked(count).ok_or(SHORT)?;
        self.bytes = rest;
        Ok(taken)
    }

    /// One byte.
    pub fn byte(&mut self) -> Result<u8, Damaged> {
        let (&byte, rest) = self.bytes.split_first().ok_or(SHORT)?;
        self.bytes = rest;
        Ok(byte)
    }

    /// Eight bytes as a number.
    pub fn u64(&mut self) -> Result<u64, Damaged> {
        let (bytes, rest) = self.bytes.split_first_chunk::<8>().ok_or(SHORT)?;
        self.bytes = rest;
        Ok(u64::from_le_bytes(*bytes))
    }

    /// A number, as [`varint`] writes it.
    pub fn varint(&mut self) -> Result<u64, Damaged> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(value);
            }
        }
        Err(Damaged("a number does not end"))
    }

    /// A number of at most `most`.
    pub fn number(&mut self, most: usize) -> Result<usize, Damaged> {
        let value = self.varint()?;
        usize::try_from(value).ok().filter(|value| *value <= most).ok_or(Damaged("a number is too great"))
    }

    /// A number of things that take at least one byte each.
    pub fn count(&mut self) -> Result<usize, Damaged> {
        self.number(self.bytes.len())
    }

    /// So many numbers.
    pub fn varints(&mut self, count: usize) -> Result<Vec<u64>, Damaged> {
        if count > self.bytes.len() {
            return Err(SHORT);
        }
        let mut values = vec![0; count];
        for values in values.chunks_mut(256) {
            self.fill(values)?;
        }
        Ok(values)
    }

    /// Some numbers, of which most take a byte or two.
    #[inline(never)]
    fn fill(&mut self, values: &mut [u64]) -> Result<(), Damaged> {
        for value in values {
            *value = match *self.bytes {
                [low @ 0..128, ref rest @ ..] => {
                    self.bytes = rest;
                    low.into()
                }
                [low, high @ 0..128, ref rest @ ..] => {
                    self.bytes = rest;
                    u64::from(low & 127) | u64::from(high) << 7
                }
                _ => self.varint()?,
            };
        }
        Ok(())
    }

    /// A number with a sign.
    pub fn signed(&mut self) -> Result<i64, Damaged> {
        Ok(unfold(self.varint()?))
    }

    /// A string with its length.
    pub fn string(&mut self) -> Result<&'b str, Damaged> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| Damaged("a text is not UTF-8"))
    }

    /// How many bytes are left.
    pub fn left(&self) -> usize {
        self.bytes.len()
    }
}
