//! `cargo atlas build`: the release bundle.

use crate::data::{default_folder, errors, read_folder};
use crate::options::Options;
use crate::setup::{ready, seconds};
use crate::shell;
use crate::tools::BUILD;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Checks the data, then builds. A failed build leaves the folder of an earlier one as it is.
pub fn run(options: Options) -> Result<(), String> {
    let began = Instant::now();
    let data = options.folder("--data").unwrap_or_else(default_folder);
    let out = options.folder("--out").unwrap_or_else(|| "dist".into());
    let public_url = public_url(options.value("--public-url").unwrap_or("/"))?;
    refuse_errors(&data)?;
    refuse_other_files(&out)?;
    let path = ready(&BUILD)?;
    bundle(&path, &public_url, &data, &out)?;
    println!("built {} for {public_url} in {}", out.display(), seconds(began));
    Ok(())
}

/// The release bundle for one address. `path` is the path variable on which the tools are found.
pub fn bundle(path: &OsStr, public_url: &str, data: &Path, out: &Path) -> Result<(), String> {
    let data = std::path::absolute(data).map_err(|error| error.to_string())?;
    let mut command = Command::new("trunk");
    // Trunk is told the path alone: with the host it would load the program from there even on a copy of the site
    // that stands elsewhere. The whole address is for the pages' canonical addresses.
    command.args(["build", "--release", "--public-url", path_of(public_url), "--dist"]).arg(out);
    command.env("PATH", path).env("ATLAS_DATA", data).env("ATLAS_PUBLIC_URL", public_url);
    shell::run(command.env("NO_COLOR", "true"))
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

/// Trunk empties the folder that it writes to: only one that is empty or holds an earlier bundle may be given.
fn refuse_other_files(out: &Path) -> Result<(), String> {
    let bundle = out.join("404.html").is_file() && out.join("data/atlas.json").is_file();
    let place = |error: std::io::Error| format!("{}: {error}", out.display());
    if out.is_dir() && !bundle && fs::read_dir(out).map_err(place)?.next().is_some() {
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

    #[test]
    fn a_folder_with_other_files_is_never_emptied() {
        assert!(refuse_other_files(Path::new("src")).is_err());
        assert!(refuse_other_files(Path::new("no/such/folder")).is_ok());
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
