//! Projects and events in order of time, by year, with two filters, all of it in the address.

use crate::browser;
use crate::components::{
    Checklist, Chip, Choice, CountryLinks, EventItem, FilterChips, Link, PageHeading, Pager, Piece, StatusTag, live,
    text,
};
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use crate::domain::timeline::{Entry, Filter, TimelineQuery, run};
use crate::site::{Step, use_go, use_site};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the line that counts the entries.
const RESULTS: &str = "results";

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let site = use_site();
    let route = site.route;
    let query = Memo::new(move |before: Option<&TimelineQuery>| match route.get() {
        Route::Timeline(query) => query,
        // The address has moved on and this page is about to go: keep what it shows.
        _ => before.cloned().unwrap_or_default(),
    });
    let go = use_go();
    let toggle = move |filter: Filter| {
        let go = go.clone();
        Callback::new(move |value: Slug| {
            go(&Route::Timeline(query.get_untracked().toggled(filter, &value)), Step::Push);
            browser::return_to(RESULTS);
        })
    };
    // Names are those of the day of the data: the timeline asks for no other.
    let (projects, names) = site.ask(|catalogue| {
        catalogue.run(&ProjectQuery::default());
        (Arc::new(catalogue.all_listed()), catalogue.names())
    });
    let figures = {
        let (data, projects, names) = (site.dataset.clone(), projects.clone(), names.clone());
        Memo::new(move |_| {
            let timeline = run(&projects, data.events.values(), &names, &query.get());
            (timeline.counts, timeline.total, timeline.of, (timeline.page + 1, timeline.pages))
        })
    };
    let everything = run(&projects, site.dataset.events.values(), &names, &TimelineQuery::default());
    let checklists = Filter::ALL.map(|filter| {
        let at = filter as usize;
        let values: Vec<Slug> = everything.counts[at].keys().cloned().collect();
        let values = sorted_by_key(values, |value| match filter {
            Filter::Country => site.dataset.countries.iter().position(|it| it.id == *value),
            Filter::Kind => Some(usize::from(value.as_str() != TimelineQuery::PROJECT)),
        });
        let choices = values
            .into_iter()
            .map(|value| {
                let label = words::timeline_value(filter, &value, &site.dataset, &names);
                let (counted, picked) = (value.clone(), value.clone());
                let count =
                    Signal::derive(move || figures.with(|(counts, ..)| counts[at].get(&counted).copied().unwrap_or(0)));
                let picked = Signal::derive(move || query.with(|it| it.values(filter).contains(&picked)));
                Choice { value, label, count, picked }
            })
            .collect();
        let legend = words::timeline_filter(filter);
        view! { <Checklist legend name=filter.key() choices alive=site.alive toggle=toggle(filter)/> }.piece()
    });
    let chips = {
        let (data, names) = (site.dataset.clone(), names.clone());
        Signal::derive(move || {
            let query = query.get();
            let mut chips = Vec::new();
            for filter in Filter::ALL {
                for value in query.values(filter) {
                    chips.push(Chip {
                        kind: words::timeline_filter(filter).into(),
                        value: words::timeline_value(filter, value, &data, &names),
                        without: Route::Timeline(query.toggled(filter, value)),
                    });
                }
            }
            chips
        })
    };
    let data = site.dataset.clone();
    let day = data.meta.as_of;
    let to_page = Callback::new(move |number: usize| {
        Route::Timeline(query.with(|query| TimelineQuery { page: number - 1, ..query.clone() }))
    });
    let place = Signal::derive(move || figures.with(|it| it.3));
    let count = text(move || figures.with(|(_, total, of, _)| words::entries_count(*total, *of)));
    let list = live(move || {
        let timeline = run(&projects, data.events.values(), &names, &query.get());
        let index = timeline.years.iter().map(|(year, entries)| {
            view! {
                <li>
                    <a href=format!("#{}", anchor(*year)) rel="external">{words::year(*year)}</a>
                    " " <span class="count">{words::number(entries.len())}</span>
                </li>
            }
            .piece()
        });
        let index: Vec<_> = index.collect();
        let index = (!index.is_empty())
            .then(|| view! { <nav class="year-index" aria-label=words::JUMP_TO_YEAR><ul>{index}</ul></nav> }.piece());
        let years = timeline.years.iter().map(|(year, entries)| {
            let id = anchor(*year);
            let entries = entries.iter().map(|entry| match entry {
                Entry::Project(project) => {
                    let to = Route::Project(project.id.clone(), ProjectQuery::default());
                    let title = project.title.clone();
                    view! {
                        <li class="entry entry-project">
                            <p class="entry-date">
                                {words::dated(project.period.as_ref())} " "
                                <span class="entry-kind">{words::PROJECT}</span>
                            </p>
                            <p class="entry-title"><Link to>{title}</Link></p>
                            <div class="entry-facts small">
                                <CountryLinks ids=names.stated(Facet::Country, project)/>
                                <StatusTag standing=project.day_facts().standing(day)/>
                            </div>
                        </li>
                    }
                    .piece()
                }
                Entry::Event(event) => view! { <EventItem event/> }.piece(),
            });
            view! {
                <section class="year" aria-labelledby=id.clone()>
                    <h2 id=id.clone() tabindex="-1">{words::year(*year)}</h2>
                    <ul class="entries">{entries.collect::<Vec<_>>()}</ul>
                </section>
            }
            .piece()
        });
        let none = (timeline.total == 0).then(|| view! { <p class="unknown">{words::NO_ENTRIES}</p> }.piece());
        view! {
            {none}
            {index}
            {years.collect::<Vec<_>>()}
        }
        .piece()
    });
    view! {
        <PageHeading text=words::page_name(&Route::Timeline(TimelineQuery::default()), &site.dataset)/>
        <p class="lead">{words::TIMELINE_LEAD}</p>
        <div class="with-side">
            <div class="side filters open">
                <h2 class="filters-heading">{words::list::FILTERS}</h2>
                <div class="filters-body">{checklists.into_iter().collect::<Vec<_>>()}</div>
            </div>
            <div class="body">
                <p class="results-count" id=RESULTS tabindex="-1" role="status">{count}</p>
                <FilterChips chips cleared=Route::Timeline(TimelineQuery::default()) results=RESULTS/>
                {list}
                <Pager place to=to_page other=None results=RESULTS/>
            </div>
        </div>
    }
    .piece()
}

fn anchor(year: Option<i32>) -> String {
    year.map_or_else(|| "undated".to_owned(), |year| format!("y{year}"))
}
