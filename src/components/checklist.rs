//! `<Checklist>`: one kind of filter as a set of checkboxes, each with how many it would show.

use super::{Piece, flag, on, text};
use crate::domain::slug::Slug;
use leptos::prelude::*;

/// One checkbox.
#[derive(Clone)]
pub struct Choice {
    /// What it stands for.
    pub value: Slug,
    /// What it says.
    pub label: String,
    /// How many entries it would show.
    pub count: Signal<usize>,
    /// It is ticked.
    pub picked: Signal<bool>,
}

/// A fieldset of checkboxes. They cannot be used before the page is alive, and say so by being disabled.
#[component]
pub fn Checklist(
    /// What is chosen here.
    legend: &'static str,
    /// The key in the address, as the boxes' name.
    name: &'static str,
    /// The choices, in order.
    choices: Vec<Choice>,
    /// Whether the page is alive.
    alive: RwSignal<bool>,
    /// Ticks or unticks a value.
    toggle: Callback<Slug>,
) -> impl IntoView {
    let rows = choices.into_iter().map(|choice| {
        let Choice { value, label, count, picked } = choice;
        let id = value.to_string();
        view! {
            <li>
                <label>
                    <input
                        type="checkbox"
                        name=name
                        value=id
                        prop:checked=picked
                        on:change=on(move |_| toggle.run(value.clone()))
                    />
                    <span class="choice-label">{label}</span>
                    " "
                    <span class="choice-count">{text(move || crate::words::list::choice_count(count.get()))}</span>
                </label>
            </li>
        }
        .piece()
    });
    view! {
        <fieldset class="checklist" disabled=flag(move || !alive.get())>
            <legend>{legend}</legend>
            <ul>{rows.collect::<Vec<_>>()}</ul>
        </fieldset>
    }
    .piece()
}
