//! `cargo atlas sample`: what it writes is a sound data set, the same every time, and says that it is not real.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use atlas::domain::budget::{Covers, Precision};
use atlas::domain::date::Stated;
use atlas::domain::period::End;
use atlas::domain::project::Project;
use atlas::domain::read::{FILES, File, Reading, read};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of this test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        Self(std::env::temp_dir().join(format!("atlas-sample-{}-{name}", std::process::id())))
    }

    /// A folder with a sample of so many projects.
    fn with(name: &str, projects: usize, more: &[&str]) -> Self {
        let folder = Self::new(name);
        let text = sample(&projects.to_string(), &folder.0, more).unwrap();
        assert!(text.contains(&format!(": {projects} projects, ")), "{text}");
        folder
    }

    fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.join(name)).unwrap()
    }

    fn reading(&self) -> Reading {
        let texts = FILES.map(|name| (name, self.file(name)));
        read(&texts.each_ref().map(|(name, bytes)| File { name, bytes }), "en")
    }

    fn list(&self, name: &str) -> Vec<Value> {
        serde_json::from_slice(&self.file(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What the command prints; an error when it fails.
fn sample(projects: &str, out: &Path, more: &[&str]) -> Result<String, String> {
    let mut call = Command::new(env!("CARGO_BIN_EXE_atlas"));
    let output = call.args(["sample", "--projects", projects, "--out"]).arg(out).args(more).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.success() { Ok(text) } else { Err(text) }
}

#[test]
fn it_is_sound_at_any_size() {
    for (projects, events, documents, made) in [(0, 0, 0, 0), (10, 2, 0, 0), (1_000, 250, 50, 50)] {
        let reading = Folder::with(&format!("sound-{projects}"), projects, &[]).reading();
        assert_eq!(reading.problems, [], "{projects}");
        let data = reading.dataset.unwrap();
        assert_eq!((data.projects.len(), data.events.len()), (projects, events));
        assert_eq!(data.documents.iter().filter(|it| it.id.as_str().starts_with("sample-")).count(), documents);
        assert_eq!(data.organisations.keys().filter(|id| id.as_str().starts_with("sample-")).count(), made);
    }
}

#[test]
fn the_same_seed_gives_the_same_and_another_seed_another() {
    let (one, again) = (Folder::with("one", 100, &["--seed", "7"]), Folder::with("again", 100, &["--seed", "7"]));
    let other = Folder::with("other", 100, &["--seed", "8"]);
    for name in FILES {
        assert!(one.file(name) == again.file(name), "{name}");
    }
    assert!(one.file("projects.json") != other.file("projects.json"));
}

#[test]
fn a_smaller_one_is_the_beginning_of_a_larger_one() {
    let (small, large) = (Folder::with("small", 90, &[]), Folder::with("large", 900, &[]));
    for name in ["projects.json", "events.json", "documents.json", "organisations.json"] {
        let (small, large) = (small.list(name), large.list(name));
        assert!(large.len() > small.len() && large.starts_with(&small), "{name}");
    }
}

#[test]
fn everything_that_the_format_knows_occurs() {
    let data = Folder::with("whole", 1_000, &[]).reading().dataset.unwrap();
    let all: Vec<&Project> = data.projects.values().collect();
    let some = |what: &str, holds: &dyn Fn(&Project) -> bool| {
        assert!(all.iter().any(|project| holds(project)), "no project has {what}");
    };
    let period = |project: &Project| project.period.as_ref().and_then(|dated| dated.period);
    some("a year", &|it| period(it).is_some_and(|it| it.start.is_some_and(|at| matches!(at.stated, Stated::Year(_)))));
    some("a month", &|it| {
        period(it).is_some_and(|it| it.start.is_some_and(|at| matches!(at.stated, Stated::Month(..))))
    });
    some("a day", &|it| period(it).is_some_and(|it| it.start.is_some_and(|at| matches!(at.stated, Stated::Day(_)))));
    some("about", &|it| period(it).is_some_and(|it| it.start.is_some_and(|at| at.approximate)));
    some("an open end", &|it| period(it).is_some_and(|it| it.end == End::Open));
    some("an unknown end", &|it| period(it).is_some_and(|it| it.end == End::Unknown));
    some("no start", &|it| period(it).is_some_and(|it| it.start.is_none()));
    some("words for a period", &|it| it.period.is_some() && period(it).is_none());
    some("no period", &|it| it.period.is_none());
    some("a status that its dates deny", &|it| it.standing(data.meta.as_of).disagree());
    for currency in ["EUR", "USD", "GBP", "CHF", "KZT"] {
        let money = |it: &Project| it.budget.as_ref().and_then(|budget| budget.money);
        some(currency, &|it| money(it).is_some_and(|money| money.currency.code() == currency));
    }
    for (word, precision) in Precision::TABLE {
        some(word, &|it| it.budget.as_ref().is_some_and(|budget| budget.precision == precision));
    }
    for (word, covers) in Covers::TABLE {
        some(word, &|it| it.budget.as_ref().is_some_and(|budget| budget.covers == covers));
    }
    some("a budget that cannot be read", &|it| it.budget.as_ref().is_some_and(|budget| budget.money.is_none()));
    some("a budget in parts", &|it| it.budget.as_ref().is_some_and(|budget| !budget.parts.is_empty()));
    some("shares", &|it| it.donors.len() > 1 && it.donors.iter().all(|donor| donor.share.percent.is_some()));
    some("a donor in words", &|it| it.donors.iter().any(|donor| donor.organisation.is_none()));
    some("sources that differ", &|it| it.sources.iter().any(|source| !source.states.is_empty()));
    some("a document as its source", &|it| it.sources.iter().any(|source| source.url.is_none()));
    some("another title", &|it| !it.other_titles.is_empty());
    some("a predecessor", &|it| !it.follows.is_empty());
    some("a whole", &|it| it.part_of.is_some());
    some("little more than a title", &|it| it.thin);
    some("results and target groups", &|it| it.results.is_some() && it.target_groups.is_some());
    for count in 1..=5 {
        some("so many countries", &|it| it.countries.len() == count);
    }
    for count in 0..=4 {
        some("so many types", &|it| it.types.len() == count);
    }
    for letter in ["ё", "ў", "ʻ", "ә", "ө", "ӣ", "ý"] {
        some(letter, &|it| {
            it.title.contains(letter) || it.objective.as_ref().is_some_and(|text| text.contains(letter))
        });
    }
    let titles: BTreeSet<&str> = all.iter().map(|project| project.title.as_str()).collect();
    assert!((950..1_000).contains(&titles.len()), "{} titles", titles.len());
}

#[test]
fn shares_never_exceed_the_whole() {
    let data = Folder::with("shares", 1_000, &[]).reading().dataset.unwrap();
    for project in data.projects.values() {
        let percent: u64 = project.donors.iter().filter_map(|donor| donor.share.percent).sum();
        assert!(percent == 0 || percent == 10_000, "{:?}: {percent}", project.id);
    }
}

#[test]
fn it_says_that_it_is_not_real() {
    let data = Folder::with("said", 10, &[]).reading().dataset.unwrap();
    assert!(data.meta.title.contains("not real") && data.meta.origin[0].contains("generated, not real"));
    assert_eq!(data.meta.contact, None);
}

#[test]
fn a_sample_can_be_made_of_a_sample_or_of_next_to_nothing() {
    let first = Folder::with("first", 200, &[]);
    let second = Folder::with("second", 200, &["--data", &first.0.display().to_string()]);
    assert_eq!(second.reading().problems, []);

    let bare = Folder::with("bare", 0, &[]);
    for name in FILES.iter().filter(|name| **name != "atlas.json") {
        fs::write(bare.0.join(name), "[]").unwrap();
    }
    let made = Folder::with("made", 200, &["--data", &bare.0.display().to_string()]);
    assert_eq!(made.reading().problems, []);
}

#[test]
fn what_is_not_a_sample_is_never_overwritten() {
    let folder = Folder::with("refused", 10, &[]);
    assert!(sample("20", &folder.0, &[]).is_ok(), "an earlier sample may be replaced");

    let text = sample("10", &folder.0, &["--data", &folder.0.display().to_string()]).unwrap_err();
    assert!(text.contains("is the data set that the sample is made from"), "{text}");
    let text = sample("10", Path::new("public/data"), &["--data", &folder.0.display().to_string()]).unwrap_err();
    assert!(text.contains("holds other files"), "{text}");
    assert!(sample("10", Path::new("public/data"), &[]).is_err());

    fs::write(folder.0.join("notes.txt"), "mine").unwrap();
    assert!(sample("10", &folder.0, &[]).unwrap_err().contains("holds other files"));
    assert_eq!(folder.list("projects.json").len(), 20);
}

#[test]
fn what_is_missing_or_no_number_is_said() {
    let folder = Folder::new("nowhere");
    assert!(sample("many", &folder.0, &[]).unwrap_err().contains("--projects many: write a whole number"));
    assert!(sample("10", &folder.0, &["--seed", "-1"]).unwrap_err().contains("--seed -1: write a whole number"));
    let output = Command::new(env!("CARGO_BIN_EXE_atlas")).args(["sample", "--projects", "5"]).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("--out is missing"));
    assert!(!folder.0.exists());
}
