//! There is no page at this address: what to do now.

use crate::components::{Link, Piece};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::{self, LANGUAGES, spoken, words};
use leptos::prelude::*;

/// The page for addresses that have none.
pub fn elements() -> Vec<AnyView> {
    let site = use_site();
    let items = Route::menu().map(|to| {
        let name = words::page_name(&to, &site.dataset);
        view! { <li><Link to>{name}</Link></li> }.piece()
    });
    // Hosts know but one page for addresses that have none, in whatever language they are asked.
    let others = LANGUAGES.iter().filter(|language| *language != spoken()).map(|language| {
        let words = language.words;
        view! {
            <section lang=language.tag>
                <h2>{words.page_not_found}</h2>
                <p>{words.published().not_found_text}</p>
                <p>
                    <a href=site.href_in(language, &Route::Home) hreflang=language.tag rel="external">{words.page_home}</a>
                </p>
            </section>
        }
        .piece()
    });
    let (text, links) = (words().published().not_found_text, words().published().not_found_links);
    let own = [
        super::heading(&Route::NotFound),
        view! { <p class="lead">{text}</p> }.piece(),
        view! { <p>{links}</p> }.piece(),
        view! { <ul>{items.into_iter().collect::<Vec<_>>()}</ul> }.piece(),
    ];
    own.into_iter().chain(others).collect()
}
