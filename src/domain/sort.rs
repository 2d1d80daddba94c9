//! [`Sort`]: the table of the orders that the list can have.

/// An order of the list. Projects without what is sorted by come last in every order; ties are by row, which is by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// How many of the words stand in the title, most first; then by start, latest first.
    Relevance,
    /// By start, latest first.
    Newest,
    /// By start, earliest first.
    Oldest,
    /// By the stated end, latest first.
    LastEnd,
    /// By the stated end, earliest first.
    FirstEnd,
    /// By title.
    Title,
    /// By title, backwards.
    TitleBack,
    /// By budget, largest first, currency by currency: nothing is converted.
    Largest,
    /// By budget, smallest first, currency by currency.
    Smallest,
    /// By country, in the order of the data; several countries last.
    Country,
    /// By country, backwards.
    CountryBack,
    /// By the day on which a source was last looked at, latest first.
    LastChecked,
    /// By the day on which a source was last looked at, longest ago first.
    FirstChecked,
}

impl Sort {
    /// Every order with its word in the address, in the order of the menu.
    pub const TABLE: [(&'static str, Self); 13] = [
        ("relevance", Self::Relevance),
        ("newest", Self::Newest),
        ("oldest", Self::Oldest),
        ("end", Self::LastEnd),
        ("end-first", Self::FirstEnd),
        ("title", Self::Title),
        ("title-back", Self::TitleBack),
        ("largest", Self::Largest),
        ("smallest", Self::Smallest),
        ("country", Self::Country),
        ("country-back", Self::CountryBack),
        ("checked", Self::LastChecked),
        ("checked-first", Self::FirstChecked),
    ];

    /// Its word in the address.
    pub fn key(self) -> &'static str {
        Self::TABLE.get(self as usize).map_or("", |row| row.0)
    }

    /// The order with this word.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(word, _)| *word == key).map(|row| row.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_has_its_own_word() {
        for (key, sort) in Sort::TABLE {
            assert_eq!(sort.key(), key);
            assert_eq!(Sort::of_key(key), Some(sort));
        }
    }
}
