//! What travels to the browser: slices and the catalogue.

use crate::damage::{damage, spoil};
use crate::data_sets::{files, small};
use crate::inputs::any_json;
use crate::seal::seal;
use crate::trial::{fuzz, texts};
use atlas::domain::catalogue::Catalogue;
use atlas::domain::catalogue::draft::decompose;
use atlas::domain::facet::Facet;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{read, read_slice};
use atlas::domain::route::Route;
use atlas::domain::slices::{Parts, Slices};
use proptest::collection::vec;
use proptest::prelude::*;
use std::cell::Cell;

#[test]
fn slices() {
    let texts = small();
    let dataset = read(&files(&texts), "en").dataset.unwrap();
    let slices = Slices::new(&dataset, &files(&texts), &[]);
    let all: Vec<String> = Route::all(&dataset).iter().map(|route| slices.of(route, Parts::default())).collect();
    let changes = (0..all.len(), damage());
    fuzz(
        "read_slice, spoilt slices",
        20,
        changes,
        |it| all[it.0].len(),
        |(at, damage)| {
            let mut bytes = all[*at].clone().into_bytes();
            spoil(&mut bytes, damage);
            let _ = read_slice(&bytes, "ru");
        },
    );
    texts_of_slices();
}

fn texts_of_slices() {
    texts("read_slice, any JSON", 10, any_json(), |json| {
        let _ = read_slice(json.as_bytes(), "en");
        let _ = read_slice(format!("{{\"atlas.json\":{json},\"derived.json\":{json}}}").as_bytes(), "en");
    });
}

/// The engine's own tests damage its tables; these what the list makes of one: names, dates, sums, questions.
#[test]
fn catalogues() {
    let texts = small();
    let dataset = read(&files(&texts), "en").dataset.unwrap();
    let written = Catalogue::files(&dataset);
    let day = dataset.meta.as_of;
    let open = |bytes: &[u8]| Catalogue::from_bytes(bytes, day, decompose);
    assert!(open(&written.columns).is_ok());
    let read = Cell::new(0_u64);
    let changes = (damage(), damage(), any::<bool>());
    fuzz(
        "Catalogue::from_bytes",
        40,
        changes,
        |_| written.columns.len(),
        |(columns, words, sealed)| {
            let mut bytes = written.columns.clone();
            // One flip: more would hardly ever be a table.
            spoil(&mut bytes, &columns[..1]);
            if *sealed {
                seal(&mut bytes);
            }
            let Ok(mut catalogue) = open(&bytes) else { return };
            read.set(read.get() + 1);
            let mut bytes = written.words.clone();
            spoil(&mut bytes, &words[..1]);
            let _ = catalogue.add_words(bytes);
            let names = catalogue.names();
            for query in [
                "",
                "q=court&sort=title",
                "country=kazakhstan&as-of=2015-01-01",
                "currency=EUR&min=1&sort=largest",
                "from=2014&certainly=yes&view=table",
            ] {
                let results = catalogue.run(&ProjectQuery::parse(query));
                assert!(results.total <= results.of);
                for row in results.rows {
                    let listed = catalogue.listed(row);
                    let _ = (names.stated(Facet::Country, &listed), catalogue.reach(row), listed.day_facts());
                }
            }
        },
    );
    println!("of these {} could be opened", read.get());
    assert!(read.get() > 0, "some that are spoilt are opened, and asked");
    fuzz("Catalogue::from_bytes, any bytes", 10, vec(any::<u8>(), 0..400), Vec::len, |bytes| {
        let mut bytes = bytes.clone();
        assert!(open(&bytes).is_err());
        if bytes.len() > 16 {
            bytes[..8].copy_from_slice(&written.columns[..8]);
            seal(&mut bytes);
            assert!(open(&bytes).is_err());
        }
    });
}
