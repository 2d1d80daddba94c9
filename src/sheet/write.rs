//! [`write()`]: a sheet as the bytes of a file.

use super::kind::Kind;
use super::{Sheet, csv, ical, json, xlsx};
use std::fmt;

/// The file could not be written: a sentence that says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(pub String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriteError {}

/// The bytes of the file.
///
/// # Errors
/// When the sheet does not fit into such a file: a worksheet has 1,048,576 rows and 16,384 columns.
pub fn write(kind: Kind, sheet: &Sheet) -> Result<Vec<u8>, WriteError> {
    match kind {
        Kind::Csv => csv::write(sheet).map_err(|error| WriteError(format!("the CSV file failed: {error}"))),
        Kind::Xlsx => xlsx::write(sheet).map_err(|error| WriteError(format!("the XLSX file failed: {error}"))),
        Kind::Ical => Ok(ical::write(sheet)),
        Kind::Json => json::write(sheet).map_err(|error| WriteError(format!("the JSON file failed: {error}"))),
    }
}
