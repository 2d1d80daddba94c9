//! The card of a mark: where it stands, how it is reached, left and closed.

use super::{END, ESCAPE, FOCUSED, HOME, LEFT, ON_MARK, RIGHT, TAB, WHOLE_AT_FOCUS, into_view, mouse, open, place};
use crate::browser::{Setup, with_browser};
use crate::site::{PORTAL, ROOT};
use serde_json::json;

#[test]
fn the_card_can_be_reached_left_and_closed() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?shown-from=2013&shown-to=2013&group=none").await;
        into_view(&browser).await;
        let [left, top, width, height] = place(&browser, ".drawing-stop.in-turn").await;
        mouse(&browser, "mouseMoved", left + (width / 2.0).min(200.0), top + height / 2.0, json!({})).await;
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        // The pointer comes to the card, and it stays.
        let [x, y, ..] = place(&browser, ".drawing-card").await;
        mouse(&browser, "mouseMoved", x + 20.0, y + 20.0, json!({})).await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        assert_eq!(browser.eval("return document.querySelector('.drawing-card') !== null").await, true);
        // It goes when the pointer does.
        mouse(&browser, "mouseMoved", 2.0, 2.0, json!({})).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        // A click chooses; the list marks the same entry; the Tab key gets to the card's link, Escape back.
        mouse(
            &browser,
            "mousePressed",
            left + 8.0,
            top + height / 2.0,
            json!({ "button": "left", "buttons": 1, "clickCount": 1 }),
        )
        .await;
        mouse(&browser, "mouseReleased", left + 8.0, top + height / 2.0, json!({ "button": "left", "clickCount": 1 }))
            .await;
        browser.until("in the address", "return location.search.includes('entry=')").await;
        browser.until("in the list", "return document.querySelector('.entry[aria-current]')?.id === 'entry-' + new URLSearchParams(location.search).get('entry')").await;
        browser.until("the focus", "return document.activeElement.matches('.drawing-stop')").await;
        browser.until("the card", "return document.querySelector('.drawing-card') !== null").await;
        browser.press(&[TAB]).await;
        browser.until("in the card", "return document.activeElement.closest('.drawing-card') !== null").await;
        browser.press(&[ESCAPE]).await;
        browser.until("closed", "return document.querySelector('.drawing-card') === null && document.activeElement.matches('.drawing-stop')").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// All of the card can be seen: nothing cuts its corners off, and it covers no mark of its own.
const WHOLE: &str = "const it = document.querySelector('.drawing-card'); if (!it) return false; \
    const box = it.getBoundingClientRect(), mark = document.querySelector('.drawing-stop.in-turn').getBoundingClientRect(); \
    const corners = [[box.left + 8, box.top + 8], [box.right - 8, box.top + 8], [box.left + 8, box.bottom - 8], \
        [box.right - 8, box.bottom - 8]]; \
    return corners.every(([x, y]) => it.contains(document.elementFromPoint(x, y))) \
        && (box.bottom <= mark.top + 1 || box.top >= mark.bottom - 1)";

#[test]
fn the_card_of_a_small_drawing_is_whole_wherever_its_mark_is() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        open(&browser, "/partners/kazakhstan/").await;
        browser
            .eval("document.querySelector('.drawing-frame').scrollIntoView({ block: 'center', behavior: 'instant' })")
            .await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        for key in [HOME, END, LEFT, LEFT, LEFT, HOME, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT] {
            browser.press(&[key]).await;
            // Of the mark that has the focus now.
            let own = "const title = document.querySelector('.drawing-card .entry-title')?.textContent; \
                return title !== undefined && document.activeElement.getAttribute('aria-label').includes(title)";
            browser.until("its card", own).await;
            browser.until("all of the card", WHOLE).await;
        }
        // Likewise under the pointer.
        let [left, top, width, height] = place(&browser, ".drawing-stop.in-turn").await;
        browser.eval("document.activeElement.blur()").await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        mouse(&browser, "mouseMoved", left + width / 2.0, top + height / 2.0, json!({})).await;
        browser.until("all of the card", WHOLE).await;
        // The Tab key gets from the mark to its card, though that stands outside of what scrolls.
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        browser.press(&[TAB]).await;
        browser.until("in the card", "return document.activeElement.closest('.drawing-card') !== null").await;
        browser.press(&[ESCAPE]).await;
        browser.until("closed", "return document.querySelector('.drawing-card') === null && document.activeElement.matches('.drawing-stop')").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The pointer moves over the picture, and then what the card says is kept after so many milliseconds.
fn pointing(at: (f64, f64), then: &str, after: [u32; 2]) -> String {
    format!(
        "const title = () => document.querySelector('.drawing-card .entry-title')?.textContent ?? ''; window.seen = []; \
        document.querySelector('.drawing-canvas').dispatchEvent(new PointerEvent('pointermove', \
            {{ clientX: {}, clientY: {}, pointerType: 'mouse', bubbles: true }})); \
        setTimeout(() => {{ seen.push(title()); {then} }}, {}); setTimeout(() => seen.push(title()), {})",
        at.0, at.1, after[0], after[1]
    )
}

