//! Controls of the list that do more, or less, than go to another address.

use crate::browser::{Browser, ENTER, Setup, with_browser};
use crate::hands::{Act, Hand, act};
use crate::list::{address, asked, shows};
use crate::oracle::oracle;
use crate::site::{PORTAL, ROOT};
use atlas::domain::facet::Facet;
use atlas::words::list as say;
use atlas::words::words;
use fantoccini::Locator;
use serde_json::{Value, json};

/// Fills in a field with what cannot be read, and looks at how that is said.
async fn refused(browser: &Browser, hand: Hand, field: &str, text: &str, why: &str) {
    let selector = format!("[name={field}]");
    act(browser, hand, &Act::Open(selector.clone())).await.unwrap();
    act(browser, hand, &Act::Empty(selector.clone())).await.unwrap();
    act(browser, hand, &Act::Type(selector.clone(), text.to_owned())).await.unwrap();
    act(browser, hand, &Act::Enter).await.unwrap();
    // The field is marked, and what describes it says why: a reader of the screen hears it with the field.
    let said = format!(
        "const field = document.querySelector({}); \
         const ids = (field.getAttribute('aria-describedby') ?? '').split(' '); \
         return [field.getAttribute('aria-invalid'), field.value, \
         ids.map(id => document.getElementById(id)).filter(it => it.matches('[role=alert]')).map(it => it.textContent).join(), \
         document.activeElement === field]",
        json!(selector)
    );
    let wanted = json!(["true", text, why, true]);
    let is = format!("{} ", said.replace("return [", "const found = ["));
    let until = format!("{is}; return JSON.stringify(found) === {}", json!(wanted.to_string()));
    if !browser.soon(&until).await {
        panic!("{field}: {} instead of {wanted}", browser.eval(&said).await);
    }
    shows_still(browser).await;
    // Corrected, the mark goes.
    act(browser, hand, &Act::Empty(selector.clone())).await.unwrap();
    act(browser, hand, &Act::Enter).await.unwrap();
    let clear = format!("return document.querySelector({}).getAttribute('aria-invalid') === null", json!(selector));
    browser.until("no fault any more", &clear).await;
}

async fn shows_still(browser: &Browser) {
    browser.until_at("/projects/?country=tajikistan").await;
    let count = browser.text("return document.querySelector('#count').textContent").await;
    assert_eq!(count, say::results_count(oracle().page(&asked("country=tajikistan")).total, 252));
}

#[test]
fn what_cannot_be_read_is_said_at_its_field() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/?country=tajikistan").await;
        for hand in [Hand::Mouse, Hand::Keyboard] {
            refused(&browser, hand, "from", "July", words().list.bad_date).await;
            refused(&browser, hand, "to", "2016-13", words().list.bad_date).await;
            refused(&browser, hand, "as-of", "2016", words().list.bad_day).await;
            refused(&browser, hand, "max", "1,5", words().list.bad_sum).await;
            refused(&browser, hand, "min", "-5", words().list.bad_sum).await;
        }
        // The second end of a range before its first: said at the second, and nothing is asked.
        act(&browser, Hand::Mouse, &Act::Type("[name=from]".into(), "2016".into())).await.unwrap();
        refused(&browser, Hand::Mouse, "to", "2014", words().list.bad_period).await;
        act(&browser, Hand::Mouse, &Act::Empty("[name=from]".into())).await.unwrap();
        act(&browser, Hand::Mouse, &Act::Enter).await.unwrap();
        browser.until_at("/projects/?country=tajikistan").await;
        // A sum needs its currency: that field is marked.
        act(&browser, Hand::Mouse, &Act::Type("[name=min]".into(), "5".into())).await.unwrap();
        act(&browser, Hand::Mouse, &Act::Enter).await.unwrap();
        browser
            .until(
                "why",
                &format!(
                    "return document.querySelector('#currency-fault').textContent === {}",
                    json!(words().list.bad_currency)
                ),
            )
            .await;
        browser
            .until(
                "the field",
                "return document.querySelector('[name=currency]').getAttribute('aria-invalid') === 'true'",
            )
            .await;
        let tied = "return document.querySelector('[name=currency]').getAttribute('aria-describedby')?.includes('currency-fault') === true";
        assert_eq!(browser.eval(tied).await, true);
        shows_still(&browser).await;
    });
}

