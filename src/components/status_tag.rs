//! `<StatusTag>`: where a project stands on the day of the data, and what its source said when that differs.

use super::Piece;
use crate::domain::project::Project;
use crate::site::use_site;
use crate::words;
use leptos::prelude::*;

/// The status of a project as a small tag; nothing when it is not known.
#[component]
pub fn StatusTag<'p>(
    /// The project.
    project: &'p Project,
) -> AnyView {
    let standing = project.standing(use_site().dataset.meta.as_of);
    let stated = project.status.as_ref().filter(|it| standing.disagree() && Some(it.status) != standing.status());
    let said = stated.map(|it| {
        let words = words::status_stated(it.status, it.as_written.as_deref());
        view! { <span class="status-stated">{words::STATUS_SOURCE_SAYS} " " {words}</span> }.piece()
    });
    let once = standing
        .may_be_outdated()
        .then(|| view! { <span class="status-stated">{words::STATUS_SAID_ONCE}</span> }.piece());
    standing
        .status()
        .map(|status| {
            view! {
                <span class=format!("status status-{}", status.id())>{words::status(status)}</span>
                {once}
                {said}
            }
            .piece()
        })
        .into_any()
}
