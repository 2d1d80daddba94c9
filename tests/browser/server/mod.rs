//! A plain file server, as dumb as a static host, with the habits that hosts have ([`KINDS`]) and the faults that hosts
//! and networks have ([`FAILURES`]).

mod failure;
mod kind;
mod sent;

pub use failure::{Damage, FAILURES, Fault, Part, Piece};
pub use kind::{Headers, KINDS, Kind, OLD_PAGES, PLAIN, Unknown};

use crate::site::Site;
use brotli::enc::BrotliEncoderParams;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use sent::Sent;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A server on a port of its own; it stops when dropped.
pub struct Host {
    /// `http://127.0.0.1:12345`
    pub origin: String,
    /// What goes wrong at present.
    fault: Arc<Mutex<Fault>>,
    /// The bundle at present.
    folder: Arc<Mutex<PathBuf>>,
    /// What is sent instead of files of the bundle, by their paths in it.
    instead: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    stop: Option<oneshot::Sender<()>>,
}

/// How a bundle is served.
#[derive(Clone, Copy)]
pub struct Serving {
    /// The bundle.
    pub site: Site,
    /// The habits of the host.
    pub kind: &'static Kind,
    /// What goes wrong.
    pub fault: Fault,
    /// Whether files travel compressed.
    pub compressed: bool,
    /// The port; 0 is any that is free.
    pub port: u16,
}

impl Serving {
    /// As most tests want it.
    pub fn plain(site: Site) -> Self {
        Self { site, kind: &PLAIN, fault: Fault::None, compressed: false, port: 0 }
    }
}

