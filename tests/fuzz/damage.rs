//! [`Damage`]: the ways to spoil a file.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A way to spoil bytes.
#[derive(Clone, Debug)]
pub enum Damage {
    Flip(Index, u8),
    Cut(Index),
    Remove(Index, usize),
    Repeat(Index, usize, usize),
    Swap(Index, Index, usize),
    Put(Index, &'static str),
    /// The value behind some colon becomes another.
    Value(Index, &'static str),
}

/// What a value can be replaced by.
pub const VALUES: [&str; 26] = [
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "1.005",
    "99999999999999999999",
    "\"\"",
    "\" \"",
    "\"x\"",
    "\"2014-13\"",
    "\"9999/0000\"",
    "\"2014/..\"",
    "[]",
    "[[]]",
    "[null, 1, \"a\"]",
    "{}",
    "{\"a\": {}}",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"kazakhstan\"",
    "{\"en\": \"x\", \"ru\": 1}",
    "{\"\": \"x\"}",
    "\"../..\"",
    "[{\"org\": \"x\", \"as_written\": \"y\"}]",
    "\"__proto__\"",
];

pub fn damage() -> impl Strategy<Value = Vec<Damage>> {
    let odd = [
        "[",
        "]",
        "{",
        "}",
        "\"",
        "\\",
        ",",
        ":",
        "\0",
        "\n",
        "\u{feff}",
        "é",
        "\"a\": 1,",
        "//",
        "\\ud800",
        "[[[[[[[[",
    ];
    let one = prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, bits)| Damage::Flip(at, bits)),
        any::<Index>().prop_map(Damage::Cut),
        (any::<Index>(), 1..60_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<Index>(), 1..400_usize, 1..4_usize).prop_map(|(at, length, times)| Damage::Repeat(at, length, times)),
        (any::<Index>(), any::<Index>(), 1..60_usize).prop_map(|(at, to, length)| Damage::Swap(at, to, length)),
        (any::<Index>(), select(odd.to_vec())).prop_map(|(at, text)| Damage::Put(at, text)),
        (any::<Index>(), select(&VALUES[..])).prop_map(|(at, text)| Damage::Value(at, text)),
        (any::<Index>(), select(&VALUES[..])).prop_map(|(at, text)| Damage::Value(at, text)),
        (any::<Index>(), select(&VALUES[..])).prop_map(|(at, text)| Damage::Value(at, text)),
    ];
    vec(one, 1..5)
}

pub fn spoil(bytes: &mut Vec<u8>, damage: &[Damage]) {
    for one in damage {
        if bytes.is_empty() {
            return;
        }
        let whole = bytes.len();
        let part = |at: &Index, length: usize| at.index(whole)..(at.index(whole) + length).min(whole);
        match one {
            Damage::Flip(at, bits) => bytes[at.index(whole)] ^= bits,
            Damage::Cut(at) => bytes.truncate(at.index(whole)),
            Damage::Remove(at, length) => drop(bytes.drain(part(at, *length))),
            Damage::Repeat(at, length, times) => {
                let range = part(at, *length);
                let copy = bytes[range.clone()].repeat(*times);
                drop(bytes.splice(range.start..range.start, copy));
            }
            Damage::Swap(at, to, length) => {
                for step in 0..*length {
                    bytes.swap((at.index(whole) + step) % whole, (to.index(whole) + step) % whole);
                }
            }
            Damage::Put(at, text) => drop(bytes.splice(part(at, 0), text.bytes())),
            Damage::Value(at, text) => {
                let colons: Vec<usize> = (0..whole).filter(|at| bytes[*at] == b':').collect();
                let Some(colon) = (!colons.is_empty()).then(|| colons[at.index(colons.len())] + 1) else { continue };
                let end = value_end(bytes, colon);
                drop(bytes.splice(colon..end, text.bytes()));
            }
        }
    }
}

/// Where the value ends that begins here, roughly.
fn value_end(bytes: &[u8], start: usize) -> usize {
    let (mut depth, mut quoted) = (0_i32, false);
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' | b',' if !quoted && depth == 0 => return at,
            b']' | b'}' if !quoted => depth -= 1,
            _ => {}
        }
    }
    bytes.len()
}
