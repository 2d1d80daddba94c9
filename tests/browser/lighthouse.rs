//! Lighthouse on every kind of page in one language, as on a telephone: accessibility, good practice and what search
//! engines look for are perfect. How fast pages are is not tested here, where other tests run beside it:
//! `cargo atlas bench --pages` measures it, one page at a time.

use crate::browser::Engine;
use crate::server::{Host, Serving};
use crate::site::ROOT;
use crate::templates::{NOT_FOUND, Page, pages};
use atlas::words::LANGUAGES;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

/// Other forms of the list, which is audited once.
const FORMS: [&str; 2] = ["projects-filtered", "projects-compared"];

/// So many are audited at the same time: an audit mostly waits for a page to come to rest.
const AT_ONCE: usize = 2;
/// How often an audit is begun anew that could not be finished: a machine busy with other tests lets a browser start too
/// late or a page load too long, which says nothing of the page.
const TRIES: usize = 4;

/// What must be perfect.
const PERFECT: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// Audits a page; the report.
fn audit(url: &str, file: &Path) -> Value {
    let mut why = String::new();
    for _ in 0..TRIES {
        match try_audit(url, file) {
            Ok(report) => return report,
            Err(error) => why = error,
        }
    }
    panic!("{url}: {why}");
}

/// The score of a category, of 100; none when one of its audits could not be done.
fn score(report: &Value, category: &str) -> Option<f64> {
    report["categories"][category]["score"].as_f64().map(|score| (score * 100.0).round())
}

fn try_audit(url: &str, file: &Path) -> Result<Value, String> {
    let mut command = Command::new("lighthouse");
    command
        .arg(url)
        .args(["--quiet", "--output=json", "--disable-full-page-screenshot", "--no-enable-error-reporting"])
        .arg(format!("--only-categories={}", PERFECT.join(",")))
        // A slow line and processor would only be waited for.
        .arg("--throttling-method=provided")
        // Absolute canonical addresses come with an absolute address to build for, which the tests' hosts have not.
        .args(["--skip-audits=canonical"])
        .arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-dev-shm-usage")
        .arg(format!("--output-path={}", file.display()))
        .env("CHROME_PATH", Engine::Chromium.program())
        .stdin(Stdio::null());
    let output = command.output().expect("lighthouse is on the path: run `cargo atlas test`");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let report: Value = serde_json::from_slice(&fs::read(file).unwrap()).map_err(|why| why.to_string())?;
    match PERFECT.iter().find(|category| score(&report, category).is_none()) {
        Some(category) => Err(format!("{category} has no score: {}", report["runtimeError"])),
        None => Ok(report),
    }
}

/// Audits a page and says what is not perfect.
fn look(host: &Host, folder: &Path, page: &Page) -> Vec<String> {
    // Of every link its listeners are asked for: those of the whole timeline take longer than Lighthouse waits.
    let part = if page.template == "timeline" { "?country=turkmenistan" } else { "" };
    let report = audit(&format!("{}{}{part}", host.origin, page.path), &folder.join(format!("{}.json", page.name)));
    let mut faults = Vec::new();
    for category in PERFECT {
        let score = score(&report, category).unwrap_or(0.0);
        if score == 100.0 {
            continue;
        }
        let audits = report["categories"][category]["auditRefs"].as_array().unwrap().iter();
        let failed = audits
            .filter(|it| it["weight"].as_f64() > Some(0.0))
            .map(|it| &report["audits"][it["id"].as_str().unwrap_or_default()])
            .filter(|it| it["score"].as_f64().is_some_and(|score| score < 1.0))
            .map(|it| format!("\n    {}: {}\n    {}", it["id"], it["title"], it["details"]["items"]));
        faults.push(format!("{}: {category} {score}{}", page.name, failed.collect::<String>()));
    }
    faults
}

#[test]
fn lighthouse_finds_every_page_perfect() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/atlas/lighthouse");
    fs::create_dir_all(&folder).unwrap();
    let host = Host::new(Serving { compressed: true, ..Serving::plain(ROOT) });
    // A page that is not there has no place in a search engine.
    let audited =
        |page: &Page| page.language == &LANGUAGES[0] && page.template != NOT_FOUND && !FORMS.contains(&page.template);
    let waiting = Mutex::new(pages().into_iter().filter(audited).collect::<Vec<_>>());
    let faults = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let Some(page) = waiting.lock().unwrap().pop() else { break };
                    let found = look(&host, &folder, &page);
                    faults.lock().unwrap().extend(found);
                }
            });
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{}\nreports: {}", faults.join("\n"), folder.display());
}
