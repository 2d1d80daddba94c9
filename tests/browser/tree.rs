//! What somebody who cannot see is told: the accessibility tree of the main kinds of page, kept in `tests/golden/ax`.
//! `UPDATE=1 cargo test --features browser --test browser tree` writes them anew; the change is then there to be read.
//!
//! A line is `role "name" [states]`, indented below what holds it. What says nothing of its own is left out: nodes that
//! are ignored, boxes without a name, texts that are the name of what holds them. Of more than six neighbours of one
//! role the first two are written, and how many more there are.

use crate::browser::{Browser, Setup, with_browser};
use crate::site::ROOT;
use crate::templates::pages_of;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::env;
use std::fmt::Write;
use std::fs;

/// The kinds of page that are kept.
const KEPT: [&str; 6] = ["home", "partner", "projects-filtered", "project", "timeline", "event"];

/// More neighbours of one role than these are cut.
const MANY: usize = 6;
/// So many of them are written.
const FIRST: usize = 2;

/// What a node is told to be in, when it is.
const STATES: [&str; 15] = [
    "autocomplete",
    "busy",
    "checked",
    "disabled",
    "expanded",
    "hasPopup",
    "level",
    "live",
    "modal",
    "multiselectable",
    "orientation",
    "pressed",
    "readonly",
    "required",
    "selected",
];

/// A part of the tree.
struct Node {
    role: String,
    name: String,
    states: String,
    children: Vec<Node>,
}

fn text(value: &Value) -> String {
    let text = match &value["value"] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The nodes below one, without those that say nothing; theirs take their place.
fn below(node: &Value, all: &BTreeMap<&str, &Value>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for id in node["childIds"].as_array().into_iter().flatten() {
        let Some(child) = id.as_str().and_then(|id| all.get(id)) else { continue };
        for node in of(child, all) {
            // The framework's marks cut a sentence into several texts.
            match nodes.last_mut().filter(|last| last.role == "text" && node.role == "text") {
                Some(last) => last.name = format!("{} {}", last.name, node.name),
                None => nodes.push(node),
            }
        }
    }
    nodes
}

fn of(node: &Value, all: &BTreeMap<&str, &Value>) -> Vec<Node> {
    let role = text(&node["role"]);
    let name = text(&node["name"]);
    let leaf =
        |role: &str| vec![Node { role: role.to_owned(), name: name.clone(), states: String::new(), children: vec![] }];
    match role.as_str() {
        "StaticText" if name.is_empty() => return vec![],
        "StaticText" => return leaf("text"),
        "InlineTextBox" | "LineBreak" | "ListMarker" => return vec![],
        _ => {}
    }
    let mut children = below(node, all);
    let is_box = matches!(role.as_str(), "generic" | "none" | "LabelText" | "Legend");
    if node["ignored"] == true || (is_box && name.is_empty()) {
        return children;
    }
    // Texts that are the name already.
    if !name.is_empty() && children.iter().all(|it| it.role == "text") {
        children.clear();
    }
    let property = |it: &Value| {
        let (key, value) = (it["name"].as_str()?, text(&it["value"]));
        let said = STATES.contains(&key) && !matches!(value.as_str(), "" | "none" | "off");
        let said = said && (key != "level" || role == "heading");
        // That something is folded is news; that it is not pressed, not busy and so on is not.
        let news = value != "false" || matches!(key, "expanded" | "checked" | "pressed");
        (said && news).then(|| format!("{key}={value}"))
    };
    let mut states: Vec<String> = node["properties"].as_array().into_iter().flatten().filter_map(property).collect();
    for key in ["value", "description"] {
        let value = text(&node[key]);
        if !value.is_empty() && value != name {
            states.push(format!("{key}={value:?}"));
        }
    }
    vec![Node { role, name, states: states.join(", "), children }]
}

fn print(nodes: &[Node], depth: usize, out: &mut String) {
    for run in nodes.chunk_by(|one, other| one.role == other.role) {
        let written = if run.len() > MANY { FIRST } else { run.len() };
        for node in &run[..written] {
            let name = if node.name.is_empty() { String::new() } else { format!(" {:?}", node.name) };
            let states = if node.states.is_empty() { String::new() } else { format!(" [{}]", node.states) };
            writeln!(out, "{}{}{name}{states}", "  ".repeat(depth), node.role).unwrap();
            print(&node.children, depth + 1, out);
        }
        if written < run.len() {
            writeln!(out, "{}… {} more {}", "  ".repeat(depth), run.len() - written, run[0].role).unwrap();
        }
    }
}

async fn tree(browser: &Browser) -> String {
    let answer = browser.chromium("Accessibility.getFullAXTree", json!({})).await;
    let nodes = answer["nodes"].as_array().unwrap();
    let all: BTreeMap<&str, &Value> = nodes.iter().filter_map(|it| Some((it["nodeId"].as_str()?, it))).collect();
    let mut out = String::new();
    print(&of(&nodes[0], &all), 0, &mut out);
    out
}

#[test]
fn the_pages_say_what_they_said() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let mut changed = Vec::new();
        for page in pages_of(&KEPT) {
            page.open(&browser).await;
            let now = tree(&browser).await.replace(&browser.host.origin, "");
            let file = format!("tests/golden/ax/{}.txt", page.name);
            if env::var_os("UPDATE").is_some() {
                fs::create_dir_all("tests/golden/ax").unwrap();
                fs::write(&file, &now).unwrap();
            }
            let then = fs::read_to_string(&file).unwrap_or_default();
            let differs = now.lines().zip(then.lines()).position(|(now, then)| now != then);
            let at = differs.unwrap_or(now.lines().count().min(then.lines().count()));
            if now != then {
                let line = |text: &str| text.lines().nth(at).unwrap_or("(its end)").to_owned();
                changed.push(format!("{file}:{}\n  was {}\n  is  {}", at + 1, line(&then), line(&now)));
            }
        }
        assert!(changed.is_empty(), "{}\nUPDATE=1 accepts it", changed.join("\n"));
    });
}
