//! The related projects database: a list with filters, words and orders, all of them in the address.

use crate::browser;
use crate::components::{Checklist, Chip, Choice, FilterChips, PageHeading, Piece, ProjectCard, SearchBox};
use crate::domain::facet::Facet;
use crate::domain::query::{ProjectQuery, Sort};
use crate::domain::route::Route;
use crate::domain::search;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use crate::site::{Site, Step, use_go, use_site};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the heading of the results.
const RESULTS: &str = "results";

/// The list of projects.
#[component]
pub fn Projects() -> impl IntoView {
    let site = use_site();
    let route = site.route;
    let query = Memo::new(move |before: Option<&ProjectQuery>| match route.get() {
        Route::Projects(query) => query,
        // The address has moved on and this page is about to go: keep what it shows.
        _ => before.cloned().unwrap_or_default(),
    });
    let results = {
        let site = site.clone();
        Memo::new(move |_| {
            let data = &site.dataset;
            Arc::new(search::run(data, &site.index, &query.get(), data.meta.as_of))
        })
    };
    let go = use_go();
    let toggle = move |facet: Facet| {
        let go = go.clone();
        Callback::new(move |value: Slug| {
            go(&Route::Projects(query.get_untracked().toggled(facet, &value)), Step::Push);
            browser::return_to(RESULTS);
        })
    };
    let go = use_go();
    let ask = Callback::new(move |(text, done): (String, bool)| {
        let asked = query.get_untracked();
        if asked.with_text(&text) != asked {
            // The first letter is a step to come back from; the others only refine it.
            let step = if done || asked.text.is_empty() { Step::Push } else { Step::Replace };
            go(&Route::Projects(asked.with_text(&text)), step);
            browser::return_to(RESULTS);
        }
    });
    let everything = search::run(&site.dataset, &site.index, &ProjectQuery::default(), site.dataset.meta.as_of);
    let checklists = Facet::ALL.map(|facet| {
        let values = everything.counts.get(&facet).into_iter().flatten().map(|(value, _)| value.clone()).collect();
        let choices = choices(&site, facet, values)
            .into_iter()
            .map(|(value, label)| {
                let (counted, picked) = (value.clone(), value.clone());
                let count = Signal::derive(move || {
                    results.with(|it| it.counts.get(&facet).and_then(|it| it.get(&counted)).copied().unwrap_or(0))
                });
                let picked = Signal::derive(move || query.with(|it| it.has(facet, &picked)));
                Choice { value, label, count, picked }
            })
            .collect();
        let legend = words::facet_name(facet);
        view! { <Checklist legend name=facet.key() choices alive=site.alive toggle=toggle(facet)/> }.piece()
    });
    let chips = {
        let site = site.clone();
        Signal::derive(move || chips(&site, &query.get()))
    };
    let cleared = Signal::derive(move || Route::Projects(query.get().cleared()));
    let orders = Sort::TABLE.map(|(_, sort)| {
        let to = Signal::derive(move || Route::Projects(query.get().with_sort(sort)));
        let current = move || (query.get().sort == sort).then_some("true");
        let site = use_site();
        let href = move || site.href(&to.get());
        view! { <li><a href=href data-noscroll="" aria-current=current>{words::sort_name(sort)}</a></li> }.piece()
    });
    let open = RwSignal::new(false);
    let count = move || results.with(|it| words::results_count(it.rows.len(), it.of));
    let none = Memo::new(move |_| results.with(|it| it.rows.is_empty()));
    let data = site.dataset.clone();
    let rows = move || results.with(|it| it.rows.clone());
    let card = move |id: Slug| {
        data.projects.get(&id).map(|project| view! { <li class="card"><ProjectCard project from=query/></li> }.piece())
    };
    view! {
        <PageHeading text=words::page_name(&Route::Projects(ProjectQuery::default()), &site.dataset)/>
        <p class="lead">{words::PROJECTS_LEAD}</p>
        <div class="with-side">
            <div class="side filters" class:open=move || open.get()>
                <a class="skip-link" href="#results" rel="external">{words::TO_RESULTS}</a>
                <h2 class="filters-heading">{words::FILTERS}</h2>
                <SearchBox name=ProjectQuery::TEXT text=Signal::derive(move || query.get().text) alive=site.alive ask/>
                <button
                    type="button"
                    class="filters-button"
                    aria-controls="filters"
                    aria-expanded=move || open.get().to_string()
                    disabled=move || !site.alive.get()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {words::SHOW_FILTERS}
                </button>
                <div id="filters" class="filters-body">
                    {checklists.into_iter().collect::<Vec<_>>()}
                    <p class="to-results"><a href="#results" rel="external">{move || words::show_results(results.with(|it| it.rows.len()))}</a></p>
                </div>
            </div>
            <section class="body" aria-labelledby="results">
                <div class="results-head">
                    <h2 id=RESULTS tabindex="-1">{count}</h2>
                    // Beside the heading, not in it: a live region inside would take the heading's name away.
                    <p class="visually-hidden" role="status">{count}</p>
                    <nav class="orders" aria-label=words::SORT_LABEL>
                        <span aria-hidden="true">{words::SORT_LABEL} ":"</span>
                        <ul>{orders.into_iter().collect::<Vec<_>>()}</ul>
                    </nav>
                </div>
                <FilterChips chips cleared results=RESULTS/>
                {move || none.get().then(|| view! { <p class="unknown">{words::NO_RESULTS}</p> }.piece())}
                <ul class="cards">
                    <For each=rows key=Slug::clone children=card/>
                </ul>
                <p class="small">{words::COUNTED_ONCE}</p>
            </section>
        </div>
    }
    .piece()
}

/// The values of a facet with their names, in the order in which they are offered: countries and statuses in their
/// own order, the others by name, "Not stated" last.
fn choices(site: &Site, facet: Facet, values: Vec<Slug>) -> Vec<(Slug, String)> {
    let data = &site.dataset;
    let place = |value: &Slug| match facet {
        Facet::Country => data.countries.iter().position(|country| country.id == *value),
        Facet::Status => crate::domain::status::Status::ALL.iter().position(|it| it.id() == value.as_str()),
        Facet::Type | Facet::Donor => None,
    };
    let choices = values.into_iter().map(|value| (value.clone(), words::facet_value(facet, &value, data))).collect();
    sorted_by_key(choices, |(value, name): &(Slug, String)| {
        (value.as_str() == Facet::NOT_STATED, place(value), name.to_lowercase())
    })
}

fn chips(site: &Site, query: &ProjectQuery) -> Vec<Chip> {
    let mut chips = Vec::new();
    if !query.text.is_empty() {
        chips.push(Chip {
            kind: words::TEXT_KIND.into(),
            value: words::text_chip(&query.text),
            without: Route::Projects(query.with_text("")),
        });
    }
    for (facet, value) in query.picks() {
        chips.push(Chip {
            kind: words::facet_name(facet).into(),
            value: words::facet_value(facet, value, &site.dataset),
            without: Route::Projects(query.toggled(facet, value)),
        });
    }
    chips
}
