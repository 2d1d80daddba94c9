//! `<ResultList>`: the projects that a question finds, as cards, as a table, or side by side.

use super::slots::slots;
use super::{Drawn, Link, Marked, Piece, ProjectCard, flag, later, live, on, text};
use crate::browser;
use crate::domain::catalogue::listed::Listed;
use crate::domain::column::Column;
use crate::domain::query::{PICK_LIMIT, ProjectQuery, View};
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::site::{Site, use_site};
use crate::words::{self, words};
use leptos::prelude::*;
use std::sync::Arc;

/// The list.
#[component]
pub fn ResultList(
    /// The projects, in order.
    rows: Memo<Arc<Vec<Arc<Listed>>>>,
    /// The question.
    query: Memo<ProjectQuery>,
    /// The question once its answer is painted: what the pages of projects lead back to.
    settled: Memo<ProjectQuery>,
    /// The folded words to mark.
    wanted: Signal<Vec<String>>,
    /// Goes to another question without going to another place.
    ask: Callback<ProjectQuery>,
    /// The id of the heading of the results.
    results: &'static str,
) -> impl IntoView {
    let view = Memo::new(move |_| query.with(|query| query.view));
    let picks = Memo::new(move |_| query.with(|query| query.picks.clone()));
    let shape = Shape { rows, query, settled, picks, wanted, ask, results };
    live(move || match view.get() {
        View::Cards => cards(shape),
        View::Table => table(shape),
        View::Compare => compare(shape),
    })
}

/// A place of the list with what is drawn into it.
type Place = (usize, ArcRwSignal<Drawn>);

#[derive(Clone, Copy)]
struct Shape {
    rows: Memo<Arc<Vec<Arc<Listed>>>>,
    query: Memo<ProjectQuery>,
    settled: Memo<ProjectQuery>,
    /// The projects ticked.
    picks: Memo<Vec<Slug>>,
    wanted: Signal<Vec<String>>,
    ask: Callback<ProjectQuery>,
    /// The id of the heading of the results.
    results: &'static str,
}

impl Shape {
    /// The rows, each with what it must be drawn anew for: its statuses depend on the day.
    fn drawn(self) -> Vec<Drawn> {
        let day = self.query.with(|query| query.as_of);
        self.rows.with(|rows| rows.iter().map(|project| Drawn { project: project.clone(), day }).collect())
    }

    /// Every row, at least `high` pixels of it, drawn by `draw` into a place that changes with what it shows.
    fn each(self, high: f64, draw: impl Fn(Signal<Drawn>) -> AnyView + Send + Sync + 'static) -> AnyView {
        // One type of list for cards and table rows.
        let draw: Arc<dyn Fn(Signal<Drawn>) -> AnyView + Send + Sync> = Arc::new(draw);
        let draw = move |(_, drawn): Place| {
            let draw = draw.clone();
            later(move || draw(RwSignal::from(drawn).into()))
        };
        let site = use_site();
        let (alive, going) = (site.alive, site.going);
        let places: StoredValue<Vec<Place>> = StoredValue::new(Vec::new());
        // Nobody waits for what is below the window: after a choice it is drawn when the beginning of the list has been
        // painted. An address that came otherwise may have its place farther down.
        let (rest, round, whole) = (RwSignal::new(()), StoredValue::new(0_usize), StoredValue::new(true));
        let each = move || {
            rest.track();
            let (mut rows, before) = (self.drawn(), places.get_value());
            round.update_value(|round| *round += 1);
            let mine = round.get_value();
            let whole_now = whole.get_value() || !going.is_ahead();
            whole.set_value(false);
            let seen = if whole_now { usize::MAX } else { browser::rows_in_window(high) };
            let held = if alive.get_untracked() { browser::focused_row() } else { None };
            let held = before.iter().find(|(_, it)| held.as_deref() == Some(it.read_untracked().project.id.as_str()));
            let held = held.map(|(slot, it)| (*slot, it.read_untracked().project.row));
            if rows.len() > seen {
                // Those below keep what they show, and those that would be new do not come yet; but a row with the focus
                // stays.
                let to =
                    held.and_then(|(_, row)| rows.iter().position(|it| it.project.row == row)).map_or(0, |at| at + 1);
                rows.truncate(seen.max(before.len()).max(to));
                browser::after_paint(move || {
                    // Another answer has its own rest; or the visitor has left the page.
                    if round.try_get_value() == Some(mine) {
                        whole.set_value(true);
                        rest.set(());
                    }
                });
            }
            let shown: Vec<(usize, u32)> =
                before.iter().map(|(slot, it)| (*slot, it.read_untracked().project.row)).collect();
            let wanted: Vec<u32> = rows.iter().map(|it| it.project.row).collect();
            let now = slots(&shown, &wanted, held.map(|(slot, _)| slot)).into_iter().zip(rows).enumerate().map(
                |(at, (slot, row))| {
                    let Some((_, drawn)) = before.iter().find(|(it, _)| *it == slot) else {
                        return (slot, ArcRwSignal::new(row));
                    };
                    if at < seen && *drawn.read_untracked() != row {
                        drawn.set(row);
                    }
                    (slot, drawn.clone())
                },
            );
            let now: Vec<Place> = now.collect();
            places.set_value(now.clone());
            now
        };
        view! { <For each key=|(slot, _): &Place| *slot children=draw/> }.into_any()
    }

