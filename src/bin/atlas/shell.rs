//! Runs other programs.

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// The program that [`run_in_group`] runs at present, which is also the number of its group.
static GROUP: Mutex<Option<u32>> = Mutex::new(None);

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

/// Runs a program as [`run`] does, and whatever it starts, in a group of their own, which [`end_group`] ends. Nothing else
/// does: Ctrl+C in a terminal reaches only this program.
pub fn run_in_group(command: &mut Command) -> Result<(), String> {
    let name = name(command);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    let failed = |error: io::Error| format!("{name}: {error}");
    let mut child = {
        let mut group = GROUP.lock().unwrap_or_else(PoisonError::into_inner);
        // A group of its own may not read from the terminal.
        let child = command.stdin(Stdio::null()).spawn().map_err(failed)?;
        *group = Some(child.id());
        child
    };
    let status = child.wait().map_err(failed);
    *GROUP.lock().unwrap_or_else(PoisonError::into_inner) = None;
    let status = status?;
    if status.success() { Ok(()) } else { Err(format!("{name} failed ({status})")) }
}

/// Ends what [`run_in_group`] runs, and waits until none of it is left, so that nothing is written any more; for three
/// seconds at most, because there are machines on which nobody takes away what has ended. Only Unix knows such groups;
/// elsewhere a console ends all of its programs itself.
pub fn end_group() {
    const END: &str = "kill -TERM -$0 || exit 0; for tenth in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 \
        22 23 24 25 26 27 28 29; do kill -0 -$0 || exit 0; sleep 0.1; done";
    let guard = GROUP.lock().unwrap_or_else(PoisonError::into_inner);
    let group = *guard;
    // The program is about to end: nobody starts anything any more.
    std::mem::forget(guard);
    if let Some(group) = group.filter(|_| cfg!(unix)) {
        let mut end = Command::new("sh");
        end.args(["-c", END, &group.to_string()]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let _ = end.status();
    }
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
