//! Times the engine against a plain search that looks at every row: `bench 321,10000 SEED`. `cargo atlas bench` runs it.

// A tool for the terminal: its words go there.
#![allow(clippy::print_stdout)]

use engine::{ColumnDraft, Draft, Engine, FacetDraft, FacetValue, Order, Picks, Question, Range, Table, TextDraft};
use std::hint::black_box;
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let sizes = arguments.next().unwrap_or_else(|| "321,10000,100000".into());
    let seed = arguments.next().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    println!("{:>9}  {:>12}  {:>12}  {:>8}", "rows", "engine", "plain", "ratio");
    for rows in sizes.split(',').filter_map(|size| size.trim().parse().ok()) {
        let draft = draft(rows, &mut Dice(seed));
        let questions = questions(&mut Dice(seed + 1));
        let mut engine = Engine::new(Table::new(draft.clone()));
        let mut total = 0;
        let own = median(&questions, 9, |question| {
            total = engine.ask(question).total;
            black_box(engine.ids());
        });
        let few: Vec<Question> = questions.iter().take(if rows > 50_000 { 10 } else { 40 }).cloned().collect();
        let plain = median(&few, 1, |question| {
            black_box(search(&draft, question));
        });
        println!("{rows:>9}  {:>9.1} µs  {:>9.1} µs  {:>6.0} ×", own, plain, plain / own);
    }
}

/// The median over the questions of the median over the passes, in microseconds.
fn median(questions: &[Question], passes: usize, mut ask: impl FnMut(&Question)) -> f64 {
    let mut times = vec![Vec::new(); questions.len()];
    for _ in 0..passes {
        for (question, times) in questions.iter().zip(&mut times) {
            let began = Instant::now();
            ask(question);
            times.push(began.elapsed().as_secs_f64() * 1e6);
        }
    }
    let middle = |list: &mut Vec<f64>| {
        list.sort_by(f64::total_cmp);
        list.get(list.len() / 2).copied().unwrap_or_default()
    };
    let mut medians: Vec<f64> = times.iter_mut().map(middle).collect();
    middle(&mut medians)
}

/// Every row that passes, in order, and the counts: one pass over the rows, as one would write it first.
fn search(draft: &Draft, question: &Question) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut rows = Vec::new();
    let mut counts: Vec<Vec<u32>> = draft.facets.iter().map(|facet| vec![0; facet.values.len()]).collect();
    let nothing = Picks::default();
    for row in 0..draft.rows {
        let words = question
            .words
            .iter()
            .all(|wanted| draft.texts[0].words_of_row[row].iter().any(|word| word.starts_with(wanted.as_str())));
        let ranges = question.ranges.iter().all(|range| {
            draft.columns[range.column].of_row[row].is_some_and(|value| {
                range.min.is_none_or(|min| min <= value) && range.max.is_none_or(|max| value <= max)
            })
        });
        if !words || !ranges {
            continue;
        }
        let missed = draft.facets.iter().enumerate().filter(|(at, facet)| {
            let picks = question.picks.get(*at).unwrap_or(&nothing);
            !picks.values.is_empty() && !picks.values.iter().any(|value| facet.of_row[row].contains(value))
        });
        let missed: Vec<usize> = missed.map(|(at, _)| at).collect();
        for (at, facet) in draft.facets.iter().enumerate() {
            if missed.iter().all(|missed| *missed == at) {
                facet.of_row[row].iter().for_each(|value| counts[at][*value as usize] += 1);
            }
        }
        if missed.is_empty() {
            rows.push(row as u32);
        }
    }
    if let Order::By { column, descending } = question.order {
        let value = |row: &u32| draft.columns[column].of_row[*row as usize];
        rows.sort_by_key(|row| (value(row).is_none(), value(row).map(|value| if descending { -value } else { value })));
    }
    (rows, counts)
}

/// Facets of 40, 25, 120 and 6 values, two days, a sum, and forty words a row.
fn draft(rows: usize, dice: &mut Dice) -> Draft {
    let mut facet = |values: usize, most: usize| FacetDraft {
        key: values.to_string(),
        values: (0..values).map(|at| FacetValue { id: at.to_string(), label: String::new() }).collect(),
        of_row: (0..rows)
            .map(|_| {
                let mut list: Vec<u32> = (0..1 + dice.skewed(most)).map(|_| dice.skewed(values) as u32).collect();
                list.sort_unstable();
                list.dedup();
                list
            })
            .collect(),
        later: false,
    };
    let facets = vec![facet(40, 4), facet(25, 3), facet(120, 3), facet(6, 1)];
    let mut column = |most: usize| ColumnDraft {
        key: most.to_string(),
        of_row: (0..rows).map(|_| Some(dice.skewed(most) as i64)).collect(),
    };
    let columns = vec![column(9000), column(12_000), column(60_000)];
    let mut words = || (0..40).map(|_| word(dice.skewed(8000))).collect();
    let texts = vec![TextDraft { key: "words".into(), words_of_row: (0..rows).map(|_| words()).collect() }];
    Draft { rows, facets, columns, texts, strings: Vec::new() }
}

fn word(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 {
        word.push((b'a' + (number % 26) as u8) as char);
        number /= 26;
    }
    word + "o"
}

/// Questions that each change one thing: a value, a letter, a bound, the order.
fn questions(dice: &mut Dice) -> Vec<Question> {
    let mut question = Question { take: 25, picks: vec![Picks::default(); 4], ..Question::default() };
    let mut questions = Vec::new();
    for step in 0..200 {
        match dice.below(5) {
            _ if step % 20 == 0 => {
                question = Question { take: 25, picks: vec![Picks::default(); 4], ..Question::default() };
            }
            0 | 1 => {
                let facet = dice.below(4);
                let value = dice.skewed([40, 25, 120, 6][facet]) as u32;
                question.picks[facet].values = vec![value];
            }
            2 => {
                let word = word(dice.skewed(8000));
                let letters = 1 + dice.below(word.len());
                question.words = vec![word[..letters].to_owned()];
            }
            3 => {
                let column = dice.below(3);
                let min = dice.below([9000, 12_000, 60_000][column]) as i64 / 2;
                question.ranges = vec![Range { column, min: Some(min), max: Some(min * 2), missing: false }];
            }
            _ => question.order = Order::By { column: dice.below(3), descending: dice.below(2) == 1 },
        }
        questions.push(question.clone());
    }
    questions
}

/// A small generator of numbers (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }

    /// A number below the bound, small ones more likely.
    fn skewed(&mut self, bound: usize) -> usize {
        let bound = 1 + self.below(bound);
        self.below(bound)
    }
}
