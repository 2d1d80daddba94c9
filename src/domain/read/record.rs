//! [`Record`]: one JSON object being read, field by field, with every fault noted and none fatal.

use super::split::{Lines, Step};
use crate::domain::date::{PartialDate, parse_day};
use crate::domain::problem::{Fault, Problems};
use crate::domain::slug::Slug;
use crate::domain::tongue::{Foreign, Tongue};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use time::Date;

/// Where a record's text stands, and where its problems go.
pub struct Place<'a> {
    /// The file's name.
    pub file: &'a str,
    /// The record's text, for finding lines.
    pub text: &'a str,
    /// The lines of its fields.
    pub lines: Lines<'a>,
    /// The line on which the text begins, counted from one.
    pub line: usize,
    /// The record's own path in the file: `[17]`.
    pub path: String,
    /// The record's id, once known.
    pub id: Option<String>,
    /// The language in which it is read.
    pub tongue: &'a Tongue,
    /// All problems found so far.
    pub problems: &'a Problems,
}

impl Place<'_> {
    /// Notes a fault of the place to which these steps lead.
    pub fn report(&self, steps: &[Step<'_>], fault: Fault) {
        self.problems.add(self.file, fault, || {
            let mut path = self.path.clone();
            for step in steps {
                match step {
                    Step::Key(key) if path.is_empty() => path.push_str(key),
                    Step::Key(key) => path.push_str(&format!(".{key}")),
                    Step::Index(index) => path.push_str(&format!("[{index}]")),
                }
            }
            (path, Some(self.line + self.lines.of(self.text, steps)), self.id.clone())
        });
    }
}

/// An object and the way to it. Reading a field marks it as known; [`Record::finish`] reports the others.
pub struct Record<'a> {
    place: &'a Place<'a>,
    steps: Vec<Step<'a>>,
    fields: &'a Map<String, Value>,
    known: BTreeSet<&'static str>,
    foreign: Foreign,
}

impl<'a> Record<'a> {
    /// The record at `place`.
    pub fn new(place: &'a Place<'a>, fields: &'a Map<String, Value>) -> Self {
        Self::within(place, Vec::new(), fields)
    }

    fn within(place: &'a Place<'a>, steps: Vec<Step<'a>>, fields: &'a Map<String, Value>) -> Self {
        Self { place, steps, fields, known: BTreeSet::new(), foreign: Foreign::default() }
    }

    /// Notes a fault of one field, or of the record itself when `key` is empty.
    pub fn report(&self, key: &'a str, fault: Fault) {
        let mut steps = self.steps.clone();
        if !key.is_empty() {
            steps.push(Step::Key(key));
        }
        self.place.report(&steps, fault);
    }

    fn report_at(&self, key: &'a str, index: usize, fault: Fault) {
        let mut steps = self.steps.clone();
        steps.extend([Step::Key(key), Step::Index(index)]);
        self.place.report(&steps, fault);
    }

