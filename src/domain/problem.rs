//! [`Problem`]: what is wrong in the data, where, and what would be right.

use super::character::{REPLACEMENT, is_forbidden};
use std::cell::RefCell;
use std::fmt;

/// One fault in a data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the reader was told its name.
    pub file: String,
    /// Where in it, as a JSON path: `[17].period.edtf`. Empty for the file as a whole.
    pub path: String,
    /// The line, counted from one, where it can be had.
    pub line: Option<usize>,
    /// The id of the record, where it has one.
    pub record: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    /// How many faults it tells of.
    pub fn count(&self) -> usize {
        match self.fault {
            Fault::More { count, .. } => count,
            _ => 1,
        }
    }
}

/// The problems found so far. The first thousand errors and the first thousand warnings of a file are told with their
/// places, the others are counted: a file of nothing but faults would otherwise take two hundred times its memory, and
/// nobody reads on that far.
#[derive(Debug, Default)]
pub struct Problems(RefCell<Told>);

#[derive(Debug)]
struct Count {
    file: String,
    warnings: bool,
    count: usize,
}

#[derive(Debug, Default)]
struct Told {
    list: Vec<Problem>,
    /// How many there are of each file, its warnings by themselves. A list, because there are few files and what reads
    /// them travels to every visitor.
    counts: Vec<Count>,
}

impl Problems {
    /// How many errors, and how many warnings, are told of one file.
    pub const MOST: usize = 1000;

    /// Whether anybody is told of problems. In a browser nobody is: what it reads was read, and told, where the site was built.
    pub const ARE_TOLD: bool = cfg!(not(target_arch = "wasm32"));

    /// Notes a fault of a file. Where it is, is found out only if it is told: the path, the line, the record's id.
    #[inline]
    pub fn add(&self, file: &str, fault: Fault, place: impl FnOnce() -> (String, Option<usize>, Option<String>)) {
        if !Self::ARE_TOLD {
            return;
        }
        let Told { list, counts } = &mut *self.0.borrow_mut();
        let warnings = fault.is_warning();
        let at = counts.iter().position(|it| it.file == file && it.warnings == warnings).unwrap_or_else(|| {
            counts.push(Count { file: file.to_owned(), warnings, count: 0 });
            counts.len() - 1
        });
        counts[at].count += 1;
        if counts[at].count <= Self::MOST {
            let (path, line, record) = place();
            list.push(Problem { file: file.to_owned(), path, line, record, fault });
        }
    }

    /// A file has a problem.
    pub fn any_of(&self, file: &str) -> bool {
        self.0.borrow().list.iter().any(|problem| problem.file == file)
    }

    /// All that are told, in the order in which they were found, and last how many are not.
    pub fn into_list(self) -> Vec<Problem> {
        let Told { mut list, counts } = self.0.into_inner();
        for Count { file, warnings, count } in counts {
            if count > Self::MOST {
                let fault = Fault::More { count: count - Self::MOST, warnings };
                list.push(Problem { file, path: String::new(), line: None, record: None, fault });
            }
        }
        list
    }
}

