//! `<Stops>`: the one stop of the Tab key in a drawing: a real link over the mark that the keyboard is at.
//!
//! There are two links, in turn. A screen reader says what gets the focus; it does not always say that what has the
//! focus has changed its name.

use super::board::CLOSER;
use super::{Piece, Scene, effect, flag, on, text};
use crate::browser;
use crate::domain::route::Route;
use crate::site::{Step as Go, use_site};
use crate::words::timeline as say;
use drawing::bounded;
use drawing::canvas::AXIS;
use drawing::walk::Step;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

/// A link as it lies over its mark.
#[derive(Clone, Debug, Default, PartialEq)]
struct Stop {
    /// The entry, by its place in the timeline.
    entry: usize,
    href: String,
    name: String,
    /// Left, top, width, height, in whole pixels.
    place: [i32; 4],
    /// Somebody chose the mark.
    chosen: bool,
}

/// The ids of the two links.
const IDS: [&str; 2] = ["drawing-stop-0", "drawing-stop-1"];

thread_local! {
    /// Which of the two is in use.
    static TURN: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Where the mark is at which the keyboard is.
fn place(scene: Scene) -> Option<(usize, [i32; 4], bool)> {
    scene.board.with_value(|board| {
        let board = board.as_ref()?;
        let (x, y, width, height) = board.layout.place_of(&board.plot.items, &board.view(), board.at?)?;
        // A mark out of sight has its link at the edge, where its focus can still be seen.
        let from = bounded(x, 0.0, board.width - 12.0);
        let to = bounded(x + width, from + 12.0, board.width);
        let whole = |number: f64| number.round() as i32;
        Some((
            board.entry(board.at?)?,
            [whole(from), whole(y + board.top + AXIS), whole(to - from), whole(height)],
            board.chosen,
        ))
    })
}

/// The links.
#[component]
pub fn Stops(scene: Scene) -> impl IntoView {
    let site = use_site();
    let turn = RwSignal::new(TURN.get());
    let stops = [RwSignal::new(None::<Stop>), RwSignal::new(None::<Stop>)];
    // Follows what is painted.
    effect(move || {
        scene.painted.track();
        let now = TURN.get();
        let Some((entry, place, chosen)) = place(scene) else {
            stops[now].set(None);
            return;
        };
        if stops[now].with_untracked(|stop| stop.as_ref().is_some_and(|stop| stop.entry == entry)) {
            stops[now].update(|stop| {
                if let Some(stop) = stop {
                    stop.place = place;
                    stop.chosen = chosen;
                }
            });
        } else {
            let names = scene.names.get_untracked();
            let stop = scene.timeline.with_value(|timeline| Stop {
                entry,
                href: site.href(&Route::of_entry(&timeline.entries[entry])),
                name: say::sentence(timeline, entry, &names),
                place,
                chosen,
            });
            // What has the focus does not change its name unheard.
            let in_use = scene.focused.get_untracked() && turn.get_untracked() == now;
            let renamed = in_use && stops[now].with_untracked(Option::is_some);
            let next = if renamed { 1 - now } else { now };
            TURN.set(next);
            stops[next].set(Some(stop));
            if renamed {
                browser::focus(IDS[next]);
            }
        }
        turn.set(TURN.get());
    });
    let links = [0, 1].map(|which| {
        let stop = stops[which];
        let px = move |at: usize| {
            text(move || format!("{}px", stop.with(|stop| stop.as_ref().map_or(0, |it| it.place[at]))))
        };
        let idle = text(move || if turn.get() == which { "0".to_owned() } else { "-1".to_owned() });
        view! {
            <a
                class="drawing-stop"
                class:in-turn=flag(move || turn.get() == which && stop.with(Option::is_some))
                class:chosen=flag(move || stop.with(|stop| stop.as_ref().is_some_and(|it| it.chosen)))
                id=IDS[which]
                href=text(move || stop.with(|stop| stop.as_ref().map(|it| it.href.clone()).unwrap_or_default()))
                aria-label=text(move || stop.with(|stop| stop.as_ref().map(|it| it.name.clone()).unwrap_or_default()))
                tabindex=idle
                style:left=px(0)
                style:top=px(1)
                style:width=px(2)
                style:height=px(3)
                on:focus=on(move |_| {
                    scene.focused.set(true);
                    browser::show_focus(".drawing-frame");
                })
                on:blur=on(move |_| scene.focused.set(false))
                on:keydown=on(move |event| key(scene, &event))
                on:click=on(move |click: MouseEvent| {
                    if let Some(link) = browser::followed(&click) {
                        scene.opens(scene.board.with_value(|board| board.as_ref()?.at), &link.pathname());
                    }
                })
            ></a>
        }
        .piece()
    });
    links.into_iter().collect::<Vec<_>>().into_any()
}

/// Gives the focus to the link over the mark at which the keyboard is, by turns.
pub fn take_focus(scene: Scene) {
    TURN.set(1 - TURN.get());
    scene.scroll_to_mark();
    scene.order();
    // After the picture, which puts the link in its place.
    request_animation_frame(|| browser::focus(IDS[TURN.get()]));
}

/// What a key does. Enter follows the link, as on every link: that is a click.
fn key(scene: Scene, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let name = event.key();
    let step = match name.as_str() {
        "ArrowRight" => Some(Step::Later),
        "ArrowLeft" => Some(Step::Earlier),
        "ArrowDown" => Some(Step::NextGroup),
        "ArrowUp" => Some(Step::PreviousGroup),
        "Home" => Some(Step::First),
        "End" => Some(Step::Last),
        _ => None,
    };
    if let Some(step) = step {
        event.prevent_default();
        let before = scene.board.with_value(|board| board.as_ref().and_then(|board| board.at));
        scene.hover.set(None);
        scene.closed.set(None);
        scene.change(Go::Replace, |board| board.step(step));
        let after = scene.board.with_value(|board| board.as_ref().and_then(|board| board.at));
        if before != after {
            // The next comes at once, wherever the pointer is.
            scene.card.set(None);
            take_focus(scene);
        }
        return;
    }
    if name == "Enter" && scene.ordered.get_value() {
        // A hand quicker than the screen: the link over the mark is still that of the mark before. It is followed once it
        // has come.
        event.prevent_default();
        request_animation_frame(|| browser::click(IDS[TURN.get()]));
        return;
    }
    match name.as_str() {
        "+" | "=" => scene.change(Go::Replace, |board| board.zoom_here(CLOSER)),
        "-" | "_" | "−" => scene.change(Go::Replace, |board| board.zoom_here(1.0 / CLOSER)),
        "0" => scene.change(Go::Replace, |board| board.show(None)),
        "PageUp" => scene.change(Go::Replace, |board| board.shift(-0.8)),
        "PageDown" => scene.change(Go::Replace, |board| board.shift(0.8)),
        _ => return,
    }
    event.prevent_default();
}
