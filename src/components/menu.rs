//! `<Menu>`: a few links or buttons behind one word, by the browser's own `details`.

use super::Piece;
use leptos::prelude::*;

/// The menu. It stays open until it is closed: what is chosen in it can be seen to be chosen.
#[component]
pub fn Menu(
    /// What it is about, and what is chosen.
    #[prop(into)]
    name: Signal<String>,
    /// Its items, each a list item.
    items: Vec<AnyView>,
) -> impl IntoView {
    view! {
        <details class="menu">
            <summary>{name}</summary>
            <ul>{items}</ul>
        </details>
    }
    .piece()
}
