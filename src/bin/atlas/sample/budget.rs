//! A budget of every kind that the format knows, in the words of a source and as far as they can be read.

use super::json::{Json, Object, decimal};
use super::random::Random;

/// The currencies, the frequent ones several times.
const CURRENCIES: [&str; 12] = ["EUR", "EUR", "EUR", "EUR", "USD", "USD", "USD", "USD", "CHF", "GBP", "KZT", "KZT"];

/// Words from which no sum can be had.
const UNREADABLE: [&str; 8] = [
    "2 000 000",
    "see annex IV",
    "EUR 1.5–2.2 million, to be confirmed",
    "сумма не указана",
    "в пределах средств бюджета",
    "included in the country envelope",
    "£12,090 & £40,000",
    "жоба қаражаты есебінен",
];

/// What a part of a budget is called.
const PARTS: [&str; 6] =
    ["First year", "Second year", "Grants", "Контрибуция правительства", "Component 2", "Management"];

/// A sum in hundredths with its currency.
#[derive(Clone, Copy)]
pub struct Sum {
    hundredths: u64,
    currency: &'static str,
}

impl Sum {
    /// From ten thousand to some ninety million, small sums as often as large ones.
    pub fn any(random: &mut Random) -> Self {
        let currency = random.word(&CURRENCIES);
        let size = [1_000, 10_000, 100_000][random.below(3)];
        let rounded = random.within(10..=990) as u64 * size;
        let units = match random.below(10) {
            0..7 => rounded,
            _ => rounded + random.below(1_000) as u64,
        };
        let cents = if random.chance(4) { random.within(1..=99) as u64 } else { 0 };
        let rate = if currency == "KZT" { 450 } else { 1 };
        Self { hundredths: units * rate * 100 + cents, currency }
    }

    /// The share `percent`, in whole units and not nothing.
    fn part(self, percent: usize) -> Self {
        Self { hundredths: (self.hundredths / 10_000 * percent as u64).max(1) * 100, ..self }
    }

    /// Adds `amount` and `currency`.
    pub fn fields(self, object: Object) -> Object {
        object.with("amount", decimal(self.hundredths)).with("currency", self.currency)
    }

    /// As sources write it.
    fn words(self, random: &mut Random) -> String {
        let (units, currency) = (self.hundredths / 100, self.currency);
        if !self.hundredths.is_multiple_of(100) {
            return format!("{currency} {}.{:02}", grouped(units, ","), self.hundredths % 100);
        }
        match (random.below(4), currency) {
            (0 | 1, _) if units.is_multiple_of(100_000) => {
                format!("{currency} {}.{} million", units / 1_000_000, units / 100_000 % 10)
            }
            (0, "EUR") => format!("€{}", grouped(units, ".")),
            (_, "KZT") => format!("{} тенге", grouped(units, " ")),
            (0, "CHF") => format!("CHF {}", grouped(units, "’")),
            (1, _) => format!("{} {currency}", grouped(units, " ")),
            _ => format!("{currency} {}", grouped(units, ",")),
        }
    }
}

/// A budget, as a field of a project; `source` is left out when it is the first.
pub fn budget(random: &mut Random, source: usize) -> Object {
    let source = (source > 1).then_some(source as u64);
    if random.chance(8) {
        let words = random.word(&UNREADABLE);
        let covers = random.chance(50).then_some("total");
        return Object::default().with("as_written", words).with("covers", covers).with("source", source);
    }
    let sum = Sum::any(random);
    let words = sum.words(random);
    let (precision, words) = match random.below(100) {
        0..70 => (None, words),
        70..74 => (Some("exact"), words),
        74..84 => (Some("about"), format!("about {words}")),
        84..92 => (Some("at-least"), format!("more than {words}")),
        _ => (Some("at-most"), format!("up to {words}")),
    };
    let covers = match random.below(100) {
        0..66 => "total",
        66..74 => "donor-share",
        74..79 => "loan",
        79..85 => "group",
        85..90 => "per-grant",
        90..95 => "programme",
        _ => "unknown",
    };
    sum.fields(Object::default().with("as_written", words))
        .with("precision", precision)
        .with("covers", covers)
        .with("indicative", random.chance(6))
        .with("parts", parts(random, sum))
        .with("source", source)
}

/// How one budget in ten is broken down: by percentages, by sums, or by names alone.
fn parts(random: &mut Random, sum: Sum) -> Vec<Object> {
    if !random.chance(10) {
        return Vec::new();
    }
    let how = random.below(5);
    let shares = shares(random, 2);
    let at = random.below(PARTS.len() - 1);
    let labelled = PARTS[at..].iter().zip(shares).map(|(label, percent)| {
        let part = Object::default().with("label", *label);
        match how {
            0 => part,
            1 | 2 => part.with("percent", percent as u64),
            _ => sum.part(percent).fields(part),
        }
    });
    labelled.collect()
}

/// Whole percentages that make a hundred together.
pub fn shares(random: &mut Random, count: usize) -> Vec<usize> {
    let mut left = 100;
    let mut shares = Vec::new();
    for after in (1..count).rev() {
        let share = random.within(1..=left - after);
        shares.push(share);
        left -= share;
    }
    shares.push(left);
    shares
}

/// A third each, as far as two decimals go.
pub fn thirds() -> [Json; 3] {
    [decimal(3_334), decimal(3_333), decimal(3_333)]
}

fn grouped(number: u64, between: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(between);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_make_a_hundred() {
        let mut random = Random::of(1, "shares", 0);
        for count in 1..=5 {
            let shares = shares(&mut random, count);
            assert_eq!((shares.len(), shares.iter().sum::<usize>()), (count, 100));
            assert!(!shares.contains(&0));
        }
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([grouped(999, ","), grouped(1_666_413, "."), grouped(0, ",")], ["999", "1.666.413", "0"]);
    }
}
