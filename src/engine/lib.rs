//! A columnar query engine: rows with facets, numbers, words and strings, asked as a list with filters is.
//!
//! It knows nothing of what the rows are. [`Draft`] → [`Table`] → bytes → [`Table`] → [`Engine`] ← [`Question`].
//!
//! ```
//! use engine::{Draft, Engine, FacetDraft, FacetValue, Picks, Question, Table};
//!
//! let value = |id: &str| FacetValue { id: id.into(), label: id.into() };
//! let values = vec![value("kazakhstan"), value("tajikistan")];
//! let of_row = vec![vec![0], vec![0, 1], vec![]];
//! let country = FacetDraft { key: "country".into(), values, of_row, later: false };
//! let table = Table::new(Draft { rows: 3, facets: vec![country], ..Draft::default() });
//!
//! let mut engine = Engine::new(Table::from_bytes(&table.to_bytes())?);
//! let picks = vec![Picks { values: vec![1], ..Picks::default() }];
//! let answer = engine.ask(&Question { picks, take: 10, ..Question::default() });
//! assert_eq!((answer.total, answer.page.as_slice(), answer.counts(0)), (1, [1].as_slice(), [2, 1].as_slice()));
//! # Ok::<(), engine::Damaged>(())
//! ```
//!
//! # What is kept, and why
//!
//! - **A set of rows is a bit a row** (`mask.rs`): what a part of a question lets through is joined with the others
//!   64 rows at a time, or 128 where there is SIMD. What came and went since the last question is counted at once, and
//!   nothing is done about rows of which there are none.
//! - **The values of a row are codes in planes** (`members.rs`): the first two values of every row in one plane, so that
//!   counting both is one step; the third, … in a plane each as long as one row in 32 has one. A facet of up to 64
//!   values gets a mask for each beside.
//! - **Counts are made in the cheapest of four ways** (`counts.rs`): from those before by the rows that came and went;
//!   anew; from the totals by the rows that are missing; or value by value with masks. Facets without picks of their own
//!   share one list of rows.
//! - **A number is its rank among the distinct ones** (`column.rs`), mostly two bytes: a range is a scan with SIMD, and
//!   the order by a column is made once, by counting, when it is first asked for.
//! - **A page is a walk along the order** (`page.rs`) that starts where the ranges allow, and gives up for sorting when
//!   that is less work by then.
//! - **A word is a mask if one row in 16 has it, else gaps of a byte** (`words.rs`), both in the bytes as they came. What
//!   the many words of one beginning hold together becomes a mask when it is first asked for.
//! - **Titles are made of pieces** (`phrases.rs`), decoded for the rows that are shown.
//! - **The last question is remembered, no other** (`constraints.rs`): what a part of it let through, and its counts.
//! - **Reading is copying** (`table.rs`): bytes stand in a file as they do in memory, and what the first answer can do
//!   without is made later. A browser runs code that it has just met five to ten times slower than it will, so that every
//!   loop over all rows is felt here; those that are left are short functions that are called often, because only such
//!   ones become fast while they run.
//!
//! # What was measured
//!
//! `cargo atlas bench` times this crate natively, `cargo atlas bench --race FOLDER` in a browser, where every answer is
//! also compared with a plain search: that is the test of the engine as WebAssembly. What each step of the work brought,
//! two shared cores, the module of the race under Node 20, its 194 questions at 100,000 rows unless something else is
//! said; the milliseconds of one line are to be compared with each other only:
//!
//! | what | before | with it |
//! | --- | --- | --- |
//! | a range by SIMD, and a walk that starts where the range allows: 95th percentile | 1.23 ms | 0.62 ms |
//! | two values in one step, and one list of rows for all facets: mean | 0.25 ms | 0.21 ms |
//! | titles of pieces, no list of rows for each value, common words as masks: memory | 33 MB | 22 MB |
//! | titles of pieces: what the table of 10,000 rows takes with Brotli | 200 kB | 174 kB |
//! | words by frequency: what the words of 10,000 rows take with Brotli | 511 kB | 494 kB |
//! | one small sort instead of the standard library's four: the module with Brotli | 46 kB | 35 kB |
//! | bytes that stand as in memory, little made before it is asked for: ready for 10,000 rows, in a browser | 50 ms | 11 ms |
//! | the same for 100,000 rows | 143 ms | 41 ms |
//! | the same: what the table of 10,000 rows takes with Brotli | 173 kB | 178 kB |
//! | eight rows or words a step, smaller tables of pairs, places of equal numbers: median | 0.147 ms | 0.123 ms |
//!
//! The three lines about readiness are the race's, the least of five or seven loads by turns on a machine under load; the
//! last line is the least of 40 passes a question, the median of the questions. For 321 rows readiness is 6 ms as it was:
//! that is the browser compiling the functions that it meets.
//!
//! The compiler makes SIMD of no plain loop here: the site is optimised for size as a whole, which decides when its parts
//! are joined. It does make SIMD of eight equal steps in a row, which is why loops over words take eight a step.
//!
//! Without gain: counting a row's values eight rows a step, other prices for counting by masks. Not tried: popcounts by
//! SIMD, compressed masks, one step for the values of two facets. Left out on purpose: a memory of more questions than
//! the last. It would be fast where it is not needed.

mod bytes;
mod column;
mod constraints;
mod counts;
mod draft;
mod engine;
mod facet;
mod lanes;
mod mask;
mod members;
mod page;
mod phrases;
mod plane;
mod question;
mod sort;
mod strings;
mod table;
mod texts;
mod words;

pub use bytes::Damaged;
pub use draft::{ColumnDraft, Draft, FacetDraft, FacetValue, StringsDraft, TextDraft};
pub use engine::{Answer, Engine};
pub use facet::Facet;
pub use question::{Order, Picks, Question, Range};
pub use table::Table;
pub use words::TextBuilder;
