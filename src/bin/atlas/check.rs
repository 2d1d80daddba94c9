//! `cargo atlas check`: every problem of a data set, with its place and its cure.

use crate::data::{default_folder, errors, read_folder};
use crate::options::Options;
use atlas::domain::problem::Problem;
use atlas::domain::read::Reading;
use serde_json::json;

/// Prints all problems; an error when there is one.
pub fn run(options: Options) -> Result<(), String> {
    let folder = options.argument_folder().unwrap_or_else(default_folder);
    let reading = read_folder(&folder)?;
    if options.has("--json") {
        print_json(&reading);
    } else {
        print_text(&reading);
    }
    let count: usize = reading.problems.iter().map(Problem::count).sum();
    match (count, options.has("--json")) {
        (0, _) => Ok(()),
        (_, true) => Err(String::new()),
        (_, false) => {
            let errors = errors(&reading.problems);
            Err(format!("{}: {errors} errors, {} warnings", folder.display(), count - errors))
        }
    }
}

fn print_text(reading: &Reading) {
    for problem in &reading.problems {
        println!("{problem}");
    }
    if let (Some(data), []) = (&reading.dataset, reading.problems.as_slice()) {
        println!(
            "sound: {} projects, {} events, {} documents, {} organisations, {} types, {} countries, {} envelopes",
            data.projects.len(),
            data.events.len(),
            data.documents.len(),
            data.organisations.len(),
            data.types.len(),
            data.countries.len(),
            data.envelopes.len(),
        );
    }
}

fn print_json(reading: &Reading) {
    let problems: Vec<_> = reading
        .problems
        .iter()
        .map(|problem| {
            json!({
                "severity": if problem.fault.is_warning() { "warning" } else { "error" },
                "file": problem.file,
                "line": problem.line,
                "path": problem.path,
                "record": problem.record,
                "what": problem.fault.what(),
                "cure": problem.fault.cure(),
            })
        })
        .collect();
    println!("{:#}", json!({ "problems": problems }));
}
