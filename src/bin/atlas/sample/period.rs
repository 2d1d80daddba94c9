//! A period of every form that the format knows: stated to the year, the month, the day; about; open; unknown.

use super::json::Object;
use super::moment::{Moment, Precision};
use super::random::Random;

/// A period, as a field of a project. Hardly one in fifty cannot be read as dates.
pub struct Period {
    /// In EDTF; `None` when the words say no date.
    pub edtf: Option<String>,
    /// In the words of a source.
    pub words: String,
}

impl Period {
    /// Any period.
    pub fn any(random: &mut Random) -> Self {
        let start = Moment::start(random);
        let end = start.later(random.within(1..=30) + random.within(1..=42));
        let precision = Precision::any(random);
        // A few sources state the beginning to the day and the end to the year, or the other way round.
        let end_precision = if random.chance(5) { Precision::any(random) } else { precision };
        let (first, last) = (Moment::early_day(random), end.late_day(random));
        let (from, from_words) = (start.edtf(precision, first), start.words(precision, first));
        let (to, to_words) = (end.edtf(end_precision, last), end.words(end_precision, last));
        let about = |date: &str| format!("{date}~");
        let (edtf, words) = match random.below(100) {
            0..56 => (format!("{from}/{to}"), format!("{from_words} – {to_words}")),
            56..60 => (format!("{}/{}", about(&from), about(&to)), format!("approx. {from_words} to {to_words}")),
            60..63 => (format!("{from}/{}", about(&to)), format!("{from_words} to about {to_words}")),
            63..79 => (format!("{from}/"), format!("since {from_words}")),
            79..82 => (format!("{}/", about(&from)), format!("from about {from_words}")),
            82..87 => (format!("{from}/.."), format!("{from_words} – permanent")),
            87..92 => (format!("/{to}"), format!("до {to_words}")),
            92..96 => (from, from_words),
            96..98 => (about(&from), format!("около {from_words}")),
            _ => return Self { edtf: None, words: format!("{} months from signature", random.within(6..=60)) },
        };
        Self { edtf: Some(edtf), words }
    }

    /// The field; `source` is left out when it is the first.
    pub fn field(self, random: &mut Random, source: usize) -> Object {
        let words = (self.edtf.is_none() || random.chance(80)).then_some(self.words);
        Object::default()
            .with("edtf", self.edtf)
            .with("as_written", words)
            .with("source", (source > 1).then_some(source as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas::domain::period::Period as Read;

    #[test]
    fn every_period_can_be_read_and_ends_after_it_starts() {
        for index in 0..20_000 {
            let period = Period::any(&mut Random::of(1, "period", index));
            let Some(edtf) = period.edtf else { continue };
            let read = Read::parse(&edtf).unwrap_or_else(|| panic!("{edtf}"));
            assert!(!read.ends_before_it_starts(), "{edtf}");
            assert!((1991..=2030).contains(&read.year().unwrap()), "{edtf}");
        }
    }
}
