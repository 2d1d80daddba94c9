//! The module that writes files, as Trunk has built it, under names by its content.
//!
//! Trunk gives no hash to what is not started with the page. These two files are cached for ever, so they get one here.

use crate::frame::hashed;
use atlas::domain::read::fingerprint;
use std::fs;
use std::path::Path;

const SCRIPT: &str = "export.js";
const WASM: &str = "export_bg.wasm";

/// Renames the two files of the module in the folder. Returns the name of its script, which finds the other by itself.
///
/// # Errors
/// When a file is missing, or the script does not name the other.
pub fn settle(folder: &Path) -> Result<String, String> {
    let place = |name: &'static str| move |error: std::io::Error| format!("{name}: {error}");
    let script = fs::read_to_string(folder.join(SCRIPT)).map_err(place(SCRIPT))?;
    let wasm = format!("export-{}_bg.wasm", fingerprint(&fs::read(folder.join(WASM)).map_err(place(WASM))?));
    let script = with_name(&script, &wasm)?;
    let name = hashed("export", "js", &script);
    fs::rename(folder.join(WASM), folder.join(wasm)).map_err(place(WASM))?;
    fs::write(folder.join(&name), script).map_err(place(SCRIPT))?;
    fs::remove_file(folder.join(SCRIPT)).map_err(place(SCRIPT))?;
    Ok(name)
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
}
