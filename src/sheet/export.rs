//! The module that writes files, as WebAssembly of its own: nobody loads it who does not ask for a file.
//!
//! Trunk builds it beside the client; the prerenderer gives it a name by its content and tells the pages where it is.
//! `src/exporter.rs` calls it.

use sheet::kind::Kind;
use sheet::{Sheet, write};
use wasm_bindgen::prelude::*;

/// The bytes of the file of this kind (`csv`, `xlsx`, `json` or `ics`) for the sheet that `Sheet::to_transfer` gave.
///
/// # Errors
/// When the kind is unknown, the string is no sheet, or the sheet does not fit: a sentence that says so.
#[wasm_bindgen(js_name = write)]
pub fn write_file(kind: &str, sheet: &str) -> Result<Vec<u8>, JsError> {
    let known = Kind::parse(kind).ok_or_else(|| JsError::new(&format!("no kind of file is called {kind}")))?;
    let sheet = Sheet::from_transfer(sheet).map_err(|why| JsError::new(&why))?;
    write::write(known, &sheet).map_err(|error| JsError::new(&error.0))
}

fn main() {}
