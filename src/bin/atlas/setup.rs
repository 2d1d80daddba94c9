//! Installs what is missing, says so step by step, and gives the path on which everything is found.

use crate::cache::part_folder;
use crate::tools::Tool;
use std::ffi::OsString;
use std::time::Instant;
use std::{env, fs};

/// Installs those of `tools` that are missing. Returns the path variable under which all are found.
pub fn ready<'t>(tools: impl IntoIterator<Item = &'t Tool>) -> Result<OsString, String> {
    let tools: Vec<&Tool> = tools.into_iter().collect();
    let missing: Vec<&&Tool> = tools.iter().filter(|tool| (tool.find)().is_none()).collect();
    let began = Instant::now();
    for (index, tool) in missing.iter().enumerate() {
        let step = format!("step {} of {}", index + 1, missing.len());
        println!("set-up, {step}: installing {}, because {} ({}) …", tool.name, tool.why, tool.takes);
        let began = Instant::now();
        let _ = fs::remove_dir_all(part_folder());
        let sentence = |why: &str| {
            format!(
                "{} is missing, and {}; it could not be installed ({why}). By hand: {}",
                tool.name, tool.why, tool.by_hand
            )
        };
        (tool.install)().map_err(|why| sentence(&why))?;
        if (tool.find)().is_none() {
            return Err(sentence("it is not found after installing"));
        }
        println!("set-up, {step}: done in {}", seconds(began));
    }
    if !missing.is_empty() {
        println!("set-up: all done in {}", seconds(began));
    }
    let folders = tools.iter().filter_map(|tool| (tool.find)()).filter(|folder| !folder.as_os_str().is_empty());
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.chain(env::split_paths(&path))).map_err(|error| error.to_string())
}

/// How long ago that was, in words.
pub fn seconds(since: Instant) -> String {
    let seconds = since.elapsed().as_secs_f32();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02} s", seconds as u32 / 60, seconds as u32 % 60)
    }
}