impl Host {
    /// Serves a bundle below its base.
    pub fn new(serving: Serving) -> Self {
        let listener = std::net::TcpListener::bind(("127.0.0.1", serving.port)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel();
        let fault = Arc::new(Mutex::new(serving.fault));
        let folder = Arc::new(Mutex::new(serving.site.folder()));
        let instead = Arc::<Mutex<BTreeMap<String, Vec<u8>>>>::default();
        let bundle = Arc::new(Bundle {
            folder: folder.clone(),
            instead: instead.clone(),
            base: serving.site.base,
            kind: serving.kind,
            fault: fault.clone(),
            compressed: serving.compressed.then(Compressed::default),
        });
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                let serving = async {
                    while let Ok((stream, _)) = listener.accept().await {
                        let bundle = bundle.clone();
                        let service = service_fn(move |request: Request<Incoming>| {
                            let bundle = bundle.clone();
                            async move {
                                if let Some(wait) = bundle.wait(request.uri().path()) {
                                    tokio::time::sleep(wait).await;
                                }
                                bundle.respond(&request)
                            }
                        });
                        // The browser may go in the middle of an answer; that is its own matter.
                        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
                    }
                };
                tokio::select! { () = serving => {}, _ = stopped => {} }
            });
        });
        Self { origin, fault, folder, instead, stop: Some(stop) }
    }

    /// From now on, this goes wrong.
    pub fn stage(&self, fault: Fault) {
        *self.fault.lock().unwrap() = fault;
    }

    /// From now on, these files stand there instead of those of the bundle.
    pub fn put(&self, files: BTreeMap<String, Vec<u8>>) {
        *self.instead.lock().unwrap() = files;
    }

    /// From now on, this bundle stands there, at the same base.
    pub fn publish(&self, folder: PathBuf) {
        *self.folder.lock().unwrap() = folder;
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

/// What has been compressed already, by folder and path.
#[derive(Default)]
struct Compressed(Mutex<BTreeMap<(PathBuf, String), Vec<u8>>>);

impl Compressed {
    fn of(&self, folder: PathBuf, path: &str, bytes: Vec<u8>) -> Vec<u8> {
        let mut all = self.0.lock().unwrap();
        let compress = || {
            let mut out = Vec::new();
            // Nearly as small as it can be, in a tenth of the time.
            let parameters = BrotliEncoderParams { quality: 9, ..Default::default() };
            brotli::BrotliCompress(&mut bytes.as_slice(), &mut out, &parameters).unwrap();
            out
        };
        all.entry((folder, path.to_owned())).or_insert_with(compress).clone()
    }
}

fn takes_brotli(request: &Request<Incoming>) -> bool {
    let accepted = request.headers().get("Accept-Encoding").and_then(|it| it.to_str().ok());
    accepted.is_some_and(|it| it.split(',').any(|it| it.trim() == "br"))
}

/// What stands for an extension that waits until the program has begun.
const ALTERS_LATE: &str = "alters-late.js";

/// A bundle at a host.
struct Bundle {
    folder: Arc<Mutex<PathBuf>>,
    instead: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
    base: &'static str,
    kind: &'static Kind,
    fault: Arc<Mutex<Fault>>,
    compressed: Option<Compressed>,
}

/// What is sent before the type and the headers of the host are.
struct Answer {
    status: u16,
    /// The file of the bundle, or what stands for one.
    file: String,
    bytes: Vec<u8>,
    /// Where a redirection leads.
    to: Option<String>,
}

impl Bundle {
    fn fault(&self) -> Fault {
        *self.fault.lock().unwrap()
    }

    fn folder(&self) -> PathBuf {
        self.folder.lock().unwrap().clone()
    }

    /// A path below the base.
    fn below<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(self.base)?.strip_prefix('/')
    }

    fn wait(&self, path: &str) -> Option<Duration> {
        Some(self.fault().wait(self.below(path)?)?.time())
    }

    fn respond(&self, request: &Request<Incoming>) -> Result<Response<Sent>, http::Error> {
        let path = request.uri().path();
        let mut answer = self.answer(path);
        if let (Some(to), Some(query)) = (&mut answer.to, request.uri().query()) {
            *to = format!("{to}?{query}");
        }
        let mut response = Response::builder().status(answer.status);
        let mut headers = self.kind.headers(&self.folder(), path);
        if !headers.iter().any(|(name, _)| name == "Content-Type") || answer.status != 200 {
            headers.retain(|(name, _)| name != "Content-Type");
            headers.push(("Content-Type".into(), self.mime(&answer.file).into()));
        }
        // Of several policies a browser keeps all.
        let other_policy = match self.fault() {
            Fault::PolicyWithoutWasm => Some("script-src 'self'"),
            Fault::PolicyWithoutMarkup => Some("require-trusted-types-for 'script'"),
            _ => None,
        };
        headers.extend(other_policy.map(|policy| ("Content-Security-Policy".to_owned(), policy.to_owned())));
        headers.extend(answer.to.map(|to| ("Location".to_owned(), to)));
        let bytes = match self.compressed.as_ref().filter(|_| takes_brotli(request)) {
            Some(compressed) => {
                headers.push(("Content-Encoding".into(), "br".into()));
                compressed.of(self.folder(), path, answer.bytes)
            }
            None => answer.bytes,
        };
        for (name, value) in headers {
            response = response.header(name, value);
        }
        let stalls = self.fault() == Fault::PageStalls && answer.file.ends_with(".html");
        response.body(if stalls { Sent::stalled(bytes) } else { Sent::whole(bytes) })
    }

    fn mime(&self, file: &str) -> &'static str {
        match file.rsplit('.').next().unwrap_or_default() {
            "html" if self.fault() == Fault::OtherEncoding => "text/html; charset=iso-8859-1",
            "html" => "text/html; charset=utf-8",
            "css" => "text/css",
            "js" => "text/javascript",
            "json" => "application/json",
            "wasm" if self.fault() == Fault::WasmWithoutType => "application/octet-stream",
            "wasm" => self.kind.wasm,
            "svg" => "image/svg+xml",
            _ => "application/octet-stream",
        }
    }

    /// What the host does where it has no file.
    fn unknown(&self) -> Answer {
        let page = |status, file: &str| {
            let bytes = fs::read(self.folder().join(file)).unwrap_or_default();
            Answer { status, file: file.into(), bytes, to: None }
        };
        match self.kind.unknown {
            Unknown::ErrorPage => page(404, "404.html"),
            Unknown::FirstPage => page(200, "index.html"),
            Unknown::OwnLine => {
                Answer { status: 404, file: "error.html".into(), bytes: b"<title>404</title>No file".into(), to: None }
            }
        }
    }

    fn answer(&self, whole: &str) -> Answer {
        let Some(path) = self.below(whole) else { return self.unknown() };
        let fault = self.fault();
        let damage = match fault {
            Fault::Broken(part, damage) if part.is_at(path) => Some(damage),
            _ => None,
        };
        let login = |status| Answer {
            status,
            file: "login.html".into(),
            bytes: b"<!doctype html><title>Log in</title>".to_vec(),
            to: None,
        };
        match (fault, damage) {
            (_, Some(Damage::Missing)) => return self.unknown(),
            (_, Some(Damage::Html)) => return login(200),
            (_, Some(Damage::Error)) => return login(500),
            (Fault::Missing(piece), _) if piece.is_at(path) => return self.unknown(),
            (Fault::NoScripts, _) if path.ends_with(".js") => return self.unknown(),
            (Fault::PageAlteredLate, _) if path.ends_with(ALTERS_LATE) => {
                let bytes = include_bytes!("alters_late.js").to_vec();
                return Answer { status: 200, file: path.to_owned(), bytes, to: None };
            }
            (Fault::OnlyErrorPage, _) if !path.contains('.') => return self.unknown(),
            _ => {}
        }
        if self.kind.to_slash.is_some() && !path.is_empty() && self.folder().join(path).is_dir() && !path.ends_with('/')
        {
            let status = self.kind.to_slash.unwrap_or(301);
            return Answer { status, file: "moved.html".into(), bytes: Vec::new(), to: Some(format!("{whole}/")) };
        }
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        if let Some(bytes) = self.instead.lock().unwrap().get(&file) {
            return Answer { status: 200, file, bytes: bytes.clone(), to: None };
        }
        let Ok(mut bytes) = fs::read(self.folder().join(&file)) else { return self.unknown() };
        spoil(fault, damage, path, &file, &mut bytes);
        Answer { status: 200, file, bytes, to: None }
    }
}

