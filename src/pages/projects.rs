//! The related projects database: a list with filters, words and orders, all of them in the address.

use crate::browser;
use crate::components::{
    Asked, Chip, Counted, FilterChips, FilterPanel, Link, Menu, PageHeading, Pager, Piece, ResultList, SaveMenu,
    UntranslatedTitles, at_rest, effect, flag, later, live, live_option, mark, on, query_link, text,
};
use crate::domain::catalogue::Results;
use crate::domain::catalogue::listed::Listed;
use crate::domain::catalogue::names::Names;
use crate::domain::catalogue::suggest::Removal;
use crate::domain::column::Column;
use crate::domain::facet::Facet;
use crate::domain::part::Part;
use crate::domain::query::{PICK_LIMIT, Page, ProjectQuery, View};
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::sort::Sort;
use crate::site::{Searchable, Site, Step, use_go, use_site};
use crate::words::list as say;
use crate::words::{self, words};
use leptos::ev::MouseEvent;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The id of the heading of the results.
const RESULTS: &str = "results";

/// How long a pause is in which what cannot be seen is brought up to date.
const REST: Duration = Duration::from_millis(300);

/// Everything that the page shows of a question.
#[derive(Clone, Debug, PartialEq)]
struct Answer {
    results: Results,
    rows: Arc<Vec<Arc<Listed>>>,
    counts: Arc<Vec<Vec<u32>>>,
    also: Vec<String>,
    wanted: Vec<String>,
    /// When nothing matches: what to try.
    removal: Option<Removal>,
    meant: Option<(ProjectQuery, usize)>,
    /// How many match everything but the period, and state none.
    dateless: Option<(ProjectQuery, usize)>,
}

fn answer(site: &Site, query: &ProjectQuery) -> (Answer, Arc<Names>) {
    site.ask(|catalogue| {
        let mut results = catalogue.run(query);
        let rows = Arc::new(results.rows.iter().map(|row| Arc::new(catalogue.listed(*row))).collect());
        let counts = Arc::new(std::mem::take(&mut results.counts));
        let names = catalogue.names();
        // Of the projects ticked, no words are asked.
        let wanted = catalogue.fold(if query.only_picks { "" } else { query.words() });
        let also = names.also(&wanted).into_iter().map(str::to_owned).collect();
        let nothing = results.total == 0 && !results.waits_for_words;
        let removal = nothing.then(|| catalogue.best_removal(query)).flatten();
        let meant = nothing.then(|| catalogue.did_you_mean(query)).flatten();
        let dateless = (query.active.is_asked() && !query.only_picks).then(|| {
            let not_stated = Slug::new(Facet::NOT_STATED)?;
            let without = query.without(&Part::Active).changed(|query| {
                query.picked.insert(Facet::Year, [not_stated].into());
            });
            let count = catalogue.total(&without);
            (count > 0).then_some((without, count))
        });
        (Answer { results, rows, counts, also, wanted, removal, meant, dateless: dateless.flatten() }, names)
    })
}

/// The list of projects.
#[component]
pub fn Projects() -> impl IntoView {
    view! {
        <PageHeading text=words::page_name(&Route::Projects(ProjectQuery::default()), &use_site().dataset)/>
        <p class="lead">{words().list.projects_lead}</p>
        <UntranslatedTitles/>
        {later(asked)}
    }
    .piece()
}