    /// The value of a field; `null` counts as absent.
    fn value(&mut self, key: &'static str) -> Option<&'a Value> {
        self.known.insert(key);
        self.fields.get(key).filter(|value| !value.is_null())
    }

    /// An optional text.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        match value.as_str().map(str::trim) {
            Some("") => self.report(key, Fault::Blank),
            Some(text) => return Some(text.to_owned()),
            None => self.report(key, Fault::WrongType("a text in quotes", kind(value))),
        }
        None
    }

    /// A text that must be there.
    pub fn needed_text(&mut self, key: &'static str) -> Option<String> {
        self.needed(key)?;
        self.text(key)
    }

    /// An optional text in words, which may stand in several languages.
    pub fn prose(&mut self, key: &'static str) -> Option<String> {
        let value = self.in_tongue(key)?;
        match value.as_str().map(str::trim) {
            Some("") => self.report(key, Fault::Blank),
            Some(text) => return Some(text.to_owned()),
            None => self.report(key, Fault::WrongType("a text in quotes, or one for each language", kind(value))),
        }
        None
    }

    /// A text in words that must be there.
    pub fn needed_prose(&mut self, key: &'static str) -> Option<String> {
        self.needed(key)?;
        self.prose(key)
    }

    /// A list of texts in words, which may stand in several languages as a whole.
    pub fn paragraphs(&mut self, key: &'static str) -> Vec<String> {
        match self.in_tongue(key) {
            None => Vec::new(),
            Some(Value::Array(list)) => self.texts_of(key, list),
            Some(other) => {
                self.report(key, Fault::WrongType("a list in square brackets, or one for each language", kind(other)));
                Vec::new()
            }
        }
    }

    /// The same text in all other languages that it has.
    pub fn in_other_tongues(&self, key: &str) -> Vec<String> {
        let Some(Value::Object(by_tag)) = self.fields.get(key) else { return Vec::new() };
        let chosen = self.place.tongue.choose(by_tag.keys().map(String::as_str));
        let others = by_tag.iter().filter(|(tag, _)| Some(tag.as_str()) != chosen);
        others.filter_map(|(_, text)| text.as_str().map(|text| text.trim().to_owned())).collect()
    }

    /// The fields that are not in the wanted language.
    pub fn foreign(&self) -> Foreign {
        self.foreign.clone()
    }

    /// The value of a field in the language to be read.
    fn in_tongue(&mut self, key: &'static str) -> Option<&'a Value> {
        let value = self.value(key)?;
        let tongue = self.place.tongue;
        let (tag, value) = match value {
            Value::Object(by_tag) => {
                if let Some(odd) = by_tag.keys().find(|tag| !Tongue::is_tag(tag)) {
                    self.report(key, Fault::NotTag(odd.clone()));
                }
                let Some(tag) = tongue.choose(by_tag.keys().map(String::as_str)) else {
                    self.report(key, Fault::Blank);
                    return None;
                };
                (tag, by_tag.get(tag)?)
            }
            plain => (tongue.plain.as_str(), plain),
        };
        if tag != tongue.wanted {
            self.foreign.note(key, tag);
        }
        Some(value)
    }

    /// The field is there.
    pub fn has(&mut self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// Reports a field that is not there.
    pub fn needed(&mut self, key: &'static str) -> Option<()> {
        if self.value(key).is_none() {
            self.report("", Fault::Missing(key.to_owned()));
            return None;
        }
        Some(())
    }

    /// The number at `key`, if any.
    pub fn number(&mut self, key: &'static str) -> Option<&'a serde_json::Number> {
        match self.value(key)? {
            Value::Number(number) => Some(number),
            other => {
                self.report(key, Fault::WrongType("a number without quotes", kind(other)));
                None
            }
        }
    }

    /// `true` or `false`; absent is `false`.
    pub fn flag(&mut self, key: &'static str) -> bool {
        match self.value(key) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(other) => {
                self.report(key, Fault::WrongType("true or false", kind(other)));
                false
            }
        }
    }

    /// An id.
    pub fn slug(&mut self, key: &'static str) -> Option<Slug> {
        let text = self.text(key)?;
        let slug = Slug::new(&text);
        if slug.is_none() {
            self.report(key, Fault::NotSlug(text));
        }
        slug
    }

    /// A date of any precision.
    pub fn date(&mut self, key: &'static str) -> Option<PartialDate> {
        let text = self.text(key)?;
        let date = PartialDate::parse(&text);
        if date.is_none() {
            self.report(key, Fault::NotDate(text));
        }
        date
    }

    /// A full day.
    pub fn day(&mut self, key: &'static str) -> Option<Date> {
        let text = self.text(key)?;
        let day = parse_day(&text);
        if day.is_none() {
            self.report(key, Fault::NotDay(text));
        }
        day
    }

    /// One of the words of a table.
    pub fn one_of<T: Copy>(&mut self, key: &'static str, table: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = table.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.report(key, Fault::NotOneOf(text, table.iter().map(|(word, _)| *word).collect()));
        }
        found
    }

    /// The elements of a list; absent is empty.
    fn list(&mut self, key: &'static str) -> &'a [Value] {
        match self.value(key) {
            None => &[],
            Some(Value::Array(list)) => list,
            Some(other) => {
                self.report(key, Fault::WrongType("a list in square brackets", kind(other)));
                &[]
            }
        }
    }

    /// A list of texts, without repeats.
    pub fn texts(&mut self, key: &'static str) -> Vec<String> {
        let list = self.list(key);
        self.texts_of(key, list)
    }

    fn texts_of(&self, key: &'static str, list: &[Value]) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, value) in list.iter().enumerate() {
            match value.as_str().map(str::trim) {
                Some("") => self.report_at(key, index, Fault::Blank),
                Some(text) if !seen.insert(text) => {
                    self.report_at(key, index, Fault::Repeated(text.to_owned()));
                }
                Some(text) => texts.push(text.to_owned()),
                None => self.report_at(key, index, Fault::WrongType("a text in quotes", kind(value))),
            }
        }
        texts
    }

    /// A list of ids, without repeats.
    pub fn slugs(&mut self, key: &'static str) -> Vec<Slug> {
        let mut slugs: Vec<Slug> = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, value) in self.list(key).iter().enumerate() {
            match value.as_str().map(Slug::new) {
                Some(Some(slug)) if !seen.insert(slug.clone()) => {
                    self.report_at(key, index, Fault::Repeated(slug.to_string()));
                }
                Some(Some(slug)) => slugs.push(slug),
                Some(None) => self.report_at(key, index, Fault::NotSlug(value.as_str().unwrap_or_default().to_owned())),
                None => self.report_at(key, index, Fault::WrongType("a text in quotes", kind(value))),
            }
        }
        slugs
    }

    /// The numbers of sources that something rests on, counted from one.
    pub fn source_numbers(&mut self, key: &'static str) -> Vec<usize> {
        let mut numbers = Vec::new();
        for (index, value) in self.list(key).iter().enumerate() {
            match value.as_u64().and_then(|number| usize::try_from(number).ok()) {
                Some(number) => numbers.push(number),
                None => self.report_at(key, index, Fault::WrongType("a number without quotes", kind(value))),
            }
        }
        numbers
    }

    /// The object in a field.
    pub fn object(&mut self, key: &'static str) -> Option<Record<'a>> {
        match self.value(key)? {
            Value::Object(fields) => {
                let mut steps = self.steps.clone();
                steps.push(Step::Key(key));
                Some(Self::within(self.place, steps, fields))
            }
            other => {
                self.report(key, Fault::WrongType("an object in curly brackets", kind(other)));
                None
            }
        }
    }

    /// The objects in a list, one after the other; absent is empty.
    pub fn objects(&mut self, key: &'static str) -> Box<dyn Iterator<Item = Record<'a>> + 'a> {
        let (place, own) = (self.place, self.steps.clone());
        Box::new(self.list(key).iter().enumerate().filter_map(move |(index, value)| {
            let mut steps = own.clone();
            steps.extend([Step::Key(key), Step::Index(index)]);
            let Value::Object(fields) = value else {
                place.report(&steps, Fault::WrongType("an object in curly brackets", kind(value)));
                return None;
            };
            Some(Record::within(place, steps, fields))
        }))
    }

    /// How many objects there are in a list.
    pub fn objects_count(&self, key: &str) -> usize {
        self.fields.get(key).and_then(Value::as_array).map_or(0, |list| list.iter().filter(|it| it.is_object()).count())
    }

    /// Reports every field that nothing asked for. A name that begins with `_` is the editor's own note.
    pub fn finish(self) {
        if !Problems::ARE_TOLD {
            return;
        }
        for name in self.fields.keys() {
            if !self.known.contains(name.as_str()) && !name.starts_with('_') {
                let near = nearest(name, self.known.iter().copied());
                self.report(name, Fault::UnknownField(name.clone(), near));
            }
        }
    }
}

