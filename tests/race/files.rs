//! `atlas-race DATA OUT [N…]`: for every set of records below DATA, or those of these sizes, the files of its table in
//! OUT.

// A tool for the terminal.
#![allow(missing_docs)]

mod records;

use records::{Maker, Record};
use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufReader, Write};
use std::path::Path;
use std::time::Instant;

/// What the race says about a set of records.
#[derive(Deserialize)]
struct Manifest {
    n: usize,
    chunks: Vec<String>,
    facets: BTreeMap<String, Vec<String>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(data), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: atlas-race DATA OUT [N…]".into());
    };
    let sizes: Vec<String> = arguments.collect();
    for folder in fs::read_dir(data)? {
        let folder = folder?.path();
        let wanted = sizes.is_empty() || sizes.iter().any(|size| folder.ends_with(size));
        if wanted && folder.join("manifest.json").is_file() {
            write(&folder, Path::new(&out))?;
        }
    }
    Ok(())
}

fn write(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let began = Instant::now();
    let manifest: Manifest = serde_json::from_slice(&fs::read(folder.join("manifest.json"))?)?;
    let mut maker = Maker::new(manifest.facets);
    for chunk in manifest.chunks {
        let reader = BufReader::with_capacity(1 << 20, File::open(folder.join(chunk))?);
        serde_json::Deserializer::from_reader(reader).deserialize_seq(Each(&mut maker))?;
    }
    let (core, words) = maker.bytes();
    let n = manifest.n;
    fs::write(out.join(format!("atlas-core-{n}.bin")), &core)?;
    fs::write(out.join(format!("atlas-words-{n}.bin")), &words)?;
    let mut both = File::create(out.join(format!("atlas-{n}.bin")))?;
    both.write_all(&u32::try_from(core.len())?.to_le_bytes())?;
    both.write_all(&core)?;
    both.write_all(&words)?;
    let seconds = began.elapsed().as_secs_f32();
    eprintln!("atlas: {n} records, {} bytes of table, {} of words, in {seconds:.1} s", core.len(), words.len());
    Ok(())
}

/// Gives each record of a list to the maker as soon as it is read.
struct Each<'m>(&'m mut Maker);

impl<'de> Visitor<'de> for Each<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(record) = list.next_element::<Record>()? {
            self.0.record(&record);
        }
        Ok(())
    }
}
