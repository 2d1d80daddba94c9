//! The kinds of host that a bundle may stand on, as their documentation describes them: one table. What each gives is
//! told in the README.

use std::fs;
use std::path::Path;

/// A kind of host.
#[derive(Debug)]
pub struct Kind {
    /// The name by which it is staged by hand.
    pub name: &'static str,
    /// What it does with the address of a folder without its last slash: the status that leads there.
    pub to_slash: Option<u16>,
    /// What it answers where there is no file.
    pub unknown: Unknown,
    /// Which headers it sends.
    pub headers: Headers,
    /// What it calls WebAssembly.
    pub wasm: &'static str,
}

/// What a host answers where there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Our error page, with 404.
    ErrorPage,
    /// A line of its own, with 404.
    OwnLine,
    /// The first page, with 200, as applications of one page want it.
    FirstPage,
}

/// Which headers a host sends beside the type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headers {
    /// The policy and what goes with it, on everything.
    Strict,
    /// What `_headers` of the bundle says.
    AsTold,
    /// How long everything is kept, and nothing else.
    Kept(&'static str),
    /// That pages are kept, for an hour, and nothing else is.
    PagesKept,
    /// None.
    None,
}

/// What most tests look at the bundle on: nothing but files, under the policy.
pub const PLAIN: Kind =
    Kind { name: "plain", to_slash: None, unknown: Unknown::ErrorPage, headers: Headers::Strict, wasm: WASM };

/// Every kind.
pub const KINDS: [Kind; 7] = [
    PLAIN,
    Kind {
        name: "github-pages",
        to_slash: Some(301),
        unknown: Unknown::ErrorPage,
        headers: Headers::Kept("max-age=600"),
        wasm: WASM,
    },
    Kind { name: "s3-website", to_slash: Some(302), unknown: Unknown::ErrorPage, headers: Headers::None, wasm: WASM },
    // nginx, Apache and Caddy with their file of the bundle send the same; so do Netlify and Cloudflare Pages.
    Kind { name: "nginx", to_slash: Some(301), unknown: Unknown::ErrorPage, headers: Headers::AsTold, wasm: WASM },
    Kind {
        name: "no-wasm-type",
        to_slash: Some(301),
        unknown: Unknown::ErrorPage,
        headers: Headers::Strict,
        wasm: "application/octet-stream",
    },
    Kind {
        name: "rewrites-all",
        to_slash: None,
        unknown: Unknown::FirstPage,
        headers: Headers::Kept("no-cache"),
        wasm: WASM,
    },
    Kind {
        name: "files-only",
        to_slash: Some(301),
        unknown: Unknown::OwnLine,
        headers: Headers::None,
        wasm: "text/html",
    },
];

/// A host, or a cache on the way, that lets pages grow old: what they ask for must be had from the bundle that stands
/// there by then.
pub const OLD_PAGES: Kind =
    Kind { name: "old-pages", to_slash: None, unknown: Unknown::ErrorPage, headers: Headers::PagesKept, wasm: WASM };

const WASM: &str = "application/wasm";

/// The policy of the README, as a header.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

impl Kind {
    /// What it sends with the answer at a path below its root. `folder` holds the bundle.
    pub fn headers(&self, folder: &Path, path: &str) -> Vec<(String, String)> {
        match self.headers {
            Headers::Strict => {
                let strict = [("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff")];
                strict.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
            }
            Headers::AsTold => told(&fs::read_to_string(folder.join("_headers")).unwrap_or_default(), path),
            Headers::Kept(value) => vec![("Cache-Control".into(), value.into())],
            Headers::PagesKept => {
                let page = path.ends_with('/') || path.ends_with(".html");
                vec![("Cache-Control".into(), if page { "max-age=3600" } else { "no-store" }.into())]
            }
            Headers::None => Vec::new(),
        }
    }
}

/// What a file `_headers` says of a path: the lines below every rule that fits it. A rule ends in `*`, or is a path.
fn told(rules: &str, path: &str) -> Vec<(String, String)> {
    let mut fits = false;
    let mut headers = Vec::new();
    for line in rules.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match line.strip_prefix("  ") {
            None => fits = line.strip_suffix('*').map_or(line == path, |begin| path.starts_with(begin)),
            Some(header) if fits => {
                if let Some((name, value)) = header.split_once(": ") {
                    headers.push((name.to_owned(), value.to_owned()));
                }
            }
            Some(_) => {}
        }
    }
    headers
}
