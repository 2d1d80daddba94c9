//! Laying out the long lists of a page that was come to anew, which until then wait to come into sight (`data-fresh`, see
//! `first.js`): while the page is read on a slow line nobody waits for what nobody sees. Once it is alive Back leads to
//! places on it, and finds them only where everything above has its height.

use super::in_turns;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

/// How many entries are laid out at once: each time costs something besides, and a turn cannot be shorter than this takes.
const AT_ONCE: u32 = 8;

/// Lays out their entries, some in a turn, and then ends the waiting.
pub fn lay_out_rest() {
    let Ok(entries) = document().query_selector_all("[data-fresh] .entry") else { return };
    let mut next = 0;
    let step = move || {
        let mut last = None;
        for place in next..next + AT_ONCE {
            let Some(entry) = entries.item(place).and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else { break };
            let _ = entry.set_attribute("data-laid-out", "");
            last = Some(entry);
        }
        next += AT_ONCE;
        // Asked for, they are laid out now, not with all others before the next picture.
        last.map(|last| last.client_height()).is_some()
    };
    in_turns(step, || {
        let root = document().document_element();
        let _ = root.map(|root| root.remove_attribute("data-fresh"));
    });
}
