//! The page of an organisation: what it is, and the projects and events on which it, or a part of it, is named.

use super::event_list::event_list;
use super::project_list::ProjectList;
use crate::components::{CountryLinks, Fact, Link, PageHeading, Piece};
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
pub fn elements(organisation: &Record) -> Vec<AnyView> {
    let data = use_site().dataset;
    let named = data.derived.organisation.clone().unwrap_or_default();
    let named_on = data.derived.named_on.get(&organisation.id).copied().unwrap_or(0);
    let sections = Role::ALL.into_iter().zip(named.as_role).filter(|(_, (total, _))| *total > 0).map(|(role, list)| {
        let (total, ids) = list;
        let count = words().projects_count(total);
        let more = (total > ids.len()).then(|| {
            let query = ProjectQuery::only(Facet::of_role(role), data.top(&organisation.id));
            let whole = data.organisations.get(data.top(&organisation.id));
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
    });
    let sections = sections.collect::<Vec<_>>();
    let events = timeline::latest_first(data.events_by(&organisation.id));
    let events = (!events.is_empty()).then(|| {
        let list = event_list(&events, Route::Timeline(TimelineQuery::default()));
        view! { <section><h2>{words().published().organised}</h2>{list}</section> }.piece()
    });
    let link = |it: &Record| {
        let name = it.name.clone();
        view! { <li><Link to=Route::Organisation(it.id.clone())>{name}</Link></li> }.piece()
    };
    let whole = organisation.part_of.as_ref().and_then(|id| data.organisations.get(id)).map(|it| {
        let whole = link(it);
        view! { <Fact label=words().published().whole><ul class="plain-list">{whole}</ul></Fact> }.piece()
    });
    let parts: Vec<_> = data.parts_of(&organisation.id).map(link).collect();
    let parts = (!parts.is_empty())
        .then(|| view! { <Fact label=words().parts><ul class="plain-list">{parts}</ul></Fact> }.piece());
    let aliases = (!organisation.aliases.is_empty()).then(|| {
        let aliases = words::list_of(&organisation.aliases);
        view! { <Fact label=words().published().also_known_as>{aliases}</Fact> }.piece()
    });
    let country = organisation
        .country
        .clone()
        .map(|id| view! { <Fact label=words().country><CountryLinks ids=vec![id]/></Fact> }.piece());
    let platform = named.stakeholder_in;
    let platform = (!platform.is_empty())
        .then(|| view! { <Fact label=words().published().stakeholder_in><CountryLinks ids=platform/></Fact> }.piece());
    let kind = organisation.kind.map_or(words().not_stated, |it| words().organisation_kind(it));
    let facts = view! {
        <dl class="facts facts-wide">
            <Fact label=words().published().organisation_kind>{kind}</Fact>
            {country}
            {whole}
            {parts}
            {aliases}
            {platform}
        </dl>
    };
    let heading = view! { <PageHeading text=organisation.name.clone()/> }.piece();
    let named = view! { <p>{words().named_on(named_on)}</p> }.piece();
    [heading, facts.piece(), named].into_iter().chain(sections).chain(events).collect()
}
