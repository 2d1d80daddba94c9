//! What has the focus, and what gets it.

use super::scrolling::about_to_scroll;
use super::{after_paint, window_height};
use leptos::prelude::*;
use leptos::web_sys;
use std::cell::RefCell;
use wasm_bindgen::JsCast;

/// Moves the focus to the heading of the page once it stands, without scrolling: where to scroll is the router's
/// and, after Back, the browser's to say.
pub fn focus_heading() {
    focus_found("main h1".to_owned());
}

/// Leads to the part of the page with this id; to the heading of the page, as above, where it has none.
pub fn focus_part(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        let part = document().get_element_by_id(&id).and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
        let Some(part) = part else { return focus_heading() };
        about_to_scroll();
        part.scroll_into_view();
        if !part.has_attribute("tabindex") {
            let _ = part.set_attribute("tabindex", "-1");
        }
        focus_still(&part);
    });
}

/// Gives the focus to the element with this id, before the next picture, without scrolling.
pub fn focus(id: &str) {
    focus_found(format!("#{id}"));
}

/// Whoever uses the keyboard sees what has the focus, and what holds it (the first that fits the selector) as far as the
/// window has room. Under a hand nothing moves.
pub fn show_focus(holder: &str) {
    let Some(focused) = document().active_element() else { return };
    if !focused.matches(":focus-visible").unwrap_or(false) {
        return;
    }
    let nearest = web_sys::ScrollIntoViewOptions::new();
    nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
    for element in focused.closest(holder).ok().flatten().into_iter().chain([focused]) {
        about_to_scroll();
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Clicks the element with this id, as Enter does.
pub fn click(id: &str) {
    if let Some(element) = found(&format!("#{id}")) {
        element.click();
    }
}

/// Gives the focus to the link of a list that leads to this path, and brings it into view unless the browser has; where
/// the list has none, to the heading of the page.
pub fn focus_link(path: &str) {
    let selector = format!("main :is(.card h3, th[scope=row]) a[href*=\"{path}\"]");
    request_animation_frame(move || focus_in_view(found(&selector)));
}

thread_local! {
    /// The link of an entry of the timeline's list that was followed: the id of the entry, and what the link says.
    static FOLLOWED: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Keeps which link the visitor follows, if it is one of an entry of the timeline's list.
pub fn keep_entry_link(link: &web_sys::HtmlAnchorElement) {
    let entry = link.closest(".year .entry[id]").ok().flatten().map(|entry| entry.id());
    let kept = entry.zip(link.get_attribute("href"));
    FOLLOWED.set(kept);
}

/// Gives the focus back to the link that was kept when it led to this path, and brings it into view unless the browser
/// has; otherwise to the heading of the page.
pub fn focus_entry_link(path: &str) {
    let kept = FOLLOWED.take().filter(|(_, href)| href.ends_with(path));
    request_animation_frame(move || {
        let link = kept.and_then(|(entry, href)| {
            let link = document().get_element_by_id(&entry)?.query_selector(&format!("a[href=\"{href}\"]"));
            link.ok()??.dyn_into().ok()
        });
        focus_in_view(link);
    });
}

/// Gives the focus to a link and brings it into view; to the heading of the page when there is none.
fn focus_in_view(link: Option<web_sys::HtmlElement>) {
    let Some(link) = link else { return focus_heading() };
    focus_still(&link);
    // The router and, after Back, the browser scroll before that.
    after_paint(move || {
        let (place, height) = (link.get_bounding_client_rect(), window_height());
        if place.top() < 0.0 || place.bottom() > height {
            // With what is above it: whoever comes back wants to see where they are.
            window().scroll_by_with_x_and_y(0.0, place.top() - height / 3.0);
        }
    });
}

fn focus_found(selector: String) {
    request_animation_frame(move || {
        if let Some(element) = found(&selector) {
            focus_still(&element);
        }
    });
}

fn found(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Gives the focus without scrolling.
pub(super) fn focus_still(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A browser that cannot focus leaves the focus where it was; nothing depends on it.
    let _ = element.focus_with_options(&options);
}

/// The value of the first box in the row (of a list or a table) that has the focus.
pub fn focused_row() -> Option<String> {
    let row = document().active_element()?.closest("li, tr").ok()??;
    row.query_selector("input").ok()??.get_attribute("value")
}

/// Gives the focus to the element with this id, when the element that had it has gone.
pub fn rescue_focus(id: &str) {
    rescue_focus_to(vec![format!("#{id}")]);
}

/// Gives the focus to the box with this value, or else to the element with this id, when the element that had it has gone.
pub fn rescue_focus_to_box(value: &str, id: &str) {
    // A value is an id of the data: it holds no quotes.
    rescue_focus_to(vec![format!("main input[value=\"{value}\"]"), format!("#{id}")]);
}

/// To the first of these that is there.
fn rescue_focus_to(selectors: Vec<String>) {
    request_animation_frame(move || {
        let lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
        let element = selectors.iter().find_map(|selector| found(selector));
        if let (true, Some(element)) = (lost, element) {
            // Nothing depends on it where the browser cannot.
            let _ = element.focus();
        }
    });
}
