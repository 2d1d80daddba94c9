//! What the reader keeps and what it says when the data is wrong.

use super::*;

const ATLAS: &str = r#"{"schema_version": 1, "title": "T", "data_version": "1", "as_of": "2026-11-22",
    "publisher": "P", "licence": "L", "licence_url": "https://example.org/"}"#;
const SOURCES: &str = r#""sources": [{"publisher": "p", "url": "https://example.org/", "seen": "2026-11-22"}]"#;

/// Reads a data set whose `projects.json` is `projects` and whose other files are as small as can be.
fn reading(projects: &str) -> Reading {
    let country =
        format!(r#"[{{"id": "kazakhstan", "code": "KZ", "name": "Kazakhstan", "official_name": "R", {SOURCES}}}]"#);
    let texts = [
        ("atlas.json", ATLAS),
        ("countries.json", &country),
        ("envelopes.json", "[]"),
        ("organisations.json", r#"[{"id": "eu", "name": "European Union"}]"#),
        ("types.json", r#"[{"id": "access-to-justice", "name": "Access to justice"}]"#),
        ("projects.json", projects),
        ("events.json", "[]"),
        ("documents.json", "[]"),
    ];
    let files: Vec<File<'_>> = texts.iter().map(|(name, text)| File { name, bytes: text.as_bytes() }).collect();
    read(&files, "en")
}

/// The problems of a single project with these fields, as printed without the cures.
#[track_caller]
fn case(fields: &str, expected: &[&str]) {
    let reading = reading(&format!("[\n{{\"id\": \"a\", \"title\": \"A\",\n{fields}\n{SOURCES}}}]"));
    let found: Vec<String> = reading
        .problems
        .iter()
        .map(|problem| problem.to_string().split(". Cure: ").next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(found, expected);
    assert_eq!(reading.dataset.unwrap().projects.len(), 1, "a fault of a field costs the field, not the record");
}

#[test]
fn a_sound_record_has_no_problem() {
    case(r#""countries": ["kazakhstan"], "donors": [{"org": "eu", "as_written": "EU", "percent": 100}],"#, &[]);
    case(r#""_note": "for the editors only","#, &[]);
    case(r#""results": null,"#, &[]);
}

#[test]
fn every_fault_names_its_place() {
    case(
        r#""period": {"edtf": "2014-13/2015"},"#,
        &[r#"projects.json:3 [0].period.edtf (a): "2014-13/2015" is not a period"#],
    );
    case(
        r#""period": {"edtf": "2015/2014"},"#,
        &["projects.json:3 [0].period.edtf (a): the period 2015/2014 ends before it starts"],
    );
    case(
        r#""countries": ["kazakstan"],"#,
        &[r#"projects.json:3 [0].countries[0] (a): no country has the id "kazakstan""#],
    );
    case(r#""donor": [],"#, &[r#"projects.json:3 [0].donor (a): warning: there is no field "donor" here"#]);
    case(
        r#""budget": {"as_written": "5", "amount": 5},"#,
        &["projects.json:3 [0].budget (a): a sum stands without its currency"],
    );
    case(
        r#""budget": {"as_written": "0", "amount": 0, "currency": "EUR"},"#,
        &["projects.json:3 [0].budget.amount (a): 0 is not a sum of money"],
    );
    case(
        r#""status": {"value": "running", "source": 2},"#,
        &[
            r#"projects.json:3 [0].status.value (a): "running" is not one of the words known here"#,
            "projects.json:3 [0].status.source (a): source 2 does not exist: the record has 1, counted from 1",
        ],
    );
    case(
        "\"types\": [\n\"access-to-justice\", 7],",
        &["projects.json:4 [0].types[1] (a): expected a text in quotes, found the number 7"],
    );
    case(r#""follows": ["a"],"#, &[r#"projects.json:3 [0].follows (a): "a" leads back to itself"#]);
}

#[test]
fn a_near_miss_is_offered_as_the_cure() {
    let reading = reading(&format!("[{{\"id\": \"a\", \"title\": \"A\", \"countries\": [\"kazakstan\"], {SOURCES}}}]"));
    assert_eq!(reading.problems[0].fault.cure(), "did you mean \"kazakhstan\"?");
}

#[test]
fn a_broken_record_costs_only_itself() {
    let good = |id: &str| format!("{{\"id\": \"{id}\", \"title\": \"T\", {SOURCES}}}");
    let text = format!("[{},\n{{\"id\": \"x\" \"title\": 1}},\n{},\n7]", good("a"), good("b"));
    let reading = reading(&text);
    let dataset = reading.dataset.unwrap();
    assert_eq!(dataset.projects.len(), 2);
    assert_eq!(dataset.unreadable, 2);
    assert_eq!(reading.problems.len(), 2);
    assert_eq!(reading.problems[0].line, Some(2));
    assert!(matches!(reading.problems[0].fault, Fault::NotJson(_)));
    assert!(matches!(reading.problems[1].fault, Fault::WrongType(..)));
}

#[test]
fn a_truncated_file_keeps_what_came_before() {
    let text = format!("[{{\"id\": \"a\", \"title\": \"A\", {SOURCES}}},\n{{\"id\": \"b\", \"ti");
    let reading = reading(&text);
    assert_eq!(reading.dataset.unwrap().projects.len(), 1);
    assert_eq!(reading.problems.len(), 1);
    assert_eq!((reading.problems[0].line, &reading.problems[0].fault), (Some(2), &Fault::Truncated));
}

#[test]
fn a_second_record_with_an_id_is_left_out_and_named() {
    let one = format!("{{\"id\": \"a\", \"title\": \"A\", {SOURCES}}}");
    let reading = reading(&format!("[{one},\n{one}]"));
    assert_eq!(reading.dataset.unwrap().projects.len(), 1);
    assert_eq!(reading.problems[0].line, Some(2));
    assert_eq!(reading.problems[0].fault, Fault::DuplicateId("a".into()));
}

#[test]
fn other_containers_are_named() {
    for (text, found) in [
        ("<!doctype html>", "HTML"),
        ("{}", "an object"),
        ("null", "something else"),
        (" ", "nothing"),
        ("", "nothing"),
    ] {
        let problems = reading(text).problems;
        assert_eq!(problems.len(), 1, "{text}");
        assert_eq!(problems[0].fault, Fault::NotContainer("a list in square brackets", found.into()));
    }
}

#[test]
fn what_no_parser_would_take_is_not_sound() {
    let one = format!("{{\"id\": \"a\", \"title\": \"A\", {SOURCES}}}");
    for text in [
        format!("[{one},]"),
        format!("[{one}}}"),
        format!("[,{one}]"),
        format!("[{one}] x"),
        format!("[{one} \"id\": 1]"),
    ] {
        let problems = reading(&text).problems;
        assert!(problems.iter().any(|problem| !problem.fault.is_warning()), "{text}");
    }
}

#[test]
fn a_record_without_a_source_is_refused() {
    let reading = reading(r#"[{"id": "a", "title": "A"}]"#);
    assert!(reading.dataset.unwrap().projects.is_empty());
    assert_eq!(reading.problems[0].fault, Fault::NoSource);
}

#[test]
fn nothing_and_later_formats_are_refused_as_a_whole() {
    let none = read(&[], "en");
    assert!(none.dataset.is_none());
    assert_eq!(none.problems.len(), FILES.len());
    let later = read(&[File { name: "atlas.json", bytes: br#"{"schema_version": 2}"# }], "en");
    assert!(later.dataset.is_none());
    assert!(matches!(&later.problems.last().unwrap().fault, Fault::SchemaVersion(found) if found == "2"));
}

#[test]
fn bytes_that_are_not_utf8_are_located() {
    let problems = read(&[File { name: "projects.json", bytes: b"[\n\xff]" }], "en").problems;
    assert!(problems.iter().any(|it| it.line == Some(2) && it.fault == Fault::NotUtf8(2)));
}

/// A slice read in one piece kept a telephone from answering.
#[test]
fn between_the_records_of_a_slice_something_else_may_be_done() {
    let events: Vec<String> = (0..100).map(|at| format!("{{\"id\": \"e{at}\"}}")).collect();
    let slice = format!(
        "{{\"atlas.json\": {ATLAS}, \"events.json\": [{}], \"derived.json\": {{\"unreadable\": 7}}}}",
        events.join(", ")
    );
    let turns = std::cell::Cell::new(0);
    let reading = at_once(read_slice_in_turns(slice.as_bytes(), "en", async || turns.set(turns.get() + 1)));
    assert_eq!(reading.dataset.unwrap().derived.totals.unreadable, 7);
    assert!(turns.get() > 100, "{turns:?}");
}

#[test]
fn half_a_slice_is_refused() {
    let slice = format!("{{\"atlas.json\": {ATLAS}, \"derived.json\": {{\"unreadable\": 7}}}}");
    assert_eq!(read_slice(slice.as_bytes(), "en").dataset.unwrap().derived.totals.unreadable, 7);
    assert!(read_slice(&slice.as_bytes()[..slice.len() - 1], "en").dataset.is_none());
    assert!(read_slice(b"\xff", "en").dataset.is_none());
    assert!(read_slice(b"<html>", "en").dataset.is_none());
}

#[test]
fn a_funder_is_shown_with_emblem_and_statement_or_not_at_all() {
    let read_with = |visibility: &str| {
        let atlas = format!("{}, \"visibility\": {visibility}}}", ATLAS.trim_end_matches('}'));
        let reading = read(&[File { name: META, bytes: atlas.as_bytes() }], "en");
        let missing = |problem: &Problem| problem.fault == Fault::FileMissing;
        let problems = reading.problems.iter().filter(|problem| !missing(problem));
        let told: Vec<String> = problems.map(|it| format!("{}: {}", it.path, it.fault.what())).collect();
        (reading.dataset.unwrap().meta.visibility, told)
    };
    let whole = r#"{"emblem": "eu.svg", "statement": "Funded by the European Union", "disclaimer": "Views are ours."}"#;
    let (visibility, told) = read_with(whole);
    let visibility = visibility.unwrap();
    assert_eq!((visibility.emblem.as_str(), visibility.disclaimer.is_some(), told.len()), ("eu.svg", true, 0));
    let cases = [
        (r#"{"emblem": "eu.svg"}"#, "visibility: \"statement\" is missing"),
        (r#"{"statement": "Funded"}"#, "visibility: \"emblem\" is missing"),
        (
            r#"{"emblem": "../eu.svg", "statement": "F"}"#,
            "visibility.emblem: \"../eu.svg\" is not the name of a picture",
        ),
        (
            r#"{"emblem": "https://x.org/eu.svg", "statement": "F"}"#,
            "visibility.emblem: \"https://x.org/eu.svg\" is not the name of a picture",
        ),
        ("true", "visibility: expected an object in curly brackets, found true"),
    ];
    for (visibility, expected) in cases {
        assert_eq!(read_with(visibility), (None, vec![expected.to_owned()]));
    }
    assert_eq!(read_with("null"), (None, Vec::new()));
}

#[test]
fn a_record_whose_id_stands_between_blanks_is_in_the_slices() {
    use crate::domain::query::ProjectQuery;
    use crate::domain::route::Route;
    use crate::domain::slices::Slices;
    let list = format!(r#"[{{"id": " a ", "title": "A", {SOURCES}}}]"#);
    let files = [File { name: META, bytes: ATLAS.as_bytes() }, File { name: "projects.json", bytes: list.as_bytes() }];
    let dataset = read(&files, "en").dataset.unwrap();
    let (id, project) = dataset.projects.iter().next().unwrap();
    let slice =
        Slices::new(&dataset, &files, &[]).of(&Route::Project(id.clone(), ProjectQuery::default()), Default::default());
    assert_eq!(read_slice(slice.as_bytes(), "en").dataset.unwrap().projects.get(id), Some(project));
}

#[test]
fn what_no_page_can_hold_is_replaced_and_told() {
    let list = format!(
        "[\n{{\"id\": \"a\", \"title\": {{\"en\": \"A\", \"ru\": \"\\u0000A\"}},\n\"donors\": [{{\"as_written\": \"x\\u001b[2J\"}}],\n\
         \"_note\": \"\\u0007\", {SOURCES}}}]"
    );
    let reading = reading(&list);
    let told: Vec<String> = reading.problems.iter().map(ToString::to_string).collect();
    let cure = "Cure: remove it, or write what was meant; it is shown as \u{fffd}";
    let what = |at: &str, c: &str| {
        format!("projects.json:{at} (a): warning: the text holds {c}, which no page can hold. {cure}")
    };
    assert_eq!(told, [what("3 [0].donors[0].as_written", "U+001B"), what("2 [0].title.ru", "U+0000")]);
    let dataset = reading.dataset.unwrap();
    let project = dataset.projects.values().next().unwrap();
    assert_eq!((&*project.donors[0].as_written, &*project.other_titles[0]), ("x\u{fffd}[2J", "\u{fffd}A"));
}

#[test]
fn a_problem_is_one_line_that_tells_a_terminal_nothing() {
    let reading = reading("[{\"id\": \"a\", \"\\u001b]0;x\\u0007\\nprojects.json:1: all is well\": 1}]");
    for problem in &reading.problems {
        assert!(!problem.to_string().contains(char::is_control), "{problem:?}");
    }
    assert!(reading.problems.iter().any(|it| matches!(it.fault, Fault::UnknownField(..))));
}

#[test]
fn a_thousand_faults_of_a_file_are_told_and_the_others_counted() {
    let records = vec!["{}"; Problems::MOST + 234].join(",");
    let problems = reading(&format!("[{records}]")).problems;
    let (last, told) = problems.split_last().unwrap();
    assert_eq!(told.len(), Problems::MOST);
    assert!(told.iter().all(|it| it.fault == Fault::Missing("id".into())));
    assert_eq!((last.count(), last.fault.is_warning()), (234, false));
    assert_eq!(last.file, "projects.json");
    // Warnings have a thousand places of their own: no number of them hides an error.
    let fields: Vec<String> = (0..Problems::MOST + 5).map(|at| format!("\"x{at}\": 1")).collect();
    let problems = reading(&format!("[{{\"id\": \"a\", {}}}, {{}}]", fields.join(","))).problems;
    let errors = problems.iter().filter(|it| !it.fault.is_warning()).count();
    assert!(errors > 0 && errors < 10, "{errors}");
    assert_eq!(problems.iter().map(Problem::count).sum::<usize>(), errors + Problems::MOST + 5);
}
