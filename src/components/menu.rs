//! `<Menu>`: a few links or buttons behind one word, by the browser's own `details`.

use super::Piece;
use leptos::prelude::*;

/// The menu. It closes by Escape, and by whatever is done beyond it; one menu of a page is open at a time.
#[component]
pub fn Menu(
    /// What it is about, and what is chosen.
    #[prop(into)]
    name: Signal<String>,
    /// Its items, each a list item.
    items: Vec<AnyView>,
    /// It closes after a choice. Otherwise it stays open: what is chosen in it can be seen to be chosen.
    #[prop(optional)]
    closes: bool,
) -> impl IntoView {
    view! {
        <details class="menu" name="menu" data-closes=closes.then_some("")>
            <summary>{name}</summary>
            <ul>{items}</ul>
        </details>
    }
    .piece()
}
