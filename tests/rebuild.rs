//! Builds from outside. One that is interrupted, at any step, leaves the bundle before it whole and nothing else behind. A
//! second build of the same files gives the same bytes: in another folder, with another folder for what cargo makes, at
//! another time of another day.
//!
//! The home of cargo stays the same: a macro of Leptos (`version_stamp` of wasm_split_macros) makes the name of one export
//! of the client from the folder of its package, which no flag changes.
//!
//! The latter is a build from nothing, so it takes minutes and some two gigabytes in the folder for temporary files.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]
// Groups of programs are ended where there are such.
#![cfg(unix)]

mod trunk;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io};
use trunk::{Program, Room};

/// The bundle that `cargo atlas test` has built before this.
const FIRST: &str = "target/atlas/root";
/// Where the second is kept when it differs.
const SECOND: &str = "target/atlas/second";
/// What is not of the project, at its top level (as in `.gitignore`).
const NOT_COPIED: [&str; 3] = ["target", "dist", ".git"];

#[test]
fn a_second_build_elsewhere_gives_the_same_bytes() {
    let first = Path::new(FIRST);
    is_built(first);
    let room = Room::new("second");
    let (project, second) = (room.0.join("project"), room.0.join("site"));
    copy(Path::new("."), &project, &|name| !NOT_COPIED.contains(&name) && !name.starts_with(".dist."));
    let began = Instant::now();
    say(&format!("building a second time, from nothing, in {}: some minutes …", room.0.display()));
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas"));
    command.arg("build").arg("--out").arg(&second).current_dir(&project);
    // It goes to the folder that is named here.
    command.env("CARGO_MANIFEST_DIR", &project).env("CARGO_TARGET_DIR", room.0.join("made"));
    // The place where days begin first, far from the machine's own.
    command.env("TZ", "Pacific/Kiritimati");
    assert!(command.status().unwrap().success(), "the second build failed, for the reason above");
    say(&format!("built a second time in {} s", began.elapsed().as_secs()));
    if let Some(what) = difference(&files(first), &files(&second)) {
        // To be looked at.
        let _ = fs::remove_dir_all(SECOND);
        copy(&second, Path::new(SECOND), &|_| true);
        panic!("two builds of the same files differ in {what} ({SECOND} is the second)");
    }
}

#[test]
fn a_build_that_is_interrupted_leaves_the_bundle_before_it_whole() {
    let first = Path::new(FIRST);
    is_built(first);
    let room = Room::new("interrupted");
    let (site, tools) = (room.0.join("site"), room.0.join("tools"));
    let out = site.join("dist");
    copy(first, &out, &|_| true);
    let before = files(&out);
    let (usual, quick) = (env::var_os("PATH").unwrap_or_default(), trunk::on_path(first, Program::Same, &tools));
    // Ctrl+C while Trunk itself is at work, and the system's own way while the pages are written.
    for (signal, path, begun) in [("INT", &usual, ".dist.new"), ("TERM", &quick, ".dist.new/projects")] {
        let Output { status, stderr, .. } = interrupted(&out, path, &site.join(begun), signal);
        let said = String::from_utf8_lossy(&stderr);
        assert_eq!(status.code(), Some(130), "{signal}: {status}, {said}");
        let sentence = format!("the build was interrupted; nothing in {} has changed", out.display());
        assert_eq!(said.matches(&sentence).count(), 1, "{signal}: {said}");
        assert!(said.trim_end().ends_with(&sentence) && !said.contains("for the reason above"), "{signal}: {said}");
        assert_eq!(difference(&before, &files(&out)), None, "{signal}: the bundle before it");
        assert_eq!(names(&site), ["dist"], "{signal}: nothing else is left");
    }
    // The next one comes to its end.
    let done = build(&out, &quick).status().unwrap();
    assert!(done.success(), "{done}");
    assert_eq!(names(&site), ["dist"]);
    let listed: serde_json::Value = serde_json::from_slice(&fs::read(out.join("inventory.json")).unwrap()).unwrap();
    let listed = listed["files"].as_array().unwrap();
    let after = files(&out);
    assert_eq!(listed.len() + 1, after.len(), "all files but the inventory itself");
    for file in listed {
        let path = file["path"].as_str().unwrap();
        assert_eq!(file["size"], after[path].len(), "{path}");
    }
}

/// A build of the bundled data.
fn build(out: &Path, path: &OsStr) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_atlas"));
    command.arg("build").arg("--out").arg(out).env("PATH", path).stdin(Stdio::null()).stdout(Stdio::null());
    command
}

