//! Somebody who has never been here, with a question.

use crate::browser::{Setup, with_browser};
use crate::hands::{Act, Hand, act};
use crate::list::{address, asked, settle, shows};
use crate::oracle::oracle;
use crate::site::ROOT;
use atlas::domain::party::Role;
use std::collections::BTreeSet;

/// Which ongoing or completed projects on access to justice in the Kyrgyz Republic does the EU or Switzerland fund, and
/// who implements them?
const QUESTION: &str = "country=kyrgyz-republic&status=ongoing&status=completed&type=access-to-justice\
    &donor=european-union&donor=switzerland";

#[test]
fn a_question_with_five_parts_is_answered_by_clicks() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/").await;
        browser.follow("Projects").await;
        browser.until_at("/projects/").await;
        shows(&browser, "").await;
        let parts = [
            ("country", "kyrgyz-republic"),
            ("status", "ongoing"),
            ("status", "completed"),
            ("type", "access-to-justice"),
            ("donor", "european-union"),
            ("donor", "switzerland"),
        ];
        let mut query = String::new();
        for (facet, value) in parts {
            let selector = format!("input[name={facet}][value={value}]");
            act(&browser, Hand::Mouse, &Act::Open(format!("input[name={facet}]"))).await.unwrap();
            if browser.eval(&format!("return document.querySelector('{selector}') === null")).await == true {
                // Not among the first: the whole of the facet.
                browser.click(&format!("details:has(> fieldset input[name={facet}]) .facet-more")).await;
            }
            browser.click(&selector).await;
            query = format!("{query}&{facet}={value}");
            settle(&browser, &asked(&query)).await.unwrap();
        }
        browser.until_at(&address(&asked(QUESTION))).await;
        let found = oracle().page(&asked(QUESTION));
        assert!(found.total >= 2, "the question has an answer");
        let sentence = "Completed or on-going projects in the Kyrgyz Republic about access to justice, \
            funded by the European Union or Switzerland";
        assert_eq!(browser.text("return document.querySelector('#results').textContent").await, sentence);
        let title = browser.text("return document.title").await;
        assert_eq!(title, format!("{sentence} ({}) – Rule of Law Atlas", found.total));
        let chips = browser.text("return [...document.querySelectorAll('.chips li:not(.chips-clear) [aria-hidden]')].map(it => it.textContent).join('|')").await;
        for name in ["Kyrgyz Republic", "On-going", "Completed", "Access to justice", "European Union", "Switzerland"] {
            assert!(chips.contains(name), "{chips} lacks {name}");
        }
        // Who carries them out stands in the table.
        browser.click(".views li:nth-child(2) a").await;
        shows(&browser, &format!("{QUESTION}&view=table")).await;
        let rows = browser.eval("return [...document.querySelectorAll('.projects-table tbody tr')].map(it => [it.querySelector('th a').pathname.split('/').at(-2), it.querySelector('.column-implementer').textContent])").await;
        for row in rows.as_array().unwrap() {
            let names = oracle().names(row[0].as_str().unwrap(), Role::Implementer);
            let seen = row[1].as_str().unwrap();
            assert!(names.iter().all(|name| seen.contains(name)), "{row} lacks one of {names:?}");
            assert!(!names.is_empty() || seen == "Not stated" || seen.contains("in words"), "{row}");
        }
        let ids: BTreeSet<&str> = rows.as_array().unwrap().iter().filter_map(|row| row[0].as_str()).collect();
        assert_eq!(ids, found.ids.iter().map(String::as_str).collect());
        // The link, sent to a colleague.
        let link = browser.text("return location.href").await;
        let colleague = browser.stranger().await;
        colleague.client.goto(&link).await.unwrap();
        shows(&colleague, &format!("{QUESTION}&view=table")).await;
        colleague.client.close().await.unwrap();
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
