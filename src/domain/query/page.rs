//! [`Page`]: which part of the list is shown.

/// Which part of the list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A page of [`Page::SIZE`] projects, counted from one.
    Number(usize),
    /// The whole list on one page, for printing and for the browser's own search.
    All,
}

impl Page {
    /// How many projects a page holds.
    pub const SIZE: usize = 25;
}

impl Default for Page {
    fn default() -> Self {
        Self::Number(1)
    }
}
