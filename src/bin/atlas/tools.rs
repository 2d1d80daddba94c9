//! The table of tools that the project needs beside Rust: which version, why, how found, how installed, how by hand.
//!
//! Everything comes from package registries (crates.io, npm, the system's own), never from elsewhere.

use crate::cache::{cache, part_folder};
use crate::shell::{first_line, on_path, run_quietly};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// A tool.
pub struct Tool {
    /// What it is called, with its version.
    pub name: &'static str,
    /// Why the project needs it.
    pub why: &'static str,
    /// How to get it without this program.
    pub by_hand: &'static str,
    /// How long installing takes on two cores.
    pub takes: &'static str,
    /// The folder that holds it, to be put on the path (empty: it needs no place there); `None` when it is missing.
    pub find: fn() -> Option<PathBuf>,
    /// Installs it.
    pub install: fn() -> Result<(), String>,
}

const TRUNK: &str = "0.21.14";
/// The same as in `Cargo.toml`: a test keeps them together.
pub const WASM_BINDGEN: &str = "0.2.130";
const BINARYEN: &str = "132";
const AXE: &str = "4.14.1";
/// The last that runs on the Node.js of Debian 12.
const LIGHTHOUSE: &str = "12.8.2";
const GECKODRIVER: &str = "0.37.1";
const DENY: &str = "0.20.2";

