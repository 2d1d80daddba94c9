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
pub use here::{download, download_png, write};
#[cfg(not(feature = "hydrate"))]
pub use nowhere::{download, download_png, write};

/// In the browser.
#[cfg(feature = "hydrate")]
mod here {
    use super::{ExportError, Kind, Sheet};
    use crate::browser::{self, attribute};
    use crate::fetch;
    use leptos::prelude::*;
    use leptos::web_sys::js_sys::{self, Array, Object, Promise, Reflect, Uint8Array};
    use leptos::web_sys::{
        Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
    };
    use std::cell::{Cell, RefCell};
    use std::time::Duration;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::JsFuture;

    #[wasm_bindgen]
    extern "C" {
        /// `import()` itself: no script of ours stands between, so nothing more is loaded with the page.
        #[wasm_bindgen(js_name = import)]
        fn import(address: &str) -> Promise;

        /// What `src/sheet/export.rs` exports.
        #[derive(Clone)]
        type Module;

        #[wasm_bindgen(method, catch, js_name = default)]
        fn start(this: &Module, with: &Object) -> Result<Promise, JsValue>;

        #[wasm_bindgen(method, catch)]
        fn write(this: &Module, kind: &str, sheet: &str) -> Result<Uint8Array, JsValue>;
    }

    thread_local! {
        /// How often loading or writing has failed.
        static FAILURES: Cell<u32> = const { Cell::new(0) };

        /// The module, once it has started and until it fails.
        static STARTED: RefCell<Option<Module>> = const { RefCell::new(None) };
    }

    /// The bytes of the file, written by the module that the page names.
    ///
    /// # Errors
    /// When the module cannot be loaded or started, is not the one that was built, or cannot write the sheet.
    pub async fn write(kind: Kind, sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
        let failed = |error: &JsValue| {
            FAILURES.set(FAILURES.get() + 1);
            STARTED.set(None);
            in_words(error)
        };
        let module = match STARTED.with_borrow(Clone::clone) {
            Some(module) => module,
            None => load().await.map_err(|error| ExportError::Load(failed(&error)))?,
        };
        // Out of memory, the module stops for good; the next attempt loads it anew.
        let bytes = module.write(kind.key(), &sheet.to_transfer());
        bytes.map(|bytes| bytes.to_vec()).map_err(|error| ExportError::Write(failed(&error)))
    }

    async fn load() -> Result<Module, JsValue> {
        let app = browser::app();
        let told = |name| app.as_ref().and_then(|app| app.get_attribute(name)).unwrap_or_default();
        // Some browsers remember that a module failed, and caches keep for ever what was changed on the way; under
        // another address, which hosts take for the same file, all of it is asked for and started anew.
        let address = |name| match FAILURES.get() {
            0 => told(name),
            count => format!("{}?again={count}", told(name)),
        };
        let script = address(attribute::EXPORT);
        expect(&script, &told(attribute::EXPORT_INTEGRITY))?;
        let module = JsFuture::from(import(&script));
        let wasm = fetch::verified(&address(attribute::EXPORT_WASM), &told(attribute::EXPORT_WASM_INTEGRITY)).await;
        let wasm = wasm.map_err(|why| JsValue::from(why.to_string()))?;
        // A script that does not come keeps `import()` waiting for ever.
        let module = fetch::unless_silent(module, &Cell::new(0)).await.map_err(|why| JsValue::from(why.to_string()))?;
        let module: Module = module?.unchecked_into();
        let with = Object::new();
        Reflect::set(&with, &"module_or_path".into(), &Uint8Array::from(wasm.as_slice()))?;
        JsFuture::from(module.start(&with)?).await?;
        STARTED.set(Some(module.clone()));
        Ok(module)
    }

    /// Has the browser take no other bytes for a module than those of this hash: `import()` cannot be given one, so it
    /// is preloaded with it; see `start.js`.
    fn expect(script: &str, integrity: &str) -> Result<(), JsValue> {
        let link = document().create_element("link")?;
        let attributes =
            [("rel", "modulepreload"), ("crossorigin", "anonymous"), ("integrity", integrity), ("href", script)];
        for (name, value) in attributes {
            link.set_attribute(name, value)?;
        }
        document().head().ok_or_else(|| JsValue::from("no head"))?.append_child(&link)?;
        Ok(())
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

    /// Has the browser paint an SVG picture and save it as a PNG file of this name, twice as large, so that it is sharp
    /// on paper.
    ///
    /// # Errors
    /// When the browser refuses to paint the picture, or to make a file.
    pub async fn download_png(name: &str, svg: &str) -> Result<(), ExportError> {
        paint(name, svg).await.map_err(|error| ExportError::Write(in_words(&error)))
    }

    async fn paint(name: &str, svg: &str) -> Result<(), JsValue> {
        /// Browsers refuse to paint higher and wider.
        const LARGEST: f64 = 16_000.0;
        let image = HtmlImageElement::new()?;
        // Not a Blob: the policy of the site lets pictures come from itself and from `data:` only.
        image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", js_sys::encode_uri_component(svg)));
        JsFuture::from(image.decode()).await?;
        let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
        let scale = 2.0_f64.min(LARGEST / width.max(height).max(1.0));
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
        canvas.set_width((width * scale) as u32);
        canvas.set_height((height * scale) as u32);
        let on: CanvasRenderingContext2d =
            canvas.get_context("2d")?.ok_or_else(|| JsValue::from("no canvas"))?.unchecked_into();
        if !is_told_apart(&on)? {
            return Err("the browser paints noise".into());
        }
        on.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width * scale, height * scale)?;
        let made = Promise::new(&mut |done, _| {
            if canvas.to_blob(&done).is_err() {
                let _ = done.call0(&JsValue::NULL);
            }
        });
        let blob: Blob = JsFuture::from(made).await?.dyn_into()?;
        hand_over(name, &blob)
    }

    /// Whether what is painted can be read again. Browsers that hide who asks give noise instead, and would save it.
    fn is_told_apart(on: &CanvasRenderingContext2d) -> Result<bool, JsValue> {
        on.set_fill_style_str("#123456");
        on.fill_rect(0.0, 0.0, 1.0, 1.0);
        let read = on.get_image_data(0.0, 0.0, 1.0, 1.0)?.data();
        on.clear_rect(0.0, 0.0, 1.0, 1.0);
        Ok(read.starts_with(&[0x12, 0x34, 0x56]))
    }

    fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let parts = Array::of1(&Uint8Array::from(bytes));
        hand_over(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
    }

    fn hand_over(name: &str, blob: &Blob) -> Result<(), JsValue> {
        let address = Url::create_object_url_with_blob(blob)?;
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
    pub async fn write(_kind: Kind, _sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
        Err(ExportError::Load(NO_BROWSER.into()))
    }

    /// Only a browser can paint a picture.
    ///
    /// # Errors
    /// Always.
    pub async fn download_png(_name: &str, _svg: &str) -> Result<(), ExportError> {
        Err(ExportError::Write(NO_BROWSER.into()))
    }

    /// Only a browser can save a file.
    ///
    /// # Errors
    /// Always.
    pub fn download(_name: &str, _mime: &str, _bytes: &[u8]) -> Result<(), ExportError> {
        Err(ExportError::Write(NO_BROWSER.into()))
    }
}
