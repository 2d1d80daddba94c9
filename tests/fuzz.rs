//! Every parser meets what nobody meant to write: it never panics, takes no long time and little memory, and gives back what
//! it has printed. Memory is what the parser holds at once, counted by the allocator.
//!
//! As part of `cargo atlas test` these are 159,240 inputs. For a longer look, in the release profile, where an input of less
//! than 100 KB may take 50 ms:
//!
//! ```sh
//! ATLAS_FUZZ_CASES=1200000 cargo test --release --test fuzz -- --nocapture
//! ```
//!
//! It says how many inputs each parser met and how often it ran, how long the slowest and how much memory the largest took:
//! 11,943,000 inputs and 11,943,001 executions in 113 seconds on two cores (one input was tried again, because the machine
//! had other things to do), the slowest 20 ms. `ATLAS_FUZZ_SEED` begins elsewhere.

// A test that meets what it did not expect must stop, and says how much it has looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

#[path = "../src/engine/tests/seal/mod.rs"]
mod seal;

use allocation_counter::measure;
use atlas::domain::catalogue::Catalogue;
use atlas::domain::catalogue::draft::decompose;
use atlas::domain::dataset::Dataset;
use atlas::domain::date::{PartialDate, parse_day};
use atlas::domain::facet::Facet;
use atlas::domain::money::Currency;
use atlas::domain::period::Period;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{FILES, File, read, read_slice};
use atlas::domain::route::Route;
use atlas::domain::slices::Slices;
use atlas::domain::slug::Slug;
use atlas::domain::timeline::TimelineQuery;
use atlas::domain::{fold, query_string};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use seal::seal;
use sheet::Sheet;
use sheet::cell::{is_number, parse_iso};
use std::cell::Cell;
use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long an input of less than 100 KB may take; ten times as long where nothing is optimised.
const LONGEST: Duration = Duration::from_millis(if cfg!(debug_assertions) { 500 } else { 50 });

/// How much memory an input may take at once, for each of its bytes.
const MOST_PER_BYTE: u64 = 50;

/// How much memory it may take however short it is: the tables of a parser, a data set of nothing.
const MOST_OF_NOTHING: u64 = 16 * 1024;

/// How many inputs were tried by all tests so far, and how often a parser ran.
static INPUTS: AtomicU64 = AtomicU64::new(0);
static EXECUTIONS: AtomicU64 = AtomicU64::new(0);

/// A number of the environment.
fn asked(name: &str, otherwise: u64) -> u64 {
    env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// Runs a parser over many inputs. `divisor`: how much dearer it is than the cheapest.
fn fuzz<S: Strategy>(
    name: &str,
    divisor: u64,
    inputs: S,
    size: impl Fn(&S::Value) -> usize,
    check: impl Fn(&S::Value),
) {
    let cases = (asked("ATLAS_FUZZ_CASES", 16_000) / divisor).max(20);
    let config = Config {
        cases: u32::try_from(cases).expect("not so many"),
        failure_persistence: None,
        max_shrink_iters: 5000,
        ..Config::default()
    };
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&asked("ATLAS_FUZZ_SEED", 1).to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let (tried, runs, began) = (Cell::new(0_u64), Cell::new(0_u64), Instant::now());
    let (slowest, most) = (Cell::new(Duration::ZERO), Cell::new((0_u64, 0_usize)));
    let result = runner.run(&inputs, |input| {
        tried.set(tried.get() + 1);
        let size = size(&input);
        // Of several tries the fastest, because a machine has other things to do.
        let mut took = Duration::MAX;
        for _ in 0..5 {
            let mut outcome = Ok(());
            let begin = Instant::now();
            let memory = measure(|| outcome = catch_unwind(AssertUnwindSafe(|| check(&input))));
            took = took.min(begin.elapsed());
            runs.set(runs.get() + 1);
            if let Err(panic) = outcome {
                resume_unwind(panic);
            }
            most.set(most.get().max((memory.bytes_max, size)));
            prop_assert!(
                memory.bytes_max <= MOST_PER_BYTE * size as u64 + MOST_OF_NOTHING,
                "{} bytes of memory for {size}",
                memory.bytes_max
            );
            if took <= LONGEST {
                break;
            }
        }
        slowest.set(slowest.get().max(took));
        prop_assert!(size >= 100_000 || took <= LONGEST, "took {took:?}");
        Ok(())
    });
    let inputs = INPUTS.fetch_add(tried.get(), Ordering::Relaxed) + tried.get();
    let executions = EXECUTIONS.fetch_add(runs.get(), Ordering::Relaxed) + runs.get();
    let (memory, size) = most.get();
    println!(
        "{name}: {} inputs, {} executions in {:.1?}, the slowest {:.2?}, the largest {memory} bytes of memory for {size}; \
         so far {inputs} inputs, {executions} executions",
        tried.get(),
        runs.get(),
        began.elapsed(),
        slowest.get(),
    );
    if let Err(why) = result {
        panic!("{name}: {why}");
    }
}

/// Runs a parser of texts.
fn texts<S: Strategy<Value = String>>(name: &str, divisor: u64, inputs: S, check: impl Fn(&str)) {
    fuzz(name, divisor, inputs, String::len, |text| check(text));
}

/// Any text: letters of all scripts, what nobody sees, signs that mean something somewhere.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(any::<char>(), 0..40).prop_map(|it| it.into_iter().collect::<String>()),
        vec(
            select(
                &[
                    'a', 'я', '0', '9', '-', '/', '.', '~', '%', '&', '=', '+', '?', '#', ' ', '\0', '\u{202e}',
                    '\u{301}', '😀', '"', '\\', '{'
                ][..]
            ),
            0..60
        )
        .prop_map(|it| it.into_iter().collect::<String>()),
        (select(&["a", "é", "%", "9", "-", "\u{310}", "a-"][..]), 0..700_usize)
            .prop_map(|(unit, count)| unit.repeat(count)),
    ]
}

