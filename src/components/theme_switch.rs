//! `<ThemeSwitch>`: light, dark, or as the system is.

use super::{Piece, live_option, mark, on};
use crate::keepsake::{Theme, choose_theme, follow_theme, theme};
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// One button a look. Without script there is nothing to press: the system chooses.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let alive = use_site().alive;
    live_option(move || {
        alive.get().then(|| {
            let chosen = RwSignal::new(theme());
            follow_theme(move |theme| chosen.set(theme));
            let buttons = Theme::TABLE.map(|(_, theme)| {
                let pressed = mark(move || Some(if chosen.get() == theme { "true" } else { "false" }));
                let choose = move |_| {
                    choose_theme(theme);
                    chosen.set(theme);
                };
                let name = words().theme_names[theme as usize];
                view! { <button type="button" aria-pressed=pressed on:click=on(choose)>{name}</button> }.piece()
            });
            let buttons = buttons.into_iter().collect::<Vec<_>>();
            view! { <div class="theme-switch" role="group" aria-label=words().theme_label>{buttons}</div> }.piece()
        })
    })
}
