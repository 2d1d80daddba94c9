//! The bundle on nginx, Apache and Caddy themselves, each told by the file that the build has written for it and by nothing
//! else but a name and a folder.

use crate::browser::{Browser, Setup, with_browser};
use crate::server::{KINDS, Kind};
use crate::site::{PORTAL, ROOT, Site};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server: the program, and how it is set up to serve a place.
#[derive(Clone, Copy)]
struct Server {
    program: &'static str,
    set_up: fn(&Place) -> Vec<String>,
    /// Whether the address of a folder without its last slash keeps what it asks. Caddy 2.6 drops it.
    keeps_query: bool,
}

const SERVERS: [Server; 3] = [
    Server { program: "nginx", set_up: nginx, keeps_query: true },
    Server { program: "apache2", set_up: apache, keeps_query: true },
    Server { program: "caddy", set_up: caddy, keeps_query: false },
];

/// A bundle in a folder that everybody may read, and where it is served.
struct Place {
    site: Site,
    /// Holds the bundle, as `site`, and what the server needs.
    folder: PathBuf,
    port: u16,
}

impl Place {
    fn new(site: Site, server: &Server) -> Self {
        let name = format!("atlas-{}-{}{}", std::process::id(), server.program, site.base.replace('/', "-"));
        let folder = std::env::temp_dir().join(name);
        copy(&site.folder(), &folder.join("site"));
        // Free now; nobody else on this machine asks for ports so quickly.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Self { site, folder, port }
    }

