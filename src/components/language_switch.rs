//! `<LanguageSwitch>`: the same page in the other languages.

use super::{Piece, on, text};
use crate::domain::route::Route;
use crate::keepsake;
use crate::site::use_site;
use crate::words::{LANGUAGES, spoken, words};
use leptos::prelude::*;

/// Links to the page in every other language, named in themselves. They keep what is asked, and the place on the page.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let site = use_site();
    let others = LANGUAGES.iter().filter(|language| *language != spoken()).map(|language| {
        let site = site.clone();
        let settled = site.settled;
        let href = text(move || match settled.get() {
            // Hosts know but one page for addresses that have none.
            Route::NotFound => site.href_in(language, &Route::Home),
            page => site.href_in(language, &page),
        });
        view! {
            // `external`: another language is another document.
            <li>
                <a href=href hreflang=language.tag lang=language.tag rel="external" on:click=on(|_| keepsake::keep_place())>
                    {language.name}
                </a>
            </li>
        }
        .piece()
    });
    view! { <nav class="language-switch" aria-label=words().languages_label><ul>{others.collect::<Vec<_>>()}</ul></nav> }
        .piece()
}
