//! The page of an organisation: what it is, and the projects and events on which it, or a part of it, is named.

use crate::components::{CountryLinks, Fact, Link, PageHeading, Piece, ProjectList, event_list, still};
use crate::domain::facet::Facet;
use crate::domain::organisation::Organisation as Record;
use crate::domain::party::Role;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::timeline::{self, TimelineQuery};
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// One organisation.
#[component]
pub fn Organisation(
    /// The organisation.
    organisation: Record,
) -> impl IntoView {
    let site = use_site();
    let data = site.dataset.clone();
    let named = data.derived.organisation.clone().unwrap_or_default();
    let named_on = data.derived.named_on.get(&organisation.id).copied().unwrap_or(0);
    let sections = Role::ALL.map(|role| {
        let (total, ids) = named.as_role[role as usize].clone();
        (total > 0).then(|| {
            let (data, organisation) = (data.clone(), organisation.id.clone());
            still(move || {
                let count = words().projects_count(total);
                let more = (total > ids.len()).then(|| {
                    let query = ProjectQuery::only(Facet::of_role(role), data.top(&organisation));
                    let whole = data.organisations.get(data.top(&organisation));
                    let of_whole = words().projects_of_whole(role, whole.map_or("", |it| it.name.as_str()));
                    view! {
                        <p class="small">
                            {words().first_of(ids.len(), total)} " " <Link to=Route::Projects(query)>{of_whole}</Link>
                        </p>
                    }
                    .piece()
                });
                view! {
                    <section>
                        <h2>{words().projects_as(role)} <span class="count">" (" {count} ")"</span></h2>
                        <ProjectList ids/>
                        {more}
                    </section>
                }
                .piece()
            })
        })
    });
    let events = timeline::latest_first(data.events_by(&organisation.id));
    let events = (!events.is_empty()).then(|| {
        let list = event_list(&events, Route::Timeline(TimelineQuery::default()));
        view! { <section><h2>{words().organised}</h2>{list}</section> }.piece()
    });
    let link = |it: &Record| {
        let name = it.name.clone();
        view! { <li><Link to=Route::Organisation(it.id.clone())>{name}</Link></li> }.piece()
    };
    let whole = organisation.part_of.as_ref().and_then(|id| data.organisations.get(id)).map(|it| {
        let whole = link(it);
        view! { <Fact label=words().whole><ul class="plain-list">{whole}</ul></Fact> }.piece()
    });
    let parts: Vec<_> = data.parts_of(&organisation.id).map(link).collect();
    let parts = (!parts.is_empty())
        .then(|| view! { <Fact label=words().parts><ul class="plain-list">{parts}</ul></Fact> }.piece());
    let aliases = (!organisation.aliases.is_empty())
        .then(|| view! { <Fact label=words().also_known_as>{words::list_of(&organisation.aliases)}</Fact> }.piece());
    let country = organisation
        .country
        .clone()
        .map(|id| view! { <Fact label=words().country><CountryLinks ids=vec![id]/></Fact> }.piece());
    let platform = named.stakeholder_in.clone();
    let platform = (!platform.is_empty())
        .then(|| view! { <Fact label=words().stakeholder_in><CountryLinks ids=platform/></Fact> }.piece());
    let kind = organisation.kind.map_or(words().not_stated, |it| words().organisation_kind(it));
    view! {
        <PageHeading text=organisation.name.clone()/>
        <dl class="facts facts-wide">
            <Fact label=words().organisation_kind>{kind}</Fact>
            {country}
            {whole}
            {parts}
            {aliases}
            {platform}
        </dl>
        <p>{words().named_on(named_on)}</p>
        {sections.into_iter().collect::<Vec<_>>()}
        {events}
    }
    .piece()
}
