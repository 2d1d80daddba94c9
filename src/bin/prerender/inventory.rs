//! The inventory of the bundle: every file with its size and its hash, so that two builds, or a build and what a host
//! holds, can be compared by one file.

use crate::integrity::sha256;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

/// The file, at the root of the bundle. It cannot list itself.
pub const INVENTORY: &str = "inventory.json";

/// The inventory of a folder: one file a line, in the order of their paths; those kept from an earlier release say so.
///
/// # Errors
/// When something in the folder cannot be read.
pub fn inventory(folder: &Path, kept: &BTreeSet<String>) -> Result<String, String> {
    let mut lines = Vec::new();
    for path in files(folder)? {
        let bytes = fs::read(folder.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        let mut line = json!({ "path": path, "size": bytes.len(), "sha256": sha256(&bytes) });
        if kept.contains(&path) {
            line["kept"] = true.into();
        }
        lines.push(format!("  {line}"));
    }
    Ok(format!("{{ \"files\": [\n{}\n] }}\n", lines.join(",\n")))
}

/// The paths of all files in a folder and the folders in it, with slashes, sorted by their bytes; the inventory is left
/// out.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>, String> {
    let mut paths = Vec::new();
    collect(folder, "", &mut paths).map_err(|error| format!("{}: {error}", folder.display()))?;
    paths.retain(|path| path != INVENTORY);
    paths.sort();
    Ok(paths)
}

fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use serde_json::Value;
    use std::path::PathBuf;

    /// A folder with files, in which nothing else was before.
    pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("atlas-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn every_file_is_listed_once_and_in_order() {
        let some =
            [("index.html", "page"), ("a/b/page.json", ""), ("a.txt", "abc"), ("_headers", "x"), (INVENTORY, "old")];
        let one = folder("inventory-one", &some);
        let text = inventory(&one, &BTreeSet::new()).unwrap();
        let json: Value = serde_json::from_str(&text).unwrap();
        let listed = json["files"].as_array().unwrap();
        let paths: Vec<&str> = listed.iter().map(|file| file["path"].as_str().unwrap()).collect();
        assert_eq!(paths, ["_headers", "a.txt", "a/b/page.json", "index.html"]);
        assert_eq!(listed[1]["size"], 3);
        assert_eq!(listed[1]["sha256"], sha256(b"abc"));
        // Written in another order, without an inventory: the same.
        let reverse: Vec<_> = some[..4].iter().rev().copied().collect();
        let other = folder("inventory-other", &reverse);
        assert_eq!(inventory(&other, &BTreeSet::new()).unwrap(), text);
        fs::write(other.join("a/b/page.json"), " ").unwrap();
        assert_ne!(inventory(&other, &BTreeSet::new()).unwrap(), text);
        for folder in [one, other] {
            fs::remove_dir_all(folder).unwrap();
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(inventory(Path::new("no/such/folder"), &BTreeSet::new()).is_err());
    }
}
