//! The files of a data set.

use crate::damage::{Damage, damage, spoil};
use crate::inputs::any_json;
use crate::trial::{LONGEST, MOST_PER_BYTE, fuzz};
use allocation_counter::measure;
use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{FILES, File, read, read_slice};
use atlas::domain::route::Route;
use atlas::domain::slices::{Parts, Slices};
use atlas::domain::slug::Slug;
use proptest::collection::vec;
use proptest::prelude::*;
use std::time::Instant;

/// The files of a data set.
pub type Texts = Vec<(&'static str, Vec<u8>)>;

pub fn files(texts: &Texts) -> Vec<File<'_>> {
    texts.iter().map(|(name, bytes)| File { name, bytes }).collect()
}

/// The small data set of the tests.
pub fn small() -> Texts {
    FILES.map(|name| (name, std::fs::read(format!("tests/fixtures/data/{name}")).unwrap())).into()
}

/// Whatever was read can be used.
fn use_it(dataset: &Dataset, texts: &Texts) {
    let mut catalogue = Catalogue::of(dataset);
    let all = catalogue.run(&ProjectQuery::default());
    assert_eq!(all.total, dataset.projects.len());
    let by_start: Vec<Slug> = all.rows.iter().map(|row| catalogue.listed(*row).id).collect();
    let slices = Slices::new(dataset, &files(texts), &by_start);
    for route in Route::all(dataset).iter().step_by(7) {
        let slice = slices.of(route, Parts::default());
        let reading = read_slice(slice.as_bytes(), "en");
        assert!(reading.dataset.is_some(), "{}: {slice}", route.path());
        let _ = slices.for_writing(route);
    }
}

#[test]
fn data_sets() {
    let whole = small();
    let bytes: usize = whole.iter().map(|it| it.1.len()).sum();
    let size = |_: &(usize, Vec<Damage>)| bytes;
    let changes = || (0..FILES.len(), damage());
    let spoilt = |(at, damage): &(usize, Vec<Damage>)| {
        let mut texts = whole.clone();
        spoil(&mut texts[*at].1, damage);
        texts
    };
    fuzz("the reader, spoilt files", 40, changes(), size, |change| {
        let texts = spoilt(change);
        let reading = read(&files(&texts), "ru");
        let bytes: usize = texts.iter().map(|it| it.1.len()).sum();
        assert!(reading.problems.len() <= bytes);
        assert!(reading.problems.iter().map(|it| it.to_string().len()).sum::<usize>() <= 40 * bytes);
    });
    fuzz("what was read of spoilt files", 400, changes(), size, |change| {
        let texts = spoilt(change);
        if let Some(dataset) = read(&files(&texts), "en").dataset {
            use_it(&dataset, &texts);
        }
    });
}

#[test]
fn data_sets_of_anything() {
    let whole = small();
    let bytes: usize = whole.iter().map(|it| it.1.len()).sum();
    let of = |at: usize, text: &[u8]| {
        let mut texts = whole.clone();
        texts[at].1 = text.to_vec();
        let _ = read(&files(&texts), "en");
    };
    fuzz(
        "the reader, any JSON",
        40,
        (0..FILES.len(), any_json()),
        |it| bytes + it.1.len(),
        |(at, json)| {
            of(*at, json.as_bytes());
            of(*at, format!("[{json}]").as_bytes());
        },
    );
    fuzz(
        "the reader, any bytes",
        40,
        (0..FILES.len(), vec(any::<u8>(), 0..300)),
        |it| bytes + it.1.len(),
        |(at, bytes)| of(*at, bytes),
    );
}

/// As many faults as a file of its size can hold cost no more time than the file, and no more memory.
#[test]
fn a_file_of_nothing_but_faults_is_read_as_another() {
    let source = r#""sources": [{"publisher": "p", "url": "https://e.org/", "seen": "2020-01-01"}]"#;
    let many = |count: usize, of: &dyn Fn(usize) -> String| (0..count).map(of).collect::<Vec<_>>().join(",");
    let record = |fields: String| format!(r#"[{{"id": "a", "title": "A", {fields}, {source}}}]"#);
    let cases = [
        ("fields that nobody knows", record(many(8_000, &|at| format!("\"x{at}\":1")))),
        ("references to nothing", record(format!("\"follows\": [{}]", many(11_000, &|at| format!("\"{at:x}\""))))),
        ("values of the wrong kind", record(format!("\"follows\": [{}]", many(40_000, &|_| "1".into())))),
        ("titles once more", record(format!("\"other_titles\": [{}]", many(20_000, &|_| "\"a\"".into())))),
        (
            "titles of a letter or two",
            record(format!("\"other_titles\": [{}]", many(11_000, &|at| format!("\"{at:x}\"")))),
        ),
        ("parties without words", record(format!("\"donors\": [{}]", many(20_000, &|_| "{}".into())))),
        ("records without anything", format!("[{}]", many(30_000, &|_| "{}".into()))),
        ("records with one id", format!("[{}]", many(9_000, &|_| "{\"id\":\"a\"}".into()))),
        (
            "projects that follow nothing",
            format!(
                "[{}]",
                many(700, &|at| { format!(r#"{{"id":"{at:x}","title":"A","follows":["n{at}"],{source}}}"#) })
            ),
        ),
    ];
    for (name, projects) in cases {
        assert!(projects.len() < 130_000, "{name}: {}", projects.len());
        let mut texts = small();
        texts[5].1 = projects.into_bytes();
        let took = (0..5).map(|_| {
            let begin = Instant::now();
            let _ = read(&files(&texts), "en");
            begin.elapsed()
        });
        let took = took.min().unwrap();
        let size: usize = texts.iter().map(|it| it.1.len()).sum();
        let memory = measure(|| drop(read(&files(&texts), "en"))).bytes_max;
        println!("{name}: {took:.1?}, {memory} bytes of memory for {size}");
        assert!(memory <= MOST_PER_BYTE * size as u64, "{name}: {memory} bytes of memory for {size}");
        assert!(took <= 2 * LONGEST, "{name}: {took:?}");
    }
}
