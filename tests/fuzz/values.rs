//! Dates, names, sums, cells: what a value is written as.

use crate::data_sets::{Texts, files, small};
use crate::inputs::{any_text, near_dates};
use crate::trial::{fuzz, texts};
use atlas::domain::catalogue::draft::decompose;
use atlas::domain::date::{PartialDate, parse_day};
use atlas::domain::fold;
use atlas::domain::money::Currency;
use atlas::domain::period::Period;
use atlas::domain::read::{FILES, read};
use atlas::domain::slug::Slug;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use sheet::Sheet;
use sheet::cell::{is_number, parse_iso};
use std::cell::Cell;

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