/// What looks like a date or nearly.
fn near_dates() -> impl Strategy<Value = String> {
    let digits = prop_oneof![
        (0..10_000_u32).prop_map(|it| format!("{it:04}")),
        (0..40_u32).prop_map(|it| format!("{it:02}")),
        select(&["", "0", "00000", "+014", "٢٠١٤", "2014", "12", "31", "02", "29"][..]).prop_map(str::to_owned),
    ];
    let sign = select(&["-", "-", "-", "/", "~", "..", "~/", "/..", "", " ", "?", "T", "–"][..]);
    vec((digits, sign), 0..7).prop_map(|parts| {
        let mut text: String = parts.iter().flat_map(|(digits, sign)| [digits.as_str(), *sign]).collect();
        // Most dates end without a sign.
        if text.ends_with('-') {
            text.pop();
        }
        text
    })
}

#[test]
fn dates_and_periods() {
    for (name, inputs) in [("any text", any_text().boxed()), ("near dates", near_dates().boxed())] {
        texts(&format!("PartialDate::parse, {name}"), 1, inputs.clone(), |text| {
            if let Some(date) = PartialDate::parse(text) {
                assert_eq!(date.to_string(), text);
                assert!(date.earliest() <= date.latest());
                assert!(date.earliest().year() == date.year() && date.latest().year() == date.year());
            }
            assert_eq!(parse_day(text).is_some(), parse_iso(text).is_some(), "{text:?}");
        });
        texts(&format!("Period::parse, {name}"), 1, inputs, |text| {
            let Some(period) = Period::parse(text) else { return };
            assert_eq!(Period::parse(&period.to_string()), Some(period), "{text:?}");
            let reach = period.reach();
            assert!(period.ends_before_it_starts() || reach.possibly.0 <= reach.possibly.1, "{text:?}");
            let _ = (period.place_in_time(), period.year());
        });
    }
}

#[test]
fn slugs_currencies_and_numbers() {
    texts("Slug", 1, any_text(), |text| {
        if let Some(slug) = Slug::new(text) {
            assert!(slug.as_str() == text && !text.contains(['/', '.', '%', '\\', '\0']) && text.len() <= Slug::MAX);
        }
        if let Some(slug) = Slug::from_name(text) {
            assert_eq!(Slug::new(slug.as_str()).as_ref(), Some(&slug), "{text:?}");
        }
    });
    let codes = prop_oneof![
        any_text().boxed(),
        vec(select(&b"AEURUSDKZT "[..]), 0..5).prop_map(|it| String::from_utf8(it).unwrap()).boxed()
    ];
    texts("Currency::parse", 1, codes, |text| {
        assert!(Currency::parse(text).is_none_or(|it| it.code() == text && text.len() == 3));
    });
    texts("folded words", 4, any_text(), |text| {
        let words: Vec<String> = fold::words(&decompose(text)).collect();
        let marked: String = fold::marked(text, &words, decompose).map(|it| it.1).collect();
        assert_eq!(marked, text);
    });
}

