//! A sheet as a workbook of Excel: the table, and what has to be known about it on a second worksheet.

use super::Sheet;
use super::cell::{Cell, is_number, iso};
use super::csv::runs_as_formula;
use super::link::link;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use time::Date;

/// Excel's limit of a text, in UTF-16 units. CSV and JSON keep the whole.
const MAX_TEXT: usize = 32_767;
/// Excel's limit of links on a worksheet; with more it calls the file damaged.
const MAX_LINKS: usize = 65_530;
/// Excel's limit of a worksheet's name, in UTF-16 units.
const MAX_NAME: usize = 31;
/// Decimal digits that Excel keeps; every number of so many digits is one binary fraction and comes back from it.
const MAX_DIGITS: usize = 15;
const ABOUT: &str = "About";

/// The bytes of the file.
///
/// # Errors
/// The library's, when the table is larger than a worksheet can be.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title(clean(&sheet.name));
    // The library would take the clock's time: no two files would be the same.
    if let Some(day) = excel_day(sheet.as_of) {
        properties = properties.set_creation_datetime(&day);
    }
    workbook.set_properties(&properties);
    table(workbook.add_worksheet().set_name(worksheet_name(&sheet.name))?, sheet)?;
    about(workbook.add_worksheet().set_name(ABOUT)?, sheet)?;
    workbook.save_to_buffer()
}

fn table(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let mut writer = Writer::new(worksheet);
    for (column, it) in (0..).zip(&sheet.columns) {
        writer.text(0, column, &it.heading, &Format::new().set_bold())?;
        let longest = sheet.rows.iter().filter_map(|row| row.get(usize::from(column))).map(width).max().unwrap_or(0);
        // A heading also needs room for the button of the filter.
        let width = longest.max(it.heading.chars().count() + 3).clamp(6, 60) + 1;
        writer.worksheet.set_column_width(column, width as f64)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(sheet.cells(cells)) {
            writer.cell(row, column, cell)?;
        }
    }
    if let Some(last) = sheet.columns.len().checked_sub(1) {
        let out = |_| XlsxError::RowColumnLimitError;
        let rows = u32::try_from(sheet.rows.len()).map_err(out)?;
        worksheet.set_freeze_panes(1, 0)?.autofilter(0, 0, rows, u16::try_from(last).map_err(out)?)?;
    }
    Ok(())
}

fn about(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_column_width(0, 24)?.set_column_width(1, 100)?;
    let mut writer = Writer::new(worksheet);
    let (name_format, value_format) =
        (Format::new().set_bold().set_align(FormatAlign::Top), Format::new().set_text_wrap());
    for (row, (name, value)) in (0..).zip(&sheet.about) {
        writer.text(row, 0, name, &name_format)?;
        if !writer.link(row, 1, value)? {
            writer.text(row, 1, value, &value_format)?;
        }
    }
    Ok(())
}

/// Writes cells so that Excel takes each for what it is.
struct Writer<'w> {
    worksheet: &'w mut Worksheet,
    plain: Format,
    day: Format,
    links: usize,
}

impl<'w> Writer<'w> {
    fn new(worksheet: &'w mut Worksheet) -> Self {
        Self { worksheet, plain: Format::new(), day: Format::new().set_num_format("yyyy-mm-dd"), links: 0 }
    }

