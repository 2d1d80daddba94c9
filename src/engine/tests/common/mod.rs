//! Random tables and questions.

#![allow(dead_code, clippy::unwrap_used)]

use engine::{ColumnDraft, Draft, FacetDraft, FacetValue, Order, Picks, Question, Range, StringsDraft, TextDraft};
use proptest::collection::vec;
use proptest::prelude::*;

/// A table's plan: how many rows, and a number from which all else follows. Proptest shrinks the rows; filling a table
/// cell by cell with its own strategies would take a hundred times as long.
pub fn draft() -> impl Strategy<Value = Draft> {
    let rows = prop_oneof![Just(0usize), Just(1), 2..63usize, 63..130usize, 250..350usize, 1400..1600usize,];
    (rows, any::<u64>()).prop_map(|(rows, seed)| filled(rows, seed))
}

/// A table that is always the same.
pub fn fixed(rows: usize) -> Draft {
    filled(rows, 20_261_122)
}

fn filled(rows: usize, seed: u64) -> Draft {
    let mut dice = Dice(seed);
    let facet = |dice: &mut Dice, key: &str, values: usize, most: usize, later: bool| FacetDraft {
        key: key.into(),
        values: (0..values)
            .map(|at| FacetValue { id: format!("v{}", at * 7 % 1000), label: format!("Value {at}") })
            .collect(),
        // The least values are the most frequent; some are unknown, some told twice.
        of_row: (0..rows)
            .map(|_| (0..dice.below(most + 1)).map(|_| dice.skewed(values + 1) as u32).collect())
            .collect(),
        later,
    };
    let most = 1 + dice.below(14);
    let facets = vec![
        facet(&mut dice, "few", 4, 2, false),
        facet(&mut dice, "many", 40, most, false),
        facet(&mut dice, "hundreds", 300, 3, false),
        facet(&mut dice, "none", 0, 2, false),
        facet(&mut dice, "later", 6, 1, true),
    ];
    let mut column = |key: &str, numbers: usize, missing: usize, step: i64| ColumnDraft {
        key: key.into(),
        of_row: (0..rows)
            .map(|_| (dice.below(100) >= missing).then(|| (dice.below(numbers) as i64 - numbers as i64 / 2) * step))
            .collect(),
    };
    let columns = vec![
        column("small", 5, 30, 1),
        column("wide", 100_000, 5, 1),
        column("whole", 400, 0, 1000),
        column("huge", 3, 10, i64::MAX / 2),
    ];
    let mut words = |key: &str, most: usize| TextDraft {
        key: key.into(),
        words_of_row: (0..rows).map(|_| (0..dice.below(most)).map(|_| word(dice.skewed(500))).collect()).collect(),
    };
    let texts = vec![words("all", 12), words("title", 4)];
    let whole = &columns[2].of_row;
    let strings = vec![
        StringsDraft { key: "own".into(), of_row: (0..rows).map(|row| format!("row «{row}»")).collect() },
        StringsDraft { key: "few".into(), of_row: (0..rows).map(|row| format!("{}", row % 3)).collect() },
        StringsDraft { key: "ranked".into(), of_row: whole.iter().map(|value| format!("{value:?}")).collect() },
    ];
    Draft { rows, facets, columns, texts, strings }
}

/// Words of which many share their beginnings.
fn word(number: usize) -> String {
    let letters: Vec<char> = "abcdéж".chars().collect();
    let mut word = String::new();
    let mut left = number + 1;
    while left > 0 {
        word.push(letters[left % letters.len()]);
        left /= letters.len();
    }
    word
}

/// A small generator of numbers (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below the bound, each as likely as the others; 0 if the bound is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        self.next().checked_rem(bound as u64).unwrap_or_default() as usize
    }

    /// A number below the bound, small ones more likely.
    pub fn skewed(&mut self, bound: usize) -> usize {
        let bound = 1 + self.below(bound);
        let bound = 1 + self.below(bound);
        self.below(bound)
    }
}

/// A question that differs from the last one in a step, as people's do, or in everything.
#[derive(Clone, Debug)]
pub enum Step {
    Clear,
    Word(String),
    Type(char),
    Delete,
    Pick(usize, u32),
    Ban(usize, u32),
    All(usize),
    Ranges(Vec<Range>),
    Only(Option<Vec<u32>>),
    Order(Order),
    Page(usize, usize),
}

