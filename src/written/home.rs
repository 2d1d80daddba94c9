//! The first page: what this is, how much is in it, and the ways in.

use super::Views;
use super::figure::FigureView;
use super::flag::Flag;
use crate::components::{EventItem, Link, PageHeading, Piece};
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use crate::domain::status::Status;
use crate::domain::timeline::TimelineQuery;
use crate::domain::timeline::{self, LATEST_EVENTS};
use crate::site::{Site, use_site};
use crate::words::{self, published, words};
use leptos::prelude::*;
use std::cmp::Reverse;

/// How many types and donors the page names; the list has them all.
const TOP: usize = 10;

/// The first page, but for its field for words.
pub fn parts() -> Views {
    let all = words().published().home_all_types;
    let all = view! { <p><Link to=Route::Projects(ProjectQuery::default())>{all}</Link></p> }.piece();
    vec![
        ("heading", heading()),
        ("ways", ways()),
        ("questions", vec![questions()]),
        ("below", vec![countries(), figures(), years(), rankings(), all, events()]),
    ]
}

/// What this is, and how much is in it.
fn heading() -> Vec<AnyView> {
    let data = use_site().dataset;
    let totals = data.derived.totals;
    let lead = words().home_lead(totals.projects, data.countries.len(), totals.sources);
    vec![view! { <PageHeading text=words().tagline/> }.piece(), view! { <p class="lead">{lead}</p> }.piece()]
}

/// The ways to all of it.
fn ways() -> Vec<AnyView> {
    let figures = published::home_figures(&use_site().dataset).into_iter().map(|(to, number, label)| {
        view! { <li><Link to><span class="figure">{words().number(number)}</span> " " <span>{label}</span></Link></li> }
            .piece()
    });
    let figures = figures.collect::<Vec<_>>();
    let actions = view! {
        <p class="actions">
            <Link to=Route::Projects(ProjectQuery::default())>{words().published().see_projects}</Link>
            <Link to=Route::Timeline(TimelineQuery::default())>{words().published().see_timeline}</Link>
        </p>
    };
    vec![actions.piece(), view! { <ul class="figures">{figures}</ul> }.piece()]
}

/// Questions to begin with.
fn questions() -> AnyView {
    let site = use_site();
    let names = site.names();
    let questions = examples(&site).into_iter().map(|(query, found)| {
        let question = words().question(&query, &names);
        let found = words().projects_count(found);
        view! { <li><Link to=Route::Projects(query)>{question}</Link> " " <span class="count">"(" {found} ")"</span></li> }
            .piece()
    });
    let questions = questions.collect::<Vec<_>>();
    view! {
        <section class="panel" aria-labelledby="questions">
            <h2 id="questions">{words().published().home_questions}</h2>
            <ul class="questions">{questions}</ul>
        </section>
    }
    .piece()
}

fn countries() -> AnyView {
    let site = use_site();
    let counts = site.counts(&ProjectQuery::default());
    let tiles = site.dataset.countries.iter().map(|country| {
        let projects = Route::Projects(ProjectQuery::only(Facet::Country, &country.id));
        let number = counts.of(Facet::Country, &country.id);
        let name = country.name.clone();
        view! {
            <li class="tile">
                <h3><Flag code=&country.code/> <Link to=Route::Partner(country.id.clone())>{name}</Link></h3>
                <p><Link to=projects>{words().projects_count(number)}</Link></p>
            </li>
        }
        .piece()
    });
    view! {
        <section aria-labelledby="countries">
            <h2 id="countries">{words().published().home_countries}</h2>
            <div class="map-and-tiles">
                <FigureView figure=Figure::Map/>
                <ul class="tiles">{tiles.collect::<Vec<_>>()}</ul>
            </div>
        </section>
    }
    .piece()
}

fn figures() -> AnyView {
    view! {
        <section aria-labelledby="figures">
            <h2 id="figures">{words().published().in_figures}</h2>
            <FigureView figure=Figure::Active/>
            <FigureView figure=Figure::Types/>
            <FigureView figure=Figure::Money/>
        </section>
    }
    .piece()
}

