//! [`nodes`]: how many nodes the browser makes of markup.

/// How many elements, texts and comments there are in markup of ours: whole, and with every tag that the browser would
/// add. The program compares it with what it meets: extensions and hosts put things into pages, or take them out.
pub fn nodes(markup: &str) -> usize {
    let mut count = 0;
    let mut rest = markup;
    while !rest.is_empty() {
        let Some(inside) = rest.strip_prefix('<') else {
            count += 1;
            rest = &rest[rest.find('<').unwrap_or(rest.len())..];
            continue;
        };
        if !inside.starts_with('/') {
            count += 1;
        }
        let end = match inside.strip_prefix("!--") {
            Some(comment) => comment.find("-->").map(|at| at + 5),
            None => end_of_tag(inside),
        };
        rest = end.and_then(|at| inside.get(at + 1..)).unwrap_or_default();
    }
    count
}

/// Where the tag ends that begins before this: at the first `>` that is in no value.
fn end_of_tag(inside: &str) -> Option<usize> {
    let mut quote = None;
    inside.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return true,
            _ => {}
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_text_and_comment_counts_once() {
        for (markup, expected) in [
            ("", 0),
            ("text", 1),
            ("<p></p>", 1),
            ("<p>a<!>b<br></p> ", 6),
            ("<p title=\"a > b\" lang='\">'>x</p>", 2),
            ("<!-- a > b --><i></i>", 2),
            ("<p", 1),
        ] {
            assert_eq!(nodes(markup), expected, "{markup}");
        }
    }
}
