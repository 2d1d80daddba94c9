//! `<Card>`: the facts of the mark under the pointer or the focus, with the link to its page.
//!
//! It stays while the pointer is on it, Escape closes it, and the Tab key goes from the mark to its links.

use super::stops::take_focus;
use super::{Link, Piece, Scene, effect, live_option, mark as mark_of, on, text};
use crate::domain::facet::Facet;
use crate::domain::route::Route;
use crate::words::timeline as say;
use crate::words::words;
use drawing::canvas::AXIS;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::time::Duration;

/// The width of the card, as `style/components/drawing.css` has it.
const WIDTH: f64 = 320.0;
/// About how high it is at most.
const HEIGHT: f64 = 220.0;

/// The card.
#[component]
pub fn Card(scene: Scene) -> impl IntoView {
    let held = RwSignal::new(false);
    let wanted = Memo::new(move |_| scene.card_about());
    let about = RwSignal::new(None::<usize>);
    effect(move || {
        if wanted.get().is_some() {
            about.set(wanted.get());
        } else if scene.closed.get().is_some() {
            about.set(None);
        } else if !held.get() {
            // It goes a moment after the pointer has left the mark, so that the pointer can come to it.
            let close = move || {
                if wanted.try_get_untracked() == Some(None) && !held.get_untracked() {
                    about.set(None);
                }
            };
            set_timeout(close, Duration::from_millis(250));
        }
    });
    live_option(move || {
        let mark = about.get()?;
        let place = move || {
            scene.painted.track();
            scene.board.with_value(|board| {
                let board = board.as_ref()?;
                let (x, y, _, height) = board.layout.place_of(&board.plot.items, &board.view(), mark)?;
                let room = board.height - y - height;
                // Where neither side has room for all of it, the one with more.
                let below = room >= HEIGHT || room >= y;
                let top = if below { y + height + 2.0 } else { y - 2.0 };
                let left = x.clamp(0.0, (board.width - WIDTH).max(0.0));
                Some(([left.round() as i32, (top + board.top + AXIS).round() as i32], below))
            })
        };
        let px = move |at: usize| text(move || format!("{}px", place().map_or(0, |(place, _)| place[at])));
        // Above the mark it ends where the mark begins, however high it is: never over what has the focus.
        let above = mark_of(move || place().filter(|(_, below)| !below).map(|_| ""));
        let entry = scene.board.with_value(|board| board.as_ref()?.entry(mark))?;
        let names = scene.names.get_untracked();
        let facts = scene.timeline.with_value(|timeline| {
            let it = &timeline.entries[entry];
            let countries = say::names_of(Facet::Country, &timeline.countries(entry, &names), &names);
            let line = |list: Vec<String>| (!list.is_empty()).then(|| list.join(", "));
            let lines = [Some(say::when(it)), line(countries), line(say::donors(it, &names))];
            (Route::of_entry(it), it.title().to_owned(), it.tongue(), say::kind_of(it), lines, it.id())
        });
        let (to, title, lang, kind, lines, id) = facts;
        // Beside a small drawing there is no list.
        let to_list = (!scene.small).then(|| {
            let href = format!("#entry-{id}");
            view! { <p class="small"><a href=href rel="external">{words().timeline.show_in_list}</a></p> }.piece()
        });
        let lines = lines.into_iter().flatten().map(|line| view! { <p class="small">{line}</p> }.piece());
        let key = move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                scene.closed.set(Some(mark));
                held.set(false);
                take_focus(scene);
            }
        };
        let card = view! {
            <div
                class="drawing-card"
                data-above=above
                style:left=px(0)
                style:top=px(1)
                on:pointerenter=on(move |_| held.set(true))
                on:pointerleave=on(move |_| held.set(false))
                on:focusin=on(move |_| held.set(true))
                on:focusout=on(move |_| held.set(false))
                on:keydown=on(key)
            >
                <p class="entry-date">{kind}</p>
                <p class="entry-title"><Link to lang>{title}</Link></p>
                {lines.collect::<Vec<_>>()}
                {to_list}
            </div>
        };
        Some(card.piece())
    })
}
