//! A [`Sheet`] as one string, in which the main program hands it to the module that writes files.
//!
//! Compact JSON; a cell is `null` or a string whose first letter says what it is: `t` text, `n` number, `d` day,
//! `l` link. The two programs are always of the same build, so the form is free to change.

use super::cell::{Cell, iso, parse_iso};
use super::{Column, Sheet};
use serde::ser::{Serialize, Serializer};

impl Sheet {
    /// The sheet as a string for [`Sheet::from_transfer`].
    pub fn to_transfer(&self) -> String {
        let whole = (&self.name, iso(self.as_of), &self.about, &self.columns, &self.rows);
        // Nothing in it can fail; if it did, the reader would refuse the empty string in words.
        serde_json::to_string(&whole).unwrap_or_default()
    }

    /// The sheet that [`Sheet::to_transfer`] has written.
    ///
    /// # Errors
    /// When the text is not such a string: a sentence that says why.
    pub fn from_transfer(text: &str) -> Result<Self, String> {
        type Pairs = Vec<(String, String)>;
        type Whole = (String, String, Pairs, Pairs, Vec<Vec<Option<String>>>);
        let (name, as_of, about, columns, rows): Whole =
            serde_json::from_str(text).map_err(|error| format!("the sheet cannot be read: {error}"))?;
        let day = |text: &str| parse_iso(text).ok_or_else(|| format!("the sheet cannot be read: {text} is no day"));
        let cell = |packed: Option<String>| {
            let Some(packed) = packed else { return Ok(Cell::Empty) };
            let mut rest = packed.chars();
            let tag = rest.next();
            let rest = rest.as_str();
            match tag {
                Some('t') => Ok(Cell::Text(rest.to_owned())),
                Some('n') => Ok(Cell::Number(rest.to_owned())),
                Some('d') => day(rest).map(Cell::Day),
                Some('l') => Ok(Cell::Link(rest.to_owned())),
                _ => Err(format!("the sheet cannot be read: the cell {packed} is of no known kind")),
            }
        };
        Ok(Self {
            name,
            as_of: day(&as_of)?,
            about,
            columns: columns.into_iter().map(|(key, heading)| Column { key, heading }).collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect::<Result<_, _>>()?,
        })
    }
}

impl Serialize for Column {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.key, &self.heading).serialize(serializer)
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (tag, text) = match self {
            Self::Empty => return serializer.serialize_none(),
            Self::Text(text) => ("t", text),
            Self::Number(digits) => ("n", digits),
            Self::Day(day) => ("d", &iso(*day)),
            Self::Link(address) => ("l", address),
        };
        serializer.serialize_str(&[tag, text].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_comes_back_as_it_was() {
        let day = parse_iso("2026-11-22").unwrap();
        let hostile = "\0\u{1}\u{1b}\"\\\r\n\u{2028}\u{202e}</script>😀";
        let sheet = Sheet {
            name: "Projects".into(),
            as_of: day,
            about: vec![("Question".into(), hostile.into())],
            columns: vec![Column { key: "id".into(), heading: hostile.into() }],
            rows: vec![
                vec![],
                vec![Cell::Empty, Cell::Text(hostile.into()), Cell::Text(String::new()), Cell::Day(day)],
                vec![Cell::Number("1666413.00".into()), Cell::Link("https://example.org/".into())],
            ],
        };
        assert_eq!(Sheet::from_transfer(&sheet.to_transfer()), Ok(sheet));
    }

    #[test]
    fn what_is_no_sheet_is_refused_in_words() {
        for bad in [
            "",
            "{}",
            r#"["a","b",[],[],[]]"#,
            r#"["a","2026-11-22",[],[],[["x1"]]]"#,
            r#"["a","2026-11-22",[],[],[[""]]]"#,
            r#"["a","2026-11-22",[],[],[["d2026"]]]"#,
        ] {
            assert!(Sheet::from_transfer(bad).unwrap_err().starts_with("the sheet cannot be read: "), "{bad}");
        }
    }
}
