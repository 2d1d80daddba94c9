//! Which build of the site a slice comes from. A tab may stay open while the site is published anew: its program then
//! meets slices whose ids its index does not know, and files with other names than it was told. By this mark it notices,
//! and loads the page whole.

use super::read::fingerprint;

const BEGIN: &str = "{\"release\":\"";
const END: &str = "\",";

/// The slice with the mark of its release, before all else that it holds.
pub fn marked(slice: &str, release: &str) -> String {
    slice.strip_prefix('{').map_or_else(|| slice.to_owned(), |rest| format!("{BEGIN}{release}{END}{rest}"))
}

/// A slice as it came, and what can be told of it without reading it.
pub struct Unmarked<'s> {
    /// Its release; empty when it says none.
    pub release: String,
    /// What tells its content, whatever its release, from that of others.
    pub fingerprint: String,
    /// The slice itself.
    pub bytes: &'s [u8],
}

/// Takes the mark off a slice.
pub fn unmarked(bytes: &mut [u8]) -> Unmarked<'_> {
    let mark = bytes.strip_prefix(BEGIN.as_bytes()).and_then(|rest| {
        let release = rest.split(|byte| *byte == b'"').next()?;
        let whole = rest.get(release.len()..)?.starts_with(END.as_bytes());
        // The comma after the mark becomes the brace that begins the rest.
        whole.then(|| (String::from_utf8_lossy(release).into_owned(), BEGIN.len() + release.len() + END.len() - 1))
    });
    let (release, from) = mark.unwrap_or_default();
    if let (true, Some(first)) = (from > 0, bytes.get_mut(from)) {
        *first = b'{';
    }
    let bytes = bytes.get(from..).unwrap_or_default();
    Unmarked { release, fingerprint: fingerprint(bytes), bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_comes_off_as_it_was_put_on() {
        let slice = "{\"atlas.json\":{\"a\":1}}";
        let mut bytes = marked(slice, "0123456789abcdef").into_bytes();
        let found = unmarked(&mut bytes);
        assert_eq!(found.release, "0123456789abcdef");
        assert_eq!((found.bytes, found.fingerprint), (slice.as_bytes(), fingerprint(slice.as_bytes())));
    }

    #[test]
    fn what_bears_no_mark_stays_as_it_is() {
        for text in ["", "{", "{}", "<!doctype html>", "{\"release\":\"", "{\"release\":\"12", "{\"release\":\"12\"}"] {
            let mut bytes = text.as_bytes().to_vec();
            let found = unmarked(&mut bytes);
            assert_eq!((found.release.as_str(), found.bytes), ("", text.as_bytes()));
        }
        assert_eq!(marked("[]", "1"), "[]");
    }
}