    /// The box that ticks a project.
    fn tick(self, drawn: Signal<Drawn>) -> AnyView {
        let site = use_site();
        let Self { rows, query, picks, ask, results, .. } = self;
        let picked = move || drawn.with(|it| picks.with(|picks| picks.contains(&it.project.id)));
        let toggle = move |_| {
            let id = drawn.with_untracked(|it| it.project.id.clone());
            // In a list of those ticked, its row goes with its tick.
            let goes = query.with_untracked(|query| query.only_picks);
            let beside = || {
                rows.with_untracked(|rows| {
                    let at = rows.iter().position(|it| it.id == id)?;
                    let beside = rows.get(at + 1).or_else(|| rows.get(at.checked_sub(1)?))?;
                    Some(beside.id.clone())
                })
            };
            let beside = goes.then(beside).flatten();
            ask.run(query.with_untracked(|query| query.with_pick_toggled(&id)));
            match beside {
                Some(beside) => browser::rescue_focus_to_box(beside.as_str(), results),
                None if goes => browser::rescue_focus(results),
                None => {}
            }
        };
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="pick"
                    value=text(move || drawn.with(|it| it.project.id.to_string()))
                    prop:checked=flag(picked)
                    disabled=flag(move || {
                        let full = picks.with(|picks| picks.len() >= PICK_LIMIT);
                        !site.alive.get() || full && !picked()
                    })
                    on:change=on(toggle)
                />
                <span class="visually-hidden">{text(move || drawn.with(|it| words().pick(&it.project.title)))}</span>
            </label>
        }
        .piece()
    }

    fn title(self, drawn: Signal<Drawn>) -> AnyView {
        let Self { settled, wanted, .. } = self;
        let to = Signal::derive(move || Route::Project(drawn.with(|it| it.project.id.clone()), settled.get()));
        let title = text(move || drawn.with(|it| it.project.title.clone()));
        let lang = Signal::derive(move || drawn.with(|it| it.project.tongue.clone()));
        view! { <Link to><Marked words=title wanted lang/></Link> }.piece()
    }
}

fn cards(shape: Shape) -> AnyView {
    let card = move |drawn: Signal<Drawn>| {
        let tick = shape.tick(drawn);
        view! { <li class="card">{tick} <ProjectCard drawn from=shape.settled wanted=shape.wanted/></li> }.piece()
    };
    view! {
        <ul class="cards">
            {shape.each(90.0, card)}
        </ul>
    }
    .piece()
}

fn cell(column: Column, Drawn { project, day }: &Drawn, site: &Site) -> AnyView {
    let text = words::list::cell(column, project, &site.names(), day.unwrap_or(site.dataset.meta.as_of));
    if text.is_empty() { view! { <span class="unknown">{words().not_stated}</span> }.piece() } else { text.into_any() }
}

fn table(shape: Shape) -> AnyView {
    let columns = Memo::new(move |_| shape.query.with(ProjectQuery::shown_columns));
    let heads = live(move || {
        let heads = columns
            .get()
            .into_iter()
            .map(|column| view! { <th scope="col">{words().column_name(column)}</th> }.piece());
        heads.collect::<Vec<_>>().into_any()
    });
    let row = move |drawn: Signal<Drawn>| {
        let site = use_site();
        let (tick, title) = (shape.tick(drawn), shape.title(drawn));
        let cells = live(move || {
            let cells = columns.get().into_iter().map(|column| {
                let class = format!("column-{}", column.key());
                view! { <td class=class>{drawn.with(|drawn| cell(column, drawn, &site))}</td> }.piece()
            });
            cells.collect::<Vec<_>>().into_any()
        });
        view! { <tr><td class="column-tick">{tick}</td><th scope="row">{title}</th>{cells}</tr> }.piece()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words().list.table_caption>
            <table class="projects-table">
                <caption class="visually-hidden">{words().list.table_caption}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{words().list.pick}</span></th>
                        <th scope="col">{words().title}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {shape.each(36.0, row)}
                </tbody>
            </table>
        </div>
    }
    .piece()
}

/// A column a project, a row a fact: every fact, because a comparison is of everything.
fn compare(shape: Shape) -> AnyView {
    let site = use_site();
    let content = live(move || {
        let projects = shape.drawn();
        let heads = projects.iter().map(|drawn| {
            let drawn = Signal::stored(drawn.clone());
            let (tick, title) = (shape.tick(drawn), shape.title(drawn));
            view! { <th scope="col">{tick} " " {title}</th> }.piece()
        });
        let heads: Vec<_> = heads.collect();
        let rows = Column::TABLE.map(|(_, column)| {
            let cells = projects.iter().map(|drawn| view! { <td>{cell(column, drawn, &site)}</td> }.piece());
            view! { <tr><th scope="row">{words().column_name(column)}</th>{cells.collect::<Vec<_>>()}</tr> }.piece()
        });
        view! {
            <thead><tr><th scope="col">{words().title}</th>{heads}</tr></thead>
            <tbody>{rows.into_iter().collect::<Vec<_>>()}</tbody>
        }
        .piece()
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words().list.table_caption>
            <table class="compare-table">
                <caption class="visually-hidden">{words().list.table_caption}</caption>
                {content}
            </table>
        </div>
    }
    .piece()
}
