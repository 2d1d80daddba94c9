//! The files that visitors take home, read back by other programs than the ones that wrote them.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use sheet::cell::{Cell, parse_iso};
use sheet::kind::Kind;
use sheet::write::write;
use sheet::{Column, Sheet};
use std::io::{Cursor, Read};

/// What spreadsheets, XML and JSON trip over.
const HOSTILE: [&str; 22] = [
    "=1+1",
    "+7 727 250 00 00",
    "-5",
    "@SUM(A1:A9)",
    "\t=cmd|' /C calc'!A0",
    "  =HYPERLINK(\"http://evil.example\")",
    "＝1+1",
    "＠x",
    "nul \0 bell \u{7} escape \u{1b} c1 \u{9b} end",
    "\u{fffe}\u{ffff}",
    "quote \" comma , semicolon ; apostrophe '",
    "line one\nline two\r\nline three\rline four",
    "Верховный суд — ҚАЗАҚСТАН, ӯзбек",
    "right \u{202e}to left\u{202c} \u{2067}mark\u{2069}",
    "</x><script>alert(1)</script>]]>&amp;&#0;",
    "_x0041_ _x000D_",
    "00123",
    "2014-07-25",
    "1e6",
    "TRUE",
    " blanks around ",
    "😀 emoji, e\u{301} combining",
];

fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
    let column = |key: &str| Column { key: key.into(), heading: format!("The {key}") };
    Sheet {
        name: "Projects".into(),
        as_of: parse_iso("2026-11-22").unwrap(),
        about: vec![
            ("Question".into(), "Projects in Kazakhstan".into()),
            ("Address".into(), "https://example.org/projects/?country=kazakhstan".into()),
            ("Formula".into(), "=1+1".into()),
        ],
        columns: ["id", "amount", "start", "source"].map(column).into(),
        rows,
    }
}

fn text(text: &str) -> Vec<Cell> {
    vec![Cell::Text(text.into())]
}

fn hostile() -> Sheet {
    sheet(HOSTILE.iter().map(|it| text(it)).collect())
}

fn ordinary() -> Sheet {
    let number = |digits: &str| Cell::Number(digits.into());
    let day = |it: &str| Cell::Day(parse_iso(it).unwrap());
    let link = |it: &str| Cell::Link(it.into());
    sheet(vec![
        vec![Cell::text("a"), number("1666413.00"), day("2014-07-25"), link("https://example.org/a?b=c&d=\"e\"#f")],
        vec![Cell::text("b"), number("-0.10"), day("1899-12-31"), link("javascript:alert(1)")],
        vec![Cell::text("c"), number("12345678901234567890.5"), day("1900-01-01"), link("https://e.org/caf%C3%A9")],
        vec![Cell::text("d"), number("1,000"), Cell::Empty, link(&format!("https://e.org/{}", "x".repeat(3000)))],
        vec![Cell::text("")],
    ])
}

fn csv(sheet: &Sheet) -> Vec<Vec<String>> {
    let bytes = write(Kind::Csv, sheet).unwrap();
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(body);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn workbook(sheet: &Sheet) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(write(Kind::Xlsx, sheet).unwrap())).unwrap()
}

fn xlsx(sheet: &Sheet) -> Range<Data> {
    workbook(sheet).worksheet_range_at(0).unwrap().unwrap()
}

fn json(sheet: &Sheet) -> serde_json::Value {
    serde_json::from_slice(&write(Kind::Json, sheet).unwrap()).unwrap()
}

/// A file of the XLSX archive.
fn part(sheet: &Sheet, name: &str) -> String {
    unpacked(&write(Kind::Xlsx, sheet).unwrap(), name)
}

