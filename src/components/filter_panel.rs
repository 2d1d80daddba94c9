//! `<FilterPanel>`: everything by which projects can be filtered: words, facets, period, budget, day.

use super::{Counted, FacetGroup, Field, Input, Piece, QueryForm, SearchBox, flag, kept, later, on, text};
use crate::browser;
use crate::domain::band::Band;
use crate::domain::catalogue::names::Names;
use crate::domain::date::PartialDate;
use crate::domain::facet::Facet;
use crate::domain::money::Currency;
use crate::domain::query::{Active, BudgetRange, ProjectQuery, key};
use crate::domain::typed;
use crate::site::{Step, use_site};
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Facets that are open from the beginning.
const OPEN: [Facet; 4] = [Facet::Country, Facet::Status, Facet::Type, Facet::Donor];

/// The panel beside a list that a [`ProjectQuery`] filters.
#[component]
pub fn FilterPanel(
    /// The list.
    counted: Counted,
    /// Goes to another question, back to the beginning of the list.
    choose: Callback<ProjectQuery>,
    /// Goes to another question without leaving the place.
    adjust: Callback<ProjectQuery>,
    /// Goes to another question in a step of this kind.
    goes: Callback<(ProjectQuery, Step)>,
    /// The id of the heading of the results.
    results: &'static str,
    /// What the link to the results says.
    found: Signal<String>,
    /// What stands before the facets.
    first: Option<AnyView>,
) -> impl IntoView {
    let site = use_site();
    let Counted { query, names, .. } = counted;
    // The words of the address when they were typed here; words that came otherwise are a step to come back to.
    let typed = StoredValue::new(None::<String>);
    let search = Callback::new(move |(text, done): (String, bool)| {
        let asked = query.get_untracked();
        let next = asked.with_text(&text);
        if next != asked {
            // The first letter is a step to come back from; the others only refine it.
            let refines = typed.with_value(|typed| typed.as_ref() == Some(&asked.text)) && !asked.text.is_empty();
            let step = if done || !refines { Step::Push } else { Step::Replace };
            typed.set_value((!done).then(|| next.text.clone()));
            goes.run((next, step));
            browser::return_to(results);
        } else if done {
            typed.set_value(None);
        }
    });
    let facets = Facet::ALL.map(|facet| {
        later(move || view! { <FacetGroup facet counted open=OPEN.contains(&facet) ask=choose adjust/> }.piece())
    });
    let folded = |name: &'static str, form: Box<dyn FnOnce() -> AnyView + Send>| {
        later(move || {
            view! { <details class="facet"><summary><span class="facet-name">{name}</span></summary>{form()}</details> }
                .piece()
        })
    };
    let forms = [
        folded(words().list.period, Box::new(move || view! { <PeriodForm query ask=choose/> }.piece())),
        folded(words().list.budget_range, Box::new(move || view! { <BudgetForm query names ask=choose/> }.piece())),
        folded(words().list.as_of, Box::new(move || view! { <DayForm query ask=choose/> }.piece())),
    ];
    let open = RwSignal::new(false);
    let here = format!("#{results}");
    view! {
        <div class="side filters" class:open=open>
            <a class="skip-link" href=here.clone() rel="external">{words().list.to_results}</a>
            <h2 class="filters-heading">{words().list.filters}</h2>
            <SearchBox name=key::TEXT text=Signal::derive(move || query.with(|query| query.text.clone())) alive=site.alive ask=search/>
            <button
                type="button"
                class="filters-button"
                aria-controls="filters"
                aria-expanded=text(move || open.get().to_string())
                disabled=flag(move || !site.alive.get())
                on:click=on(move |_| open.update(|open| *open = !*open))
            >
                {words().list.show_filters}
            </button>
            <div id="filters" class="filters-body">
                {first}
                {facets.into_iter().collect::<Vec<_>>()}
                {forms.into_iter().collect::<Vec<_>>()}
                <p class="to-results"><a href=here rel="external">{found}</a></p>
            </div>
        </div>
    }
    .piece()
}

/// A part of the question as the text of a field. It changes with this part only: what is typed and not yet sent outlasts
/// every other choice.
fn text_of(
    query: Memo<ProjectQuery>,
    part: impl Fn(&ProjectQuery) -> Option<String> + Send + Sync + 'static,
) -> Signal<String> {
    kept(text(move || query.with(|query| part(query).unwrap_or_default())))
}

/// An entry that may be left empty: what it says, or that it cannot be read.
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    if text.is_empty() { Ok(None) } else { read(text).map(Some).ok_or(()) }
}

