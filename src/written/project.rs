//! The page of a project: its facts in the predecessor's order, its texts, what its sources dispute, what it relates
//! to, and what it all rests on.

use super::budget_facts::BudgetFacts;
use super::document_item::DocumentItem;
use super::source_list::SourceList;
use super::{Views, in_time};
use crate::components::{CountryLinks, EventItem, ExternalLink, Fact, Link, PartyList, Piece, Quoting, SourceMarks};
use crate::domain::facet::Facet;
use crate::domain::party::Role;
use crate::domain::project::Project as Record;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::stated::Dated;
use crate::domain::timeline::entry::{EntryId, Sort};
use crate::domain::timeline::{Timeline as Entries, TimelineQuery, beside};
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;

/// One project, but for what depends on the list that the visitor came from, and the drawing of its time.
pub fn parts(project: &Record) -> Views {
    let data = use_site().dataset;
    let note = (project.thin || project.note.is_some()).then(|| note(project));
    let differences = project.sources.iter().any(|it| !it.states.is_empty()).then(|| differences(project));
    let events = data.events_of(&project.id).next().is_some().then(|| events(project));
    let documents = data.documents_of(&project.id).next().is_some().then(|| documents(project));
    let below = [note, differences, related(project), events, documents];
    vec![
        ("above", super::untranslated(&project.foreign).into_iter().collect()),
        ("facts", facts(project)),
        ("more-facts", more_facts(project)),
        ("countries", vec![countries()]),
        ("below", below.into_iter().flatten().collect()),
        ("time", time(project)),
        ("sources", vec![sources(project)]),
    ]
}

/// What a reader scans for, in the order of the predecessor, as far as the status.
fn facts(project: &Record) -> Vec<AnyView> {
    let data = use_site().dataset;
    let not_stated = || view! { <span class="unknown">{words().not_stated}</span> }.piece();
    let types = project.types.iter().filter_map(|id| data.types.get(id)).map(|it| {
        let to = Route::Projects(ProjectQuery::only(Facet::Type, &it.id));
        let name = it.name.clone();
        view! { <li><Link to>{name}</Link></li> }.piece()
    });
    let types = (!project.types.is_empty()).then(|| {
        let by =
            project.types_by.and_then(|by| words().types_by(by)).map(|by| view! { <p class="small">{by}</p> }.piece());
        view! { <ul class="inline-list">{types.collect::<Vec<_>>()}</ul> {by} }.piece()
    });
    let [donors, implementers, beneficiaries] = Role::ALL.map(|role| {
        let list = project.in_role(role);
        if list.is_empty() { not_stated().into_any() } else { view! { <PartyList parties=list.to_vec()/> }.piece() }
    });
    let types = types.unwrap_or_else(|| not_stated().into_any());
    let period = match &project.period {
        Some(dated) => {
            view! { <PeriodFacts lang=project.language_of(dated.source) dated=dated.clone() marked=true/> }.piece()
        }
        None => not_stated().into_any(),
    };
    let budget = match &project.budget {
        Some(budget) => {
            view! { <BudgetFacts budget=budget.clone() marked=true lang=project.language_of(budget.source)/> }.piece()
        }
        None => not_stated().into_any(),
    };
    let countries = if project.countries.is_empty() {
        not_stated().into_any()
    } else {
        view! { <CountryLinks ids=project.countries.clone()/> }.piece()
    };
    vec![
        view! { <Fact label=words().country>{countries}</Fact> }.piece(),
        view! { <Fact label=words().published().project_type>{types}</Fact> }.piece(),
        view! { <Fact label=words().period>{period}</Fact> }.piece(),
        view! { <Fact label=words().role(Role::Donor)>{donors}</Fact> }.piece(),
        view! { <Fact label=words().budget>{budget}</Fact> }.piece(),
        view! { <Fact label=words().role(Role::Beneficiary)>{beneficiaries}</Fact> }.piece(),
        view! { <Fact label=words().role(Role::Implementer)>{implementers}</Fact> }.piece(),
    ]
}

/// The facts after the status.
fn more_facts(project: &Record) -> Vec<AnyView> {
    let data = use_site().dataset;
    let kind = words().kind(project.kind).map(|kind| view! { <Fact label=words().entry>{kind}</Fact> }.piece());
    let others = (!project.other_titles.is_empty()).then(|| {
        let titles = project
            .other_titles
            .iter()
            .map(|title| view! { <li lang=data.tongue.of_plain()>{title.clone()}</li> }.piece())
            .collect::<Vec<_>>();
        view! { <Fact label=words().published().other_titles><ul class="plain-list">{titles}</ul></Fact> }.piece()
    });
    kind.into_iter().chain(others).collect()
}

/// The way to every country.
fn countries() -> AnyView {
    let all: Vec<Slug> = use_site().dataset.countries.iter().map(|it| it.id.clone()).collect();
    view! { <nav class="country-line" aria-labelledby="all-countries"><p id="all-countries">{words().published().partner_countries} ":"</p> <CountryLinks ids=all/></nav> }.piece()
}

fn events(project: &Record) -> AnyView {
    let data = use_site().dataset;
    let item = |event| view! { <EventItem event on_page_of=project.id.clone()/> }.piece();
    let items = data.events_of(&project.id).map(item).collect::<Vec<_>>();
    view! { <section><h2>{words().events}</h2><ul class="entries">{items}</ul></section> }.piece()
}

