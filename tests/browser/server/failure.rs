//! The failures that tests stage, and that anybody can stage by hand: one table.

use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// One of the files of data.
    Broken(Part, Damage),
    /// A file of the program is not there.
    Missing(Piece),
    /// Somebody has changed a byte of a file of the program.
    Changed(Piece),
    /// A file of the program takes its time, but comes.
    Slow(Piece),
    /// A file of the program does not come.
    Never(Piece),
    /// The host does not know what WebAssembly is.
    WasmWithoutType,
    /// The host, or an administrator, forbids WebAssembly by a policy of its own.
    PolicyWithoutWasm,
    /// The host, or an administrator, forbids that programs bring markup, by a policy of its own.
    PolicyWithoutMarkup,
    /// The host knows only its error page.
    OnlyErrorPage,
    /// Something on the way has put something into the page, as extensions of browsers do.
    PageAltered,
    /// The same, while the page becomes alive.
    PageAlteredLate,
    /// The page comes in part, and then nothing more.
    PageStalls,
    /// The host says that pages are written in another encoding than they are.
    OtherEncoding,
    /// Parts are taken out of the page, and as many others put in.
    PageRearranged,
    /// The site has been published anew: other pages, and other data for them.
    NewRelease,
    /// The page comes without the program.
    NoProgram,
    /// No script comes at all.
    NoScripts,
    /// The host has put a script of its own into the page, which does not come.
    ScriptOfOthers,
    /// The page comes from a cache that is older than its data.
    OtherData,
}

/// A file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What a page of one thing shows: a project, a partner, an event, an organisation.
    Slice,
    /// The columns of the catalogue.
    Catalogue,
    /// The words of the catalogue.
    Words,
    /// What files that are saved hold beside the catalogue.
    Details,
}

/// What is wrong with a file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not there.
    Missing,
    /// The host has a fault of its own.
    Error,
    /// It stops in the middle.
    Truncated,
    /// The host answers with a page instead.
    Html,
    /// The records of projects have lost their titles.
    Records,
    /// It is written for another version of the program.
    Version,
    /// It is that of another page.
    Other,
    /// It has fifty million bytes.
    Huge,
    /// It takes longer than anybody's patience, but comes.
    Slow,
    /// It does not come.
    Never,
}

/// A file of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What looks after the page before it is painted.
    First,
    /// What starts the program.
    Start,
    /// The script of the program.
    Client,
    /// The program.
    Wasm,
    /// How pages look.
    Style,
    /// The script of the module that writes files.
    Export,
    /// That module.
    ExportWasm,
}

impl Part {
    /// Whether a path of the bundle is such a file.
    pub fn is_at(self, path: &str) -> bool {
        match self {
            // `/projects/page.json` is the list's.
            Self::Slice => path.ends_with("/page.json") && path.trim_start_matches("ru/").matches('/').count() == 2,
            Self::Catalogue => path.starts_with("data/catalogue-"),
            Self::Words => path.starts_with("data/words-"),
            Self::Details => path.starts_with("data/details-"),
        }
    }
}

impl Piece {
    /// Whether a path of the bundle is this file.
    pub fn is_at(self, path: &str) -> bool {
        let (begins, ends) = match self {
            Self::First => ("first-", ".js"),
            Self::Start => ("start-", ".js"),
            Self::Client => ("client-", ".js"),
            Self::Wasm => ("client-", ".wasm"),
            Self::Style => ("style-", ".css"),
            Self::Export => ("export-", ".js"),
            Self::ExportWasm => ("export-", ".wasm"),
        };
        path.starts_with(begins) && path.ends_with(ends)
    }
}

/// How long what is slow takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Long enough that nothing else is late.
    Moment,
    /// Longer than the page's own patience.
    Long,
    /// For ever, as far as a visitor is concerned.
    Ever,
}

impl Wait {
    /// As a time.
    pub fn time(self) -> Duration {
        match self {
            Self::Moment => Duration::from_millis(800),
            Self::Long => Duration::from_secs(10),
            Self::Ever => Duration::from_secs(3600),
        }
    }
}

