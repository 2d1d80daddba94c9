//! Everything that has a place in time: drawn on an axis, and as a list by year; filters, range, grouping and selection
//! all in the address.

use crate::browser;
use crate::components::{
    Checklist, Chip, Choice, Counted, CountryLinks, Drawing, EventItem, FilterChips, FilterPanel, Link, PageHeading,
    Pager, Piece, StatusTag, UntranslatedTitles, at_rest, effect, later, live, on, still,
};
use crate::domain::catalogue::names::Names;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use crate::domain::timeline::{Answer, Entry, Timeline as Entries, TimelineQuery, query::key};
use crate::site::{Searchable, Step, use_go, use_site};
use crate::words::list as say_list;
use crate::words::timeline as say;
use crate::words::{self, words};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use time::Date;

/// The id of the heading of the results.
const RESULTS: &str = "results";

/// How long the visitor must pause until what cannot be seen is brought up to date.
const REST: Duration = Duration::from_millis(300);

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    view! {
        <PageHeading text=words::page_name(&Route::Timeline(TimelineQuery::default()), &use_site().dataset)/>
        <p class="lead">{words().timeline.lead}</p>
        <UntranslatedTitles/>
        {later(asked)}
    }
    .piece()
}

/// The filters, and what they find.
fn asked() -> AnyView {
    let site = use_site();
    let route = site.route;
    let query = Memo::new(move |before: Option<&TimelineQuery>| match route.get() {
        Route::Timeline(query) => query,
        // The address has moved on and this page is about to go: keep what it shows.
        _ => before.cloned().unwrap_or_default(),
    });
    let step = use_go();
    let go = Callback::new(move |(query, how): (TimelineQuery, Step)| step(&Route::Timeline(query), how));
    let timeline = site.timeline();
    // How the drawing looks is no question: moving it asks nothing anew.
    let asked = Memo::new(move |_| {
        let query = query.get();
        TimelineQuery { list: query.list.at(Default::default()), kinds: query.kinds, ..TimelineQuery::default() }
    });
    let answer = {
        let (site, timeline) = (site.clone(), timeline.clone());
        Memo::new(move |_| {
            site.searchable.track();
            site.ask(|catalogue| timeline.ask(&asked.get(), catalogue))
        })
    };
    let names: Signal<Arc<Names>> = {
        let site = site.clone();
        Signal::derive(move || {
            answer.track();
            site.names()
        })
    };
    let found = Memo::new(move |_| answer.with(|answer| answer.found.clone()));
    let choose = Callback::new(move |query: TimelineQuery| {
        go.run((query, Step::Push));
        browser::return_to(RESULTS);
    });
    let kinds = {
        let mut kinds: Vec<Slug> = timeline.entries.iter().filter_map(Entry::kind).collect();
        kinds.dedup();
        let kinds = crate::domain::sorted::set_of(kinds).into_iter().collect();
        let kinds = sorted_by_key(kinds, |kind: &Slug| (kind.as_str() != TimelineQuery::PROJECT, kind.clone()));
        let choices = kinds.into_iter().map(|value| {
            let (counted, picked) = (value.clone(), value.clone());
            let count = move || answer.with(|answer| answer.by_kind.get(&counted).copied().unwrap_or(0));
            let label = say::kind_name(&value);
            let picked = Signal::derive(move || query.with(|query| query.kinds.contains(&picked)));
            Choice { value, label, count: Signal::derive(count), picked }
        });
        let choices = choices.collect();
        let toggle =
            Callback::new(move |kind: Slug| choose.run(query.with_untracked(|it| it.with_kind_toggled(&kind))));
        view! { <Checklist legend=words().timeline.kind name=key::KIND choices alive=site.alive toggle/> }.piece()
    };
    let list = Memo::new(move |_| query.with(|query| query.list.clone()));
    let settled = Memo::new(move |before: Option<&TimelineQuery>| match site.settled.get() {
        Route::Timeline(query) => query,
        _ => before.cloned().unwrap_or_else(|| query.get_untracked()),
    });
    let rested = RwSignal::new(());
    let mut rest = debounce(REST, move |()| {
        let _ = rested.try_set(());
    });
    effect(move || {
        settled.track();
        rest(());
    });
    let counted = Counted {
        query: list,
        settled: Memo::new(move |_| settled.with(|query| query.list.clone())),
        rested,
        names,
        counts: Memo::new(move |_| answer.with(|answer| answer.counts.clone())),
        to: Callback::new(move |list| Route::Timeline(settled.with(|query| query.with_list(list)))),
    };
    let asks = move |list: ProjectQuery| query.with_untracked(|query| query.with_list(list));
    let chosen = Callback::new(move |list: ProjectQuery| {
        choose.run(asks(list));
        // A value that the data does not know goes when it is unticked.
        browser::rescue_focus(RESULTS);
    });
    let adjust = Callback::new(move |list: ProjectQuery| go.run((asks(list), Step::Push)));
    let goes = Callback::new(move |(list, step): (ProjectQuery, Step)| go.run((asks(list), step)));
    let chips = Signal::derive(move || {
        let (query, names) = (query.get(), names.get());
        let parts = query.list.parts().into_iter().map(|part| {
            let (kind, value) = say_list::part_name(&part, &query.list, &names);
            Chip { kind, value, without: Route::Timeline(query.with_list(query.list.without(&part))) }
        });
        let kinds = query.kinds.iter().map(|kind| Chip {
            kind: words().timeline.kind.into(),
            value: say::kind_name(kind),
            without: Route::Timeline(query.with_kind_toggled(kind)),
        });
        parts.chain(kinds).collect::<Vec<_>>()
    });
    let cleared = Signal::derive(move || Route::Timeline(query.with(TimelineQuery::cleared)));
    // Memos, as everything that reads both the question and its answer: an effect that reads what follows from a signal
    // before the signal itself misses its changes (reactive_graph 0.2, `MemoInner::update_if_necessary`).
    let question = Memo::new(move |_| words().timeline_question(&query.get(), &names.get()));
    let searchable = site.searchable;
    let count = Memo::new(move |_| {
        answer.with(|it| match (it.waits_for_words, searchable.get()) {
            (true, Searchable::Never) => words().list.no_words.to_owned(),
            (true, _) => words().list.loading_words.to_owned(),
            _ => say::count(it.found.len(), it.of),
        })
    });
    // Not a mere signal: moving the drawing must not make the list anew.
    let place = Memo::new(move |_| {
        let (page, pages) = (query.with(TimelineQuery::page), answer.with(Answer::pages));
        (if page > pages { 1 } else { page }, pages)
    });
    let to_page = Callback::new(move |number: usize| Route::Timeline(query.with(|query| query.at(number))));
    let to_list = Signal::derive(move || Route::Projects(query.with(|query| query.list.at(Default::default()))));
    // One selection: what is looked at in the drawing is marked in the list.
    let selected = Memo::new(move |_| query.with(|query| query.entry.as_ref().map(|entry| format!("entry-{entry}"))));
    effect(move || browser::mark_selected(selected.get()));
    effect(move || {
        // The list is made anew.
        answer.track();
        browser::mark_selected(selected.get_untracked());
    });
    let drawn = timeline.clone();
    let day_of_data = site.dataset.meta.as_of;
    let day = Memo::new(move |_| query.with(|query| query.list.as_of).unwrap_or(day_of_data));
    // Whoever comes back from the page of an entry finds the keyboard at its link.
    let follow = move |click: MouseEvent| {
        if let Some(link) = browser::followed(&click) {
            browser::keep_entry_link(&link);
        }
    };
    let panel = later(move || {
        view! { <FilterPanel counted choose=chosen adjust goes results=RESULTS found=count.into() first=Some(kinds)/> }
            .piece()
    });
    let body = later(move || {
        view! {
            <section class="body" aria-labelledby=RESULTS on:click=on(follow)>
                <h2 id=RESULTS tabindex="-1">{question}</h2>
                <p class="results-count">{count}</p>
                <p class="visually-hidden" role="status">{at_rest(move || format!("{} – {}", count.get(), question.get()))}</p>
                <FilterChips chips cleared results=RESULTS/>
                <p class="small"><Link to=to_list>{words().timeline.see_list}</Link></p>
                {later(move || view! { <Drawing timeline=drawn found names query go about=None/> }.piece())}
                <EntryList timeline answer place names day/>
                <Pager place to=to_page other=None results=RESULTS/>
                <p class="small">{words().timeline.filters_note}</p>
            </section>
        }
        .piece()
    });
    view! { <div class="with-side">{panel} {body}</div> }.piece()
}

