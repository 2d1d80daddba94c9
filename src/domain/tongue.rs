//! [`Tongue`]: the language in which a data set is read. [`Foreign`]: what of a record is in another.
//!
//! A text of the data is either plain (`"title": "Access to justice"`) and then in the language of the data set, or
//! stands in several languages (`"name": {"en": "Uzbekistan", "ru": "Узбекистан"}`). What lacks the wanted language is
//! read in that of the data set, else in the first that it has; it is never left out, and never passed off as the
//! wanted one.

use std::collections::BTreeMap;

/// The language that is wanted, and that of plain texts. BCP 47 tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tongue {
    /// The language that is wanted.
    pub wanted: String,
    /// The language of plain texts.
    pub plain: String,
}

impl Tongue {
    /// The language of plain texts where `atlas.json` names none.
    pub const PLAIN: &'static str = "en";

    /// Texts in this language where they have it.
    pub fn wanting(tag: &str) -> Self {
        Self { wanted: tag.to_owned(), plain: Self::PLAIN.to_owned() }
    }

    /// The language of plain texts, where it is not the wanted one.
    pub fn of_plain(&self) -> Option<String> {
        (self.plain != self.wanted).then(|| self.plain.clone())
    }

    /// Of the languages of a text, the one to read: the wanted one, else that of plain texts, else the first.
    pub fn choose<'t>(&self, mut tags: impl Iterator<Item = &'t str> + Clone) -> Option<&'t str> {
        let has = |wanted: &str| tags.clone().find(|tag| *tag == wanted);
        has(&self.wanted).or_else(|| has(&self.plain)).or_else(|| tags.next())
    }

    /// Looks like a language's tag: two or three small letters, perhaps with more after hyphens.
    pub fn is_tag(key: &str) -> bool {
        let mut parts = key.split('-');
        let good = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let first = parts.next().unwrap_or_default();
        (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase()) && parts.all(good)
    }
}

impl Default for Tongue {
    fn default() -> Self {
        Self::wanting(Self::PLAIN)
    }
}

/// The fields of a record that are not in the wanted language, with the language in which they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreign(BTreeMap<&'static str, String>);

impl Foreign {
    /// Notes the language of a field.
    pub fn note(&mut self, field: &'static str, tag: &str) {
        self.0.insert(field, tag.to_owned());
    }

    /// The language of a field, where it is not the wanted one: for the `lang` of its element.
    pub fn of(&self, field: &str) -> Option<String> {
        self.0.get(field).cloned()
    }

    /// The languages that occur, each once, in order.
    pub fn tags(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = self.0.values().map(String::as_str).collect();
        tags.sort_unstable();
        tags.dedup();
        tags
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wanted_language_comes_first_then_that_of_plain_texts() {
        let tongue = Tongue { wanted: "ru".into(), plain: "en".into() };
        assert_eq!(tongue.choose(["en", "ru"].into_iter()), Some("ru"));
        assert_eq!(tongue.choose(["kk", "en"].into_iter()), Some("en"));
        assert_eq!(tongue.choose(["kk", "uz"].into_iter()), Some("kk"));
        assert_eq!(tongue.choose(std::iter::empty()), None);
    }

    #[test]
    fn tags_are_told_from_other_keys() {
        for tag in ["en", "ru", "uz-Latn", "kaa"] {
            assert!(Tongue::is_tag(tag), "{tag}");
        }
        for key in ["", "e", "name", "EN", "en_GB", "a-b"] {
            assert!(!Tongue::is_tag(key), "{key}");
        }
    }
}
