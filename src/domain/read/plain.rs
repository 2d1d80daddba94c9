//! [`make_plain`]: texts without what no page can hold.
//!
//! HTML and XML forbid some characters even where they are escaped, and parsers disagree about what they find there. They
//! are replaced where texts are read, so that no page, file or feed has to think of them.

use super::split::Step;
use crate::domain::character::{REPLACEMENT, first_forbidden, is_forbidden};
use serde_json::Value;

/// Replaces what no page can hold in every text of a value, and tells the place and the first such character of each.
/// Fields that are the editor's own notes stay as they are.
pub fn make_plain(value: &mut Value, report: &mut dyn FnMut(&[Step<'_>], char)) {
    walk(value, &mut Vec::new(), report);
}

fn walk<'v>(value: &'v mut Value, steps: &mut Vec<Step<'v>>, report: &mut dyn FnMut(&[Step<'_>], char)) {
    match value {
        Value::String(text) => {
            if let Some(first) = first_forbidden(text) {
                report(steps, first);
                *text = text.replace(is_forbidden, REPLACEMENT.encode_utf8(&mut [0; 4]));
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter_mut().enumerate() {
                steps.push(Step::Index(index));
                walk(value, steps, report);
                steps.pop();
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields.iter_mut().filter(|(key, _)| !key.starts_with('_')) {
                steps.push(Step::Key(key));
                walk(value, steps, report);
                steps.pop();
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_text_but_a_note_is_looked_at() {
        let mut value = json!({"a": ["x", {"b": "\0y\u{1}"}], "_note": "\0", "c": 1});
        let mut told = Vec::new();
        make_plain(&mut value, &mut |steps, c| told.push((steps.len(), c)));
        assert_eq!(value, json!({"a": ["x", {"b": "\u{fffd}y\u{fffd}"}], "_note": "\0", "c": 1}));
        assert_eq!(told, [(3, '\0')]);
    }
}
