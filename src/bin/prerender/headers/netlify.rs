//! `_headers`, for Netlify and Cloudflare Pages.

use super::{ASK, HTTPS, Kind, caching, everywhere, is_hashed};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Where two rules give the same header, Cloudflare joins their values: no file may meet two that speak of caching. So
/// files of folders in which nothing is hashed share a rule, and all others have one each.
pub fn netlify(base: &str, files: &[String]) -> String {
    let mut text = format!(
        "# For Netlify and Cloudflare Pages, which read this file at the root of what is published.\n\
         # What no rule names is cached as `public, max-age=0, must-revalidate`, their own default.\n{HTTPS}\n"
    );
    let mut rule = |path: &str, headers: &[(&str, String)]| {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{base}{path}");
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    rule("/*", &everywhere());
    let folder = |path: &str| path.split_once('/').map(|(folder, _)| folder.to_owned());
    let mixed: BTreeSet<_> = files.iter().filter(|path| is_hashed(path)).map(|path| folder(path)).collect();
    let mut plain = BTreeSet::from(["/".to_owned()]);
    let mut typed = BTreeSet::new();
    for path in files {
        if let Some(kind) = Kind::of(path).filter(|kind| kind.rare) {
            typed.insert((of_all(path), kind.content_type()));
        }
        if is_hashed(path) {
            let mime = Kind::of(path).map(Kind::content_type).unwrap_or_default();
            rule(&format!("/{path}"), &[("Cache-Control", caching(path).to_owned()), ("Content-Type", mime)]);
        } else {
            match folder(path) {
                Some(name) if !mixed.contains(&Some(name.clone())) => plain.insert(format!("/{name}/*")),
                _ => plain.insert(format!("/{path}")),
            };
        }
    }
    for path in plain {
        rule(&path, &[("Cache-Control", ASK.to_owned())]);
    }
    for (path, mime) in typed {
        rule(&path, &[("Content-Type", mime)]);
    }
    text
}

/// The pattern of a file and of its like in the folders beside its own: of all countries in one rule.
fn of_all(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((folder, name)) => match folder.rsplit_once('/') {
            Some((above, _)) => format!("/{above}/:id/{name}"),
            None => format!("/:id/{name}"),
        },
        None => format!("/{path}"),
    }
}
