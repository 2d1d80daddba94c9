//! `<BudgetFacts>`: a sum, what it pays for, its parts, and the source's own words.

use crate::components::{Piece, Quoting, SourceMarks};
use crate::domain::budget::Budget;
use crate::words::{self, words};
use leptos::prelude::*;

/// A stated budget in full.
#[component]
pub fn BudgetFacts(
    /// The budget.
    budget: Budget,
    /// Print the footnote mark of its source.
    #[prop(optional)]
    marked: bool,
    /// The language of its source, where that is known.
    #[prop(optional_no_strip)]
    lang: Option<String>,
) -> impl IntoView {
    let sum = words::budget(&budget).unwrap_or_else(|| words().published().no_exact_sum.into());
    let covers = words().covers(budget.covers).filter(|_| budget.money.is_some()).map(|covers| format!(" – {covers}"));
    let parts = (!budget.parts.is_empty()).then(|| {
        let parts = budget.parts.iter().map(|part| {
            let share = words::share(&part.share).map(|share| format!(": {share}"));
            view! { <li>{part.label.clone()} {share}</li> }.piece()
        });
        view! {
            <p class="small">{words().published().budget_parts}</p>
            <ul class="small">{parts.collect::<Vec<_>>()}</ul>
        }
        .piece()
    });
    view! {
        <p>
            {sum} {covers}
            {marked.then(|| view! { <SourceMarks numbers=vec![budget.source]/> }.piece())}
        </p>
        {parts}
        <p class="as-written"><Quoting sentence=words().as_written(&budget.as_written) words=budget.as_written lang/></p>
    }
    .piece()
}
