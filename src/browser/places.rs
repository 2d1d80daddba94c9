//! The places of a page to which Back leads: how far it was scrolled, and what had the focus.

use super::after_paint;
use super::focus::focus_still;
use leptos::prelude::*;
use leptos::web_sys;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;

/// Where the visitor was on a page when they chose something on it.
struct Place {
    address: String,
    scrolled: f64,
    /// What had the focus: a selector, and which of those that fit it.
    focused: Option<(String, u32)>,
}

/// How many places are kept.
const MOST_PLACES: usize = 50;

thread_local! {
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    /// Whether the visitor has come to this address by Back or Forward.
    static CAME_BACK: Cell<bool> = const { Cell::new(false) };
}

/// Whether the visitor has come to this address by Back or Forward. Where to scroll is then the browser's to say.
pub fn came_back() -> bool {
    CAME_BACK.get()
}

/// The visitor goes on, to an address that they choose.
pub fn go_on() {
    CAME_BACK.set(false);
}

/// Keeps how far the page is scrolled and what has the focus, for whoever comes back to this address. The browser keeps the
/// first only, and as it is when the address is written; by then the answer may be shorter and the page at its top.
pub fn keep_place() {
    let (Ok(address), scrolled) = (location().href(), window().scroll_y().unwrap_or(0.0)) else { return };
    let focused = document().active_element().and_then(|focused| {
        let selector = selector_of(&focused)?;
        let at =
            (0..).map_while(|at| Some((at, nth(&selector, at)?))).find(|(_, it)| focused.is_same_node(Some(it)))?.0;
        Some((selector, at))
    });
    PLACES.with_borrow_mut(|places| {
        places.retain(|place| place.address != address);
        if places.len() == MOST_PLACES {
            places.remove(0);
        }
        places.push(Place { address, scrolled, focused });
    });
}

/// One of the elements that fit a selector.
fn nth(selector: &str, at: u32) -> Option<web_sys::Node> {
    document().query_selector_all(selector).ok()?.item(at)
}

/// How an element that can be chosen is found again when the page shows the same once more.
fn selector_of(element: &web_sys::Element) -> Option<String> {
    let with = |name: &str| {
        let value = element.get_attribute(name)?.replace('\\', "\\\\").replace('"', "\\\"");
        Some(format!("[{name}=\"{value}\"]"))
    };
    let own = match element.tag_name().as_str() {
        "A" => ["a", &with("href")?].concat(),
        "INPUT" | "SELECT" | "BUTTON" => {
            let tag = element.tag_name();
            [tag.as_str(), &with("name")?, &with("value").unwrap_or_default()].concat()
        }
        _ => return None,
    };
    Some(["main ", &own].concat())
}

/// Leads whoever comes back to an address to the place that was kept, as long as the page lives. The browser's own is right
/// the next time.
pub fn mind_places() {
    let _ = window_event_listener_untyped("popstate", |_| {
        CAME_BACK.set(true);
        let address = location().href().unwrap_or_default();
        let kept = PLACES.with_borrow_mut(|places| {
            let at = places.iter().position(|place| place.address == address)?;
            Some(places.remove(at))
        });
        if let Some(Place { scrolled, focused, .. }) = kept {
            // When the page shows it again, and the browser has scrolled.
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, scrolled));
            // When the links have followed, which is after the picture.
            let focus = move || {
                if let Some(element) = focused.and_then(|(selector, at)| nth(&selector, at)?.dyn_into().ok()) {
                    focus_still(&element);
                }
            };
            after_paint(move || request_animation_frame(focus));
        }
    });
}
