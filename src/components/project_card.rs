//! `<ProjectCard>`: a project in a list; and `<ProjectList>`, a list of them that does not change.

use super::{Link, Marked, Piece, StatusTag};
use crate::domain::catalogue::listed::Listed;
use crate::domain::column::Column;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::site::use_site;
use crate::words;
use leptos::prelude::*;

/// Title, countries, types, period, donors, budget and status of a project. The title is a heading of level 3.
#[component]
pub fn ProjectCard(
    /// The project.
    project: Listed,
    /// The list that it stands in, which its page will offer to go back to.
    #[prop(into)]
    from: Signal<ProjectQuery>,
    /// The folded words to mark.
    #[prop(into)]
    wanted: Signal<Vec<String>>,
) -> impl IntoView {
    let site = use_site();
    let names = site.names();
    let as_of = from.get_untracked().as_of.unwrap_or(site.dataset.meta.as_of);
    let id = project.id.clone();
    let to = Signal::derive(move || Route::Project(id.clone(), from.get()));
    let cell = |column: Column| words::list::cell(column, &project, &names, as_of);
    let line = |texts: Vec<String>| words::line_of(texts.into_iter().filter(|text| !text.is_empty()));
    let place = line(vec![cell(Column::Country), cell(Column::Type)]);
    let kind = words::kind(project.kind).unwrap_or_default().to_owned();
    let mut budget = cell(Column::Budget);
    if project.budget.as_ref().is_some_and(|budget| budget.money.is_none()) {
        // A card has no room for a source's words.
        budget.clear();
    }
    let facts = line(vec![cell(Column::Period), cell(Column::Donor), budget, kind]);
    let title = project.title.clone();
    let standing = project.day_facts().standing(as_of);
    view! {
        <h3><Link to><Marked words=title wanted/></Link></h3>
        <p class="card-place"><Marked words=place wanted/></p>
        <p class="card-facts"><Marked words=facts wanted/> " " <StatusTag standing/></p>
    }
    .piece()
}

/// Projects as cards, in the order given.
#[component]
pub fn ProjectList(
    /// Their ids.
    ids: Vec<Slug>,
) -> impl IntoView {
    let site = use_site();
    let cards = ids.iter().filter_map(|id| site.listed(id)).map(|project| {
        view! { <li class="card"><ProjectCard project from=ProjectQuery::default() wanted=Vec::new()/></li> }.piece()
    });
    view! { <ul class="cards">{cards.collect::<Vec<_>>()}</ul> }.piece()
}
