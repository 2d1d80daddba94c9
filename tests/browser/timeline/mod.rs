//! The timeline's drawing: what its tests share.

mod back;
mod by_hand;
mod card;
mod keys;
mod leaving;
mod painted;

use crate::browser::Browser;
use serde_json::{Value, json};

const ENTER: char = '\u{e007}';
const ESCAPE: char = '\u{e00c}';
const END: char = '\u{e010}';
const HOME: char = '\u{e011}';
const LEFT: char = '\u{e012}';
const UP: char = '\u{e013}';
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';
const TAB: char = '\u{e004}';

/// The name of what has the focus.
const FOCUSED: &str = "return document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent";
/// The focus is on the mark of the drawing, and its link can be seen.
const ON_MARK: &str = "const it = document.activeElement, box = it.getBoundingClientRect(), \
    frame = document.querySelector('.drawing-scroll').getBoundingClientRect(); \
    return it.matches('.drawing-stop.in-turn') && getComputedStyle(it).visibility === 'visible' \
    && box.width >= 12 && box.left >= frame.left - 1 && box.right <= frame.right + 1 \
    && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1";

/// All of the card is in the window, and what has the focus is in the window and not under it.
const WHOLE_AT_FOCUS: &str = "const card = document.querySelector('.drawing-card')?.getBoundingClientRect(), \
    mark = document.activeElement.getBoundingClientRect(); \
    return card && document.activeElement.matches('.drawing-stop.in-turn') \
        && [card, mark].every(it => it.top >= 0 && it.bottom <= innerHeight && it.left >= 0 && it.right <= innerWidth) \
        && (card.bottom <= mark.top + 1 || card.top >= mark.bottom - 1)";

/// Opens a timeline and waits for its drawing.
async fn open(browser: &Browser, path: &str) {
    browser.load_alive(path).await;
    drawn(browser).await;
}

async fn drawn(browser: &Browser) {
    browser.until("the drawing", "return document.querySelector('.drawing-range')?.textContent !== ''").await;
    browser.until("its stop", "return document.querySelector('.drawing-stop.in-turn') !== null").await;
}

/// The first and the last day that the address says is shown, as days since 1970; the whole time where it says none.
async fn shown(browser: &Browser) -> Option<(f64, f64)> {
    let script = "const asked = new URLSearchParams(location.search); \
        const day = (text, last) => { const [y, m, d] = text.split('-').map(Number); \
        return (last ? Date.UTC(d ? y : m ? y : y + 1, d ? m - 1 : m ?? 0, d ? d + 1 : 1) : Date.UTC(y, (m ?? 1) - 1, d ?? 1)) / 864e5 }; \
        return asked.has('shown-from') ? [day(asked.get('shown-from')), day(asked.get('shown-to'), true)] : null";
    let days = browser.eval(script).await;
    Some((days.get(0)?.as_f64()?, days.get(1)?.as_f64()?))
}

/// Waits until the address says something else than before.
async fn settles(browser: &Browser, before: &str) {
    browser.until("another address", &format!("return location.search !== {}", json!(before))).await;
}

async fn search(browser: &Browser) -> String {
    browser.text("return location.search").await
}

async fn mouse(browser: &Browser, kind: &str, x: f64, y: f64, more: Value) {
    let mut parameters = json!({ "type": kind, "x": x, "y": y, "button": "none" });
    for (key, value) in more.as_object().unwrap() {
        parameters[key] = value.clone();
    }
    browser.chromium("Input.dispatchMouseEvent", parameters).await;
}

/// Left, top, width and height of an element.
async fn place(browser: &Browser, selector: &str) -> [f64; 4] {
    let script = format!(
        "const it = document.querySelector({}).getBoundingClientRect(); return [it.left, it.top, it.width, it.height]",
        json!(selector)
    );
    let place = browser.eval(&script).await;
    [0, 1, 2, 3].map(|at| place[at].as_f64().unwrap())
}

async fn drag(browser: &Browser, from: (f64, f64), to: (f64, f64)) {
    mouse(browser, "mouseMoved", from.0, from.1, json!({})).await;
    mouse(browser, "mousePressed", from.0, from.1, json!({ "button": "left", "buttons": 1, "clickCount": 1 })).await;
    for step in 1..=4 {
        let share = f64::from(step) / 4.0;
        let at = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
        mouse(browser, "mouseMoved", at.0, at.1, json!({ "button": "left", "buttons": 1 })).await;
    }
    mouse(browser, "mouseReleased", to.0, to.1, json!({ "button": "left", "clickCount": 1 })).await;
}

async fn into_view(browser: &Browser) {
    browser
        .eval("document.querySelector('.drawing-strip').scrollIntoView({ block: 'start', behavior: 'instant' })")
        .await;
}
