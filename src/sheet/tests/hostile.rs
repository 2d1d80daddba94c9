//! Texts that were written to become something else than text, in every kind of cell of every kind of file.

// A test that meets what it did not expect must stop, and says how much it has looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "../../../tests/hostile/strings.rs"]
mod strings;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use sheet::cell::{Cell, parse_iso};
use sheet::csv::runs_as_formula;
use sheet::kind::Kind;
use sheet::write::write;
use sheet::{Column, Sheet};
use std::io::{Cursor, Read};
use strings::strings;

/// A sheet that says a text wherever it can.
fn sheet(text: &str) -> Sheet {
    let day = Cell::Day(parse_iso("2014-07-25").unwrap());
    let column = |key: &str| Column { key: key.into(), heading: text.into() };
    let say = || Cell::Text(text.into());
    Sheet {
        name: text.into(),
        as_of: parse_iso("2026-11-22").unwrap(),
        about: vec![(text.into(), text.into()), ("Address".into(), text.into())],
        columns: ["uid", "title", "first_day", "last_day", "kind", "countries", "when", "permalink", text]
            .map(column)
            .into(),
        rows: vec![
            vec![
                say(),
                say(),
                day.clone(),
                day.clone(),
                say(),
                say(),
                say(),
                Cell::Link(text.into()),
                Cell::Number(text.into()),
            ],
            vec![say(), Cell::Link(text.into()), day.clone(), day, say(), say(), say(), say()],
        ],
    }
}

#[test]
fn csv_guards_every_field() {
    let mut fields = 0;
    for text in strings() {
        let bytes = write(Kind::Csv, &sheet(&text)).unwrap();
        let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body);
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3, "{text:?}");
        for row in &rows {
            assert_eq!(row.len(), 9, "{text:?}");
            for field in row {
                assert!(!runs_as_formula(field), "{field:?}");
                fields += 1;
            }
        }
        let expected = if runs_as_formula(&text) { format!("'{text}") } else { text.clone() };
        assert_eq!((&rows[1][0], &rows[1][7], &rows[0][8]), (&*expected, &*expected, &*expected));
    }
    println!("{} texts, {fields} fields of CSV", strings().len());
}

#[test]
fn a_workbook_has_texts_and_links_of_the_web_only() {
    let mut cells = 0;
    for text in strings() {
        let bytes = write(Kind::Xlsx, &sheet(&text)).unwrap();
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
        assert_eq!(book.sheet_names().len(), 2, "{text:?}");
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{text:?} is a formula");
            for (row, column, cell) in book.worksheet_range(&name).unwrap().used_cells() {
                let known = matches!(cell, Data::String(_) | Data::DateTime(_))
                    || matches!(cell, Data::Float(_)) && sheet::cell::is_number(&text);
                assert!(known, "{text:?} at {row} {column}: {cell:?}");
                cells += 1;
            }
        }
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let name = file.name().unwrap().into_owned();
            assert!(!name.contains("..") && !name.starts_with('/'), "{name}");
            let rels = name.ends_with(".rels");
            let mut xml = String::new();
            file.read_to_string(&mut xml).unwrap();
            assert!(!xml.contains("<f>") && !xml.contains(['\0', '\u{1}', '\u{b}', '\u{fffe}']), "{text:?}");
            if rels {
                for target in xml.split("Target=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    let own = !target.contains(':');
                    assert!(
                        own || target.starts_with("https://") || target.starts_with("http://"),
                        "{text:?}: {target}"
                    );
                }
            }
        }
    }
    println!("{} texts, {cells} cells of XLSX", strings().len());
}

#[test]
fn json_gives_it_back() {
    for text in strings() {
        let json: serde_json::Value = serde_json::from_slice(&write(Kind::Json, &sheet(&text)).unwrap()).unwrap();
        assert_eq!(json["rows"].as_array().unwrap().len(), 2);
        assert_eq!(json["rows"][0]["uid"], *text);
        assert_eq!(json["rows"][0]["permalink"], *text);
        assert_eq!(Sheet::from_transfer(&sheet(&text).to_transfer()), Ok(sheet(&text)));
    }
}

#[test]
fn a_calendar_has_no_lines_but_its_own() {
    let names = |text: &str| {
        let file = String::from_utf8(write(Kind::Ical, &sheet(text)).unwrap()).unwrap();
        for line in file.split("\r\n") {
            // The library folds between what readers see as letters; one of them can be longer than a line should be.
            assert!(!line.contains(|c: char| c.is_control()), "{text:?}: {line:?}");
        }
        let whole = file.replace("\r\n ", "");
        let names = whole.split("\r\n").map(|line| line.split([':', ';']).next().unwrap().to_owned());
        (names.collect::<Vec<_>>(), icalendar::parser::unfold(&file))
    };
    let expected = names("A text").0;
    let mut lines = 0;
    for text in strings() {
        let (names, unfolded) = names(&text);
        // What is no address of the web is left out rather than offered as one.
        let kept = |names: &[String]| names.iter().filter(|name| *name != "URL").cloned().collect::<Vec<_>>();
        assert_eq!(kept(&names), kept(&expected), "{text:?}");
        let calendar = icalendar::parser::read_calendar(&unfolded).unwrap();
        assert_eq!(calendar.components.len(), 2, "{text:?}");
        for event in &calendar.components {
            if let Some(address) = event.find_prop("URL") {
                let address = address.val.to_string();
                assert!(address.starts_with("https://") || address.starts_with("http://"), "{text:?}: URL {address}");
            }
        }
        lines += names.len();
    }
    println!("{} texts, {lines} lines of iCalendar", strings().len());
}
