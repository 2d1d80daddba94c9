//! The first page: what this is, how much is in it, and the ways in.

use crate::components::{EventItem, FigureView, Link, PageHeading, Piece};
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use crate::domain::timeline::TimelineQuery;
use crate::domain::timeline::{self, LATEST_EVENTS};
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;
use std::cmp::Reverse;

/// How many types and donors the page names; the list has them all.
const TOP: usize = 10;

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let site = use_site();
    let data = site.dataset.clone();
    let counts = site.counts(&ProjectQuery::default());
    let names = site.names();
    let count = |facet: Facet, value: &Slug| counts.of(facet, value);

    let totals = data.derived.totals;
    let lead = words().home_lead(totals.projects, data.countries.len(), totals.sources);
    let figures = words::home_figures(&data)
        .into_iter()
        .map(|(to, number, label)| {
            view! { <li><Link to><span class="figure">{words().number(number)}</span> " " <span>{label}</span></Link></li> }.piece()
        })
        .collect::<Vec<_>>();
    let countries = data
        .countries
        .iter()
        .map(|country| {
            let projects = Route::Projects(ProjectQuery::only(Facet::Country, &country.id));
            let number = count(Facet::Country, &country.id);
            let name = country.name.clone();
            view! {
                <li class="tile">
                    <h3><Link to=Route::Partner(country.id.clone())>{name}</Link></h3>
                    <p><Link to=projects>{words().projects_count(number)}</Link></p>
                </li>
            }
            .piece()
        })
        .collect::<Vec<_>>();
    let top = |facet: Facet| {
        let values: Vec<(Slug, usize)> = names
            .of(facet)
            .iter()
            .filter(|name| name.id.as_str() != Facet::NOT_STATED)
            .map(|name| (name.id.clone(), count(facet, &name.id)))
            .collect();
        sorted_by_key(values, |(value, count)| (Reverse(*count), value.clone()))
            .into_iter()
            .take(TOP)
            .map(|(value, count)| {
                let name = words::facet_value(facet, &value, &names);
                let to = Route::Projects(ProjectQuery::only(facet, &value));
                view! { <li><Link to>{name}</Link> " " <span class="count">{words().number(count)}</span></li> }.piece()
            })
            .collect::<Vec<_>>()
    };
    let (types, donors) = (top(Facet::Type), top(Facet::Donor));
    let events = timeline::latest_first(data.events.values());
    let events =
        events.into_iter().take(LATEST_EVENTS).map(|event| view! { <EventItem event/> }.piece()).collect::<Vec<_>>();
    view! {
        <div class="hero">
            <PageHeading text=words().tagline/>
            <p class="lead">{lead}</p>
            <p class="actions">
                <Link to=Route::Projects(ProjectQuery::default())>{words().see_projects}</Link>
                <Link to=Route::Timeline(TimelineQuery::default())>{words().see_timeline}</Link>
            </p>
            <ul class="figures">{figures}</ul>
        </div>
        <section aria-labelledby="countries">
            <h2 id="countries">{words().home_countries}</h2>
            <ul class="tiles">{countries}</ul>
            <p class="small">{words().counted_once}</p>
        </section>
        <section aria-labelledby="figures">
            <h2 id="figures">{words().in_figures}</h2>
            <FigureView figure=Figure::Active/>
            <FigureView figure=Figure::Types/>
            <FigureView figure=Figure::Money/>
        </section>
        <div class="columns">
            <section aria-labelledby="types">
                <h2 id="types">{words().home_types}</h2>
                <ol class="ranking">{types}</ol>
            </section>
            <section aria-labelledby="donors">
                <h2 id="donors">{words().home_donors}</h2>
                <ol class="ranking">{donors}</ol>
            </section>
        </div>
        <p><Link to=Route::Projects(ProjectQuery::default())>{words().home_all_types}</Link></p>
        <section aria-labelledby="events">
            <h2 id="events">{words().home_events}</h2>
            <ul class="entries">{events}</ul>
            <p><Link to=Route::Timeline(TimelineQuery::default())>{words().home_all_events}</Link></p>
        </section>
    }
    .piece()
}