impl Fault {
    /// How long an answer is held back.
    pub fn wait(self, path: &str) -> Option<Wait> {
        match self {
            Self::Slow(piece) if piece.is_at(path) => Some(Wait::Moment),
            Self::Never(piece) if piece.is_at(path) => Some(Wait::Ever),
            Self::Broken(part, Damage::Slow) if part.is_at(path) => Some(Wait::Long),
            Self::Broken(part, Damage::Never) if part.is_at(path) => Some(Wait::Ever),
            _ => None,
        }
    }
}

/// Every failure with the name by which it is staged by hand.
pub const FAILURES: [(&str, Fault); 54] = [
    ("page-data-missing", Fault::Broken(Part::Slice, Damage::Missing)),
    ("page-data-error-500", Fault::Broken(Part::Slice, Damage::Error)),
    ("page-data-truncated", Fault::Broken(Part::Slice, Damage::Truncated)),
    ("page-data-html", Fault::Broken(Part::Slice, Damage::Html)),
    ("page-data-record-broken", Fault::Broken(Part::Slice, Damage::Records)),
    ("page-data-other-version", Fault::Broken(Part::Slice, Damage::Version)),
    ("page-data-other-page", Fault::Broken(Part::Slice, Damage::Other)),
    ("page-data-50-mb", Fault::Broken(Part::Slice, Damage::Huge)),
    ("page-data-slow", Fault::Broken(Part::Slice, Damage::Slow)),
    ("page-data-never", Fault::Broken(Part::Slice, Damage::Never)),
    ("catalogue-missing", Fault::Broken(Part::Catalogue, Damage::Missing)),
    ("catalogue-error-500", Fault::Broken(Part::Catalogue, Damage::Error)),
    ("catalogue-truncated", Fault::Broken(Part::Catalogue, Damage::Truncated)),
    ("catalogue-html", Fault::Broken(Part::Catalogue, Damage::Html)),
    ("catalogue-other-version", Fault::Broken(Part::Catalogue, Damage::Version)),
    ("catalogue-50-mb", Fault::Broken(Part::Catalogue, Damage::Huge)),
    ("catalogue-never", Fault::Broken(Part::Catalogue, Damage::Never)),
    ("words-missing", Fault::Broken(Part::Words, Damage::Missing)),
    ("words-error-500", Fault::Broken(Part::Words, Damage::Error)),
    ("words-truncated", Fault::Broken(Part::Words, Damage::Truncated)),
    ("words-html", Fault::Broken(Part::Words, Damage::Html)),
    ("words-other-version", Fault::Broken(Part::Words, Damage::Version)),
    ("words-never", Fault::Broken(Part::Words, Damage::Never)),
    ("wasm-missing", Fault::Missing(Piece::Wasm)),
    ("wasm-changed", Fault::Changed(Piece::Wasm)),
    ("wasm-without-type", Fault::WasmWithoutType),
    ("wasm-never", Fault::Never(Piece::Wasm)),
    ("policy-without-wasm", Fault::PolicyWithoutWasm),
    ("policy-without-markup", Fault::PolicyWithoutMarkup),
    ("client-missing", Fault::Missing(Piece::Client)),
    ("client-changed", Fault::Changed(Piece::Client)),
    ("start-missing", Fault::Missing(Piece::Start)),
    ("start-changed", Fault::Changed(Piece::Start)),
    ("start-never", Fault::Never(Piece::Start)),
    ("details-never", Fault::Broken(Part::Details, Damage::Never)),
    ("export-never", Fault::Never(Piece::Export)),
    ("export-changed", Fault::Changed(Piece::Export)),
    ("export-wasm-changed", Fault::Changed(Piece::ExportWasm)),
    ("first-missing", Fault::Missing(Piece::First)),
    ("first-changed", Fault::Changed(Piece::First)),
    ("first-never", Fault::Never(Piece::First)),
    ("style-changed", Fault::Changed(Piece::Style)),
    ("style-never", Fault::Never(Piece::Style)),
    ("only-error-page", Fault::OnlyErrorPage),
    ("page-altered", Fault::PageAltered),
    ("page-altered-late", Fault::PageAlteredLate),
    ("page-stalls", Fault::PageStalls),
    ("page-in-other-encoding", Fault::OtherEncoding),
    ("page-rearranged", Fault::PageRearranged),
    ("new-release", Fault::NewRelease),
    ("no-program", Fault::NoProgram),
    ("scripts-missing", Fault::NoScripts),
    ("script-of-others-missing", Fault::ScriptOfOthers),
    ("page-older-than-data", Fault::OtherData),
];
