//! `cargo atlas bench`: how fast the engine is, against a plain search natively, or against libraries in a browser; and
//! how fast pages are there.

mod pages;
mod turns;

use crate::cache::cache;
use crate::options::Options;
use crate::setup::{ready, seconds};
use crate::shell;
use crate::tools::{BUILD, TEST};
use serde_json::{Map, Value};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Above so many records not all libraries can load their index.
const MANY: u32 = 500_000;
/// The results of one call, in `results/`.
const RESULTS: &str = "search.json";
/// The same for timelines.
const TIMELINES: &str = "timelines-atlas.json";
/// How many entries timelines are raced with; the records of the largest number are those of the lists too.
const ENTRIES: [u32; 3] = [100, 1000, 10_000];

/// Times the engine.
pub fn run(options: Options) -> Result<(), String> {
    match options.folder("--race") {
        home if options.has("--pages") => pages::run(home.as_deref()),
        _ if options.has("--turns") => turns::run(options.folder("--data")),
        Some(folder) => race(&folder, options.value("--n"), options.value("--seed")),
        None => shell::run(
            Command::new("cargo").args(["run", "--quiet", "--locked", "--release", "-p", "atlas-engine"]).args([
                "--example",
                "bench",
                "--",
                options.value("--n").unwrap_or("321,10000,100000"),
                options.value("--seed").unwrap_or("1"),
            ]),
        ),
    }
}

/// Where a race takes place and what it needs there.
struct Race {
    /// The folder with the race's own programs.
    home: PathBuf,
    /// Where it keeps its data.
    place: PathBuf,
    path: OsString,
    seed: Option<String>,
}

/// Runs the race of another folder with the engine as one more contestant.
fn race(home: &Path, sizes: Option<&str>, seed: Option<&str>) -> Result<(), String> {
    let began = Instant::now();
    let number = |text: &str| text.trim().parse::<u32>().map_err(|_| format!("\"{text}\" is not a number of records"));
    let sizes: Vec<u32> = sizes.unwrap_or("321,10000,100000").split(',').map(number).collect::<Result<_, _>>()?;
    let race = Race::new(home, seed)?;
    let steps = 3 + sizes.len();
    println!("race, step 1 of {steps}: installing the libraries into {}", race.place.display());
    race.install("core")?;
    println!("race, step 2 of {steps}: making the records");
    let mut make = race.node();
    let mut made = sizes.clone();
    made.extend(ENTRIES.iter().max().filter(|most| !sizes.contains(most)));
    shell::run(make.arg("gen.mjs").args(made.iter().map(u32::to_string)))?;
    let mut table = Vec::new();
    for (index, size) in sizes.iter().enumerate() {
        println!("race, step {} of {steps}: {size} records", index + 3);
        table.extend(race.run(*size)?);
    }
    println!("race, step {steps} of {steps}: timelines");
    table.extend(race.timelines()?);
    println!("\nall steps: {}\n", seconds(began));
    for [what, figure, goal] in table {
        println!("{what:<52} {figure:<34} {goal}");
    }
    Ok(())
}

impl Race {
    fn new(home: &Path, seed: Option<&str>) -> Result<Self, String> {
        let place = cache().join(seed.map_or("race".into(), |seed| format!("race-{seed}")));
        let path = ready(BUILD.iter().chain(&TEST))?;
        Ok(Self { home: home.to_owned(), place, path, seed: seed.map(str::to_owned) })
    }

    /// A node of the race, which can do with much memory.
    fn node(&self) -> Command {
        let mut command = Command::new("node");
        command.arg("--max-old-space-size=12000").current_dir(&self.home).env("PATH", &self.path);
        command.env("BENCH_TMP", &self.place).env("RACE_RESULTS", self.place.join("results"));
        let here = std::env::current_dir().unwrap_or_default();
        command.env("RACE_CONTESTANTS", here.join("tests/race"));
        command.envs(self.seed.iter().map(|seed| ("RACE_SEED", seed)));
        let programs = std::env::split_paths(&self.path);
        let browsers =
            programs.flat_map(|folder| ["chromium", "chromium-browser", "google-chrome"].map(|it| folder.join(it)));
        command.envs(browsers.into_iter().find(|program| program.is_file()).map(|program| ("CHROME", program)));
        command
    }