/// Query strings of keys that mean something and values that might.
fn queries() -> impl Strategy<Value = String> {
    let mut keys: Vec<String> =
        ["q", "all", "from", "to", "certainly", "currency", "min", "max", "as-of", "sort", "view"]
            .iter()
            .chain(&["column", "pick", "picked", "page", "kind", "group", "shown-from", "shown-to", "entry", "", "x"])
            .map(|it| (*it).to_owned())
            .collect();
    for facet in Facet::ALL {
        keys.extend([facet.key().to_owned(), format!("not-{}", facet.key())]);
    }
    let words = [
        "yes",
        "all",
        "EUR",
        "none",
        "donor",
        "type",
        "table",
        "cards",
        "compare",
        "title",
        "title-back",
        "newest",
        "event.a",
        "project.a-b",
        "5",
        "0",
        "+5",
        "007",
        "18446744073709551615",
        "not-stated",
        "a+b",
        "%20a%20",
        "%ff",
        "%00",
    ];
    let value = prop_oneof![
        4 => select(words.to_vec()).prop_map(str::to_owned),
        3 => near_dates(),
        2 => any_text(),
        1 => "[a-z]{1,3}( [a-z]{1,90}){1,4}",
        1 => (select(&["0", "a", " ", "1"][..]), 195..205_usize, select(&["", "a", "5", "é", " a"][..]))
            .prop_map(|(unit, count, end)| unit.repeat(count) + end),
    ];
    let pair = (prop_oneof![9 => select(keys), 1 => any_text()], value, any::<bool>()).boxed();
    // Some ask for more than is kept.
    let pairs = prop_oneof![60 => vec(pair.clone(), 0..12), 1 => vec(pair, 60..160)];
    pairs.prop_map(|pairs| {
        let spelled = pairs.iter().map(|(key, value, encoded)| match encoded {
            true => query_string::print([(key.as_str(), value.as_str())]).trim_start_matches('?').to_owned(),
            false => format!("{key}={value}"),
        });
        spelled.collect::<Vec<_>>().join("&")
    })
}

#[test]
fn questions_in_addresses() {
    for (name, divisor, inputs) in [("any text", 2, any_text().boxed()), ("pairs", 4, queries().boxed())] {
        texts(&format!("ProjectQuery::parse, {name}"), divisor, inputs.clone(), |text| {
            let read = ProjectQuery::parse(text);
            let printed = read.print();
            assert_eq!(ProjectQuery::parse(printed.trim_start_matches('?')), read, "{text:?} as {printed:?}");
            assert!(printed.len() <= 32 * text.len() + 64, "{text:?}");
        });
        texts(&format!("TimelineQuery::parse, {name}"), divisor, inputs.clone(), |text| {
            let read = TimelineQuery::parse(text);
            let printed = read.print();
            assert_eq!(TimelineQuery::parse(printed.trim_start_matches('?')), read, "{text:?} as {printed:?}");
        });
        texts(&format!("query_string, {name}"), 2, inputs, |text| {
            let pairs = query_string::parse(text);
            let printed = query_string::print(pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())));
            assert_eq!(query_string::parse(printed.trim_start_matches('?')), pairs, "{text:?}");
        });
    }
}

#[test]
fn addresses_of_pages() {
    let names = [
        "partners",
        "projects",
        "organisations",
        "timeline",
        "events",
        "documents",
        "about",
        "accessibility",
        "page",
        "index.html",
        "",
        "2",
        "1",
        "02",
        "a-b",
        "..",
        "%2e%2e",
        "404.html",
    ];
    let part = prop_oneof![8 => select(names.to_vec()).prop_map(str::to_owned), 1 => any_text()];
    let paths = (vec(part, 0..6), queries(), select(&["", "/portal"][..]));
    let size = |it: &(Vec<String>, String, &str)| it.0.iter().map(String::len).sum::<usize>() + it.1.len();
    fuzz("Route::parse", 4, paths, size, |(parts, query, base)| {
        let path = format!("{base}/{}", parts.join("/"));
        let route = Route::parse(base, &path, query);
        if route == Route::NotFound {
            return;
        }
        let href = route.href(base);
        assert!(href.starts_with(base) && !href.contains(['\0', ' ', '<', '"', '\\']), "{href:?}");
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        assert!(!path.contains("..") && path.ends_with('/'), "{path:?}");
        assert_eq!(Route::parse(base, path, query), route, "{href:?}");
        assert!(route.slice().starts_with('/') && !route.slice().contains(".."));
    });
}