/// The entries of a page by year, with the years to jump to.
#[component]
fn EntryList(
    timeline: Arc<Entries>,
    answer: Memo<Answer>,
    place: Memo<(usize, usize)>,
    names: Signal<Arc<Names>>,
    /// The day of which the statuses are.
    day: Memo<Date>,
) -> impl IntoView {
    live(move || {
        let (names, day) = (names.get(), day.get());
        let years = answer.with(|answer| timeline.years(answer, place.get().0));
        let index = years.iter().map(|(year, entries)| {
            view! {
                <li>
                    <a href=format!("#{}", anchor(*year)) rel="external">{say::year(*year)}</a>
                    " " <span class="count">{words().number(entries.len())}</span>
                </li>
            }
            .piece()
        });
        let index: Vec<_> = index.collect();
        let index = (!index.is_empty()).then(|| {
            view! { <nav class="year-index" aria-label=words().timeline.jump_to_year><ul>{index}</ul></nav> }.piece()
        });
        let none = years.is_empty().then(|| view! { <p class="unknown">{words().timeline.no_entries}</p> }.piece());
        let years = years.iter().map(|(year, entries)| {
            let id = anchor(*year);
            let (timeline, names) = (timeline.clone(), names.clone());
            let (year, entries) = (*year, entries.clone());
            still(move || {
                let entries = entries.iter().map(|at| item(&timeline, *at, &names, day));
                view! {
                    <section class="year" aria-labelledby=id.clone()>
                        <h3 id=id.clone() tabindex="-1">{say::year(year)}</h3>
                        <ul class="entries">{entries.collect::<Vec<_>>()}</ul>
                    </section>
                }
                .piece()
            })
        });
        view! {
            {none}
            {index}
            {years.collect::<Vec<_>>()}
        }
        .piece()
    })
}