fn order() -> impl Strategy<Value = Order> {
    prop_oneof![
        Just(Order::Rows),
        (0..6usize, any::<bool>()).prop_map(|(column, descending)| Order::By { column, descending }),
        (0..3usize, 0..5usize, any::<bool>()).prop_map(|(text, column, descending)| Order::Relevance {
            text,
            column,
            descending
        }),
    ]
}

fn range() -> impl Strategy<Value = Range> {
    let bound = || {
        prop_oneof![
            2 => Just(None),
            2 => (-3..3i64).prop_map(Some),
            2 => (-50_000..50_000i64).prop_map(Some),
            2 => (-200..200i64).prop_map(|value| Some(value * 1000)),
            1 => any::<i64>().prop_map(Some),
        ]
    };
    (0..6usize, bound(), bound(), any::<bool>()).prop_map(|(column, min, max, missing)| Range {
        column,
        min,
        max,
        missing,
    })
}

fn step() -> impl Strategy<Value = Step> {
    let letters = || prop_oneof![Just('a'), Just('b'), Just('c'), Just('é'), Just('ж')];
    let value = || prop_oneof![4 => 0..5u32, 2 => 0..50u32, 1 => 0..400u32];
    prop_oneof![
        1 => Just(Step::Clear),
        3 => "[abcdéж]{0,3}".prop_map(Step::Word),
        3 => letters().prop_map(Step::Type),
        2 => Just(Step::Delete),
        6 => (0..6usize, value()).prop_map(|(facet, value)| Step::Pick(facet, value)),
        2 => (0..6usize, value()).prop_map(|(facet, value)| Step::Ban(facet, value)),
        2 => (0..6usize).prop_map(Step::All),
        4 => vec(range(), 0..3).prop_map(Step::Ranges),
        1 => proptest::option::of(vec(0..1600u32, 0..200)).prop_map(Step::Only),
        4 => order().prop_map(Step::Order),
        3 => (0..80usize, 0..60usize).prop_map(|(skip, take)| Step::Page(skip, take)),
    ]
}

/// Questions, each made from the one before.
pub fn questions(most: usize) -> impl Strategy<Value = Vec<Question>> {
    vec(vec(step(), 1..4), most / 2..=most).prop_map(|lists| {
        let mut question = Question { take: 10, ..Question::default() };
        let mut questions = Vec::new();
        for steps in lists {
            steps.into_iter().for_each(|step| apply(&mut question, step));
            questions.push(question.clone());
        }
        questions
    })
}

fn picks(question: &mut Question, facet: usize) -> &mut Picks {
    if question.picks.len() <= facet {
        question.picks.resize(facet + 1, Picks::default());
    }
    &mut question.picks[facet]
}

fn toggle(list: &mut Vec<u32>, value: u32) {
    match list.iter().position(|known| *known == value) {
        Some(at) => drop(list.remove(at)),
        None => list.push(value),
    }
}

pub fn apply(question: &mut Question, step: Step) {
    match step {
        Step::Clear => *question = Question { take: 25, ..Question::default() },
        Step::Word(word) => question.words.push(word),
        Step::Type(letter) => match question.words.last_mut() {
            Some(word) => word.push(letter),
            None => question.words.push(letter.into()),
        },
        Step::Delete => {
            if let Some(mut word) = question.words.pop()
                && word.pop().is_some()
                && !word.is_empty()
            {
                question.words.push(word);
            }
        }
        Step::Pick(facet, value) => toggle(&mut picks(question, facet).values, value),
        Step::Ban(facet, value) => toggle(&mut picks(question, facet).none, value),
        Step::All(facet) => {
            let picks = picks(question, facet);
            picks.all = !picks.all;
        }
        Step::Ranges(ranges) => question.ranges = ranges,
        Step::Only(only) => question.only = only,
        Step::Order(order) => question.order = order,
        Step::Page(skip, take) => (question.skip, question.take) = (skip, take),
    }
}

/// A table with questions to it.
pub fn case() -> impl Strategy<Value = (Draft, Vec<Question>)> {
    (draft(), questions(20))
}
