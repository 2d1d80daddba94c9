//! What the project depends on keeps to the policy in `.cargo/deny.toml`, as cargo-deny reads it.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const POLICY: &str = ".cargo/deny.toml";
/// Where cargo-deny gets the advisories from.
const ADVISORIES: &str = "https://github.com/RustSec/advisory-db";
/// How long its host may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn licences_sources_and_versions_keep_to_the_policy() {
    deny(Path::new(POLICY), &["licenses", "sources", "bans"]).unwrap();
}

/// The database is in no package registry: where only those are reached, this is passed over, and says so.
#[test]
fn no_advisory_is_open() {
    if let Err(why) = reached(ADVISORIES) {
        // Past what the harness keeps back of tests that pass; `cargo atlas test` repeats it at its end.
        let said = format!("passed over: no_advisory_is_open, because {ADVISORIES} is not reached ({why})");
        return writeln!(io::stdout(), "\n{said}").unwrap();
    }
    deny(Path::new(POLICY), &["advisories"]).unwrap();
    // The one that the policy lets pass is found when it does not.
    fails("advisories", "RUSTSEC-2024-0436", "RUSTSEC-0000-0000", "unmaintained");
}

#[test]
fn every_part_of_the_policy_can_fail() {
    fails("licenses", "    \"MIT\",\n", "", "rejected");
    fails("sources", "\"https://github.com/rust-lang/crates.io-index\"", "", "source-not-allowed");
    fails("bans", "allow-wildcard-paths = true", "", "wildcard");
    fails("bans", "{ crate = \"syn@2\"", "{ crate = \"syn@999\"", "duplicate");
}

/// A policy with something else in the place of something ends in this error.
fn fails(part: &str, of_policy: &str, other: &str, error: &str) {
    let policy = fs::read_to_string(POLICY).unwrap();
    assert!(policy.contains(of_policy), "{of_policy} is in no policy any more");
    let file = std::env::temp_dir().join(format!("atlas-deny-{}-{error}.toml", std::process::id()));
    fs::write(&file, policy.replace(of_policy, other)).unwrap();
    let said = deny(&file, &[part]);
    fs::remove_file(file).unwrap();
    let why = said.expect_err("without it all is well");
    assert!(why.contains(&format!("error[{error}]")), "without {of_policy}: {why}");
}

/// What cargo-deny says, when something breaks the policy.
fn deny(policy: &Path, parts: &[&str]) -> Result<(), String> {
    let mut command = Command::new("cargo-deny");
    command.args(["--workspace", "--locked", "--color", "never", "--config"]).arg(policy);
    let output = command.args(["check", "--hide-inclusion-graph"]).args(parts).output();
    let output = output.expect("cargo-deny is on the path: run `cargo atlas test`");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(text) }
}

/// Whether git reaches a repository, or why not.
fn reached(address: &str) -> Result<(), String> {
    let mut command = Command::new("git");
    command.args(["ls-remote", "--quiet", address, "HEAD"]).stdin(Stdio::null()).stdout(Stdio::null());
    // Nobody is asked for a password.
    let child = command.env("GIT_TERMINAL_PROMPT", "0").stderr(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| format!("git: {error}"))?;
    let asked = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if asked.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err(format!("no answer in {} s", PATIENCE.as_secs()));
        }
        sleep(Duration::from_millis(50));
    }
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(text.lines().last().unwrap_or_default().trim().to_owned()) }
}
