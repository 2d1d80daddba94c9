//! `<FilterChips>`: the filters in use, each a link that takes it away.

use super::{Link, Piece, live_option, on};
use crate::browser;
use crate::domain::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// A filter in use.
#[derive(Clone, PartialEq, Eq)]
pub struct Chip {
    /// Which kind of filter; empty where the value names it.
    pub kind: String,
    /// Its value in words, with its kind where it would not be told from another without.
    pub value: String,
    /// The address without it.
    pub without: Route,
}

/// The filters in use, and one link that removes all; nothing when there are none.
#[component]
pub fn FilterChips(
    /// The filters.
    #[prop(into)]
    chips: Signal<Vec<Chip>>,
    /// The address without any.
    #[prop(into)]
    cleared: Signal<Route>,
    /// The id of the element that takes the focus when the chip that had it has gone.
    results: &'static str,
) -> impl IntoView {
    live_option(move || {
        let chips = chips.get();
        (!chips.is_empty()).then(|| {
            let items = chips.into_iter().map(|chip| {
                let label = words().remove_filter(&chip.kind, &chip.value);
                view! {
                    <li>
                        <Link to=chip.without keep_place=true>
                            <span class="visually-hidden">{label}</span>
                            <span aria-hidden="true">{chip.value} <span class="chip-cross">" ×"</span></span>
                        </Link>
                    </li>
                }
                .piece()
            });
            view! {
                <ul class="chips" aria-label=words().list.filters_in_use on:click=on(move |_| browser::rescue_focus(results))>
                    {items.collect::<Vec<_>>()}
                    <li class="chips-clear"><Link to=cleared keep_place=true>{words().list.clear_all}</Link></li>
                </ul>
            }
            .piece()
        })
    })
}
