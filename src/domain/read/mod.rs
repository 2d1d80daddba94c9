//! JSON text → (data set, problems). The wire format lives in this folder only.
//!
//! Reading never panics and never stops at the first fault: a broken field costs the field, a broken record the
//! record, a broken file its unread rest, and each is a [`Problem`] with its place. Only a data set that says
//! nothing about itself (`atlas.json`), or speaks of a later format, is refused as a whole.

mod cross_check;
mod plain;
mod record;
mod records;
mod split;

use super::dataset::{Dataset, Meta};
use super::derived::Derived;
use super::problem::{Fault, Problem, Problems};
use super::slug::Slug;
use super::sorted::map_of;
use super::tongue::Tongue;
use plain::make_plain;
use record::{Place, Record};
use records::built;
use serde_json::Value;
use split::{Element, Ending, Lines, split};
use std::collections::BTreeMap;
use std::future::{Ready, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The version of the format that this program reads and writes.
pub const SCHEMA_VERSION: u64 = 1;

/// The files of a data set, in reading order. `atlas.json` holds an object, the others a list of records.
pub const FILES: [&str; 8] = [
    META,
    "countries.json",
    "envelopes.json",
    "organisations.json",
    "types.json",
    "projects.json",
    "events.json",
    "documents.json",
];

/// The file that speaks of the whole.
pub const META: &str = "atlas.json";

/// The file of what is derived from the whole, in the slice of a page.
pub const DERIVED: &str = "derived.json";

/// A file of the data set: its name and its bytes.
pub struct File<'a> {
    /// One of [`FILES`]; others are ignored.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// What was read.
pub struct Reading {
    /// Everything that could be read; `None` when `atlas.json` could not, or is of a later format.
    pub dataset: Option<Dataset>,
    /// The faults, in the order of the files.
    pub problems: Vec<Problem>,
}

/// Reads a data set from its files, in the language with this tag where its texts have it.
pub fn read(files: &[File<'_>], tag: &str) -> Reading {
    let problems = Problems::default();
    let mut dataset = at_once(records_of(files, tag, &problems, &AT_ONCE));
    if let Some(dataset) = &mut dataset {
        let text = |name: &'static str| files.iter().find(|file| file.name == name).map_or("", text_of);
        cross_check::cross_check(dataset, &text, &problems);
    }
    Reading { dataset, problems: problems.into_list() }
}

/// Reads the slice of a page, which the prerenderer has cut from a data set that was read whole: references into
/// other slices are in order. One that is not whole is refused: half a page would be worse than the one that was
/// published.
pub fn read_slice(bytes: &[u8], tag: &str) -> Reading {
    at_once(read_slice_in_turns(bytes, tag, AT_ONCE))
}

/// As [`read_slice`]; between two records something else may be done.
pub async fn read_slice_in_turns(bytes: &[u8], tag: &str, breathe: impl AsyncFn()) -> Reading {
    let split = split(std::str::from_utf8(bytes).unwrap_or_default(), '{');
    if split.end != Ending::Whole {
        return Reading { dataset: None, problems: Vec::new() };
    }
    let entries = split.elements.iter();
    let files: Vec<File<'_>> =
        entries.filter_map(|entry| Some(File { name: entry.key?, bytes: entry.text.as_bytes() })).collect();
    let problems = Problems::default();
    breathe().await;
    let mut dataset = records_of(&files, tag, &problems, &breathe).await;
    let derived = files.iter().find(|file| file.name == DERIVED);
    if let (Some(dataset), Some(derived)) = (&mut dataset, derived) {
        breathe().await;
        // From text, as everything else is: another way in would be one more parser in the program.
        let json = serde_json::from_str(text_of(derived));
        breathe().await;
        dataset.derived = json.map(|json| Derived::from_json(&json)).unwrap_or_default();
    }
    Reading { dataset, problems: problems.into_list() }
}

/// The text of a file as far as it is UTF-8.
fn text_of<'f>(file: &File<'f>) -> &'f str {
    let bytes = without_mark(file.bytes);
    let end = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    std::str::from_utf8(&bytes[..end]).unwrap_or_default()
}

/// For those who have nothing else to do.
const AT_ONCE: fn() -> Ready<()> = || ready(());

/// The outcome of work that never waits.
fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

