//! The engine against an oracle of a few lines that looks at every row: random tables, random sequences of questions on
//! one engine, so that what it remembers of the last question is tested too.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{case, draft, questions};
use engine::{Draft, Engine, Order, Picks, Question, Table};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

/// Whether a row passes; the picked values of `but` do not count.
fn passes(draft: &Draft, question: &Question, row: usize, but: Option<usize>) -> bool {
    let words = question.words.iter().filter(|word| !word.is_empty()).all(|word| holds(draft, 0, row, word));
    let ranges = question.ranges.iter().all(|range| match value(draft, range.column, row) {
        Some(value) => range.min.is_none_or(|min| min <= value) && range.max.is_none_or(|max| value <= max),
        None => range.missing,
    });
    let only = question.only.as_ref().is_none_or(|only| only.contains(&(row as u32)));
    let picks = question.picks.iter().zip(&draft.facets).enumerate().all(|(facet, (picks, held))| {
        let has = |value: &u32| held.of_row[row].contains(value) && (*value as usize) < held.values.len();
        let wanted = match picks.all {
            true => picks.values.iter().all(has),
            false => picks.values.is_empty() || picks.values.iter().any(has),
        };
        !picks.none.iter().any(has) && (wanted || but == Some(facet))
    });
    words && ranges && only && picks
}

fn holds(draft: &Draft, text: usize, row: usize, beginning: &str) -> bool {
    draft.texts.get(text).is_some_and(|text| text.words_of_row[row].iter().any(|word| word.starts_with(beginning)))
}

fn value(draft: &Draft, column: usize, row: usize) -> Option<i64> {
    draft.columns.get(column).and_then(|column| column.of_row[row])
}

/// Every row that passes, in order.
fn ordered(draft: &Draft, question: &Question) -> Vec<u32> {
    let mut rows: Vec<usize> = (0..draft.rows).filter(|row| passes(draft, question, *row, None)).collect();
    let (text, column, descending) = match question.order {
        Order::Rows => (None, usize::MAX, false),
        Order::By { column, descending } => (None, column, descending),
        Order::Relevance { text, column, descending } => (Some(text), column, descending),
    };
    let mut words: Vec<&String> = question.words.iter().filter(|word| !word.is_empty()).collect();
    words.sort();
    words.dedup();
    rows.sort_by_key(|row| {
        let held = text.map_or(0, |text| words.iter().filter(|word| holds(draft, text, *row, word)).count());
        let value = value(draft, column, *row).map(i128::from);
        (std::cmp::Reverse(held), value.is_none(), if descending { value.map(|value| -value) } else { value }, *row)
    });
    rows.into_iter().map(|row| row as u32).collect()
}

/// The counts of a facet.
fn counts(draft: &Draft, question: &Question, facet: usize) -> Vec<u32> {
    let but = (!question.picks.get(facet).is_some_and(|picks| picks.all)).then_some(facet);
    let held = &draft.facets[facet];
    let mut counts = vec![0; held.values.len()];
    for row in (0..draft.rows).filter(|row| passes(draft, question, *row, but)) {
        let has = |value: usize| held.of_row[row].contains(&(value as u32));
        (0..counts.len()).filter(|value| has(*value)).for_each(|value| counts[value] += 1);
    }
    counts
}

#[track_caller]
fn agrees(engine: &mut Engine, draft: &Draft, question: &Question) {
    let answer = engine.ask(question).clone();
    let rows = ordered(draft, question);
    assert_eq!(answer.total, rows.len(), "the total of {question:?}");
    let page: Vec<u32> = rows.iter().skip(question.skip).take(question.take).copied().collect();
    assert_eq!(answer.page, page, "the page of {question:?}");
    for (facet, held) in draft.facets.iter().enumerate() {
        assert_eq!(answer.counts(facet), counts(draft, question, facet), "{} for {question:?}", held.key);
    }
    let mut ids = rows.clone();
    ids.sort();
    assert_eq!(engine.ids(), ids, "the rows of {question:?}");
    assert_eq!(engine.ordered(), rows, "the order of {question:?}");
}

