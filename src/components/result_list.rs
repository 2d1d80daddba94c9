//! `<ResultList>`: the projects that a question finds, as cards, as a table, or side by side.

use super::{Link, Marked, Piece, ProjectCard, flag, live, on};
use crate::domain::catalogue::listed::Listed;
use crate::domain::column::Column;
use crate::domain::query::{PICK_LIMIT, ProjectQuery, View};
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The list.
#[component]
pub fn ResultList(
    /// The projects, in order.
    rows: Memo<Vec<Listed>>,
    /// The question.
    query: Memo<ProjectQuery>,
    /// The folded words to mark.
    wanted: Signal<Vec<String>>,
    /// Goes to another question without going to another place.
    ask: Callback<ProjectQuery>,
) -> impl IntoView {
    let view = Memo::new(move |_| query.with(|query| query.view));
    let shape = Shape { rows, query, wanted, ask };
    live(move || match view.get() {
        View::Cards => cards(shape),
        View::Table => table(shape),
        View::Compare => compare(shape),
    })
}

/// A project with the day as of which it is drawn.
type Row = (Listed, Option<time::Date>);

#[derive(Clone, Copy)]
struct Shape {
    rows: Memo<Vec<Listed>>,
    query: Memo<ProjectQuery>,
    wanted: Signal<Vec<String>>,
    ask: Callback<ProjectQuery>,
}

impl Shape {
    /// The rows, each with what it must be drawn anew for: its statuses depend on the day.
    fn keyed(self) -> Vec<Row> {
        let day = self.query.with(|query| query.as_of);
        self.rows.get().into_iter().map(|row| (row, day)).collect()
    }

    /// Every row, drawn by `draw`. A row that stays is not drawn again.
    fn each(self, draw: impl Fn(Row) -> AnyView + Send + Sync + 'static) -> AnyView {
        // One type of list for cards and table rows.
        let draw: Arc<dyn Fn(Row) -> AnyView + Send + Sync> = Arc::new(draw);
        let draw = move |row: Row| draw(row);
        view! { <For each=move || self.keyed() key=|(row, day): &Row| (row.row, *day) children=draw/> }.into_any()
    }

    /// The box that ticks a project.
    fn tick(self, project: &Listed) -> AnyView {
        let site = use_site();
        let (id, picked, full) = (project.id.clone(), project.id.clone(), project.id.clone());
        let Self { query, ask, .. } = self;
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    name="pick"
                    value=project.id.to_string()
                    prop:checked=flag(move || query.with(|query| query.picks.contains(&picked)))
                    disabled=flag(move || {
                        let full = query.with(|query| query.picks.len() >= PICK_LIMIT && !query.picks.contains(&full));
                        full || !site.alive.get()
                    })
                    on:change=on(move |_| ask.run(query.with_untracked(|query| query.with_pick_toggled(&id))))
                />
                <span class="visually-hidden">{words::list::pick(&project.title)}</span>
            </label>
        }
        .piece()
    }

    fn title(self, project: &Listed) -> AnyView {
        let Self { query, wanted, .. } = self;
        let id = project.id.clone();
        let to = Signal::derive(move || Route::Project(id.clone(), query.get()));
        let title = project.title.clone();
        view! { <Link to><Marked words=title wanted/></Link> }.piece()
    }
}

fn cards(shape: Shape) -> AnyView {
    let card = move |(project, _): Row| {
        let tick = shape.tick(&project);
        view! { <li class="card">{tick} <ProjectCard project from=shape.query wanted=shape.wanted/></li> }.piece()
    };
    view! {
        <ul class="cards">
            {shape.each(card)}
        </ul>
    }
    .piece()
}

fn cell(column: Column, project: &Listed, day: Option<time::Date>) -> AnyView {
    let site = use_site();
    let text = words::list::cell(column, project, &site.names(), day.unwrap_or(site.dataset.meta.as_of));
    if text.is_empty() { view! { <span class="unknown">{words::NOT_STATED}</span> }.piece() } else { text.into_any() }
}

fn table(shape: Shape) -> AnyView {
    let columns = Memo::new(move |_| shape.query.with(ProjectQuery::shown_columns));
    let heads = live(move || {
        let heads = columns
            .get()
            .into_iter()
            .map(|column| view! { <th scope="col">{words::list::column_name(column)}</th> }.piece());
        heads.collect::<Vec<_>>().into_any()
    });
    let row = move |(project, day): Row| {
        let (tick, title) = (shape.tick(&project), shape.title(&project));
        let cells = live(move || {
            let cells = columns.get().into_iter().map(|column| {
                let class = format!("column-{}", column.key());
                view! { <td class=class>{cell(column, &project, day)}</td> }.piece()
            });
            cells.collect::<Vec<_>>().into_any()
        });
        view! { <tr><td class="column-tick">{tick}</td><th scope="row">{title}</th>{cells}</tr> }.piece()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::list::TABLE_CAPTION>
            <table class="projects-table">
                <caption class="visually-hidden">{words::list::TABLE_CAPTION}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{words::list::PICK}</span></th>
                        <th scope="col">{words::TITLE}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {shape.each(row)}
                </tbody>
            </table>
        </div>
    }
    .piece()
}

/// A column a project, a row a fact: every fact, because a comparison is of everything.
fn compare(shape: Shape) -> AnyView {
    let content = live(move || {
        let projects = shape.keyed();
        let heads = projects.iter().map(|(project, _)| {
            let (tick, title) = (shape.tick(project), shape.title(project));
            view! { <th scope="col">{tick} " " {title}</th> }.piece()
        });
        let heads: Vec<_> = heads.collect();
        let rows = Column::TABLE.map(|(_, column)| {
            let cells = projects.iter().map(|(project, day)| view! { <td>{cell(column, project, *day)}</td> }.piece());
            view! { <tr><th scope="row">{words::list::column_name(column)}</th>{cells.collect::<Vec<_>>()}</tr> }
                .piece()
        });
        view! {
            <thead><tr><th scope="col">{words::TITLE}</th>{heads}</tr></thead>
            <tbody>{rows.into_iter().collect::<Vec<_>>()}</tbody>
        }
        .piece()
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=words::list::TABLE_CAPTION>
            <table class="compare-table">
                <caption class="visually-hidden">{words::list::TABLE_CAPTION}</caption>
                {content}
            </table>
        </div>
    }
    .piece()
}