    /// A set of libraries at the versions that the race names.
    fn install(&self, set: &str) -> Result<(), String> {
        let folder = self.place.join(set);
        let wanted = self.home.join(format!("deps/{set}.json"));
        let known = folder.join("package.json");
        let text = fs::read_to_string(&wanted).map_err(|error| format!("{}: {error}", wanted.display()))?;
        if folder.join("node_modules").is_dir() && fs::read_to_string(&known).is_ok_and(|known| known == text) {
            return Ok(());
        }
        fs::create_dir_all(&folder).and_then(|()| fs::write(&known, text)).map_err(|error| error.to_string())?;
        let mut npm = Command::new("npm");
        npm.args(["install", "--legacy-peer-deps", "--no-audit", "--no-fund"]).current_dir(&folder);
        shell::run_quietly(npm.env("PATH", &self.path))
    }

    /// One call with all contestants; the rows of the table.
    fn run(&self, size: u32) -> Result<Vec<[String; 3]>, String> {
        let all = ["atlas", "bitset", "crossfilter", "flexsearch", "naive"];
        let contestants: Vec<&str> = all.into_iter().filter(|name| size < MANY || *name != "flexsearch").collect();
        let mut command = self.node();
        // Those without files of their own leave `restore` out.
        command.args(["search.mjs", "--mode=init,restore", "--loadcap=330", "--passcap=60"]);
        command.arg(format!("--n={size}")).arg(format!("--only={}", contestants.join(",")));
        command.arg(if size < 50_000 { "--passes=5" } else { "--passes=3" });
        shell::run(&mut command)?;
        let file = self.place.join("results").join(RESULTS);
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let results: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let of = |name: &str, mode: &str| results.get(format!("{name}/{size}/{mode}")).cloned().unwrap_or_default();
        let libraries: Vec<(&str, Value)> = contestants.iter().skip(2).map(|name| (*name, of(name, "init"))).collect();
        Ok(rows(size, &of("atlas", "restore"), &of("bitset", "init"), &libraries))
    }
}

impl Race {
    /// The race of timelines; the rows of the table.
    fn timelines(&self) -> Result<Vec<[String; 3]>, String> {
        let mut command = self.node();
        let here = std::env::current_dir().unwrap_or_default();
        command.arg(here.join("tests/race/timeline.run.mjs")).arg(".");
        shell::run(command.arg(ENTRIES.map(|entries| entries.to_string()).join(",")))?;
        let file = self.place.join("results").join(TIMELINES);
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let results: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        Ok(ENTRIES.into_iter().flat_map(|entries| timeline_rows(entries, &results)).collect())
    }
}

/// The figures of a timeline of one size against the culled canvas, each with its goal.
fn timeline_rows(entries: u32, results: &Value) -> [[String; 3]; 2] {
    [("first picture", "initial", 0.4), ("picture of a move", "frame", 1.5)].map(|(name, key, wanted)| {
        let of = |who: &str| {
            let result = results.get(format!("{who}/{entries}")).cloned().unwrap_or_default();
            figure(&result, &format!("/{key}"))
        };
        let (own, other) = (of("atlas"), of("culled Canvas"));
        let met = if entries < 10_000 { String::new() } else { goal(own / other, wanted) };
        let ratio = format!("{own:.2} ms, {:.2} of a culled canvas's", own / other);
        [format!("{entries} entries: {name}"), ratio, met]
    })
}

