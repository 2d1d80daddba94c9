//! [`LANGUAGES`]: the languages of the site, and which of them is spoken.

use super::sentences::Sentences;
use super::texts::Texts;
use super::{en, ru};
use std::cell::Cell;
use std::fmt;
use std::ops::Deref;

/// A language of the site.
pub struct Language {
    /// Its BCP 47 tag: that of the page, and of the texts of the data.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    /// The tag that the Open Graph protocol has for it.
    pub locale: &'static str,
    /// What it says.
    pub words: &'static dyn Sentences,
}

/// Every language, each in one line. The first stands at the root of the site, the others below their tag.
pub static LANGUAGES: [Language; 2] = [
    Language { tag: "en", name: "English", locale: "en_GB", words: &en::English },
    Language { tag: "ru", name: "Русский", locale: "ru_RU", words: &ru::Russian },
];

impl Language {
    /// The language with this tag; the first when there is none.
    pub fn of(tag: &str) -> &'static Self {
        LANGUAGES.iter().find(|language| language.tag == tag).unwrap_or(&LANGUAGES[0])
    }

    /// Where its pages stand in a site below `root`.
    pub fn below(&self, root: &str) -> String {
        format!("{root}{}", self.prefix())
    }

    /// The beginning of its addresses below the base: nothing, or a slash and its tag.
    pub fn prefix(&self) -> String {
        if self == &LANGUAGES[0] { String::new() } else { format!("/{}", self.tag) }
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag)
    }
}

// A page is in one language from its first byte to its last, and everything on it speaks. To hand the language to every
// function that says something would hide what that function is about.
thread_local! {
    static SPOKEN: Cell<&'static Language> = const { Cell::new(&LANGUAGES[0]) };
}

/// Speaks a language from now on, on this thread.
pub fn speak(language: &'static Language) {
    SPOKEN.set(language);
}

/// The language that is spoken.
pub fn spoken() -> &'static Language {
    SPOKEN.get()
}

/// The words of the language that is spoken.
pub fn words() -> &'static dyn Sentences {
    spoken().words
}

impl Deref for dyn Sentences {
    type Target = Texts;

    /// So that what is always the same reads as what it is: `words().skip_link`.
    fn deref(&self) -> &Texts {
        self.texts()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in Latin letters in every language: names, keys, kinds of file, ids of the data, signs of the drawing.
    const LATIN: [&str; 14] = [
        "JavaScript",
        "WebAssembly",
        "cookie",
        "iCalendar",
        "Home",
        "Enter",
        "Ctrl",
        "stated",
        "words",
        "point",
        "bracket",
        "soft",
        "fade",
        "open",
    ];

    #[test]
    fn no_text_was_left_in_english() {
        let said = format!("{:?}", Language::of("ru").words.texts());
        assert!(!said.contains("\\\""), "a quotation mark would end a text here");
        for text in said.split('"').skip(1).step_by(2) {
            for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() >= 4) {
                assert!(LATIN.contains(&word), "{word} in: {text}");
            }
        }
    }
}
