//! How digits are grouped and letters begin: what languages share, with their own signs.

/// A whole number with a sign between groups of three digits, from the least number on that is grouped.
pub fn grouped(number: u64, sign: &str, least: u64) -> String {
    let digits = number.to_string();
    if number < least {
        return digits;
    }
    let mut text = String::new();
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(sign);
        }
        text.push(digit);
    }
    text
}

/// A number of hundredths: its units, grouped, with its decimals where it has any.
pub fn decimals(hundredths: u64, sign: &str, point: &str, least: u64) -> String {
    let units = grouped(hundredths / 100, sign, least);
    match hundredths % 100 {
        0 => units,
        cents => format!("{units}{point}{cents:02}"),
    }
}

/// The text with a capital letter first, where that is one letter of the Latin, Greek or Cyrillic alphabets.
pub fn initial_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| [capital(first)].into_iter().chain(chars).collect()).unwrap_or_default()
}

/// The capital letter whose small letter this is; the letter itself when there is none. The standard library's own table
/// of capitals is 12 KB of WebAssembly, and everything else needs that of small letters alone.
fn capital(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_uppercase();
    }
    ('\u{c0}'..='\u{52f}').find(|it| *it != letter && it.to_lowercase().eq([letter])).unwrap_or(letter)
}

/// The text with a small letter first.
pub fn initial_lower(text: &str) -> String {
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        // An abbreviation.
        return text.to_owned();
    }
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_those_of_the_standard_library_where_they_are_one_letter_and_lead_back() {
        for letter in '\u{0}'..='\u{52f}' {
            let mut capitals = letter.to_uppercase();
            let one = capitals.next().filter(|it| capitals.next().is_none() && it.to_lowercase().eq([letter]));
            // Two letters are written with a capital beyond these alphabets, and no text of ours begins with them.
            let expected = one.filter(|it| *it <= '\u{52f}').unwrap_or(letter);
            assert_eq!(capital(letter), expected, "{letter}");
        }
        assert_eq!(initial_upper("ёлка"), "Ёлка");
        assert_eq!(initial_upper("әділет"), "Әділет");
        assert_eq!(initial_upper(""), "");
    }
}
