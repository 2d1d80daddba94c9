//! A sheet as CSV: RFC 4180, UTF-8 with the mark by which Excel knows it, the keys of the columns as the first line.

use super::Sheet;
use super::cell::{Cell, is_hidden, is_number, iso};
use ::csv::{Error, Terminator, WriterBuilder};
use std::borrow::Cow;

/// The bytes of the file.
///
/// # Errors
/// The library's; none is known to happen in memory.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    // The library would write an empty record as a pair of quotes: a table of one column.
    if sheet.columns.is_empty() {
        return Ok(bytes);
    }
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    writer.write_record(sheet.columns.iter().map(|column| guarded(&column.key).into_owned()))?;
    for row in &sheet.rows {
        for cell in sheet.cells(row) {
            writer.write_field(field(cell).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;
    drop(writer);
    Ok(bytes)
}

fn field(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Number(digits) if is_number(digits) => Cow::Borrowed(digits),
        Cell::Day(day) => Cow::Owned(iso(*day)),
        Cell::Text(text) | Cell::Number(text) | Cell::Link(text) => guarded(text),
    }
}

/// The text, behind an apostrophe where a spreadsheet would run it as a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    if runs_as_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Whether a spreadsheet that opens the text as a cell may take it for a formula: it begins with one of the signs that
/// OWASP names, or their full-width forms. What a program may drop before it looks is passed over.
pub fn runs_as_formula(text: &str) -> bool {
    let sign = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    text.chars().find(|&c| sign(c) || !is_hidden(c)).is_some_and(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_begins_like_a_formula_is_guarded() {
        for bad in [
            "=1+1",
            "+7 727 000",
            "-",
            "- a point",
            "@SUM(A1)",
            "\t=1",
            "\r",
            "\nx",
            "  =1",
            "\u{a0}=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            "\0=1",
            "\u{feff}=1",
            "\u{202e}@x",
        ] {
            assert!(runs_as_formula(bad), "{bad:?}");
        }
        for good in ["", " ", "a=b", "'=1", "2014-07", "1e6", "00123", "TRUE", "– dash", "−5", "\"=1\"", "(=1)", "суд"]
        {
            assert!(!runs_as_formula(good), "{good:?}");
        }
    }
}
