//! The list of organisations, by kind.

use crate::components::{Link, Piece};
use crate::domain::organisation::{Kind, Organisation};
use crate::domain::route::Route;
use crate::domain::sorted::sorted_by_key;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Every organisation with the number of its projects.
pub fn elements() -> Vec<AnyView> {
    let data = &use_site().dataset;
    let mut by_kind: BTreeMap<(bool, Option<Kind>), Vec<&Organisation>> = BTreeMap::new();
    for it in data.organisations.values() {
        by_kind.entry((it.kind.is_none(), it.kind)).or_default().push(it);
    }
    let groups = by_kind.into_iter().map(|((_, kind), list)| {
        let heading = kind.map_or(words().published().kind_not_stated, |it| words().organisation_kind(it));
        let items = sorted_by_key(list, |it: &&Organisation| it.name.to_lowercase()).into_iter().map(|it| {
            let count = data.derived.named_on.get(&it.id).copied().unwrap_or(0);
            let name = it.name.clone();
            view! {
                <li>
                    <Link to=Route::Organisation(it.id.clone())>{name}</Link>
                    " " <span class="count">{words().number(count)}</span>
                </li>
            }
            .piece()
        });
        view! { <section><h2>{heading}</h2><ul class="directory">{items.collect::<Vec<_>>()}</ul></section> }.piece()
    });
    let lead = view! { <p class="lead">{words().published().organisations_lead}</p> }.piece();
    [super::heading(&Route::Organisations), lead].into_iter().chain(groups).collect()
}
