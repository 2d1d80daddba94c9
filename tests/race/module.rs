//! The engine as a contestant: a question in as text and numbers, an answer out as views on the memory.
//!
//! It is the very engine of the site, compiled with the same profile and flags; the only code here is what carries
//! questions and answers over. `atlas.js` is the other side.

use engine::{Engine, Order, Picks, Question, Range, Table};
use wasm_bindgen::prelude::*;

#[cfg(feature = "timeline")]
#[path = "timeline.rs"]
mod timeline;

#[cfg(feature = "init")]
#[path = "records.rs"]
mod records;

/// The columns, in the order in which they were made.
const START: usize = 0;
const END: usize = 1;
const BUDGET: usize = 2;
/// The facets whose values are shown.
const COUNTRIES: usize = 0;
const STATUS: usize = 4;

/// The engine with what it last said.
#[wasm_bindgen]
pub struct Race {
    engine: Engine,
    question: Question,
    text: String,
    numbers: Vec<u32>,
}

#[wasm_bindgen]
impl Race {
    /// An engine for the two files of a table.
    #[wasm_bindgen(constructor)]
    pub fn new(core: Vec<u8>) -> Result<Race, JsError> {
        let table = Table::from_bytes(&core)?;
        let facets = table.facets().len();
        let question = Question { picks: vec![Picks::default(); facets], take: 25, ..Question::default() };
        Ok(Self { engine: Engine::new(table), question, text: String::new(), numbers: Vec::new() })
    }

    /// The words of the table.
    pub fn add_words(&mut self, words: Vec<u8>) -> Result<(), JsError> {
        Ok(self.engine.table_mut().add_words(words)?)
    }

    /// Asks; gives the total. The text is in lower case; the numbers are the column to sort by, whether descending, the
    /// four bounds (each after whether it is one), and for each facet how many values are picked, and which.
    pub fn ask(&mut self, text: &str, numbers: &[i32]) -> usize {
        let mut numbers = numbers.iter().copied();
        let mut next = || numbers.next().unwrap_or_default();
        let question = &mut self.question;
        question.words.clear();
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            question.words.push(word.to_owned());
        }
        question.order = Order::By { column: next() as usize, descending: next() != 0 };
        let mut bound = || (next() != 0, i64::from(next()));
        let [from, to, least, most] = [bound(), bound(), bound(), bound()].map(|(is, value)| is.then_some(value));
        question.ranges.clear();
        // A project runs at some time between two days: it starts before the later and ends after the earlier.
        let mut range = |column, min: Option<i64>, max: Option<i64>| {
            if min.is_some() || max.is_some() {
                question.ranges.push(Range { column, min, max, missing: false });
            }
        };
        range(START, None, to);
        range(END, from, None);
        range(BUDGET, least, most);
        for picks in &mut question.picks {
            picks.values.clear();
            for _ in 0..next() {
                picks.values.push(next() as u32);
            }
        }
        let total = self.engine.ask(question).total;
        self.show();
        self.engine.ids();
        total
    }

    /// The rows to show: titles and days, a line each.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// The rows to show: of each the id, the budget, the status, how many countries, and which.
    pub fn numbers(&self) -> *const u32 {
        self.numbers.as_ptr()
    }

    /// Every row that passes, ascending.
    pub fn ids(&mut self) -> *const u32 {
        self.engine.ids().as_ptr()
    }

    /// The counts of all facets, one behind the other.
    pub fn counts(&self) -> *const u32 {
        self.engine.answer().all_counts().as_ptr()
    }

    fn show(&mut self) {
        let (table, answer) = (self.engine.table(), self.engine.answer());
        self.text.clear();
        self.numbers.clear();
        for &row in &answer.page {
            self.text.push_str(&table.string(0, row));
            for column in [START, END] {
                self.text.push('\n');
                day(table.value(column, row).unwrap_or_default(), &mut self.text);
            }
            self.text.push('\n');
            self.numbers.push(row);
            self.numbers.push(table.value(BUDGET, row).unwrap_or_default() as u32);
            self.numbers.push(table.values_of(STATUS, row).next().unwrap_or_default());
            let at = self.numbers.len();
            self.numbers.push(0);
            self.numbers.extend(table.values_of(COUNTRIES, row));
            self.numbers[at] = (self.numbers.len() - at - 1) as u32;
        }
    }
}

/// Writes a day, counted from the first of 1970, as `2014-07-25` (Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
fn day(days: i64, into: &mut String) {
    let days = days as i32 + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year + era * 400 + i32::from(month <= 2);
    let mut text = *b"0000-00-00";
    for (mut number, end, digits) in [(year, 4, 4), (month, 7, 2), (day, 10, 2)] {
        for digit in text.iter_mut().take(end).rev().take(digits) {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
        }
    }
    into.push_str(std::str::from_utf8(&text).unwrap_or_default());
}

/// Makes the files of a table in the browser from the records themselves, for the race without files. A module of its
/// own (feature `init`): a site that reads its table never loads it.
#[cfg(feature = "init")]
mod init {
    use super::records::{Maker, Record};
    use wasm_bindgen::prelude::*;

    /// Takes records.
    #[wasm_bindgen]
    pub struct Init(Maker);

    #[wasm_bindgen]
    impl Init {
        /// No records yet; the values of the facets as JSON.
        #[wasm_bindgen(constructor)]
        pub fn new(facets: &str) -> Result<Init, JsError> {
            Ok(Self(Maker::new(serde_json::from_str(facets)?)))
        }

        /// Records as JSON.
        pub fn records(&mut self, records: &str) -> Result<(), JsError> {
            let records: Vec<Record> = serde_json::from_str(records)?;
            records.iter().for_each(|record| self.0.record(record));
            Ok(())
        }

        /// The two files, one behind the other, with the length of the first before them.
        pub fn bytes(self) -> Vec<u8> {
            let (core, words) = self.0.bytes();
            let mut bytes = (core.len() as u32).to_le_bytes().to_vec();
            bytes.extend(core);
            bytes.extend(words);
            bytes
        }
    }
}
