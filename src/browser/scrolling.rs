//! How far the page is scrolled, and who must know before the program scrolls it.

use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    /// What is done before the program itself scrolls.
    static BEFORE_SCROLLING: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Does something each time before the program itself scrolls. The browser keeps for each address how far the page was
/// scrolled when it was left: what is shown must have its own by then, or Back leads to the wrong place.
pub fn before_scrolling(act: impl Fn() + 'static) {
    BEFORE_SCROLLING.set(Some(Rc::new(act)));
}

pub(super) fn about_to_scroll() {
    let act = BEFORE_SCROLLING.with_borrow(Clone::clone);
    if let Some(act) = act {
        act();
    }
}

/// Leads to the top of the page.
pub fn to_top() {
    request_animation_frame(|| {
        about_to_scroll();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// Brings the element with this id to the top of the window, when it has been scrolled past: after a choice that
/// makes a list shorter its beginning is what the visitor wants to see. Below or in view, nothing moves.
pub fn return_to(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(id)
            && element.get_bounding_client_rect().top() < 0.0
        {
            about_to_scroll();
            element.scroll_into_view();
        }
    });
}

/// The height of the window in pixels; nothing where it does not say.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

/// How many rows of at least this height, in pixels, from the beginning of a list the window can show, as far as the page
/// is scrolled now; all where it does not say how high it is.
pub fn rows_in_window(high: f64) -> usize {
    let scrolled = window().scroll_y().unwrap_or(0.0).max(0.0);
    let height = window_height();
    if height > 0.0 { ((height + scrolled) / high).ceil() as usize } else { usize::MAX }
}
