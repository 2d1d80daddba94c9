//! The only file that loads the module that writes files, and that hands a file to the browser to be saved.

use sheet::Sheet;
use sheet::kind::Kind;
use std::fmt;

/// Why a file could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The module could not be loaded or started. Another attempt may succeed.
    Load(String),
    /// The module could not write this file.
    Write(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Load(why) => write!(f, "the module that writes files could not be loaded: {why}"),
            Self::Write(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for ExportError {}

#[cfg(feature = "hydrate")]
pub use here::{download, write};
#[cfg(not(feature = "hydrate"))]
pub use nowhere::{download, write};

/// In the browser.
#[cfg(feature = "hydrate")]
mod here {
    use super::{ExportError, Kind, Sheet};
    use leptos::prelude::*;
    use leptos::web_sys::js_sys::{Array, Promise, Uint8Array};
    use leptos::web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
    use std::cell::Cell;
    use std::time::Duration;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::JsFuture;

    #[wasm_bindgen]
    extern "C" {
        /// `import()` itself: no script of ours stands between, so nothing more is loaded with the page.
        #[wasm_bindgen(js_name = import)]
        fn import(address: &str) -> Promise;

        /// What `src/sheet/export.rs` exports.
        type Module;

        #[wasm_bindgen(method, catch, js_name = default)]
        fn start(this: &Module) -> Result<Promise, JsValue>;

        #[wasm_bindgen(method, catch)]
        fn write(this: &Module, kind: &str, sheet: &str) -> Result<Uint8Array, JsValue>;
    }

    thread_local! {
        /// How often loading or writing has failed.
        static FAILURES: Cell<u32> = const { Cell::new(0) };
    }

    /// The bytes of the file, written by the module at this address.
    ///
    /// # Errors
    /// When the module cannot be loaded or started, or cannot write the sheet.
    pub async fn write(module_url: &str, kind: Kind, sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
        let failed = |error: &JsValue| {
            FAILURES.set(FAILURES.get() + 1);
            in_words(error)
        };
        let module = load(module_url).await.map_err(|error| ExportError::Load(failed(&error)))?;
        // Out of memory, the module stops for good; the next attempt loads it anew.
        let bytes = module.write(kind.key(), &sheet.to_transfer());
        bytes.map(|bytes| bytes.to_vec()).map_err(|error| ExportError::Write(failed(&error)))
    }

    async fn load(url: &str) -> Result<Module, JsValue> {
        // Some browsers remember that a module failed; under another fragment all of them start it anew.
        let address = match FAILURES.get() {
            0 => url.to_owned(),
            count => format!("{url}#{count}"),
        };
        let module: Module = JsFuture::from(import(&address)).await?.unchecked_into();
        JsFuture::from(module.start()?).await?;
        Ok(module)
    }

    fn in_words(error: &JsValue) -> String {
        let message = error.dyn_ref::<leptos::web_sys::js_sys::Error>().map(|error| error.message());
        message.map_or_else(|| format!("{error:?}"), String::from)
    }

    /// Has the browser save the bytes as a file of this name.
    ///
    /// # Errors
    /// When the browser refuses to make a file.
    pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), ExportError> {
        save(name, mime, bytes).map_err(|error| ExportError::Write(in_words(&error)))
    }

    fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // Not at once: some browsers read the file only after the click is over.
        let forget = move || {
            let _ = Url::revoke_object_url(&address);
        };
        set_timeout(forget, Duration::from_secs(60));
        Ok(())
    }
}

/// Where pages are prerendered: nobody clicks, so nothing here is ever called.
#[cfg(not(feature = "hydrate"))]
mod nowhere {
    use super::{ExportError, Kind, Sheet};

    const NO_BROWSER: &str = "there is no browser here";

    /// Only a browser can load the module.
    ///
    /// # Errors
    /// Always.
    pub async fn write(_module_url: &str, _kind: Kind, _sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
        Err(ExportError::Load(NO_BROWSER.into()))
    }

    /// Only a browser can save a file.
    ///
    /// # Errors
    /// Always.
    pub fn download(_name: &str, _mime: &str, _bytes: &[u8]) -> Result<(), ExportError> {
        Err(ExportError::Write(NO_BROWSER.into()))
    }
}
