//! `<Card>`: the facts of the mark under the pointer or the focus, with the link to its page.
//!
//! It stays while the pointer is on it or on the way to it, Escape closes it, and the Tab key goes from the mark to its
//! links. It stands beside what scrolls, not in it: all of it can be seen, however low the drawing is.

use super::board::CardPlace;
use super::stops::take_focus;
use super::{Link, Piece, Scene, effect, live_option, mark as mark_of, on, text};
use crate::browser;
use crate::domain::facet::Facet;
use crate::domain::route::Route;
use crate::words::timeline as say;
use crate::words::words;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// How long the pointer may be over another mark, on its way to the card, before that one's card comes.
const SWITCH: Duration = Duration::from_millis(150);
/// How long the card stays when the pointer is at no mark, so that it can come to it.
const CLOSE: Duration = Duration::from_millis(250);

/// The card.
#[component]
pub fn Card(scene: Scene) -> impl IntoView {
    // The pointer is on it; the focus is in it.
    let (over, within) = (RwSignal::new(false), RwSignal::new(false));
    let wanted = Memo::new(move |_| scene.card_about());
    let about = scene.card;
    // Where the pointer came to the mark; `None` for the mark of the keyboard.
    let pointer = RwSignal::new(None::<usize>);
    let show = move |mark: Option<usize>| {
        // A card that goes does not say that the pointer has left it.
        over.set(false);
        within.set(false);
        let pointed = mark.is_some() && scene.hover.get_untracked() == mark;
        pointer.set(pointed.then(|| scene.pointed.get_value()));
        about.set(mark);
    };
    effect(move || {
        let (next, now, hover) = (wanted.get(), about.get(), scene.hover.get());
        let held = over.get() || within.get();
        if next == now {
            if now.is_some() && hover == now && pointer.get_untracked().is_none() {
                // The pointer comes to the mark of the keyboard: so does its card.
                pointer.set(Some(scene.pointed.get_value()));
            }
        } else if now.is_none() || scene.closed.get() == now {
            show(next);
        } else if !held {
            let change = move || {
                let still = wanted.try_get_untracked() == Some(next) && about.get_untracked() == now;
                if still && !over.get_untracked() && !within.get_untracked() {
                    show(next);
                }
            };
            set_timeout(change, if next.is_some() { SWITCH } else { CLOSE });
        }
    });
    live_option(move || {
        let mark = about.get()?;
        let card: NodeRef<html::Div> = NodeRef::new();
        // As large as its words make it. When the reference gets it, it does not stand in the page yet, and has no size.
        let size = RwSignal::new((0.0, 0.0));
        effect(move || {
            if let Some(card) = card.get() {
                size.set((f64::from(card.offset_width()), f64::from(card.offset_height())));
            }
        });
        let place = move || {
            scene.painted.track();
            let top = scene.canvas.get_untracked()?.get_bounding_client_rect().top();
            let pointer = pointer.get().map(|x| x as f64);
            scene.board.with_value(|board| {
                board.as_ref()?.card_place(mark, pointer, size.get(), (top, browser::window_height()))
            })
        };
        let px = move |of: fn(CardPlace) -> f64| {
            text(move || format!("{}px", place().map_or(0, |place| of(place).round() as i32)))
        };
        // Above the mark it ends where the mark begins, however high it is: never over what has the focus.
        let above = mark_of(move || place().filter(|place| !place.below).map(|_| ""));
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
                take_focus(scene);
            }
        };
        let follow = move |click: MouseEvent| {
            if let Some(link) = browser::followed(&click) {
                scene.opens(Some(mark), &link.pathname());
            }
        };
        let card = view! {
            <div
                class="drawing-card"
                data-above=above
                node_ref=card
                style:left=px(|place| place.left)
                style:top=px(|place| place.top)
                on:pointerenter=on(move |_| over.set(true))
                on:pointerleave=on(move |_| over.set(false))
                on:focusin=on(move |_| within.set(true))
                on:focusout=on(move |_| within.set(false))
                on:keydown=on(key)
                on:click=on(follow)
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
