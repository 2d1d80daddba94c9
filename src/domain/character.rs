//! Characters that no page can hold: HTML and XML forbid them even where they are escaped.

/// Stands where a character cannot.
pub const REPLACEMENT: char = '\u{fffd}';

/// A control character that is no tab and no end of a line, or a code point that is no character.
pub fn is_forbidden(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    control || matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

/// The first such character of a text. A phone reads hundreds of texts before a page answers, nearly all of which have none
/// of the bytes by which one begins.
pub fn first_forbidden(text: &str) -> Option<char> {
    let may_begin = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xef..);
    if text.bytes().any(may_begin) { text.chars().find(|c| is_forbidden(*c)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_text_is_found_whatever_stands_around() {
        for code in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            let text = format!("я{code}a");
            assert_eq!(first_forbidden(&text), Some(code).filter(|c| is_forbidden(*c)), "{code:?}");
        }
    }

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
