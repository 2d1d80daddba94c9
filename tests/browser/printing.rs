//! The button that prints the list.

use crate::browser::{Setup, with_browser};
use crate::list::asked;
use crate::oracle::oracle;
use crate::site::ROOT;
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
