//! The list of partner countries.

use super::flag::Flag;
use crate::components::{Link, Piece};
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// The partner countries with what the data set has of each.
pub fn elements() -> Vec<AnyView> {
    vec![
        super::heading(&Route::Partners),
        view! { <p class="lead">{words().published().partners_lead}</p> }.piece(),
        tiles(),
        view! { <p class="small">{words().counted_once}</p> }.piece(),
    ]
}

/// Each country with its first facts and the way to its projects.
fn tiles() -> AnyView {
    let site = use_site();
    let data = &site.dataset;
    let counts = site.counts(&ProjectQuery::default());
    let rows = data.countries.iter().map(|country| {
        let projects = Route::Projects(ProjectQuery::only(Facet::Country, &country.id));
        let facts = country.facts.iter().take(3).map(|fact| {
            let value = format!("{} ({})", fact.value, words().as_of(fact.basis.as_of));
            view! { <div class="fact"><dt>{fact.label.clone()}</dt><dd>{value}</dd></div> }.piece()
        });
        let name = country.official_name.clone();
        let count = counts.of(Facet::Country, &country.id);
        view! {
            <li class="tile">
                <h2><Flag code=&country.code/> <Link to=Route::Partner(country.id.clone())>{name}</Link></h2>
                <dl class="facts facts-small">{facts.collect::<Vec<_>>()}</dl>
                <p><Link to=projects>{words().projects_count(count)}</Link></p>
            </li>
        }
        .piece()
    });
    view! { <ul class="tiles tiles-wide">{rows.collect::<Vec<_>>()}</ul> }.piece()
}
