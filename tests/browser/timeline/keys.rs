//! The drawing by keys alone.

use super::{
    DOWN, END, ENTER, ESCAPE, FOCUSED, HOME, LEFT, ON_MARK, RIGHT, TAB, UP, WHOLE_AT_FOCUS, drawn, open, search,
    settles, shown,
};
use crate::browser::{Setup, with_browser};
use crate::site::ROOT;
use serde_json::json;

#[test]
fn one_stop_of_the_tab_key_walks_zooms_opens_and_comes_back() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=tajikistan&country=kazakhstan").await;
        assert!(browser.tab_to(".drawing-stop").await, "the Tab key gets to the drawing");
        browser.until("the link can be seen", ON_MARK).await;
        browser.press(&[TAB, TAB]).await;
        // Beside the mark only its card can have the focus; then the drawing is over.
        browser.press(&[TAB]).await;
        assert_eq!(browser.eval("return document.activeElement.closest('.drawing-frame') === null").await, true);
        assert!(
            browser.tab_to(".drawing-stop").await
                || browser.eval("document.querySelector('.drawing-stop.in-turn').focus(); return true").await == true
        );
        let mut seen = vec![browser.text(FOCUSED).await];
        for (key, group) in [(RIGHT, 0), (RIGHT, 0), (DOWN, 1), (RIGHT, 1), (LEFT, 1), (END, 1), (HOME, 1), (UP, 0)] {
            let before = browser.text(FOCUSED).await;
            browser.press(&[key]).await;
            browser
                .until(
                    "another entry",
                    &format!(
                        "{}; ",
                        FOCUSED.replace("return ", "return !(").to_owned()
                            + &format!(") || ({}) !== {}", FOCUSED.replace("return ", ""), json!(before))
                    ),
                )
                .await;
            browser.until("the link can be seen", ON_MARK).await;
            let now = browser.text(FOCUSED).await;
            let country = ["Kazakhstan", "Tajikistan"][group];
            assert!(now.contains(country), "{now} is in the group {country}");
            seen.push(now);
        }
        assert!(seen.iter().all(|name| name.contains(", ") && name.contains(": ")), "{seen:?}");
        // What a screen reader is told.
        let node = browser.chromium("Accessibility.getFullAXTree", json!({})).await;
        let nodes = node["nodes"].as_array().cloned().unwrap_or_default();
        let named = |role: &str| {
            let of = nodes.iter().filter(|it| it["role"]["value"] == role);
            of.filter_map(|it| it["name"]["value"].as_str().map(str::to_owned)).collect::<Vec<_>>()
        };
        assert!(named("application").iter().any(|name| name.starts_with("Drawing of ")), "{:?}", named("application"));
        assert!(
            named("link").contains(seen.last().unwrap()),
            "the focused entry is a link with its sentence as its name"
        );
        // Closer and farther.
        let before = search(&browser).await;
        browser.press(&['+']).await;
        settles(&browser, &before).await;
        let (from, to) = shown(&browser).await.unwrap();
        browser.press(&['-']).await;
        browser.until("farther", &format!("return location.search !== {}", json!(search(&browser).await))).await;
        if let Some((f, t)) = shown(&browser).await {
            assert!(t - f > to - from);
        }
        browser.until("the focus stays", ON_MARK).await;
        // The card goes by Escape, and comes with the next entry.
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        browser.press(&[ESCAPE]).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        browser.until("the focus stays", ON_MARK).await;
        browser.press(&[RIGHT]).await;
        browser.until("the card again", "return document.querySelector('.drawing-card') !== null").await;
        browser.until("settled", "return location.search.includes('entry=')").await;
        // The drawing rests 0.3 s, and the address 0.2 s more, before it is written.
        tokio::time::sleep(std::time::Duration::from_millis(1000)).await;
        let (here, name) = (search(&browser).await, browser.text(FOCUSED).await);
        let title = browser.text("return document.querySelector('.drawing-card .entry-title').textContent").await;
        browser.press(&[ENTER]).await;
        browser.until("the page of the entry", "return !location.pathname.startsWith('/timeline')").await;
        browser.until("its heading", &format!("return document.querySelector('h1').textContent.includes({}) || location.pathname.startsWith('/partners')", json!(title))).await;
        browser.client.back().await.unwrap();
        browser.until_at(&format!("/timeline/{here}")).await;
        drawn(&browser).await;
        browser
            .until(
                "the focus is where it was",
                &format!("{}; ", FOCUSED)
                    .replace("; ", &format!(" === {}", json!(name)))
                    .replace("?? document.activeElement.textContent ===", "==="),
            )
            .await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The arrows walk in order of time, which is the order of the list, and the page follows the focus: it went out of the
