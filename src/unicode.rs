//! Unicode's compatibility decomposition: the browser's own in the browser, a library's elsewhere, because its tables
//! are larger than the rest of the program.

/// The compatibility decomposition (NFKD) of a text.
#[cfg(target_arch = "wasm32")]
pub fn decompose(text: &str) -> String {
    // Nothing of ASCII is decomposed, and the way to the browser and back costs more than looking.
    if text.is_ascii() {
        return text.to_owned();
    }
    String::from(leptos::web_sys::js_sys::JsString::from(text).normalize("NFKD"))
}

/// The compatibility decomposition (NFKD) of a text.
#[cfg(not(target_arch = "wasm32"))]
pub use crate::domain::catalogue::draft::decompose;
