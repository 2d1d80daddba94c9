//! The folder that a sample is written to, and the files in it.

use super::json::Object;
use serde::ser::{SerializeSeq, Serializer};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use atlas::domain::read::FILES;

/// What `atlas.json` says of a sample in its `data_version`. By it an earlier sample is known, which may be replaced.
pub const MARK: &str = "generated-";

/// A folder that may be written to.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes the folder, if it is not there. One that holds anything but an earlier sample is refused, and so is the
    /// folder `base` that the sample is made from.
    pub fn new(out: PathBuf, base: &Path) -> Result<Self, String> {
        let place = |error: io::Error| format!("{}: {error}", out.display());
        fs::create_dir_all(&out).map_err(place)?;
        let whole = |path: &Path| fs::canonicalize(path).map_err(place);
        if whole(&out)? == whole(base)? {
            return Err(format!("{} is the data set that the sample is made from", out.display()));
        }
        if !may_be_replaced(&out).map_err(place)? {
            return Err(format!(
                "{} holds other files than an earlier sample; give an empty folder or a new one",
                out.display()
            ));
        }
        Ok(Self(out))
    }

    /// Writes a file as it is.
    pub fn copy(&self, name: &str, bytes: &[u8]) -> Result<u64, String> {
        self.write(name, |file| file.write_all(bytes))
    }

    /// Writes one object.
    pub fn object(&self, name: &str, object: &Object) -> Result<u64, String> {
        self.write(name, |file| {
            serde_json::to_writer_pretty(&mut *file, object)?;
            file.write_all(b"\n")
        })
    }

    /// Writes a list, record by record: it need not fit into memory.
    pub fn list(&self, name: &str, records: impl Iterator<Item = Object>) -> Result<u64, String> {
        self.write(name, |file| {
            let mut serializer = serde_json::Serializer::pretty(&mut *file);
            let mut list = serializer.serialize_seq(None)?;
            for record in records {
                list.serialize_element(&record)?;
            }
            SerializeSeq::end(list)?;
            file.write_all(b"\n")
        })
    }

    /// The number of bytes is returned.
    fn write(&self, name: &str, body: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> Result<u64, String> {
        let path = self.0.join(name);
        let write = || {
            let mut file = BufWriter::new(File::create(&path)?);
            body(&mut file)?;
            Ok(file.into_inner()?.metadata()?.len())
        };
        write().map_err(|error: io::Error| format!("{}: {error}", path.display()))
    }
}

/// It is empty, or an earlier sample and nothing else. A link is something else: it may lead to real data.
fn may_be_replaced(folder: &Path) -> io::Result<bool> {
    let mut empty = true;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        empty = false;
        if !entry.file_type()?.is_file() || !FILES.iter().any(|name| entry.file_name() == *name) {
            return Ok(false);
        }
    }
    Ok(empty || fs::read_to_string(folder.join("atlas.json")).is_ok_and(|text| has_mark(&text)))
}

fn has_mark(text: &str) -> bool {
    let value = serde_json::from_str::<serde_json::Value>(text).unwrap_or_default();
    value["data_version"].as_str().is_some_and(|version| version.starts_with(MARK))
}
