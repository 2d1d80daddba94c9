//! What the prerenderer told the browser about a page, as attributes of the app's element.

/// The path below which the site stands.
pub const ROOT: &str = "data-root";
/// The tag of the language of the page.
pub const LANGUAGE: &str = "data-language";
/// The address of the catalogue's columns.
pub const CATALOGUE: &str = "data-catalogue";
/// How many bytes they are.
pub const CATALOGUE_SIZE: &str = "data-catalogue-size";
/// The address of the catalogue's words.
pub const WORDS: &str = "data-words";
/// The address of what files hold beside the catalogue.
pub const DETAILS: &str = "data-details";
/// What tells the slices of this build from those of another.
pub const RELEASE: &str = "data-release";
/// The address of the script of the module that writes files.
pub const EXPORT: &str = "data-export";
/// The hash of that script (Subresource Integrity).
pub const EXPORT_INTEGRITY: &str = "data-export-integrity";
/// The address of the WebAssembly of that module.
pub const EXPORT_WASM: &str = "data-export-wasm";
/// Its hash.
pub const EXPORT_WASM_INTEGRITY: &str = "data-export-wasm-integrity";
/// The address of the slice of the page, for whoever loads it early.
pub const SLICE: &str = "data-slice";
/// The fingerprint of the slice that the page was rendered from.
pub const FINGERPRINT: &str = "data-fingerprint";
/// The path of the page, without the base.
pub const PAGE: &str = "data-page";
/// How many nodes the published page has.
pub const NODES: &str = "data-nodes";
