//! A plain file server, as dumb as a static host, with the strict policy that hosts can set, and with the faults
//! that hosts and networks have.

use crate::site::Site;
use brotli::enc::BrotliEncoderParams;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// One of the files of data.
    Broken(Part, Damage),
    /// The WebAssembly is not there.
    WasmMissing,
    /// Somebody has changed a byte of the WebAssembly.
    WasmChanged,
    /// The WebAssembly takes its time.
    WasmSlow,
    /// The host knows only its error page.
    OnlyErrorPage,
}

/// A file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the page of a project shows.
    Slice,
    /// The columns of the catalogue.
    Catalogue,
    /// The words of the catalogue.
    Words,
}

/// What is wrong with a file of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It is not there.
    Missing,
    /// It stops in the middle.
    Truncated,
    /// The host answers with a page instead.
    Html,
    /// The records of projects have lost their titles.
    Records,
}

impl Part {
    fn is_at(self, path: &str) -> bool {
        match self {
            // `/projects/page.json` is the list's.
            Self::Slice => {
                path.starts_with("projects/") && path.ends_with("/page.json") && path.matches('/').count() == 2
            }
            Self::Catalogue => path.starts_with("data/catalogue-"),
            Self::Words => path.starts_with("data/words-"),
        }
    }
}

/// The policy of the README, as a header.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// How long something slow takes.
const SLOW: Duration = Duration::from_millis(800);

/// A server on a port of its own; it stops when dropped.
pub struct Host {
    /// `http://127.0.0.1:12345`
    pub origin: String,
    stop: Option<oneshot::Sender<()>>,
}

impl Host {
    /// Serves a bundle below its base.
    pub fn new(site: Site, fault: Fault) -> Self {
        Self::start(site, fault, None)
    }

    /// Serves a bundle as a good host does: compressed.
    pub fn compressing(site: Site) -> Self {
        Self::start(site, Fault::None, Some(Arc::default()))
    }

    fn start(site: Site, fault: Fault, compressed: Option<Arc<Compressed>>) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel();
        let folder: Arc<Path> = site.folder().into();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                let serving = async {
                    while let Ok((stream, _)) = listener.accept().await {
                        let (folder, compressed) = (folder.clone(), compressed.clone());
                        let service = service_fn(move |request: Request<Incoming>| {
                            let (status, bytes, mime) = answer(&folder, site.base, request.uri().path(), fault);
                            let mut response = Response::builder().status(status);
                            let bytes = match compressed.as_ref().filter(|_| takes_brotli(&request)) {
                                Some(compressed) => {
                                    response = response.header("Content-Encoding", "br");
                                    compressed.of(request.uri().path(), bytes)
                                }
                                None => bytes,
                            };
                            let response = response
                                .header("Content-Type", mime)
                                .header("Content-Security-Policy", POLICY)
                                .header("X-Content-Type-Options", "nosniff")
                                .body(Full::new(Bytes::from(bytes)));
                            let slow = fault == Fault::WasmSlow && request.uri().path().ends_with(".wasm");
                            async move {
                                if slow {
                                    tokio::time::sleep(SLOW).await;
                                }
                                response
                            }
                        });
                        // The browser may go in the middle of an answer; that is its own matter.
                        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
                    }
                };
                tokio::select! { () = serving => {}, _ = stopped => {} }
            });
        });
        Self { origin, stop: Some(stop) }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

/// What has been compressed already, by path.
#[derive(Default)]
struct Compressed(Mutex<BTreeMap<String, Vec<u8>>>);

impl Compressed {
    fn of(&self, path: &str, bytes: Vec<u8>) -> Vec<u8> {
        let mut all = self.0.lock().unwrap();
        let compress = || {
            let mut out = Vec::new();
            // Nearly as small as it can be, in a tenth of the time.
            let parameters = BrotliEncoderParams { quality: 9, ..Default::default() };
            brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &parameters).unwrap();
            out
        };
        all.entry(path.to_owned()).or_insert_with(compress).clone()
    }
}

fn takes_brotli(request: &Request<Incoming>) -> bool {
    let accepted = request.headers().get("Accept-Encoding").and_then(|it| it.to_str().ok());
    accepted.is_some_and(|it| it.split(',').any(|it| it.trim() == "br"))
}

fn answer(folder: &Path, base: &str, path: &str, fault: Fault) -> (u16, Vec<u8>, &'static str) {
    let not_found = || (404, fs::read(folder.join("404.html")).unwrap_or_default(), "text/html; charset=utf-8");
    let Some(path) = path.strip_prefix(base).and_then(|rest| rest.strip_prefix('/')) else { return not_found() };
    let damage = match fault {
        Fault::Broken(part, damage) if part.is_at(path) => Some(damage),
        _ => None,
    };
    match (fault, damage) {
        (_, Some(Damage::Missing)) => return not_found(),
        (_, Some(Damage::Html)) => {
            return (200, b"<!doctype html><title>Log in</title>".to_vec(), "text/html; charset=utf-8");
        }
        (Fault::WasmMissing, _) if path.ends_with(".wasm") => return not_found(),
        (Fault::OnlyErrorPage, _) if !path.contains('.') => return not_found(),
        _ => {}
    }
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Ok(mut bytes) = fs::read(folder.join(&file)) else { return not_found() };
    if fault == Fault::WasmChanged
        && path.ends_with(".wasm")
        && let Some(last) = bytes.last_mut()
    {
        *last ^= 1;
    }
    match damage {
        Some(Damage::Truncated) => bytes.truncate(bytes.len() / 2),
        Some(Damage::Records) => {
            let text = String::from_utf8(bytes).unwrap();
            let (before, projects) = text.split_once("\"projects.json\":").unwrap();
            let broken = projects.replace("\"title\":", "\"tilte\":");
            assert_ne!(broken, projects);
            bytes = format!("{before}\"projects.json\":{broken}").into_bytes();
        }
        _ => {}
    }
    let mime = match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    (200, bytes, mime)
}
