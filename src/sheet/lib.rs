//! [`Sheet`]: a table that is to leave the site as a file, and the writers that make the file.
//!
//! The main program only builds a [`Sheet`]. The writers are behind the feature `export`: they are a WebAssembly
//! module of their own (`export.rs`), which the browser loads when a visitor asks for a file (`src/exporter.rs`).

pub mod cell;
pub mod kind;
pub mod name;
pub mod transfer;

#[cfg(feature = "export")]
pub mod csv;
#[cfg(feature = "ical")]
pub mod ical;
#[cfg(feature = "export")]
pub mod json;
#[cfg(feature = "export")]
pub mod link;
#[cfg(feature = "export")]
pub mod write;
#[cfg(feature = "export")]
pub mod xlsx;

use cell::Cell;
use time::Date;

/// A table with what has to be known about it. The same sheet gives the same bytes on every machine and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What the table is called: the name of the first worksheet.
    pub name: String,
    /// The day on which the data stood like this. Written into the file as its day of creation, instead of a clock's.
    pub as_of: Date,
    /// What a reader has to know, as pairs of a name and a value: the question, the address, the licence…
    /// A second worksheet in XLSX, an object in JSON, the description of a calendar; a CSV file holds the table alone.
    pub about: Vec<(String, String)>,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// The rows, in order. A row that is too short is filled up with empty cells; what is too much is left out.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a [`Sheet`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its stable name for machines: the head of the column in CSV, the name of the field in JSON.
    pub key: String,
    /// Its name for people: the head of the column in XLSX.
    pub heading: String,
}

/// The last columns of every table: which data it is of, of which day, where it comes from, and what was asked. A file is copied, merged
/// and mailed without its name, and a line about the table above its head or below its foot is one that no program reads as
/// such: in columns they stay with each row, and the file is a plain rectangle.
pub const ORIGIN: [&str; 4] = ["data_version", "data_as_of", "data_source", "data_question"];

impl Sheet {
    /// The same table with the columns of its [`ORIGIN`], called so for people.
    #[must_use]
    pub fn with_origin(mut self, headings: [&str; 4], version: &str, source: &str, question: &str) -> Self {
        let width = self.columns.len();
        let column = |(key, heading): (&str, &str)| Column { key: key.to_owned(), heading: heading.to_owned() };
        self.columns.extend(ORIGIN.into_iter().zip(headings).map(column));
        for row in &mut self.rows {
            // What is missing in a row must not be taken for this.
            row.resize(width, Cell::Empty);
            row.extend([Cell::text(version), Cell::Day(self.as_of), Cell::text(source), Cell::text(question)]);
        }
        self
    }
}

#[cfg(feature = "export")]
impl Sheet {
    /// The cells of a row, exactly one for each column.
    fn cells<'r>(&'r self, row: &'r [Cell]) -> impl Iterator<Item = &'r Cell> {
        row.iter().chain(std::iter::repeat(&Cell::Empty)).take(self.columns.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_ends_every_row_whatever_its_length() {
        let as_of = cell::parse_iso("2026-11-22").unwrap();
        let short = Sheet {
            name: String::new(),
            as_of,
            about: Vec::new(),
            columns: vec![Column { key: "id".into(), heading: "Id".into() }],
            rows: vec![vec![], vec![Cell::text("a")], vec![Cell::text("b"), Cell::text("too much")]],
        };
        let sheet = short.with_origin(
            ["Release", "Date", "Source", "Asked"],
            "7",
            "An atlas, https://example.org/",
            "Projects",
        );
        let keys: Vec<&str> = sheet.columns.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys, ["id", "data_version", "data_as_of", "data_source", "data_question"]);
        assert_eq!(sheet.columns[2].heading, "Date");
        let origin =
            [Cell::text("7"), Cell::Day(as_of), Cell::text("An atlas, https://example.org/"), Cell::text("Projects")];
        for (row, first) in sheet.rows.iter().zip([Cell::Empty, Cell::text("a"), Cell::text("b")]) {
            assert_eq!((&row[0], &row[1..]), (&first, &origin[..]));
        }
    }
}
