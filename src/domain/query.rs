//! [`ProjectQuery`]: what the visitor asks of the list of projects. It is the query string of the address, read.

use super::facet::Facet;
use super::query_string;
use super::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};

/// A question to the list. The default asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectQuery {
    /// Words that must occur, as typed.
    pub text: String,
    /// Picked values. A value that the data does not know is kept: the page shows it as a filter to remove.
    pub picked: BTreeMap<Facet, BTreeSet<Slug>>,
    /// The order of the list.
    pub sort: Sort,
}

/// The orders that the list can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By start, latest first.
    #[default]
    Newest,
    /// By start, earliest first.
    Oldest,
    /// By the end, latest first.
    End,
    /// By title.
    Title,
}

impl Sort {
    /// Every order with its word in the address.
    pub const TABLE: [(&'static str, Self); 4] =
        [("newest", Self::Newest), ("oldest", Self::Oldest), ("end", Self::End), ("title", Self::Title)];

    /// Its word in the address.
    pub fn key(self) -> &'static str {
        Self::TABLE[self as usize].0
    }
}

/// The longest text that is searched for, in characters; the rest is cut off.
const TEXT_LIMIT: usize = 200;

impl ProjectQuery {
    /// The key of the text in the address.
    pub const TEXT: &'static str = "q";
    /// The key of the order in the address.
    pub const SORT: &'static str = "sort";

    /// Reads a query string. Never fails: what it does not understand is left out.
    pub fn parse(query: &str) -> Self {
        let mut read = Self::default();
        for (key, value) in query_string::parse(query) {
            if key == Self::TEXT {
                read.text = value.trim().chars().take(TEXT_LIMIT).collect();
            } else if key == Self::SORT {
                read.sort = Sort::TABLE.iter().find(|(word, _)| *word == value).map_or(Sort::default(), |row| row.1);
            } else if let Some(facet) = Facet::ALL.into_iter().find(|facet| facet.key() == key)
                && let Some(value) = Slug::new(&value)
            {
                read.picked.entry(facet).or_default().insert(value);
            }
        }
        read
    }

    /// The query string, with its question mark. There is one spelling per question: facets in order, defaults
    /// left out.
    pub fn print(&self) -> String {
        let mut pairs = Vec::new();
        if !self.text.is_empty() {
            pairs.push((Self::TEXT, self.text.as_str()));
        }
        for (facet, value) in self.picks() {
            pairs.push((facet.key(), value.as_str()));
        }
        if self.sort != Sort::default() {
            pairs.push((Self::SORT, self.sort.key()));
        }
        query_string::print(pairs)
    }

    /// Every picked value with its facet.
    pub fn picks(&self) -> impl Iterator<Item = (Facet, &Slug)> {
        self.picked.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    }

    /// The value is picked.
    pub fn has(&self, facet: Facet, value: &Slug) -> bool {
        self.picked.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// The same question with one value more, or without it if it was picked.
    pub fn toggled(&self, facet: Facet, value: &Slug) -> Self {
        let mut query = self.clone();
        let values = query.picked.entry(facet).or_default();
        if !values.remove(value) {
            values.insert(value.clone());
        }
        if values.is_empty() {
            query.picked.remove(&facet);
        }
        query
    }

    /// The same question with other words.
    pub fn with_text(&self, text: &str) -> Self {
        Self { text: text.trim().chars().take(TEXT_LIMIT).collect(), ..self.clone() }
    }

    /// The same question in another order.
    pub fn with_sort(&self, sort: Sort) -> Self {
        Self { sort, ..self.clone() }
    }

    /// No filter at all, in the same order.
    pub fn cleared(&self) -> Self {
        Self { sort: self.sort, ..Self::default() }
    }

    /// Nothing narrows the list.
    pub fn is_everything(&self) -> bool {
        self.text.is_empty() && self.picked.is_empty()
    }

    /// The question that one value of one facet asks.
    pub fn only(facet: Facet, value: &Slug) -> Self {
        Self::default().toggled(facet, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(query: &str, canonical: &str) {
        let read = ProjectQuery::parse(query);
        assert_eq!(read.print(), canonical);
        assert_eq!(
            ProjectQuery::parse(canonical.trim_start_matches('?')),
            read,
            "the canonical spelling reads the same"
        );
    }

    #[test]
    fn there_is_one_spelling_per_question() {
        case("", "");
        case("country=tajikistan&country=kazakhstan", "?country=kazakhstan&country=tajikistan");
        case("status=ongoing&q=fair+trial&sort=newest", "?q=fair+trial&status=ongoing");
        case("sort=title&sort=nonsense", "");
        case("country=No%20Such&country=nowhere&utm=1", "?country=nowhere");
        case("q=%20%20", "");
        case("q=100%2525", "?q=100%2525");
    }

    #[test]
    fn picking_twice_is_not_picking() {
        let value = Slug::new("kazakhstan").unwrap();
        let query = ProjectQuery::parse("q=a&sort=title");
        assert_eq!(query.toggled(Facet::Country, &value).print(), "?q=a&country=kazakhstan&sort=title");
        assert_eq!(query.toggled(Facet::Country, &value).toggled(Facet::Country, &value), query);
    }
}
