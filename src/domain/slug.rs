//! [`Slug`]: a name that is safe in addresses, file names and ids.

use std::fmt;

/// Lower-case ASCII letters, digits and single hyphens between them: `kyrgyz-republic`.
///
/// Every id of the data set is one. Nothing has to be percent-encoded, no path can be escaped from (`..`, `/`),
/// and an address reads the same in every language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// The longest slug that is accepted, in bytes. File systems stop at 255.
    pub const MAX: usize = 200;

    /// The slug spelled by `text`, or `None` when `text` is not one.
    pub fn new(text: &str) -> Option<Self> {
        // No hyphen stands first, last or behind another.
        let mut before = b'-';
        let fits = text.bytes().all(|byte| {
            let behind = std::mem::replace(&mut before, byte);
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' && behind != b'-'
        });
        (fits && before != b'-' && text.len() <= Self::MAX).then(|| Self(text.to_owned()))
    }

    /// The slug of a name: its ASCII letters and digits in lower case, other letters by their number, hyphens for the
    /// rest; `None` when nothing is left.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut text = String::new();
        for c in name.chars() {
            if c.is_ascii_alphanumeric() {
                text.push(c.to_ascii_lowercase());
            } else if c.is_alphanumeric() {
                text.push_str(&format!("{:x}", u32::from(c)));
            } else if !text.is_empty() && !text.ends_with('-') {
                text.push('-');
            }
            if text.len() > Self::MAX - 8 {
                break;
            }
        }
        Self::new(text.trim_end_matches('-'))
    }

    /// Stands where there is no name.
    pub fn none() -> Self {
        Self("none".to_owned())
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_slug() {
        let slug = |name: &str| Slug::from_name(name).map(|it| it.to_string());
        assert_eq!(slug("venice.coe.int").as_deref(), Some("venice-coe-int"));
        assert_eq!(slug(" Swiss  Cooperation Office! ").as_deref(), Some("swiss-cooperation-office"));
        assert_eq!(slug("ИА").as_deref(), Some("418410"));
        assert_eq!(slug("–"), None);
        assert!(slug(&"я".repeat(1000)).is_some());
    }

    #[test]
    fn only_safe_names_are_slugs() {
        for good in ["a", "kyrgyz-republic", "phase-2", "2018-02-28"] {
            assert_eq!(Slug::new(good).map(|s| s.to_string()).as_deref(), Some(good));
        }
        let long = "a".repeat(Slug::MAX + 1);
        for bad in ["", "-", "a-", "-a", "a--b", "A", "é", "a b", "a/b", "..", "a.b", "%61", "a\0", &long] {
            assert_eq!(Slug::new(bad), None, "{bad:?}");
        }
    }
}
