//! The drawing under a hand: every move has a button.

use super::{drag, into_view, mouse, open, place, search, settles, shown};
use crate::browser::{Setup, with_browser};
use crate::site::PORTAL;
use serde_json::{Value, json};

#[test]
fn hands_and_buttons_do_the_same_and_nothing_jumps() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        open(&browser, "/timeline/?shown-from=2010&shown-to=2019").await;
        into_view(&browser).await;
        let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
        let at = |share: f64| (left + width * share, top + 100.0);
        let day = |(from, to): (f64, f64), share: f64| from + (to - from) * share;
        // The wheel with Ctrl zooms, and the day under the pointer stays.
        let before = shown(&browser).await.unwrap();
        let here = search(&browser).await;
        let (x, y) = at(0.3);
        mouse(&browser, "mouseMoved", x, y, json!({})).await;
        for _ in 0..3 {
            mouse(&browser, "mouseWheel", x, y, json!({ "deltaX": 0, "deltaY": -120, "modifiers": 2 })).await;
        }
        settles(&browser, &here).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let closer = shown(&browser).await.unwrap();
        assert!(closer.1 - closer.0 < (before.1 - before.0) * 0.6, "{closer:?}");
        assert!((day(before, 0.3) - day(closer, 0.3)).abs() <= 2.0, "{before:?} {closer:?}");
        // A drag moves it by what it was dragged.
        let here = search(&browser).await;
        drag(&browser, at(0.5), at(0.7)).await;
        settles(&browser, &here).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let moved = shown(&browser).await.unwrap();
        let wanted = (closer.1 - closer.0) * 0.2;
        assert!((closer.0 - moved.0 - wanted).abs() <= 2.0 && (closer.1 - moved.1 - wanted).abs() <= 2.0, "{moved:?}");
        // The buttons, each a step to come back from.
        for name in ["Closer", "Farther", "Earlier", "Later", "Whole time"] {
            let (here, days) = (search(&browser).await, shown(&browser).await);
            let button = format!(
                "return [...document.querySelectorAll('.drawing-tools button')].find(it => it.textContent.includes('{name}')).click()"
            );
            browser.eval(&button).await;
            settles(&browser, &here).await;
            let now = shown(&browser).await;
            match (name, days, now) {
                ("Closer", Some(before), Some(now)) => assert!(now.1 - now.0 < before.1 - before.0),
                ("Farther", Some(before), Some(now)) => assert!(now.1 - now.0 > before.1 - before.0),
                ("Earlier", Some(before), Some(now)) => assert!(now.0 < before.0),
                ("Later", Some(before), Some(now)) => assert!(now.0 > before.0),
                ("Whole time", _, None) => {}
                other => panic!("{other:?}"),
            }
            browser.client.back().await.unwrap();
            browser.until("Back", &format!("return location.search === {}", json!(here))).await;
            let said = browser.text("return document.querySelector('.drawing-range').textContent").await;
            browser.client.forward().await.unwrap();
            settles(&browser, &here).await;
            // Nobody clicks in the millisecond after.
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            browser
                .until(
                    "what is said follows",
                    &format!("return document.querySelector('.drawing-range').textContent !== {}", json!(said)),
                )
                .await;
        }
        // The strip is a handle: its window follows the pointer.
        into_view(&browser).await;
        let [left, top, width, height] = place(&browser, ".drawing-strip").await;
        let here = search(&browser).await;
        drag(&browser, (left + width - 1.0, top + height / 2.0), (left + width / 2.0, top + height / 2.0)).await;
        settles(&browser, &here).await;
        let half = shown(&browser).await.unwrap();
        assert!(half.1 < 20_000.0, "{half:?}");
        // Fingers pinch.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let here = search(&browser).await;
        let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
        let touch = |kind: &str, apart: f64| {
            let (x, y) = (left + width / 2.0, top + 100.0);
            let points: Vec<Value> = if kind == "touchEnd" {
                Vec::new()
            } else {
                [-1.0, 1.0]
                    .iter()
                    .enumerate()
                    .map(|(id, side)| json!({ "x": x + side * apart, "y": y, "id": id }))
                    .collect()
            };
            json!({ "type": kind, "touchPoints": points })
        };
        browser.chromium("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 2 })).await;
        for (kind, apart) in
            [("touchStart", 40.0), ("touchMove", 60.0), ("touchMove", 100.0), ("touchMove", 120.0), ("touchEnd", 0.0)]
        {
            browser.chromium("Input.dispatchTouchEvent", touch(kind, apart)).await;
        }
        settles(&browser, &here).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let pinched = shown(&browser).await.unwrap();
        assert!(pinched.1 - pinched.0 < (half.1 - half.0) * 0.6, "{half:?} {pinched:?}");
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
