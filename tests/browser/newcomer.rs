//! Somebody who has never been here, with a question.

use crate::browser::{ENTER, Setup, with_browser};
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
        let title = serde_json::json!(format!("{sentence} ({}) – Rule of Law Atlas", found.total));
        browser.until("the title", &format!("return document.title === {title}")).await;
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

/// The project that the owner described.
const SEED: &str =
    "support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system";

#[test]
fn a_reader_of_russian_finds_a_project_by_keyboard_at_400_percent_and_prints_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        // A window of 1280 by 1024 at 400 %.
        let metrics = serde_json::json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        browser.load_alive("/").await;
        assert!(browser.tab_to(".language-switch a[hreflang=ru]").await);
        browser.press(&[ENTER]).await;
        browser.until_at("/ru/").await;
        browser
            .until(
                "alive",
                "return document.documentElement.lang === 'ru' && 'alive' in document.documentElement.dataset",
            )
            .await;
        assert!(browser.tab_to("#ask").await);
        browser.press(&"прокуратура казахстан совет европы".chars().collect::<Vec<_>>()).await;
        browser.press(&[ENTER]).await;
        browser
            .until(
                "the list",
                "return location.pathname === '/ru/projects/' && document.querySelectorAll('.card').length > 0 && \
            Number(document.querySelector('#count').textContent.match(/\\d+/)[0]) < 30",
            )
            .await;
        let link = format!(".card h3 a[href^='/ru/projects/{SEED}/']");
        browser.until("it is there", &format!("return document.querySelector(\"{link}\") !== null")).await;
        assert!(browser.tab_to(&link).await);
        browser.press(&[ENTER]).await;
        browser
            .until("the project", "return document.querySelector('h1').textContent.startsWith('Support to the Kazakh')")
            .await;
        browser
            .until("its heading has the focus", "return document.activeElement === document.querySelector('h1')")
            .await;
        assert_eq!(browser.text("return document.querySelector('h1').lang").await, "en");
        let text = browser.text("return document.querySelector('main').textContent").await;
        for part in
            ["Казахстан", "Прокуратура", "Европейский союз", "1\u{a0}666\u{a0}413\u{a0}€", "июль 2014 – июль 2017"]
        {
            assert!(text.contains(part), "{part}");
        }
        assert_eq!(browser.eval("return document.documentElement.scrollWidth <= innerWidth").await, true);

        // On paper: what it is, where it was read, of which day, and no furniture.
        browser.chromium("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await;
        let seen = browser.text("return [...document.querySelectorAll('h1, .print-address, .site-footer p')].filter(it => it.checkVisibility()).map(it => it.textContent).join('|')").await;
        assert!(seen.contains(&format!("/ru/projects/{SEED}/")) && seen.contains("22 ноября 2026"), "{seen}");
        let furniture = "return [...document.querySelectorAll('.site-menu, .language-switch, .theme-switch, .list-steps')].some(it => it.checkVisibility())";
        assert_eq!(browser.eval(furniture).await, false);
        let paper = browser.chromium("Page.printToPDF", serde_json::json!({ "preferCSSPageSize": true })).await;
        assert!(paper["data"].as_str().unwrap().len() > 20_000);
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