/// The values of a facet but "not stated", with the number of their projects.
fn counted(facet: Facet) -> Vec<(Slug, usize)> {
    let site = use_site();
    let (names, counts) = (site.names(), site.counts(&ProjectQuery::default()));
    let stated = names.of(facet).iter().filter(|name| name.id.as_str() != Facet::NOT_STATED);
    stated.map(|name| (name.id.clone(), counts.of(facet, &name.id))).collect()
}

/// Such values, each as the link to its projects.
fn items(facet: Facet, values: impl IntoIterator<Item = (Slug, usize)>) -> Vec<AnyView> {
    let names = use_site().names();
    let item = |(value, count): (Slug, usize)| {
        let name = words::facet_value(facet, &value, &names);
        let to = Route::Projects(ProjectQuery::only(facet, &value));
        view! { <li><Link to>{name}</Link> " " <span class="count">{words().number(count)}</span></li> }.piece()
    };
    values.into_iter().map(item).collect()
}

fn years() -> AnyView {
    let years = items(Facet::Year, counted(Facet::Year));
    view! {
        <section aria-labelledby="years">
            <h2 id="years">{words().published().home_years}</h2>
            <ul class="inline-list years">{years}</ul>
        </section>
    }
    .piece()
}

fn rankings() -> AnyView {
    let top = |facet: Facet| {
        let ranked = sorted_by_key(counted(facet), |(value, count)| (Reverse(*count), value.clone()));
        items(facet, ranked.into_iter().take(TOP))
    };
    let (types, donors) = (top(Facet::Type), top(Facet::Donor));
    view! {
        <div class="columns">
            <section aria-labelledby="types">
                <h2 id="types">{words().published().home_types}</h2>
                <ol class="ranking">{types}</ol>
            </section>
            <section aria-labelledby="donors">
                <h2 id="donors">{words().published().home_donors}</h2>
                <ol class="ranking">{donors}</ol>
            </section>
        </div>
    }
    .piece()
}

fn events() -> AnyView {
    let data = use_site().dataset;
    let events = timeline::latest_first(data.events.values());
    let events =
        events.into_iter().take(LATEST_EVENTS).map(|event| view! { <EventItem event/> }.piece()).collect::<Vec<_>>();
    view! {
        <section aria-labelledby="events">
            <h2 id="events">{words().published().home_events}</h2>
            <ul class="entries">{events}</ul>
            <p><Link to=Route::Timeline(TimelineQuery::default())>{words().published().home_all_events}</Link></p>
        </section>
    }
    .piece()
}

/// Questions to begin with, each with how many projects answer it: what the country, the type and the donor with most
/// projects have to do with each other.
fn examples(site: &Site) -> Vec<(ProjectQuery, usize)> {
    site.ask(|catalogue| {
        let counts = catalogue.run(&ProjectQuery::default()).counts;
        let names = catalogue.names();
        let most = |facet: Facet| {
            let counted = names.of(facet).iter().zip(counts.get(facet as usize)?);
            let stated = counted.filter(|(name, _)| ![Facet::NOT_STATED, Facet::IN_WORDS].contains(&name.id.as_str()));
            Some((facet, stated.max_by_key(|(_, count)| **count)?.0.id.clone()))
        };
        let ongoing = Slug::new(Status::Ongoing.id()).map(|id| (Facet::Status, id));
        let asked = [
            vec![ongoing, most(Facet::Country)],
            vec![most(Facet::Type), most(Facet::Donor)],
            vec![most(Facet::Country), most(Facet::Type), most(Facet::Year)],
            vec![most(Facet::Beneficiary), most(Facet::Country)],
        ];
        let ask = |picks: Vec<Option<(Facet, Slug)>>| {
            let picks = picks.into_iter().collect::<Option<Vec<_>>>()?;
            let query =
                picks.iter().fold(ProjectQuery::default(), |query, (facet, value)| query.toggled(*facet, value));
            let found = catalogue.total(&query);
            (found > 0).then_some((query, found))
        };
        // A list of one or two is no beginning while there are others.
        let found = asked.into_iter().filter_map(ask).collect();
        sorted_by_key(found, |(_, found): &(ProjectQuery, usize)| *found < 3).into_iter().take(3).collect()
    })
}
