//! `cargo atlas serve`: the site on this machine, built anew on every change.

use crate::build::refuse_errors;
use crate::data::default_folder;
use crate::options::Options;
use crate::setup::ready;
use crate::shell;
use crate::tools::BUILD;
use std::path::Path;
use std::process::Command;

/// Serves until interrupted.
pub fn run(options: Options) -> Result<(), String> {
    let data = options.folder("--data").unwrap_or_else(default_folder);
    let port = options.value("--port").unwrap_or("8080");
    refuse_errors(&data)?;
    let path = ready(&BUILD)?;
    let data = std::path::absolute(data).map_err(|error| error.to_string())?;
    println!("building; then the site is at http://127.0.0.1:{port}/ until you press Ctrl+C");
    let mut command = Command::new("trunk");
    // A folder of its own: the release bundle in dist stays what it is.
    command.args(["serve", "--port", port, "--dist", "target/atlas/serve"]);
    // Trunk.toml names the project's own folders; naming one here replaces them, so all are named.
    for folder in ["Cargo.toml", "src", "style", "public"].map(Path::new).into_iter().chain([data.as_path()]) {
        command.arg("--watch").arg(folder);
    }
    shell::run(command.env("PATH", path).env("ATLAS_DATA", data).env("NO_COLOR", "true"))
}
