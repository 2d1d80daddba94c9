//! Runs other programs.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The program's first line of output, when it runs and succeeds.
pub fn first_line(program: impl AsRef<Path>, arguments: &[&str]) -> Option<String> {
    Some(lines(program, arguments)?.into_iter().next().unwrap_or_default())
}

/// The program's lines of output, when it runs and succeeds.
pub fn lines(program: impl AsRef<Path>, arguments: &[&str]) -> Option<Vec<String>> {
    let output = Command::new(program.as_ref()).args(arguments).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.lines().map(|line| line.trim().to_owned()).collect())
}

/// Where the path variable finds a program.
pub fn on_path(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Runs a program to its end with its output on the terminal.
pub fn run(command: &mut Command) -> Result<(), String> {
    let name = name(command);
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} failed ({status})")) }
}

/// Runs a program to its end without its output, which is told only when it fails: its last lines.
pub fn run_quietly(command: &mut Command) -> Result<(), String> {
    let name = name(command);
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    Err(format!("{name} failed: {}", lines[lines.len().saturating_sub(4)..].join(" / ")))
}

/// Runs a program to its end; its standard output goes to the terminal and, line by line, to `see`.
pub fn run_watched(command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool, String> {
    let name = name(command);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{name}: {error}"))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.map_err(|error| format!("{name}: {error}"))?;
            println!("{line}");
            see(&line);
        }
    }
    Ok(child.wait().map_err(|error| format!("{name}: {error}"))?.success())
}

fn name(command: &Command) -> String {
    Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned()
}
