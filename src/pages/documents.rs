//! The list of documents.

use crate::components::{DocumentItem, PageHeading, Piece, UntranslatedTitles, still};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// Every document, in the order of the data.
#[component]
pub fn Documents() -> impl IntoView {
    let site = use_site();
    let data = site.dataset.clone();
    let list = still(move || {
        let items = data.documents.iter().map(|document| view! { <DocumentItem document/> }.piece());
        view! { <ul class="entries">{items.collect::<Vec<_>>()}</ul> }.piece()
    });
    view! {
        <PageHeading text=words::page_name(&Route::Documents, &site.dataset)/>
        <p class="lead">{words().documents_lead}</p>
        <UntranslatedTitles/>
        {list}
    }
    .piece()
}
