//! The list of documents.

use super::document_item::DocumentItem;
use crate::components::{Piece, UntranslatedTitles};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// Every document, in the order of the data.
pub fn elements() -> Vec<AnyView> {
    let data = use_site().dataset;
    let lead = view! { <p class="lead">{words().published().documents_lead}</p> }.piece();
    let items = data.documents.iter().map(|document| view! { <DocumentItem document/> }.piece());
    let list = view! { <ul class="entries">{items.collect::<Vec<_>>()}</ul> }.piece();
    vec![super::heading(&Route::Documents), lead, view! { <UntranslatedTitles/> }.piece(), list]
}
