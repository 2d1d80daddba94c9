//! The page of a partner country: its facts, its six sections, its projects and its events.

use super::agreement_list::{AgreementList, EnvelopeTable};
use super::event_list::event_list;
use super::figure::FigureView;
use super::flag::Flag;
use super::project_list::ProjectList;
use super::source_list::SourceList;
use super::{Views, in_time};
use crate::components::{Link, PageHeading, Piece, SourceMarks};
use crate::domain::country::{Country, Person, SectionKind, Stakeholder};
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::query::{Page, ProjectQuery};
use crate::domain::route::Route;
use crate::domain::source::Basis;
use crate::domain::timeline;
use crate::domain::timeline::TimelineQuery;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// One partner country, but for the drawing of its time.
pub fn parts(country: &Country) -> Views {
    let heading = view! {
        <div class="with-flag">
            <Flag code=&country.code/>
            <PageHeading text=country.official_name.clone()/>
        </div>
    };
    let sections = SectionKind::TABLE.map(|(id, kind)| section(country, id, kind));
    vec![
        ("heading", vec![heading.piece()]),
        ("side", vec![facts(country)]),
        ("sections", sections.into()),
        ("time", time(country)),
        ("below", vec![figures(), projects(country), events(country), sources(country)]),
    ]
}

/// The ways to the timeline of the country, and to the lists on its page.
fn time(country: &Country) -> Vec<AnyView> {
    let lists = vec![("projects", words().projects), ("events", words().events)];
    let agreements = (!country.agreements.is_empty()).then_some(("eu", words().agreements));
    let timeline = Route::Timeline(TimelineQuery::of_country(&country.id));
    vec![
        in_time::at_large(timeline, words().timeline_of(country)),
        in_time::ways(lists.into_iter().chain(agreements).collect()),
    ]
}

/// The facts, and the way to what else is on the page.
fn facts(country: &Country) -> AnyView {
    let facts = country.facts.iter().map(|fact| {
        view! {
            <div class="fact">
                <dt>{fact.label.clone()}</dt>
                <dd>
                    {fact.value.clone()} " " <AsOf basis=fact.basis.clone()/>
                    {fact.note.clone().map(|note| view! { <span class="small note">{note}</span> }.piece())}
                </dd>
            </div>
        }
        .piece()
    });
    let names = SectionKind::TABLE.map(|(id, kind)| (id, words().section_name(kind, country)));
    let contents = names
        .into_iter()
        .chain([
            ("time", words().timeline.in_time.to_owned()),
            ("figures", words().published().in_figures.to_owned()),
            ("projects", words().projects.to_owned()),
            ("events", words().events.to_owned()),
            ("sources", words().sources.to_owned()),
        ])
        .map(|(id, name)| view! { <li><a href=format!("#{id}") rel="external">{name}</a></li> }.piece());
    view! {
        <aside class="side" aria-label=words().facts>
            <h2>{words().facts}</h2>
            <dl class="facts">{facts.collect::<Vec<_>>()}</dl>
            <nav aria-label=words().published().on_this_page>
                <h2>{words().published().on_this_page}</h2>
                <ul class="contents">{contents.collect::<Vec<_>>()}</ul>
            </nav>
        </aside>
    }
    .piece()
}

/// One of the six sections.
fn section(country: &Country, id: &'static str, kind: SectionKind) -> AnyView {
    let extra = match kind {
        SectionKind::Eu => {
            let agreements = (!country.agreements.is_empty()).then(|| {
                view! {
                    <h3>{words().agreements}</h3>
                    <AgreementList agreements=country.agreements.clone()/>
                }
                .piece()
            });
            let data = use_site().dataset;
            let envelopes: Vec<_> =
                data.envelopes.iter().filter(|it| it.countries.contains(&country.id)).cloned().collect();
            let envelopes = (!envelopes.is_empty()).then(|| view! { <EnvelopeTable envelopes/> }.piece());
            view! { {agreements} {envelopes} }.piece()
        }
        SectionKind::Initiative => view! { <People country=country.clone()/> }.piece(),
        SectionKind::Stakeholders => view! { <Stakeholders stakeholders=country.stakeholders.clone()/> }.piece(),
        _ => ().into_any(),
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id tabindex="-1">{words().section_name(kind, country)}</h2>
            <SectionText country=country.clone() kind/>
            {extra}
        </section>
    }
    .piece()
}

fn figures() -> AnyView {
    view! {
        <section aria-labelledby="figures">
            <h2 id="figures" tabindex="-1">{words().published().in_figures}</h2>
            <FigureView figure=Figure::Active/>
            <FigureView figure=Figure::Money/>
        </section>
    }
    .piece()
}