#[test]
fn the_card_stands_at_the_pointer_and_waits_for_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?group=none").await;
        into_view(&browser).await;
        browser.eval("document.querySelector('.drawing-stop.in-turn').focus({ preventScroll: true })").await;
        // A long mark, and one of another kind, whose title is another.
        let kind = |name: &str| name.split(',').next().unwrap_or_default().to_owned();
        let chosen = |marks: &[([f64; 4], String)]| {
            let long = marks.iter().position(|(place, _)| place[2] > 300.0)?;
            let other = marks.iter().position(|(_, name)| kind(name) != kind(&marks[long].1))?;
            Some((marks[long].clone(), marks[other].clone()))
        };
        browser.press(&[HOME]).await;
        let mut marks: Vec<([f64; 4], String)> = Vec::new();
        for _ in 0..60 {
            browser.until("the focus", ON_MARK).await;
            marks.push((place(&browser, ".drawing-stop.in-turn").await, browser.text(FOCUSED).await));
            let before = browser.text(FOCUSED).await;
            if chosen(&marks).is_some() {
                break;
            }
            browser.press(&[RIGHT]).await;
            browser
                .until(
                    "the next",
                    &format!("return document.activeElement.getAttribute('aria-label') !== {}", json!(before)),
                )
                .await;
        }
        let scrolled = browser.eval("return document.querySelector('.drawing-scroll').scrollTop").await;
        assert_eq!(scrolled, 0, "the marks are still where they were");
        let (([left, top, width, height], name), (place_of_other, name_of_other)) = chosen(&marks).expect("two marks");
        let said = |name: &str| {
            format!(
                "const it = document.querySelector('.drawing-card .entry-title'); return it !== null && {}.includes(it.textContent)",
                json!(name)
            )
        };
        browser.eval("document.activeElement.blur()").await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        // At the pointer, and it stays there while the pointer goes along its bar.
        let far = left + width - 30.0;
        mouse(&browser, "mouseMoved", far, top + height / 2.0, json!({})).await;
        browser.until("its card", &said(&name)).await;
        browser.until("at the pointer", &format!("const it = document.querySelector('.drawing-card').getBoundingClientRect(); return it.left <= {far} && it.right >= {far}")).await;
        let before = place(&browser, ".drawing-card").await;
        mouse(&browser, "mouseMoved", far - 80.0, top + height / 2.0, json!({})).await;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(place(&browser, ".drawing-card").await, before);
        // From here on the pointer is one of our own: the real one would come to cards that appear below it.
        mouse(&browser, "mouseMoved", 2.0, 2.0, json!({})).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        browser.eval(&pointing((far, top + height / 2.0), "", [0, 0])).await;
        browser.until("its card again", &said(&name)).await;
        // Another mark on the way does not change it at once, but when the pointer rests there.
        let there = (place_of_other[0] + place_of_other[2] / 2.0, place_of_other[1] + place_of_other[3] / 2.0);
        browser.eval(&pointing(there, "", [60, 900])).await;
        browser.until("seen", "return seen.length === 2").await;
        let seen = browser.eval("return seen").await;
        assert!(name.contains(seen[0].as_str().unwrap()), "{seen} is still about {name}");
        assert!(seen[0] != seen[1] && name_of_other.contains(seen[1].as_str().unwrap()), "{seen}: {name_of_other}");
        // And not at all when the pointer has come to the card.
        browser.eval(&pointing((far, top + height / 2.0), "", [0, 0])).await;
        browser.until("its card again", &said(&name)).await;
        let enters = "for (const [what, of] of [['pointerleave', '.drawing-scroll'], ['pointerenter', '.drawing-card']]) \
            document.querySelector(of).dispatchEvent(new PointerEvent(what, { pointerType: 'mouse' }))";
        browser.eval(&pointing(there, enters, [60, 900])).await;
        browser.until("seen", "return seen.length === 2").await;
        let seen = browser.eval("return seen").await;
        assert!(seen[0] == seen[1] && name.contains(seen[0].as_str().unwrap()), "{seen} is about {name}");
        // Escape closes it there too, without the pointer moving.
        browser.press(&[ESCAPE]).await;
        browser.until("no card", "return document.querySelector('.drawing-card') === null").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// Before it stood in the page its size was none: the first card lay over its mark and the pointer, and ran out of the
/// window on the right.
#[test]
fn the_first_card_has_its_place_before_anything_is_painted_anew() {
    with_browser(Setup::new(ROOT), |browser| async move {
        for share in [0.2, 0.97] {
            open(&browser, "/timeline/?group=none").await;
            into_view(&browser).await;
            browser.until("at rest", "return new Promise(done => setTimeout(() => done(true), 500))").await;
            let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
            // The first row that has a mark there.
            for row in 0..12 {
                let at = (left + width * share, top + 60.0 + 12.0 * f64::from(row));
                mouse(&browser, "mouseMoved", at.0, at.1, json!({})).await;
                tokio::time::sleep(std::time::Duration::from_millis(60)).await;
                let said = "const card = document.querySelector('.drawing-card')?.getBoundingClientRect(); \
                    return card && [card.left, card.top, card.right, card.bottom, innerWidth, innerHeight, \
                    document.documentElement.scrollWidth]";
                let card: Vec<f64> = serde_json::from_value(browser.eval(said).await).unwrap_or_default();
                let [left, top, right, bottom, wide, high, whole] = card[..] else { continue };
                assert!(left >= 0.0 && top >= 0.0 && right <= wide && bottom <= high && whole <= wide, "{card:?}");
                assert!(at.1 <= top || at.1 >= bottom, "{card:?} lies over the pointer at {at:?}");
                break;
            }
            browser.until("a card", "return document.querySelector('.drawing-card') !== null").await;
        }
        // Likewise of the mark to which the Tab key comes first, and then nothing is covered that can be chosen.
        open(&browser, "/timeline/?country=tajikistan").await;
        assert!(browser.tab_to(".drawing-stop").await);
        browser.until("all of the card", WHOLE_AT_FOCUS).await;
        browser.press(&[RIGHT]).await;
        browser.until("all of the card", WHOLE_AT_FOCUS).await;
        assert_eq!(crate::axe::faults(&browser, ".drawing").await, Vec::<String>::new());
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