    fn cell(&mut self, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
        let plain = self.plain.clone();
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => self.text(row, column, text, &plain)?,
            Cell::Number(digits) => match exact(digits) {
                Some(number) => {
                    let fraction = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
                    if fraction == 0 {
                        self.worksheet.write_number(row, column, number)?;
                    } else {
                        // As many decimals as were written.
                        let format = plain.set_num_format(format!("0.{}", "0".repeat(fraction)));
                        self.worksheet.write_number_with_format(row, column, number, &format)?;
                    }
                }
                None => self.text(row, column, digits, &plain)?,
            },
            Cell::Day(day) => match excel_day(*day) {
                Some(date) => {
                    self.worksheet.write_datetime_with_format(row, column, &date, &self.day)?;
                }
                None => self.text(row, column, &iso(*day), &plain)?,
            },
            Cell::Link(address) => {
                if !self.link(row, column, address)? {
                    self.text(row, column, address, &plain)?;
                }
            }
        }
        Ok(())
    }

    /// Text, which stays text also after somebody has edited the cell.
    fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        let text = clean(text);
        if runs_as_formula(&text) {
            self.worksheet.write_string_with_format(row, column, text, &format.clone().set_quote_prefix())?;
        } else {
            self.worksheet.write_string_with_format(row, column, text, format)?;
        }
        Ok(())
    }

    /// A link, shown as its address; `false` when Excel could not have it as one.
    fn link(&mut self, row: u32, column: u16, address: &str) -> Result<bool, XlsxError> {
        let Some(target) = link(address).filter(|_| self.links < MAX_LINKS) else { return Ok(false) };
        match self.worksheet.write_url(row, column, Url::new(target).set_text(clean(address))) {
            Ok(_) => {
                self.links += 1;
                Ok(true)
            }
            Err(XlsxError::MaxUrlLengthExceeded) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// The text as a workbook can hold it: line ends as Excel writes them, a replacement character for what XML forbids,
/// and `…` where it was cut at Excel's limit.
fn clean(text: &str) -> String {
    let forbidden = |c: char| (c.is_control() && !matches!(c, '\t' | '\n')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace(forbidden, "\u{fffd}");
    match cut(&text, MAX_TEXT) {
        Cow::Borrowed(_) => text,
        Cow::Owned(cut) => cut,
    }
}

/// The text, at most so many UTF-16 units long, with `…` at the end when something is missing.
fn cut(text: &str, max: usize) -> Cow<'_, str> {
    // No character has more units than bytes.
    if text.len() <= max || text.encode_utf16().count() <= max {
        return Cow::Borrowed(text);
    }
    let mut room = max - 1;
    let kept = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    Cow::Owned(kept.chain(['…']).collect())
}

/// A name that Excel accepts for the first worksheet.
fn worksheet_name(name: &str) -> String {
    let name = clean(name).replace(['*', '?', ':', '[', ']', '\\', '/', '\t', '\n'], " ");
    let edge = |c: char| c == '\'' || c.is_whitespace();
    let name = cut(name.trim_matches(edge), MAX_NAME);
    let name = name.trim_matches(edge);
    // "History" is Excel's own.
    let taken = [ABOUT, "History", ""].iter().any(|taken| taken.eq_ignore_ascii_case(name));
    if taken { "Table".into() } else { name.to_owned() }
}

/// The number as Excel stores it, when it has the same digits there.
fn exact(digits: &str) -> Option<f64> {
    let significant = digits.trim_start_matches(['-', '0', '.']);
    let significant = if digits.contains('.') { significant.trim_end_matches('0') } else { significant };
    let count = significant.trim_end_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
    let number: f64 = is_number(digits).then(|| digits.parse().ok())??;
    let stored = if count == 0 { number == 0.0 } else { (1e-300..1e300).contains(&number.abs()) };
    (count <= MAX_DIGITS && stored).then_some(number)
}

/// The day as Excel counts it, which begins in 1900.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, day.month().into(), day.day()).ok()
}

/// How wide the cell is, about, in characters.
fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Empty => 0,
        Cell::Day(_) => 10,
        Cell::Text(text) | Cell::Number(text) | Cell::Link(text) => text.chars().take(60).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_only_if_no_digit_gets_lost() {
        for (digits, number) in [
            ("0", 0.0),
            ("0.00", 0.0),
            ("1666413.00", 1_666_413.0),
            ("-0.10", -0.1),
            ("123456789012345", 123_456_789_012_345.0),
            ("1234567890123450000", 1_234_567_890_123_450_000.0),
            ("9999999999999.99", 9_999_999_999_999.99),
            ("0.000000000000001230", 0.000_000_000_000_001_23),
        ] {
            assert_eq!(exact(digits), Some(number), "{digits}");
        }
        let huge = "9".repeat(400);
        for digits in ["1234567890123456", "12345678901234.56", "1e3", "", "x", &huge, &format!("1{}", "0".repeat(400))]
        {
            assert_eq!(exact(digits), None, "{digits}");
        }
        assert_eq!(exact(&format!("0.{}1", "0".repeat(400))), None);
    }

    #[test]
    fn a_worksheet_has_a_name_that_excel_accepts() {
        for (given, name) in [
            ("Projects", "Projects"),
            ("", "Table"),
            ("''", "Table"),
            ("aBout", "Table"),
            ("history", "Table"),
            ("[a]:b/c?", "a  b c"),
            ("'quoted'", "quoted"),
            ("Суды / courts", "Суды   courts"),
        ] {
            assert_eq!(worksheet_name(given), name, "{given}");
        }
        for long in ["x".repeat(40), "😀".repeat(20), format!("{}'{}", "x".repeat(29), "y".repeat(9))] {
            let name = worksheet_name(&long);
            assert!(rust_xlsxwriter::utility::check_sheet_name(&name).is_ok() && name.ends_with('…'), "{name}");
        }
    }

    #[test]
    fn text_is_cut_visibly_and_between_characters() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        assert_eq!(cut("a😀b", 3), "a…");
        assert_eq!(clean("a\r\nb\rc\0\u{1f}\u{7f}\t"), "a\nb\nc\u{fffd}\u{fffd}\u{fffd}\t");
    }
}
