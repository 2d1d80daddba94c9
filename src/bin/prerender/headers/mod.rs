//! What a host should send with the files: one table, written out for the hosts that can be told.
//!
//! The policy also stands in every page, for hosts that cannot be told; see [`policy_of_pages`].

mod apache;
mod caddy;
mod netlify;
mod nginx;

use apache::apache;
use atlas::words::LANGUAGES;
use caddy::caddy;
use netlify::netlify;
use nginx::nginx;
use std::collections::BTreeSet;

/// The Content-Security-Policy, directive by directive. The site loads its own files and nothing else.
const POLICY: [&str; 9] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    CONNECT,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    FRAMED,
];
const CONNECT: &str = "connect-src 'self'";
const FRAMED: &str = "frame-ancestors 'none'";

/// What the site does not use and may therefore not be used in its name, by the names that browsers know.
const UNUSED: [&str; 21] = [
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// For files whose name changes with their content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// For all others: kept, but asked about before every use.
const ASK: &str = "no-cache";

/// The same as [`is_hashed`], below the base, as nginx, Apache and Caddy spell it.
const HASHED: &str = r"[a-z]+-[0-9a-f]{8,16}(_bg)?\.(bin|css|js|json|wasm)";

/// A kind of file by the ending of its name.
struct Kind {
    ending: &'static str,
    mime: &'static str,
    /// It is text, in UTF-8.
    text: bool,
    /// Hosts that know the usual kinds do not know this one.
    rare: bool,
    /// It is as small as it gets.
    packed: bool,
}

const fn kind(ending: &'static str, mime: &'static str) -> Kind {
    Kind { ending, mime, text: false, rare: false, packed: false }
}

const fn text(ending: &'static str, mime: &'static str) -> Kind {
    Kind { text: true, ..kind(ending, mime) }
}

/// Every kind of file that a bundle can hold. A browser refuses scripts and styles of another kind (`nosniff`), and
/// starts WebAssembly while it arrives only when it is called by its name.
const KINDS: [Kind; 17] = [
    text("html", "text/html"),
    text("css", "text/css"),
    text("js", "text/javascript"),
    text("txt", "text/plain"),
    text("conf", "text/plain"),
    Kind { rare: true, ..text("ics", "text/calendar") },
    kind("json", "application/json"),
    kind("wasm", "application/wasm"),
    kind("bin", "application/octet-stream"),
    kind("xml", "application/xml"),
    Kind { rare: true, ..kind("atom", "application/atom+xml") },
    Kind { rare: true, ..kind("webmanifest", "application/manifest+json") },
    kind("svg", "image/svg+xml"),
    Kind { packed: true, ..kind("png", "image/png") },
    Kind { packed: true, ..kind("jpg", "image/jpeg") },
    Kind { packed: true, ..kind("jpeg", "image/jpeg") },
    Kind { packed: true, ..kind("webp", "image/webp") },
];

impl Kind {
    fn of(path: &str) -> Option<&'static Self> {
        let (_, ending) = path.rsplit_once('.')?;
        KINDS.iter().find(|kind| kind.ending == ending)
    }

    fn content_type(&self) -> String {
        if self.text { format!("{}; charset=utf-8", self.mime) } else { self.mime.to_owned() }
    }
}