/// The filters, and what they find.
fn asked() -> AnyView {
    let site = use_site();
    let route = site.route;
    let query = Memo::new(move |before: Option<&ProjectQuery>| match route.get() {
        Route::Projects(query) => query,
        // The address has moved on and this page is about to go: keep what it shows.
        _ => before.cloned().unwrap_or_default(),
    });
    let settled = Memo::new(move |before: Option<&ProjectQuery>| match site.settled.get() {
        Route::Projects(query) => query,
        _ => before.cloned().unwrap_or_else(|| query.get_untracked()),
    });
    let names = RwSignal::new(site.names());
    let answer = {
        let site = site.clone();
        Memo::new(move |_| {
            site.searchable.track();
            let (answer, now) = answer(&site, &query.get());
            if !Arc::ptr_eq(&names.get_untracked(), &now) {
                names.set(now);
            }
            answer
        })
    };
    let rows = Memo::new(move |_| answer.with(|it| it.rows.clone()));
    let counts = Memo::new(move |_| answer.with(|it| it.counts.clone()));
    let rested = RwSignal::new(());
    let mut rest = debounce(REST, move |()| {
        let _ = rested.try_set(());
    });
    effect(move || {
        settled.track();
        counts.track();
        rest(());
    });
    let to = Callback::new(Route::Projects);
    let counted = Counted { query, settled, rested, names: names.into(), counts, to };
    let go = use_go();
    // A choice: a step to come back from; the list begins anew.
    let choose = {
        let go = go.clone();
        Callback::new(move |query: ProjectQuery| {
            go(&Route::Projects(query), Step::Push);
            browser::return_to(RESULTS);
            // A value that the data does not know goes when it is unticked.
            browser::rescue_focus(RESULTS);
        })
    };
    // A change that leaves the list where it is.
    let adjust = {
        let go = go.clone();
        Callback::new(move |query: ProjectQuery| go(&Route::Projects(query), Step::Push))
    };
    let goes = {
        let go = go.clone();
        Callback::new(move |(query, step): (ProjectQuery, Step)| go(&Route::Projects(query), step))
    };
    // Links to the same list, asked otherwise, are answered before the address is written; the router would write first.
    let base = site.base.clone();
    let follow = on(move |click: MouseEvent| {
        let Some(link) = browser::followed(&click) else { return };
        let route = Route::parse(&base, &link.pathname(), link.search().trim_start_matches('?'));
        if matches!(route, Route::Projects(_)) {
            click.prevent_default();
            go(&route, Step::Push);
            if !link.has_attribute("data-noscroll") {
                browser::to_top();
            }
        }
    });
    let question = Memo::new(move |_| {
        let query = query.get();
        names.with(|names| words().question(&query, names))
    });
    let searchable = site.searchable;
    let count = Memo::new(move |_| {
        answer.with(|it| {
            if it.results.waits_for_words && searchable.get() == Searchable::Never {
                words().list.no_words.to_owned()
            } else if it.results.waits_for_words {
                words().list.loading_words.to_owned()
            } else {
                say::results_count(it.results.total, it.results.of)
            }
        })
    });
    let found = move || answer.with(|it| it.results.total);
    // The ticked projects that the data does not know.
    let strangers = {
        let site = site.clone();
        Memo::new(move |_| {
            let picks = query.with(|query| query.picks.clone());
            site.ask(|catalogue| picks.into_iter().filter(|id| catalogue.row(id).is_none()).collect::<Vec<_>>())
        })
    };
    let chips = Signal::derive(move || {
        let query = query.get();
        let names = names.get();
        let chips = query.parts().into_iter().map(|part| {
            let (kind, value) = say::part_name(&part, &query, &names);
            Chip { kind, value, without: Route::Projects(query.without(&part)) }
        });
        let strangers = strangers.get().into_iter().map(|id| Chip {
            kind: String::new(),
            value: say::unknown_pick(&id),
            without: Route::Projects(query.with_pick_toggled(&id)),
        });
        chips.chain(strangers).collect::<Vec<_>>()
    });
    let cleared = Signal::derive(move || {
        let mut cleared = query.with(ProjectQuery::cleared);
        strangers.with(|strangers| cleared.picks.retain(|id| !strangers.contains(id)));
        Route::Projects(cleared)
    });
    let wanted = Signal::derive(move || answer.with(|it| it.wanted.clone()));
    let day = site.dataset.meta.as_of;
    let as_of = text(move || words().as_of_line(query.with(|query| query.as_of).unwrap_or(day)));
    let sums = text(move || answer.with(|it| words().sums(&it.results.sums, it.results.total).unwrap_or_default()));
    let to_page = Callback::new(move |number| Route::Projects(query.with(|query| query.at(Page::Number(number)))));
    let place = Signal::derive(move || answer.with(|it| (it.results.page, it.results.pages)));
    let part = text(move || {
        let ((page, pages), of) = (place.get(), found());
        let last = (page * Page::SIZE).min(of);
        if pages < 2 {
            return String::new();
        }
        words().printed_part(((page - 1) * Page::SIZE + 1, last, of), (page, pages))
    });
    // The heading speaks of the whole list: so does what is printed. Afterwards the page is what it was.
    let going = site.going;
    let print = Callback::new(move |()| {
        let asked = query.get_untracked();
        let whole = asked.at(Page::All);
        if place.get_untracked().1 < 2 {
            return browser::print();
        }
        goes.run((whole.clone(), Step::Replace));
        // What is below the window is drawn after the first picture, and the address is on paper too.
        browser::after_paint(move || {
            going.arrive();
            browser::after_paint(move || {
                browser::print_then(move || {
                    // The visitor may have asked for something else meanwhile.
                    if query.try_get_untracked().is_some_and(|now| now == whole) {
                        goes.run((asked, Step::Replace));
                    }
                });
            });
        });
    });
    let other = Signal::derive(move || {
        let query = query.get();
        match query.page {
            Page::All => Some((Route::Projects(query.at(Page::default())), words().list.by_pages)),
            Page::Number(_) => {
                (found() > Page::SIZE).then(|| (Route::Projects(query.at(Page::All)), words().list.whole_list))
            }
        }
    });
    let panel = later(move || {
        let found = text(move || {
            let (waits, found) = answer.with(|it| (it.results.waits_for_words, it.results.total));
            if waits { count.get() } else { words().show_results(found) }
        });
        view! { <FilterPanel counted choose adjust goes results=RESULTS found first=None/> }.piece()
    });
    let body = later(move || {
        view! {
            <section class="body" aria-labelledby="results">
                <h2 id=RESULTS tabindex="-1">{question}</h2>
                <p class="results-count" id="count">{count}</p>
                <p class="print-part">{part}</p>
                // Beside the heading, not in it: a live region inside would take the heading's name away.
                <p class="visually-hidden" role="status">{at_rest(move || format!("{} – {}", count.get(), question.get()))}</p>
                <FilterChips chips cleared results=RESULTS/>
                <Hints answer query/>
                {later(move || view! { <Tools asked=Asked { query, from: settled, ask: adjust, to } names=names.into() print/> }.piece())}
                <PickBar query strangers/>
                <ResultList rows query settled wanted ask=adjust results=RESULTS/>
                <Pager place to=to_page other results=RESULTS/>
                <p class="small sums">{sums}</p>
                <p class="small">{as_of} " " {words().counted_once}</p>
            </section>
        }
        .piece()
    });
    view! { <div class="with-side" on:click=follow>{panel} {body}</div> }.piece()
}

