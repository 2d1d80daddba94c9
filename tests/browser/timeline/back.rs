//! Back from an entry, and a link for somebody else.

use super::{ENTER, FOCUSED, RIGHT, drawn, into_view, mouse, open, place};
use crate::browser::{Browser, Setup, with_browser};
use crate::site::{PORTAL, ROOT};
use serde_json::json;

/// The visitor has left the timeline and comes back.
async fn there_and_back(browser: &Browser) {
    browser.until("another page", "return !location.pathname.includes('/timeline')").await;
    browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
    browser.client.back().await.unwrap();
    browser.until("the timeline", "return location.pathname.includes('/timeline')").await;
    drawn(browser).await;
}

#[test]
fn back_leads_to_the_link_that_was_followed() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        // By the card of what the pointer is at, which nobody has chosen yet.
        open(&browser, "/timeline/?country=tajikistan").await;
        into_view(&browser).await;
        let [left, top, width, height] = place(&browser, ".drawing-stop.in-turn").await;
        mouse(&browser, "mouseMoved", left + width / 2.0, top + height / 2.0, json!({})).await;
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        let title = browser.text("return document.querySelector('.drawing-card .entry-title').textContent").await;
        browser.click(".drawing-card .entry-title a").await;
        there_and_back(&browser).await;
        let on_mark = format!(
            "const it = document.activeElement; return it.matches('.drawing-stop.in-turn') && it.getAttribute('aria-label').includes({})",
            json!(title)
        );
        browser.until("on its mark", &on_mark).await;
        // By Enter, before the hand has rested so long that the address says where it is.
        open(&browser, "/timeline/?country=tajikistan").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
        let first = browser.text(FOCUSED).await;
        browser.press(&[RIGHT]).await;
        browser
            .until(
                "the next",
                &format!("return document.activeElement.getAttribute('aria-label') !== {}", json!(first)),
            )
            .await;
        let name = browser.text(FOCUSED).await;
        browser.press(&[ENTER]).await;
        there_and_back(&browser).await;
        let on_mark = format!("return document.activeElement.getAttribute('aria-label') === {}", json!(name));
        browser.until("on its mark", &on_mark).await;
        // By a link of the list: the title of an entry, and one of its countries, of which there are many.
        for link in [".entry-title a", ".entry-facts .inline-list a"] {
            open(&browser, "/timeline/").await;
            let number = 40;
            let chosen = format!(
                "[...document.querySelectorAll('.year .entry')].filter(it => it.querySelector('{link}'))[{number}]"
            );
            let id = browser.text(&format!("const it = {chosen}; it.scrollIntoView({{ block: 'center', behavior: 'instant' }}); it.querySelector('{link}').focus({{ preventScroll: true }}); return it.id")).await;
            let href = browser.text("return document.activeElement.getAttribute('href')").await;
            browser.press(&[ENTER]).await;
            there_and_back(&browser).await;
            let back = format!(
                "const it = document.activeElement; return it.getAttribute('href') === {} && it.closest('.entry')?.id === {}",
                json!(href),
                json!(id)
            );
            browser.until("on the link", &back).await;
            let in_view = "const it = document.activeElement.getBoundingClientRect(); return it.top >= 0 && it.bottom <= innerHeight";
            browser.until("in view", in_view).await;
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The address does not say what a small drawing shows: Back led to the heading of the page.
#[test]
fn back_leads_to_the_mark_of_a_small_drawing_and_a_link_to_the_page() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        for page in ["/partners/tajikistan/", "/projects/eu-rule-of-law-platform-phase-1/"] {
            open(&browser, page).await;
            browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
            let range = "document.querySelector('.drawing-range').textContent";
            let whole = browser.text(&format!("return {range}")).await;
            browser.press(&['+']).await;
            browser.until("closer", &format!("return {range} !== {}", json!(whole))).await;
            browser.press(&[RIGHT]).await;
            let chosen = "return document.activeElement.matches('.drawing-stop.in-turn.chosen')";
            browser.until("another", chosen).await;
            let at = "return [document.activeElement.ariaLabel, document.querySelector('.drawing-range').textContent]";
            let before = browser.eval(at).await;
            browser.press(&[ENTER]).await;
            browser.until("another page", &format!("return !location.pathname.endsWith({})", json!(page))).await;
            browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
            browser.client.back().await.unwrap();
            drawn(&browser).await;
            let there = format!(
                "const now = (() => {{ {at} }})(); return JSON.stringify(now) === {}",
                json!(before.to_string())
            );
            browser.until("on its mark, in the same part of time", &there).await;
            let in_view = "const it = document.activeElement.getBoundingClientRect(); return it.top >= 0 && it.bottom <= innerHeight";
            browser.until("in view", in_view).await;
            // Whoever comes by a link begins at the beginning.
            browser.press(&[ENTER]).await;
            browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
            browser.eval("document.querySelector('header a[href$=\"/partners/\"]').click()").await;
            // The page before is shown until they have come.
            let country = "document.querySelector('main a[href$=\"/partners/tajikistan/\"]')";
            let countries = format!("return location.pathname.endsWith('/partners/') && {country} !== null");
            browser.until("the countries", &countries).await;
            browser.eval(&format!("{country}.click()")).await;
            browser.until("a country", "return location.pathname.endsWith('/tajikistan/')").await;
            drawn(&browser).await;
            browser.until("at its heading", "return document.activeElement.tagName === 'H1'").await;
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_link_to_a_drawing_shows_the_same_to_somebody_else() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let path = "/timeline/?donor=european-union&kind=project&group=type&shown-from=2012-03&shown-to=2016\
            &entry=project.eu-rule-of-law-platform-phase-1";
        open(&browser, path).await;
        browser.until_at(path).await;
        let facts = "return [document.querySelector('.drawing-range').textContent, document.querySelector('#results').textContent, \
            document.querySelector('.drawing-groups [aria-current]').textContent, document.querySelector('.drawing-stop.in-turn').getAttribute('aria-label'), \
            document.querySelectorAll('.year .entry').length].join('|')";
        let here = browser.text(facts).await;
        assert!(here.contains("Shown: March 2012 – 2016") && here.contains("|type|Project, "), "{here}");
        assert_eq!(
            browser.text("return document.querySelector('.entry[aria-current]').id").await,
            "entry-project.eu-rule-of-law-platform-phase-1"
        );
        let colleague = browser.stranger().await;
        open(&colleague, path).await;
        assert_eq!(colleague.text(facts).await, here);
        colleague.client.close().await.unwrap();
        // Grouping otherwise is a step; what is shown and looked at stays.
        browser.follow("donor").await;
        browser.until_at(&path.replace("group=type", "group=donor")).await;
        browser.client.back().await.unwrap();
        browser.until_at(path).await;
        browser.until("as before", &format!("{} === {}", facts, json!(here))).await;
        // The same filters as the list of projects.
        browser.follow("See these projects as a list").await;
        browser.until_at("/projects/?donor=european-union").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