    /// The file that the build has written for a server, with these texts in place of others, which must be there.
    fn told(&self, file: &str, instead: &[(&str, String)]) -> String {
        let mut text = fs::read_to_string(self.folder.join("site/hosting").join(file)).unwrap();
        for (from, to) in instead {
            assert!(text.contains(from), "{file}: {from}");
            text = text.replace(from, to);
        }
        text
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.folder.join(name), text).unwrap();
        self.path(name)
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn nginx(place: &Place) -> Vec<String> {
    let folder = format!("{}/", place.path("site"));
    let instead = [
        ("listen 80;", format!("listen 127.0.0.1:{};", place.port)),
        // Not every machine has it.
        ("listen [::]:80;", String::new()),
        ("/var/www/atlas/", folder),
    ];
    let told = place.write("atlas.conf", &place.told("nginx.conf", &instead));
    let kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {};\n", place.path(kind)))
        .concat();
    let whole = format!(
        "daemon off;\nmaster_process off;\npid {};\nerror_log {} warn;\nevents {{}}\n\
         http {{\n    access_log off;\n{kept}    include {told};\n}}\n",
        place.path("pid"),
        place.path("log"),
    );
    vec!["-e".into(), place.path("log"), "-c".into(), place.write("nginx.conf", &whole)]
}

/// Told by `.htaccess`, with no more rights than that file says it needs.
fn apache(place: &Place) -> Vec<String> {
    place.write("site/.htaccess", &place.told("apache.conf", &[]));
    let modules = [
        "mpm_event",
        "authz_core",
        "dir",
        "mime",
        "alias",
        "setenvif",
        "headers",
        "filter",
        "deflate",
        "brotli",
        "autoindex",
    ];
    let load = |name: &str| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n");
    let site = place.path("site");
    let at = if place.site.base.is_empty() {
        format!("DocumentRoot {site}\n")
    } else {
        fs::create_dir_all(place.folder.join("empty")).unwrap();
        let (base, empty) = (place.site.base, place.path("empty"));
        format!("DocumentRoot {empty}\nAlias {base}/ {site}/\nRedirectMatch ^{base}$ {base}/\n")
    };
    let whole = format!(
        "ServerRoot {folder}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/log\n\
         DefaultRuntimeDir {folder}\nMutex file:{folder} default\n{modules}TypesConfig /dev/null\n\
         <IfModule unixd_module>\n    User www-data\n    Group www-data\n</IfModule>\n\
         <Directory />\n    AllowOverride None\n    Require all denied\n</Directory>\n\
         <Directory {folder}>\n    Require all granted\n</Directory>\n\
         <Directory {site}>\n    Options Indexes FollowSymLinks\n    AllowOverride FileInfo Indexes\n</Directory>\n{at}",
        folder = place.folder.display(),
        port = place.port,
        modules = modules.map(load).concat(),
    );
    vec!["-DFOREGROUND".into(), "-f".into(), place.write("apache.conf", &whole)]
}

fn caddy(place: &Place) -> Vec<String> {
    let instead =
        [("example.org {", format!("http://127.0.0.1:{} {{", place.port)), ("/var/www/atlas", place.path("site"))];
    let own = format!("{{\n\tadmin off\n\tstorage file_system {}\n}}\n", place.path("kept"));
    let whole = place.write("Caddyfile", &format!("{own}{}", place.told("Caddyfile", &instead)));
    vec!["run".into(), "--adapter".into(), "caddyfile".into(), "--config".into(), whole]
}

/// A server that runs.
struct Running(Child);

impl Running {
    fn start(program: &Path, server: &Server, place: &Place) -> Self {
        let log = fs::File::create(place.folder.join("said")).unwrap();
        let mut command = Command::new(program);
        command.env("XDG_CONFIG_HOME", place.path("kept"));
        command.args((server.set_up)(place)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let running = Self(command.spawn().unwrap());
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", place.port)).is_err() {
            let said = |name: &str| fs::read_to_string(place.folder.join(name)).unwrap_or_default();
            assert!(began.elapsed() < Duration::from_secs(20), "{}: {}{}", server.program, said("said"), said("log"));
            std::thread::sleep(Duration::from_millis(50));
        }
        running
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Apache has children, which end when it is told to.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// The program with this name. Servers stand where not every path leads.
fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin"), PathBuf::from("/usr/local/sbin")]);
    folders.map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// What a server answers: status, address after redirections, headers, and how many bytes and what text there are once
/// unpacked.
async fn ask(browser: &Browser, url: &str, headers: Value) -> Value {
    let script = format!(
        "const done = arguments[arguments.length - 1]; \
         fetch({}, {{ cache: 'no-store', headers: {headers} }}).then(async it => {{ \
            const bytes = await it.arrayBuffer(); \
            done({{ status: it.status, url: it.url, headers: Object.fromEntries(it.headers), bytes: bytes.byteLength, \
                text: bytes.byteLength < 2e5 ? new TextDecoder().decode(bytes) : '' }}) }}, why => done({{ why: String(why) }}))",
        json!(url)
    );
    browser.client.execute_async(&script, vec![]).await.unwrap()
}

/// What the bundle tells hosts that read `_headers`: the others are to do the same.
fn host_that_reads() -> &'static Kind {
    KINDS.iter().find(|kind| kind.name == "nginx").unwrap()
}

/// Looks at a server from a page on it.
async fn look(browser: &Browser, server: &Server, place: &Place) {
    let base = place.site.base;
    let name = format!("{} at {base}/", server.program);
    let get = |path: String| async move { ask(browser, &place.url(&path), json!({})).await };
    let folder = place.folder.join("site");
    let wasm = format!("/{}", place.site.file("", "client-", ".wasm"));
    // One for each language.
    let words = fs::read_dir(folder.join("data")).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let words = format!("/data/{}", words.filter(|it| it.starts_with("words-")).min().unwrap());
    let style = format!("/{}", place.site.file("", "style-", ".css"));
    // Files of every kind, with every header once, and what can be packed packed.
    for (path, file, mime) in [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/about/", "about/index.html", "text/html; charset=utf-8"),
        ("/about/page.json", "about/page.json", "application/json"),
        (&wasm, &wasm[1..], "application/wasm"),
        (&words, &words[1..], "application/octet-stream"),
        (&style, &style[1..], "text/css; charset=utf-8"),
        ("/favicon.svg", "favicon.svg", "image/svg+xml"),
        ("/events.ics", "events.ics", "text/calendar; charset=utf-8"),
        ("/feed.atom", "feed.atom", "application/atom+xml"),
        ("/manifest.webmanifest", "manifest.webmanifest", "application/manifest+json"),
        ("/icon-192.png", "icon-192.png", "image/png"),
        ("/data/projects.json", "data/projects.json", "application/json"),
    ] {
        let answer = get(format!("{base}{path}")).await;
        let header = |name: &str| answer["headers"][name.to_ascii_lowercase()].as_str().unwrap_or_default().to_owned();
        assert_eq!(answer["status"], 200, "{name}{path}: {answer}");
        assert_eq!(answer["bytes"], fs::metadata(folder.join(file)).unwrap().len(), "{name}{path}");
        assert_eq!(header("content-type"), mime, "{name}{path}");
        for (told, value) in host_that_reads().headers(&folder, &format!("{base}{path}")) {
            assert_eq!(header(&told), value, "{name}{path}: {told}");
        }
        // What is small is not worth it to some.
        if answer["bytes"].as_u64() > Some(1000) {
            assert_eq!(!header("content-encoding").is_empty(), !path.ends_with(".png"), "{name}{path} is packed");
        }
        // Kept, and asked about: what is the same does not travel again.
        let etag = header("etag");
        assert!(!etag.is_empty(), "{name}{path}");
        let again = ask(browser, &place.url(&format!("{base}{path}")), json!({ "If-None-Match": etag })).await;
        assert_eq!(again["status"], 304, "{name}{path}: {etag}");
    }
    // Nothing there, or a folder without a page: the page for that, in the language of the address, with its headers.
    for (path, language) in [
        ("/no/such/page/", "en"),
        ("/data/", "en"),
        ("/projects/page/", "en"),
        ("/client-0123456789abcdef.js", "en"),
        ("/ru/no/such/", "ru"),
        ("/ru/events/", "ru"),
    ] {
        let answer = get(format!("{base}{path}")).await;
        assert_eq!(answer["status"], 404, "{name}{path}: {answer}");
        let text = answer["text"].as_str().unwrap();
        assert!(text.contains(&format!("<html lang=\"{language}\"")), "{name}{path}: {text}");
        for (told, value) in host_that_reads().headers(&folder, &format!("{base}/no/such")) {
            assert_eq!(answer["headers"][told.to_ascii_lowercase()], value, "{name}{path}: {told}");
        }
        assert_eq!(answer["headers"]["cache-control"], "no-cache", "{name}{path}");
        assert_eq!(answer["headers"]["content-type"], "text/html; charset=utf-8", "{name}{path}");
    }
    // Without its last slash, and beside the base.
    let slash = get(format!("{base}/about?a=1")).await;
    let there = place.url(&format!("{base}/about/"));
    let asked = if server.keeps_query { "?a=1" } else { "" };
    assert_eq!((&slash["status"], &slash["url"]), (&json!(200), &json!(format!("{there}{asked}"))), "{name}");
    if !base.is_empty() {
        let begin = get(format!("{base}?a=1")).await;
        assert_eq!(begin["url"], place.url(&format!("{base}/?a=1")), "{name}");
        for path in ["/", "/about/", &format!("{base}x/")] {
            // A folder that Apache has nothing to say of is closed.
            let status = get(path.to_owned()).await["status"].as_u64();
            assert!(matches!(status, Some(403 | 404)), "{name}: {path} is not of the site, {status:?}");
        }
    }
    // It lives there. What the browser has said of the addresses that have no page is no matter.
    browser.console().await;
    browser.client.goto(&place.url(&format!("{base}/projects/?country=kazakhstan"))).await.unwrap();
    browser.until("alive", "return 'alive' in document.documentElement.dataset").await;
    let count = browser.text("return document.querySelector('#count').textContent").await;
    assert!(count.contains(" of 252 projects"), "{name}: {count}");
    assert_eq!(browser.console().await, Vec::<String>::new(), "{name}");
}

#[test]
fn nginx_apache_and_caddy_do_what_their_file_tells_them() {
    let mut tried = Vec::new();
    for server in SERVERS {
        let Some(program) = program(server.program) else {
            let line = format!("passed over: the bundle on {}, which is not here\n", server.program);
            std::io::stderr().write_all(line.as_bytes()).unwrap();
            continue;
        };
        for site in [ROOT, PORTAL] {
            let place = Place::new(site, &server);
            let running = Running::start(&program, &server, &place);
            with_browser(Setup::new(site), |browser| async move {
                browser.client.goto(&place.url(&format!("{}/about/", site.base))).await.unwrap();
                look(&browser, &server, &place).await;
                drop((running, place));
            });
            tried.push(format!("{} at {}/", server.program, site.base));
        }
    }
    let line = format!("servers told by their file: {}\n", tried.join(", "));
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}
