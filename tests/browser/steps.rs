//! From the list to a project, along the list, and back.

use crate::browser::{Browser, Setup, with_browser};
use crate::hands::{Act, Hand, act};
use crate::list::{address, asked, shows};
use crate::oracle::oracle;
use crate::site::{PORTAL, ROOT};
use atlas::domain::query::Page;
use atlas::domain::route::Route;
use atlas::words::words;
use serde_json::json;

/// Waits for the page of the project at a place of a list, and looks at what it says of that place.
async fn is_project(browser: &Browser, query: &str, at: usize) {
    let list = oracle().ids(&asked(query));
    let project = &oracle().data.projects[list[at]];
    browser.until_at(&Route::Project(project.id.clone(), asked(query)).href("")).await;
    browser
        .until("its heading", &format!("return document.querySelector('h1')?.textContent === {}", json!(project.title)))
        .await;
    // As of the day of the list.
    let day = asked(query).as_of.unwrap_or(oracle().data.meta.as_of);
    let standing = project.standing(day);
    let tag = standing.status().map_or(words().not_stated.to_owned(), |it| words().status(it).to_owned());
    let dated =
        (standing.status().is_some() && standing.status() == standing.by_dates).then(|| words().status_as_of(day));
    let seen = "const fact = [...document.querySelectorAll('dl.facts-wide > *')].find(it => it.querySelector('dt')?.textContent === ";
    let status = json!(words().status);
    let script = format!(
        "{seen}{status}); return fact?.textContent.includes({}) === true && fact.textContent.includes({})",
        json!(tag),
        json!(dated.unwrap_or_default())
    );
    browser.until("its status", &script).await;
    let place = format!("Project {} of {}", at + 1, list.len());
    browser.until(&place, &format!("return document.querySelector('.step-place')?.textContent === '{place}'")).await;
    let link = |class: &'static str, at: Option<usize>| {
        let to =
            at.and_then(|at| list.get(at)).map(|id| browser.url(&Route::Project((*id).clone(), asked(query)).href("")));
        let script = format!("return document.querySelector('.{class} a')?.href ?? null");
        async move { assert_eq!(browser.eval(&script).await, json!(to), "{class}") }
    };
    link("step-previous", at.checked_sub(1)).await;
    link("step-next", Some(at + 1)).await;
    // The title follows what has been painted.
    browser
        .until("its title", &format!("return document.title.startsWith({})", serde_json::json!(project.title)))
        .await;
}

async fn along(browser: &Browser, hand: Hand, query: &str, first: usize) {
    let click = |selector: &str| Act::Click(selector.to_owned());
    browser.load_alive(&address(&asked(query))).await;
    shows(browser, query).await;
    let at = oracle()
        .ids(&asked(query))
        .iter()
        .position(|id| oracle().page(&asked(query)).ids[first] == id.as_str())
        .unwrap();
    act(
        browser,
        hand,
        &click(&format!(".cards > .card:nth-child({}) h3 a, tbody tr:nth-child({}) th a", first + 1, first + 1)),
    )
    .await
    .unwrap();
    is_project(browser, query, at).await;
    browser.until("the focus", "return document.activeElement.tagName === 'H1'").await;
    act(browser, hand, &click(".step-next a")).await.unwrap();
    is_project(browser, query, at + 1).await;
    act(browser, hand, &click(".step-previous a")).await.unwrap();
    is_project(browser, query, at).await;
    browser.client.back().await.unwrap();
    is_project(browser, query, at + 1).await;
    browser.client.refresh().await.unwrap();
    is_project(browser, query, at + 1).await;
    act(browser, hand, &click(".back a")).await.unwrap();
    // To the page of the list on which this project stands.
    let there = asked(query).at(Page::Number((at + 1) / Page::SIZE + 1)).print();
    shows(browser, there.trim_start_matches('?')).await;
    // The browser's own Back leads through the same pages.
    for at in [at + 1, at] {
        browser.client.back().await.unwrap();
        is_project(browser, query, at).await;
    }
    browser.client.back().await.unwrap();
    shows(browser, query).await;
    assert_eq!(browser.console().await, Vec::<String>::new());
}

#[test]
fn a_project_knows_its_place_in_the_list_that_it_was_opened_from() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), |browser| async move {
            along(&browser, Hand::Mouse, "", 0).await;
            along(&browser, Hand::Mouse, "country=tajikistan&sort=title", 2).await;
            along(&browser, Hand::Keyboard, "q=court&not-status=forecast", 3).await;
            // Over the end of a page: the list is left on one and come back to on the next.
            along(&browser, Hand::Mouse, "country=kyrgyz-republic&page=2", 24).await;
            along(&browser, Hand::Keyboard, "from=2014&to=2016&as-of=2016-01-01&view=table&sort=largest", 1).await;
        });
    }
}

#[test]
fn a_project_outside_of_the_list_has_no_place_in_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let id = oracle().ids(&asked("not-country=kazakhstan"))[0];
        browser.load_alive(&format!("/projects/{id}/?country=kazakhstan")).await;
        assert_eq!(browser.eval("return document.querySelector('.step-place')").await, json!(null));
        browser.click(".back a").await;
        shows(&browser, "country=kazakhstan").await;
    });
}

#[test]
fn projects_opened_from_elsewhere_lead_to_the_whole_list() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/organisations/european-union/").await;
        browser.click(".cards .card h3 a").await;
        browser
            .until(
                "its place",
                "return document.querySelector('.step-place')?.textContent.endsWith(' of 252') === true",
            )
            .await;
        browser.click(".back a").await;
        shows(&browser, "").await;
    });
}
