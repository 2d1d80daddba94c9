//! Cuts a JSON list or object into its elements without reading them, so that one broken record costs only itself,
//! and finds the line of any place.
//!
//! It knows strings and brackets, nothing else; whether an element is JSON is `serde_json`'s to say.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// One element of a list, or one entry of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element<'a> {
    /// The key, still escaped, for an entry of an object.
    pub key: Option<&'a str>,
    /// Its text, without the blanks around it.
    pub text: &'a str,
    /// The line on which it begins, counted from zero within the text that was cut.
    pub line: usize,
}

/// The elements of a container, and how the container ends.
#[derive(Debug, PartialEq, Eq)]
pub struct Split<'a> {
    /// All whole elements.
    pub elements: Vec<Element<'a>>,
    /// What stopped the cutting.
    pub end: Ending,
}

/// How a container ends.
#[derive(Debug, PartialEq, Eq)]
pub enum Ending {
    /// With its bracket, and nothing but blanks after it.
    Whole,
    /// With its bracket, and other text after it, from this line on.
    TextAfter(usize),
    /// Without its bracket; holds the line on which the unfinished element begins.
    Truncated(usize),
    /// Its elements cannot be told apart, from this line on.
    Broken(usize),
    /// It is not the container that was asked for.
    NotContainer,
}

/// Cuts `text`, which must be a container that begins with `open` (`[` or `{`).
pub fn split(text: &str, open: char) -> Split<'_> {
    let mut elements = Vec::new();
    let end = cut(text, open, &mut |element| elements.push(element));
    Split { elements, end }
}

/// The same, element by element.
fn cut<'t>(text: &'t str, open: char, each: &mut dyn FnMut(Element<'t>)) -> Ending {
    let mut cursor = Cursor { text, at: 0, line: 0 };
    cursor.blanks();
    if cursor.peek() == Some(open as u8) {
        cursor.bump();
        loop {
            while matches!(cursor.peek(), Some(b',' | b' ' | b'\t' | b'\r' | b'\n')) {
                cursor.bump();
            }
            let begins = cursor.line;
            match cursor.peek() {
                None => break Ending::Truncated(begins),
                Some(b']' | b'}') => {
                    cursor.bump();
                    cursor.blanks();
                    break if cursor.peek().is_none() { Ending::Whole } else { Ending::TextAfter(cursor.line) };
                }
                Some(_) => {}
            }
            let mut key = None;
            if open == '{' {
                let quoted = cursor.value();
                cursor.blanks();
                if quoted.len() < 2 || cursor.peek() != Some(b':') {
                    break if cursor.peek().is_none() { Ending::Truncated(begins) } else { Ending::Broken(begins) };
                }
                cursor.bump();
                cursor.blanks();
                key = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            }
            let line = cursor.line;
            let element = cursor.value().trim_end();
            // A value that runs into the end of the text may have been cut short; only brackets tell.
            if cursor.peek().is_none() {
                break Ending::Truncated(begins);
            }
            // Nothing was taken: what stands here belongs to no element, and going on would go on for ever.
            if element.is_empty() {
                break Ending::Broken(begins);
            }
            each(Element { key, text: element, line });
        }
    } else {
        Ending::NotContainer
    }
}

/// The lines of places within a text. What has been cut for one place is kept for the next: a record with thousands of
/// faults is cut once, not once a fault.
#[derive(Default)]
pub struct Lines<'t> {
    cut: RefCell<BTreeMap<(usize, char), Rc<Level<'t>>>>,
}

/// The elements of a container, the entries of an object by their keys. Small, because a list may hold as many elements
/// as half its bytes.
struct Level<'t> {
    /// Of each, where its text begins and ends, and its line. No file of data has four thousand million bytes.
    elements: Vec<[u32; 3]>,
    by_key: BTreeMap<&'t str, usize>,
}

