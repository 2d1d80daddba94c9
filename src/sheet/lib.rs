//! [`Sheet`]: a table that is to leave the site as a file, and the writers that make the file.
//!
//! The main program only builds a [`Sheet`]. The writers are behind the feature `export`: they are a WebAssembly
//! module of their own (`export.rs`), which the browser loads when a visitor asks for a file (`src/exporter.rs`).

pub mod cell;
pub mod kind;
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
    /// A second worksheet in XLSX, an object in JSON; a CSV file holds the table alone.
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

#[cfg(feature = "export")]
impl Sheet {
    /// The cells of a row, exactly one for each column.
    fn cells<'r>(&'r self, row: &'r [Cell]) -> impl Iterator<Item = &'r Cell> {
        row.iter().chain(std::iter::repeat(&Cell::Empty)).take(self.columns.len())
    }
}
