//! `cargo atlas build`: the release bundle.

use crate::data::{default_folder, errors, read_folder};
use crate::options::Options;
use crate::setup::{ready, seconds};
use crate::shell;
use crate::swap::{self, Swap};
use crate::tools::BUILD;
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs, io};

/// Checks the data, then builds. A failed build leaves the folder of an earlier one as it is.
pub fn run(options: Options) -> Result<(), String> {
    let began = Instant::now();
    let data = options.folder("--data").unwrap_or_else(default_folder);
    let out = options.folder("--out").unwrap_or_else(|| "dist".into());
    let public_url = public_url(options.value("--public-url").unwrap_or("/"))?;
    end_when_interrupted(&out)?;
    refuse_errors(&data)?;
    refuse_other_files(&out)?;
    let path = ready(&BUILD)?;
    let previous = options.folder("--previous");
    build(&path, &public_url, &data, &out, previous.as_deref(), shell::run_in_group)?;
    println!("built {} for {public_url} in {}", out.display(), seconds(began));
    Ok(())
}

/// The release bundle for one address. `path` is the path variable on which the tools are found. It is made beside `out`
/// and put there when it is whole: whatever fails, also Trunk's own last step, an earlier bundle stays as it is.
pub fn bundle(path: &OsStr, public_url: &str, data: &Path, out: &Path) -> Result<(), String> {
    build(path, public_url, data, out, None, shell::run)
}

/// How Trunk is run.
type Run = fn(&mut Command) -> Result<(), String>;

/// The same; with an earlier bundle, the files by which its pages become alive go along.
fn build(
    path: &OsStr,
    public_url: &str,
    data: &Path,
    out: &Path,
    previous: Option<&Path>,
    run: Run,
) -> Result<(), String> {
    let data = std::path::absolute(data).map_err(|error| error.to_string())?;
    let out = std::path::absolute(out).map_err(|error| error.to_string())?;
    let swap = Swap::beside(&out)?;
    let mut command = Command::new("trunk");
    command.env_remove(PRERENDER).envs(prerenderer(&data).map(|call| (PRERENDER, call)));
    // Trunk is told the path alone: with the host it would load the program from there even on a copy of the site
    // that stands elsewhere. The whole address is for the pages' canonical addresses.
    command.args(["build", "--release", "--public-url", path_of(public_url), "--dist"]).arg(swap.folder());
    command.env("PATH", path).env("ATLAS_DATA", data).env("ATLAS_PUBLIC_URL", public_url);
    // Either would replace what `.cargo/config.toml` says.
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS").env(MORE_FLAGS, flags(folders()?));
    command.env_remove("ATLAS_PREVIOUS").envs(previous.map(|folder| ("ATLAS_PREVIOUS", folder)));
    run(command.env("NO_COLOR", "true"))
        .map_err(|why| format!("{why}, for the reason above; nothing in {} has changed", out.display()))?;
    swap.put()
}

/// Where cargo looks for what `cargo prerender` means, before it looks into `.cargo/config.toml`.
const PRERENDER: &str = "CARGO_ALIAS_PRERENDER";

/// From this size of `projects.json` on, in bytes, an optimised prerenderer is worth its compilation: some 4,000
/// projects. Measured with 10,000 (18 MB, 26,468 pages) on two cores: 88 seconds as the tests build it, 21 optimised, and
/// 71 more to compile it from nothing.
const LARGE: u64 = 8_000_000;

/// How the prerenderer of a data set is called, when it is not called as usual. It writes the same, byte for byte.
fn prerenderer(data: &Path) -> Option<&'static str> {
    let large = fs::metadata(data.join("projects.json")).is_ok_and(|file| file.len() >= LARGE);
    large.then_some("run --quiet --locked --profile many-pages --features ssr --bin prerender")
}

/// More flags for what runs in the browser: cargo adds them to those of `.cargo/config.toml`, which stay the ones that both
/// halves of the site share. Cargo parts them at spaces.
const MORE_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Makes the bundle the same on every machine: where a panic would name a folder of this one, it names a word.
fn flags(folders: Vec<(PathBuf, String)>) -> String {
    let mut flags = Vec::new();
    for (folder, word) in folders {
        let folder = folder.display().to_string();
        if folder.contains(char::is_whitespace) {
            println!(
                "{folder} holds a space: the bundle may name it, and then differs from one that is built elsewhere"
            );
        } else {
            flags.push(format!("--remap-path-prefix={folder}={word}"));
        }
    }
    flags.join(" ")
}

