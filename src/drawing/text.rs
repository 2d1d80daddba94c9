//! How wide a text is, without a font at hand.

/// The size of the labels in pixels.
pub const FONT: f64 = 12.0;

/// What a text needs in pixels at [`FONT`]: an estimate for the fonts of operating systems. Where a font is wider, both
/// painters press the text into its room.
pub fn width(text: &str) -> f64 {
    width_within(text, f64::INFINITY)
}

/// The same, of a text that may have so much room: what is longer is only said to be longer.
#[inline(never)]
pub fn width_within(text: &str, room: f64) -> f64 {
    let mut width = 0.0;
    for letter in text.chars() {
        width += of(letter);
        if width > room {
            break;
        }
    }
    width
}

/// The longest beginning of a text that fits, with `…` when it is not the whole; empty when not even four letters do.
#[inline(never)]
pub fn fitting(text: &str, room: f64) -> String {
    let mut left = room;
    let mut cut = 0;
    for (at, letter) in text.char_indices() {
        left -= of(letter);
        if left < 0.0 {
            let short = text[..cut].trim_end();
            return if short.chars().count() < 4 { String::new() } else { format!("{short}…") };
        }
        if left >= of('…') {
            cut = at + letter.len_utf8();
        }
    }
    text.to_owned()
}

/// How much wider than we reckon a font may set a line of text, a bold one too: nothing presses lines into their room.
const WIDER: f64 = 1.25;

/// A text in lines that are no wider than `width` in letters of `size`: cut after spaces, which stay at the ends of lines;
/// where there is none, as in an address, after its parts, and failing that anywhere. All lines together are the text.
pub fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let room = width / WIDER * FONT / size;
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (line, more) = rest.split_at(first_line(rest, room));
        lines.push(line.to_owned());
        rest = more;
    }
    lines
}

/// Where the first line of a text ends: behind one letter at least, however narrow the room.
pub fn first_line(text: &str, room: f64) -> usize {
    let mut left = room;
    let (mut space, mut part) = (0, 0);
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        left -= of(letter);
        match letter {
            // At the end of a line it needs no room.
            ' ' => space = end,
            _ if left < 0.0 => {
                return match (space, part, at) {
                    (0, 0, 0) => end,
                    (0, 0, at) => at,
                    (0, part, _) => part,
                    (space, ..) => space,
                };
            }
            '&' | '?' | '/' => part = end,
            _ => {}
        }
    }
    text.len()
}

fn of(letter: char) -> f64 {
    let share = match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '‘' | '|' | '!' => 0.29,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '[' | ']' | '-' | '"' | '/' => 0.37,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' | 'ш' | 'щ' | 'ж' | 'ю' | 'ы' | 'ф' => 0.9,
        'Ш' | 'Щ' | 'Ж' | 'Ю' | 'Ы' | 'Ф' | 'М' => 1.0,
        'a'..='z' | '0'..='9' | 'а'..='я' => 0.57,
        'A'..='Z' | 'А'..='Я' => 0.69,
        // Scripts without narrow letters are set full width.
        '\u{1100}'.. => 1.1,
        _ => 0.66,
    };
    share * FONT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_cut_where_the_room_ends() {
        assert_eq!(fitting("Access to justice", 500.0), "Access to justice");
        let short = fitting("Access to justice", 60.0);
        assert!(short.ends_with('…') && width(&short) <= 60.0, "{short}");
        assert_eq!(fitting("Access to justice", 20.0), "");
        assert_eq!(fitting("", 20.0), "");
    }

    #[test]
    fn a_caption_is_cut_at_spaces_and_an_address_after_its_parts() {
        let lines = |text: &str, width: f64| wrapped(text, width * WIDER, FONT);
        assert_eq!(lines("Data as of 22 November 2026", 100.0), ["Data as of 22 ", "November 2026"]);
        let address = "https://example.org/timeline/?country=kazakhstan&donor=unesco";
        let wanted = ["Data. ", "https://example.org/timeline/?", "country=kazakhstan&", "donor=unesco"];
        assert_eq!(lines(&format!("Data. {address}"), 190.0), wanted);
        assert_eq!(lines("aaaaaaaaaa", 28.0), ["aaaa", "aaaa", "aa"]);
        // Letters twice as large.
        assert_eq!(wrapped("aaaaaaaaaa", 56.0 * WIDER, 2.0 * FONT), ["aaaa", "aaaa", "aa"]);
        assert_eq!(lines("ab", 1.0), ["a", "b"]);
        assert_eq!(lines(" ", 100.0), Vec::<String>::new());
    }
}
