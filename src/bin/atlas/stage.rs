//! `cargo atlas stage`: the release bundle on a host of some kind, while something fails, to be looked at by hand.

use crate::build::bundle;
use crate::data::default_folder;
use crate::options::Options;
use crate::setup::ready;
use crate::shell;
use crate::tools::BUILD;
use std::path::Path;
use std::process::Command;

/// The bundle that the tests look at as well.
const BUNDLE: &str = "target/atlas/root";

/// Serves until interrupted; without a failure, lists those that there are. The failures and hosts are the tests' own.
pub fn run(options: Options) -> Result<(), String> {
    let failure = options.argument();
    if failure.is_some() && !Path::new(BUNDLE).join("index.html").is_file() {
        bundle(&ready(&BUILD)?, "/", &default_folder(), BUNDLE.as_ref())?;
    }
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--features", "browser", "--example", "stage", "--", failure.unwrap_or_default()]);
    command.arg(options.value("--host").unwrap_or_default()).arg(options.value("--port").unwrap_or("8090"));
    shell::run(&mut command)
}