/// The headers that go with every answer, errors included.
fn everywhere() -> [(&'static str, String); 5] {
    [
        ("Content-Security-Policy", POLICY.join("; ")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // An address holds what the visitor has asked. Without this a browser tells it whole to everything on the same
        // host, which below a path may belong to others, and the host's name to every source that is followed.
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", UNUSED.map(|feature| format!("{feature}=()")).join(", ")),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

/// How long the file with this path in the bundle may be kept.
fn caching(path: &str) -> &'static str {
    if is_hashed(path) { FOR_EVER } else { ASK }
}

/// The name changes with the content: `client-0123456789abcdef_bg.wasm`, at the root or among the data. Trunk's hashes
/// have no leading zeros, so some are shorter.
pub fn is_hashed(path: &str) -> bool {
    let name = path.strip_prefix("data/").unwrap_or(path);
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let Some((word, hash)) = stem.strip_suffix("_bg").unwrap_or(stem).split_once('-') else { return false };
    ["bin", "css", "js", "json", "wasm"].contains(&ending)
        && !word.is_empty()
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && (8..=16).contains(&hash.len())
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The policy as it stands in the head of a page. Browsers refuse `frame-ancestors` there, and say so on the console:
/// only the host can keep pages out of frames. `reloads`: `trunk serve` has put a script into the pages that listens
/// on a WebSocket for the next build.
pub fn policy_of_pages(reloads: bool) -> String {
    let here = POLICY.into_iter().filter(|directive| *directive != FRAMED);
    here.map(|directive| if reloads && directive == CONNECT { "connect-src 'self' ws:" } else { directive })
        .collect::<Vec<_>>()
        .join("; ")
}

/// The files that tell hosts, with their names. `base` is the path below which the site stands: empty, or with a first
/// and without a last slash; `files` are the paths of all files in the bundle.
pub fn for_hosts(base: &str, files: &[String]) -> [(&'static str, String); 4] {
    [
        ("_headers", netlify(base, files)),
        ("hosting/nginx.conf", nginx(base)),
        (APACHE, apache(base, files)),
        ("hosting/Caddyfile", caddy(base)),
    ]
}

const APACHE: &str = "hosting/apache.conf";

const HTTPS: &str = "\
# Where the site is reached by https only, and so will stay, send this too:
#   Strict-Transport-Security: max-age=31536000
";

/// The headers of every answer, one a line: what stands before each, its name, its value in quotes, what stands after.
fn lines(before: &str, after: &str) -> String {
    everywhere().map(|(name, value)| format!("{before}{name} \"{value}\"{after}\n")).concat()
}

/// What the kinds of file of which this is true are called, each once.
fn mimes(of: impl Fn(&Kind) -> bool) -> Vec<&'static str> {
    let mimes: BTreeSet<_> = KINDS.iter().filter(|kind| of(kind)).map(|kind| kind.mime).collect();
    mimes.into_iter().collect()
}

/// Where the pages of each language stand that do not stand at the base itself. Each has its own page for addresses that
/// have none.
fn in_languages(base: &str) -> impl Iterator<Item = String> {
    LANGUAGES
        .iter()
        .map(|language| language.prefix())
        .filter(|prefix| !prefix.is_empty())
        .map(move |it| format!("{base}{it}"))
}

/// The endings of the kinds of file of which this is true, between blanks.
fn endings(before: &str, of: impl Fn(&Kind) -> bool) -> String {
    let endings: Vec<_> = KINDS.iter().filter(|kind| of(kind)).map(|kind| format!("{before}{}", kind.ending)).collect();
    endings.join(" ")
}

#[cfg(test)]
mod tests {
    use super::apache::without_page;
    use super::*;
    use atlas::domain::file::SiteFile;
    use atlas::domain::route::Route;
    use atlas::domain::slug::Slug;

    /// A file of every kind, at every kind of place.
    fn files() -> Vec<String> {
        let country = Slug::new("kazakhstan");
        let mut files: Vec<String> = [
            "404.html",
            "client-16fbdd658ddbaf0.js",
            "client-16fbdd658ddbaf0_bg.wasm",
            "data/atlas.json",
            "data/catalogue-e4b0ea294f2b2a8f.bin",
            "data/details-9b7b72e29746b84e.json",
            "data/eu.svg",
            "data/words-1a9b00d1c5c80d04.bin",
            "export-b29728a4c5e3ca20_bg.wasm",
            "first-91583c8f28b6acaa.js",
            "flags/kz.svg",
            "index.html",
            "page.json",
            "start-e66ead6a37535606.js",
            "style-f28ad3e5107387d6.css",
        ]
        .map(str::to_owned)
        .into();
        let pages = [Route::About, Route::Partner(country.clone().unwrap())];
        let shared = [SiteFile::Feed(None), SiteFile::Calendar(None), SiteFile::Manifest, SiteFile::Search];
        let others = [SiteFile::Picture, SiteFile::Icon, SiteFile::TouchIcon, SiteFile::Robots, SiteFile::SiteMap];
        let of_country = [SiteFile::Feed(country.clone()), SiteFile::Calendar(country)];
        let paths = pages.iter().map(|page| format!("{}index.html", page.path()));
        let paths = paths.chain(pages.iter().map(Route::slice));
        let paths = paths.chain(shared.iter().chain(&others).chain(&of_country).map(SiteFile::path));
        let paths: Vec<String> = paths.map(|path| path[1..].to_owned()).collect();
        files.extend(paths.iter().map(|path| format!("ru/{path}")));
        files.extend(paths);
        files
    }

    /// The headers that the rules of a `_headers` file give an address.
    fn given(rules: &str, address: &str) -> Vec<(String, String)> {
        let mut headers = Vec::new();
        let mut meets = false;
        for line in rules.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            match line.strip_prefix("  ") {
                Some(header) if meets => {
                    let (name, value) = header.split_once(": ").unwrap();
                    headers.push((name.to_owned(), value.to_owned()));
                }
                Some(_) => {}
                None => meets = is_met(line, address),
            }
        }
        headers
    }

    fn is_met(pattern: &str, address: &str) -> bool {
        if let Some(start) = pattern.strip_suffix('*') {
            return address.starts_with(start);
        }
        let (pattern, address): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), address.split('/').collect());
        pattern.len() == address.len()
            && pattern.iter().zip(address).all(|(part, is)| part.starts_with(':') || *part == is)
    }

    #[test]
    fn every_file_is_told_once_how_long_it_may_be_kept() {
        for base in ["", "/portal"] {
            let rules = netlify(base, &files());
            for path in files() {
                let address = format!("{base}/{}", path.trim_end_matches("index.html"));
                let headers = given(&rules, &address);
                let all = |name: &str| -> Vec<&str> {
                    headers.iter().filter(|header| header.0 == name).map(|header| header.1.as_str()).collect()
                };
                assert_eq!(all("Cache-Control"), [caching(&path)], "{address}");
                assert!(all("Content-Type").len() <= 1, "{address}");
                for (name, value) in everywhere() {
                    assert_eq!(all(name), [value.as_str()], "{address}");
                }
            }
            // Cloudflare reads so many rules and no more.
            assert!(rules.lines().filter(|line| line.starts_with('/')).count() <= 100);
        }
        let kept: Vec<String> = files().into_iter().filter(|path| caching(path) == FOR_EVER).collect();
        assert_eq!(kept.len(), 9, "{kept:?}");
    }

    #[test]
    fn every_kind_of_file_is_called_by_its_name() {
        for path in files() {
            let kind = Kind::of(&path).unwrap_or_else(|| panic!("{path}"));
            for (name, text) in [("nginx", nginx("")), ("apache", apache("", &[])), ("caddy", caddy(""))] {
                assert!(text.contains(kind.mime) && text.contains(kind.ending), "{name}: {path}");
            }
        }
        for (path, mime) in [
            ("/feed.atom", "application/atom+xml"),
            ("/ru/events.ics", "text/calendar; charset=utf-8"),
            ("/ru/manifest.webmanifest", "application/manifest+json"),
            ("/client-16fbdd658ddbaf0_bg.wasm", "application/wasm"),
            ("/client-16fbdd658ddbaf0.js", "text/javascript; charset=utf-8"),
            ("/data/words-1a9b00d1c5c80d04.bin", "application/octet-stream"),
        ] {
            let headers = given(&netlify("", &files()), path);
            assert!(headers.contains(&("Content-Type".to_owned(), mime.to_owned())), "{path}: {headers:?}");
        }
        let feed = SiteFile::Feed(Slug::new("uzbekistan")).path();
        assert!(given(&netlify("", &files()), &feed).iter().any(|header| header.1 == "application/atom+xml"));
    }

    #[test]
    fn all_hosts_are_told_the_same() {
        for base in ["", "/portal"] {
            for (file, text) in for_hosts(base, &files()) {
                for (name, value) in everywhere() {
                    assert_eq!(text.matches(name).count(), 1, "{file}: {name}");
                    assert_eq!(text.matches(&value).count(), 1, "{file}: {value}");
                }
                assert!(text.contains(FOR_EVER) && text.contains(ASK) && text.contains(HTTPS), "{file}");
            }
        }
    }

    #[test]
    fn rules_stand_below_the_base() {
        for (file, text) in for_hosts("/portal", &files()) {
            assert!(text.contains("/portal/"), "{file}");
        }
        let rules = netlify("/portal", &files());
        assert!(rules.lines().filter(|line| line.starts_with('/')).all(|line| line.starts_with("/portal/")));
        assert!(given(&rules, "/other").is_empty());
        for (file, text) in for_hosts("/portal", &files()).iter().skip(1) {
            assert!(text.contains("404.html") && text.contains("/portal/ru/"), "{file}: a page for each language");
        }
        assert!(nginx("/portal").contains("location /portal/ {") && nginx("").contains("location / {"));
        assert!(caddy("/portal").contains("handle_path /portal/* {\n") && !caddy("").contains("handle_path"));
        // Two bundles on one host do not share what a variable says.
        assert!(
            nginx("/a/b").contains("map $uri $atlas_a_b_caching {") && nginx("").contains("map $uri $atlas_caching {")
        );
    }

    #[test]
    fn a_folder_without_a_page_is_nothing_there() {
        let mut files = files();
        files.push("projects/page/2/index.html".into());
        let folders: Vec<_> = without_page(&files).into_iter().collect();
        assert_eq!(folders, ["data", "flags", "hosting", "partners", "projects", "projects/page", "ru", "ru/partners"]);
        for base in ["", "/portal"] {
            let (nginx, apache) = (nginx(base), apache(base, &files));
            assert!(nginx.contains("\n        error_page 403 =404 $atlas"), "{nginx}");
            assert!(apache.contains(&format!("\nErrorDocument 403 {base}/%{{")), "{apache}");
            let rule = format!("\n    RedirectMatch 404 \"^{base}/({})/$\"\n", folders.join("|"));
            assert!(apache.contains(&rule), "{apache}");
            // Apache answers every address with 500 where it may not be told these.
            assert!(!apache.lines().any(|line| line.trim_start().starts_with("Options")), "{apache}");
        }
    }

    #[test]
    fn names_by_content_are_told_from_others() {
        for path in ["data/atlas.json", "page.json", "404.html", "icon-192.png", "a-0123456789abcdef/page.json"] {
            assert!(!is_hashed(path), "{path}");
        }
        assert!(!is_hashed("ru/style-f28ad3e5107387d6.css"), "all languages share these files");
    }

    /// `tests/readme.rs` sees to it that the browser tests run under it.
    #[test]
    fn the_readme_says_the_same() {
        assert!(include_str!("../../../../README.md").contains(&POLICY.join("; ")));
    }

    #[test]
    fn pages_hold_what_a_page_may_say() {
        let policy = policy_of_pages(false);
        assert!(!policy.contains("frame-ancestors") && !policy.contains("ws:"));
        assert_eq!(format!("{policy}; {FRAMED}"), POLICY.join("; "));
        assert_eq!(policy_of_pages(true), policy.replace(CONNECT, "connect-src 'self' ws:"));
    }
}
