//! The only file that uses the network.

use gloo_net::http::{Request, RequestBuilder};
use leptos::prelude::window;
use leptos::web_sys::js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::web_sys::{AbortController, ReadableStreamDefaultReader};
use std::cell::Cell;
use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
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
    /// Nothing has come for a long time.
    Silence,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(why) => write!(f, "the request failed: {why}"),
            Self::Status(code) => write!(f, "the host answered {code}"),
            Self::TooMuch => write!(f, "the host sends more than was published"),
            Self::Silence => write!(f, "nothing has come for {} seconds", SILENCE_MS / 1000),
        }
    }
}

impl std::error::Error for LoadError {}

/// Told, again and again, how many bytes have arrived. Not any function, of which each would bring a copy of all below.
pub type Arrived<'a> = &'a dyn Fn(usize);

/// Tells nobody.
pub const UNTOLD: Arrived<'static> = &|_| ();

/// The bytes at an address on this host, at most so many.
///
/// # Errors
/// When the request fails, the host answers with anything but a success, or there are more.
pub async fn bytes(url: &str, most: usize, arrived: Arrived<'_>) -> Result<Vec<u8>, LoadError> {
    read(request(url), most, arrived).await
}

/// The bytes at an address on this host, when they have this hash (Subresource Integrity).
///
/// # Errors
/// When the request fails, the host answers with anything but a success, or with other bytes.
pub async fn verified(url: &str, integrity: &str) -> Result<Vec<u8>, LoadError> {
    // The browser itself looks at the hash, and hands over nothing before it has.
    read(request(url).integrity(integrity), MOST, UNTOLD).await
}

fn request(url: &str) -> RequestBuilder {
    // The library puts a `&` after a query of the address, and would not meet what was preloaded.
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let pairs = crate::domain::query_string::parse(query);
    Request::get(path).query(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

/// How long a host may be silent before nothing more is expected of it: longer than any line that works takes for an answer,
/// and not as long as visitors wait. Without it a page, or a file to be saved, would be waited for until the browser is closed.
const SILENCE_MS: i32 = 20_000;

/// What a future gives, unless it takes longer than a host may be silent since `heard` has last changed.
///
/// # Errors
/// When it has not come by then.
pub async fn unless_silent<T>(future: impl Future<Output = T>, heard: &Cell<usize>) -> Result<T, LoadError> {
    let (mut future, mut silence) = (pin!(future), pin!(silence(heard)));
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Ok(value)),
        Poll::Pending => silence.as_mut().poll(context).map(|()| Err(LoadError::Silence)),
    })
    .await
}

async fn silence(heard: &Cell<usize>) {
    loop {
        let before = heard.get();
        let mut wait = |done: Function, _| {
            // Where there is no clock, nothing is given up.
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, SILENCE_MS);
        };
        let _ = JsFuture::from(Promise::new(&mut wait)).await;
        if heard.get() == before {
            return;
        }
    }
}

async fn read(request: RequestBuilder, most: usize, arrived: Arrived<'_>) -> Result<Vec<u8>, LoadError> {
    let heard = Cell::new(0);
    let arrived = |count| {
        heard.set(count);
        arrived(count);
    };
    let running = Running(AbortController::new().ok());
    let request = request.abort_signal(running.0.as_ref().map(|it| it.signal()).as_ref());
    unless_silent(read_whole(request, most, &arrived), &heard).await?
}

/// A request, which ends with whoever waits for it: browsers let a second one for the same file wait for the first.
struct Running(Option<AbortController>);

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(it) = &self.0 {
            it.abort();
        }
    }
}

async fn read_whole(request: RequestBuilder, most: usize, arrived: Arrived<'_>) -> Result<Vec<u8>, LoadError> {
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
