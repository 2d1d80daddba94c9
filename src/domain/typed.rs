//! What people type into fields: sums and dates as they are printed, besides the one spelling of the address.

use super::date::{PartialDate, Stated};
use time::Date;

/// A sum in whole units: `1000000`, `1,000,000`, `1 000 000`. One sign, between groups of three digits.
pub fn sum(text: &str) -> Option<u64> {
    // The spaces: of the keyboard, unbroken, thin, thin and unbroken.
    const SIGNS: [char; 5] = [',', ' ', '\u{a0}', '\u{2009}', '\u{202f}'];
    let digits: String = match text.chars().find(|it| SIGNS.contains(it)) {
        None => text.to_owned(),
        Some(sign) => {
            let mut groups = text.split(sign);
            let first = groups.next().is_some_and(|group| (1..=3).contains(&group.len()));
            let whole = first && groups.all(|group| group.len() == 3);
            whole.then(|| text.split(sign).collect())?
        }
    };
    // A number may be read with a plus; a sum is digits.
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// A date as in the address (`2016`, `2016-07`, `2016-07-25`, each perhaps with `~`), or `07.2016`, `25.07.2016`.
pub fn date(text: &str) -> Option<PartialDate> {
    let parts: Vec<&str> = text.split('.').collect();
    match parts.as_slice() {
        [month, year] => PartialDate::parse(&format!("{year}-{month:0>2}")),
        [day, month, year] => PartialDate::parse(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => PartialDate::parse(text),
    }
    // "About" stands at the end of a date, not in the middle of it.
    .filter(|date| parts.len() == 1 || !date.approximate)
}

/// A whole day, likewise; `None` for anything less exact.
pub fn day(text: &str) -> Option<Date> {
    match date(text)? {
        PartialDate { stated: Stated::Day(day), approximate: false } => Some(day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_read_as_they_are_printed() {
        let million = [
            "1000000",
            "1,000,000",
            "1 000 000",
            "1\u{a0}000\u{a0}000",
            "1\u{2009}000\u{2009}000",
            "1\u{202f}000\u{202f}000",
        ];
        for text in million {
            assert_eq!(sum(text), Some(1_000_000), "{text:?}");
        }
        assert_eq!(sum("0"), Some(0));
        assert_eq!(sum("12,345"), Some(12_345));
        assert_eq!(sum("18446744073709551615"), Some(u64::MAX));
    }

    #[test]
    fn what_may_mean_another_sum_is_refused() {
        for bad in [
            "",
            "+5",
            "-5",
            "1,5",
            "1.000",
            "1000,000",
            ",100",
            "100,",
            "1,00,000",
            "1 000,000",
            "1,,000",
            "1e6",
            "5 EUR",
            "18446744073709551616",
            "１２",
            "1,0é",
        ] {
            assert_eq!(sum(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (text, said) in [
            ("2016", "2016"),
            ("2016-07", "2016-07"),
            ("2016-07-25", "2016-07-25"),
            ("2016~", "2016~"),
            ("07.2016", "2016-07"),
            ("7.2016", "2016-07"),
            ("25.07.2016", "2016-07-25"),
            ("5.7.2016", "2016-07-05"),
            ("29.02.2016", "2016-02-29"),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), Some(said), "{text:?}");
        }
        for bad in [
            "",
            ".",
            "..",
            "July",
            "13.2016",
            "0.2016",
            ".2016",
            "29.02.2015",
            "2016.07",
            "07.16",
            "07~.2016",
            "07.2016~",
            "1.2.3.2016",
        ] {
            assert_eq!(date(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_day_is_whole() {
        assert_eq!(day("25.07.2016"), day("2016-07-25"));
        assert!(day("25.07.2016").is_some());
        for less in ["2016", "07.2016", "2016-07-25~"] {
            assert_eq!(day(less), None, "{less:?}");
        }
    }
}
