//! Every interaction with the list, by mouse and by keyboard. After each the list is the oracle's, the focus is where
//! it was, nothing that stays was drawn anew; Back undoes it, Forward does it again, a reload keeps it, and the address
//! shows the same to somebody else.
//!
//! To add an interaction, add a row to [`facet_rows`] or [`list_rows`].

// Each row tells how long it took.
#![allow(clippy::print_stderr)]

use crate::browser::{Browser, Setup, with_browser};
use crate::hands::{Act, Hand, act};
use crate::list::{address, asked, settle, values, with_ids};
use crate::oracle::oracle;
use crate::site::ROOT;
use atlas::domain::column::Column;
use atlas::domain::facet::Facet;
use atlas::domain::query::{Page, ProjectQuery, View};
use atlas::domain::slug::Slug;
use atlas::domain::sort::Sort;
use atlas::words::words;
use serde_json::json;
use std::time::Instant;

/// One interaction.
struct Row {
    name: String,
    /// The question before it. `{n}` is the id of the n-th project of the whole list.
    from: String,
    acts: Vec<Act>,
    /// The question after it.
    to: String,
    /// Where the focus must be after it; `None`: on what was used last.
    focus: Option<&'static str>,
    /// What else must come true, as a script; empty: nothing.
    check: String,
}

impl Row {
    fn focus(self, selector: &'static str) -> Self {
        Self { focus: Some(selector), ..self }
    }

    fn check(self, script: impl Into<String>) -> Self {
        Self { check: script.into(), ..self }
    }
}

fn row(name: impl Into<String>, from: &str, acts: Vec<Act>, to: &str) -> Row {
    Row { name: name.into(), from: with_ids(from), acts, to: with_ids(to), focus: None, check: String::new() }
}

fn click(selector: impl Into<String>) -> Act {
    Act::Click(selector.into())
}

fn open(selector: impl Into<String>) -> Act {
    Act::Open(selector.into())
}

fn fill(selector: &str, text: &str) -> Act {
    Act::Type(selector.to_owned(), text.to_owned())
}

/// How many entries of a list the Tab key can be asked to go through.
const MANY: usize = 400;

/// The whole list, or as much of it as the Tab key gets through and has more than one page.
fn some_pages() -> String {
    let total = |query: &str| oracle().page(&asked(query)).total;
    let values =
        || Facet::ALL.into_iter().flat_map(|facet| values(facet).map(|value| format!("{}={value}", facet.key())));
    let asked = [String::new()].into_iter().chain(values());
    asked.into_iter().find(|query| (Page::SIZE + 1..=MANY).contains(&total(query))).expect("a list of some pages")
}

/// Anywhere but nowhere: for what goes away when it is used.
const SOMEWHERE: &str = ":not(body)";

/// Values of facets: chosen, excluded, taken together.
fn facet_rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for facet in Facet::ALL {
        let key = facet.key();
        let [one, two] = values(facet);
        let boxed = |value: &str| format!("input[name={key}][value='{value}']");
        let not = |value: &str| format!("li:has(> label > {}) > .choice-not", boxed(value));
        let use_one = |act: Act| vec![open(boxed(&one)), act];
        rows.push(row(format!("tick in {key}"), "", use_one(click(boxed(&one))), &format!("{key}={one}")));
        rows.push(row(format!("untick in {key}"), &format!("{key}={one}"), use_one(click(boxed(&one))), ""));
        rows.push(row(format!("exclude in {key}"), "", use_one(click(not(&one))), &format!("not-{key}={one}")));
        rows.push(row(format!("include again in {key}"), &format!("not-{key}={one}"), use_one(click(not(&one))), ""));
        if one == two {
            continue;
        }
        rows.push(row(
            format!("tick another in {key}"),
            &format!("{key}={one}&q=law"),
            vec![open(boxed(&two)), click(boxed(&two))],
            &format!("q=law&{key}={one}&{key}={two}"),
        ));
        if facet.has_several() {
            let both = format!("{key}={one}&{key}={two}");
            let mode = |at: &str| format!("details:has({}) .facet-mode a:{at}-of-type", boxed(&one));
            rows.push(row(format!("all of {key}"), &both, use_one(click(mode("last"))), &format!("{both}&all={key}")));
            rows.push(row(format!("any of {key}"), &format!("{both}&all={key}"), use_one(click(mode("first"))), &both));
        }
    }
    let [one, _] = values(Facet::Country);
    let boxed = format!("input[name=country][value='{one}']");
    rows.push(row(
        "pick what is excluded",
        &format!("not-country={one}"),
        vec![click(boxed)],
        &format!("country={one}"),
    ));
    rows.push(row(
        "exclude what is picked",
        &format!("country={one}&status=completed"),
        vec![click(format!("li:has(> label > input[name=country][value='{one}']) > .choice-not"))],
        &format!("status=completed&not-country={one}"),
    ));
    // A donor of few projects: not among those that are shown before the facet is opened.
    let rare = &oracle().top_values(Facet::Donor)[20];
    let name = &oracle().data.organisations[&Slug::new(rare).unwrap()].name;
    let begin: String = name.chars().take(6).collect();
    let (donors, rare_box) = ("details:has(input[name=donor])", format!("input[name=donor][value='{rare}']"));
    let (from, to) = ("sort=title", format!("donor={rare}&sort=title"));
    let more = vec![click(format!("{donors} .facet-more")), click(&rare_box)];
    let found = vec![fill(&format!("{donors} .facet-find"), &begin), click(&rare_box)];
    rows.push(row("show all of a long facet", from, more, &to));
    rows.push(row("find a value of a long facet", from, found, &to));
    rows
}

