//! The rules of `src/lib.rs` as a program: who may import whom, and what stands in one place only.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// A layer of the library: the files that belong to it, and the layers that they may import.
struct Layer {
    path: &'static str,
    may_import: &'static [&'static str],
}

// The engine and the sheets are packages of their own, which cannot see the site at all.
const LAYERS: [Layer; 16] = [
    Layer { path: "src/domain", may_import: &["domain"] },
    Layer { path: "src/words", may_import: &["domain", "words"] },
    Layer { path: "src/figures", may_import: &["domain", "words"] },
    Layer { path: "src/browser", may_import: &["words"] },
    Layer { path: "src/fetch.rs", may_import: &["domain"] },
    Layer { path: "src/unicode.rs", may_import: &["domain"] },
    Layer { path: "src/exporter.rs", may_import: &["browser", "fetch", "sheet"] },
    Layer { path: "src/stage.rs", may_import: &["words"] },
    Layer { path: "src/keepsake.rs", may_import: &["browser"] },
    Layer { path: "src/going.rs", may_import: &["domain", "browser"] },
    Layer { path: "src/site.rs", may_import: &["domain", "words", "going"] },
    Layer { path: "src/coming.rs", may_import: &["domain", "browser", "keepsake", "site"] },
    Layer {
        path: "src/components",
        may_import: &[
            "domain", "words", "site", "browser", "unicode", "sheet", "exporter", "fetch", "stage", "keepsake",
        ],
    },
    Layer { path: "src/pages", may_import: &["domain", "words", "site", "browser", "components"] },
    Layer { path: "src/written", may_import: &["domain", "words", "site", "going", "components", "pages"] },
    Layer {
        path: "src/app.rs",
        may_import: &["domain", "words", "site", "going", "coming", "browser", "components", "pages", "keepsake"],
    },
];

#[test]
fn nobody_imports_upwards() {
    for Layer { path, may_import } in LAYERS {
        for file in rust_files(Path::new(path)) {
            for (number, line) in code(&file) {
                for part in line.split("crate::").skip(1) {
                    let module: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    assert!(may_import.contains(&module.as_str()), "{}:{number} imports {module}", file.display());
                }
            }
        }
    }
}

#[test]
fn the_rules_know_no_framework_browser_network_files_or_clock() {
    let absent = [
        "leptos",
        "web_sys",
        "wasm_bindgen",
        "gloo",
        "js_sys",
        "std::fs",
        "std::net",
        "std::env",
        "Instant",
        "SystemTime",
        "now_utc",
        "HashMap",
        "HashSet",
    ];
    for file in rust_files(Path::new("src/domain")) {
        for (number, line) in code(&file) {
            for word in absent {
                assert!(!line.contains(word), "{}:{number} knows {word}", file.display());
            }
        }
    }
}

#[test]
fn only_the_rims_touch_the_window_and_the_network() {
    for folder in ["src/components", "src/pages", "src/written", "src/app.rs", "src/site.rs", "src/main.rs"] {
        for file in rust_files(Path::new(folder)) {
            for (number, line) in code(&file) {
                for word in ["location().", "web_sys", "window()", "document()", "gloo_net", "inner_html", "style="] {
                    assert!(!line.contains(word), "{}:{number} uses {word}", file.display());
                }
            }
        }
    }
}

#[test]
fn only_route_spells_addresses() {
    let names = ["partners", "projects", "organisations", "timeline", "events", "documents", "about"];
    for file in rust_files(Path::new("src")) {
        if file.ends_with("domain/route.rs") {
            continue;
        }
        for (number, line) in code(&file) {
            for name in names {
                assert!(!line.contains(&format!("\"/{name}")), "{}:{number} spells /{name}", file.display());
            }
        }
    }
}

#[test]
fn only_words_holds_sentences() {
    for folder in ["src/components", "src/pages", "src/written", "src/app.rs", "src/site.rs"] {
        for file in rust_files(Path::new(folder)) {
            for (number, line) in code(&file) {
                for text in texts(&line) {
                    let is_sentence =
                        text.split(' ').filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1).count()
                            > 1;
                    assert!(!is_sentence, "{}:{number} says \"{text}\"", file.display());
                }
            }
        }
    }
}

/// The string literals of a line that are not the value of an attribute.
fn texts(line: &str) -> Vec<&str> {
    let mut texts = Vec::new();
    let mut parts = line.split('"');
    let mut before = parts.next().unwrap_or_default();
    while let (Some(text), Some(after)) = (parts.next(), parts.next()) {
        if !before.trim_end().ends_with(['=', '(']) {
            texts.push(text);
        }
        before = after;
    }
    texts
}

/// The lines of a file with their numbers, without comments and without the tests at its foot.
fn code(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap();
    text.lines()
        .enumerate()
        .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(index, line)| (index + 1, line.to_owned()))
        .collect()
}

fn rust_files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut files: Vec<PathBuf> = fs::read_dir(path)
        .unwrap()
        .flat_map(|entry| rust_files_of(entry.unwrap().path()))
        .filter(|file| file.extension().is_some_and(|it| it == "rs") && !file.ends_with("tests.rs"))
        .collect();
    assert!(!files.is_empty(), "{} has no code: has it moved?", path.display());
    files.sort();
    files
}

fn rust_files_of(path: PathBuf) -> Vec<PathBuf> {
    if path.is_dir() { rust_files(&path) } else { vec![path] }
}

#[test]
fn dark_by_the_system_and_dark_by_choice_are_the_same() {
    let styles = fs::read_to_string("style/tokens.css").unwrap();
    let block = |selector: &str| -> Vec<String> {
        let rest = styles.split(&format!("{selector} {{\n")).nth(1).unwrap();
        rest.lines().map(str::trim).take_while(|line| *line != "}").map(str::to_owned).collect()
    };
    let chosen = block(":root:where([data-theme=\"dark\"])");
    assert_eq!(block(":root:where(:not([data-theme=\"light\"]))"), chosen);
    assert!(chosen.len() > 20);
}

#[test]
fn every_flag_is_there_and_small() {
    for entry in fs::read_dir("public/flags").unwrap() {
        let path = entry.unwrap().path();
        assert!(path.metadata().unwrap().len() <= 12 * 1024, "{}", path.display());
        let code = path.file_stem().unwrap().to_string_lossy().to_uppercase();
        let component = fs::read_to_string("src/written/flag.rs").unwrap();
        assert!(code == "LICENCE" || component.contains(&format!("(\"{code}\", ")), "{code} is not shown");
    }
    let component = fs::read_to_string("src/written/flag.rs").unwrap();
    let codes = component.split("(\"").skip(1).filter_map(|rest| rest.get(..2));
    for code in codes.filter(|code| code.bytes().all(|byte| byte.is_ascii_uppercase())) {
        assert!(fs::exists(format!("public/flags/{}.svg", code.to_lowercase())).unwrap(), "{code} has no flag");
    }
}
