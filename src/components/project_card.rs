//! `<ProjectCard>`: a project in a list.

use super::{Link, Marked, Piece, StatusTag, live, live_option, text};
use crate::domain::catalogue::listed::Listed;
use crate::domain::column::Column;
use crate::domain::facet::Facet;
use crate::domain::fold;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::status::Standing;
use crate::site::{Site, use_site};
use crate::unicode;
use crate::words::{self, words};
use leptos::prelude::*;
use std::sync::Arc;
use time::Date;

/// A project as it is drawn in a list.
#[derive(Clone, PartialEq)]
pub struct Drawn {
    /// The project.
    pub project: Arc<Listed>,
    /// The day on which its status is derived; `None`: the day of the data.
    pub day: Option<Date>,
}

/// What a card says.
#[derive(Clone, PartialEq)]
struct Said {
    place: String,
    facts: String,
    standing: Standing,
}

fn said(Drawn { project, day }: &Drawn, site: &Site) -> Said {
    let names = site.names();
    let as_of = day.unwrap_or(site.dataset.meta.as_of);
    let cell = |column: Column| words::list::cell(column, project, &names, as_of);
    let line = |texts: Vec<String>| words::line_of(texts.into_iter().filter(|text| !text.is_empty()));
    let place = line(vec![cell(Column::Country), cell(Column::Type)]);
    let kind = words().kind(project.kind).unwrap_or_default().to_owned();
    let mut budget = cell(Column::Budget);
    if project.budget.as_ref().is_some_and(|budget| budget.money.is_none()) {
        // A card has no room for a source's words.
        budget.clear();
    }
    let carried_out = words::list::carried_out(project, &names);
    // Who asks when, by whom and with whom is told so where nobody says it.
    let or_unstated = |text: String, facet: Facet| if text.is_empty() { words().unstated(facet) } else { text };
    let period = or_unstated(cell(Column::Period), Facet::Year);
    let donors = or_unstated(cell(Column::Donor), Facet::Donor);
    let facts = line(vec![period, donors, carried_out, budget, kind]);
    Said { place, facts, standing: project.day_facts().standing(as_of) }
}

/// Title, countries, types, period, donors, implementers, budget and status of a project. The title is a heading of level 3.
#[component]
pub fn ProjectCard(
    /// The project.
    #[prop(into)]
    drawn: Signal<Drawn>,
    /// The list that it stands in, which its page will offer to go back to.
    #[prop(into)]
    from: Signal<ProjectQuery>,
    /// The folded words to mark.
    #[prop(into)]
    wanted: Signal<Vec<String>>,
) -> impl IntoView {
    let site = use_site();
    let to = Signal::derive(move || Route::Project(drawn.with(|it| it.project.id.clone()), from.get()));
    let title = text(move || drawn.with(|it| it.project.title.clone()));
    let lang = Signal::derive(move || drawn.with(|it| it.project.tongue.clone()));
    let said = Memo::new(move |_| drawn.with(|drawn| said(drawn, &site)));
    let place = text(move || said.with(|said| said.place.clone()));
    let facts = text(move || said.with(|said| said.facts.clone()));
    // What was found in the words of a project that a card has no room for.
    let elsewhere = live_option(move || {
        let none = wanted.with(|wanted| {
            let marks = |text: &str| fold::marked(text, wanted, unicode::decompose).any(|(hit, _)| hit);
            let shown = |said: &Said| marks(&said.place) || marks(&said.facts);
            !wanted.is_empty() && !title.with(|title| marks(title)) && !said.with(shown)
        });
        none.then(|| view! { <p class="small card-found">{words().list.found_elsewhere}</p> }.piece())
    });
    let status = live(move || view! { <StatusTag standing=said.with(|said| said.standing)/> }.piece());
    view! {
        <h3><Link to><Marked words=title wanted lang/></Link></h3>
        <p class="card-place"><Marked words=place wanted/></p>
        <p class="card-facts"><Marked words=facts wanted/> " " {status}</p>
        {elsewhere}
    }
    .piece()
}