/// An entry of the list.
fn item(timeline: &Entries, at: usize, names: &Names, day: Date) -> AnyView {
    let entry = &timeline.entries[at];
    let id = format!("entry-{}", entry.id());
    let extra = match entry {
        Entry::Event(event) => {
            let event: &crate::domain::event::Event = event;
            return view! { <EventItem event id/> }.piece();
        }
        Entry::Project(project) => {
            let standing = project.day_facts().standing(day);
            Some(view! { <StatusTag standing/> }.piece())
        }
        Entry::Strategy(_) | Entry::Agreement(_) => None,
    };
    let to = Route::of_entry(entry);
    let (title, lang) = (entry.title().to_owned(), entry.tongue());
    let is_project = matches!(entry, Entry::Project(_));
    view! {
        <li class="entry" class:entry-project=is_project class:entry-frame=!is_project id=id>
            <p class="entry-date">
                {say::when(entry)} " "
                <span class="entry-kind">{say::kind_of(entry)}</span>
            </p>
            <p class="entry-title"><Link to lang>{title}</Link></p>
            <div class="entry-facts small">
                <CountryLinks ids=timeline.countries(at, names)/>
                {extra}
            </div>
        </li>
    }
    .piece()
}

fn anchor(year: Option<i32>) -> String {
    year.map_or_else(|| "undated".to_owned(), |year| format!("y{year}"))
}