async fn records_of(files: &[File<'_>], tag: &str, problems: &Problems, breathe: &impl AsyncFn()) -> Option<Dataset> {
    let mut reader = Reader { problems, tongue: Tongue::wanting(tag), unreadable: 0, breathe };
    let mut texts = BTreeMap::new();
    for name in FILES {
        match files.iter().find(|file| file.name == name) {
            Some(file) => {
                texts.insert(name, reader.text(file));
            }
            None => reader.report(name, None, Fault::FileMissing),
        }
    }
    let text = |name: &str| texts.get(name).copied().unwrap_or_default();
    let meta = reader.meta(text(META));
    if let Some(meta) = &meta {
        reader.tongue.plain.clone_from(&meta.language);
    }
    let countries = reader.list("countries.json", text("countries.json"), records::country, |it| &it.id).await;
    // Not read in the browser, so that nobody waits here.
    let envelopes =
        built(|| at_once(reader.list("envelopes.json", text("envelopes.json"), records::envelope, |it| &it.id)));
    let organisations =
        reader.list("organisations.json", text("organisations.json"), records::organisation, |it| &it.id).await;
    let types = built(|| at_once(reader.list("types.json", text("types.json"), records::project_type, |it| &it.id)));
    let projects = reader.list("projects.json", text("projects.json"), records::project, |it| &it.id).await;
    let events = reader.list("events.json", text("events.json"), records::event, |it| &it.id).await;
    let documents = reader.list("documents.json", text("documents.json"), records::document, |it| &it.id).await;
    breathe().await;
    let (unreadable, tongue) = (reader.unreadable, reader.tongue);
    Some(Dataset {
        meta: meta?,
        countries,
        envelopes,
        organisations: by_id(organisations, |it| &it.id),
        types: by_id(types, |it| &it.id),
        projects: by_id(projects, |it| &it.id),
        events: by_id(events, |it| &it.id),
        documents,
        tongue,
        unreadable,
        derived: Derived::default(),
    })
}

/// A value of a file of the data, with its texts as the reader takes them: without what no page can hold.
pub fn as_taken(mut value: Value) -> Value {
    make_plain(&mut value, &mut |_, _| {});
    value
}

/// Tells one bundle from another; the same in the prerenderer and in the browser, which are built by one compiler.
/// Not a protection against forgery.
pub fn fingerprint(bytes: &[u8]) -> String {
    use std::hash::Hasher;
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

/// What the parser says, without its place: it counts lines within the record, ours is the line in the file.
fn words_of(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or(&words).to_owned()
}

fn by_id<T>(list: Vec<T>, id: fn(&T) -> &Slug) -> BTreeMap<Slug, T> {
    map_of(list.into_iter().map(|it| (id(&it).clone(), it)))
}

/// The bytes without a UTF-8 byte order mark, which some editors write.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

struct Reader<'p, B> {
    problems: &'p Problems,
    tongue: Tongue,
    unreadable: usize,
    /// Between two records something else may be done.
    breathe: &'p B,
}

impl<B: AsyncFn()> Reader<'_, B> {
    fn report(&self, file: &str, line: Option<usize>, fault: Fault) {
        self.problems.add(file, fault, || (String::new(), line, None));
    }

    fn text<'f>(&self, file: &File<'f>) -> &'f str {
        let bytes = without_mark(file.bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) if text.trim().is_empty() => {
                let holds = if file.name == META { "an object in curly brackets" } else { "a list in square brackets" };
                self.report(file.name, Some(1), Fault::NotContainer(holds, "nothing".to_owned()));
                ""
            }
            Ok(text) => text,
            Err(error) => {
                let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
                self.report(file.name, Some(line), Fault::NotUtf8(error.valid_up_to()));
                std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
            }
        }
    }

    fn meta(&self, text: &str) -> Option<Meta> {
        if text.is_empty() {
            return None;
        }
        let element = Element { key: None, text: text.trim_start(), line: text.len() - text.trim_start().len() };
        let line = text[..element.line].matches('\n').count();
        let mut value = self.json(META, &Element { line, ..element })?;
        let place = Place {
            file: META,
            text,
            lines: Lines::default(),
            line: 1,
            path: String::new(),
            id: None,
            tongue: &self.tongue,
            problems: self.problems,
        };
        make_plain(&mut value, &mut |steps, c| place.report(steps, Fault::Forbidden(c)));
        let Value::Object(fields) = &value else {
            self.report(META, Some(1), Fault::NotContainer("an object in curly brackets", record::kind(&value)));
            return None;
        };
        match fields.get("schema_version").and_then(Value::as_u64) {
            Some(SCHEMA_VERSION) => {}
            _ => {
                let found = fields.get("schema_version").map_or("(none)".to_owned(), ToString::to_string);
                self.report(META, Some(1), Fault::SchemaVersion(found));
                return None;
            }
        }
        let mut record = Record::new(&place, fields);
        let meta = records::meta(&mut record);
        record.finish();
        meta
    }

    /// Reads a list of records, each by `read`. A later record with the id of an earlier one is left out.
    async fn list<T>(
        &mut self,
        file: &'static str,
        text: &str,
        read: fn(&mut Record<'_>, Slug) -> Option<T>,
        id: fn(&T) -> &Slug,
    ) -> Vec<T> {
        if text.is_empty() {
            return Vec::new();
        }
        let split = split(text, '[');
        let mut list: Vec<T> = Vec::new();
        let mut ids = std::collections::BTreeSet::new();
        for (index, element) in split.elements.iter().enumerate() {
            (self.breathe)().await;
            let record = self.record(file, index, element, read);
            match record {
                None => self.unreadable += 1,
                Some(it) if !ids.insert(id(&it).clone()) => {
                    self.unreadable += 1;
                    let place = Place {
                        file,
                        text: element.text,
                        lines: Lines::default(),
                        line: element.line + 1,
                        path: format!("[{index}]"),
                        id: Some(id(&it).to_string()),
                        tongue: &self.tongue,
                        problems: self.problems,
                    };
                    Record::new(&place, &serde_json::Map::new()).report("id", Fault::DuplicateId(id(&it).to_string()));
                }
                Some(it) => list.push(it),
            }
        }
        match split.end {
            // The cutting forgives commas too many or too few; the format does not.
            Ending::Whole => {
                let known = !Problems::ARE_TOLD || self.problems.any_of(file);
                if let (false, Err(error)) = (known, serde_json::from_str::<serde::de::IgnoredAny>(text)) {
                    self.report(file, Some(error.line()), Fault::NotJson(words_of(&error)));
                }
            }
            Ending::TextAfter(line) => self.report(file, Some(line + 1), Fault::TextAfterEnd),
            Ending::Truncated(line) => {
                self.unreadable += 1;
                self.report(file, Some(line + 1), Fault::Truncated);
            }
            Ending::Broken(line) => {
                self.unreadable += 1;
                self.report(
                    file,
                    Some(line + 1),
                    Fault::NotJson("the records cannot be told apart from here on".into()),
                );
            }
            Ending::NotContainer => {
                let found = match text.trim_start().chars().next() {
                    Some('<') => "HTML".to_owned(),
                    Some('{') => "an object".to_owned(),
                    Some(_) => "something else".to_owned(),
                    None => String::new(),
                };
                self.report(file, Some(1), Fault::NotContainer("a list in square brackets", found));
            }
        }
        list
    }

    fn record<T>(
        &self,
        file: &'static str,
        index: usize,
        element: &Element<'_>,
        read: fn(&mut Record<'_>, Slug) -> Option<T>,
    ) -> Option<T> {
        let mut value = self.json(file, element)?;
        let mut place = Place {
            file,
            text: element.text,
            lines: Lines::default(),
            line: element.line + 1,
            path: format!("[{index}]"),
            id: None,
            tongue: &self.tongue,
            problems: self.problems,
        };
        place.id = value.get("id").and_then(Value::as_str).map(str::to_owned);
        make_plain(&mut value, &mut |steps, c| place.report(steps, Fault::Forbidden(c)));
        let Value::Object(fields) = &value else {
            let found = record::kind(&value);
            Record::new(&place, &serde_json::Map::new())
                .report("", Fault::WrongType("an object in curly brackets", found));
            return None;
        };
        let mut record = Record::new(&place, fields);
        record.needed("id")?;
        let id = record.slug("id")?;
        let it = read(&mut record, id);
        record.finish();
        it
    }

    fn json(&self, file: &'static str, element: &Element<'_>) -> Option<Value> {
        match serde_json::from_str(element.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let line = element.line + error.line().max(1);
                self.report(file, Some(line), Fault::NotJson(words_of(&error)));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
