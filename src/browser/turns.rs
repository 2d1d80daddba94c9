//! When things are done: after the next picture, or step by step with room for whatever else the browser has to do.

use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use leptos::web_sys::js_sys;
use std::time::Duration;

/// How long the browser is left alone to paint, on a slow machine.
const PAINTS: Duration = Duration::from_millis(60);

/// Does something once what has been changed until now is painted; in a tab that nobody looks at, where nothing is painted, soon.
pub fn after_paint(act: impl FnOnce() + 'static) {
    if document().hidden() {
        return set_timeout(act, PAINTS);
    }
    request_animation_frame(move || set_timeout(act, PAINTS));
}

#[cfg(feature = "hydrate")]
thread_local! {
    /// When the browser was last let do what else it had to, in milliseconds of the page's clock.
    static BREATHED: std::cell::Cell<f64> = const { std::cell::Cell::new(0.0) };
}

/// Lets the browser do what else it has to, between two pieces of work that have taken a turn: answer a key, paint.
#[cfg(feature = "hydrate")]
pub async fn breathe() {
    // A page that nobody looks at has nothing else to do, and its clocks go slowly. Elsewhere, too, each time costs
    // milliseconds.
    if document().hidden() || now() - BREATHED.get() < TURN_MS {
        return;
    }
    let mut begin = |done: js_sys::Function, _| {
        // Where there is no clock there is nothing to wait for.
        if window().set_timeout_with_callback(&done).is_err() {
            let _ = done.call0(&wasm_bindgen::JsValue::NULL);
        }
    };
    let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut begin)).await;
    BREATHED.set(now());
}

/// How long the browser may be kept from what else it has to do. A cheap telephone takes four times as long.
pub(super) const TURN_MS: f64 = 4.0;

/// The page's clock, in milliseconds.
pub(super) fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Does something step by step until a step says that there was nothing left, and lets the browser do what else it has
/// to in between; then the end. A page that nobody looks at has nothing else to do, and its clocks go slowly.
pub fn in_turns(step: impl FnMut() -> bool + 'static, end: impl FnOnce() + 'static) {
    set_timeout(move || turn(step, end), Duration::ZERO);
}

fn turn(mut step: impl FnMut() -> bool + 'static, end: impl FnOnce() + 'static) {
    let began = now();
    while document().hidden() || now() - began < TURN_MS {
        if !step() {
            // What the end brings about is a turn of its own.
            return set_timeout(end, Duration::ZERO);
        }
    }
    in_turns(step, end);
}
