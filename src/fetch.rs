//! The only file that uses the network.

use gloo_net::http::{Request, RequestBuilder};
use leptos::web_sys::ReadableStreamDefaultReader;
use leptos::web_sys::js_sys::{Reflect, Uint8Array};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// More bytes than any file of a million projects has.
pub const MOST: usize = 500_000_000;

/// Why a file could not be had.
#[derive(Debug)]
pub enum LoadError {
    /// The request did not come through, or its answer did not arrive whole.
    Network(String),
    /// The host answered with a status that is not a success.
    Status(u16),
    /// There is more of it than of what was published.
    TooMuch,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(why) => write!(f, "the request failed: {why}"),
            Self::Status(code) => write!(f, "the host answered {code}"),
            Self::TooMuch => write!(f, "the host sends more than was published"),
        }
    }
}

impl std::error::Error for LoadError {}

/// The bytes at an address on this host, at most so many. `arrived` is told, again and again, how many there are.
///
/// # Errors
/// When the request fails, the host answers with anything but a success, or there are more.
pub async fn bytes(url: &str, most: usize, arrived: impl Fn(usize)) -> Result<Vec<u8>, LoadError> {
    read(request(url), most, arrived).await
}

/// The bytes at an address on this host, when they have this hash (Subresource Integrity).
///
/// # Errors
/// When the request fails, the host answers with anything but a success, or with other bytes.
pub async fn verified(url: &str, integrity: &str) -> Result<Vec<u8>, LoadError> {
    // The browser itself looks at the hash, and hands over nothing before it has.
    read(request(url).integrity(integrity), MOST, |_| ()).await
}

fn request(url: &str) -> RequestBuilder {
    // The library puts a `&` after a query of the address, and would not meet what was preloaded.
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let pairs = crate::domain::query_string::parse(query);
    Request::get(path).query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

async fn read(request: RequestBuilder, most: usize, arrived: impl Fn(usize)) -> Result<Vec<u8>, LoadError> {
    let network = |error: gloo_net::Error| LoadError::Network(error.to_string());
    let response = request.send().await.map_err(network)?;
    if !response.ok() {
        return Err(LoadError::Status(response.status()));
    }
    let Some(stream) = response.body() else { return Ok(Vec::new()) };
    let broken = |error: JsValue| LoadError::Network(format!("{error:?}"));
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(broken)?;
        let done = Reflect::get(&part, &"done".into()).map_err(broken)?;
        if done.is_truthy() {
            return Ok(bytes);
        }
        let part: Uint8Array = Reflect::get(&part, &"value".into()).map_err(broken)?.unchecked_into();
        let from = bytes.len();
        if from + part.length() as usize > most {
            let _ = reader.cancel();
            return Err(LoadError::TooMuch);
        }
        bytes.resize(from + part.length() as usize, 0);
        part.copy_to(&mut bytes[from..]);
        arrived(bytes.len());
    }
}
