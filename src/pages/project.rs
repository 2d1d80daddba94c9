//! The page of a project: the way through the list that the visitor came from, its texts with the words that were searched
//! for, its status on the day of that list and a drawing of its time, among what was written where the site was built.

use crate::components::{
    Fact, Link, Marked, Piece, SmallTimeline, SourceMarks, StatusTag, later, live, live_option, written,
};
use crate::domain::catalogue::listed::Listed;
use crate::domain::project::Project as Record;
use crate::domain::query::{Page, ProjectQuery};
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::timeline::entry::{EntryId, Sort};
use crate::domain::timeline::{Group, Timeline as Entries, TimelineQuery};
use crate::site::{Site, use_site};
use crate::words::words;
use leptos::prelude::*;

/// One project.
#[component]
pub fn Project(
    /// The project.
    project: Record,
) -> impl IntoView {
    let from = came_from();
    let wanted = searched_for(from);
    let text = |heading: &'static str, field: &'static str, text: &Option<String>| {
        let (words, lang) = (text.clone()?, project.foreign.of(field));
        Some(later(move || {
            view! { <section><h2>{heading}</h2><p lang=lang><Marked words wanted/></p></section> }.piece()
        }))
    };
    // The heading of other pages is a text that never changes.
    let heading = {
        let (words, lang) = (project.title.clone(), project.foreign.of("title"));
        later(move || view! { <h1 tabindex="-1" lang=lang><Marked words wanted/></h1> }.piece())
    };
    let id = project.id.clone();
    let texts = [
        text(words().objective, "objective", &project.objective),
        text(words().target_groups, "target_groups", &project.target_groups),
        text(words().results, "results", &project.results),
    ];
    let texts = texts.into_iter().flatten().collect::<Vec<_>>();
    let status = status(project.clone(), from);
    view! {
        <ListSteps id from/>
        {heading}
        {written("above")}
        <dl class="facts facts-wide">
            {written("facts")}
            <Fact label=words().status>{status}</Fact>
            {written("more-facts")}
        </dl>
        {written("countries")}
        {texts}
        {written("below")}
        <Around project/>
        {written("sources")}
    }
    .piece()
}

/// The status, as of the day of the list that the visitor came from.
fn status(project: Record, from: Memo<ProjectQuery>) -> AnyView {
    let day = use_site().dataset.meta.as_of;
    let asked = Memo::new(move |_| from.with(|from| from.as_of).unwrap_or(day));
    live(move || {
        let day = asked.get();
        let standing = project.standing(day);
        if standing.status().is_none() {
            return view! { <span class="unknown">{words().not_stated}</span> }.piece();
        }
        let day = (standing.status() == standing.by_dates).then(|| words().status_as_of(day));
        let stated = project.status.as_ref();
        let mark = stated.map(|it| view! { <SourceMarks numbers=vec![it.source]/> }.piece());
        let (as_written, lang) =
            (stated.and_then(|it| it.as_written.clone()), stated.and_then(|it| project.language_of(it.source)));
        view! { <StatusTag standing as_written lang/> " " <span class="small">{day}</span> {mark} }.piece()
    })
}

/// What ran at the same time, drawn.
#[component]
fn Around(project: Record) -> impl IntoView {
    let page = Route::Project(project.id.clone(), ProjectQuery::default());
    let about = Some((words().around_project(&project.title), page));
    let entry = EntryId { sort: Sort::Project, id: project.id.clone() };
    let begin = TimelineQuery::default().grouped(Group::Nothing).looking_at(Some(entry));
    let entries =
        Callback::new(move |site: Site| site.ask(|catalogue| Entries::of_project(&project, &site.dataset, catalogue)));
    view! {
        <section aria-labelledby="time">
            <h2 id="time">{words().timeline.in_time}</h2>
            <SmallTimeline entries begin about/>
        </section>
    }
    .piece()
}

/// The list from which the visitor came. In the page as published there is none.
fn came_from() -> Memo<ProjectQuery> {
    let route = use_site().route;
    Memo::new(move |before: Option<&ProjectQuery>| match route.get() {
        Route::Project(_, from) => from,
        // The address has moved on and this page is about to go: keep what it shows.
        _ => before.cloned().unwrap_or_default(),
    })
}

/// The folded words that this list was searched for: they are marked here as they were there.
fn searched_for(from: Memo<ProjectQuery>) -> Signal<Vec<String>> {
    let site = use_site();
    Signal::derive(move || {
        from.with(|from| match from.text.as_str() {
            "" => Vec::new(),
            // Of the projects ticked, no words are asked.
            _ if from.only_picks => Vec::new(),
            text => site.ask(|catalogue| catalogue.fold(text)),
        })
    })
}

/// The way back to the list from which the visitor came, and to the projects beside this one in it.
#[component]
fn ListSteps(id: Slug, from: Memo<ProjectQuery>) -> impl IntoView {
    let site = use_site();
    let (alive, searchable) = (site.alive, site.searchable);
    let neighbours = Memo::new(move |_| {
        searchable.track();
        // In the page as published there is no list that the visitor came from.
        let from = from.get();
        alive.get().then(|| site.ask(|catalogue| catalogue.neighbours(&from, &id))).flatten()
    });
    // To the page of the list that holds this project: whoever went on to the next may have left the one they came from.
    let back = Signal::derive(move || {
        let from = from.get();
        let number = neighbours.with(|it| it.as_ref().map(|it| it.place.saturating_sub(1) / Page::SIZE + 1));
        Route::Projects(match (from.page, number) {
            (Page::Number(_), Some(number)) => from.at(Page::Number(number)),
            _ => from,
        })
    });
    let steps = live_option(move || {
        let from = from.get();
        let neighbours = neighbours.get()?;
        let step = |project: Option<Listed>, name: &'static str, class: &'static str| {
            project.map(|project| {
                let to = Route::Project(project.id, from.clone());
                let title = project.title;
                view! { <p class=class><Link to>{name} <span class="visually-hidden">": " {title}</span></Link></p> }
                    .piece()
            })
        };
        let before = step(neighbours.before, words().list.previous_project, "step-previous");
        let after = step(neighbours.after, words().list.next_project, "step-next");
        let place = words().place_in_list(neighbours.place, neighbours.of);
        Some(view! { {before} {after} <p class="step-place">{place}</p> }.piece())
    });
    view! {
        <nav class="list-steps" aria-label=words().list.in_the_list>
            <p class="back"><Link to=back>"‹ " {words().back_to_list}</Link></p>
            {steps}
        </nav>
    }
    .piece()
}
