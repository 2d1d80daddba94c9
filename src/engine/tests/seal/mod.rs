//! The checksum of the binary files, written once more: whoever changes it breaks every file, and the tests that use this.

/// Writes the checksum of a damaged file anew, so that the damage behind it is met.
pub fn seal(bytes: &mut [u8]) {
    if bytes.len() < 16 {
        return;
    }
    let mix = |lane: u64, word: u64| (lane ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    let content = &bytes[16..];
    let mut lanes = [content.len() as u64, 1, 2, 3];
    let (blocks, rest) = content.as_chunks::<32>();
    for block in blocks {
        for (lane, word) in lanes.iter_mut().zip(block.as_chunks::<8>().0) {
            *lane = mix(*lane, u64::from_le_bytes(*word));
        }
    }
    for &byte in rest {
        lanes[0] = mix(lanes[0], byte.into());
    }
    let sum = lanes.into_iter().fold(0, mix);
    bytes[8..16].copy_from_slice(&sum.to_le_bytes());
}
