//! Query strings ⇄ pairs of key and value. The spelling is the one of HTML forms, so that a plain form and a link
//! mean the same; decoding is the `form_urlencoded` and `percent_encoding` crates' and never fails.

/// The pairs of a query string, without its question mark, in their order.
pub fn parse(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

/// A path as it reads once its escaped bytes are letters again. What is no text stays marked as such.
pub fn decode(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// The query string of some pairs, with its question mark; empty for no pairs.
pub fn print<'p>(pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> String {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    if query.is_empty() { query } else { format!("?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_read_again() {
        let pairs = [("q", "a+b &=?#/%25 é “ʻ”"), ("country", "kazakhstan"), ("country", "")];
        let printed = print(pairs);
        let read = parse(&printed[1..]);
        assert_eq!(read.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect::<Vec<_>>(), pairs);
        assert_eq!(print([]), "");
    }

    #[test]
    fn anything_can_be_read() {
        for odd in ["%", "%f", "%ff", "&&&", "=", "a=b=c", "?a", "\u{0}"] {
            parse(odd);
        }
    }
}