fn unpacked(archive: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn csv_is_a_table_that_every_program_reads() {
    let bytes = write(Kind::Csv, &ordinary()).unwrap();
    let whole = String::from_utf8(bytes).unwrap();
    let mut lines = whole.split("\r\n");
    assert_eq!(lines.next(), Some("\u{feff}id,amount,start,source"));
    assert_eq!(lines.next(), Some("a,1666413.00,2014-07-25,\"https://example.org/a?b=c&d=\"\"e\"\"#f\""));
    assert_eq!(lines.next(), Some("b,-0.10,1899-12-31,javascript:alert(1)"));
    assert_eq!(csv(&ordinary())[4][1], "1,000");
    assert_eq!(csv(&ordinary())[5], ["", "", "", ""]);
    assert!(whole.ends_with("\r\n"));
}

#[test]
fn csv_runs_no_formula_and_changes_nothing_else() {
    let rows = csv(&hostile());
    assert_eq!(rows.len(), HOSTILE.len() + 1);
    for (row, given) in rows.iter().skip(1).zip(HOSTILE) {
        let formula = HOSTILE.iter().position(|it| *it == given).unwrap() < 8;
        assert_eq!(row[0], if formula { format!("'{given}") } else { given.to_owned() });
    }
    // A number that is none is text, and no way around the guard.
    assert_eq!(csv(&sheet(vec![vec![Cell::Number("=1+1".into()), Cell::Link("-x".into())]]))[1][..2], ["'=1+1", "'-x"]);
}

#[test]
fn json_keeps_every_character_and_digit() {
    let value = json(&hostile());
    for (row, given) in value["rows"].as_array().unwrap().iter().zip(HOSTILE) {
        assert_eq!(row["id"], given);
        assert!(row["amount"].is_null());
    }
    let whole = String::from_utf8(write(Kind::Json, &ordinary()).unwrap()).unwrap();
    for part in [
        "\"amount\": 1666413.00,",
        "\"amount\": -0.10,",
        "\"amount\": 12345678901234567890.5,",
        "\"amount\": \"1,000\",",
    ] {
        assert!(whole.contains(part), "{part}");
    }
    let value = json(&ordinary());
    assert_eq!(value["about"]["Question"], "Projects in Kazakhstan");
    assert_eq!(value["columns"][1], serde_json::json!({"key": "amount", "heading": "The amount"}));
    assert_eq!(value["rows"][0]["start"], "2014-07-25");
    let order =
        ["\"about\"", "\"Question\"", "\"Address\"", "\"columns\"", "\"rows\"", "\"id\": \"a\"", "\"amount\": 16"];
    let places: Vec<usize> = order.iter().map(|part| whole.find(part).unwrap()).collect();
    assert!(places.is_sorted());
}

#[test]
fn xlsx_holds_each_value_as_what_it_is() {
    let range = xlsx(&ordinary());
    let at = |row, column| range.get((row, column)).unwrap_or(&Data::Empty);
    assert_eq!(at(0, 1), &Data::String("The amount".into()));
    assert_eq!(at(1, 1), &Data::Float(1_666_413.0));
    assert_eq!(at(2, 1), &Data::Float(-0.1));
    assert_eq!(at(3, 1), &Data::String("12345678901234567890.5".into()), "digits would be lost");
    assert_eq!(at(4, 1), &Data::String("1,000".into()));
    let Data::DateTime(day) = at(1, 2) else { panic!("{:?}", at(1, 2)) };
    assert_eq!((day.as_f64(), day.to_ymd_hms_milli()), (41_845.0, (2014, 7, 25, 0, 0, 0, 0)));
    assert_eq!(at(2, 2), &Data::String("1899-12-31".into()), "Excel has no such day");
    assert!(at(3, 2).is_datetime());
    assert!(at(4, 2).is_empty() && at(5, 0).is_empty());
}

#[test]
fn xlsx_links_only_to_the_web() {
    for (row, address) in
        ["https://example.org/a?b=c&d=\"e\"#f", "javascript:alert(1)", "https://e.org/caf%C3%A9"].iter().enumerate()
    {
        assert_eq!(xlsx(&ordinary()).get((row + 1, 3)), Some(&Data::String((*address).into())));
    }
    let targets = part(&ordinary(), "xl/worksheets/_rels/sheet1.xml.rels");
    assert_eq!(targets.matches("<Relationship ").count(), 2, "{targets}");
    assert!(targets.contains("Target=\"https://example.org/a?b=c&amp;d=%22e%22\""), "{targets}");
    assert!(targets.contains("Target=\"https://e.org/café\""), "{targets}");
    assert!(part(&ordinary(), "xl/worksheets/_rels/sheet2.xml.rels").contains("country=kazakhstan"));
}

#[test]
fn xlsx_takes_no_text_for_a_formula_and_survives_what_xml_forbids() {
    let mut workbook = workbook(&hostile());
    assert_eq!(workbook.sheet_names(), ["Projects", "About"]);
    let range = workbook.worksheet_range_at(0).unwrap().unwrap();
    for (row, given) in HOSTILE.iter().enumerate() {
        let expected = match row {
            8 => "nul \u{fffd} bell \u{fffd} escape \u{fffd} c1 \u{fffd} end",
            9 => "\u{fffd}\u{fffd}",
            11 => "line one\nline two\nline three\nline four",
            _ => given,
        };
        assert_eq!(range.get((row + 1, 0)), Some(&Data::String(expected.into())));
    }
    for name in ["Projects", "About"] {
        assert!(workbook.worksheet_formula(name).unwrap().used_cells().next().is_none());
    }
    assert!(part(&hostile(), "xl/styles.xml").contains("quotePrefix=\"1\""));
}

#[test]
fn xlsx_has_a_head_that_stays_and_filters() {
    let table = part(&ordinary(), "xl/worksheets/sheet1.xml");
    assert!(table.contains("<autoFilter ref=\"A1:D6\"/>"), "{table}");
    assert!(table.contains("ySplit=\"1\"") && table.contains("state=\"frozen\""), "{table}");
    assert_eq!(table.matches("<col ").count(), 4);
    assert!(part(&ordinary(), "xl/styles.xml").contains("<b/>"));
    let about = workbook(&ordinary()).worksheet_range("About").unwrap();
    assert_eq!(about.get((0, 1)), Some(&Data::String("Projects in Kazakhstan".into())));
    assert_eq!(about.get((2, 1)), Some(&Data::String("=1+1".into())));
}

#[test]
fn a_text_beyond_excels_limit_is_cut_there_only() {
    let long = format!("😀{}", "суд ".repeat(10_000));
    let sheet = sheet(vec![text(&long)]);
    let Some(Data::String(cut)) = xlsx(&sheet).get((1, 0)).cloned() else { panic!() };
    assert_eq!(cut.encode_utf16().count(), 32_767);
    assert!(long.starts_with(cut.strip_suffix('…').unwrap()));
    assert_eq!(csv(&sheet)[1][0], long);
    assert_eq!(json(&sheet)["rows"][0]["id"], long.as_str());
}

#[test]
fn a_sheet_without_rows_or_columns_is_a_file_too() {
    let empty = sheet(vec![]);
    assert_eq!(csv(&empty), [["id", "amount", "start", "source"]]);
    assert_eq!(json(&empty)["rows"], serde_json::json!([]));
    assert_eq!(xlsx(&empty).height(), 1);
    let nothing = Sheet { name: String::new(), about: vec![], columns: vec![], rows: vec![text("lost")], ..empty };
    assert_eq!(write(Kind::Csv, &nothing).unwrap(), "\u{feff}".as_bytes());
    assert_eq!(json(&nothing), serde_json::json!({"about": {}, "columns": [], "rows": [{}]}));
    assert!(xlsx(&nothing).is_empty());
}

#[test]
fn the_same_sheet_is_the_same_file() {
    for sheet in [ordinary(), hostile()] {
        for kind in Kind::ALL {
            assert_eq!(write(kind, &sheet), write(kind, &sheet.clone()), "{}", kind.key());
        }
    }
    let core = part(&ordinary(), "docProps/core.xml");
    assert_eq!(core.matches("2026-11-22T00:00:00Z").count(), 2, "{core}");
}

#[test]
fn what_no_worksheet_can_hold_is_an_error() {
    let mut wide = sheet(vec![]);
    wide.columns = (0..16_385).map(|n| Column { key: n.to_string(), heading: n.to_string() }).collect();
    assert!(write(Kind::Xlsx, &wide).is_err());
    assert!(write(Kind::Csv, &wide).is_ok() && write(Kind::Json, &wide).is_ok());
}

#[test]
fn more_links_than_excel_allows_stay_text() {
    let link = |n: u32| vec![Cell::Link(format!("https://example.org/{n}"))];
    let many = sheet((0..65_535).map(link).collect());
    let bytes = write(Kind::Xlsx, &many).unwrap();
    assert_eq!(unpacked(&bytes, "xl/worksheets/_rels/sheet1.xml.rels").matches("<Relationship ").count(), 65_530);
    assert!(unpacked(&bytes, "xl/sharedStrings.xml").contains(">https://example.org/65534<"));
}

#[test]
fn a_calendar_has_whole_days_and_gives_back_every_text() {
    use icalendar::{Calendar, Component, DatePerhapsTime};
    let column = |key: &str| Column { key: key.into(), heading: key.into() };
    let day = |text: &str| Cell::Day(parse_iso(text).unwrap());
    let mut rows: Vec<Vec<Cell>> = HOSTILE
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let link = Cell::Link(format!("https://example.org/events/{at}/"));
            vec![
                Cell::Text(format!("event.{at}@atlas")),
                Cell::Text((*title).into()),
                day("2016-02-28"),
                day("2016-02-29"),
                link,
            ]
        })
        .collect();
    let long = "ўқувчилар ".repeat(40);
    rows.push(vec![
        Cell::Text("long@atlas".into()),
        Cell::Text(long.clone()),
        day("2013-12-31"),
        Cell::Empty,
        Cell::Empty,
    ]);
    rows.push(vec![
        Cell::Text("undated@atlas".into()),
        Cell::Text("No day".into()),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
    ]);
    let sheet = Sheet {
        columns: ["uid", "title", "first_day", "last_day", "permalink"].map(column).into(),
        ..self::sheet(rows)
    };
    let bytes = write(Kind::Ical, &sheet).unwrap();
    let file = String::from_utf8(bytes).unwrap();
    for line in file.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(char::is_control), "{} bytes: {line:?}", line.len());
    }
    let calendar: Calendar = file.parse().unwrap();
    let events: Vec<_> = calendar.components.iter().filter_map(|it| it.as_event()).collect();
    assert_eq!(events.len(), HOSTILE.len() + 1, "what has no day has no place in a calendar");
    let date = |text: &str| {
        let day = parse_iso(text).unwrap();
        format!("{:04}{:02}{:02}", day.year(), u8::from(day.month()), day.day())
    };
    let whole_day = |it: Option<DatePerhapsTime>| match it {
        Some(DatePerhapsTime::Date(day)) => day.format("%Y%m%d").to_string(),
        other => panic!("no whole day: {other:?}"),
    };
    for (at, event) in events.iter().enumerate() {
        let (uid, from, to) = if at < HOSTILE.len() {
            (format!("event.{at}@atlas"), "2016-02-28", "2016-03-01")
        } else {
            ("long@atlas".into(), "2013-12-31", "2014-01-01")
        };
        assert_eq!(event.get_uid(), Some(uid.as_str()));
        assert_eq!((whole_day(event.get_start()), whole_day(event.get_end())), (date(from), date(to)), "{uid}");
        let wanted = HOSTILE.get(at).copied().unwrap_or(&long);
        let wanted: String = wanted.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || *c == '\n').collect();
        assert_eq!(event.get_summary(), Some(wanted.as_str()), "{uid}");
    }
}

