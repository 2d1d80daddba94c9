//! `cargo atlas test`: every test of the project, in the order of how soon they tell.

use crate::build::bundle;
use crate::data::default_folder;
use crate::options::Options;
use crate::setup::{ready, seconds};
use crate::shell;
use crate::tools::{BUILD, TEST, axe};
use std::ffi::OsStr;
use std::process::Command;
use std::time::Instant;

/// The sets of tests: a name, and what cargo is told.
const SETS: [(&str, &[&str]); 9] = [
    ("rules, data, tools, and odd inputs through every parser", &[]),
    ("licences, sources, versions and advisories of all packages", &["--features", "tools", "--test", "dependencies"]),
    ("the engine against its oracle", &["--package", "atlas-engine"]),
    ("drawings of random entries", &["--package", "atlas-drawing"]),
    ("files that leave the site, and hostile texts in them", &["--package", "atlas-sheet", "--features", "export"]),
    (
        "pages rendered natively, and what is shared",
        &["--features", "ssr", "--bin", "prerender", "--test", "pages", "--test", "golden"],
    ),
    ("hostile texts on every page", &["--features", "ssr", "--test", "hostile"]),
    ("the release bundle in Chromium and Firefox", &["--features", "browser", "--test", "browser"]),
    (REBUILD, &["--features", "tools", "--test", "rebuild"]),
];
const REBUILD: &str = "a second build elsewhere, byte by byte";

/// Where the bundles for the browser tests go: at the root, below a path, and two levels down.
const BUNDLES: [(&str, &str); 3] =
    [("/", "target/atlas/root"), ("/portal/", "target/atlas/portal"), ("/a/b/", "target/atlas/deep")];

/// Where the bundle of other data goes.
const OTHER: &str = "target/atlas/other";
/// The tests in the browser that hold of every data set: what the list answers to every interaction.
const OF_ANY_DATA: &str = "interactions::";

/// Runs all; its last line is the count of tests run, passed and failed. With other data, what holds of every data set; with
/// a name, those in the browser that have it.
pub fn run(options: Options) -> Result<(), String> {
    let began = Instant::now();
    let path = ready(BUILD.iter().chain(&TEST))?;
    if let Some(data) = options.folder("--data") {
        bundle(&path, "/", &data, OTHER.as_ref())?;
        let mut command = in_browser(&path, OF_ANY_DATA);
        return run_alone(command.env("ATLAS_TEST_DATA", &data).env("ATLAS_TEST_SITE", OTHER));
    }
    if let Some(name) = options.value("--only") {
        for (url, out) in BUNDLES {
            bundle(&path, url, &default_folder(), out.as_ref())?;
        }
        return run_alone(&mut in_browser(&path, name));
    }
    let mut count = Count::default();
    let mut broken = Vec::new();
    for (index, (name, arguments)) in SETS.into_iter().enumerate() {
        if name == REBUILD && options.has("--without-rebuild") {
            count.passed_over.push(format!("{name}, as asked"));
            continue;
        }
        println!("\ntests, step {} of {}: {name}", index + 1, SETS.len());
        let step = Instant::now();
        if arguments.contains(&"browser") {
            for (url, out) in BUNDLES {
                if let Err(why) = bundle(&path, url, &default_folder(), out.as_ref()) {
                    broken.push(format!("the bundle for {url}: {why}"));
                }
            }
        }
        let mut command = Command::new("cargo");
        command.args(["test", "--locked", "--no-fail-fast"]).args(arguments).env("PATH", &path).env("ATLAS_AXE", axe());
        if !shell::run_watched(&mut command, |line| count.see(line))? {
            broken.push(name.to_owned());
        }
        println!("tests, step {} of {}: {}", index + 1, SETS.len(), seconds(step));
    }
    println!("\nall steps: {}", seconds(began));
    for name in &count.passed_over {
        println!("passed over: {name}");
    }
    for name in &broken {
        println!("failed: {name}");
    }
    println!("{} tests run, {} passed, {} failed", count.passed + count.failed, count.passed, count.failed);
    // A set that did not even compile counts no test; it must fail all the same.
    if broken.is_empty() && count.failed == 0 { Ok(()) } else { Err(String::new()) }
}

/// The tests in the browser whose name holds a word.
fn in_browser(path: &OsStr, name: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(["test", "--locked", "--no-fail-fast", "--features", "browser", "--test", "browser", "--", name]);
    command.env("PATH", path).env("ATLAS_AXE", axe());
    command
}

/// Runs some tests and no others. A name that no test has is a slip of the hand: nothing has been tested.
fn run_alone(command: &mut Command) -> Result<(), String> {
    let mut count = Count::default();
    let passed = shell::run_watched(command, |line| count.see(line))?;
    println!("{} tests run, {} passed, {} failed", count.passed + count.failed, count.passed, count.failed);
    if passed && count.passed > 0 { Ok(()) } else { Err(String::new()) }
}

/// What the test programs have counted.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
    /// What could not be tested here, and why.
    passed_over: Vec<String>,
}

impl Count {
    /// Adds a line such as `test result: ok. 27 passed; 0 failed; 0 ignored; …` or `passed over: …`.
    fn see(&mut self, line: &str) {
        self.passed_over.extend(line.strip_prefix("passed over: ").map(str::to_owned));
        let Some(rest) = line.strip_prefix("test result: ") else { return };
        let before = |word: &str| {
            let part = rest.split(['.', ';']).map(str::trim).find(|part| part.ends_with(word))?;
            part.split(' ').next()?.parse().ok()
        };
        self.passed += before("passed").unwrap_or(0);
        self.failed += before("failed").unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_added_up() {
        let mut count = Count::default();
        count.see("test result: ok. 27 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s");
        count.see("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s");
        count.see("test something ... ok");
        count.see("passed over: one, because of another");
        let passed_over = vec!["one, because of another".to_owned()];
        assert_eq!(count, Count { passed: 30, failed: 2, passed_over });
    }
}