/// Does to a file what goes wrong with it.
fn spoil(fault: Fault, damage: Option<Damage>, path: &str, file: &str, bytes: &mut Vec<u8>) {
    /// Replaces in a text, which must have what is replaced.
    fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
        let text = String::from_utf8_lossy(bytes);
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "{from} is in the file");
        changed.into_bytes()
    }
    match fault {
        Fault::Changed(piece) if piece.is_at(path) => {
            if let Some(last) = bytes.last_mut() {
                // A change that leaves scripts and styles what they are: the end of a line.
                *last = if *last == b'\n' { b' ' } else { *last ^ 1 };
            }
        }
        Fault::PageAltered if file.ends_with(".html") => {
            *bytes = replaced(bytes, "<footer class=\"site-footer\">", "<footer class=\"site-footer\"><p></p>");
        }
        Fault::PageAlteredLate if file.ends_with(".html") => {
            *bytes = replaced(bytes, "</body>", &format!("<script src=\"{ALTERS_LATE}\"></script></body>"));
        }
        Fault::PageRearranged if file.ends_with(".html") => {
            let less = replaced(bytes, "<!></div><!></footer>", "</div><!></footer>");
            *bytes = replaced(&less, "<div class=\"site-footer-inner\">", "<div class=\"site-footer-inner\"><i></i>");
        }
        Fault::NoProgram if file.ends_with(".html") => {
            *bytes = replaced(bytes, "<script type=\"module\"", "<script type=\"none\"");
        }
        Fault::ScriptOfOthers if file.ends_with(".html") => {
            *bytes = replaced(bytes, "</body>", "<script src=\"none-of-ours.js\" defer></script></body>");
        }
        Fault::OtherData if file.ends_with("partners/kazakhstan/page.json") => {
            let other = replaced(bytes, "Republic of Kazakhstan", "Republic of Elsewhere");
            *bytes = replaced(&other, "{\"release\":\"", "{\"release\":\"f");
        }
        Fault::NewRelease if file.ends_with("page.json") => {
            *bytes = replaced(bytes, "{\"release\":\"", "{\"release\":\"f");
        }
        Fault::NewRelease if file.ends_with(".html") => {
            *bytes = replaced(bytes, "</h1>", " (anew)</h1>");
        }
        _ => {}
    }
    match damage {
        Some(Damage::Truncated) => bytes.truncate(bytes.len() / 2),
        Some(Damage::Records) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let (before, projects) = text.split_once("\"projects.json\":").unwrap();
            let broken = replaced(projects.as_bytes(), "\"title\":", "\"tilte\":");
            *bytes = format!("{before}\"projects.json\":{}", String::from_utf8_lossy(&broken)).into_bytes();
        }
        Some(Damage::Version) if file.ends_with(".json") => {
            *bytes = replaced(bytes, "\"schema_version\":1", "\"schema_version\":2");
        }
        Some(Damage::Other) => *bytes = replaced(bytes, "\"page\":\"/", "\"page\":\"/other/"),
        // What a binary file is, and in which version, stands in its first eight bytes.
        Some(Damage::Version) => bytes[7] += 1,
        Some(Damage::Huge) => {
            let fill = if file.ends_with(".json") { b' ' } else { 0 };
            bytes.resize(50_000_000, fill);
        }
        _ => {}
    }
}