#[test]
fn a_calendar_says_what_it_holds_and_of_which_day() {
    let name = r"Atlas: projects, active in 2016; back\slash";
    let about = vec![
        ("List".into(), "Projects in Kazakhstan; about courts, active in 2016".into()),
        ("Date of the data".into(), "22 November\n2026".into()),
        ("Address".into(), "https://example.org/timeline/?country=kazakhstan".into()),
    ];
    let file =
        String::from_utf8(write(Kind::Ical, &Sheet { name: name.into(), about, ..sheet(vec![]) }).unwrap()).unwrap();
    let unfolded = file.replace("\r\n ", "");
    let value = |property: &str| {
        let mut values = unfolded.split("\r\n").filter_map(|line| line.strip_prefix(property)?.strip_prefix(':'));
        let value = values.next().unwrap_or_else(|| panic!("no {property} in {file}"));
        assert_eq!(values.next(), None, "{property} twice");
        value
    };
    for property in ["NAME", "X-WR-CALNAME"] {
        assert_eq!(value(property), r"Atlas: projects\, active in 2016\; back\\slash", "{property}");
    }
    for property in ["DESCRIPTION", "X-WR-CALDESC"] {
        let said = r"List: Projects in Kazakhstan\; about courts\, active in 2016\nDate of the data: 22 November 2026\nAddress: https://example.org/timeline/?country=kazakhstan";
        assert_eq!(value(property), said, "{property}");
    }
    assert_eq!(file.matches("\r\nPRODID:-//Rule of Law Atlas//").count(), 1, "{file}");
    let silent = write(Kind::Ical, &Sheet { about: vec![], ..sheet(vec![]) }).unwrap();
    assert!(!String::from_utf8(silent).unwrap().contains("DESC"));
}

#[test]
fn a_calendar_name_of_two_lines_is_one_property() {
    let evil = "a\nBEGIN:VEVENT\r\nEND:VEVENT";
    let link = |address: &str| {
        vec![Cell::Text(evil.into()), Cell::Day(parse_iso("2016-02-28").unwrap()), Cell::Link(address.into())]
    };
    let sheet = Sheet {
        name: evil.into(),
        columns: ["uid", "first_day", "permalink", "kind"]
            .map(|key| Column { key: key.into(), heading: key.into() })
            .into(),
        ..self::sheet(vec![link("javascript:alert(1)"), link("https://example.org/\nATTACH:x")])
    };
    let file = String::from_utf8(write(Kind::Ical, &sheet).unwrap()).unwrap();
    assert!(file.split("\r\n").all(|line| !line.contains(char::is_control)), "{file}");
    assert_eq!((file.matches("\r\nBEGIN:VEVENT").count(), file.matches("\r\nURL:").count()), (2, 1), "{file}");
}
