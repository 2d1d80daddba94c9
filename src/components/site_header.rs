//! `<SiteHeader>`: the skip link, the name of the site and the main menu.

use super::{LanguageSwitch, Piece, later, mark};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// The head of every page.
#[component]
pub fn SiteHeader() -> impl IntoView {
    view! {
        // `external`: the browser itself must follow it, or the focus stays where it was.
        <a class="skip-link" href="#main" rel="external">{words().skip_link}</a>
        {later(bar)}
    }
    .piece()
}

fn bar() -> AnyView {
    let site = use_site();
    let home = site.href(&Route::Home);
    let title = site.dataset.meta.title.clone();
    let items = Route::menu().map(|item| {
        let here = site.route;
        let name = words::menu_name(&item, &site.dataset);
        let href = site.href(&item);
        let current = mark(move || (here.get().section() == item).then_some("page"));
        view! { <li><a href=href aria-current=current>{name}</a></li> }.piece()
    });
    view! {
        <header class="site-header">
            <div class="site-header-inner">
                <a class="site-name" href=home>
                    <svg class="site-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
                        <path d="M16 2 4 7v2h24V7zM7 12h3v11H7zm7.500 0h3v11h-3zM22 12h3v11h-3zM4 26h24v3H4z"/>
                    </svg>
                    <span>{title}</span>
                </a>
                <LanguageSwitch/>
                <nav class="site-menu" aria-label=words().menu_label>
                    <ul>{items.into_iter().collect::<Vec<_>>()}</ul>
                </nav>
            </div>
        </header>
    }.piece()
}
