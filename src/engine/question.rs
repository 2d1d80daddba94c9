//! [`Question`]: what can be asked of a table. Plain data, whole in itself.

/// What rows are wanted, in which order, and which of them to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Each must be the beginning of some word of the row in the first text. Empty words and repeats are left out.
    /// While the words of the table are not loaded, nothing passes a question with words.
    pub words: Vec<String>,
    /// For each facet, by its index, what is picked. May be shorter than the list of facets.
    pub picks: Vec<Picks>,
    /// Each must hold.
    pub ranges: Vec<Range>,
    /// Only these rows, in any order. Rows that the table does not have are left out.
    pub only: Option<Vec<u32>>,
    /// The order of the rows.
    pub order: Order,
    /// How many rows of the order to leave out.
    pub skip: usize,
    /// How many rows to show after those.
    pub take: usize,
}

/// What is picked in one facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picks {
    /// A row must have one of these, if there are any here. An index that the facet does not have is a value that no
    /// row has.
    pub values: Vec<u32>,
    /// A row must have all of the values instead of one.
    pub all: bool,
    /// A row that has one of these does not pass.
    pub none: Vec<u32>,
}

/// Bounds of a column, both inclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// The column. In one that the table does not have, every row is without a number.
    pub column: usize,
    /// The least number that passes.
    pub min: Option<i64>,
    /// The greatest number that passes.
    pub max: Option<i64>,
    /// Rows without a number pass.
    pub missing: bool,
}

/// An order of rows. Ties are in the order of row numbers, and rows without a number come last, in both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By row number.
    #[default]
    Rows,
    /// By a column.
    By {
        /// The column.
        column: usize,
        /// The greatest first.
        descending: bool,
    },
    /// First by how many words of the question are the beginning of some word of the row in a text, most first; then
    /// by a column.
    Relevance {
        /// The text.
        text: usize,
        /// The column.
        column: usize,
        /// The greatest first.
        descending: bool,
    },
}
