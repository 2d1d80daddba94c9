//! Bytes that are not a table are refused, never a panic and never a great allocation.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;
mod seal;

use common::{Dice, fixed};
use engine::{Engine, Order, Picks, Question, Range, Table};
use seal::seal;

#[test]
fn damaged_bytes_are_refused() {
    let table = Table::new(fixed(150));
    let (core, words) = (table.to_bytes(), table.words_to_bytes());
    assert!(Table::from_bytes(&core).is_ok());
    for end in 0..core.len() {
        assert!(Table::from_bytes(&core[..end]).is_err(), "cut at {end}");
    }
    let mut dice = Dice(7);
    for _ in 0..2000 {
        let mut bytes = core.clone();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
        assert!(Table::from_bytes(&bytes).is_err(), "a bit of byte {at}");
    }
    let mut again = Table::from_bytes(&core).unwrap();
    for end in (0..words.len()).step_by(7) {
        assert!(again.add_words(words[..end].to_vec()).is_err(), "cut at {end}");
    }
    let mut bytes = words.clone();
    bytes[words.len() / 2] ^= 1;
    assert!(again.add_words(bytes).is_err());
    assert!(again.add_words(core).is_err());
    assert!(!again.has_words());
    assert!(again.add_words(words).is_ok());
}

#[test]
fn words_of_another_table_are_refused() {
    let mut table = Table::from_bytes(&Table::new(fixed(150)).to_bytes()).unwrap();
    assert!(table.add_words(Table::new(fixed(151)).words_to_bytes()).is_err());
}

/// With a right checksum nothing but the reading itself stands between the bytes and the table.
#[test]
fn bytes_that_somebody_made_do_no_harm() {
    let table = Table::new(fixed(300));
    let (core, words) = (table.to_bytes(), table.words_to_bytes());
    let mut dice = Dice(11);
    let mut read = 0;
    for _ in 0..3000 {
        let mut bytes = core.clone();
        change(&mut bytes, &mut dice, 0);
        let Ok(mut damaged) = Table::from_bytes(&bytes) else { continue };
        read += 1;
        let mut bytes = words.clone();
        let sum = u64::from_le_bytes(core[8..16].try_into().unwrap());
        assert_eq!(bytes[16..24], sum.to_le_bytes());
        let own = damaged.to_bytes().len();
        assert!(own < 100 * core.len());
        change(&mut bytes, &mut dice, 8);
        let _ = damaged.add_words(bytes);
        ask(damaged);
    }
    assert!(read > 100, "only {read} changed tables could be read");
    for _ in 0..3000 {
        let mut bytes = words.clone();
        change(&mut bytes, &mut dice, 8);
        let mut table = Table::from_bytes(&core).unwrap();
        if table.add_words(bytes).is_ok() {
            ask(table);
        }
    }
    for length in 0..2000 {
        let mut bytes: Vec<u8> = (0..length).map(|_| dice.below(256) as u8).collect();
        let _ = Table::from_bytes(&bytes);
        if length >= 16 {
            bytes[..8].copy_from_slice(&core[..8]);
            seal(&mut bytes);
            let _ = Table::from_bytes(&bytes);
        }
    }
}

/// Changes some bytes behind the head and the first `kept` bytes, and makes the checksum right.
fn change(bytes: &mut Vec<u8>, dice: &mut Dice, kept: usize) {
    for _ in 0..1 + dice.below(3) {
        let at = 16 + kept + dice.below(bytes.len() - 16 - kept);
        bytes[at] = match dice.below(3) {
            0 => 255,
            1 => bytes[at].wrapping_add(1),
            _ => dice.below(256) as u8,
        };
    }
    if dice.below(10) == 0 {
        bytes.truncate(16 + kept + dice.below(bytes.len() - 16 - kept));
    }
    seal(bytes);
}

fn ask(table: Table) {
    let rows = table.rows();
    let facets = table.facets().len();
    let mut engine = Engine::new(table);
    let picks = vec![Picks { values: vec![0, 3], all: false, none: vec![1] }; facets.min(8)];
    for question in [
        Question { words: vec!["a".into(), "bé".into()], take: 20, ..Question::default() },
        Question { picks, take: 20, order: Order::By { column: 1, descending: true }, ..Question::default() },
        Question {
            ranges: vec![Range { column: 0, min: Some(-1), max: Some(2), missing: true }],
            order: Order::Relevance { text: 1, column: 3, descending: false },
            words: vec!["c".into()],
            take: 20,
            ..Question::default()
        },
    ] {
        assert!(engine.ask(&question).total <= rows);
        let ordered = engine.ordered();
        for row in ordered.into_iter().take(50) {
            for at in 0..facets.min(8) {
                engine.table().values_of(at, row).for_each(drop);
            }
            for at in 0..4 {
                let _ = (engine.table().value(at, row), engine.table().string(at, row));
            }
        }
    }
    engine.table().words(0).for_each(drop);
}
