//! The records of the race as a table.

use engine::{ColumnDraft, Draft, FacetDraft, FacetValue, StringsDraft, Table, TextBuilder};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The facets of the race, in its order.
pub const FACETS: [&str; 5] = ["countries", "types", "donors", "beneficiaries", "status"];

/// A record of the race.
#[derive(Deserialize)]
pub struct Record {
    title: String,
    summary: String,
    countries: Vec<String>,
    types: Vec<String>,
    donors: Vec<String>,
    beneficiaries: Vec<String>,
    start: String,
    end: String,
    status: String,
    budget: i64,
}

/// Takes the records one by one: a million of them as text would not fit.
pub struct Maker {
    codes: Vec<BTreeMap<String, u32>>,
    draft: Draft,
    titles: Vec<String>,
    text: TextBuilder,
}

impl Maker {
    /// No records yet. The values of the facets are those of the race's manifest, in its order.
    pub fn new(mut values: BTreeMap<String, Vec<String>>) -> Self {
        let lists = FACETS.map(|key| values.remove(key).unwrap_or_default());
        let codes = lists.iter().map(|list| list.iter().cloned().zip(0..).collect()).collect();
        let facet = |(key, list): (&str, &Vec<String>)| FacetDraft {
            key: key.into(),
            values: list.iter().map(|value| FacetValue { id: value.clone(), label: value.clone() }).collect(),
            ..FacetDraft::default()
        };
        let column = |key: &str| ColumnDraft { key: key.into(), of_row: Vec::new() };
        let draft = Draft {
            facets: FACETS.into_iter().zip(&lists).map(facet).collect(),
            columns: ["start", "end", "budget", "title"].map(column).into(),
            ..Draft::default()
        };
        Self { codes, draft, titles: Vec::new(), text: TextBuilder::new("words") }
    }

    /// The next record.
    pub fn record(&mut self, record: &Record) {
        let status = [record.status.clone()];
        let lists: [&[String]; 5] = [&record.countries, &record.types, &record.donors, &record.beneficiaries, &status];
        for ((facet, codes), list) in self.draft.facets.iter_mut().zip(&self.codes).zip(lists) {
            facet.of_row.push(list.iter().filter_map(|value| codes.get(value).copied()).collect());
        }
        let numbers = [day(&record.start), day(&record.end), Some(record.budget)];
        for (column, number) in self.draft.columns.iter_mut().zip(numbers) {
            column.of_row.push(number);
        }
        let (title, summary) = (record.title.to_lowercase(), record.summary.to_lowercase());
        let words = title.split(other).chain(summary.split(other));
        self.text.row(words);
        self.titles.push(record.title.clone());
        self.draft.rows += 1;
    }

    /// The table of all records: its two files, one behind the other, with the length of the first before them.
    pub fn bytes(mut self) -> (Vec<u8>, Vec<u8>) {
        // Titles are sorted as JavaScript sorts them, by the units of UTF-16.
        let mut order: Vec<&String> = self.titles.iter().collect();
        order.sort_unstable_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
        order.dedup();
        let ranks: BTreeMap<&String, i64> = order.into_iter().zip(0..).collect();
        self.draft.columns[3].of_row = self.titles.iter().map(|title| ranks.get(title).copied()).collect();
        self.draft.strings = vec![StringsDraft { key: "title".into(), of_row: self.titles }];
        let table = Table::with_texts(self.draft, vec![self.text]);
        (table.to_bytes(), table.words_to_bytes())
    }
}

fn other(c: char) -> bool {
    !c.is_ascii_lowercase() && !c.is_ascii_digit()
}

/// The days since the first of 1970 of `2014-07-25`.
fn day(iso: &str) -> Option<i64> {
    let mut parts = iso.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let year = year - i64::from(month <= 2);
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let of_era = year.rem_euclid(400) * 365 + year.rem_euclid(400) / 4 - year.rem_euclid(400) / 100 + of_year;
    Some(year.div_euclid(400) * 146_097 + of_era - 719_468)
}