#[component]
fn PeriodForm(query: Memo<ProjectQuery>, ask: Callback<ProjectQuery>) -> impl IntoView {
    let date = |label, key, part: fn(&ProjectQuery) -> Option<PartialDate>| Field {
        key,
        label,
        value: text_of(query, move |query| part(query).map(|date| date.to_string())),
        input: Input::Text,
    };
    let fields = vec![
        date(words().list.from, key::FROM, |query| query.active.from),
        date(words().list.to, key::TO, |query| query.active.to),
        Field {
            key: key::CERTAINLY,
            label: words().list.certainly,
            value: text_of(query, |query| query.active.certainly.then(|| key::YES.to_owned())),
            input: Input::Tick,
        },
    ];
    let send = Callback::new(move |values: Vec<String>| {
        let mut dates = [None, None];
        for (at, date) in dates.iter_mut().enumerate() {
            match optional(values.get(at).map_or("", String::as_str), typed::date) {
                Ok(read) => *date = read,
                Err(()) => return Some((at, words().list.bad_date)),
            }
        }
        let [from, to] = dates;
        let certainly = values.get(2).is_some_and(|value| !value.is_empty());
        let active = Active { from, to, certainly };
        if active.is_reversed() {
            return Some((1, words().list.bad_period));
        }
        ask.run(query.with_untracked(|query| query.changed(|query| query.active = active)));
        None
    });
    view! { <QueryForm legend=words().list.period hint=words().list.date_hint fields alive=use_site().alive send/> }
        .piece()
}

#[component]
fn BudgetForm(query: Memo<ProjectQuery>, names: Signal<Arc<Names>>, ask: Callback<ProjectQuery>) -> impl IntoView {
    let mut currencies = vec![(String::new(), words().list.any_currency.to_owned())];
    names.with_untracked(|names| {
        for band in names.of(Facet::Budget) {
            let Some(band) = Band::parse(band.id.as_str()) else { continue };
            let code = band.currency.code().to_owned();
            if !currencies.iter().any(|(known, _)| *known == code) {
                currencies.push((code, band.currency.code().to_owned()));
            }
        }
    });
    let sum = |label, key, part: fn(&ProjectQuery) -> Option<u64>| Field {
        key,
        label,
        value: text_of(query, move |query| part(query).map(|sum| sum.to_string())),
        input: Input::Text,
    };
    let fields = vec![
        Field {
            key: key::CURRENCY,
            label: words().list.currency,
            value: text_of(query, |query| query.budget.currency.map(|it| it.code().to_owned())),
            input: Input::Choice(currencies),
        },
        sum(words().list.at_least, key::MIN, |query| query.budget.min),
        sum(words().list.at_most, key::MAX, |query| query.budget.max),
    ];
    let send = Callback::new(move |values: Vec<String>| {
        let value = |at: usize| values.get(at).map_or("", String::as_str);
        let mut sums = [None, None];
        for (at, sum) in sums.iter_mut().enumerate() {
            match optional(value(at + 1), typed::sum) {
                Ok(read) => *sum = read,
                Err(()) => return Some((at + 1, words().list.bad_sum)),
            }
        }
        let currency = Currency::parse(value(0));
        if currency.is_none() && sums != [None, None] {
            return Some((0, words().list.bad_currency));
        }
        let [min, max] = sums;
        let budget = BudgetRange { currency, min, max };
        if budget.is_reversed() {
            return Some((2, words().list.bad_range));
        }
        ask.run(query.with_untracked(|query| query.changed(|query| query.budget = budget)));
        None
    });
    view! { <QueryForm legend=words().list.budget_range hint=words().list.budget_hint fields alive=use_site().alive send/> }.piece()
}

#[component]
fn DayForm(query: Memo<ProjectQuery>, ask: Callback<ProjectQuery>) -> impl IntoView {
    let site = use_site();
    let fields = vec![Field {
        key: key::AS_OF,
        label: words().list.as_of_label,
        value: text_of(query, |query| query.as_of.map(|day| PartialDate::day(day).to_string())),
        input: Input::Text,
    }];
    let day = site.dataset.meta.as_of;
    let send = Callback::new(move |values: Vec<String>| {
        let Ok(asked) = optional(values.first().map_or("", String::as_str), typed::day) else {
            return Some((0, words().list.bad_day));
        };
        ask.run(query.with_untracked(|query| query.changed(|query| query.as_of = asked.filter(|it| *it != day))));
        None
    });
    view! { <QueryForm legend=words().list.as_of hint=words().list.as_of_hint fields alive=site.alive send/> }.piece()
}
