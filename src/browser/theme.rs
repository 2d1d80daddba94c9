//! Light, dark, or as the system is.

use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::{JsCast, closure::Closure};

/// Calls back whenever the pages change between light, dark and forced colours, until the page goes.
pub fn on_theme(act: impl Fn() + 'static) {
    let lists = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
    let lists: Vec<_> = lists.iter().filter_map(|query| window().match_media(query).ok().flatten()).collect();
    let act = Closure::<dyn Fn()>::new(act);
    for list in &lists {
        list.set_onchange(Some(act.as_ref().unchecked_ref()));
    }
    let _ = window().add_event_listener_with_callback(THEME_EVENT, act.as_ref().unchecked_ref());
    let kept = StoredValue::new_local((lists, act));
    on_cleanup(move || {
        // What is forgotten must not be called.
        kept.update_value(|(lists, act)| {
            lists.drain(..).for_each(|list| list.set_onchange(None));
            let _ = window().remove_event_listener_with_callback(THEME_EVENT, act.as_ref().unchecked_ref());
        });
    });
}

/// Shows the pages light or dark, or as the system is when the word is empty, and tells those whom it concerns.
pub fn show_theme(word: &str) {
    if let Some(root) = document().document_element() {
        let _ =
            if word.is_empty() { root.remove_attribute("data-theme") } else { root.set_attribute("data-theme", word) };
    }
    if let Ok(event) = web_sys::Event::new(THEME_EVENT) {
        let _ = window().dispatch_event(&event);
    }
}

/// What the window hears when the visitor has chosen a look.
const THEME_EVENT: &str = "theme";
