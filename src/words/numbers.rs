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

/// The text with a capital letter first.
pub fn initial_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// The text with a small letter first.
pub fn initial_lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}
