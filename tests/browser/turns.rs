//! A published page becomes alive part by part. Nobody may notice.

use crate::browser::{Setup, with_browser};
use crate::list::shows;
use crate::site::ROOT;
use serde_json::json;

/// Keeps every turn but the first waiting, as a machine would that has something else to do.
const HOLD: &str = "const later = window.setTimeout; window.held = []; \
    window.setTimeout = (act, delay, ...more) => delay === 0 ? held.push(act) : later(act, delay, ...more)";

const ALIVE: &str = "return document.documentElement.hasAttribute('data-alive')";

#[test]
fn whoever_touches_a_page_before_all_of_it_is_alive_has_all_of_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": HOLD })).await;
        for key in ['\u{E004}', '\u{E008}'] {
            browser.load("/projects/").await;
            browser.until("parts that wait", "return held.length > 0").await;
            assert_eq!(browser.eval(ALIVE).await, false);
            browser.press(&[key]).await;
            browser.until("alive", ALIVE).await;
            browser.click("input[name=country][value=kazakhstan]").await;
            shows(&browser, "country=kazakhstan").await;
            // The turn that waited comes after all, and has nothing left to do.
            browser.eval("held.forEach(act => act())").await;
            browser.click("input[name=country][value=kazakhstan]").await;
            shows(&browser, "").await;
        }
        // A link that is followed meanwhile leads on, and the page that it leads to is whole.
        browser.load("/projects/").await;
        browser.until("parts that wait", "return held.length > 0").await;
        browser.follow("About").await;
        browser.until_at("/about/").await;
        browser.until("alive", ALIVE).await;
        browser.eval("held.splice(0).forEach(act => act())").await;
        browser.client.back().await.unwrap();
        browser.until_at("/projects/").await;
        shows(&browser, "").await;
    });
}

/// Long lists cost a telephone a second in which it could do nothing else. Wherever Back may lead to a place on the page,
/// everything above it has its height.
#[test]
fn long_lists_out_of_sight_are_laid_out_when_the_page_is_alive() {
    const LAID_OUT: &str = "return [...document.querySelectorAll('.entry')].map(it => \
        it.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))";
    const ALL: &str = "return !('fresh' in document.documentElement.dataset) && [...document.querySelectorAll('.entry')] \
        .every(it => it.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))";
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": HOLD })).await;
        browser.load("/timeline/").await;
        browser.until("parts that wait", "return held.length > 0").await;
        let before = browser.eval(LAID_OUT).await;
        let before = before.as_array().unwrap();
        assert!(before.len() > 10 && before.last().unwrap() == false, "{before:?}");
        browser.until("alive", &format!("held.splice(0).forEach(act => act()); {ALIVE}")).await;
        browser.until("laid out", &format!("held.splice(0).forEach(act => act()); {ALL}")).await;
    });
    with_browser(Setup::new(ROOT), |browser| async move {
        // Whoever asked, or went to a part, or came back, has all of it from the beginning.
        const FRESH: &str = "return window.fresh";
        let look =
            "addEventListener('DOMContentLoaded', () => window.fresh = 'fresh' in document.documentElement.dataset)";
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": look })).await;
        browser.load_alive("/timeline/").await;
        assert_eq!(browser.eval(FRESH).await, true);
        browser.until("laid out", ALL).await;
        browser.client.refresh().await.unwrap();
        browser.until("loaded anew", "return window.fresh !== undefined && document.readyState === 'complete'").await;
        assert_eq!(browser.eval(FRESH).await, false, "after a reload");
        for address in ["/timeline/?country=kazakhstan", "/timeline/#main"] {
            browser.load("/about/").await;
            browser.load(address).await;
            browser.until("loaded", "return window.fresh !== undefined").await;
            assert_eq!(browser.eval(FRESH).await, false, "{address}");
        }
    });
}

#[test]
fn what_is_below_the_window_follows_what_is_in_it() {
    /// Which cards show another project in the first picture after a choice, and which after a pause.
    const LOOK: &str = "const ids = () => [...document.querySelectorAll('.card h3 a')].map(it => it.pathname); \
        const before = ids(); \
        document.querySelector('input[name=country][value=uzbekistan]').click(); \
        const changed = () => ids().map((id, at) => id !== before[at] ? at : -1).filter(at => at >= 0); \
        return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => { \
            const soon = changed(); setTimeout(() => done([soon, changed()]), 1000); })))";
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        let seen = browser.eval(LOOK).await;
        let [soon, late] = [0, 1].map(|at| seen[at].as_array().map_or(0, Vec::len));
        assert!(soon > 0, "nothing was drawn at once: {seen}");
        assert!(soon < late, "all was drawn at once: {seen}");
        shows(&browser, "country=uzbekistan").await;
    });
}