/// What building the site needs, in the order of installing.
pub const BUILD: [Tool; 4] = [
    Tool {
        name: "the Rust target wasm32-unknown-unknown",
        why: "the site runs in the browser as WebAssembly",
        by_hand: "rustup target add wasm32-unknown-unknown",
        takes: "seconds",
        find: || {
            let folder = first_line("rustc", &["--print", "target-libdir", "--target", "wasm32-unknown-unknown"])?;
            Path::new(&folder).is_dir().then(PathBuf::new)
        },
        install: || run_quietly(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"])),
    },
    Tool {
        name: "trunk 0.21.14",
        why: "it builds and serves the site",
        by_hand: "cargo install trunk --version 0.21.14 --locked --no-default-features",
        takes: "about two minutes",
        find: || {
            // Any later 0.21 reads our Trunk.toml.
            let fits = |version: &str| {
                version
                    .strip_prefix("trunk 0.21.")
                    .is_some_and(|patch| patch.parse::<u32>().is_ok_and(|patch| patch >= 14))
            };
            find("trunk", &cargo_folder("trunk", TRUNK), fits)
        },
        install: || cargo_install("trunk", TRUNK, &["--locked", "--no-default-features"]),
    },
    Tool {
        name: "wasm-bindgen 0.2.130",
        why: "it joins the WebAssembly to the browser and must be of exactly the version in Cargo.lock",
        by_hand: "cargo install wasm-bindgen-cli --version 0.2.130",
        takes: "about one minute",
        find: || {
            let fits = |version: &str| version.split(' ').nth(1) == Some(WASM_BINDGEN);
            find("wasm-bindgen", &cargo_folder("wasm-bindgen-cli", WASM_BINDGEN), fits)
        },
        // Without --locked: its lock file names a crate version that is not in the index.
        install: || cargo_install("wasm-bindgen-cli", WASM_BINDGEN, &["--bin", "wasm-bindgen"]),
    },
    Tool {
        name: "wasm-opt 132 (npm package binaryen)",
        why: "it makes the WebAssembly less than half as large",
        by_hand: "npm install --global binaryen@132.0.0",
        takes: "seconds",
        find: || {
            let fits = |version: &str| version.starts_with("wasm-opt version 132");
            find("wasm-opt", &npm_folder("binaryen", BINARYEN).join(".bin"), fits)
        },
        install: || npm_install("binaryen", BINARYEN, &format!("{BINARYEN}.0.0")),
    },
];

/// What the tests need on top.
pub const TEST: [Tool; 9] = [
    Tool {
        name: "Chromium and its driver",
        why: "the tests use the site in a real browser",
        by_hand: "apt-get install chromium chromium-driver, or put chromedriver and its browser on the path",
        takes: "about one minute",
        find: || {
            // A driver works only with a browser of its own major version.
            let major = |program: &Path| {
                let version = first_line(program, &["--version"])?;
                version.split(' ').find_map(|word| word.split('.').next()?.parse::<u32>().ok())
            };
            let driver = major(&on_path("chromedriver")?)?;
            let browsers = ["chromium", "chromium-browser", "google-chrome"].into_iter().filter_map(on_path);
            browsers.into_iter().find(|browser| major(browser) == Some(driver))?.parent().map(Path::to_owned)
        },
        install: || system_install(&["chromium", "chromium-driver"]),
    },
    Tool {
        name: "Firefox",
        why: "the keyboard is tested in a second browser too",
        by_hand: "apt-get install firefox-esr, or put firefox on the path",
        takes: "about one minute",
        find: || {
            let browsers = ["firefox-esr", "firefox"].into_iter().filter_map(on_path);
            let mut answering = browsers.filter(|it| first_line(it, &["--version"]).is_some());
            answering.next()?.parent().map(Path::to_owned)
        },
        install: || system_install(&["firefox-esr"]),
    },
    Tool {
        name: "geckodriver 0.37.1",
        why: "it drives Firefox",
        by_hand: "cargo install geckodriver --version 0.37.1 --locked",
        takes: "about one minute",
        find: || {
            // Any later one drives a later Firefox.
            let fits = |version: &str| version.starts_with("geckodriver 0.") && version >= "geckodriver 0.37";
            find("geckodriver", &cargo_folder("geckodriver", GECKODRIVER), fits)
        },
        install: || cargo_install("geckodriver", GECKODRIVER, &["--locked"]),
    },
    Tool {
        name: "axe-core 4.14.1 (npm package)",
        why: "it finds what is not accessible in a page",
        by_hand: "npm install axe-core@4.14.1, and name its axe.min.js in ATLAS_AXE",
        takes: "seconds",
        find: || axe().is_file().then(PathBuf::new),
        install: || npm_install("axe-core", AXE, AXE),
    },
    Tool {
        name: "lighthouse 12.8.2 (npm package)",
        why: "it audits pages as search engines and browsers see them",
        by_hand: "npm install --global lighthouse@12.8.2",
        takes: "about half a minute",
        find: || {
            let fits = |version: &str| version == LIGHTHOUSE;
            find("lighthouse", &npm_folder("lighthouse", LIGHTHOUSE).join(".bin"), fits)
        },
        install: || npm_install("lighthouse", LIGHTHOUSE, LIGHTHOUSE),
    },
    Tool {
        name: "cargo-deny 0.20.2",
        why: "it reads the licences, sources and versions of all packages, and the advisories about them",
        by_hand: "cargo install cargo-deny --version 0.20.2 --locked",
        takes: "about one minute",
        find: || {
            // Any later 0.20 reads our policy.
            let fits = |version: &str| {
                let patch = version.strip_prefix("cargo-deny 0.20.");
                patch.is_some_and(|patch| patch.parse::<u32>().is_ok_and(|patch| patch >= 2))
            };
            find("cargo-deny", &cargo_folder("cargo-deny", DENY), fits)
        },
        install: || cargo_install("cargo-deny", DENY, &["--locked"]),
    },
    server("Apache", "apt-get install apache2-bin", || find_server("apache2"), || system_install(&["apache2-bin"])),
    server("nginx", "apt-get install nginx", || find_server("nginx"), || unpack("nginx")),
    server("Caddy", "apt-get install caddy", || find_server("caddy"), || unpack("caddy")),
];

const fn server(
    name: &'static str,
    by_hand: &'static str,
    find: fn() -> Option<PathBuf>,
    install: fn() -> Result<(), String>,
) -> Tool {
    Tool { name, why: "the file that the bundle holds for it is tried on it", by_hand, takes: "seconds", find, install }
}

/// A server: one of the system's, which need not be on the path, or the one that was unpacked.
fn find_server(name: &str) -> Option<PathBuf> {
    let own = cache().join(name).join("usr");
    let folders = ["/usr/sbin".into(), "/usr/bin".into(), own.join("sbin"), own.join("bin")];
    on_path(name)
        .and_then(|program| program.parent().map(Path::to_owned))
        .or_else(|| folders.into_iter().find(|folder| folder.join(name).is_file()))
}

/// The script of axe-core that tests put into pages: the one that `ATLAS_AXE` names, else the installed one.
pub fn axe() -> PathBuf {
    let installed = || npm_folder("axe-core", AXE).join("axe-core/axe.min.js");
    env::var_os("ATLAS_AXE").map_or_else(installed, PathBuf::from)
}

/// The program `name`: one on the path if its version fits, else the one that was installed into `folder`.
fn find(name: &str, folder: &Path, fits: impl Fn(&str) -> bool) -> Option<PathBuf> {
    let candidates = on_path(name).into_iter().chain([folder.join(name)]);
    candidates
        .into_iter()
        .find(|program| first_line(program, &["--version"]).is_some_and(|version| fits(&version)))?
        .parent()
        .map(Path::to_owned)
}

fn cargo_folder(package: &str, version: &str) -> PathBuf {
    cache().join(format!("{package}-{version}")).join("bin")
}

/// Where a package from npm and what it needs are kept.
fn npm_folder(package: &str, version: &str) -> PathBuf {
    cache().join(format!("{package}-{version}")).join("node_modules")
}

/// Installs a package from npm. `version` is our name for it, `exactly` the registry's.
fn npm_install(package: &str, version: &str, exactly: &str) -> Result<(), String> {
    if on_path("npm").is_none() {
        system_install(&["nodejs", "npm"])?;
    }
    let part = part_folder();
    fs::create_dir_all(&part).map_err(|error| error.to_string())?;
    // None of these packages has anything to build, so none needs to run a script of its own.
    let arguments = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"];
    run_quietly(Command::new("npm").args(arguments).arg(&part).arg(format!("{package}@{exactly}")))?;
    settle(&part, &cache().join(format!("{package}-{version}")))
}

/// Builds a program from crates.io. Fast to build rather than fast to run: it works for seconds a day.
fn cargo_install(package: &str, version: &str, more: &[&str]) -> Result<(), String> {
    let part = part_folder();
    let mut command = Command::new("cargo");
    command.args(["install", package, "--version", version, "--root"]).arg(&part).args(more);
    for (name, value) in
        [("LTO", "off"), ("CODEGEN_UNITS", "256"), ("OPT_LEVEL", "0"), ("DEBUG", "0"), ("STRIP", "symbols")]
    {
        command.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
    }
    // What the call of this program left behind is not meant for that one.
    command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    run_quietly(&mut command)?;
    settle(&part, &cache().join(format!("{package}-{version}")))
}

/// Gives a finished installation its name, so that one that was interrupted is never taken for whole.
fn settle(part: &Path, whole: &Path) -> Result<(), String> {
    let place = |error: std::io::Error| format!("{}: {error}", whole.display());
    if whole.exists() {
        fs::remove_dir_all(whole).map_err(place)?;
    }
    fs::rename(part, whole).map_err(place)
}

/// Installs packages of the system, where that is Debian's or like it and we may.
fn system_install(packages: &[&str]) -> Result<(), String> {
    if on_path("apt-get").is_none() {
        return Err("this system has no apt-get".into());
    }
    let root = first_line("id", &["-u"]).as_deref() == Some("0");
    let command = |arguments: &[&str]| {
        let mut command = Command::new(if root { "apt-get" } else { "sudo" });
        if !root {
            command.args(["-n", "apt-get"]);
        }
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    install.extend(packages);
    // A source of packages that does not answer need not be the one that is wanted.
    let _ = run_quietly(&mut command(&["update", "--quiet"]));
    run_quietly(&mut command(&install))
}

/// Unpacks a package of the system without installing it: a server that is installed runs from then on, for everybody.
fn unpack(package: &str) -> Result<(), String> {
    let part = part_folder();
    fs::create_dir_all(&part).map_err(|error| error.to_string())?;
    run_quietly(Command::new("apt-get").args(["download", "--quiet", package]).current_dir(&part))?;
    let files = fs::read_dir(&part).map_err(|error| error.to_string())?.filter_map(Result::ok);
    let mut archives = files.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|it| it == "deb"));
    let archive = archives.next().ok_or(format!("{package}: nothing was downloaded"))?;
    run_quietly(Command::new("dpkg-deb").arg("--extract").args([&archive, &part]))?;
    fs::remove_file(archive).map_err(|error| error.to_string())?;
    settle(&part, &cache().join(package))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_agree_with_the_manifest() {
        let manifest = include_str!("../../../Cargo.toml");
        assert!(manifest.contains(&format!("version = \"={WASM_BINDGEN}\"")), "wasm-bindgen in Cargo.toml");
        let trunk = include_str!("../../../Trunk.toml");
        assert!(trunk.contains(&format!("wasm_opt = \"version_{BINARYEN}\"")), "wasm_opt in Trunk.toml");
        let tools = [
            (&BUILD[1], TRUNK),
            (&BUILD[2], WASM_BINDGEN),
            (&BUILD[3], BINARYEN),
            (&TEST[2], GECKODRIVER),
            (&TEST[3], AXE),
            (&TEST[4], LIGHTHOUSE),
            (&TEST[5], DENY),
        ];
        for (tool, version) in tools {
            assert!(tool.name.contains(version) && tool.by_hand.contains(version), "{}", tool.name);
        }
    }
}
