//! `<PartyList>`: the bodies in a role, as the source writes them, with their stated shares.

use super::{Link, Piece, Quoting};
use crate::domain::party::Party;
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// A list of parties. One that we keep a record of leads to its page.
#[component]
pub fn PartyList(
    /// The parties.
    parties: Vec<Party>,
    /// Call a body by the name of its record, and add the words of the source where they differ.
    #[prop(optional)]
    by_name: bool,
) -> impl IntoView {
    let site = use_site();
    // A page in another language than the data names a body in its own.
    let by_name = by_name || site.dataset.tongue.of_plain().is_some();
    let items = parties.into_iter().map(|party| {
        let share = words::share(&party.share).map(|share| format!(" ({share})"));
        let record = party.organisation.as_ref().and_then(|id| site.dataset.organisations.get(id));
        let named = record.map(|it| it.name.clone()).filter(|name| by_name && *name != party.as_written);
        let written = named.is_some().then(|| {
            let (sentence, words) = (words().as_written(&party.as_written), party.as_written.clone());
            view! { " " <span class="as-written"><Quoting sentence words lang=None/></span> }.piece()
        });
        let name = named.unwrap_or(party.as_written);
        let name = match party.organisation {
            Some(id) => view! { <Link to=Route::Organisation(id)>{name}</Link> }.piece(),
            None => name.into_any(),
        };
        view! { <li>{name} {share} {written}</li> }.piece()
    });
    view! { <ul class="plain-list">{items.collect::<Vec<_>>()}</ul> }.piece()
}
