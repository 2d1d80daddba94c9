//! `cargo atlas check` and `cargo atlas build` on data sets that are wrong: every fault is printed with its place and its
//! cure, and nothing is built.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A copy of the fixture data set, removed at the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("atlas-check-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for entry in fs::read_dir("tests/fixtures/data").unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
        Self(folder)
    }

    /// Replaces a text that must be there.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn atlas(command: &str, folder: &Path, more: &[&str]) -> (Output, String) {
    let mut call = Command::new(env!("CARGO_BIN_EXE_atlas"));
    call.arg(command);
    if command == "build" {
        call.arg("--data");
    }
    let output = call.arg(folder).args(more).output().unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output, text)
}

#[test]
fn a_sound_data_set_has_no_problem() {
    let (output, text) = atlas("check", Path::new("public/data"), &[]);
    assert!(output.status.success(), "{text}");
    assert!(text.starts_with("sound: ") && text.lines().count() == 1, "{text}");
}

#[test]
fn an_emblem_must_be_there() {
    let copy = Copy::new("emblem");
    copy.edit("atlas.json", "{", r#"{"visibility": {"emblem": "eu.svg", "statement": "Funded by X"},"#);
    let (output, text) = atlas("check", &copy.0, &[]);
    assert!(!output.status.success());
    assert!(text.contains("atlas.json visibility.emblem: there is no file \"eu.svg\" beside atlas.json"), "{text}");
    fs::write(copy.0.join("eu.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
    let (output, text) = atlas("check", &copy.0, &[]);
    assert!(output.status.success(), "{text}");
}

#[test]
fn every_fault_is_printed_with_place_and_cure() {
    let copy = Copy::new("faults");
    copy.edit("projects.json", "\"edtf\": \"2014-07/2017-07\"", "\"edtf\": \"2014-07/2017-13\"");
    copy.edit("projects.json", "\"kazakhstan\"", "\"kazakstan\"");
    let organisations = fs::read_to_string(copy.0.join("organisations.json")).unwrap();
    let second = organisations.match_indices("\"id\": \"").nth(1).unwrap().0;
    let first_id = organisations.split("\"id\": \"").nth(1).unwrap().split('"').next().unwrap();
    let second_id = organisations[second..].split('"').nth(3).unwrap();
    copy.edit("organisations.json", &format!("\"id\": \"{second_id}\""), &format!("\"id\": \"{first_id}\""));
    let events = fs::read_to_string(copy.0.join("events.json")).unwrap();
    fs::write(copy.0.join("events.json"), &events[..events.len() - 40]).unwrap();

    let (output, text) = atlas("check", &copy.0, &[]);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for (file, path, what, cure) in [
        ("projects.json:", "[0].period.edtf", "is not a period", "write start/end"),
        ("projects.json:", "[0].countries[0]", "no country has the id \"kazakstan\"", "did you mean \"kazakhstan\"?"),
        ("organisations.json:", "[1].id", "is used by an earlier record", "give one of the two another id"),
        ("events.json:", "", "ends in the middle of a record", "restore the end of the file"),
    ] {
        let line = text.lines().find(|line| line.starts_with(file) && line.contains(path) && line.contains(what));
        let line = line.unwrap_or_else(|| panic!("{file} {path} {what} is not in:\n{text}"));
        assert!(line.contains("Cure: ") && line.contains(cure), "{line}");
        let number = line[file.len()..].split([' ', ':']).next().unwrap();
        assert!(number.parse::<usize>().unwrap() > 0, "{line}");
    }

    let (output, json) = atlas("check", &copy.0, &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["problems"].as_array().unwrap().len(), text.lines().count() - 1);
    assert!(json["problems"][0]["cure"].is_string());
}

#[test]
fn warnings_are_told_apart_from_errors() {
    let copy = Copy::new("warnings");
    copy.edit("types.json", "\"name\"", "\"nmae\": \"x\", \"name\"");
    let (output, text) = atlas("check", &copy.0, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("warning: there is no field \"nmae\" here. Cure: did you mean \"name\"?"), "{text}");
    assert!(text.contains("0 errors, 1 warnings"), "{text}");
}

#[test]
fn a_data_set_with_errors_is_not_built() {
    let copy = Copy::new("refused");
    copy.edit("projects.json", "\"title\"", "\"tilte\"");
    let out = copy.0.join("out");
    let (output, text) = atlas("build", &copy.0, &["--out", &out.display().to_string()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("nothing was built"), "{text}");
    assert!(!out.exists());
}

#[test]
fn what_is_not_understood_is_said_with_the_usage() {
    let (output, text) = atlas("check", Path::new("public/data"), &["--jason"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text.contains("\"--jason\" is not understood") && text.contains("cargo atlas check [DIR] [--json]"),
        "{text}"
    );
    let (output, text) = atlas("check", Path::new("no/such/folder"), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text.contains("is not a folder"), "{text}");
}
