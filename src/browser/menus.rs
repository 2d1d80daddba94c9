//! The menus of the page (`details.menu`), which close as menus do.

use super::focus::focus_still;
use super::followed;
use super::links::before_clicked;
use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

/// Closes the menus of the page (`details.menu`), as long as it lives: by Escape, by a click or a Tab beyond them, and by a
/// link followed in one that says so (`data-closes`).
pub fn mind_menus() {
    let leave = |to: Option<web_sys::EventTarget>| {
        let to = to.and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        for menu in open_menus().into_iter().filter(|menu| !menu.contains(to.as_ref())) {
            let _ = menu.remove_attribute("open");
        }
    };
    // Afterwards what is clicked may be gone, and then stands in no menu.
    before_clicked(move |click| {
        // A file is handed over by a click that nobody made.
        if click.is_trusted() {
            leave(click.target());
        }
        if let Some(menu) = followed(&click).and_then(|link| link.closest(".menu[data-closes]").ok()?) {
            close_menu(&menu);
        }
    });
    let _ = window_event_listener(ev::keydown, |key| {
        if key.key() == "Escape" {
            open_menus().iter().for_each(close_menu);
        }
    });
    // When the focus has moved. A mouse moves it before it clicks, and nothing may move under the mouse until then.
    let _ = window_event_listener(ev::keyup, move |key| {
        if key.key() == "Tab" {
            leave(key.target());
        }
    });
}

fn open_menus() -> Vec<web_sys::Element> {
    let menus = document().get_elements_by_class_name("menu");
    (0..menus.length()).filter_map(|at| menus.item(at)).filter(|menu| menu.has_attribute("open")).collect()
}

/// Closes a menu in which the focus is or may be, and gives the focus to the words that open it.
fn close_menu(menu: &web_sys::Element) {
    let _ = menu.remove_attribute("open");
    let opener = menu.query_selector("summary").ok().flatten();
    if let Some(opener) = opener.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus_still(&opener);
    }
}
