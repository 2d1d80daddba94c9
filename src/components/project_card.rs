//! `<ProjectCard>`: a project in a list; and `<ProjectList>`, a list of them that does not change.

use super::{Link, Piece, StatusTag};
use crate::domain::facet::Facet;
use crate::domain::project::Project;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words;
use leptos::prelude::*;

/// Title, countries, types, period, donors, budget and status of a project. The title is a heading of level 3.
#[component]
pub fn ProjectCard<'p>(
    /// The project.
    project: &'p Project,
    /// The list that it stands in, which its page will offer to go back to.
    #[prop(into)]
    from: Signal<ProjectQuery>,
) -> AnyView {
    let site = use_site();
    let data = &site.dataset;
    let id = project.id.clone();
    let to = Signal::derive(move || Route::Project(id.clone(), from.get()));
    let names = |facet: Facet| {
        let values = facet.values_of(data, project, data.meta.as_of);
        let names: Vec<String> = values
            .iter()
            .filter(|value| value.as_str() != Facet::NOT_STATED)
            .map(|value| words::facet_value(facet, value, data))
            .collect();
        words::list_of(&names)
    };
    let place = [names(Facet::Country), names(Facet::Type)];
    let facts = [
        project.period.as_ref().map(|it| words::dated(Some(it))).unwrap_or_default(),
        names(Facet::Donor),
        project.budget.as_ref().and_then(words::budget_in_list).unwrap_or_default(),
        words::kind(project.kind).unwrap_or_default().to_owned(),
    ];
    let line = |texts: Vec<String>| words::line_of(texts.into_iter().filter(|text| !text.is_empty()));
    let title = project.title.clone();
    view! {
        <h3><Link to>{title}</Link></h3>
        <p class="card-place">{line(place.into())}</p>
        <p class="card-facts">{line(facts.into())} " " <StatusTag project/></p>
    }
    .piece()
}

/// Projects as cards, in the order given.
#[component]
pub fn ProjectList(
    /// The projects.
    projects: Vec<Project>,
) -> impl IntoView {
    let cards = projects
        .iter()
        .map(|project| view! { <li class="card"><ProjectCard project from=ProjectQuery::default()/></li> }.piece())
        .collect::<Vec<_>>();
    view! { <ul class="cards">{cards}</ul> }.piece()
}
