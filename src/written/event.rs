//! The page of an event: its facts, what it was about, what it belongs to, what came of it, and what it all rests on.

use super::document_item::DocumentItem;
use super::project_list::ProjectList;
use super::source_list::SourceList;
use crate::components::{CountryLinks, Fact, Link, PageHeading, PartyList, Piece, foreign};
use crate::domain::event::Event as Record;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::timeline::TimelineQuery;
use crate::domain::timeline::entry::{EntryId, Sort};
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// One event.
pub fn elements(event: &Record) -> Vec<AnyView> {
    let description = event.description.is_some().then(|| description(event));
    let documents = use_site().dataset.documents_from(&event.id).next().is_some().then(|| documents(event));
    let steps = view! { <TimeSteps event=event.clone()/> }.piece();
    let heading = view! { <PageHeading text=event.title.clone() lang=event.foreign.of("title")/> }.piece();
    let note = super::untranslated(&event.foreign);
    let above = [steps, heading].into_iter().chain(note).chain([facts(event)]).chain(description);
    above.chain([projects(event)]).chain(documents).chain([sources(event)]).collect()
}

fn facts(event: &Record) -> AnyView {
    let not_stated = || view! { <span class="unknown">{words().not_stated}</span> }.piece();
    let kind = words().entry_kind(&event.kind);
    let date = view! { <DateFacts event=event.clone()/> }.piece();
    let place = event.city.clone().map_or_else(not_stated, |city| foreign(event.foreign.of("city"), city.into_any()));
    let countries = if event.countries.is_empty() {
        not_stated()
    } else {
        view! { <CountryLinks ids=event.countries.clone()/> }.piece()
    };
    let organisers = if event.organisers.is_empty() {
        not_stated()
    } else {
        view! { <PartyList parties=event.organisers.clone() by_name=true/> }.piece()
    };
    let topics = if event.topics.is_empty() {
        not_stated()
    } else {
        foreign(event.foreign.of("topics"), words::list_of(&event.topics).into_any())
    };
    view! {
        <dl class="facts facts-wide">
            <Fact label=words().published().event_kind>{kind}</Fact>
            <Fact label=words().date>{date}</Fact>
            <Fact label=words().place>{place}</Fact>
            <Fact label=words().country>{countries}</Fact>
            <Fact label=words().published().organiser>{organisers}</Fact>
            <Fact label=words().topics>{topics}</Fact>
        </dl>
    }
    .piece()
}

fn description(event: &Record) -> AnyView {
    let lang = event.foreign.of("description");
    view! { <section><h2>{words().published().description}</h2><p lang=lang>{event.description.clone()}</p></section> }
        .piece()
}

fn projects(event: &Record) -> AnyView {
    let projects = if event.projects.is_empty() {
        view! { <p class="unknown">{words().published().no_project}</p> }.piece()
    } else {
        view! { <ProjectList ids=event.projects.clone()/> }.piece()
    };
    view! { <section><h2>{words().projects}</h2>{projects}</section> }.piece()
}

fn documents(event: &Record) -> AnyView {
    let data = use_site().dataset;
    let item = |document| view! { <DocumentItem document on_page_of=event.id.clone()/> }.piece();
    let documents: Vec<_> = data.documents_from(&event.id).map(item).collect();
    view! { <section><h2>{words().documents}</h2><ul class="entries">{documents}</ul></section> }.piece()
}

fn sources(event: &Record) -> AnyView {
    view! {
        <section aria-labelledby="sources">
            <h2 id="sources">{words().sources}</h2>
            <SourceList sources=event.sources.clone()/>
        </section>
    }
    .piece()
}

/// The date, what a reader must know about it, and what the sources dispute.
#[component]
fn DateFacts(event: Record) -> impl IntoView {
    let date = match &event.date {
        Some(date) => view! { <p>{words().period(date)}</p> }.piece(),
        None => view! { <p class="unknown">{words().not_stated}</p> }.piece(),
    };
    let lang = use_site().dataset.tongue.of_plain();
    let note = event.date_note.map(|note| view! { <p class="small" lang=lang>{note}</p> }.piece());
    let lang = event.foreign.of("date_conflict");
    let conflict = event.date_conflict.map(|conflict| {
        view! { <p class="conflict"><strong>{words().published().dates_differ}</strong> " " <span lang=lang>{conflict}</span></p> }.piece()
    });
    view! { {date} {note} {conflict} }.piece()
}

/// The way to the timeline, and to the events beside this one in time.
#[component]
fn TimeSteps(event: Record) -> impl IntoView {
    let data = use_site().dataset;
    let entry = EntryId { sort: Sort::Event, id: event.id };
    let timeline = Route::Timeline(TimelineQuery::default().looking_at(Some(entry)));
    let step = |event: Option<(Slug, String)>, name: &'static str, class: &'static str| {
        event.map(|(id, title)| {
            let to = Route::Event(id);
            view! { <p class=class><Link to>{name} <span class="visually-hidden">": " {title}</span></Link></p> }
                .piece()
        })
    };
    let beside = data.derived.beside.clone();
    let before = step(beside.before, words().published().previous_event, "step-previous");
    let after = step(beside.after, words().published().next_event, "step-next");
    view! {
        <nav class="list-steps" aria-label=words().in_time>
            <p class="back"><Link to=timeline>"‹ " {words().on_the_timeline}</Link></p>
            {before}
            {after}
        </nav>
    }
    .piece()
}
