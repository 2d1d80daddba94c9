//! `<StatusTag>`: where a project stands on a day, and what its source said when that differs.

use super::{Piece, Quoting};
use crate::domain::status::Standing;
use crate::words::{self, words};
use leptos::prelude::*;

/// The status of a project as a small tag; nothing when it is not known.
#[component]
pub fn StatusTag(
    /// Its status, both ways.
    standing: Standing,
    /// The source's own word.
    #[prop(optional_no_strip)]
    as_written: Option<String>,
    /// The language of the source, where that is known.
    #[prop(optional_no_strip)]
    lang: Option<String>,
) -> impl IntoView {
    let stated = standing.stated.filter(|stated| standing.disagree() && Some(*stated) != standing.status());
    let said = stated.map(|stated| {
        let sentence = words::status_stated(stated, as_written.as_deref());
        let words_of_source = as_written.unwrap_or_default();
        view! {
            <span class="status-stated">{words().status_source_says} " " <Quoting sentence words=words_of_source lang/></span>
        }
        .piece()
    });
    let once = standing
        .may_be_outdated()
        .then(|| view! { <span class="status-stated">{words().status_said_once}</span> }.piece());
    standing.status().map(|status| {
        view! {
            <span class=format!("status status-{}", status.id())>{words().status(status)}</span>
            {once}
            {said}
        }
        .piece()
    })
}