#[test]
fn a_long_facet_opens_and_is_searched() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        for facet in [Facet::Type, Facet::Donor, Facet::Implementer] {
            let find = format!(".facet-find[aria-label='{}']", words().find_value(facet));
            let group = format!("details:has({find})");
            let boxes =
                format!("return document.querySelectorAll({}).length", json!(format!("{group} .choices input")));
            act(&browser, Hand::Mouse, &Act::Open(find.clone())).await.unwrap();
            let short = browser.eval(&boxes).await.as_u64().unwrap();
            assert!(short <= 10, "{short}");
            browser.click(&format!("{group} .facet-more")).await;
            let all = oracle().values_count(facet);
            browser.until("all values", &boxes.replace(".length", &format!(".length === {all}"))).await;
            let focus = "return document.activeElement.className";
            assert_eq!(browser.text(focus).await, "facet-more", "the focus stays on the button");
            // By words of the name, their beginnings, in any order, also by other names.
            act(&browser, Hand::Mouse, &Act::Type(find.clone(), "qqq".into())).await.unwrap();
            browser.until("none", &boxes.replace(".length", ".length === 0")).await;
            act(&browser, Hand::Mouse, &Act::Empty(find.clone())).await.unwrap();
            browser.until("all again", &boxes.replace(".length", &format!(".length === {all}"))).await;
            browser.click(&format!("{group} .facet-more")).await;
            browser.until("few again", &boxes.replace(".length", &format!(".length === {short}"))).await;
            browser.until_at("/projects/").await;
        }
        let find = format!(".facet-find[aria-label='{}']", words().find_value(Facet::Type));
        act(&browser, Hand::Mouse, &Act::Type(find.clone(), "trial FAI".into())).await.unwrap();
        let names = format!(
            "return [...document.querySelectorAll(\"details:has({find}) .choice-label\")].map(it => it.textContent)"
        );
        browser.until("an alias", &format!("{names}.join() === 'Access to justice'")).await;
    });
}

/// Waits until folded groups have followed the question: nobody sees them, so they come last. `query` as it is printed.
async fn rested(browser: &Browser, query: &str) {
    let parts: Vec<&str> = query.split('&').collect();
    let script = format!(
        "return [...document.querySelectorAll('.choice-not')].every(it => {}.every(part => it.search.includes(part) || it.closest('.excluded') || it.closest('li').querySelector('input').checked))",
        serde_json::json!(parts)
    );
    assert!(browser.soon(&script).await, "{query}: not every choice follows");
}

#[test]
fn a_choice_can_be_copied_and_opened_beside() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/?q=law").await;
        rested(&browser, "q=law").await;
        // Each label is a link to the address that its box goes to, however it is opened.
        let links = browser.eval("return [...document.querySelectorAll('.choices li')].map(it => [it.querySelector('input').name, it.querySelector('input').value, it.querySelector('.choice-label').href, it.querySelector('.choice-not').href])").await;
        let links = links.as_array().unwrap();
        assert!(links.len() > 60);
        for link in links {
            let text = |at: usize| link[at].as_str().unwrap();
            assert_eq!(text(2), browser.url(&address(&asked(&format!("q=law&{}={}", text(0), text(1))))));
            assert_eq!(text(3), browser.url(&address(&asked(&format!("q=law&not-{}={}", text(0), text(1))))));
        }
        // A click on it does what a click on the box does, and no more.
        browser.click("li:has(input[value=tajikistan]) .choice-label").await;
        shows(&browser, "q=law&country=tajikistan").await;
        browser.client.back().await.unwrap();
        shows(&browser, "q=law").await;
    });
}

#[test]
fn the_number_beside_a_choice_is_the_length_of_the_list_that_it_opens() {
    with_browser(Setup::new(ROOT), |browser| async move {
        for query in
            ["", "country=tajikistan&q=law", "not-donor=european-union&as-of=2014-01-01", "all=type&type=human-rights"]
        {
            browser.load_alive(&address(&asked(query))).await;
            shows(&browser, query).await;
            rested(&browser, query).await;
            let seen = browser.eval("return [...document.querySelectorAll('.choices li')].filter(it => !it.querySelector('input').checked && !it.matches('.excluded')).map(it => [it.querySelector('input').name, it.querySelector('input').value, it.querySelector('.choice-count').textContent])").await;
            for choice in seen.as_array().unwrap() {
                let text = |at: usize| choice[at].as_str().unwrap();
                let facet = Facet::of_key(text(0)).unwrap();
                let value = atlas::domain::slug::Slug::new(text(1)).unwrap();
                let mut with = asked(query);
                if !with.all_of.contains(&facet) {
                    with.picked.remove(&facet);
                }
                with.picked.entry(facet).or_default().insert(value);
                let expected = oracle().page(&with).total;
                assert_eq!(text(2), say::choice_count(expected), "{query}: {}={}", text(0), text(1));
            }
        }
    });
}