/// The first of its projects, and the way to all of them.
fn projects(country: &Country) -> AnyView {
    let query = ProjectQuery::only(Facet::Country, &country.id).at(Page::default());
    let (total, ids) = use_site().ask(|catalogue| {
        let results = catalogue.run(&query);
        (results.total, results.rows.iter().map(|row| catalogue.listed(*row).id).collect::<Vec<_>>())
    });
    let first =
        (total > ids.len()).then(|| view! { <p class="small">{words().first_of(ids.len(), total)}</p> }.piece());
    let all = words().all_projects_in(country, total);
    let search = Route::Projects(ProjectQuery::only(Facet::Country, &country.id));
    view! {
        <section aria-labelledby="projects">
            <h2 id="projects" tabindex="-1">{words().projects}</h2>
            <p><Link to=search>{all}</Link></p>
            {first}
            <ProjectList ids/>
        </section>
    }
    .piece()
}

fn events(country: &Country) -> AnyView {
    let data = use_site().dataset;
    let events = timeline::latest_first(data.events_in(&country.id));
    let none = events.is_empty().then(|| view! { <p>{words().published().no_events}</p> }.piece());
    let list = ProjectQuery::only(Facet::Country, &country.id);
    let events = event_list(&events, Route::Timeline(TimelineQuery { list, ..TimelineQuery::default() }));
    view! {
        <section aria-labelledby="events">
            <h2 id="events" tabindex="-1">{words().events}</h2>
            {none}
            {events}
        </section>
    }
    .piece()
}

fn sources(country: &Country) -> AnyView {
    view! {
        <section aria-labelledby="sources">
            <h2 id="sources" tabindex="-1">{words().sources}</h2>
            <SourceList sources=country.sources.clone()/>
        </section>
    }
    .piece()
}

/// The time that a statement speaks of, and its footnote marks.
#[component]
fn AsOf(basis: Basis) -> impl IntoView {
    view! {
        <span class="as-of">"(" {words().as_of(basis.as_of)} ")"</span>
        <SourceMarks numbers=basis.sources/>
    }
    .piece()
}

#[component]
fn SectionText(country: Country, kind: SectionKind) -> impl IntoView {
    match country.sections.into_iter().find(|section| section.kind == kind) {
        Some(section) => {
            let lang = section.foreign.of("paragraphs");
            let paragraphs =
                section.paragraphs.into_iter().map(|text| view! { <p lang=lang.clone()>{text}</p> }.piece());
            view! { {paragraphs.collect::<Vec<_>>()} <p class="basis"><AsOf basis=section.basis/></p> }.piece()
        }
        None => view! { <p class="unknown">{words().published().section_unknown}</p> }.piece(),
    }
}

#[component]
fn People(country: Country) -> impl IntoView {
    if country.coordinators.is_empty() && country.contacts.is_empty() {
        return view! { <p class="unknown">{words().published().coordinator_unknown}</p> }.piece();
    }
    let person = |label: &'static str, person: Person| {
        view! {
            <div class="fact">
                <dt>{label}</dt>
                <dd>
                    {person.name} ", " {person.role} {person.since.map(|date| format!(", {}", words().since(date)))} " "
                    <AsOf basis=person.basis/>
                    {person.note.map(|note| view! { <span class="small note">{note}</span> }.piece())}
                </dd>
            </div>
        }
        .piece()
    };
    let coordinators =
        country.coordinators.into_iter().map(|it| person(words().published().coordinator, it)).collect::<Vec<_>>();
    let contacts = country.contacts.into_iter().map(|it| person(words().published().contact, it)).collect::<Vec<_>>();
    view! { <dl class="facts">{coordinators} {contacts}</dl> }.piece()
}

#[component]
fn Stakeholders(stakeholders: Vec<Stakeholder>) -> impl IntoView {
    if stakeholders.is_empty() {
        return view! { <p class="unknown">{words().published().stakeholders_unknown}</p> }.piece();
    }
    let items = stakeholders.into_iter().map(|it| {
        let name = match it.party.organisation {
            Some(id) => view! { <Link to=Route::Organisation(id)>{it.party.as_written}</Link> }.piece(),
            None => it.party.as_written.into_any(),
        };
        let since = it.since.map(|date| format!(", {}", words().since(date)));
        view! { <li>{name} {since} " " <AsOf basis=it.basis/></li> }.piece()
    });
    view! {
        <h3>{words().published().stakeholders_lead}</h3>
        <ul>{items.collect::<Vec<_>>()}</ul>
    }
    .piece()
}