/// Everything else.
fn list_rows() -> Vec<Row> {
    let search = "#search-words";
    let marks = "return document.querySelectorAll('.card mark').length > 0";
    let mut rows = vec![
        row("several words", "", vec![fill(search, "Court MONITORING")], "q=Court MONITORING").check(marks),
        row("the beginning of a word", "country=kazakhstan", vec![fill(search, "judi")], "q=judi&country=kazakhstan")
            .check(marks),
        row("words in quotes", "", vec![fill(search, "\"legal aid\"")], "q=\"legal aid\"").check(marks),
        row("an alias in another script", "", vec![fill(search, "Кыргызстан")], "q=Кыргызстан")
            .check("return document.querySelector('.also')?.textContent === 'Also matching: Kyrgyz Republic.'"),
        row("an abbreviation", "", vec![fill(search, "CoE")], "q=CoE")
            .check("return document.querySelector('.also')?.textContent.includes('Council of Europe') === true"),
        row("a word of nobody", "", vec![fill(search, "zzzz")], "q=zzzz"),
        row("words and Enter", "page=2", vec![fill(search, "police"), Act::Enter], "q=police"),
        row("words and the button", "", vec![fill(search, "prison"), click(".search-box button")], "q=prison"),
        row(
            "other words",
            "q=prison",
            vec![Act::Replace(search.to_owned(), "police".to_owned()), Act::Enter],
            "q=police",
        ),
        row("no words any more", "q=prison", vec![Act::Empty(search.to_owned())], "").focus(search),
        row("what was meant", "q=prosecuters training", vec![click(".nothing a")], "q=prosecutors training")
            .focus(SOMEWHERE),
        row(
            "the best removal",
            "q=zzzz&country=kazakhstan&type=judicial-reform",
            vec![click(".nothing a")],
            "country=kazakhstan&type=judicial-reform",
        )
        .focus(SOMEWHERE),
        row(
            "a chip of several",
            "q=law&country=kazakhstan&not-type=human-rights",
            vec![click(".chips li:nth-child(2) a")],
            "q=law&not-type=human-rights",
        )
        .focus(SOMEWHERE),
        row("the last chip", "country=kazakhstan", vec![click(".chips li:first-child a")], "").focus("#results"),
        row(
            "remove all filters",
            "q=law&country=kazakhstan&not-type=human-rights&from=2012&currency=EUR&sort=title&view=table",
            vec![click(".chips-clear a")],
            "sort=title&view=table",
        )
        .focus("#results"),
        row(
            "a key that nobody knows",
            "utm_source=x&country=kazakhstan",
            vec![click(".chips li:nth-child(2) a")],
            "country=kazakhstan",
        )
        .focus(SOMEWHERE),
        row("a value that nobody knows", "country=nowhere", vec![click(".chips li:first-child a")], "")
            .focus("#results"),
        row(
            "untick a value that nobody knows",
            "country=nowhere",
            vec![click("input[name=country][value=nowhere]")],
            "",
        )
        .focus(SOMEWHERE),
        row("a sum without its currency", "min=5&sort=nonsense&from=July", vec![click(".chips-clear a")], "")
            .focus("#results"),
    ];
    let forms = [
        (
            "a period of years",
            "",
            vec![
                open("[name=from]"),
                fill("[name=from]", "2014"),
                fill("[name=to]", "2016"),
                click("form:has([name=from]) button"),
            ],
            "from=2014&to=2016",
        ),
        (
            "certainly in a month",
            "country=tajikistan",
            vec![
                open("[name=from]"),
                fill("[name=from]", "2015-07"),
                fill("[name=to]", "2015-07"),
                click("[name=certainly]"),
                click("form:has([name=from]) button"),
            ],
            "country=tajikistan&from=2015-07&to=2015-07&certainly=yes",
        ),
        (
            "from a day on, by Enter",
            "",
            vec![open("[name=from]"), fill("[name=from]", "2019-03-01"), Act::Enter],
            "from=2019-03-01",
        ),
        (
            "no longer certainly",
            "from=2015&certainly=yes",
            vec![open("[name=from]"), click("[name=certainly]"), click("form:has([name=from]) button")],
            "from=2015",
        ),
        (
            "no period any more",
            "from=2015&to=2016",
            vec![
                open("[name=from]"),
                Act::Empty("[name=from]".into()),
                Act::Empty("[name=to]".into()),
                click("form:has([name=from]) button"),
            ],
            "",
        ),
        (
            "statuses as of a day",
            "status=ongoing",
            vec![open("[name=as-of]"), fill("[name=as-of]", "2016-07-25"), click("form:has([name=as-of]) button")],
            "status=ongoing&as-of=2016-07-25",
        ),
        (
            "as of a day, nothing filtered",
            "",
            vec![open("[name=as-of]"), fill("[name=as-of]", "2013-01-01"), Act::Enter],
            "as-of=2013-01-01",
        ),
        (
            "as of the day of the data again",
            "status=completed&as-of=2013-01-01",
            vec![open("[name=as-of]"), Act::Empty("[name=as-of]".into()), Act::Enter],
            "status=completed",
        ),
        (
            "a budget",
            "",
            vec![
                open("[name=min]"),
                Act::Choose("[name=currency]".into(), "EUR"),
                fill("[name=min]", "1000000"),
                fill("[name=max]", "5000000"),
                click("form:has([name=min]) button"),
            ],
            "currency=EUR&min=1000000&max=5000000",
        ),
        (
            "any budget in a currency",
            "sort=largest",
            vec![
                open("[name=min]"),
                Act::Choose("[name=currency]".into(), "USD"),
                click("form:has([name=min]) button"),
            ],
            "currency=USD&sort=largest",
        ),
        (
            "no largest budget",
            "currency=EUR&min=100000&max=500000",
            vec![open("[name=min]"), Act::Empty("[name=max]".into()), click("form:has([name=min]) button")],
            "currency=EUR&min=100000",
        ),
    ];
    rows.extend(forms.map(|(name, from, acts, to)| row(name, from, acts, to)));
    rows.push(
        row("those without dates", "from=2014&to=2016", vec![click(".body > p.small > a")], "year=not-stated")
            .focus(SOMEWHERE),
    );
    for (at, (key, _)) in Sort::TABLE.into_iter().enumerate() {
        let item = format!(".tools > .menu:first-child li:nth-child({}) a", at + 1);
        let from = if key == "newest" { "sort=title" } else { "" };
        let order = row(format!("order by {key}"), from, vec![open(&item), click(&item)], &format!("sort={key}"));
        // The menu is closed again, and whoever chose is at what opens it.
        rows.push(order.focus(".tools > .menu:first-child summary"));
    }
    let item = ".tools > .menu:first-child li:nth-child(3) a";
    rows.push(
        row(
            "another order from page 3 on",
            "country=kyrgyz-republic&page=3",
            vec![open(item), click(item)],
            "country=kyrgyz-republic&sort=oldest",
        )
        .focus(".tools > .menu:first-child summary"),
    );
    rows.push(row(
        "as a table",
        "country=tajikistan&sort=title&page=2",
        vec![click(".views li:nth-child(2) a")],
        "country=tajikistan&sort=title&view=table&page=2",
    ));
    rows.push(row(
        "as cards",
        "country=tajikistan&view=table",
        vec![click(".views li:first-child a")],
        "country=tajikistan",
    ));
    let menu = ".tools > .menu:nth-of-type(2)";
    let heads = |columns: &[Column]| {
        let names: Vec<&str> = columns.iter().map(|it| words().column_name(*it)).collect();
        format!(
            "return [...document.querySelectorAll('.projects-table thead th')].slice(2).map(it => it.textContent).join() === {}",
            json!(names.join(","))
        )
    };
    for (at, (_, column)) in Column::TABLE.into_iter().enumerate() {
        let item = format!("{menu} li:nth-child({}) a", at + 1);
        let to = ProjectQuery { view: View::Table, ..Default::default() }.with_column_toggled(column);
        let shown: Vec<Column> = to.shown_columns().into_iter().collect();
        let to = to.print();
        rows.push(
            row(
                format!("column {}", column.key()),
                "view=table",
                vec![open(&item), click(&item)],
                to.trim_start_matches('?'),
            )
            .check(heads(&shown)),
        );
    }
    let last = format!("page={}", oracle().page(&asked("")).total.div_ceil(Page::SIZE));
    let begin = some_pages();
    let whole = if begin.is_empty() { "page=all".to_owned() } else { format!("{begin}&page=all") };
    let pager = [
        ("next page", "", ".pager .next a", "page=2"),
        ("next page of a filtered list", "country=kyrgyz-republic", ".pager .next a", "country=kyrgyz-republic&page=2"),
        ("previous page", "page=3", ".pager .previous a", "page=2"),
        ("back to the first page", "page=2", ".pager .previous a", ""),
        ("a page by its number", "sort=title", ".pager li:nth-child(3) a", "sort=title&page=3"),
        ("the last page", "", ".pager li:nth-last-child(3) a", &last),
        ("all on one page", "page=4", ".pager-other a", "page=all"),
        (
            "all of a filtered list on one page",
            "country=kyrgyz-republic",
            ".pager-other a",
            "country=kyrgyz-republic&page=all",
        ),
        ("page by page", &whole, ".pager-other a", &begin),
    ];
    rows.extend(pager.map(|(name, from, on, to)| row(name, from, vec![click(on)], to).focus(SOMEWHERE)));
    rows.push(row(
        "a filter from a later page",
        "page=3",
        vec![click("input[name=country][value=tajikistan]")],
        "country=tajikistan",
    ));
    rows.push(row(
        "a filter of the whole list",
        "page=all",
        vec![click("input[name=country][value=tajikistan]")],
        "country=tajikistan&page=all",
    ));
    let tick = |at: usize| format!(".cards > .card:nth-child({at}) input[name=pick]");
    let bar = |at: usize| format!(".pick-bar li:nth-child({at}) a");
    rows.extend([
        row("tick a project", "", vec![click(tick(2))], "pick={2}"),
        row("tick another", "pick={5}", vec![click(tick(1))], "pick={5}&pick={1}"),
        row("tick on a later page", "pick={5}&page=2", vec![click(tick(1))], "pick={5}&pick={26}&page=2"),
        row("untick a project", "pick={1}&pick={2}", vec![click(tick(1))], "pick={2}"),
        row("untick the last", "pick={2}", vec![click(tick(2))], ""),
        row(
            "tick in the table",
            "view=table",
            vec![click("tbody tr:nth-child(3) input[name=pick]")],
            "view=table&pick={3}",
        ),
        row("show only these", "pick={3}&pick={1}&q=law", vec![click(bar(1))], "q=law&pick={3}&pick={1}&picked=yes"),
        row("back to the whole list", "pick={3}&pick={1}&picked=yes", vec![click(bar(1))], "pick={3}&pick={1}"),
        row(
            "compare side by side",
            "pick={3}&pick={1}&pick={2}",
            vec![click(bar(2))],
            "view=compare&pick={3}&pick={1}&pick={2}&picked=yes",
        )
        .check("return document.querySelectorAll('.compare-table tbody tr').length === 10"),
        row("untick all", "pick={3}&pick={1}&country=kazakhstan", vec![click(bar(3))], "country=kazakhstan")
            .focus(SOMEWHERE),
        row("untick all that were compared", "view=compare&pick={3}&pick={1}&picked=yes", vec![click(bar(3))], "")
            .focus(SOMEWHERE),
    ]);
    rows
}