/// The folders from which code comes, each with the word for it. Of two that fit, rustc takes the later one.
fn folders() -> Result<Vec<(PathBuf, String)>, String> {
    let here = env::current_dir().map_err(|error| error.to_string())?;
    let mut folders = vec![(here.clone(), "atlas".to_owned())];
    // What packages write while they are built is code too. It may lie anywhere.
    folders.extend(made().map(|folder| (folder, "made".to_owned())));
    // Where cargo keeps the code of other packages.
    let given = env::var_os("CARGO_HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
    if let Some(home) = given.or_else(|| Some(env::home_dir()?.join(".cargo"))) {
        let home = std::path::absolute(home).map_err(|error| error.to_string())?;
        // What lies in the project is named from there.
        folders.extend(home.strip_prefix(&here).map(|inside| (inside.to_owned(), "cargo".to_owned())));
        folders.push((home, "cargo".to_owned()));
    }
    // The code of the standard library: by its commit where it is not installed, by the folder where it is.
    let about = shell::lines("rustc", &["-vV"]).unwrap_or_default();
    let commit = about.iter().find_map(|line| line.strip_prefix("commit-hash: "));
    if let (Some(root), Some(commit)) = (shell::first_line("rustc", &["--print", "sysroot"]), commit) {
        folders.push((Path::new(&root).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));
    }
    Ok(folders)
}

/// The folder for what cargo makes.
fn made() -> Option<PathBuf> {
    let about = shell::first_line("cargo", &["metadata", "--locked", "--no-deps", "--format-version", "1"])?;
    let about: serde_json::Value = serde_json::from_str(&about).ok()?;
    Some(about.get("target_directory")?.as_str()?.into())
}

/// On Ctrl+C, and when the system or a closed terminal ends the program: one sentence, and nothing is left behind, neither
/// of the new bundle nor of the programs that were making it.
fn end_when_interrupted(out: &Path) -> Result<(), String> {
    let sentence = format!("\nthe build was interrupted; nothing in {} has changed\n", out.display());
    // 130 is what a shell makes of Ctrl+C.
    let told = ctrlc::set_handler(move || {
        swap::stop(130, || {
            shell::end_group();
            // A terminal that was closed takes no sentence.
            let _ = io::stderr().write_all(sentence.as_bytes());
        });
    });
    told.map_err(|error| error.to_string())
}

/// The path of an address: `/portal/` of `https://example.org/portal/`.
fn path_of(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]))
}

/// Prints the problems of a data set; an error when it is unfit to be published.
pub fn refuse_errors(data: &Path) -> Result<(), String> {
    let reading = read_folder(data)?;
    for problem in &reading.problems {
        println!("{problem}");
    }
    match errors(&reading.problems) {
        0 => Ok(()),
        count => Err(format!("{} has {count} errors; nothing was built", data.display())),
    }
}

/// The folder is replaced whole: only one that is empty or holds an earlier bundle may be given.
fn refuse_other_files(out: &Path) -> Result<(), String> {
    let bundle = out.join("404.html").is_file() && out.join("data/atlas.json").is_file();
    let place = |error: std::io::Error| format!("{}: {error}", out.display());
    // Left by Trunk where a build failed in the folder itself.
    let is_other = |entry: &fs::DirEntry| entry.file_name() != ".stage";
    if out.is_dir() && !bundle && fs::read_dir(out).map_err(place)?.flatten().any(|entry| is_other(&entry)) {
        return Err(format!(
            "{} holds other files than an earlier bundle; give an empty folder or a new one",
            out.display()
        ));
    }
    Ok(())
}