/// What kind of JSON value stands there, in words, short texts with what they say.
pub fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) if text.chars().count() <= 40 => format!("the text \"{text}\""),
        Value::String(_) => "a text".into(),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}

/// The known name that is spelled most like `name`, if one is near enough to be meant.
pub fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<String> {
    let budget = (name.len() / 4).clamp(1, 4);
    let letters = letters_of(name);
    known
        .filter(|candidate| candidate.len().abs_diff(name.len()) <= budget)
        // Most are told apart by their letters alone, which is much cheaper than the distance.
        .filter(|candidate| too_many(&letters, &letters_of(candidate)) <= budget)
        .map(|candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= budget)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

/// How often each letter occurs, some of them taken together.
fn letters_of(text: &str) -> [u8; 32] {
    let mut letters = [0_u8; 32];
    for letter in text.chars() {
        let count = &mut letters[(u32::from(letter) % 32) as usize];
        *count = count.saturating_add(1);
    }
    letters
}

/// How many letters of one text the other lacks: each takes a step from one spelling to the other.
fn too_many(one: &[u8; 32], other: &[u8; 32]) -> usize {
    one.iter().zip(other).map(|(one, other)| usize::from(one.saturating_sub(*other))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_only_when_near() {
        let known = ["donors", "countries", "budget"];
        assert_eq!(nearest("donor", known.into_iter()).as_deref(), Some("donors"));
        assert_eq!(nearest("contries", known.into_iter()).as_deref(), Some("countries"));
        assert_eq!(nearest("colour", known.into_iter()), None);
    }
}