fn documents(project: &Record) -> AnyView {
    let data = use_site().dataset;
    let item = |document| view! { <DocumentItem document/> }.piece();
    let items = data.documents_of(&project.id).map(item).collect::<Vec<_>>();
    view! { <section><h2>{words().documents}</h2><ul class="entries">{items}</ul></section> }.piece()
}

fn note(project: &Record) -> AnyView {
    view! {
        <section>
            <h2>{words().note}</h2>
            {project.note.clone().map(|note| view! { <p lang=project.foreign.of("note")>{note}</p> }.piece())}
            {project.thin.then(|| view! { <p>{words().published().thin}</p> }.piece())}
        </section>
    }
    .piece()
}

fn sources(project: &Record) -> AnyView {
    view! {
        <section aria-labelledby="sources">
            <h2 id="sources">{words().sources}</h2>
            <SourceList sources=project.sources.clone()/>
            <Correction project=project.clone()/>
        </section>
    }
    .piece()
}

/// What ran at the same time, in words.
fn time(project: &Record) -> Vec<AnyView> {
    let site = use_site();
    let list = beside(project);
    let name = words::timeline::around(&list, &site.names());
    let to = Route::Timeline(TimelineQuery::default().with_list(list));
    let entry = EntryId { sort: Sort::Project, id: project.id.clone() };
    let entries = site.ask(|catalogue| Entries::of_project(project, &site.dataset, catalogue));
    vec![in_time::at_large(to, name), in_time::list(&entries, &Some(entry))]
}

/// A period as read and as written, or as written alone.
#[component]
fn PeriodFacts(
    dated: Dated,
    /// The language of its source, where that is known.
    lang: Option<String>,
    /// Print the footnote mark of its source.
    #[prop(optional)]
    marked: bool,
) -> impl IntoView {
    let sentence = words::dated(Some(&dated));
    let mark = marked.then(|| view! { <SourceMarks numbers=vec![dated.source]/> }.piece());
    let written = dated.as_written.unwrap_or_default();
    if dated.period.is_none() {
        return view! { <p><Quoting sentence words=written lang/> {mark}</p> }.piece();
    }
    let as_written = (!written.is_empty()).then(|| {
        let sentence = words().as_written(&written);
        view! { <p class="as-written"><Quoting sentence words=written lang/></p> }.piece()
    });
    view! { <p>{sentence} {mark}</p> {as_written} }.piece()
}

/// What single sources state otherwise.
fn differences(project: &Record) -> AnyView {
    let stating = project.sources.iter().enumerate().filter(|(_, source)| !source.states.is_empty());
    let rows = stating.map(|(index, source)| {
        let (states, lang) = (source.states.clone(), source.language.clone());
        let title = states.title.map(|title| view! { <Fact label=words().title>{title}</Fact> }.piece());
        let period = states.period.map(|dated| {
            let lang = lang.clone();
            view! { <Fact label=words().period><PeriodFacts dated lang/></Fact> }.piece()
        });
        let donors = (!states.donors.is_empty())
            .then(|| view! { <Fact label=words().donors><PartyList parties=states.donors/></Fact> }.piece());
        let budget = states.budget.map(|budget| {
            let lang = lang.clone();
            view! { <Fact label=words().budget><BudgetFacts budget lang/></Fact> }.piece()
        });
        let status = states.status.map(|it| {
            let sentence = words::status_stated(it.status, it.as_written.as_deref());
            let quoted = it.as_written.unwrap_or_default();
            view! { <Fact label=words().status><Quoting sentence words=quoted lang/></Fact> }.piece()
        });
        view! {
            <li>
                <p><strong>{source.publisher.clone()}</strong> <SourceMarks numbers=vec![index + 1]/></p>
                <dl class="facts">{title} {period} {donors} {budget} {status}</dl>
            </li>
        }
        .piece()
    });
    view! {
        <section class="differences">
            <h2>{words().published().differences}</h2>
            <p>{words().published().differences_lead}</p>
            <ul class="plain-list">{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
    .piece()
}

fn related(project: &Record) -> Option<AnyView> {
    let data = use_site().dataset;
    let one = |label: &'static str, record: &Record| {
        let to = Route::Project(record.id.clone(), ProjectQuery::default());
        let period = record.period.as_ref().map(|it| format!(" ({})", words::dated(Some(it))));
        let title = record.title.clone();
        view! { <li><span class="relation">{label}</span> " " <Link to>{title}</Link> {period}</li> }.piece()
    };
    let find = |id: &Slug| data.projects.get(id);
    let mut rows = Vec::new();
    rows.extend(project.part_of.iter().filter_map(find).map(|it| one(words().part_of, it)));
    rows.extend(data.components_of(&project.id).map(|it| one(words().published().component, it)));
    rows.extend(project.follows.iter().filter_map(find).map(|it| one(words().follows, it)));
    rows.extend(data.successors_of(&project.id).map(|it| one(words().published().followed_by, it)));
    (!rows.is_empty()).then(|| {
        view! { <section><h2>{words().published().related}</h2><ul class="plain-list">{rows}</ul></section> }.piece()
    })
}

/// The way to send a correction, when the publisher has named one.
#[component]
fn Correction(project: Record) -> impl IntoView {
    let site = use_site();
    let meta = &site.dataset.meta;
    meta.contact.clone().map(|contact| {
        let subject = words().correct_subject(&project.title, &project.id, &meta.data_version);
        let href = if contact.starts_with("mailto:") {
            format!(
                "{contact}{}",
                crate::domain::query_string::print([("subject", subject.as_str())]).replace('+', "%20")
            )
        } else {
            contact
        };
        view! { <p><ExternalLink href text=words().published().correct.to_owned()/></p> }.piece()
    })
}
