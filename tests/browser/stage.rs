//! Stages a failure by hand: `cargo atlas stage wasm-missing --host s3-website`. The failures and the hosts are those of
//! the tests.

// A tool for the terminal; what it meets and did not expect must stop it.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used)]
// The tests use more of the server.
#![allow(dead_code, unused_imports)]

mod server;
mod site;

use server::{FAILURES, Fault, Host, KINDS, PLAIN, Part, Serving};
use site::ROOT;
use std::io::BufRead;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    let fault = FAILURES.iter().find(|(name, _)| *name == word(0)).map(|(_, fault)| *fault);
    let kind = if word(1).is_empty() { Some(&PLAIN) } else { KINDS.iter().find(|kind| kind.name == word(1)) };
    let (Some(fault), Some(kind), Ok(port)) = (fault, kind, word(2).parse::<u16>()) else {
        println!("cargo atlas stage FAILURE [--host KIND] [--port N]\n\nfailures:");
        FAILURES.iter().for_each(|(name, _)| println!("  {name}"));
        println!("\nhosts:");
        KINDS.iter().for_each(|kind| println!("  {}", kind.name));
        let asked = words.iter().take(2).any(|word| !word.is_empty());
        return if asked { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    };
    let host = Host::new(Serving { kind, fault, port, ..Serving::plain(ROOT) });
    // The data of lists come, so that one can go from them to what does not.
    let place = if matches!(fault, Fault::Broken(Part::Slice, _)) { "partners/kazakhstan/" } else { "" };
    println!("{} on a host like {}: {}/{place}", word(0), kind.name, host.origin);
    println!("Enter ends the failure and stages it again; Ctrl+C ends all.");
    let mut staged = true;
    for line in std::io::stdin().lock().lines() {
        if line.is_err() {
            break;
        }
        staged = !staged;
        host.stage(if staged { fault } else { Fault::None });
        println!("{}: {}", word(0), if staged { "on" } else { "off" });
    }
    // Without a terminal it goes on until it is ended.
    loop {
        std::thread::park();
    }
}