#[test]
fn sheets_in_transfer() {
    let cells = select(
        &[r#""tx""#, r#""n1""#, r#""d2014-01-01""#, r#""d2014""#, r#""x""#, "null", r#""""#, "7", r#""\ud800""#, "[]"]
            [..],
    );
    let sheets =
        (vec(cells, 0..6), select(&["2014-01-01", "2014", ""][..]), any::<bool>()).prop_map(|(cells, day, whole)| {
            let text = format!(r#"["n","{day}",[["a","b"]],[["c","d"]],[[{}]]]"#, cells.join(","));
            if whole { text } else { text[..text.len() / 2].to_owned() }
        });
    texts("Sheet::from_transfer", 2, prop_oneof![sheets.boxed(), any_text().boxed()], |text| {
        let _ = (is_number(text), sheet::csv::runs_as_formula(text), sheet::link::link(text));
        if let Ok(sheet) = Sheet::from_transfer(text) {
            assert_eq!(Sheet::from_transfer(&sheet.to_transfer()), Ok(sheet));
        }
    });
}

/// The files of a data set.
type Texts = Vec<(&'static str, Vec<u8>)>;

fn files(texts: &Texts) -> Vec<File<'_>> {
    texts.iter().map(|(name, bytes)| File { name, bytes }).collect()
}

/// The small data set of the tests.
fn small() -> Texts {
    FILES.map(|name| (name, std::fs::read(format!("tests/fixtures/data/{name}")).unwrap())).into()
}

/// A way to spoil bytes.
#[derive(Clone, Debug)]
enum Damage {
    Flip(Index, u8),
    Cut(Index),
    Remove(Index, usize),
    Repeat(Index, usize, usize),
    Swap(Index, Index, usize),
    Put(Index, &'static str),
    /// The value behind some colon becomes another.
    Value(Index, &'static str),
}

/// What a value can be replaced by.
const VALUES: [&str; 26] = [
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "1.005",
    "99999999999999999999",
    "\"\"",
    "\" \"",
    "\"x\"",
    "\"2014-13\"",
    "\"9999/0000\"",
    "\"2014/..\"",
    "[]",
    "[[]]",
    "[null, 1, \"a\"]",
    "{}",
    "{\"a\": {}}",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"kazakhstan\"",
    "{\"en\": \"x\", \"ru\": 1}",
    "{\"\": \"x\"}",
    "\"../..\"",
    "[{\"org\": \"x\", \"as_written\": \"y\"}]",
    "\"__proto__\"",
];

fn damage() -> impl Strategy<Value = Vec<Damage>> {
    let odd = [
        "[",
        "]",
        "{",
        "}",
        "\"",
        "\\",
        ",",
        ":",
        "\0",
        "\n",
        "\u{feff}",
        "é",
        "\"a\": 1,",
        "//",
        "\\ud800",
        "[[[[[[[[",
    ];
    let one = prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, bits)| Damage::Flip(at, bits)),
        any::<Index>().prop_map(Damage::Cut),
        (any::<Index>(), 1..60_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<Index>(), 1..400_usize, 1..4_usize).prop_map(|(at, length, times)| Damage::Repeat(at, length, times)),
        (any::<Index>(), any::<Index>(), 1..60_usize).prop_map(|(at, to, length)| Damage::Swap(at, to, length)),
        (any::<Index>(), select(odd.to_vec())).prop_map(|(at, text)| Damage::Put(at, text)),
        (any::<Index>(), select(&VALUES[..])).prop_map(|(at, text)| Damage::Value(at, text)),
        (any::<Index>(), select(&VALUES[..])).prop_map(|(at, text)| Damage::Value(at, text)),
        (any::<Index>(), select(&VALUES[..])).prop_map(|(at, text)| Damage::Value(at, text)),
    ];
    vec(one, 1..5)
}

fn spoil(bytes: &mut Vec<u8>, damage: &[Damage]) {
    for one in damage {
        if bytes.is_empty() {
            return;
        }
        let whole = bytes.len();
        let part = |at: &Index, length: usize| at.index(whole)..(at.index(whole) + length).min(whole);
        match one {
            Damage::Flip(at, bits) => bytes[at.index(whole)] ^= bits,
            Damage::Cut(at) => bytes.truncate(at.index(whole)),
            Damage::Remove(at, length) => drop(bytes.drain(part(at, *length))),
            Damage::Repeat(at, length, times) => {
                let range = part(at, *length);
                let copy = bytes[range.clone()].repeat(*times);
                drop(bytes.splice(range.start..range.start, copy));
            }
            Damage::Swap(at, to, length) => {
                for step in 0..*length {
                    bytes.swap((at.index(whole) + step) % whole, (to.index(whole) + step) % whole);
                }
            }
            Damage::Put(at, text) => drop(bytes.splice(part(at, 0), text.bytes())),
            Damage::Value(at, text) => {
                let colons: Vec<usize> = (0..whole).filter(|at| bytes[*at] == b':').collect();
                let Some(colon) = (!colons.is_empty()).then(|| colons[at.index(colons.len())] + 1) else { continue };
                let end = value_end(bytes, colon);
                drop(bytes.splice(colon..end, text.bytes()));
            }
        }
    }
}

/// Where the value ends that begins here, roughly.
fn value_end(bytes: &[u8], start: usize) -> usize {
    let (mut depth, mut quoted) = (0_i32, false);
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' | b',' if !quoted && depth == 0 => return at,
            b']' | b'}' if !quoted => depth -= 1,
            _ => {}
        }
    }
    bytes.len()
}

