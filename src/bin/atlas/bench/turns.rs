//! `cargo atlas bench --turns`: how fast the list of projects answers a click and a key, and how free the page is while
//! it starts.

use super::pages::{BUNDLE, ROUNDS};
use crate::build::bundle;
use crate::data::default_folder;
use crate::setup::{ready, seconds};
use crate::shell;
use crate::tools::{BUILD, TEST};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// Where the bundle of other data goes; the tests use the same.
const OTHER: &str = "target/atlas/other";

/// Measures the list of a data set, the bundled one by default, while it is clicked and typed into.
pub fn run(data: Option<PathBuf>) -> Result<(), String> {
    let began = Instant::now();
    let path = ready(BUILD.iter().chain(&TEST))?;
    let out = if data.is_some() { OTHER } else { BUNDLE };
    bundle(&path, "/", &data.unwrap_or_else(default_folder), out.as_ref())?;
    let mut measure = Command::new("node");
    shell::run(measure.env("PATH", &path).args(["tests/race/turns.run.mjs", out, ROUNDS]))?;
    println!("all steps: {}", seconds(began));
    Ok(())
}
