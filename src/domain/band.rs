//! [`Band`]: the size of a budget in rough steps, each in its own currency. Nothing is converted.

use super::budget::Budget;
use super::money::{Currency, Money};
use super::slug::Slug;

/// A step of size in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Band {
    /// The currency.
    pub currency: Currency,
    /// The number of the step: an index into [`Band::FROM`].
    pub step: usize,
}

impl Band {
    /// The smallest sum of each step, in whole units of the currency.
    pub const FROM: [u64; 5] = [0, 100_000, 1_000_000, 5_000_000, 20_000_000];

    /// The band of a sum.
    pub fn of(money: Money) -> Self {
        let step = Self::FROM.iter().rposition(|from| money.hundredths / 100 >= *from).unwrap_or_default();
        Self { currency: money.currency, step }
    }

    /// The id of the band of a budget; [`Facet::IN_WORDS`](super::facet::Facet::IN_WORDS) when its words give no sum.
    pub fn of_budget(budget: &Budget) -> Option<Slug> {
        match budget.money {
            Some(money) => Slug::new(&Self::of(money).id()),
            None => Slug::new(super::facet::Facet::IN_WORDS),
        }
    }

    /// Its id in the address: `eur-1000000`, from the smallest sum on.
    pub fn id(self) -> String {
        let from = Self::FROM.get(self.step).copied().unwrap_or_default();
        format!("{}-{from}", self.currency.code().to_ascii_lowercase())
    }

    /// The band with this id.
    pub fn parse(id: &str) -> Option<Self> {
        let (code, from) = id.split_once('-')?;
        let from: u64 = from.parse().ok()?;
        let step = Self::FROM.iter().position(|it| *it == from)?;
        Some(Self { currency: Currency::parse(&code.to_ascii_uppercase())?, step })
    }

    /// The smallest sum of the next step; `None` for the last.
    pub fn below(self) -> Option<u64> {
        Self::FROM.get(self.step + 1).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_falls_into_one_band() {
        let band = |units: u64| Band::of(Money { currency: Currency::EUR, hundredths: units * 100 }).id();
        assert_eq!(band(0), "eur-0");
        assert_eq!(band(99_999), "eur-0");
        assert_eq!(band(100_000), "eur-100000");
        assert_eq!(band(1_666_413), "eur-1000000");
        assert_eq!(band(u64::MAX / 100), "eur-20000000");
        for id in ["eur-0", "usd-5000000"] {
            assert_eq!(Band::parse(id).unwrap().id(), id);
        }
        assert_eq!(Band::parse("eur-7"), None);
        assert_eq!(Band::parse("in-words"), None);
    }
}
