//! The button that prints the list.

use crate::browser::{Setup, with_browser};
use crate::list::asked;
use crate::oracle::oracle;
use crate::server::{Fault, Piece};
use crate::site::{PORTAL, ROOT};
use atlas::words::LANGUAGES;
use serde_json::json;

/// It printed the first 25 rows of a list that was still being drawn.
#[test]
fn all_of_a_list_is_there_when_it_is_printed_and_so_is_its_address() {
    let keep = "window.print = () => { const rows = document.querySelectorAll('.cards > .card, .projects-table tbody tr'); \
        window.printed = [rows.length, location.search, document.querySelector('.print-part').textContent]; \
        dispatchEvent(new Event('afterprint')) }; return null";
    with_browser(Setup::new(ROOT), |browser| async move {
        for query in
            ["country=turkmenistan", "country=kyrgyz-republic&view=table", "", "country=kazakhstan&type=police"]
        {
            let question = if query.is_empty() { String::new() } else { format!("?{query}") };
            browser.load_alive(&format!("/projects/{question}")).await;
            browser.eval(keep).await;
            browser.click(".print-button").await;
            browser.until("it is printed", "return window.printed !== undefined").await;
            let total = oracle().page(&asked(query)).total;
            let whole = match (total > 25, query.is_empty()) {
                (false, _) => question.clone(),
                (true, true) => "?page=all".to_owned(),
                (true, false) => format!("{question}&page=all"),
            };
            assert_eq!(browser.eval("return window.printed").await, json!([total, whole, ""]), "{query}");
            // Afterwards the page is what it was.
            let before = format!(
                "return location.search === {} && document.querySelectorAll('.cards > .card, tbody tr').length === {}",
                json!(question),
                total.min(25)
            );
            browser.until("the page as it was", &before).await;
        }
    });
}

/// Whether the sentence on paper is seen, and whether the list.
const SEEN: &str = "const sees = it => it !== null && it.checkVisibility({ visibilityProperty: true }); \
    return [sees(document.querySelector('.early')), sees(document.querySelector('.body'))]";

/// Whoever printed a list while its program was on its way had an empty page.
#[test]
fn a_list_that_is_printed_before_it_is_there_says_so() {
    for (site, language) in [(ROOT, &LANGUAGES[0]), (PORTAL, &LANGUAGES[1])] {
        with_browser(Setup { fault: Fault::Never(Piece::Wasm), ..Setup::new(site) }, |browser| async move {
            let at = |path: &str| format!("{}{path}", language.prefix());
            for (path, on_paper) in [
                ("/projects/?country=kazakhstan", [true, false]),
                ("/timeline/?country=kazakhstan", [true, false]),
                ("/projects/", [false, true]),
                // What comes with an address from elsewhere is no question to a page without filters.
                ("/partners/kazakhstan/?utm_source=letter", [false, true]),
            ] {
                browser.load(&at(path)).await;
                assert_eq!(browser.eval(SEEN).await, json!([false, on_paper[1]]), "{path} on the screen");
                browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
                assert_eq!(browser.eval(SEEN).await, json!(on_paper), "{path} on paper");
                browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
            }
            let said = browser.text("return document.querySelector('.early').textContent").await;
            assert_eq!(said, language.words.published().printed_early);
        });
        // Likewise where it does not come at all, and the list as published is shown.
        with_browser(Setup { fault: Fault::Missing(Piece::Wasm), ..Setup::new(site) }, |browser| async move {
            let path = format!("{}/projects/?country=kazakhstan", language.prefix());
            browser.load(&path).await;
            browser.until("the line", "return !document.querySelector('#notice').hidden").await;
            browser.chromium("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            assert_eq!(browser.eval(SEEN).await, json!([true, true]));
            // And not where it does.
            browser.host.stage(Fault::None);
            browser.load_alive(&path).await;
            let answered = format!("const found = (() => {{ {SEEN} }})(); return !found[0] && found[1]");
            browser.until("the answer", &answered).await;
            browser.console().await;
        });
    }
}
