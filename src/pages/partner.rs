//! The page of a partner country: a drawing of its time, among what was written where the site was built.

use crate::components::{Piece, SmallTimeline, written};
use crate::domain::slug::Slug;
use crate::domain::timeline::{Group, Timeline as Entries, TimelineQuery};
use crate::site::Site;
use crate::words::words;
use leptos::prelude::*;

/// One partner country.
#[component]
pub fn Partner(
    /// The country.
    id: Slug,
) -> impl IntoView {
    // On paper it says what it is of.
    let begin = TimelineQuery::of_country(&id).grouped(Group::Nothing);
    let entries =
        Callback::new(move |site: Site| site.ask(|catalogue| Entries::of_country(&id, &site.dataset, catalogue)));
    view! {
        {written("heading")}
        <div class="with-side">
            {written("side")}
            <div class="body">
                {written("sections")}
                <section aria-labelledby="time">
                    <h2 id="time" tabindex="-1">{words().timeline.in_time}</h2>
                    <SmallTimeline entries begin about=None/>
                </section>
                {written("below")}
            </div>
        </div>
    }
    .piece()
}
