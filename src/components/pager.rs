//! `<Pager>`: the pages of a list, each a real address.

use super::{Link, Piece, live_option, on};
use crate::browser;
use crate::domain::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// The pages of a list; nothing when there is one, and no other form to show it in.
#[component]
pub fn Pager(
    /// The page shown and how many there are, counted from one.
    #[prop(into)]
    place: Signal<(usize, usize)>,
    /// The address of a page.
    to: Callback<usize, Route>,
    /// The other form of the list: its address and what it is called.
    #[prop(into)]
    other: Signal<Option<(Route, &'static str)>>,
    /// The id of the element that takes the focus when the link that had it has gone.
    results: &'static str,
) -> impl IntoView {
    live_option(move || {
        let (page, pages) = place.get();
        let other = other.get();
        if pages < 2 && other.is_none() {
            return None;
        }
        let step = |number: usize, name: &'static str, rel: &'static str| {
            (1..=pages).contains(&number).then(|| {
                let to = to.run(number);
                view! { <li class=rel><Link to>{name}</Link></li> }.piece()
            })
        };
        let before = step(page - 1, words().list.previous_page, "previous");
        let after = step(page + 1, words().list.next_page, "next");
        // The first, the last, and those around this one; a gap is shown as one.
        let mut numbers: Vec<_> = Vec::new();
        let mut last = 0;
        for number in 1..=pages {
            if pages < 2 || !(number == 1 || number == pages || number.abs_diff(page) <= 2) {
                continue;
            }
            if number > last + 1 {
                numbers.push(view! { <li class="gap">"…"</li> }.piece());
            }
            last = number;
            let to = to.run(number);
            let label = words().page_link(number);
            let item = if number == page {
                view! { <li><span class="page-here" aria-current="page">
                    <span class="visually-hidden">{label}</span>
                    <span aria-hidden="true">{words().number(number)}</span>
                </span></li> }
                .piece()
            } else {
                view! { <li><Link to><span class="visually-hidden">{label}</span><span aria-hidden="true">{words().number(number)}</span></Link></li> }.piece()
            };
            numbers.push(item);
        }
        let other = other.map(|(to, name)| view! { <li class="pager-other"><Link to>{name}</Link></li> }.piece());
        let list = view! {
            <nav class="pager" aria-label=words().list.pages on:click=on(move |_| browser::rescue_focus(results))>
                <ul>{before} {numbers} {after} {other}</ul>
            </nav>
        };
        Some(list.piece())
    })
}
