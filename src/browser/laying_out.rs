//! Laying out the long lists of a page that was come to anew, which until then wait to come into sight (`data-fresh`, see
//! `first.js`): while the page is read on a slow line nobody waits for what nobody sees. Once it is alive Back leads to
//! places on it, and finds them only where everything above has its height.

use super::in_turns;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

/// Lays them out, one in a turn, and then ends the waiting.
pub fn lay_out_rest() {
    let Ok(lists) = document().query_selector_all("[data-fresh] .entries") else { return };
    let mut next = 0;
    let step = move || {
        let Some(list) = lists.item(next).and_then(|list| list.dyn_into::<web_sys::Element>().ok()) else {
            return false;
        };
        next += 1;
        let _ = list.set_attribute("data-laid-out", "");
        // Asked for, it is laid out now, not with all others before the next picture.
        list.client_height();
        true
    };
    in_turns(step, || {
        let root = document().document_element();
        let _ = root.map(|root| root.remove_attribute("data-fresh"));
    });
}
