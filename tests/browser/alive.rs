//! What changes when a page becomes alive, and what must not.

use crate::browser::{Setup, with_browser};
use crate::site::ROOT;
use serde_json::json;

#[test]
fn controls_work_only_once_the_page_is_alive() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let page = std::fs::read_to_string(ROOT.folder().join("projects/index.html")).unwrap();
        let fieldsets: Vec<&str> = page.split("<fieldset").skip(1).filter_map(|rest| rest.split('>').next()).collect();
        // The search, eleven facets, three forms, four things to save.
        assert_eq!(fieldsets.len(), 19);
        assert!(fieldsets.iter().all(|tag| tag.contains(" disabled")), "{fieldsets:?}");
        let ticks: Vec<&str> = page.split("name=\"pick\"").skip(1).filter_map(|rest| rest.split('>').next()).collect();
        assert_eq!(ticks.len(), 25);
        assert!(ticks.iter().all(|tag| tag.contains(" disabled")), "{ticks:?}");
        browser.load_alive("/projects/").await;
        browser
            .until(
                "projects can be ticked",
                "return document.querySelectorAll('input[name=pick]:enabled').length === 25",
            )
            .await;
        browser.until("enabled", "return document.querySelectorAll('fieldset:disabled').length === 0").await;
    });
}

#[test]
fn nothing_jumps_when_the_page_becomes_alive() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let watch = "window.shifts = 0; new PerformanceObserver(list => { for (const it of list.getEntries()) \
            window.shifts += it.value }).observe({ type: 'layout-shift', buffered: true })";
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": watch })).await;
        for page in [
            "/",
            "/projects/",
            "/projects/page/2/",
            "/partners/kazakhstan/",
            "/timeline/",
            "/organisations/european-union/",
        ] {
            browser.load_alive(page).await;
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            let shifts = browser.eval("return window.shifts").await;
            assert!(shifts.as_f64().unwrap() < 0.01, "{page}: {shifts}");
        }
    });
}

#[test]
fn one_polite_status_region_says_the_count() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        // Regions that say nothing of themselves are silent until something is done with what they speak of.
        let regions = "return [...document.querySelectorAll('main [role=status], main [aria-live]')].map(it => it.textContent.trim()).filter(it => it !== '').join('|')";
        assert_eq!(browser.text(regions).await, "252 projects – Projects");
        browser.eval("document.querySelector('main [role=status]').same = true").await;
        browser.click("input[name=country][value=uzbekistan]").await;
        browser
            .until("the count", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        assert_eq!(
            browser.eval("return document.querySelector('main [role=status]').same").await,
            true,
            "the region itself stays"
        );
        let said = browser.text(regions).await;
        assert!(said.ends_with(" of 252 projects – Projects in Uzbekistan"), "{said}");
    });
}

/// Whoever listens while they type heard every letter's answer.
#[test]
fn the_status_region_speaks_when_the_hand_rests() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/?q=a").await;
        browser.until("said", "return document.querySelector('main [role=status]').textContent.includes('“a”')").await;
        browser
            .eval(
                "window.said = []; new MutationObserver(() => said.push(document.querySelector('main [role=status]').textContent)) \
                .observe(document.querySelector('main [role=status]'), { subtree: true, childList: true, characterData: true }); \
                const box = document.querySelector('.search-box input'); (async () => { for (const letters of ['k', 'ka', 'kaz', 'kaza', 'kazak']) { \
                box.value = letters; box.dispatchEvent(new Event('input', { bubbles: true })); await new Promise(done => setTimeout(done, 60)) } })()",
            )
            .await;
        browser.until("the last", "return said.some(it => it.includes('“kazak”'))").await;
        let said = browser.eval("return new Set(said).size").await;
        assert_eq!(said, 1, "{:?}", browser.eval("return said").await);
        // What takes the place of the hint is as high: the rows stay under the hand that ticks them.
        browser.load_alive("/projects/").await;
        let first = "return document.querySelectorAll('.card')[3].getBoundingClientRect().top";
        let before = browser.eval(first).await;
        browser.eval("document.querySelector('.card .tick input').click()").await;
        browser.until("ticked", "return document.querySelector('.pick-bar') !== null").await;
        assert_eq!(browser.eval(first).await, before);
        // There is no page after the last.
        browser.load_alive("/projects/?country=tajikistan&page=99").await;
        browser.until("its title", "return document.title.startsWith('Projects in Tajikistan (')").await;
    });
}

#[test]
fn a_choice_made_far_down_returns_to_the_beginning_of_the_results() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        browser.eval("window.scrollTo(0, 9000)").await;
        browser.click("input[name=country][value=turkmenistan]").await;
        browser.until_at("/projects/?country=turkmenistan").await;
        let top =
            "const top = document.querySelector('#results').getBoundingClientRect().top; return top >= 0 && top < 300";
        browser.until("the results are in view", top).await;
    });
}

#[test]
fn a_chip_that_goes_leaves_the_focus_to_the_results() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/?country=tajikistan").await;
        browser.until("the chip", "return document.querySelector('.chips a') !== null").await;
        browser.eval("document.querySelector('.chips a').focus()").await;
        browser.press(&[crate::browser::ENTER]).await;
        browser.until_at("/projects/").await;
        browser.until("the focus", "return document.activeElement.id === 'results'").await;
    });
}

/// A list that was opened beside another bore the name of the whole in the row of tabs until it was looked at.
#[test]
fn a_tab_that_nobody_looks_at_has_the_title_of_its_list() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let hidden =
            "Object.defineProperty(document, 'hidden', { get: () => true }); window.requestAnimationFrame = () => 0";
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": hidden })).await;
        browser.load_alive("/projects/?country=tajikistan").await;
        browser.until("its title", "return document.title.startsWith('Projects in Tajikistan (')").await;
    });
}