/// Marks the window, and each card and row.
const MARK: &str = "window.same = true; \
    document.querySelectorAll('.cards > .card, .projects-table tbody tr').forEach(it => { it.marked = true })";

/// How many cards and rows are new pieces of the page, beyond those by which the list has become longer.
fn redrawn(before: &ProjectQuery, after: &ProjectQuery) -> String {
    let [before, after] = [before, after].map(|query| oracle().page(query).ids.len());
    format!(
        "return [...document.querySelectorAll('.cards > .card, .projects-table tbody tr')] \
         .filter(it => !it.marked).length - {}",
        after.saturating_sub(before)
    )
}

/// Does what a row says and looks at what comes of it. `there`: the page shows the question before it already.
async fn walk(browser: &Browser, row: &Row, hand: Hand, there: bool) -> Result<(), String> {
    let (from, to) = (asked(&row.from), asked(&row.to));
    let step = |what: &'static str| move |why: String| format!("{what}: {why}");
    if !there {
        browser.load_alive(&address(&from)).await;
    }
    settle(browser, &from).await.map_err(step("before"))?;
    browser.eval(MARK).await;
    for it in &row.acts {
        act(browser, hand, it).await?;
    }
    settle(browser, &to).await.map_err(step("after"))?;
    if browser.eval("return window.same").await != true {
        return Err("the page was loaded anew".into());
    }
    if !row.check.is_empty() && !browser.soon(&row.check).await {
        return Err(format!("not true: {}", row.check));
    }
    let focus = row.focus.or_else(|| row.acts.last()?.on());
    if let Some(focus) = focus
        && !browser.soon(&format!("return document.activeElement.matches({})", json!(focus))).await
    {
        let found = browser.text("return document.activeElement.outerHTML.slice(0, 200)").await;
        return Err(format!("the focus is not on {focus} but on {found}"));
    }
    // A table is not a list of cards; and each letter has an answer of its own, which may be shorter.
    let typed = row.acts.iter().any(|it| matches!(it, Act::Type(..) | Act::Replace(..)));
    if from.view == to.view && !typed {
        let redrawn = browser.eval(&redrawn(&from, &to)).await;
        if redrawn != 0 {
            return Err(format!("{redrawn} cards or rows were made anew"));
        }
    }
    browser.client.back().await.map_err(|why| why.to_string())?;
    settle(browser, &from).await.map_err(step("Back"))?;
    if hand == Hand::Mouse {
        browser.client.forward().await.map_err(|why| why.to_string())?;
        settle(browser, &to).await.map_err(step("Forward"))?;
        browser.client.refresh().await.map_err(|why| why.to_string())?;
        settle(browser, &to).await.map_err(step("reload"))?;
    }
    Ok(())
}

