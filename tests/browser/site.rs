//! The bundles under test.

use std::fs;
use std::path::{Path, PathBuf};

/// A bundle and the path below which it stands.
#[derive(Clone, Copy)]
pub struct Site {
    /// The folder, below the project's.
    folder: &'static str,
    /// Empty, or with a first and without a last slash.
    pub base: &'static str,
}

/// The bundle for a path two levels down.
pub const DEEP: Site = Site { folder: "target/atlas/deep", base: "/a/b" };
/// Every bundle.
pub const SITES: [Site; 3] = [ROOT, PORTAL, DEEP];
/// The bundle for the root of a host.
pub const ROOT: Site = Site { folder: "target/atlas/root", base: "" };
/// The bundle for a path of a host.
pub const PORTAL: Site = Site { folder: "target/atlas/portal", base: "/portal" };

impl Site {
    /// The folder that is served at the base.
    ///
    /// That at the root is another where `cargo atlas test --data` looks at other data.
    pub fn folder(self) -> PathBuf {
        let other = std::env::var_os("ATLAS_TEST_SITE").filter(|_| self.base.is_empty()).map(PathBuf::from);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(other.unwrap_or_else(|| self.folder.into()));
        assert!(folder.join("index.html").is_file(), "{} is not built: run `cargo atlas test`", self.folder);
        folder
    }

    /// The paths of all pages, below the base, each with its slash.
    pub fn pages(self) -> Vec<String> {
        let mut pages = Vec::new();
        collect(&self.folder(), "/", &mut pages);
        pages.sort();
        pages
    }

    /// The name of the one file in the bundle's folder `folder` that begins and ends like this.
    pub fn file(self, folder: &str, begins: &str, ends: &str) -> String {
        let names: Vec<String> = fs::read_dir(self.folder().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(|name| name.starts_with(begins) && name.ends_with(ends))
            .collect();
        assert_eq!(names.len(), 1, "{begins}…{ends}: {names:?}");
        if folder.is_empty() { names[0].clone() } else { format!("{folder}/{}", names[0]) }
    }
}

fn collect(folder: &Path, path: &str, pages: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{path}{name}/"), pages);
        } else if name == "index.html" {
            pages.push(path.to_owned());
        }
    }
}
