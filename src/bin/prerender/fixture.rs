//! Data sets for the tests of the prerenderer.

use atlas::domain::dataset::Dataset;
use atlas::domain::derived::Totals;
use atlas::domain::read::{FILES, File, read};

/// The project's own data set, with its totals.
pub fn bundled() -> Dataset {
    let texts: Vec<(&str, Vec<u8>)> =
        FILES.into_iter().map(|name| (name, std::fs::read(format!("public/data/{name}")).unwrap())).collect();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let mut dataset = read(&files, "en").dataset.unwrap();
    dataset.derived.totals = Totals::of(&dataset);
    dataset
}