impl<'t> Lines<'t> {
    /// The line of the place that `path` names within `text`, counted from zero; the line of the nearest place that
    /// exists when the path goes on where the text does not.
    pub fn of(&self, text: &'t str, path: &[Step<'_>]) -> usize {
        let Some((step, rest)) = path.split_first() else { return 0 };
        let element = match step {
            Step::Index(index) => self.level(text, '[').elements.get(*index).copied(),
            Step::Key(key) => {
                let level = self.level(text, '{');
                level.by_key.get(key).and_then(|at| level.elements.get(*at)).copied()
            }
        };
        let Some([from, to, line]) = element.map(|it| it.map(|number| number as usize)) else { return 0 };
        line + self.of(text.get(from..to).unwrap_or_default(), rest)
    }

    fn level(&self, text: &'t str, open: char) -> Rc<Level<'t>> {
        // Texts are parts of one text, so that where one begins tells it from the others.
        let place = (text.as_ptr() as usize, open);
        if let Some(level) = self.cut.borrow().get(&place) {
            return level.clone();
        }
        let mut level = Level { elements: Vec::new(), by_key: BTreeMap::new() };
        let small = |number| u32::try_from(number).unwrap_or(u32::MAX);
        cut(text, open, &mut |element| {
            let from = element.text.as_ptr() as usize - place.0;
            element.key.map(|key| level.by_key.entry(key).or_insert(level.elements.len()));
            level.elements.push([from, from + element.text.len(), element.line].map(small));
        });
        let level = Rc::new(level);
        self.cut.borrow_mut().insert(place, level.clone());
        level
    }
}

/// One step of a JSON path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// An entry of an object.
    Key(&'a str),
    /// An element of a list, counted from zero.
    Index(usize),
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn bump(&mut self) {
        if self.peek() == Some(b'\n') {
            self.line += 1;
        }
        self.at += 1;
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.bump();
        }
    }

    /// Everything up to the comma, colon or bracket that ends the value.
    fn value(&mut self) -> &'a str {
        let start = self.at;
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.string(),
                b'[' | b'{' => {
                    depth += 1;
                    self.bump();
                }
                b']' | b'}' | b',' | b':' if depth == 0 => break,
                b']' | b'}' => {
                    depth -= 1;
                    self.bump();
                    if depth == 0 {
                        break;
                    }
                }
                _ => self.bump(),
            }
        }
        // Every stop is before or after an ASCII byte, so the cut cannot fall inside a character.
        self.text.get(start..self.at.min(self.text.len())).unwrap_or_default()
    }

    fn string(&mut self) {
        self.bump();
        while let Some(byte) = self.peek() {
            self.bump();
            match byte {
                b'\\' => self.bump(),
                b'"' => return,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, open: char) -> (Vec<&str>, Ending) {
        let split = split(text, open);
        (split.elements.iter().map(|element| element.text).collect(), split.end)
    }

    #[test]
    fn a_list_falls_into_its_elements() {
        assert_eq!(texts("[]", '['), (vec![], Ending::Whole));
        assert_eq!(texts(" [ {\"a\": \"]\\\"}\"} ,\n 2 ]\n", '['), (vec!["{\"a\": \"]\\\"}\"}", "2"], Ending::Whole));
        assert_eq!(texts("{\"a\": [1, 2], \"b\": {}}", '{'), (vec!["[1, 2]", "{}"], Ending::Whole));
    }

    #[test]
    fn what_is_whole_before_a_break_is_kept() {
        assert_eq!(
            texts("[{\"a\":1},\n{\"b\":2},\n{\"c\":", '['),
            (vec!["{\"a\":1}", "{\"b\":2}"], Ending::Truncated(2))
        );
        assert_eq!(texts("[1, 2", '['), (vec!["1"], Ending::Truncated(0)));
        assert_eq!(texts("[1] x", '['), (vec!["1"], Ending::TextAfter(0)));
        assert_eq!(texts("<!doctype html>", '['), (vec![], Ending::NotContainer));
        assert_eq!(texts("", '['), (vec![], Ending::NotContainer));
        assert_eq!(texts("[\"é", '['), (vec![], Ending::Truncated(0)));
        assert_eq!(texts("{\"a\" 1}", '{'), (vec![], Ending::Broken(0)));
        assert_eq!(texts("[1, \"id\": 2]", '['), (vec!["1", "\"id\""], Ending::Broken(0)));
        assert_eq!(texts("{\"a\": }", '{'), (vec![], Ending::Broken(0)));
    }

    #[test]
    fn lines_are_found() {
        let text = "[\n  {\n    \"id\": \"a\",\n    \"period\": {\n      \"edtf\": \"x\"\n    }\n  }\n]";
        let path = [Step::Index(0), Step::Key("period"), Step::Key("edtf")];
        let lines = Lines::default();
        assert_eq!(lines.of(text, &path), 4);
        assert_eq!(lines.of(text, &[Step::Index(0), Step::Key("nothing")]), 1);
        assert_eq!(lines.of(text, &[]), 0);
        assert_eq!(lines.of(text, &path), 4, "asked again");
    }
}