/// Whatever was read can be used.
fn use_it(dataset: &Dataset, texts: &Texts) {
    let mut catalogue = Catalogue::of(dataset);
    let all = catalogue.run(&ProjectQuery::default());
    assert_eq!(all.total, dataset.projects.len());
    let by_start: Vec<Slug> = all.rows.iter().map(|row| catalogue.listed(*row).id).collect();
    let slices = Slices::new(dataset, &files(texts), &by_start);
    for route in Route::all(dataset).iter().step_by(7) {
        let slice = slices.of(route);
        let reading = read_slice(slice.as_bytes(), "en");
        assert!(reading.dataset.is_some(), "{}: {slice}", route.path());
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

/// Any JSON.
fn any_json() -> impl Strategy<Value = String> {
    let keys = [
        "id",
        "title",
        "sources",
        "url",
        "publisher",
        "seen",
        "period",
        "edtf",
        "as_written",
        "budget",
        "amount",
        "currency",
        "donors",
        "org",
        "name",
        "kind",
        "countries",
        "date",
        "states",
        "en",
        "__proto__",
        "_x",
        "schema_version",
        "as_of",
    ];
    let leaf = prop_oneof![
        3 => select(&VALUES[..]).prop_map(str::to_owned),
        1 => any_text().prop_map(|it| serde_json::to_string(&it).unwrap()),
        1 => near_dates().prop_map(|it| serde_json::to_string(&it).unwrap()),
    ];
    leaf.prop_recursive(6, 60, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(|it| format!("[{}]", it.join(","))),
            vec((select(keys.to_vec()), inner), 0..8).prop_map(|it| {
                format!(
                    "{{{}}}",
                    it.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect::<Vec<_>>().join(",")
                )
            }),
        ]
    })
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

#[test]
fn sums_of_money() {
    let amounts = prop_oneof![
        r"-?(0|[1-9][0-9]{0,24})(\.[0-9]{1,4})?([eE][+-]?[0-9]{1,4})?",
        select(&["1e400", "-0", "0.00", "0.001", "184467440737095516.15", "184467440737095516.16", "1E2"][..])
            .prop_map(str::to_owned),
    ];
    let currency = select(&["EUR", "USD", "XXX", "", "eur"][..]);
    let small: Texts =
        FILES.map(|name| (name, if name == "atlas.json" { small()[0].1.clone() } else { b"[]".to_vec() })).into();
    let bytes: usize = small.iter().map(|it| it.1.len()).sum();
    let understood = Cell::new(0_u64);
    fuzz(
        "sums of money",
        10,
        (amounts, currency),
        |_| bytes,
        |(amount, currency)| {
            let mut texts = small.clone();
            texts[5].1 = format!(
            r#"[{{"id": "a", "title": "A", "budget": {{"as_written": "x", "amount": {amount}, "currency": "{currency}"}},
            "sources": [{{"publisher": "p", "url": "https://e.org/", "seen": "2020-01-01"}}]}}]"#
        )
        .into_bytes();
            let dataset = read(&files(&texts), "en").dataset.unwrap();
            let budget = dataset.projects.values().next().unwrap().budget.as_ref().unwrap();
            if let Some(money) = budget.money {
                understood.set(understood.get() + 1);
                // Never another sum than the one that was written.
                let (units, cents) = (money.hundredths / 100, money.hundredths % 100);
                let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
                assert_eq!((whole.parse(), format!("{fraction:0<2}").parse()), (Ok(units), Ok(cents)), "{amount}");
            }
        },
    );
    println!("of these {} were understood", understood.get());
    assert!(understood.get() > 0);
}

#[test]
fn slices() {
    let texts = small();
    let dataset = read(&files(&texts), "en").dataset.unwrap();
    let slices = Slices::new(&dataset, &files(&texts), &[]);
    let all: Vec<String> = Route::all(&dataset).iter().map(|route| slices.of(route)).collect();
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
        assert!(memory <= 50 * size as u64, "{name}: {memory} bytes of memory for {size}");
        assert!(took <= 2 * LONGEST, "{name}: {took:?}");
    }
}
