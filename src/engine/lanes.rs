//! The one loop that the compiler makes no SIMD of by itself: 64 comparisons to 64 bits. In WebAssembly it is written
//! out; elsewhere a plain loop does, because there it is only tested with.

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod simd {
    use std::arch::wasm32::{
        i8x16_narrow_i16x8, i16x8_narrow_i32x4, u8x16, u8x16_bitmask, u8x16_eq, u8x16_ge, u8x16_le, u8x16_splat, u16x8,
        u16x8_ge, u16x8_le, u16x8_ne, u16x8_splat, u32x4, u32x4_ge, u32x4_le, u32x4_splat, v128, v128_and,
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

    /// Of 64 pairs of bytes those that have this byte, as bits.
    pub fn with_byte(chunk: &[u16; 64], byte: u8) -> u64 {
        let (byte, zero) = (u8x16_splat(byte), u16x8_splat(0));
        let eight = |at| u16x8_ne(u8x16_eq(load_u16(part(chunk, at)), byte), zero);
        bits(|at| i8x16_narrow_i16x8(eight(2 * at), eight(2 * at + 1)))
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
        u8x16(l[0], l[1], l[2], l[3], l[4], l[5], l[6], l[7], l[8], l[9], l[10], l[11], l[12], l[13], l[14], l[15])
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

    /// Of 64 pairs of bytes those that have this byte, as bits.
    pub fn with_byte(chunk: &[u16; 64], byte: u8) -> u64 {
        bits(chunk, |pair| pair.to_le_bytes().contains(&byte))
    }

    fn bits<C: Copy>(chunk: &[C; 64], holds: impl Fn(C) -> bool) -> u64 {
        chunk.iter().enumerate().fold(0, |bits, (at, number)| bits | u64::from(holds(*number)) << at)
    }
}

pub(crate) use simd::{with_byte, within_u8, within_u16, within_u32};
