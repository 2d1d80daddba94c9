//! The accessibility statement: what was tested, what is not accessible, and whom to tell.

use crate::components::{ExternalLink, Piece};
use crate::domain::date::parse_day;
use crate::domain::route::Route;
use crate::site::use_site;
use crate::words::words;
use leptos::prelude::*;

/// The day on which what the statement says was last seen to be true. It changes with what it says, not with the data.
const PREPARED: &str = "2026-11-22";

/// The statement.
pub fn elements() -> Vec<AnyView> {
    vec![super::heading(&Route::Accessibility), prose()]
}

fn prose() -> AnyView {
    let (say, published) = (words(), words().published());
    let data = use_site().dataset;
    let what = published.statement_what.map(|text| view! { <p>{text}</p> }.piece()).into_iter().collect::<Vec<_>>();
    let list = |texts: &'static [&'static str]| {
        let items: Vec<_> = texts.iter().map(|text| view! { <li>{*text}</li> }.piece()).collect();
        view! { <ul>{items}</ul> }.piece()
    };
    let feedback = match data.meta.contact.clone() {
        Some(href) => {
            let text = href.strip_prefix("mailto:").unwrap_or(&href).to_owned();
            view! { <p>{published.statement_feedback_text} " " <ExternalLink href text/></p> }.piece()
        }
        None => view! { <p>{published.statement_no_contact}</p> }.piece(),
    };
    view! {
        <div class="prose">
            {what}
            <section><h2>{published.statement_status}</h2><p>{published.statement_status_text}</p></section>
            <section>
                <h2>{published.statement_gaps}</h2>
                <p>{published.statement_gaps_lead}</p>
                {list(published.statement_gaps_list)}
            </section>
            <section>
                <h2>{published.statement_tested}</h2>
                {parse_day(PREPARED).map(|day| view! { <p>{say.statement_prepared(day)}</p> }.piece())}
                {list(published.statement_tested_list)}
                <p>{published.statement_untested}</p>
            </section>
            <section><h2>{published.statement_feedback}</h2>{feedback}</section>
            <section><h2>{published.statement_enforcement}</h2><p>{published.statement_enforcement_text}</p></section>
        </div>
    }
    .piece()
}