/// The figures of one size, each with its goal.
fn rows(size: u32, atlas: &Value, bitset: &Value, libraries: &[(&str, Value)]) -> Vec<[String; 3]> {
    let within = if size < 1000 {
        2.0
    } else if size < 50_000 {
        0.67
    } else {
        0.4
    };
    let mut rows = Vec::new();
    for (name, quantile) in [("median", 0.5), ("95th percentile", 0.95)] {
        let (own, other) = in_common(atlas, bitset, quantile);
        let figure = format!("{own:.3} ms, {:.2} of bitset's", own / other);
        rows.push([format!("{size} records: {name} of an answer"), figure, goal(own / other, within)]);
    }
    // The better the library, the smaller the ratio.
    let ratio = |library: &Value| {
        let (own, other) = in_common(atlas, library, 0.5);
        other / own
    };
    let best = libraries.iter().filter(|(name, it)| *name != "naive" && ratio(it).is_finite());
    if let Some((name, library)) = best.min_by(|(_, a), (_, b)| ratio(a).total_cmp(&ratio(b))) {
        let wanted = if size < 1000 {
            0.0
        } else if size < 50_000 {
            10.0
        } else {
            100.0
        };
        let met = if wanted == 0.0 { String::new() } else { goal(-ratio(library), -wanted) };
        rows.push([format!("{size} records: the best library"), format!("{name} takes {:.0} ×", ratio(library)), met]);
    }
    let ready = figure(atlas, "/loadInfo/initMs");
    let wanted = [(1000, 5.0), (50_000, 25.0), (500_000, 60.0)].into_iter().find(|(below, _)| size < *below);
    let met = wanted.map_or(String::new(), |(_, wanted)| goal(ready, wanted));
    rows.push([format!("{size} records: ready from bytes"), format!("{ready:.0} ms"), met]);
    let memory = |it: &Value| {
        ["/mem/jsHeap", "/mem/backing", "/mem/own/wasm"].map(|part| figure(it, part)).iter().sum::<f64>() / 1e6
    };
    let wanted = if (50_000..500_000).contains(&size) { 25.0 } else { memory(bitset) };
    let met = if size < 1000 { String::new() } else { goal(memory(atlas), wanted) };
    rows.push([
        format!("{size} records: memory after loading"),
        format!("{:.1} MB (bitset: {:.1} MB)", memory(atlas), memory(bitset)),
        met,
    ]);
    let wrong = atlas.get("mismatch").and_then(Value::as_object).cloned().unwrap_or_default();
    let error = atlas.get("error").and_then(Value::as_str).unwrap_or_default();
    let right = wrong.is_empty() && error.is_empty() && atlas.get("stepsDone").is_some();
    let figure = if right { "all equal".into() } else { format!("{error}{}", Value::Object(Map::from_iter(wrong))) };
    rows.push([format!("{size} records: answers"), figure, if right { "met".into() } else { "missed".into() }]);
    rows
}

/// The quantile of the steps that both ran, of each.
fn in_common(one: &Value, other: &Value, quantile: f64) -> (f64, f64) {
    let steps = |of: &Value| -> Vec<f64> {
        of.get("steps").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_f64).collect()
    };
    let (one, other) = (steps(one), steps(other));
    let count = one.len().min(other.len());
    let of = |mut steps: Vec<f64>| {
        steps.truncate(count);
        steps.sort_by(f64::total_cmp);
        let at = (quantile * count as f64).ceil() as usize;
        steps.get(at.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    };
    (of(one), of(other))
}

fn figure(of: &Value, place: &str) -> f64 {
    of.pointer(place).and_then(Value::as_f64).unwrap_or_default()
}

/// Whether a figure is at most what it should be.
fn goal(figure: f64, wanted: f64) -> String {
    match figure <= wanted {
        true => format!("met (goal {})", wanted.abs()),
        false => format!("missed by {:.0} % (goal {})", (figure / wanted - 1.0).abs() * 100.0, wanted.abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_timeline_is_told_against_a_canvas() {
        let results = json!({
            "atlas/10000": {"initial": 40.0, "frame": 3.0}, "culled Canvas/10000": {"initial": 100.0, "frame": 1.0},
        });
        let [first, frame] = timeline_rows(10_000, &results);
        assert_eq!(first[1..], ["40.00 ms, 0.40 of a culled canvas's".to_owned(), "met (goal 0.4)".to_owned()]);
        assert_eq!(frame[1..], ["3.00 ms, 3.00 of a culled canvas's", "missed by 100 % (goal 1.5)"]);
    }

    #[test]
    fn figures_are_told_with_their_goals() {
        let result = |steps: &[f64]| json!({"steps": steps, "stepsDone": steps.len(), "mismatch": {}, "loadInfo": {"initMs": 20.0}});
        let (atlas, bitset) = (result(&[1.0, 2.0, 3.0]), result(&[2.0, 4.0, 6.0]));
        // A library that was slow ran the first step only.
        let libraries = [("slow", result(&[50.0])), ("slower", result(&[500.0, 1.0]))];
        let rows = rows(10_000, &atlas, &bitset, &libraries);
        assert_eq!(rows[0][1..], ["2.000 ms, 0.50 of bitset's", "met (goal 0.67)"]);
        assert_eq!(rows[2][1..], ["slower takes 1 ×".to_owned(), goal(-1.0, -10.0)]);
        assert_eq!(rows[3][1..], ["20 ms", "met (goal 25)"]);
        assert_eq!(rows[5][1], "all equal");
        assert_eq!(goal(3.0, 2.0), "missed by 50 % (goal 2)");
    }
}
