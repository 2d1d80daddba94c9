//! The first page: a field for words, among what was written where the site was built.

use crate::components::{Piece, flag, later, written};
use crate::domain::query::{ProjectQuery, key};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <div class="hero">
            <div>
                {written("heading")}
                {later(ask)}
                {written("ways")}
            </div>
            {written("questions")}
        </div>
        {written("below")}
    }
    .piece()
}

/// The field for words, which leads to the list. Without script there is nothing to search with.
fn ask() -> AnyView {
    let site = use_site();
    let list = site.href(&Route::Projects(ProjectQuery::default()));
    let alive = site.alive;
    view! {
        <form class="search-box hero-search" role="search" action=list>
            <fieldset disabled=flag(move || !alive.get())>
                <label for="ask">{words().home_search}</label>
                <div class="search-row">
                    <input id="ask" type="search" name=key::TEXT maxlength="200"/>
                    <button type="submit">{words().list.search_button}</button>
                </div>
            </fieldset>
        </form>
    }
    .piece()
}
