//! The sources of generated records, which say by their name and address that they do not exist.

use super::json::{Json, Object};
use super::moment::{Moment, Precision};
use super::random::Random;
use time::{Date, Duration};

/// Who is said to have published it.
const PUBLISHERS: [&str; 7] = [
    "Generated register",
    "Generated gazette",
    "Generated newsroom",
    "Generated evaluation office",
    "Generated country office",
    "Сгенерированный реестр",
    "example.org",
];

/// Sources of a record, of which the first one has the record's own words. `states` gives what a further one says
/// differently, if anything.
pub fn sources(
    random: &mut Random,
    as_of: Date,
    place: &str,
    count: usize,
    mut states: impl FnMut(&mut Random) -> Option<Object>,
) -> Vec<Object> {
    let mut sources = Vec::new();
    for number in 1..=count {
        let states = if number > 1 { states(random) } else { None };
        let url = format!("https://source-{number}.example.org/{place}/");
        let reference = random.chance(4).then(|| format!("Decision No. {}/{number}", random.within(10..=9_999)));
        let url = (reference.is_none() || random.chance(30)).then_some(url);
        let seen = as_of - Duration::days(random.low(500) as i64);
        let note = random.chance(8).then_some("Seen on a copy at another site.");
        let source = Object::default()
            .with("url", url)
            .with("reference", reference)
            .with("publisher", random.word(&PUBLISHERS))
            .with("dated", dated(random, as_of))
            .with("seen", seen.to_string())
            .with("states", states)
            .with("note", note);
        sources.push(source);
    }
    sources
}

/// The date that one source in three bears; none after the day of the data set.
fn dated(random: &mut Random, as_of: Date) -> Json {
    let moment = Moment::start(random);
    if !random.chance(33) || moment.year() >= as_of.year() {
        return Json::Nothing;
    }
    let precision = Precision::any(random);
    moment.edtf(precision, random.within(1..=28)).into()
}
