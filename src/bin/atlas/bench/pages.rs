//! `cargo atlas bench --pages`: how fast each kind of page is there on a telephone, by Lighthouse; with a race, the list
//! also beside the race's builds of one.

use super::Race;
use crate::build::bundle;
use crate::data::default_folder;
use crate::setup::{ready, seconds};
use crate::shell;
use crate::tools::{BUILD, TEST};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Where the bundle goes; the browser tests use the same.
pub const BUNDLE: &str = "target/atlas/root";
/// So often everything is measured; the middle figure counts.
pub const ROUNDS: &str = "3";

/// Measures the pages of the bundled data.
pub fn run(home: Option<&Path>) -> Result<(), String> {
    let began = Instant::now();
    let race = home.map(|home| Race::new(home, None)).transpose()?;
    let path = match &race {
        Some(race) => race.path.clone(),
        None => ready(BUILD.iter().chain(&TEST))?,
    };
    bundle(&path, "/", &default_folder(), BUNDLE.as_ref())?;
    let mut measure = match &race {
        Some(race) => {
            println!("pages: installing the libraries of the race into {}", race.place.display());
            race.install("web")?;
            println!("pages: building the lists of the race");
            shell::run(race.node().arg("spa/build.mjs"))?;
            race.node()
        }
        None => Command::new("node"),
    };
    // A race has its own folder to work in.
    let here = std::env::current_dir().map_err(|error| error.to_string())?;
    measure.env("PATH", &path).arg(here.join("tests/race/pages.run.mjs")).arg(here.join(BUNDLE)).arg(ROUNDS).args(home);
    shell::run(&mut measure)?;
    println!("all steps: {}", seconds(began));
    Ok(())
}
