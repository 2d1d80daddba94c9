//! Reads a data set from a folder.

use atlas::domain::problem::{Fault, Problem};
use atlas::domain::read::{FILES, File, META, Reading, read};
use atlas::domain::tongue::Tongue;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where the project keeps its own data set.
pub fn default_folder() -> PathBuf {
    PathBuf::from("public/data")
}

/// Reads the data set in `folder`. A file that is missing is a problem of the data; one that cannot be read is an
/// error of the machine.
pub fn read_folder(folder: &Path) -> Result<Reading, String> {
    if !folder.is_dir() {
        return Err(format!(
            "{} is not a folder; give the folder that holds atlas.json and its companions",
            folder.display()
        ));
    }
    let mut texts = Vec::new();
    for name in FILES {
        match fs::read(folder.join(name)) {
            Ok(bytes) => texts.push((name, bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("{}: {error}", folder.join(name).display())),
        }
    }
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let mut reading = read(&files, Tongue::PLAIN);
    let emblem = reading.dataset.as_ref().and_then(|dataset| Some(dataset.meta.visibility.as_ref()?.emblem.clone()));
    if let Some(emblem) = emblem.filter(|emblem| !folder.join(emblem).is_file()) {
        reading.problems.push(Problem {
            file: META.to_owned(),
            path: "visibility.emblem".to_owned(),
            line: None,
            record: None,
            fault: Fault::NoPicture(emblem),
        });
    }
    Ok(reading)
}

/// The problems that make a data set unfit to be published.
pub fn errors(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| !problem.fault.is_warning()).map(Problem::count).sum()
}