/// What else was matched, and what to try when nothing was.
#[component]
fn Hints(answer: Memo<Answer>, query: Memo<ProjectQuery>) -> impl IntoView {
    let site = use_site();
    let also = live_option(move || {
        answer.with(|it| {
            let names: Vec<&str> = it.also.iter().map(String::as_str).collect();
            (!names.is_empty()).then(|| view! { <p class="small also">{words().also_matching(&names)}</p> }.piece())
        })
    });
    let dateless = live_option(move || {
        answer.with(|it| it.dateless.clone()).map(|(to, count)| {
            view! { <p class="small" on:click=on(|_| browser::rescue_focus(RESULTS))><Link to=Route::Projects(to) keep_place=true>{words().without_period(count)}</Link></p> }
                .piece()
        })
    });
    let nothing = live_option(move || {
        let (total, waits, removal, meant) =
            answer.with(|it| (it.results.total, it.results.waits_for_words, it.removal.clone(), it.meant.clone()));
        (total == 0 && !waits).then(|| {
            let query = query.get();
            let names = site.names();
            let meant = meant.map(|(to, count)| {
                let name = say::meant(&to.text, count);
                view! { <p>{words().list.did_you_mean} ": " <Link to=Route::Projects(to) keep_place=true>{name}</Link></p> }
                    .piece()
            });
            let removal = removal.map(|Removal { parts, without, total }| {
                let values: Vec<(String, String)> =
                    parts.iter().map(|part| say::part_name(part, &query, &names)).collect();
                let to = Route::Projects(without);
                view! { <p><Link to keep_place=true>{words().best_removal(&values, total)}</Link></p> }.piece()
            });
            view! { <div class="nothing" on:click=on(|_| browser::rescue_focus(RESULTS))><p class="unknown">{words().list.no_results}</p>{meant}{removal}</div> }.piece()
        })
    });
    view! { {also} {dateless} {nothing} }.piece()
}

