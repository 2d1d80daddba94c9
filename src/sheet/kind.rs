//! [`Kind`]: which file is to be written.

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Comma-separated values, UTF-8.
    Csv,
    /// A workbook of Excel 2007 and later.
    Xlsx,
    /// JSON, with what has to be known about the table.
    Json,
    /// iCalendar, of the rows that have a day.
    Ical,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Xlsx, Self::Json, Self::Ical];
    /// Those of any table, in the order in which they are offered.
    pub const TABLES: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// Its name, which is also the extension of the file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Ical => "ics",
        }
    }

    /// The kind with this name.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// The media type of the file.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Ical => "text/calendar;charset=utf-8",
        }
    }
}