#[test]
fn no_more_projects_can_be_ticked_than_an_address_holds() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let ids = oracle().ids(&asked(""));
        let picks: Vec<String> = ids[1..51].iter().map(|id| format!("pick={id}")).collect();
        let query = picks.join("&");
        browser.load_alive(&address(&asked(&query))).await;
        shows(&browser, &query).await;
        let off = "return [...document.querySelectorAll('input[name=pick]')].map(it => it.disabled)";
        let mut wanted = vec![false; 25];
        wanted[0] = true;
        assert_eq!(browser.eval(off).await, json!(wanted));
        assert!(
            browser.text("return document.querySelector('.pick-bar').textContent").await.contains("No more than 50")
        );
        browser.click(".cards > .card:nth-child(2) input[name=pick]").await;
        browser
            .until(
                "room again",
                &format!(
                    "return JSON.stringify({}) === {}",
                    off.trim_start_matches("return "),
                    json!(json!(vec![false; 25]).to_string())
                ),
            )
            .await;
    });
}

#[test]
fn the_filters_of_the_list_are_skipped_by_one_key() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/?country=tajikistan").await;
        assert!(browser.tab_to(".filters .skip-link").await);
        assert_eq!(browser.eval("return document.activeElement.getBoundingClientRect().width > 20").await, true);
        browser.press(&[ENTER]).await;
        browser.until("the results", "return document.activeElement.id === 'results'").await;
        assert!(browser.tab_to(".chips a").await);
        assert_eq!(browser.eval("return document.activeElement.closest('.body') !== null").await, Value::Bool(true));
    });
}

/// Another choice took away what was typed and not yet sent, and what was said of it.
#[test]
fn what_is_typed_and_not_sent_outlasts_every_other_choice() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        for (field, text) in [("from", "2016"), ("to", "abc"), ("min", "1000")] {
            let selector = format!("[name={field}]");
            act(&browser, Hand::Mouse, &Act::Open(selector.clone())).await.unwrap();
            act(&browser, Hand::Mouse, &Act::Type(selector, text.to_owned())).await.unwrap();
        }
        let typed = "const at = name => document.querySelector(`.query-form [name=${name}]`).value; \
            return [at('from'), at('to'), at('min')]";
        browser.click("input[name=country][value=tajikistan]").await;
        browser.until_at("/projects/?country=tajikistan").await;
        browser.click(".cards > .card:nth-child(2) input[name=pick]").await;
        browser.until("ticked", "return location.search.includes('pick=')").await;
        browser.click(".chips a").await;
        browser.until("without the country", "return !location.search.includes('country')").await;
        assert_eq!(browser.eval(typed).await, json!(["2016", "abc", "1000"]));
        // What is sent becomes the address's, and goes with it.
        browser.load_alive("/projects/").await;
        act(&browser, Hand::Mouse, &Act::Open("[name=from]".into())).await.unwrap();
        act(&browser, Hand::Mouse, &Act::Type("[name=from]".into(), "2016".into())).await.unwrap();
        act(&browser, Hand::Mouse, &Act::Enter).await.unwrap();
        shows(&browser, "from=2016").await;
        browser.click(".chips a").await;
        shows(&browser, "").await;
        assert_eq!(browser.eval(typed).await, json!(["", "", ""]));
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The row of a project that is no longer ticked went, and the focus with it.
#[test]
fn whoever_unticks_in_the_list_of_the_ticked_stays_in_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let ids = oracle().ids(&asked(""));
        for view in ["", "&view=table", "&view=compare"] {
            let picks: Vec<String> = ids[..3].iter().map(|id| format!("pick={id}")).collect();
            let query = format!("{}&picked=yes{view}", picks.join("&"));
            browser.load_alive(&address(&asked(&query))).await;
            shows(&browser, &query).await;
            browser.eval("document.querySelectorAll('main input[name=pick]')[1].focus()").await;
            for (row, left) in [(1, 2), (1, 1)] {
                browser.press(&[' ']).await;
                let near = format!(
                    "const all = [...document.querySelectorAll('main input[name=pick]')]; \
                     return all.length === {left} && document.activeElement === all[Math.min({row}, {left} - 1)]"
                );
                browser.until("the tick beside", &near).await;
            }
            // The last one: there is nothing to look at but the whole list.
            browser.press(&[' ']).await;
            shows(&browser, if view == "&view=table" { "view=table" } else { "" }).await;
            browser.until("the focus", "return document.activeElement !== document.body").await;
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The box that finds values said that there is none of this name.
#[test]
fn what_is_not_stated_is_found_among_the_values() {
    for (site, tag, text) in [(ROOT, "", "not st"), (PORTAL, "/ru", "не указ")] {
        with_browser(Setup::new(site), |browser| async move {
            browser.load_alive(&format!("{tag}/projects/")).await;
            let group = ".facet:has(input[name=donor])";
            browser
                .client
                .find(Locator::Css(&format!("{group} .facet-find")))
                .await
                .unwrap()
                .send_keys(text)
                .await
                .unwrap();
            let found = format!(
                "const group = document.querySelector('{group}'); \
                 return [...group.querySelectorAll('.choices input')].map(it => it.value).join() === 'not-stated' \
                 && group.querySelector('.facet-none').textContent.trim() === ''"
            );
            browser.until("not stated", &found).await;
        });
    }
}
