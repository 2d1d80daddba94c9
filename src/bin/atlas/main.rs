//! `cargo atlas …`: everything that people and CI do with the project, as one command.
//!
//! It compiles without Leptos, so that it starts in seconds. Each command is one file and one row of [`COMMANDS`].

// A tool for the terminal: its words go there.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod build;
mod cache;
mod check;
mod data;
mod options;
mod sample;
mod serve;
mod setup;
mod shell;
mod stage;
mod swap;
mod test;
mod tools;

use options::Options;
use std::process::ExitCode;

/// A command: its name, what stands after it, what it does, and how.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(Options) -> Result<(), String>,
}

const COMMANDS: [Command; 8] = [
    Command {
        name: "serve",
        arguments: "[--data DIR] [--port N]",
        about: "install what is missing, build the site, serve it at http://127.0.0.1:8080/, build anew on every change",
        run: serve::run,
    },
    Command {
        name: "test",
        arguments: "[--without-rebuild] [--data DIR] [--only NAME]",
        about: "install what is missing, a browser included, and run every test of the project; the last builds the site a second time, which takes minutes. Only those in the browser whose name holds a word, with --only",
        run: test::run,
    },
    Command {
        name: "build",
        arguments: "[--public-url /path/] [--data DIR] [--out DIR] [--previous DIR]",
        about: "make the release bundle, for any static host (default folder: dist); with the bundle before it, pages of that one that are still cached go on working",
        run: build::run,
    },
    Command {
        name: "check",
        arguments: "[DIR] [--json]",
        about: "say whether a data set is sound (default: public/data); exit 1 if it is not",
        run: check::run,
    },
    Command {
        name: "sample",
        arguments: "--projects N --out DIR [--seed S] [--data DIR]",
        about: "write a generated data set with N projects, to see and to measure the site with much data",
        run: sample::run,
    },
    Command {
        name: "bench",
        arguments: "[--pages] [--turns] [--data FOLDER] [--race FOLDER] [--n N,N] [--seed N]",
        about: "time the engine against a plain search, with --race against libraries, in a browser; with --pages how soon pages are there, with --turns how soon the list answers",
        run: bench::run,
    },
    Command {
        name: "stage",
        arguments: "[FAILURE] [--host KIND] [--port N]",
        about: "serve the release bundle on a host of some kind while something fails; without a failure, list them",
        run: stage::run,
    },
    Command { name: "help", arguments: "", about: "print this", run: help },
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_else(|| "help".into());
    let name = if name == "--help" || name == "-h" { "help" } else { name.as_str() };
    let done = match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => Options::parse(command.arguments, arguments)
            .map_err(|why| format!("{why}\nusage: cargo atlas {} {}", command.name, command.arguments))
            .and_then(|options| project_folder().and_then(|()| (command.run)(options))),
        None => Err(format!("there is no command \"{name}\"; `cargo atlas help` lists them")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            if !why.is_empty() {
                eprintln!("{why}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Goes to the folder of the project, wherever in it the command was typed. [`Options`] remembers where that was.
fn project_folder() -> Result<(), String> {
    let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
    std::env::set_current_dir(&folder).map_err(|error| format!("{folder}: {error}"))
}

fn help(_: Options) -> Result<(), String> {
    println!("The Rule of Law Atlas\n");
    for Command { name, arguments, about, .. } in &COMMANDS {
        println!("  cargo atlas {name} {arguments}\n      {about}");
    }
    println!("\nTools are kept in {}; remove the folder to have them installed anew.", cache::cache().display());
    Ok(())
}
