//! Texts that were written to become something else than text, in the hands of the program: every page is made of a data set
//! that says one in each record, where the browser runs what runs. What is prerendered of them has tests without a browser.

use crate::browser::{Browser, Setup, with_browser};
use crate::files::told;
use crate::hostile_strings::{strings, taken, world};
use crate::site::ROOT;
use atlas::domain::catalogue::Catalogue;
use atlas::domain::dataset::Dataset;
use atlas::domain::query::ProjectQuery;
use atlas::domain::read::{File, read};
use atlas::domain::release::marked;
use atlas::domain::route::Route;
use atlas::domain::slices::Slices;
use atlas::domain::slug::Slug;
use atlas::domain::tongue::Tongue;
use atlas::words::LANGUAGES;
use atlas::written;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::sync::{Arc, Mutex};

/// The records of which every text has one.
const EACH: [(&str, &str); 4] =
    [("organisations.json", "o"), ("projects.json", "p"), ("events.json", "e"), ("documents.json", "d")];

/// A data set in which the record with the number of a text says it wherever it can say anything.
fn all_worlds() -> Vec<(&'static str, Vec<u8>)> {
    /// Gives every reference to a record the number of its text.
    fn number(value: &mut Value, at: usize) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(|it| number(it, at)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    match (key.as_str(), &mut *value) {
                        ("id" | "org", Value::String(id)) => id.push_str(&format!("-{at}")),
                        ("projects" | "events", Value::Array(ids)) => {
                            for id in ids {
                                *id = format!("{}-{at}", id.as_str().unwrap()).into();
                            }
                        }
                        (_, value) => number(value, at),
                    }
                }
            }
            _ => {}
        }
    }
    let mut records: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (at, text) in strings().iter().enumerate() {
        for (name, bytes) in world(text) {
            if let Some((_, id)) = EACH.iter().find(|(file, _)| *file == name) {
                let list: Vec<Value> = serde_json::from_slice(&bytes).unwrap();
                let mut record = list.into_iter().find(|it| it["id"] == *id).unwrap();
                number(&mut record, at);
                records.entry(name).or_default().push(record);
            }
        }
    }
    let mut files = world("Plain words");
    for (name, bytes) in &mut files {
        if let Some(list) = records.get(name) {
            *bytes = serde_json::to_vec(list).unwrap();
        } else if *name == "countries.json" {
            // What the country names has a number now.
            let text = String::from_utf8_lossy(bytes).replace("\"document\":\"d\"", "\"document\":\"d-0\"");
            *bytes = text.replace("\"org\":\"o\"", "\"org\":\"o-0\"").into_bytes();
        }
    }
    files
}

/// The files that stand for those of the bundle.
fn bundle(dataset: &Dataset, files: &[File<'_>]) -> BTreeMap<String, Vec<u8>> {
    let english = &LANGUAGES[0];
    let mut catalogue = Catalogue::of(dataset);
    let rows = catalogue.ordered(&ProjectQuery::default());
    let by_start: Vec<Slug> = rows.into_iter().map(|row| catalogue.listed(row).id).collect();
    let slices = Slices::new(dataset, files, &by_start);
    let catalogue = Arc::new(Mutex::new(catalogue));
    let made = Catalogue::files(dataset);
    let page = fs::read_to_string(ROOT.folder().join("projects/index.html")).unwrap();
    let of =
        |attribute: &str| page.split(&format!(" {attribute}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let release = of("data-release");
    // More bytes than were told are refused.
    let size = format!("data-catalogue-size=\"{}\"", of("data-catalogue-size"));
    let page = page.replace(&size, &format!("data-catalogue-size=\"{}\"", made.columns.len()));
    let mut instead = BTreeMap::from([
        ("projects/index.html".to_owned(), page.into_bytes()),
        (told(ROOT, english, "data-catalogue"), made.columns),
        (told(ROOT, english, "data-words"), made.words),
        ("data/eu.svg".to_owned(), b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()),
    ]);
    for route in Route::all(dataset) {
        if route.page() == route {
            let slice = written::write(&slices, &route, "", &catalogue).slice;
            instead.insert(route.slice()[1..].to_owned(), marked(&slice, &release).into_bytes());
        }
    }
    instead
}

/// Nothing of a text has become anything but text.
async fn is_harmless(browser: &Browser, what: &str) {
    let found = "const elements = [...document.querySelectorAll('#app *')]; \
        const made = elements.filter(it => /^(script|style|iframe|object|embed|base|meta|link|template|math)$/.test(it.localName)); \
        const runs = elements.filter(it => it.getAttributeNames().some(name => name.startsWith('on') || name === 'srcdoc')); \
        const leads = elements.filter(it => ['href', 'src', 'action', 'formaction'].some(name => { \
            const to = it.getAttribute(name); \
            return to !== null && !['http:', 'https:', 'mailto:'].includes(new URL(to, location.href).protocol) })); \
        return { ran, polluted: ({}).polluted ?? null, \
            made: [...made, ...runs, ...leads].map(it => it.outerHTML.slice(0, 200)) }";
    assert_eq!(browser.eval(found).await, json!({ "ran": [], "polluted": null, "made": [] }), "{what}");
}

#[test]
fn whatever_a_record_says_the_program_shows_as_text() {
    let texts = all_worlds();
    let files: Vec<File<'_>> = texts.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let dataset = read(&files, Tongue::PLAIN).dataset.unwrap();
    let said: BTreeSet<String> = strings().iter().map(|text| taken(text)).collect();
    let count = strings().len();
    assert_eq!(dataset.projects.len(), count);
    let mut pages = 0;
    let looked_at = &mut pages;
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.host.put(bundle(&dataset, &files));
        let watch = "window.ran = []; for (const it of ['alert', 'confirm', 'prompt', 'open']) \
            window[it] = what => { ran.push(String(what)) }";
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
        browser.load_alive("/projects/?page=all").await;
        let drawn = format!("return document.querySelectorAll('.cards > .card').length === {count}");
        browser.until("every project", &drawn).await;
        is_harmless(&browser, "the list").await;
        let titles = browser.eval("return [...document.querySelectorAll('.card h3')].map(it => it.textContent)").await;
        let titles: BTreeSet<String> =
            titles.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect();
        assert_eq!(titles.symmetric_difference(&said).collect::<Vec<_>>(), Vec::<&String>::new());
        *looked_at += 1;
        // Along the list, from one project to the next.
        browser.click(".card h3 a").await;
        for at in 0..count {
            let place = format!(
                "return document.querySelector('.step-place')?.textContent === 'Project {} of {count}'",
                at + 1
            );
            browser.until("a project", &place).await;
            let heading = browser.heading().await;
            assert!(said.contains(&heading), "{heading:?}");
            is_harmless(&browser, &heading).await;
            *looked_at += 1;
            if at + 1 < count {
                browser.eval("document.querySelector('.step-next a').click()").await;
            }
        }
        for page in ["/timeline/", "/documents/", "/organisations/", "/partners/"] {
            let before = browser.heading().await;
            browser.eval(&format!("document.querySelector(\".site-menu a[href='{page}']\").click()")).await;
            let there = format!("return document.querySelector('h1').textContent !== {}", json!(before));
            browser.until(page, &there).await;
            if page == "/timeline/" {
                browser
                    .until("its drawing", "return document.querySelector('.drawing-range')?.textContent !== ''")
                    .await;
            }
            is_harmless(&browser, page).await;
            *looked_at += 1;
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
    writeln!(std::io::stderr(), "hostile texts in the browser: {count} on {pages} pages").unwrap();
}
