//! Which addresses become links in a workbook, and in which spelling.

use super::cell::is_hidden;
use std::borrow::Cow;

/// The address as `rust_xlsxwriter` has to be given it, or `None` when it must stay text.
///
/// The library takes an address for one that is not percent-encoded unless it meets one of a few codes that Excel
/// writes (`%20`…), and then encodes every `%` once more: `%C3%A9` would become `%25C3%25A9`, a dead link. Letters beyond
/// ASCII are therefore decoded, which every browser undoes; an address with another code left in it stays text.
pub fn link(address: &str) -> Option<Cow<'_, str>> {
    let web = ["http://", "https://"].iter().any(|scheme| {
        address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address.len() > scheme.len()
    });
    // Whatever an XML attribute or a browser's address line cannot hold, and what would hide where it leads.
    let odd = |c: char| is_hidden(c) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if !web || address.contains(odd) {
        return None;
    }
    let target = address.split('#').next().unwrap_or_default();
    if !target.contains('%') || taken_for_encoded(target) {
        return Some(Cow::Borrowed(address));
    }
    let decoded = decode_beyond_ascii(address);
    (!decoded.split('#').next().unwrap_or_default().contains('%')).then_some(Cow::Owned(decoded))
}

/// Whether the library will leave the codes of this address alone.
fn taken_for_encoded(address: &str) -> bool {
    let known = ["20", "25", "22", "60", "3c", "3e", "5b", "5d", "5e", "7b", "7d"];
    address
        .split('%')
        .skip(1)
        .any(|rest| rest.get(..2).is_some_and(|code| known.iter().any(|known| known.eq_ignore_ascii_case(code))))
}

/// The address with each run of codes that spells letters beyond ASCII as these letters.
fn decode_beyond_ascii(address: &str) -> String {
    let mut decoded = String::new();
    let mut rest = address;
    while let Some(at) = rest.find('%') {
        let (before, codes) = rest.split_at(at);
        decoded.push_str(before);
        let bytes: Vec<u8> = codes
            .as_bytes()
            .chunks(3)
            .map_while(|code| match code {
                [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                    u8::from_str_radix(std::str::from_utf8(&code[1..]).ok()?, 16).ok().filter(|byte| *byte > 0x7f)
                }
                _ => None,
            })
            .collect();
        let letters = std::str::from_utf8(&bytes).ok().filter(|letters| !letters.contains(is_hidden));
        let taken = match letters {
            Some(letters) if !letters.is_empty() => {
                decoded.push_str(letters);
                bytes.len() * 3
            }
            _ => {
                decoded.push('%');
                1
            }
        };
        rest = &codes[taken..];
    }
    decoded + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for good in
            ["https://example.org/", "HTTP://example.org/a?b=c#d", "https://суд.kz/", "https://e.org/a%20b%C3%A9"]
        {
            assert_eq!(link(good).as_deref(), Some(good));
        }
        for bad in [
            "",
            "https://",
            "javascript:alert(1)",
            "mailto:a@b.org",
            "file:///etc/passwd",
            "internal:Sheet1!A1",
            "ftp://example.org/",
            "//example.org",
            " https://example.org",
            "https://example.org/a b",
            "https://e.org/\0",
        ] {
            assert_eq!(link(bad), None, "{bad}");
        }
    }

    #[test]
    fn codes_that_the_library_would_break_are_decoded_or_the_link_is_given_up() {
        let given = "https://e.org/communiqu%C3%A9-%E2%80%93-%D1%81%D1%83%D0%B4";
        assert_eq!(link(given).as_deref(), Some("https://e.org/communiqué-–-суд"));
        assert_eq!(link("https://e.org/a%2Fb"), None);
        assert_eq!(link("https://e.org/%C3"), None);
        assert_eq!(link("https://e.org/100%"), None);
        assert_eq!(link("https://e.org/%E2%80%AE"), None, "no hidden turn of direction");
        assert_eq!(link("https://e.org/#a%2Fb").as_deref(), Some("https://e.org/#a%2Fb"));
    }
}