/// window.
#[test]
fn arrows_walk_as_the_list_is_read_and_the_page_follows() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=turkmenistan&group=none").await;
        browser
            .until("filtered", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        browser.eval("scrollTo({ top: 0, behavior: 'instant' })").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        browser.press(&[HOME]).await;
        let address = "return document.activeElement.href";
        let mut walked = vec![browser.text(address).await];
        loop {
            browser.press(&[RIGHT]).await;
            let moved = format!("return document.activeElement.href !== {}", json!(walked.last()));
            if !browser.within(std::time::Duration::from_millis(700), &moved).await {
                break;
            }
            browser.until("the link can be seen", ON_MARK).await;
            browser.until("its card", WHOLE_AT_FOCUS).await;
            walked.push(browser.text(address).await);
        }
        let listed = browser.eval("return [...document.querySelectorAll('.year:not([aria-labelledby=undated]) .entry-title a')].map(it => it.href)").await;
        let listed: Vec<String> = serde_json::from_value(listed).unwrap();
        assert!(walked.len() > 20);
        assert_eq!(walked, listed.into_iter().take(walked.len()).collect::<Vec<_>>());
        // Among many groups.
        open(&browser, "/timeline/?group=donor").await;
        browser.eval("scrollTo({ top: 0, behavior: 'instant' })").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        for key in [DOWN, DOWN, DOWN, END, UP, HOME, DOWN] {
            browser.press(&[key]).await;
            browser.until("its card", WHOLE_AT_FOCUS).await;
            browser.until("the link can be seen", ON_MARK).await;
        }
        // What has the focus keeps it, and its name, when a narrower window has the drawing made anew.
        let name = browser.text(FOCUSED).await;
        browser
            .chromium(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": 1000, "height": 800, "deviceScaleFactor": 1, "mobile": false }),
            )
            .await;
        browser.until("narrower", "return innerWidth === 1000").await;
        browser.until("on its mark", ON_MARK).await;
        assert_eq!(browser.text(FOCUSED).await, name);
        // A project's own mark leads to the head of its page, where one is.
        open(&browser, "/projects/eu-rule-of-law-platform-phase-1/").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
        browser.press(&[ENTER]).await;
        browser.until("at the heading", "return document.activeElement.tagName === 'H1'").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The focus moves to the next mark with the next picture: Enter in the meantime opened the entry before.
#[test]
fn enter_opens_the_mark_that_the_arrow_before_it_led_to_however_quick_the_hand() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?country=tajikistan&group=none").await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
        browser.press(&[RIGHT]).await;
        browser.until("the second", "return document.activeElement.matches('.drawing-stop.in-turn.chosen')").await;
        let before = browser.text("return document.activeElement.href").await;
        browser
            .eval(
                "const it = document.activeElement; for (const key of ['ArrowRight', 'Enter']) { \
                const down = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }); \
                if (it.dispatchEvent(down) && key === 'Enter') it.click() }",
            )
            .await;
        browser.until("a page", "return !location.pathname.startsWith('/timeline')").await;
        assert_ne!(browser.text("return location.href").await, before);
        browser.until("its heading", "return document.activeElement.tagName === 'H1'").await;
        let title = browser.heading().await;
        browser.client.back().await.unwrap();
        drawn(&browser).await;
        let on_mark = format!(
            "const it = document.activeElement; return it.matches('.drawing-stop.in-turn') && it.ariaLabel.includes({})",
            json!(title)
        );
        browser.until("on the mark that was opened", &on_mark).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
