//! `<SaveMenu>`: the list as a file.

#[cfg(feature = "hydrate")]
mod tables;

use super::{Piece, flag, live_option, on, text};
use crate::browser;
use crate::domain::catalogue::names::Names;
use crate::domain::party::Role;
use crate::domain::query::ProjectQuery;
use crate::site::{Site, use_site};
use crate::words::words;
use leptos::prelude::*;
use sheet::kind::Kind;
use std::sync::Arc;

/// What can be saved: the projects, or the bodies in a role.
const ALL: [Option<Role>; 4] = [None, Some(Role::Donor), Some(Role::Implementer), Some(Role::Beneficiary)];

/// The id of the words that open the menu.
const OPENER: &str = "save";

/// How far a file has come.
#[derive(Clone, PartialEq)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "where pages are prerendered nothing is saved"))]
enum State {
    /// Nothing has been asked for.
    Idle,
    /// It is being made.
    Saving,
    /// The browser has got it. Its name, and how many rows it has.
    Saved(String, usize),
    /// The words of the projects have not arrived, so that the list is not complete.
    Waits,
    /// It failed; this is what was asked for.
    Failed(Option<Role>, Kind),
}

/// What can be saved of the list, and as what.
#[component]
pub fn SaveMenu(
    /// The question.
    query: Memo<ProjectQuery>,
    /// The names of all values.
    names: Signal<Arc<Names>>,
) -> impl IntoView {
    let site = use_site();
    let alive = site.alive;
    let state = RwSignal::new(State::Idle);
    let save = Callback::new(move |(bodies, kind): (Option<Role>, Kind)| {
        if state.with_untracked(|state| *state != State::Saving) {
            state.set(State::Saving);
            let (query, names) = (query.get_untracked(), names.get_untracked());
            begin(Order { site: site.clone(), query, names, bodies, kind }, state);
        }
    });
    let groups = ALL.map(|bodies| {
        let buttons = Kind::TABLES.map(|kind| {
            let name = kind.key().to_ascii_uppercase();
            view! {
                <button type="button" on:click=on(move |_| save.run((bodies, kind)))>
                    <span class="visually-hidden">{words().before_kind(bodies)}</span>
                    {name}
                </button>
            }
            .piece()
        });
        view! { <fieldset disabled=flag(move || !alive.get())><legend>{words().what(bodies)}</legend>{buttons.into_iter().collect::<Vec<_>>()}</fieldset> }
            .piece()
    });
    let line = text(move || {
        state.with(|state| match state {
            State::Idle => String::new(),
            State::Saving => words().save.saving.to_owned(),
            State::Saved(name, rows) => words().saved_rows(name, *rows),
            State::Waits => words().list.loading_words.to_owned(),
            State::Failed(..) => words().save.save_failed.to_owned(),
        })
    });
    let again = live_option(move || match state.get() {
        State::Failed(bodies, kind) => {
            let click = move |_| {
                save.run((bodies, kind));
                // The button goes with the failure.
                browser::rescue_focus(OPENER);
            };
            Some(view! { <button type="button" on:click=on(click)>{words().save.again}</button> }.piece())
        }
        _ => None,
    });
    view! {
        <details class="menu save-menu" name="menu">
            <summary id=OPENER>{words().save.save}</summary>
            <div>
                <p class="small">{words().save.save_hint}</p>
                {groups.into_iter().collect::<Vec<_>>()}
                <p role="status">{line}</p>
                {again}
            </div>
        </details>
    }
    .piece()
}

/// A file that is asked for, of the list as it was then.
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "where pages are prerendered nobody clicks"))]
struct Order {
    site: Site,
    query: ProjectQuery,
    names: Arc<Names>,
    bodies: Option<Role>,
    kind: Kind,
}

#[cfg(feature = "hydrate")]
use here::begin;
#[cfg(not(feature = "hydrate"))]
fn begin(_order: Order, _state: RwSignal<State>) {}

/// In the browser.
#[cfg(feature = "hydrate")]
mod here {
    use super::tables::Asked;
    use super::{Order, State};
    use crate::browser::{self, attribute};
    use crate::exporter;
    use crate::fetch;
    use leptos::logging::error;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use serde_json::Value;
    use std::time::Duration;

    /// Makes the file, once the page has shown that it will.
    pub fn begin(order: Order, state: RwSignal<State>) {
        let make = move || {
            spawn_local(async move {
                let ended = make(&order).await.unwrap_or_else(|why| {
                    error!("{why}");
                    State::Failed(order.bodies, order.kind)
                });
                // The visitor may have gone to another page meanwhile.
                let _ = state.try_set(ended);
            });
        };
        set_timeout(make, Duration::from_millis(30));
    }

    async fn make(order: &Order) -> Result<State, String> {
        let Order { site, query, names, bodies, kind } = order;
        let details = browser::app().and_then(|app| app.get_attribute(attribute::DETAILS)).unwrap_or_default();
        let (results, of) = site.ask(|catalogue| (catalogue.run(query), catalogue.len()));
        if results.waits_for_words {
            return Ok(State::Waits);
        }
        let address = format!("{}{}", browser::origin(), site.base);
        let asked = Asked { query, names, dataset: &site.dataset, found: (results.total, of), site: &address };
        let table = match bodies {
            None => {
                let bytes = fetch::bytes(&details, fetch::MOST, fetch::UNTOLD)
                    .await
                    .map_err(|why| format!("{details}: {why}"))?;
                let read: Value = serde_json::from_str(&String::from_utf8_lossy(&bytes)).unwrap_or_default();
                // Half a file would be worse than none.
                let read = read.as_array().filter(|read| read.len() == of);
                let read = read.ok_or_else(|| format!("{details} cannot be read"))?;
                let listed: Vec<_> = site
                    .ask(|catalogue| catalogue.ordered(query).into_iter().map(|row| catalogue.listed(row)).collect());
                asked.projects(&listed, read)
            }
            Some(role) => asked.bodies(*role, &site.ask(|catalogue| catalogue.bodies(query, *role))),
        };
        let name = format!("{}.{}", asked.file_name(*bodies), kind.key());
        let bytes = exporter::write(*kind, &table).await.map_err(|why| why.to_string())?;
        exporter::download(&name, kind.mime(), &bytes).map_err(|why| why.to_string())?;
        Ok(State::Saved(name, table.rows.len()))
    }
}