/// What can be wrong. Holds facts; the words are in [`Fault::what`] and [`Fault::cure`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is not there.
    FileMissing,
    /// The bytes are not UTF-8, from this byte on.
    NotUtf8(usize),
    /// Something else than the expected container; holds what was expected and what stands there.
    NotContainer(&'static str, String),
    /// The text ends inside a record.
    Truncated,
    /// The text is not JSON; holds the parser's words.
    NotJson(String),
    /// Something follows the end of the data.
    TextAfterEnd,
    /// The file is of a format that this program does not know.
    SchemaVersion(String),
    /// A field that must be there is not.
    Missing(String),
    /// The field holds another kind of value; holds what was expected and what stands there.
    WrongType(&'static str, String),
    /// A text that says nothing.
    Blank,
    /// A character that no page can hold stands in the text.
    Forbidden(char),
    /// No such field; holds the nearest one that exists.
    UnknownField(String, Option<String>),
    /// Not an id.
    NotSlug(String),
    /// Not a date; or a day that does not exist.
    NotDate(String),
    /// Not a full day.
    NotDay(String),
    /// Not a period.
    NotPeriod(String),
    /// The end lies before the start.
    EndBeforeStart(String),
    /// Not an ISO 4217 code.
    NotCurrency(String),
    /// Not a sum of money.
    NotAmount(String),
    /// A sum without its currency.
    AmountWithoutCurrency,
    /// A currency without a sum.
    CurrencyWithoutAmount,
    /// Not a percentage.
    NotPercent(String),
    /// Not an `http(s)` address.
    NotAddress(String),
    /// Not the tag of a language, where a text stands in several.
    NotTag(String),
    /// Not the name of a picture in the folder of the data.
    NotPicture(String),
    /// The folder of the data has no such picture.
    NoPicture(String),
    /// Not one of a fixed set of words; holds the word and the set.
    NotOneOf(String, Vec<&'static str>),
    /// Another record of the file has this id; holds the id.
    DuplicateId(String),
    /// The same thing stands twice in one list.
    Repeated(String),
    /// Nothing has this id; holds what is sought, the id, and the nearest id that exists.
    UnknownReference(&'static str, String, Option<String>),
    /// The record refers to itself, directly or in a circle.
    Circle(String),
    /// No such entry in the record's list of sources; holds the number and how many there are.
    NoSuchSource(usize, usize),
    /// The record has no source.
    NoSource,
    /// Neither an address nor a reference.
    SourceWithoutPlace,
    /// So many more faults, which are not told one by one.
    More {
        /// How many.
        count: usize,
        /// All of them are warnings; else none is.
        warnings: bool,
    },
}

impl Fault {
    /// What is wrong, as a clause.
    pub fn what(&self) -> String {
        match self {
            Self::FileMissing => "the file is missing".into(),
            Self::NotUtf8(at) => format!("the file is not UTF-8 text from byte {at} on"),
            Self::NotContainer(expected, found) => format!("expected {expected}, found {found}"),
            Self::Truncated => "the file ends in the middle of a record".into(),
            Self::NotJson(why) => format!("this is not JSON: {why}"),
            Self::TextAfterEnd => "text follows after the end of the data".into(),
            Self::SchemaVersion(found) => format!("schema_version {found} is not known to this program"),
            Self::Missing(field) => format!("\"{field}\" is missing"),
            Self::WrongType(expected, found) => format!("expected {expected}, found {found}"),
            Self::Blank => "the text is empty".into(),
            Self::Forbidden(c) => format!("the text holds U+{:04X}, which no page can hold", u32::from(*c)),
            Self::UnknownField(name, _) => format!("there is no field \"{name}\" here"),
            Self::NotSlug(text) => format!("\"{text}\" is not an id"),
            Self::NotDate(text) => format!("\"{text}\" is not a date that exists"),
            Self::NotDay(text) => format!("\"{text}\" is not a full day that exists"),
            Self::NotPeriod(text) => format!("\"{text}\" is not a period"),
            Self::EndBeforeStart(text) => format!("the period {text} ends before it starts"),
            Self::NotCurrency(text) => format!("\"{text}\" is not a currency code"),
            Self::NotAmount(text) => format!("{text} is not a sum of money"),
            Self::AmountWithoutCurrency => "a sum stands without its currency".into(),
            Self::CurrencyWithoutAmount => "a currency stands without a sum".into(),
            Self::NotPercent(text) => format!("{text} is not a percentage"),
            Self::NotAddress(text) => format!("\"{text}\" is not a web address"),
            Self::NotTag(key) => format!("\"{key}\" is not the tag of a language"),
            Self::NotPicture(text) => format!("\"{text}\" is not the name of a picture"),
            Self::NoPicture(name) => format!("there is no file \"{name}\" beside atlas.json"),
            Self::NotOneOf(text, _) => format!("\"{text}\" is not one of the words known here"),
            Self::DuplicateId(id) => format!("the id \"{id}\" is used by an earlier record of this file"),
            Self::Repeated(text) => format!("\"{text}\" stands twice in this list"),
            Self::UnknownReference(kind, id, _) => format!("no {kind} has the id \"{id}\""),
            Self::Circle(id) => format!("\"{id}\" leads back to itself"),
            Self::NoSuchSource(number, count) => {
                format!("source {number} does not exist: the record has {count}, counted from 1")
            }
            Self::NoSource => "the record names no source".into(),
            Self::More { count, warnings } => {
                let kind = if *warnings { "warnings" } else { "errors" };
                format!("{count} more {kind} of this file are not listed")
            }
            Self::SourceWithoutPlace => "the source says neither where (url) nor what (reference) it is".into(),
        }
    }

    /// What would be right, as an instruction.
    pub fn cure(&self) -> String {
        match self {
            Self::FileMissing => "add the file; an empty list is written []".into(),
            Self::NotUtf8(_) => "save the file as UTF-8".into(),
            Self::NotContainer(expected, _) => format!("the file must hold {expected}"),
            Self::Truncated => "restore the end of the file; the records before this place were read".into(),
            Self::NotJson(_) => "mend the punctuation at this place: quotes, commas, brackets".into(),
            Self::TextAfterEnd => "remove it, or move it inside the brackets".into(),
            Self::SchemaVersion(_) => "write \"schema_version\": 1, or use a newer program".into(),
            Self::Missing(field) => format!("add \"{field}\""),
            Self::WrongType(expected, _) => format!("write {expected}"),
            Self::Blank => "write the text, or leave the field out when it is not known".into(),
            Self::Forbidden(_) => format!("remove it, or write what was meant; it is shown as {REPLACEMENT}"),
            Self::UnknownField(_, Some(near)) => format!("did you mean \"{near}\"?"),
            Self::UnknownField(_, None) => "remove it, or see the README for the fields of this record".into(),
            Self::NotSlug(_) => "use lower-case letters a-z, digits, and single hyphens between them".into(),
            Self::NotDate(_) => "write 2014, 2014-07 or 2014-07-25, with ~ after it for \"about\"".into(),
            Self::NotDay(_) => "write year, month and day: 2014-07-25".into(),
            Self::NotPeriod(_) => {
                "write start/end, as in 2014-07/2017-07; 2014/.. still runs; 2014/ ends we do not know when".into()
            }
            Self::EndBeforeStart(_) => "swap the two dates, or correct the wrong one".into(),
            Self::NotCurrency(_) => "use the three letters of ISO 4217, such as EUR, USD, KZT".into(),
            Self::NotAmount(_) => {
                "write a number above zero with at most two decimals and no separators; leave it out when unknown"
                    .into()
            }
            Self::AmountWithoutCurrency => "add \"currency\", or leave the amount out and keep as_written".into(),
            Self::CurrencyWithoutAmount => "add \"amount\", or leave the currency out and keep as_written".into(),
            Self::NotPercent(_) => "write a number from 0 to 100".into(),
            Self::NotAddress(_) => "write an address that begins with http:// or https://".into(),
            Self::NotTag(_) => "write the text in quotes, or as {\"en\": \"…\", \"ru\": \"…\"}".into(),
            Self::NoPicture(_) => "put the file there, or correct its name".into(),
            Self::NotPicture(_) => {
                "put the picture beside atlas.json and write its name, such as emblem.svg (or .png, .webp, .jpg)".into()
            }
            Self::NotOneOf(_, words) => format!("use one of: {}", words.join(", ")),
            Self::DuplicateId(_) => "give one of the two another id, or merge them; the later one was left out".into(),
            Self::Repeated(_) => "remove one of them".into(),
            Self::UnknownReference(_, _, Some(near)) => format!("did you mean \"{near}\"?"),
            Self::UnknownReference(kind, _, None) => format!("add that {kind}, or correct the id"),
            Self::Circle(_) => "break the circle: one of the records must not name the next".into(),
            Self::NoSuchSource(..) => "correct the number, or add the source".into(),
            Self::NoSource => "add \"sources\": [{\"publisher\": …, \"url\": …, \"seen\": …}]".into(),
            Self::More { .. } => "mend those above and check again; one cause often stands behind many".into(),
            Self::SourceWithoutPlace => "add \"url\", or \"reference\" for a document without an address".into(),
        }
    }

    /// The site would still be right without a mend: such a fault does not stop a build.
    pub fn is_warning(&self) -> bool {
        match self {
            Self::UnknownField(..) | Self::Repeated(..) | Self::Forbidden(_) => true,
            Self::More { warnings, .. } => *warnings,
            _ => false,
        }
    }
}

/// `projects.json:812 [17].period.edtf (equal-access-kg): "2014-13" is not a period. Cure: write …`
///
/// One line, and nothing in it that speaks to a terminal: what stands in the data is quoted here.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = self.file.clone();
        if let Some(number) = self.line {
            line.push_str(&format!(":{number}"));
        }
        if !self.path.is_empty() {
            line.push_str(&format!(" {}", self.path));
        }
        if let Some(record) = &self.record {
            line.push_str(&format!(" ({record})"));
        }
        let kind = if self.fault.is_warning() { "warning: " } else { "" };
        line.push_str(&format!(": {kind}{}. Cure: {}", self.fault.what(), self.fault.cure()));
        let speaks = |c: char| c.is_control() || is_forbidden(c);
        f.write_str(&line.replace(speaks, REPLACEMENT.encode_utf8(&mut [0; 4])))
    }
}