/// The address with a first and a last slash, or the reason why it is none.
fn public_url(given: &str) -> Result<String, String> {
    let path = path_of(given);
    let good = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    if !path.starts_with('/') || !path.chars().all(good) || path.contains("//") {
        return Err(format!(
            "--public-url {given}: write a path such as /portal/ or an address such as https://example.org/portal/"
        ));
    }
    Ok(format!("{}/", given.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_folder_with_other_files_is_never_emptied() {
        assert!(refuse_other_files(Path::new("src")).is_err());
        assert!(refuse_other_files(Path::new("no/such/folder")).is_ok());
    }

    #[test]
    fn only_a_large_data_set_is_worth_an_optimised_prerenderer() {
        assert_eq!(prerenderer(&default_folder()), None);
        assert_eq!(prerenderer(Path::new("no/such/folder")), None);
        let large = room("large");
        // As long as the real thing, and holds no more than a hole.
        fs::File::create(large.join("projects.json")).unwrap().set_len(LARGE).unwrap();
        let call = prerenderer(&large).unwrap();
        fs::remove_dir_all(&large).unwrap();
        // Nothing differs from the usual call but the profile, and that there is one.
        let usual = include_str!("../../../.cargo/config.toml").split_once("prerender = \"").unwrap().1;
        assert_eq!(call.replace(" --profile many-pages", ""), usual.split_once('"').unwrap().0);
        assert!(include_str!("../../../Cargo.toml").contains("[profile.many-pages]"));
    }

    /// A new folder for one test.
    fn room(name: &str) -> PathBuf {
        let room = std::env::temp_dir().join(format!("atlas-build-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&room);
        fs::create_dir_all(&room).unwrap();
        room
    }

    #[test]
    fn data_that_cannot_be_read_is_one_sentence() {
        let room = room("data");
        assert!(refuse_errors(&room.join("missing")).unwrap_err().contains("is not a folder"));
        // Not even root reads a folder as a file.
        fs::create_dir(room.join("atlas.json")).unwrap();
        let why = refuse_errors(&room).unwrap_err();
        assert!(why.contains("atlas.json: ") && !why.contains('\n'), "{why}");
        fs::remove_dir_all(room).unwrap();
    }

    /// With a Trunk of our own on the path: one that writes half a bundle and fails, as on a full disk; one that is killed;
    /// one that succeeds.
    #[cfg(unix)]
    #[test]
    fn only_a_whole_bundle_takes_the_place_of_an_earlier_one() {
        use std::os::unix::fs::PermissionsExt as _;
        let room = room("bundle");
        let (out, tools) = (room.join("dist"), room.join("tools"));
        for folder in [&out, &tools] {
            fs::create_dir(folder).unwrap();
        }
        fs::write(out.join("index.html"), "earlier").unwrap();
        let build = |after: &str| {
            // The folder is the last word that Trunk is told.
            let script = format!("#!/bin/sh\nfor out; do :; done\necho new > \"$out/index.html\"\n{after}\n");
            fs::write(tools.join("trunk"), script).unwrap();
            fs::set_permissions(tools.join("trunk"), fs::Permissions::from_mode(0o755)).unwrap();
            bundle(tools.as_os_str(), "/", Path::new("public/data"), &out)
        };
        for after in ["exit 1", "kill -9 $$"] {
            let why = build(after).unwrap_err();
            assert!(why.starts_with("trunk failed (") && why.contains("nothing in ") && !why.contains('\n'), "{why}");
            assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "earlier");
            assert_eq!(fs::read_dir(&room).unwrap().count(), 2, "nothing is left beside it");
        }
        build("").unwrap();
        assert_eq!(fs::read_to_string(out.join("index.html")).unwrap(), "new\n");
        fs::remove_dir_all(room).unwrap();
    }

    #[test]
    fn every_folder_of_this_machine_has_a_word() {
        let folders = folders().unwrap();
        let has =
            |folder: &Path, word: &str| folders.iter().any(|(it, its)| it.ends_with(folder) && its.starts_with(word));
        assert!(has(&env::current_dir().unwrap(), "atlas"), "{folders:?}");
        assert!(has(Path::new("lib/rustlib/src/rust"), "/rustc/"), "{folders:?}");
        for known in ["cargo", "made"] {
            assert!(folders.iter().any(|(_, word)| word == known), "{folders:?}");
        }
    }

    #[test]
    fn a_folder_with_a_space_is_not_cut_in_two() {
        let folders = ["/one", "/an other", "/third"].map(|folder| (folder.into(), "word".to_owned()));
        assert_eq!(flags(folders.to_vec()), "--remap-path-prefix=/one=word --remap-path-prefix=/third=word");
    }

    #[test]
    fn the_host_is_no_part_of_the_path() {
        assert_eq!(path_of("https://example.org/portal/"), "/portal/");
        assert_eq!(path_of("https://example.org/"), "/");
        assert_eq!(path_of("/portal/"), "/portal/");
    }

    #[test]
    fn addresses_get_their_slashes_or_are_refused() {
        for (given, whole) in [
            ("/", "/"),
            ("/portal", "/portal/"),
            ("/a/b/", "/a/b/"),
            ("https://example.org", "https://example.org/"),
            ("https://example.org/x", "https://example.org/x/"),
        ] {
            assert_eq!(public_url(given).as_deref(), Ok(whole));
        }
        for bad in ["portal", "./", "", "/a b/", "/a?b", "//host/"] {
            assert!(public_url(bad).is_err(), "{bad}");
        }
    }
}