/// Walks all rows and tells of all that fail.
fn walk_all(rows: Vec<Row>, hand: Hand) {
    let only = std::env::var("ROW").ok();
    let rows: Vec<Row> = rows.into_iter().filter(|row| only.as_ref().is_none_or(|it| row.name.contains(it))).collect();
    with_browser(Setup::new(ROOT), |browser| async move {
        let mut failures = Vec::new();
        let mut at = None;
        for row in &rows {
            let began = Instant::now();
            let walked = walk(&browser, row, hand, at == Some(&row.from)).await;
            // Where the next row can go on.
            at = walked.is_ok().then_some(if hand == Hand::Mouse { &row.to } else { &row.from });
            eprintln!(
                "{hand:?} {}: {} ms{}",
                row.name,
                began.elapsed().as_millis(),
                if walked.is_ok() { "" } else { ", fails" }
            );
            if let Err(why) = walked {
                eprintln!("{why}");
                failures.push(format!("{} ({hand:?}): {why}", row.name));
            }
            let console = browser.console().await;
            if !console.is_empty() {
                failures.push(format!("{} ({hand:?}): the console says {console:?}", row.name));
            }
        }
        if hand == Hand::Mouse {
            // The link, pasted by somebody who was never here.
            let stranger = browser.stranger().await;
            let mut links: Vec<&String> = rows.iter().map(|row| &row.to).collect();
            links.sort();
            links.dedup();
            for link in links {
                stranger.forget().await;
                stranger.load(&address(&asked(link))).await;
                if let Err(why) = settle(&stranger, &asked(link)).await {
                    failures.push(format!("somebody else's browser: {why}"));
                }
            }
            stranger.client.close().await.unwrap();
        }
        assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), rows.len(), failures.join("\n"));
    });
}

#[test]
fn every_choice_of_a_facet_by_mouse() {
    walk_all(facet_rows(), Hand::Mouse);
}

#[test]
fn every_choice_of_a_facet_by_keyboard() {
    walk_all(facet_rows(), Hand::Keyboard);
}

#[test]
fn every_other_interaction_by_mouse() {
    walk_all(list_rows(), Hand::Mouse);
}

#[test]
fn every_other_interaction_by_keyboard() {
    walk_all(list_rows(), Hand::Keyboard);
}
