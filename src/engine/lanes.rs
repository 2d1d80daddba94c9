//! What the compiler makes no SIMD of by itself: 64 comparisons to 64 bits, and eight sums. In WebAssembly they are written
//! out; elsewhere plain loops do, because there they are only tested with.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use std::arch::wasm32::{
        i8x16_narrow_i16x8, i16x8_narrow_i32x4, u8x16_bitmask, u8x16_ge, u8x16_le, u8x16_splat, u16x8, u16x8_eq,
        u16x8_ge, u16x8_le, u16x8_shr, u16x8_splat, u32x4, u32x4_add, u32x4_extract_lane, u32x4_ge, u32x4_le,
        u32x4_splat, u64x2, v128, v128_and, v128_or,
    };

    /// Of 64 numbers those that are at least `low` and at most `high`, as bits.
    pub fn within_u8(chunk: &[u8; 64], low: u8, high: u8) -> u64 {
        let (low, high) = (u8x16_splat(low), u8x16_splat(high));
        bits(|at| {
            let lanes = load_u8(part(chunk, at));
            v128_and(u8x16_ge(lanes, low), u8x16_le(lanes, high))
        })
    }

    /// The same for numbers of two bytes.
    pub fn within_u16(chunk: &[u16; 64], low: u16, high: u16) -> u64 {
        let (low, high) = (u16x8_splat(low), u16x8_splat(high));
        let eight = |at| {
            let lanes = load_u16(part(chunk, at));
            v128_and(u16x8_ge(lanes, low), u16x8_le(lanes, high))
        };
        bits(|at| i8x16_narrow_i16x8(eight(2 * at), eight(2 * at + 1)))
    }

    /// The same for numbers of four bytes.
    pub fn within_u32(chunk: &[u32; 64], low: u32, high: u32) -> u64 {
        let (low, high) = (u32x4_splat(low), u32x4_splat(high));
        let four = |at| {
            let lanes = load_u32(part(chunk, at));
            v128_and(u32x4_ge(lanes, low), u32x4_le(lanes, high))
        };
        let eight = |at| i16x8_narrow_i32x4(four(2 * at), four(2 * at + 1));
        bits(|at| i8x16_narrow_i16x8(eight(2 * at), eight(2 * at + 1)))
    }

    /// Of 64 pairs those that have this part, below or above so many bits, as bits.
    pub fn with_part(chunk: &[u16; 64], wanted: u16, above: u32) -> u64 {
        let (wanted, low) = (u16x8_splat(wanted), u16x8_splat((1 << above) - 1));
        let eight = |at| {
            let pairs = load_u16(part(chunk, at));
            v128_or(u16x8_eq(v128_and(pairs, low), wanted), u16x8_eq(u16x8_shr(pairs, above), wanted))
        };
        bits(|at| i8x16_narrow_i16x8(eight(2 * at), eight(2 * at + 1)))
    }

    /// Eight numbers and another.
    pub fn plus(numbers: &[u32; 8], other: u32) -> [u32; 8] {
        let other = u32x4_splat(other);
        let four = |at| u32x4_add(load_u32(numbers.as_chunks::<4>().0.get(at)), other);
        let (a, b) = (four(0), four(1));
        [
            u32x4_extract_lane::<0>(a),
            u32x4_extract_lane::<1>(a),
            u32x4_extract_lane::<2>(a),
            u32x4_extract_lane::<3>(a),
            u32x4_extract_lane::<0>(b),
            u32x4_extract_lane::<1>(b),
            u32x4_extract_lane::<2>(b),
            u32x4_extract_lane::<3>(b),
        ]
    }

    /// The bits of four times sixteen comparisons.
    #[inline(always)]
    fn bits(sixteen: impl Fn(usize) -> v128) -> u64 {
        let bits = |at| u64::from(u8x16_bitmask(sixteen(at))) << (16 * at);
        bits(0) | bits(1) | bits(2) | bits(3)
    }

    #[inline(always)]
    fn part<T, const N: usize>(chunk: &[T; 64], at: usize) -> Option<&[T; N]> {
        chunk.as_chunks::<N>().0.get(at)
    }

    #[inline(always)]
    fn load_u8(lanes: Option<&[u8; 16]>) -> v128 {
        let Some(l) = lanes else { return u8x16_splat(0) };
        // Of sixteen bytes the compiler would make sixteen steps, of two numbers it makes two.
        let [low, high] = [0, 8].map(|from| {
            u64::from_le_bytes([
                l[from],
                l[from + 1],
                l[from + 2],
                l[from + 3],
                l[from + 4],
                l[from + 5],
                l[from + 6],
                l[from + 7],
            ])
        });
        u64x2(low, high)
    }

    #[inline(always)]
    fn load_u16(lanes: Option<&[u16; 8]>) -> v128 {
        let Some(l) = lanes else { return u16x8_splat(0) };
        u16x8(l[0], l[1], l[2], l[3], l[4], l[5], l[6], l[7])
    }

    #[inline(always)]
    fn load_u32(lanes: Option<&[u32; 4]>) -> v128 {
        let Some(l) = lanes else { return u32x4_splat(0) };
        u32x4(l[0], l[1], l[2], l[3])
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod simd {
    /// Of 64 numbers those that are at least `low` and at most `high`, as bits.
    pub fn within_u8(chunk: &[u8; 64], low: u8, high: u8) -> u64 {
        bits(chunk, |number| low <= number && number <= high)
    }

    /// The same for numbers of two bytes.
    pub fn within_u16(chunk: &[u16; 64], low: u16, high: u16) -> u64 {
        bits(chunk, |number| low <= number && number <= high)
    }

    /// The same for numbers of four bytes.
    pub fn within_u32(chunk: &[u32; 64], low: u32, high: u32) -> u64 {
        bits(chunk, |number| low <= number && number <= high)
    }

    /// Of 64 pairs those that have this part, below or above so many bits, as bits.
    pub fn with_part(chunk: &[u16; 64], wanted: u16, above: u32) -> u64 {
        bits(chunk, |pair| pair & ((1 << above) - 1) == wanted || pair >> above == wanted)
    }

    /// Eight numbers and another.
    pub fn plus(numbers: &[u32; 8], other: u32) -> [u32; 8] {
        numbers.map(|number| number + other)
    }

    fn bits<C: Copy>(chunk: &[C; 64], holds: impl Fn(C) -> bool) -> u64 {
        chunk.iter().enumerate().fold(0, |bits, (at, number)| bits | u64::from(holds(*number)) << at)
    }
}

pub(crate) use simd::{plus, with_part, within_u8, within_u16, within_u32};
