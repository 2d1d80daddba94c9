//! [`View`]: how the list is shown.

/// How the list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A card a project.
    #[default]
    Cards,
    /// A row a project.
    Table,
    /// A column a project, for comparing.
    Compare,
}

impl View {
    /// Every view with its word in the address.
    pub const TABLE: [(&'static str, Self); 3] =
        [("cards", Self::Cards), ("table", Self::Table), ("compare", Self::Compare)];
}