/// What a build says that is sent a signal, it alone, once it has made `begun`.
fn interrupted(out: &Path, path: &OsStr, begun: &Path, signal: &str) -> Output {
    let mut process = build(out, path).stderr(Stdio::piped()).spawn().unwrap();
    let began = Instant::now();
    while fs::read_dir(begun).is_ok_and(|mut entries| entries.next().is_none()) || !begun.is_dir() {
        if process.try_wait().unwrap().is_some() {
            let said = process.wait_with_output().unwrap().stderr;
            panic!("it ended before {} was there: {}", begun.display(), String::from_utf8_lossy(&said));
        }
        assert!(began.elapsed() < Duration::from_secs(120), "{} does not come", begun.display());
        std::thread::sleep(Duration::from_millis(20));
    }
    let sent = Instant::now();
    let kill = Command::new("kill").args([&format!("-{signal}"), &process.id().to_string()]).status().unwrap();
    assert!(kill.success());
    // Until nobody has its end of the pipe any more, neither Trunk nor what Trunk has called.
    let output = process.wait_with_output().unwrap();
    assert!(sent.elapsed() < Duration::from_secs(10), "{signal}: it took {:?} to end", sent.elapsed());
    output
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn is_built(bundle: &Path) {
    assert!(bundle.join("inventory.json").is_file(), "{} is not built: run `cargo atlas test`", bundle.display());
}

#[test]
fn the_foremost_difference_is_named() {
    let bundle = |files: &[(&str, &str)]| -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_owned())).collect()
    };
    let one = bundle(&[
        ("a/b-00112233445566.wasm", "panicked at /home/one/code.rs:1"),
        ("index.html", "b-00112233445566.wasm"),
        ("style.css", ""),
    ]);
    assert_eq!(difference(&one, &one), None);
    let two = bundle(&[
        ("a/b-aabbccddeeff00.wasm", "panicked at /home/two/code.rs:1"),
        ("index.html", "b-aabbccddeeff00.wasm"),
        ("style.css", ""),
    ]);
    let said = difference(&one, &two).unwrap();
    assert!(said.starts_with("3 files, foremost a/b-.wasm at byte 18: "), "{said}");
    assert!(said.contains("home/one") && said.contains("home/two"), "{said}");
    let mut more = one.clone();
    more.insert("more".to_owned(), Vec::new());
    assert_eq!(difference(&one, &more).unwrap(), "1 files, foremost more, which is in one of them only");
}

/// The files of a bundle by their paths.
type Files = BTreeMap<String, Vec<u8>>;

/// What differs between two bundles, byte by byte: how many files, and in one of them the first place. As pages name the
/// other files by their contents, what they name comes before them.
fn difference(one: &Files, other: &Files) -> Option<String> {
    let names: BTreeSet<&String> =
        one.keys().chain(other.keys()).filter(|name| one.get(*name) != other.get(*name)).collect();
    let rank = |name: &&&String| [".wasm", ".js"].iter().position(|ending| name.ends_with(ending)).unwrap_or(2);
    let foremost = plain(names.iter().min_by_key(rank)?);
    let of = |files: &Files| files.iter().find(|(name, _)| plain(name) == foremost).map(|(_, bytes)| bytes.clone());
    let place = match (of(one), of(other)) {
        (Some(a), Some(b)) => {
            let at = a.iter().zip(&b).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
            format!(" at byte {at}: {:?} and {:?}", around(&a, at), around(&b, at))
        }
        _ => ", which is in one of them only".to_owned(),
    };
    Some(format!("{} files, foremost {foremost}{place}", names.len()))
}

/// A path without the hashes of contents in it.
fn plain(path: &str) -> String {
    let without = |part: &str| {
        let digits = part.chars().take_while(char::is_ascii_hexdigit).count();
        part[if digits < 12 { 0 } else { digits }..].to_owned()
    };
    path.split('-').map(without).collect::<Vec<_>>().join("-")
}

/// The text about a place.
fn around(bytes: &[u8], at: usize) -> String {
    let part = &bytes[at.saturating_sub(40)..(at + 80).min(bytes.len())];
    String::from_utf8_lossy(part).into_owned()
}

/// Every file of a folder by its path in it.
fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Copies a folder; of its top level, what is `wanted`.
fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if !wanted(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target, &|_| true);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Says how far it is, past what the harness keeps back of tests that pass.
fn say(text: &str) {
    use io::Write as _;
    io::stdout().write_all(format!("\n{text}\n").as_bytes()).unwrap();
}
