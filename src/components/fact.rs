//! `<Fact>`: one term of a list of facts and what it is.

use super::Piece;
use leptos::prelude::*;

/// A row of a `<dl>`.
#[component]
pub fn Fact(
    /// The term.
    label: &'static str,
    /// What it is.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .piece()
}
