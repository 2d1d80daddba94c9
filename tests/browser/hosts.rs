//! The bundle on every kind of host, at the root, below a path, and two levels down: deep links, files, errors and how
//! long things are kept are right, or as the README's table says.

use crate::browser::{Browser, Setup, with_browser};
use crate::server::{Headers, Host, KINDS, Kind, Serving, Unknown};
use crate::site::{SITES, Site};
use serde_json::Value;
use std::io::Write;

const SEED: &str =
    "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/";

/// Asks for an address as a program would: its status, where it leads, its type and how long it is kept.
async fn ask(browser: &Browser, address: &str) -> [Value; 4] {
    let script = format!(
        "const it = await fetch({}, {{ redirect: 'follow', cache: 'no-store' }}); \
         return [it.status, it.url, it.headers.get('content-type'), it.headers.get('cache-control')]",
        serde_json::json!(address)
    );
    let seen = browser
        .client
        .execute_async(
            &format!("const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done)"),
            vec![],
        )
        .await
        .unwrap();
    [0, 1, 2, 3].map(|at| seen[at].clone())
}

/// Everything that a host must give, or what the table says that it does not.
async fn look(browser: &Browser, site: Site, kind: &Kind) {
    let place = format!("{}, {}/", kind.name, site.base);
    // A deep link, cold, and its first step.
    browser.load_alive(SEED).await;
    assert!(browser.heading().await.starts_with("Support to the Kazakh authorities"), "{place}");
    browser.click("dl a[href*='/partners/kazakhstan/']").await;
    browser.until("a step", "return document.querySelector('h1').textContent === 'Republic of Kazakhstan'").await;
    browser.load_alive("/projects/?country=kazakhstan").await;
    let count = browser.text("return document.querySelector('#count').textContent").await;
    assert!(count.contains(" of 252 projects"), "{place}: {count}");
    browser.load_alive("/ru/about/").await;
    assert_eq!(browser.text("return document.documentElement.lang").await, "ru", "{place}");
    let console = browser.console().await;
    let expected = |line: &String| kind.wasm != "application/wasm" && line.contains("application/wasm");
    assert!(console.iter().all(expected), "{place}: {console:?}");
    // Without its last slash.
    let [status, url, ..] = ask(browser, &browser.url("/about")).await;
    if kind.to_slash.is_some() {
        assert_eq!((status, url), (200.into(), browser.url("/about/").into()), "{place}");
        browser.load_alive("/projects?country=kazakhstan").await;
        browser.until_at("/projects/?country=kazakhstan").await;
    }
    // Nothing there, or a folder without a page.
    for path in ["/no/such/page/", "/events/", "/data/"] {
        let [status, ..] = ask(browser, &browser.url(path)).await;
        assert_eq!(status, if kind.unknown == Unknown::FirstPage { 200 } else { 404 }, "{place}{path}");
    }
    if kind.unknown != Unknown::OwnLine {
        for path in ["/no/such/page/", "/projects/no-such-project/"] {
            browser.load_alive(path).await;
            assert_eq!(browser.heading().await, "Page not found", "{place}{path}");
        }
    }
    browser.console().await;
    // How long what is kept.
    let hashed = format!("/{}", site.file("", "client-", ".wasm"));
    for (path, must_be) in [(hashed.as_str(), "immutable"), ("/about/", "no-cache"), ("/about/page.json", "no-cache")] {
        let [status, _, mime, kept] = ask(browser, &browser.url(path)).await;
        assert_eq!(status, 200, "{place}{path}");
        match kind.headers {
            Headers::AsTold => assert!(kept.as_str().unwrap_or_default().contains(must_be), "{place}{path}: {kept}"),
            Headers::Kept(value) => assert_eq!(kept, value, "{place}{path}"),
            Headers::Strict | Headers::PagesKept | Headers::None => assert_eq!(kept, Value::Null, "{place}{path}"),
        }
        if path.ends_with(".wasm") {
            assert_eq!(mime, kind.wasm, "{place}");
        }
    }
}

#[test]
fn the_bundle_works_on_every_kind_of_host() {
    let mut looked = 0;
    for site in SITES {
        for kind in &KINDS {
            with_browser(Setup { kind, ..Setup::new(site) }, |browser| async move {
                look(&browser, site, kind).await;
            });
            looked += 1;
        }
    }
    let line = format!("hosts tried: {} kinds, {looked} with their places\n", KINDS.len());
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// Browsers are told everything as the rules say, by hosts that read them.
#[test]
fn a_host_that_is_told_sends_the_whole_policy() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for site in SITES {
        let kind = KINDS.iter().find(|kind| kind.headers == Headers::AsTold).unwrap();
        let host = Host::new(Serving { kind, ..Serving::plain(site) });
        runtime.block_on(async {
            let client = hyper_util::client::legacy::Client::builder(hyper_util::rt::TokioExecutor::new())
                .build_http::<String>();
            for path in ["/", "/about/", "/no-such-page", "/data/atlas.json"] {
                let answer = client.get(format!("{}{}{path}", host.origin, site.base).parse().unwrap()).await.unwrap();
                let header =
                    |name: &str| answer.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or_default();
                assert!(header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
                assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
                assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
                assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
                assert!(header("permissions-policy").contains("geolocation=()"), "{path}");
            }
        });
    }
}
