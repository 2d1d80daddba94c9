//! `<Tools>`: everything that a drag or a wheel does to a drawing, as links, buttons and a list of years.

use super::board::CLOSER;
use super::{Piece, Scene, live, mark, on, text};
use crate::domain::route::Route;
use crate::domain::timeline::{Group, TimelineQuery};
use crate::site::{Step, use_site};
use crate::words::words;
use leptos::prelude::*;
use time::Date;

/// What the list of years says of another part of time.
const OTHER: &str = "–";

/// The tools above a drawing.
#[component]
pub fn Tools(scene: Scene, small: bool, saves: Option<AnyView>) -> impl IntoView {
    let query = scene.query;
    let groups = Group::TABLE.map(|(_, group, _)| {
        let site = use_site();
        let href = text(move || site.href(&Route::Timeline(query.with(|query| query.grouped(group)))));
        let current = mark(move || query.with(|query| query.group == group).then_some("true"));
        view! { <li><a href=href data-noscroll="" aria-current=current>{words().group_name(group)}</a></li> }.piece()
    });
    let groups = (!small).then(|| {
        view! {
            <nav class="views drawing-groups" aria-label=words().timeline.group_by>
                <span class="small" aria-hidden="true">{words().timeline.group_by}</span>
                <ul>{groups.into_iter().collect::<Vec<_>>()}</ul>
            </nav>
        }
        .piece()
    });
    let button = move |name: &'static str, sign: &'static str, act: fn(&mut super::Board)| {
        let click = on(move |_| scene.change(Step::Push, act));
        view! { <button type="button" on:click=click title=name><span class="visually-hidden">{name}</span><span aria-hidden="true">{sign}</span></button> }
            .piece()
    };
    let none_chosen = mark(move || query.with(|query| query.entry.is_none()).then_some("true"));
    let named = move |name: &'static str, off: Option<Signal<Option<&'static str>>>, act: fn(&mut super::Board)| {
        let click = on(move |_| {
            scene.change(Step::Push, act);
            scene.scroll_to_mark();
        });
        view! { <button type="button" aria-disabled=off on:click=click>{name}</button> }.piece()
    };
    let shown_year = text(move || {
        let Some((from, to)) = query.with(|query| query.shown) else { return String::new() };
        let whole = TimelineQuery::year(from.year()) == Some((from, to));
        if whole { from.year().to_string() } else { OTHER.to_owned() }
    });
    let years = move || {
        let axis = scene.plot.with(|plot| plot.axis(scene.day.get().to_julian_day()));
        let (first, last) = axis.whole_days();
        let year = |day: i32| Date::from_julian_day(day).map(Date::year).unwrap_or_default();
        let option = |value: String, name: String| {
            let own = value.clone();
            view! { <option value=value prop:selected=Signal::derive(move || shown_year.get() == own)>{name}</option> }
                .piece()
        };
        let all = option(String::new(), words().timeline.all_years.to_owned());
        // Neither a year nor all of them: it can be shown, not chosen.
        let other = view! { <option value=OTHER disabled=true hidden=true prop:selected=Signal::derive(move || shown_year.get() == OTHER)>{OTHER}</option> }.piece();
        let years = (year(first)..=year(last - 1)).map(|year| option(year.to_string(), year.to_string()));
        [all, other].into_iter().chain(years).collect::<Vec<_>>()
    };
    let jump = move |year: String| {
        let year = year.parse().ok().and_then(TimelineQuery::year);
        scene.change(Step::Push, |board| board.show(year));
    };
    view! {
        <div class="tools drawing-tools" role="group" aria-label=words().timeline.tools>
            {groups}
            {button(words().timeline.zoom_out, "−", |board| board.zoom_here(1.0 / CLOSER))}
            {button(words().timeline.zoom_in, "+", |board| board.zoom_here(CLOSER))}
            {button(words().timeline.earlier, "‹", |board| board.shift(-0.5))}
            {button(words().timeline.later, "›", |board| board.shift(0.5))}
            {named(words().timeline.fit_all, None, |board| board.show(None))}
            {named(words().timeline.fit_selection, Some(none_chosen), super::Board::fit_mark)}
            <label class="field drawing-year">
                <span>{words().timeline.year}</span>
                <select on:change:target=move |event| jump(event.target().value())>{live(move || years().into_any())}</select>
            </label>
            {saves}
        </div>
    }
    .piece()
}
