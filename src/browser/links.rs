//! What the visitor does to links: who hears of it first, and the address that comes of it.

use super::origin;
use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use leptos::web_sys::{self, js_sys};
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::{JsCast, closure::Closure};

/// Does something before whatever the visitor does to the page is heard of, until what is returned is called.
pub fn before_touched(act: impl Fn() + 'static) -> impl FnOnce() {
    const KINDS: [&str; 8] = ["pointerdown", "keydown", "click", "input", "change", "submit", "toggle", "popstate"];
    let listener = Closure::<dyn Fn()>::new(act);
    let function = listener.as_ref().unchecked_ref::<js_sys::Function>().clone();
    for kind in KINDS {
        // The window is the first to hear of anything that goes down to what is touched.
        let _ = window().add_event_listener_with_callback_and_bool(kind, &function, true);
    }
    move || {
        for kind in KINDS {
            let _ = window().remove_event_listener_with_callback_and_bool(kind, &function, true);
        }
        drop(listener);
    }
}

/// Does something each time before a link can be followed or the page reloaded: when a button or a key goes down.
pub fn before_leaving(act: impl Fn() + Clone + 'static) {
    let too = act.clone();
    // As long as the page lives: the app is never taken down.
    let _ = window_event_listener(ev::pointerdown, move |_| act());
    let _ = window_event_listener(ev::keydown, move |key| {
        // Not at every letter: typing must not wait for the address.
        if key.key() == "Enter" || key.alt_key() || key.ctrl_key() || key.meta_key() {
            too();
        }
    });
}

/// Writes an address that the router has not written. After Back and Forward it takes the address before for the one
/// that the bar shows (leptos_router 0.8: Forward does not get onto its stack of paths), and keeps still when a step
/// leads there.
pub fn ensure_pushed(address: &str) {
    if super::address() != address
        && let Ok(history) = window().history()
    {
        // A browser that throttles its history says no; the page shows what was asked for all the same.
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// The link of this site that a click follows here: a plain one, neither of the right button nor to another tab.
pub fn followed(click: &MouseEvent) -> Option<web_sys::HtmlAnchorElement> {
    let keys = click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key();
    if click.default_prevented() || click.button() != 0 || keys {
        return None;
    }
    let target: web_sys::Element = click.target()?.dyn_into().ok()?;
    let link: web_sys::HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    (!link.has_attribute("rel") && link.origin() == origin()).then_some(link)
}

/// Calls back with each link of this site that a click follows here, before the router hears of it, as long as the page
/// lives.
pub fn on_link(act: impl Fn(&web_sys::HtmlAnchorElement) + 'static) {
    before_clicked(move |click| {
        if let Some(link) = followed(&click) {
            act(&link);
        }
    });
}

/// Sees to it that the address of a link that is followed, now, gets into the bar, unless something else does that: after
/// Back and Forward the router keeps still here, too.
pub fn ensure_written(link: &web_sys::HtmlAnchorElement, nobody_else: impl Fn() -> bool + 'static) {
    let before = super::address();
    let there = format!("{}{}", link.pathname(), link.search());
    let with_part = format!("{there}{}", link.hash());
    // The router has written by then, if it does.
    set_timeout(
        move || {
            if super::address() == before && before != there && nobody_else() {
                ensure_pushed(&with_part);
            }
        },
        Duration::ZERO,
    );
}

thread_local! {
    /// The link that was followed last.
    static FOLLOWED: RefCell<Option<web_sys::HtmlAnchorElement>> = const { RefCell::new(None) };
}

/// What is said of the page that comes is said at this link, too.
pub fn say_here(link: &web_sys::HtmlAnchorElement) {
    say_at_link(None);
    FOLLOWED.set(Some(link.clone()));
}

/// Says a line at the link that was followed last, where the visitor looks, or none. The style sheet shows it.
pub(super) fn say_at_link(line: Option<&str>) {
    const SAID: &str = "data-said";
    FOLLOWED.with_borrow(|link| {
        let Some(link) = link else { return };
        let _ = match line {
            Some(line) => link.set_attribute(SAID, line),
            None => link.remove_attribute(SAID),
        };
    });
}

/// Tells the router not to scroll when it follows this link, this time.
pub fn keep_still(link: &web_sys::HtmlAnchorElement) {
    const STILL: &str = "noscroll";
    let _ = link.set_attribute(STILL, "");
    let link = link.clone();
    request_animation_frame(move || drop(link.remove_attribute(STILL)));
}

/// Calls back with each click before what is clicked hears of it, as long as the page lives.
pub(super) fn before_clicked(act: impl Fn(MouseEvent) + 'static) {
    let act = Closure::<dyn Fn(MouseEvent)>::new(act);
    let _ = window().add_event_listener_with_callback_and_bool("click", act.as_ref().unchecked_ref(), true);
    act.forget();
}