/// The same table from its bytes.
fn reread(table: &Table, draft: &Draft) -> Table {
    let mut again = Table::from_bytes(&table.to_bytes()).unwrap();
    assert!(!again.has_words());
    again.add_words(table.words_to_bytes()).unwrap();
    for (facet, held) in draft.facets.iter().enumerate().filter(|(_, held)| held.later) {
        again.set_facet(facet, &mut held.of_row.iter().map(Vec::as_slice));
    }
    again
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 700, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_those_of_the_oracle((draft, questions) in case()) {
        let mut table = Table::new(draft.clone());
        for (facet, held) in draft.facets.iter().enumerate().filter(|(_, held)| held.later) {
            table.set_facet(facet, &mut held.of_row.iter().map(Vec::as_slice));
        }
        let mut reread = Engine::new(reread(&table, &draft));
        let mut engine = Engine::new(table);
        for question in &questions {
            agrees(&mut engine, &draft, question);
            let known = engine.ask(question).clone();
            prop_assert_eq!(reread.ask(question), &known);
        }
    }

    #[test]
    fn a_count_is_the_total_with_that_value(draft in draft(), questions in questions(2)) {
        let mut engine = Engine::new(Table::new(draft.clone()));
        for mut question in questions {
            question.picks.resize(draft.facets.len(), Picks::default());
            let answer = engine.ask(&question).clone();
            for (facet, held) in draft.facets.iter().enumerate() {
                for value in 0..held.values.len() as u32 {
                    let mut with = question.clone();
                    match &mut with.picks[facet] {
                        picks if picks.all => picks.values.push(value),
                        picks => picks.values = vec![value],
                    }
                    let total = engine.ask(&with).total;
                    prop_assert_eq!(answer.counts(facet)[value as usize], total as u32);
                }
            }
            prop_assert_eq!(engine.ask(&question), &answer);
        }
    }
}

#[test]
fn what_a_row_holds_can_be_read() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..100 {
        let draft = draft().new_tree(&mut runner).unwrap().current();
        let table = reread(&Table::new(draft.clone()), &draft);
        for row in 0..draft.rows {
            for (at, facet) in draft.facets.iter().enumerate() {
                let mut values: Vec<u32> = Vec::new();
                for value in facet.of_row[row].iter().filter(|value| (**value as usize) < facet.values.len()) {
                    if !values.contains(value) {
                        values.push(*value);
                    }
                }
                assert_eq!(table.values_of(at, row as u32).collect::<Vec<_>>(), values);
            }
            for (at, column) in draft.columns.iter().enumerate() {
                assert_eq!(table.value(at, row as u32), column.of_row[row]);
            }
            for (at, strings) in draft.strings.iter().enumerate() {
                assert_eq!(table.string(at, row as u32), strings.of_row[row]);
            }
        }
        for (at, text) in draft.texts.iter().enumerate() {
            let mut words: Vec<&String> = text.words_of_row.iter().flatten().filter(|word| !word.is_empty()).collect();
            words.sort();
            words.dedup();
            let known: Vec<(&str, u32)> = table.words(at).collect();
            assert_eq!(known.len(), words.len());
            for ((word, count), wanted) in known.into_iter().zip(words) {
                assert_eq!(word, wanted);
                assert_eq!(count as usize, text.words_of_row.iter().filter(|words| words.contains(wanted)).count());
            }
        }
    }
}

#[test]
fn words_that_are_not_loaded_match_nothing() {
    let draft = common::fixed(200);
    let mut engine = Engine::new(Table::from_bytes(&Table::new(draft).to_bytes()).unwrap());
    let question = Question { words: vec!["a".into()], ..Question::default() };
    assert_eq!(engine.ask(&question).total, 0);
    assert_eq!(engine.ask(&Question::default()).total, 200);
}
