//! What a table is made of, as its maker knows it. A draft is plain data; [`crate::Table::new`] makes a table of it.

/// A table before it is one. Lists that are shorter than `rows` go on without values; longer ones are cut.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// How many rows there are.
    pub rows: usize,
    /// Questions with fixed answers.
    pub facets: Vec<FacetDraft>,
    /// Numbers to narrow and to order by.
    pub columns: Vec<ColumnDraft>,
    /// Texts to search. The words of a question are looked for in the first.
    pub texts: Vec<TextDraft>,
    /// Strings to show.
    pub strings: Vec<StringsDraft>,
}

/// A facet: a question with fixed values, of which a row has any number.
#[derive(Clone, Debug, Default)]
pub struct FacetDraft {
    /// The name by which it is found.
    pub key: String,
    /// Its values.
    pub values: Vec<FacetValue>,
    /// For each row the indices of its values. Repeats and unknown indices are dropped; the order is kept.
    pub of_row: Vec<Vec<u32>>,
    /// Which rows have which values is told after loading: only the values are stored.
    pub later: bool,
}

/// A value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetValue {
    /// The name by which it is found.
    pub id: String,
    /// The name that people read.
    pub label: String,
}

/// A number for each row: a day, a sum, a place in an alphabet.
#[derive(Clone, Debug, Default)]
pub struct ColumnDraft {
    /// The name by which it is found.
    pub key: String,
    /// For each row its number, if it has one.
    pub of_row: Vec<Option<i64>>,
}

/// The words of each row.
#[derive(Clone, Debug, Default)]
pub struct TextDraft {
    /// The name by which it is found.
    pub key: String,
    /// For each row its words, folded as those of questions will be. Repeats and empty words are dropped.
    pub words_of_row: Vec<Vec<String>>,
}

/// A string for each row.
#[derive(Clone, Debug, Default)]
pub struct StringsDraft {
    /// The name by which it is found.
    pub key: String,
    /// For each row its string.
    pub of_row: Vec<String>,
}
