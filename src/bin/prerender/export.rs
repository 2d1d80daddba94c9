//! The module that writes files, as Trunk has built it, under names by its content.
//!
//! Trunk gives no hash to what is not started with the page. These two files are cached for ever, so they get one here.

use crate::hashed::hashed;
use crate::integrity::integrity;
use atlas::domain::read::fingerprint;
use std::fs;
use std::path::Path;

const SCRIPT: &str = "export.js";
const WASM: &str = "export_bg.wasm";

/// The two files of the module, as pages name them.
#[derive(Clone, Default)]
pub struct Export {
    /// The name of its script.
    pub script: String,
    /// The name of its WebAssembly.
    pub wasm: String,
    /// The hashes of both, in this order.
    pub integrity: [String; 2],
}

/// Renames the two files of the module in the folder.
///
/// # Errors
/// When a file is missing, or the script does not name the other.
pub fn settle(folder: &Path) -> Result<Export, String> {
    let place = |name: &'static str| move |error: std::io::Error| format!("{name}: {error}");
    let script = fs::read_to_string(folder.join(SCRIPT)).map_err(place(SCRIPT))?;
    let bytes = fs::read(folder.join(WASM)).map_err(place(WASM))?;
    let wasm = format!("export-{}_bg.wasm", fingerprint(&bytes));
    let script = with_name(&script, &wasm)?;
    let name = hashed("export", "js", &script);
    fs::rename(folder.join(WASM), folder.join(&wasm)).map_err(place(WASM))?;
    fs::write(folder.join(&name), &script).map_err(place(SCRIPT))?;
    fs::remove_file(folder.join(SCRIPT)).map_err(place(SCRIPT))?;
    Ok(Export { integrity: [integrity(script.as_bytes()), integrity(&bytes)], script: name, wasm })
}

/// The script with the WebAssembly's new name in it, so that a change there is also a change here.
fn with_name(script: &str, wasm: &str) -> Result<String, String> {
    if script.contains(WASM) { Ok(script.replace(WASM, wasm)) } else { Err(format!("{SCRIPT} does not name {WASM}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_loads_the_renamed_file() {
        let script = "module_or_path = new URL('export_bg.wasm', import.meta.url);";
        assert_eq!(
            with_name(script, "export-1_bg.wasm").unwrap(),
            "module_or_path = new URL('export-1_bg.wasm', import.meta.url);"
        );
        assert!(with_name("nothing", "export-1_bg.wasm").is_err());
    }

    #[test]
    fn the_hashes_are_those_of_the_files_under_their_new_names() {
        let folder = std::env::temp_dir().join(format!("atlas-export-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(SCRIPT), "new URL('export_bg.wasm', import.meta.url)\n").unwrap();
        fs::write(folder.join(WASM), b"\0asm").unwrap();
        let Export { script, wasm, integrity: hashes } = settle(&folder).unwrap();
        for (name, hash) in [&script, &wasm].into_iter().zip(&hashes) {
            assert_eq!(integrity(&fs::read(folder.join(name)).unwrap()), *hash, "{name}");
        }
        assert!(script.starts_with("export-") && script.ends_with(".js") && wasm.ends_with("_bg.wasm"));
        assert!(!folder.join(SCRIPT).exists() && !folder.join(WASM).exists());
        fs::remove_dir_all(folder).unwrap();
    }
}
