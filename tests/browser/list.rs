//! The list of projects as a visitor sees it, held against the oracle's.

use crate::browser::Browser;
use crate::oracle::{Expected, oracle};
use atlas::domain::facet::Facet;
use atlas::domain::query::{ProjectQuery, View};
use atlas::domain::route::Route;
use atlas::words::list as say;
use atlas::words::words;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// How long the list may take to be right.
const PATIENCE: Duration = Duration::from_secs(8);

/// What the page shows of a question: the list, the sentences about it, and what its controls say.
const LOOK: &str = "
    const texts = selector => [...document.querySelectorAll(selector)].map(it => it.textContent);
    const text = selector => document.querySelector(selector)?.textContent ?? null;
    const value = name => document.querySelector(`.query-form [name=${name}]`)?.value ?? null;
    const titles = '.cards > .card h3 a, .projects-table tbody th a, .compare-table thead th a';
    const results = document.querySelector('#results');
    return {
        address: location.href,
        visible: results !== null && results.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        ids: [...document.querySelectorAll(titles)].map(it => new URL(it.href).pathname.split('/').at(-2)),
        queries: [...new Set([...document.querySelectorAll(titles)].map(it => new URL(it.href).search))],
        statuses: [...document.querySelectorAll('.cards > .card')].map(it => it.querySelector('.status')?.textContent ?? ''),
        count: text('#count'), sentence: text('#results'), status: text('.body [role=status]'), title: document.title,
        ticked: [...document.querySelectorAll('.choices input:checked')].map(it => `${it.name}=${it.value}`),
        excluded: [...document.querySelectorAll('.choices li.excluded input')].map(it => `${it.name}=${it.value}`),
        picks: [...document.querySelectorAll('input[name=pick]:checked')].map(it => it.value),
        chips: texts('.chips li:not(.chips-clear)').length,
        words: document.querySelector('#search-words')?.value.trim() ?? null,
        fields: ['from', 'to', 'currency', 'min', 'max', 'as-of'].map(value),
        certainly: document.querySelector('.query-form [name=certainly]')?.checked ?? null,
        notice: !document.querySelector('#notice').hidden,
    }";

/// The question of a row in a table of tests: a query string as people write it, read.
pub fn asked(query: &str) -> ProjectQuery {
    ProjectQuery::parse(query)
}

/// The address of a question below the base, in its one spelling.
pub fn address(query: &ProjectQuery) -> String {
    Route::Projects(query.clone()).href("")
}

/// The query with `{n}` for the n-th project of the whole list replaced by its id.
pub fn with_ids(query: &str) -> String {
    let all = oracle().ids(&ProjectQuery::default());
    (1..=30).fold(query.to_owned(), |text, at| text.replace(&format!("{{{at}}}"), all[at - 1].as_str()))
}

fn set(value: &Value) -> BTreeSet<String> {
    value.as_array().into_iter().flatten().filter_map(|it| Some(it.as_str()?.to_owned())).collect()
}

/// What is wrong with what is seen; nothing when it is what the question asks for.
fn differences(browser: &Browser, seen: &Value, query: &ProjectQuery, expected: &Expected) -> Vec<String> {
    let of = oracle().data.projects.len();
    let mut wrong = Vec::new();
    let mut same = |what: &str, found: Value, wanted: Value| {
        if found != wanted {
            wrong.push(format!("{what}:\n      seen     {found}\n      expected {wanted}"));
        }
    };
    same("address", seen["address"].clone(), json!(browser.url(&address(query))));
    same("visible", seen["visible"].clone(), json!(true));
    same("ids", seen["ids"].clone(), json!(expected.ids));
    if query.view == View::Cards {
        same("statuses", seen["statuses"].clone(), json!(expected.statuses));
    }
    if !expected.ids.is_empty() {
        same("the list that the projects lead back to", seen["queries"].clone(), json!([query.print()]));
    }
    let count = say::results_count(expected.total, of);
    same("count", seen["count"].clone(), json!(count));
    let sentence = seen["sentence"].as_str().unwrap_or_default();
    same("the status region", seen["status"].clone(), json!(format!("{count} – {sentence}")));
    let title = seen["title"].as_str().unwrap_or_default();
    let counted = format!("({}) – ", words().number(expected.total));
    same("the title has the count", json!(title.contains(&counted)), json!(true));
    let ticked = query.picks().map(|(facet, value)| format!("{}={value}", facet.key()));
    same("ticked", json!(set(&seen["ticked"])), json!(ticked.collect::<BTreeSet<_>>()));
    let excluded = query.exclusions().map(|(facet, value)| format!("{}={value}", facet.key()));
    same("excluded", json!(set(&seen["excluded"])), json!(excluded.collect::<BTreeSet<_>>()));
    let picks = query.picks.iter().map(ToString::to_string).filter(|id| expected.ids.contains(id));
    same("projects ticked", json!(set(&seen["picks"])), json!(picks.collect::<BTreeSet<_>>()));
    same("chips", seen["chips"].clone(), json!(query.parts().len()));
    same("words", seen["words"].clone(), json!(query.text));
    let sum = |sum: Option<u64>| sum.map(|it| it.to_string()).unwrap_or_default();
    let date = |date: Option<atlas::domain::date::PartialDate>| date.map(|it| it.to_string()).unwrap_or_default();
    let day = query.as_of.map(atlas::domain::date::PartialDate::day);
    let currency = query.budget.currency.map(|it| it.code().to_owned()).unwrap_or_default();
    let fields = [
        date(query.active.from),
        date(query.active.to),
        currency,
        sum(query.budget.min),
        sum(query.budget.max),
        date(day),
    ];
    same("fields", seen["fields"].clone(), json!(fields));
    same("certainly", seen["certainly"].clone(), json!(query.active.certainly));
    same("a notice", seen["notice"].clone(), json!(false));
    wrong
}

/// Waits until the page shows what a question asks for.
///
/// # Errors
/// With what is different, when it does not come to that.
pub async fn settle(browser: &Browser, query: &ProjectQuery) -> Result<(), String> {
    let expected = oracle().page(query);
    let began = Instant::now();
    loop {
        let seen = browser.eval(LOOK).await;
        let wrong = differences(browser, &seen, query, &expected);
        if wrong.is_empty() {
            return Ok(());
        }
        if began.elapsed() > PATIENCE {
            return Err(format!("{}\n    {}", address(query), wrong.join("\n    ")));
        }
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
}

/// Waits until the page shows what a query string asks for.
pub async fn shows(browser: &Browser, query: &str) {
    settle(browser, &asked(query)).await.unwrap();
}

/// The facet's two most frequent values; one that nothing states has only that it is not stated.
pub fn values(facet: Facet) -> [String; 2] {
    let mut values = oracle().top_values(facet).into_iter();
    let none = || Facet::NOT_STATED.to_owned();
    [values.next().unwrap_or_else(none), values.next().unwrap_or_else(none)]
}
