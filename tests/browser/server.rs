//! A plain file server, as dumb as a static host, with the strict policy that hosts can set, and with the faults
//! that hosts and networks have.

use crate::site::Site;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The data is not there.
    DataMissing,
    /// The data stops in the middle.
    DataTruncated,
    /// One record of the data has lost its title.
    RecordBroken,
    /// The host answers with a page instead of the data.
    DataIsHtml,
    /// The WebAssembly is not there.
    WasmMissing,
    /// The host knows only its error page.
    OnlyErrorPage,
}

/// The policy of the README, as a header.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// A server on a port of its own; it stops when dropped.
pub struct Host {
    /// `http://127.0.0.1:12345`
    pub origin: String,
    stop: Option<oneshot::Sender<()>>,
}

impl Host {
    /// Serves a bundle below its base.
    pub fn new(site: Site, fault: Fault) -> Self {
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
                        let folder = folder.clone();
                        let service = service_fn(move |request: Request<Incoming>| {
                            let (status, bytes, mime) = answer(&folder, site.base, request.uri().path(), fault);
                            let response = Response::builder()
                                .status(status)
                                .header("Content-Type", mime)
                                .header("Content-Security-Policy", POLICY)
                                .header("X-Content-Type-Options", "nosniff")
                                .body(Full::new(Bytes::from(bytes)));
                            async move { response }
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

fn answer(folder: &Path, base: &str, path: &str, fault: Fault) -> (u16, Vec<u8>, &'static str) {
    let not_found = || (404, fs::read(folder.join("404.html")).unwrap_or_default(), "text/html; charset=utf-8");
    let Some(path) = path.strip_prefix(base).and_then(|rest| rest.strip_prefix('/')) else { return not_found() };
    let is_data = path.starts_with("data/bundle-");
    match fault {
        Fault::DataMissing if is_data => return not_found(),
        Fault::DataIsHtml if is_data => {
            return (200, b"<!doctype html><title>Log in</title>".to_vec(), "text/html; charset=utf-8");
        }
        Fault::WasmMissing if path.ends_with(".wasm") => return not_found(),
        Fault::OnlyErrorPage if !path.contains('.') => return not_found(),
        _ => {}
    }
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Ok(mut bytes) = fs::read(folder.join(&file)) else { return not_found() };
    if fault == Fault::DataTruncated && is_data {
        bytes.truncate(bytes.len() / 2);
    }
    if fault == Fault::RecordBroken && is_data {
        let text = String::from_utf8(bytes).unwrap();
        bytes = text
            .replacen("\"title\":\"Improvement of the court", "\"tilte\":\"Improvement of the court", 1)
            .into_bytes();
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
