//! [`Cell`]: a value in a table.

use time::{Date, Month};

/// A value in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Text, which no program may take for a formula, a number or a day.
    Text(String),
    /// The exact decimal digits, as they are to be written: `1666413.00`. What [`is_number`] refuses is written as text.
    Number(String),
    /// A day of the calendar.
    Day(Date),
    /// An address. Only `http` and `https` become links.
    Link(String),
}

impl Cell {
    /// Text; empty text is [`Cell::Empty`].
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// Whether this is a decimal number as JSON spells it, without an exponent: `0`, `-12.50`; not `+1`, `007`, `.5`, `1e6`.
pub fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    digits(whole) && (whole == "0" || !whole.starts_with('0')) && fraction.is_none_or(digits)
}

/// Whether nobody sees this character: blanks, controls, marks of direction, joiners.
#[cfg(feature = "export")]
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A day as ISO 8601 writes it: `2026-11-22`.
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// The day that [`iso`] has written; `None` when the text is not one.
pub fn parse_iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = Month::try_from(parts.next()?.parse::<u8>().ok()?).ok()?;
    let date = Date::from_calendar_date(year, month, parts.next()?.parse().ok()?).ok()?;
    // One spelling only: no signs, no missing zeros, nothing behind.
    (iso(date) == text).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_spelled_in_one_way() {
        for good in ["2026-11-22", "0001-01-01", "2024-02-29"] {
            assert_eq!(parse_iso(good).map(iso).as_deref(), Some(good));
        }
        for bad in ["", "2026", "2026-11", "2026-1-22", "2025-02-29", "2026-11-22-1", "+2026-11-22", "2026-11-22 "] {
            assert_eq!(parse_iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_plain_decimal_numbers_are_numbers() {
        for good in ["0", "-0", "7", "-12.50", "1666413.00", "0.1", "123456789012345678901234567890"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["", "-", "+1", "007", "-01", ".5", "1.", "1e6", "1,000", "1 000", "NaN", "١", "1.2.3", "--1", " 1"]
        {
            assert!(!is_number(bad), "{bad}");
        }
    }
}
