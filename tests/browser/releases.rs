//! A site that is published anew with `cargo atlas build --previous`, and visitors who have a page of the release before:
//! open, or out of a cache that asks nobody.

use crate::browser::{Browser, Setup, with_browser};
use crate::list::shows;
use crate::server::OLD_PAGES;
use crate::site::ROOT;
use crate::trunk::{self, Program, Room};
use atlas::words::words;
use fantoccini::Locator;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const SEED: &str =
    "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/";
/// How its title begins, and how it begins in the new release.
const TITLE: [&str; 2] =
    ["\"title\": \"Support to the Kazakh authorities", "\"title\": \"Renewed support to the Kazakh"];
const COUNTRY: &str = "input[name=country][value=kyrgyz-republic]";
const RELEASE: &str = "return document.querySelector('#app').dataset.release";
const ALIVE: &str = "return document.documentElement.hasAttribute('data-alive')";

/// The next release, of other data and another program, built over the bundle at the root.
fn next_release(room: &Path) -> PathBuf {
    let (before, out, data) = (ROOT.folder(), room.join("site"), room.join("data"));
    fs::create_dir(&data).unwrap();
    for entry in fs::read_dir("public/data").unwrap() {
        let file = entry.unwrap().path();
        let name = file.file_name().unwrap();
        let mut text = fs::read_to_string(&file).unwrap();
        if name == "projects.json" {
            assert!(text.contains(TITLE[0]));
            text = text.replace(TITLE[0], TITLE[1]);
        }
        fs::write(data.join(name), text).unwrap();
    }
    let mut build = Command::new(env!("CARGO_BIN_EXE_atlas"));
    build.arg("build").arg("--out").arg(&out).arg("--data").arg(&data).arg("--previous").arg(&before);
    let done = build.env("PATH", trunk::on_path(&before, Program::Other, room)).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    out
}

/// The list of a page of the release before answers, is searched for words, and gives its file.
async fn its_list_works(browser: &Browser) {
    browser.click(COUNTRY).await;
    shows(browser, "country=kyrgyz-republic").await;
    browser.client.find(Locator::Css("#search-words")).await.unwrap().send_keys("court\u{E007}").await.unwrap();
    shows(browser, "country=kyrgyz-republic&q=court").await;
    browser.click("#save").await;
    browser.click(".save-menu fieldset button").await;
    let saved = "return document.querySelector('.save-menu [role=status]').textContent.includes('.csv')";
    browser.until("the file", saved).await;
}

/// Goes to another page by its link in the menu, whoever loads it, and waits until it is there.
async fn goes_to(browser: &Browser, path: &str) {
    let heading = browser.heading().await;
    browser.click(&format!(".site-menu a[href='{path}']")).await;
    let there = format!(
        "return location.pathname === '{path}' && ![undefined, {}].includes(document.querySelector('main h1')?.textContent)",
        json!(heading)
    );
    browser.until(path, &there).await;
    browser.until("alive", ALIVE).await;
}

#[test]
fn who_has_a_page_of_the_release_before_goes_on_as_before() {
    let room = Room::new("releases");
    let next = next_release(&room.0);
    let next = next.as_path();
    let before = trunk::script(&ROOT.folder(), "client-");

    // The page is open.
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        let release = browser.text(RELEASE).await;
        browser.host.publish(next.to_owned());
        its_list_works(&browser).await;
        // The next page, whichever it is, is the new one, and so is all that follows.
        browser.click(".card h3 a").await;
        let anew = format!("return document.querySelector('#app')?.dataset.release !== {}", json!(release));
        browser.until("the page as it is now published", &anew).await;
        browser.until("alive", ALIVE).await;
        goes_to(&browser, "/timeline/").await;
        browser.load_alive(SEED).await;
        assert!(browser.heading().await.starts_with("Renewed support"), "{}", browser.heading().await);
        assert_eq!(browser.console().await, Vec::<String>::new());
    });

    // The page comes out of a cache; nothing else does.
    let old = before.as_str();
    let cached = Setup { kind: &OLD_PAGES, ..Setup::new(ROOT) };
    let visited = async |browser: &Browser| {
        for page in ["/timeline/", "/projects/"] {
            browser.load_alive(page).await;
        }
        let release = browser.text(RELEASE).await;
        browser.host.publish(next.to_owned());
        browser.client.goto("about:blank").await.unwrap();
        browser.load("/projects/").await;
        assert_eq!(browser.text(RELEASE).await, release);
        let travelled = "return performance.getEntriesByType('navigation')[0].transferSize";
        assert_eq!(browser.eval(travelled).await, 0, "the page comes out of the cache");
        release
    };
    with_browser(cached, |browser| async move {
        let release = visited(&browser).await;
        browser.until("alive", ALIVE).await;
        let own = format!("return performance.getEntriesByType('resource').some(it => it.name.endsWith('/{old}.js'))");
        assert_eq!(browser.eval(&own).await, true, "with the program of its own release");
        its_list_works(&browser).await;
        // A page that the cache has as well, and one that it has not: the program loads the new ones.
        for page in ["/timeline/", "/about/"] {
            goes_to(&browser, page).await;
            assert_ne!(browser.text(RELEASE).await, release, "{page}");
        }
        // What it opens by itself is as old as the cache will have it, and works; to load it again is to have the new one.
        browser.load("/projects/").await;
        browser.until("alive", ALIVE).await;
        assert_eq!(browser.text(RELEASE).await, release);
        browser.client.refresh().await.unwrap();
        browser.until("alive", ALIVE).await;
        assert_ne!(browser.text(RELEASE).await, release);
        its_list_works(&browser).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });

    // It was what had been kept that did it: without it such a page can be read, and says so.
    fs::remove_file(next.join(format!("{old}.js"))).unwrap();
    with_browser(cached, |browser| async move {
        visited(&browser).await;
        browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
        assert_eq!(
            browser.text("return document.querySelector('#notice span').textContent").await,
            words().start_failed
        );
        assert_eq!(browser.eval("return document.querySelectorAll('.cards > .card').length").await, 25);
        browser.console().await;
    });
}
