//! The README says what is true.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use atlas::domain::facet::Facet;
use atlas::domain::read::FILES;
use std::fs;

fn readme() -> String {
    fs::read_to_string("README.md").unwrap()
}

#[test]
fn the_first_screen_says_what_it_is_and_gives_the_two_commands() {
    let text = readme();
    let first: Vec<&str> = text.lines().take(30).collect();
    let first = first.join("\n");
    for part in ["# Rule of Law Atlas", "![", "cargo atlas serve", "cargo atlas test"] {
        assert!(first.contains(part), "{part}");
    }
}

#[test]
fn every_facet_and_every_data_file_is_named() {
    let text = readme();
    for facet in Facet::ALL {
        assert!(text.contains(&format!("`{}`", facet.key())), "{}", facet.key());
    }
    for name in FILES {
        assert!(text.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn its_map_names_files_that_are_there() {
    let text = readme();
    let map = text.split("## Map of `src/`").nth(1).unwrap().split("\n## ").next().unwrap();
    let named: Vec<&str> = map
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.contains('/') || name.ends_with(".rs"))
        .filter(|name| !name.starts_with("tests/") && !name.starts_with("style/"))
        .collect();
    assert!(named.len() > 15);
    for name in named {
        assert!(fs::exists(format!("src/{name}")).unwrap(), "src/{name}");
    }
    for entry in fs::read_dir("src").unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(map.contains(name.trim_end_matches(".rs")), "{name} is not on the map");
    }
}

#[test]
fn behind_every_promise_stands_a_test() {
    fn sources(folder: &str, into: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(path.to_str().unwrap(), into);
            } else if path.extension().is_some_and(|it| it == "rs") {
                into.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut code = String::new();
    for folder in ["src", "tests"] {
        sources(folder, &mut code);
    }
    let text = readme();
    let table = text.split("### What is promised").nth(1).unwrap().split("\n## ").next().unwrap();
    let rows: Vec<&str> =
        table.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise")).collect();
    assert!(rows.len() > 10);
    for row in rows {
        let tests: Vec<&str> = row.rsplit("| ").next().unwrap().split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "{row}");
        for test in tests {
            assert!(
                code.contains(&format!("#[test]\nfn {test}()")) || code.contains(&format!("    fn {test}()")),
                "{test}"
            );
        }
    }
}

#[test]
fn the_top_level_is_as_the_owner_fixed_it() {
    let fixed = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "public",
        "style",
        "tests",
        "Trunk.toml",
        "README.md",
        "LICENSE",
        "rust-toolchain.toml",
        "target",
        "dist",
    ];
    for entry in fs::read_dir(".").unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('.') || fixed.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn its_policy_is_the_one_under_which_the_tests_run() {
    let server = fs::read_to_string("tests/browser/server/kind.rs").unwrap();
    let policy = server.split("const POLICY: &str = \"").nth(1).unwrap().split("\";").next().unwrap();
    let policy = policy.replace("\\\n", "").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(readme().contains(&policy), "{policy}");
}
