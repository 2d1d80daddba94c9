//! `<SiteFooter>`: the day and release of the data, its licence, and what could not be read.

use super::{ExternalLink, Link, Piece, ThemeSwitch, later, text};
use crate::browser;
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// The foot of every page.
#[component]
pub fn SiteFooter() -> impl IntoView {
    later(footer)
}

fn footer() -> AnyView {
    let site = use_site();
    let meta = &site.dataset.meta;
    let unreadable = site.dataset.derived.totals.unreadable;
    // Together or not at all. The statement says what the emblem means, so that it needs no words of its own.
    let visibility = meta.visibility.clone().map(|it| {
        let emblem = site.file(&format!("data/{}", it.emblem));
        view! {
            <div class="visibility">
                <img src=emblem alt=""/>
                <div>
                    <p class="visibility-statement">{it.statement}</p>
                    {it.disclaimer.map(|text| view! { <p>{text}</p> }.piece())}
                </div>
            </div>
        }
        .piece()
    });
    // On paper: where this was read. Known where the page lives; browsers print it themselves where it does not.
    let (alive, settled, place) = (site.alive, site.settled, site.clone());
    let address = text(move || match alive.get() {
        true => format!("{}{}", browser::origin(), place.href(&settled.get())),
        false => String::new(),
    });
    let [about, accessibility] = [Route::About, Route::Accessibility].map(|to| {
        let name = words::page_name(&to, &site.dataset);
        view! { <p><Link to>{name}</Link></p> }.piece()
    });
    view! {
        <footer class="site-footer">
            <div class="site-footer-inner">
                <p>{words().data_line(site.dataset.meta.as_of, &site.dataset.meta.data_version)}</p>
                {(unreadable > 0).then(|| view! { <p class="warning">{words().unreadable(unreadable)}</p> }.piece())}
                <p>
                    {words().data_licence} " "
                    <ExternalLink href=meta.licence_url.clone() text=meta.licence.clone()/>
                </p>
                {about}
                {accessibility}
                {visibility}
                <p class="print-address">{address}</p>
                <ThemeSwitch/>
            </div>
        </footer>
    }
    .piece()
}