/// Order, form, columns and files.
#[component]
fn Tools(asked: Asked, names: Signal<Arc<Names>>, print: Callback<()>) -> impl IntoView {
    let query = asked.query;
    let item = move |name: &'static str,
                     current: Signal<bool>,
                     change: Box<dyn Fn(&ProjectQuery) -> ProjectQuery + Send + Sync>| {
        let current = mark(move || current.get().then_some("true"));
        let (href, follow) = query_link(asked, change);
        view! { <li><a href=href data-noscroll="" aria-current=current on:click=follow>{name}</a></li> }.piece()
    };
    let orders = Sort::TABLE.map(|(_, sort)| {
        let chosen = flag(move || query.with(|query| query.order() == sort));
        item(words().sort_name(sort), chosen, Box::new(move |query| query.with_sort(sort)))
    });
    let order = Signal::derive(move || {
        format!("{}: {}", words().list.sort_label, words().sort_name(query.with(ProjectQuery::order)))
    });
    let views = [View::Cards, View::Table].map(|view| {
        let chosen = flag(move || query.with(|query| query.view == view));
        item(words().view_name(view), chosen, Box::new(move |query| query.with_view(view)))
    });
    let columns = live_option(move || {
        query.with(|query| query.view == View::Table).then(|| {
            let columns = Column::TABLE.map(|(_, column)| {
                let shown = flag(move || query.with(|query| query.shown_columns().contains(&column)));
                item(words().column_name(column), shown, Box::new(move |query| query.with_column_toggled(column)))
            });
            view! { <Menu name=words().list.columns.to_owned() items=columns.into()/> }.piece()
        })
    });
    view! {
        <div class="tools">
            <Menu name=order items=orders.into() closes=true/>
            <nav class="views" aria-label=words().list.view_label>
                <ul>{views.into_iter().collect::<Vec<_>>()}</ul>
            </nav>
            {columns}
            <SaveMenu query names/>
            <button type="button" class="print-button" on:click=on(move |_| print.run(()))>{words().list.print}</button>
        </div>
    }
    .piece()
}

/// What can be done with the projects that are ticked.
#[component]
fn PickBar(query: Memo<ProjectQuery>, strangers: Memo<Vec<Slug>>) -> impl IntoView {
    let picks = Memo::new(move |_| {
        let (all, only) = query.with(|query| (query.picks.len(), query.only_picks));
        // Those that nobody knows stand in the address too, and take their room.
        (all - strangers.with(Vec::len).min(all), only, all >= PICK_LIMIT)
    });
    live(move || {
        let (count, only, full) = picks.get();
        if count == 0 && !only && !full {
            return view! { <p class="small pick-hint">{words().list.pick_hint}</p> }.piece();
        }
        let link = move |name: &'static str, change: fn(&mut ProjectQuery)| {
            let to = Signal::derive(move || Route::Projects(query.with(|query| query.changed(change))));
            view! { <li><Link to keep_place=true>{name}</Link></li> }.piece()
        };
        let toggle = if only {
            link(words().list.show_list, ProjectQuery::leave_picks)
        } else {
            link(words().list.show_picks, |query| query.only_picks = true)
        };
        let compare = link(words().list.compare_picks, |query| {
            query.only_picks = true;
            query.view = View::Compare;
        });
        let drop = link(words().list.drop_picks, |query| {
            query.picks.clear();
            query.leave_picks();
        });
        let full = full.then(|| view! { <p class="small">{words().pick_limit(PICK_LIMIT)}</p> }.piece());
        view! {
                <div class="pick-bar" role="group" aria-label=words().list.picks on:click=on(|_| browser::rescue_focus(RESULTS))>
                    <p>{words().picked_count(count)}</p>
                    <ul>{toggle} {compare} {drop}</ul>
                    {full}
                </div>
            }
            .piece()
    })
}
