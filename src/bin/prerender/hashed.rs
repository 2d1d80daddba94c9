//! [`hashed`]: names that caches may keep for ever.

use atlas::domain::read::fingerprint;

/// A file name that changes with the content.
pub fn hashed(name: &str, extension: &str, text: &str) -> String {
    format!("{name}-{}.{extension}", fingerprint(text.as_bytes()))
}
