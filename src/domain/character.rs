//! Characters that no page can hold: HTML and XML forbid them even where they are escaped.

/// Stands where a character cannot.
pub const REPLACEMENT: char = '\u{fffd}';

/// A control character that is no tab and no end of a line, or a code point that is no character.
pub fn is_forbidden(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    control || matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_page_can_hold_is_replaced() {
        for c in [
            '\0',
            '\u{1}',
            '\u{b}',
            '\u{c}',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9f}',
            '\u{fdd0}',
            '\u{fffe}',
            '\u{10ffff}',
        ] {
            assert!(is_forbidden(c), "{c:?}");
        }
        for c in ['\t', '\n', '\r', ' ', '\u{a0}', '\u{ad}', '\u{2028}', '\u{202e}', '\u{e000}', REPLACEMENT, 'я', '😀']
        {
            assert!(!is_forbidden(c), "{c:?}");
        }
    }
}
