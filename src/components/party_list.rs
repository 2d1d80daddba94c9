//! `<PartyList>`: the bodies in a role, as the source writes them, with their stated shares.

use super::{Link, Piece};
use crate::domain::party::Party;
use crate::domain::route::Route;
use crate::words;
use leptos::prelude::*;

/// A list of parties. One that we keep a record of leads to its page.
#[component]
pub fn PartyList(
    /// The parties.
    parties: Vec<Party>,
) -> impl IntoView {
    let items = parties.into_iter().map(|party| {
        let share = words::share(&party.share).map(|share| format!(" ({share})"));
        let name = match party.organisation {
            Some(id) => view! { <Link to=Route::Organisation(id)>{party.as_written}</Link> }.piece(),
            None => party.as_written.into_any(),
        };
        view! { <li>{name} {share}</li> }.piece()
    });
    view! { <ul class="plain-list">{items.collect::<Vec<_>>()}</ul> }.piece()
}
