//! A sheet as JSON: `{"about": {…}, "columns": [{"key", "heading"}…], "rows": [{key: value…}…]}`, indented.

use super::Sheet;
use super::cell::{Cell, is_number, iso};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Error, Number};
use std::collections::BTreeSet;

/// The bytes of the file.
///
/// # Errors
/// The library's; none is known to happen in memory.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    let about = distinct(sheet.about.iter().map(|(name, _)| name));
    let keys = distinct(sheet.columns.iter().map(|column| &column.key));
    let about = Object(about.iter().map(String::as_str).zip(sheet.about.iter().map(|(_, value)| value)).collect());
    let columns =
        keys.iter().zip(&sheet.columns).map(|(key, column)| Object(vec![("key", key), ("heading", &column.heading)]));
    let rows =
        sheet.rows.iter().map(|row| Object(keys.iter().map(String::as_str).zip(sheet.cells(row).map(Value)).collect()));
    let whole = Whole { about, columns: columns.collect(), rows: rows.collect() };
    let mut bytes = serde_json::to_vec_pretty(&whole)?;
    bytes.push(b'\n');
    Ok(bytes)
}

struct Whole<'s> {
    about: Object<'s, &'s String>,
    columns: Vec<Object<'s, &'s String>>,
    rows: Vec<Object<'s, Value<'s>>>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("about", &self.about)?;
        map.serialize_entry("columns", &self.columns)?;
        map.serialize_entry("rows", &self.rows)?;
        map.end()
    }
}

/// An object whose fields keep their order.
struct Object<'s, V>(Vec<(&'s str, V)>);

impl<V: Serialize> Serialize for Object<'_, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

struct Value<'s>(&'s Cell);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Cell::Empty => serializer.serialize_none(),
            // The digits as written, by serde_json's `arbitrary_precision`.
            Cell::Number(digits) if is_number(digits) => match digits.parse::<Number>() {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_str(digits),
            },
            Cell::Day(day) => serializer.serialize_str(&iso(*day)),
            Cell::Text(text) | Cell::Number(text) | Cell::Link(text) => serializer.serialize_str(text),
        }
    }
}

/// The names, a repeated one with a number behind it: an object has each field once, and nothing may get lost.
fn distinct<'n>(names: impl Iterator<Item = &'n String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names
        .map(|name| {
            let mut candidate = name.clone();
            let mut count = 1;
            while !seen.insert(candidate.clone()) {
                count += 1;
                candidate = format!("{name} {count}");
            }
            candidate
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repeated_name_gets_a_number() {
        let names = ["a", "b", "a", "a 2", "a"].map(str::to_owned);
        assert_eq!(distinct(names.iter()), ["a", "b", "a 2", "a 2 2", "a 3"]);
    }
}
