//! Moving about: filters, Back and Forward, reload, pasted addresses, the keyboard alone.

use crate::browser::{Browser, ENTER, Setup, TAB, with_browser};
use crate::list::{address, asked, shows};
use crate::oracle::oracle;
use crate::site::{PORTAL, ROOT};
use fantoccini::Locator;

const COUNT: &str = "return document.querySelector('#count').textContent";

async fn count(browser: &Browser) -> usize {
    let text = browser.text(COUNT).await;
    text.split(' ').next().unwrap().replace(',', "").parse().unwrap()
}

async fn cards(browser: &Browser) -> usize {
    let cards = browser.eval("return document.querySelectorAll('.cards > .card').length").await;
    usize::try_from(cards.as_u64().unwrap()).unwrap()
}

#[test]
fn filters_live_in_the_address_and_back_undoes_them() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), |browser| async move {
            browser.load_alive("/projects/").await;
            let all = count(&browser).await;
            assert_eq!((all, 25), (252, cards(&browser).await));

            browser.click("input[name=country][value=kazakhstan]").await;
            browser.until_at("/projects/?country=kazakhstan").await;
            let kazakhstan = count(&browser).await;
            assert!(kazakhstan < all);
            assert_eq!(kazakhstan.min(25), cards(&browser).await);
            let label =
                "return document.querySelector('input[name=country][value=kazakhstan]').closest('label').textContent";
            assert!(
                browser.text(label).await.contains(&format!("({kazakhstan})")),
                "the count beside the box is the list's"
            );
            let title =
                format!("return document.title.includes('Kazakhstan') && document.title.includes('({kazakhstan})')");
            browser.until("its title", &title).await;

            browser.click("input[name=type][value=judicial-reform]").await;
            browser.until_at("/projects/?country=kazakhstan&type=judicial-reform").await;
            let both = count(&browser).await;
            assert!(both < kazakhstan && both.min(25) == cards(&browser).await);

            browser.client.back().await.unwrap();
            browser.until_at("/projects/?country=kazakhstan").await;
            browser.until("Back", &format!("{COUNT}.startsWith('{kazakhstan} ')")).await;
            let ticked = "return [...document.querySelectorAll('.choices input:checked')].map(it => it.value).join()";
            assert_eq!(browser.text(ticked).await, "kazakhstan");
            browser.client.forward().await.unwrap();
            browser.until_at("/projects/?country=kazakhstan&type=judicial-reform").await;
            browser.until("Forward", &format!("{COUNT}.startsWith('{both} ')")).await;

            // A reload, and the address pasted into a new page.
            browser.client.refresh().await.unwrap();
            browser.until("reload", &format!("{COUNT}.startsWith('{both} ')")).await;
            browser.load("/about/").await;
            browser.load_alive("/projects/?country=kazakhstan&type=judicial-reform").await;
            browser.until("pasted", &format!("{COUNT}.startsWith('{both} ')")).await;

            // A chip takes its filter away; the last link takes all.
            browser.click(".chips li:first-child a").await;
            browser.until_at("/projects/?type=judicial-reform").await;
            browser.click(".chips-clear a").await;
            browser.until_at("/projects/").await;
            browser.until("all again", &format!("{COUNT}.startsWith('{all} ')")).await;
            assert_eq!(browser.console().await, Vec::<String>::new());
        });
    }
}

#[test]
fn words_are_searched_while_typing_and_typing_is_one_step_back() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        let all = count(&browser).await;
        let field = browser.client.find(Locator::Css("#search-words")).await.unwrap();
        field.send_keys("court mon").await.unwrap();
        browser.until_at("/projects/?q=court+mon").await;
        let found = count(&browser).await;
        assert!(found > 0 && found < all);
        assert_eq!(
            browser.text("return document.activeElement.id").await,
            "search-words",
            "the focus stays in the field"
        );
        assert_eq!(browser.text("return document.activeElement.value").await, "court mon");
        field.send_keys("itoring ").await.unwrap();
        browser.until_at("/projects/?q=court+monitoring").await;
        assert_eq!(
            browser.text("return document.activeElement.value").await,
            "court monitoring ",
            "blanks stay while typing"
        );
        // However many pauses there were: one step back.
        browser.client.back().await.unwrap();
        browser.until_at("/projects/").await;
        browser.until("the field is empty", "return document.querySelector('#search-words').value === ''").await;
        assert_eq!(count(&browser).await, all);
    });
}

#[test]
fn back_to_list_keeps_the_filters_even_after_a_reload() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), |browser| async move {
            browser.load_alive("/projects/?country=tajikistan&sort=title").await;
            browser.until("filtered", &format!("{COUNT}.includes(' of ')")).await;
            let title = browser.text("return document.querySelector('.card h3 a').textContent").await;
            browser.click(".card h3 a").await;
            browser
                .until(
                    "the project",
                    &format!("return document.querySelector('h1').textContent === {}", serde_json::json!(title)),
                )
                .await;
            browser.until("its address", "return location.search === '?country=tajikistan&sort=title'").await;
            let begins = format!("return document.title.startsWith({})", serde_json::json!(title));
            browser.until("its title", &begins).await;
            browser.client.refresh().await.unwrap();
            browser.until("alive again", "return document.documentElement.hasAttribute('data-alive')").await;
            let breadcrumbs =
                "return [...document.querySelectorAll('.breadcrumbs li')].map(it => it.textContent).join(' / ')";
            assert_eq!(
                browser.text(breadcrumbs).await,
                format!("Home / Resources / Related projects database / {title}")
            );
            browser.click(".back a").await;
            browser.until_at("/projects/?country=tajikistan&sort=title").await;
            assert_eq!(browser.console().await, Vec::<String>::new());
        });
    }
}

#[test]
fn a_page_that_is_gone_to_gets_the_focus_and_its_title() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        browser.load_alive("/").await;
        assert_eq!(browser.text("return document.activeElement.tagName").await, "BODY", "not on the first load");
        for (link, path, heading) in [
            ("Partners", "/partners/", "Partners"),
            ("Republic of Kazakhstan", "/partners/kazakhstan/", "Republic of Kazakhstan"),
            ("Timeline", "/timeline/", "Timeline"),
        ] {
            browser.follow(link).await;
            browser.until_at(path).await;
            // Its link says the same, and had the focus before.
            let focused = "const at = document.activeElement; return at.tagName === 'H1' && at.textContent === ";
            browser.until(link, &format!("{focused}'{heading}'")).await;
            let last = heading.rsplit(' ').next().unwrap();
            // The title follows when the page is painted.
            browser.until("its title", &format!("return document.title.includes('{last}')")).await;
        }
        browser.client.back().await.unwrap();
        browser.until_at("/partners/kazakhstan/").await;
        browser.until("Back", "return document.querySelector('h1').textContent === 'Republic of Kazakhstan'").await;
        // The same page component, another country.
        browser.load_alive("/partners/kazakhstan/").await;
        browser.click(".breadcrumbs a[href$='/partners/']").await;
        browser.until_at("/partners/").await;
        browser.until("the list", "return document.querySelector('h1').textContent === 'Partners'").await;
        browser.follow("Republic of Tajikistan").await;
        browser
            .until("another country", "return document.querySelector('h1').textContent === 'Republic of Tajikistan'")
            .await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn everything_is_reached_by_keyboard_alone() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let focus = "return document.activeElement.textContent.trim()";
        browser.load_alive("/projects/").await;
        // The skip link is first, becomes visible, and moves the focus.
        browser.press(&[TAB]).await;
        assert_eq!(browser.text(focus).await, "Skip to the content");
        assert_eq!(browser.eval("return document.activeElement.getBoundingClientRect().top >= 0").await, true);
        browser.press(&[ENTER]).await;
        browser.until("the skip link", "return document.activeElement.id === 'main'").await;
        // From there the next stop is inside the content.
        browser.press(&[TAB]).await;
        assert_eq!(browser.eval("return document.activeElement.closest('main') !== null").await, true);
        // Tab to the first box, tick it with the space bar; the focus stays on it.
        // (The search, its button, the heading of the facet.)
        for _ in 0..8 {
            if browser.text("return document.activeElement.name || ''").await == "country" {
                break;
            }
            browser.press(&[TAB]).await;
        }
        browser.press(&[' ']).await;
        browser.until_at("/projects/?country=kazakhstan").await;
        assert_eq!(browser.text("return document.activeElement.value").await, "kazakhstan");
        // On to the first project and into it.
        browser.eval("document.querySelector('.card h3 a').focus()").await;
        let title = browser.text(focus).await;
        browser.press(&[ENTER]).await;
        browser.until("the project", &format!("return document.activeElement.tagName === 'H1' && document.activeElement.textContent.trim() === {}", serde_json::json!(title))).await;
        // Nothing traps the focus: Tab goes through the page and leaves it.
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..200 {
            browser.press(&[TAB]).await;
            if browser.text("return document.activeElement.tagName").await == "BODY" {
                break;
            }
            seen.insert(browser.text("return document.activeElement.outerHTML").await);
        }
        assert!(seen.len() >= 12, "{}", seen.len());
        assert_eq!(browser.text("return document.activeElement.tagName").await, "BODY", "the focus left the page");
    });
}

#[test]
fn footnotes_and_the_year_index_jump_within_the_page() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        browser.load_alive("/timeline/?country=kazakhstan").await;
        browser
            .until("filtered", "return document.querySelector('main [role=status]').textContent.includes(' of ')")
            .await;
        browser.follow("2014").await;
        browser.until("the year", "return location.hash === '#y2014'").await;
        let top = browser.eval("return document.querySelector('#y2014').getBoundingClientRect().top").await;
        assert!(top.as_f64().unwrap().abs() < 60.0, "{top}");
        assert_eq!(browser.text("return location.search").await, "?country=kazakhstan");
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_timeline_filters_and_counts() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/timeline/").await;
        let status = "return document.querySelector('main [role=status]').textContent";
        let entries = "return document.querySelectorAll('.year .entry').length";
        let all = browser.eval(entries).await;
        assert!(browser.text(status).await.starts_with(&format!("{all} ")));
        let says = |begin: String| format!("{status}.startsWith('{begin} ')");
        browser.click("input[name=kind][value=seminar]").await;
        browser.until_at("/timeline/?kind=seminar").await;
        let seminars = browser.eval(entries).await;
        assert!(seminars.as_u64() < all.as_u64());
        browser.until("it is said", &says(format!("{seminars} of {all}"))).await;
        let years =
            "return [...document.querySelectorAll('.year h3')].map(it => parseInt(it.textContent)).filter(it => it)";
        let years = browser.eval(years).await;
        let years: Vec<i64> = years.as_array().unwrap().iter().filter_map(|it| it.as_i64()).collect();
        assert!(years.is_sorted() && years.len() > 3, "{years:?}");
        browser.client.back().await.unwrap();
        browser.until_at("/timeline/").await;
        browser.until("all again", &format!("{entries} === {all}")).await;
    });
}

#[test]
fn a_step_back_to_where_forward_came_from_is_written() {
    // The router took the address before Forward for the one in the bar, and did not write it again.
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        let kazakhstan = "input[name=country][value=kazakhstan]";
        browser.click(kazakhstan).await;
        browser.until_at("/projects/?country=kazakhstan").await;
        browser.client.back().await.unwrap();
        browser.until_at("/projects/").await;
        browser.client.forward().await.unwrap();
        browser.until_at("/projects/?country=kazakhstan").await;
        browser.until("ticked", &format!("return document.querySelector('{kazakhstan}').checked")).await;
        browser.click(kazakhstan).await;
        browser.until_at("/projects/").await;
    });
}

/// The address of one choice was taken for a step of the visitor's own, which made void what was chosen meanwhile.
#[test]
fn choices_quicker_than_the_screen_are_all_kept() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        let countries = "[...document.querySelectorAll('input[name=country]')].slice(0, 4)";
        for pause in [0, 5, 20, 40] {
            browser
                .eval(&format!(
                    "window.chosen = false; (async () => {{ for (const it of {countries}) {{ it.click(); \
                    await new Promise(done => setTimeout(done, {pause})) }} chosen = true }})()"
                ))
                .await;
            let all = format!(
                "return chosen && {countries}.every(it => it.checked && new URLSearchParams(location.search).getAll('country').includes(it.value))"
            );
            browser.until("all are kept", &all).await;
            for country in (0..4).rev() {
                browser.client.back().await.unwrap();
                let left =
                    format!("return new URLSearchParams(location.search).getAll('country').length === {country}");
                browser.until("a step for each", &left).await;
            }
        }
        // By keys, as fast as they come.
        browser.eval("document.querySelector('.card .tick input').focus()").await;
        for _ in 0..8 {
            browser.press(&[' ', TAB, TAB]).await;
        }
        let ticked = "return new URLSearchParams(location.search).getAll('pick').length === 8 && document.querySelectorAll('.card .tick input:checked').length === 8";
        browser.until("eight are ticked", ticked).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// The page stands this far down, within what a line of text is high.
async fn stands_at(browser: &Browser, place: f64) {
    let there = format!("return Math.abs(scrollY - {place}) < 30");
    assert!(browser.soon(&there).await, "stands at {}, not at {place}", browser.eval("return scrollY").await);
}

#[test]
fn back_finds_the_place_that_a_choice_or_another_page_of_the_list_led_away_from() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        for (press, address) in [
            ("input[name=country][value=kazakhstan]", "/projects/?country=kazakhstan"),
            (".pager .next a", "/projects/page/2/"),
            (".views a[href*='view=table']", "/projects/?view=table"),
        ] {
            // As far down as one gets: the answer is shorter for a moment, and the page with it.
            browser.eval("scrollTo(0, 1e6)").await;
            let place = browser.eval("return scrollY").await.as_f64().unwrap();
            assert!(place > 2000.0);
            // Not by the driver, which would scroll to it.
            let press = format!("document.querySelector(\"{press}\")");
            browser.eval(&format!("{press}.focus({{ preventScroll: true }}); {press}.click()")).await;
            browser.until_at(address).await;
            browser.eval("scrollTo(0, 0)").await;
            browser.client.back().await.unwrap();
            browser.until_at("/projects/").await;
            stands_at(&browser, place).await;
            browser.until("the focus is where it was", &format!("return document.activeElement === {press}")).await;
        }
    });
}

/// The router took the page to which Forward had led for one that it had written.
#[test]
fn a_link_after_back_and_forward_is_written() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/").await;
        for (name, path) in [("Projects", "/projects/"), ("Timeline", "/timeline/")] {
            browser.follow(name).await;
            browser.until_at(path).await;
        }
        browser.until("the timeline", "return document.querySelector('h1').textContent.includes('imeline')").await;
        for (step, path) in [("back", "/projects/"), ("forward", "/timeline/")] {
            browser.eval(&format!("history.{step}(); return null")).await;
            browser.until_at(path).await;
        }
        browser.follow("Projects").await;
        browser.until_at("/projects/").await;
        browser.until("the list", "return document.querySelector('#count') !== null").await;
        browser.client.back().await.unwrap();
        browser.until_at("/timeline/").await;
        // Two steps at once.
        browser.eval("history.go(-2); return null").await;
        browser.until_at("/").await;
        browser.follow("Timeline").await;
        browser.until_at("/timeline/").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_first_step_back_finds_its_place() {
    with_browser(Setup::new(ROOT), |browser| async move {
        for (path, link) in [
            ("/organisations/undp/", "main a[href*='/projects/']"),
            ("/partners/kazakhstan/", "main .entry-title a[href*='/events/']"),
        ] {
            browser.load_alive(path).await;
            let link = format!("[...document.querySelectorAll(\"{link}\")].at(-1)");
            browser.eval(&format!("{link}.scrollIntoView({{ block: 'center' }})")).await;
            let place = browser.eval("return scrollY").await.as_f64().unwrap();
            assert!(place > 500.0, "{path}: {place}");
            browser.eval(&format!("{link}.click()")).await;
            browser.until("another page", &format!("return location.pathname !== '{path}'")).await;
            browser.until("its top", "return scrollY === 0 && document.activeElement.tagName === 'H1'").await;
            browser.client.back().await.unwrap();
            browser.until_at(path).await;
            stands_at(&browser, place).await;
            // What comes later must not lead away from it.
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            stands_at(&browser, place).await;
        }
    });
}

#[test]
fn each_page_of_a_list_is_known_by_its_own_address() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let known = |path: &str| {
            format!("return new URL(document.querySelector('link[rel=canonical]').href).pathname === '{path}'")
        };
        browser.load_alive("/projects/page/2/").await;
        browser.until("as published", &known("/projects/page/2/")).await;
        browser.click(".pager .next a").await;
        browser.until("the third", &known("/projects/page/3/")).await;
        browser.client.back().await.unwrap();
        browser.until("the second", &known("/projects/page/2/")).await;
        browser.click("input[name=country][value=kazakhstan]").await;
        browser.until("a filtered list is the list", &known("/projects/")).await;
    });
}

/// The browser leads there at once, and the page that is shown until the other has come may be shorter.
#[test]
fn back_finds_its_place_on_a_page_that_must_come_first() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/organisations/").await;
        browser.eval("scrollTo(0, 1e6)").await;
        let place = browser.eval("return scrollY").await.as_f64().unwrap();
        assert!(place > 2000.0);
        browser.eval("document.querySelector('main ul:last-of-type li:last-child a').click()").await;
        browser.until("an organisation", "return location.pathname !== '/organisations/'").await;
        browser.until("its page", "return scrollY === 0 && document.activeElement.tagName === 'H1'").await;
        browser.eval("location.reload(); return null").await;
        browser.until("alive", "return 'alive' in document.documentElement.dataset && scrollY === 0").await;
        assert!(
            browser.eval("return document.documentElement.scrollHeight - innerHeight").await.as_f64().unwrap() < place
        );
        browser.client.back().await.unwrap();
        browser.until_at("/organisations/").await;
        stands_at(&browser, place).await;
        // A link leads to the top.
        browser.follow("About").await;
        browser.until_at("/about/").await;
        browser.until("its top", "return scrollY === 0").await;
    });
}

#[test]
fn whoever_comes_back_from_a_project_is_at_its_link() {
    with_browser(Setup::new(ROOT), |browser| async move {
        const IN_SIGHT: &str = "const it = document.activeElement.getBoundingClientRect(); \
            return document.activeElement.tagName === 'A' && it.top >= 0 && it.bottom <= innerHeight";
        browser.load_alive("/projects/?country=kazakhstan").await;
        let opened = "return document.querySelectorAll('.card h3 a')[7].getAttribute('href')";
        let opened = browser.text(opened).await;
        browser.eval("document.querySelectorAll('.card h3 a')[7].click()").await;
        browser.until_at(&opened).await;
        browser.until("its place", "return document.querySelector('.step-place') !== null").await;
        browser.client.back().await.unwrap();
        browser.until("its link", &format!("return document.activeElement.getAttribute('href') === '{opened}'")).await;
        browser.until("in sight", IN_SIGHT).await;
        // By the link, from the project after the last of the page: it stands on the next one.
        browser.eval("[...document.querySelectorAll('.card h3 a')].at(-1).click()").await;
        browser.until("its steps", "return document.querySelector('.step-next a') !== null").await;
        browser.click(".step-next a").await;
        let place = "return document.querySelector('.step-place')?.textContent.startsWith('Project 26 of ') === true";
        browser.until("the next", place).await;
        let path = browser.text("return location.pathname").await;
        browser.click(".back a").await;
        browser.until_at("/projects/?country=kazakhstan&page=2").await;
        browser.until("its link", &format!("return document.activeElement.pathname === '{path}'")).await;
        browser.until("in sight", IN_SIGHT).await;
    });
}

/// An address that somebody had typed, or an earlier release had written, kept a spelling that no link has.
#[test]
fn a_question_that_is_spelled_otherwise_gets_its_one_spelling() {
    with_browser(Setup::new(ROOT), |browser| async move {
        for query in [
            "all=country&country=tajikistan",
            "page=1&view=cards&country=tajikistan",
            "q=court&country=tajikistan&country=kazakhstan",
            "country=tajikistan&country=tajikistan&nonsense=",
            "q=суд&as-of=2016-01-01&from=2010",
        ] {
            let spelled = format!("/projects/?{query}");
            let wanted = address(&asked(query));
            assert_ne!(spelled, wanted, "a spelling of its own");
            browser.load_alive("/about/").await;
            let steps = browser.eval("return history.length").await.as_u64().unwrap();
            browser.load_alive(&spelled).await;
            shows(&browser, query).await;
            assert_eq!(browser.eval("return history.length").await, steps + 1, "{query}: no step of its own");
            browser.client.back().await.unwrap();
            browser.until_at("/about/").await;
            browser.client.forward().await.unwrap();
            shows(&browser, query).await;
        }
        // A project keeps its list, and a page that asks nothing what others have put into its address.
        browser.load_alive("/projects/").await;
        let href = browser.text("return document.querySelector('.card h3 a').pathname").await;
        browser.load_alive(&format!("{href}?page=1&country=kazakhstan")).await;
        browser.until_at(&format!("{href}?country=kazakhstan")).await;
        browser.load_alive("/timeline/?country=kazakhstan&page=1").await;
        browser.until_at("/timeline/?country=kazakhstan").await;
        browser.load_alive("/about/?utm_source=letter").await;
        browser.until_at("/about/?utm_source=letter").await;
        // A part of the page stays one.
        browser.load_alive("/projects/?page=1&country=tajikistan#results").await;
        browser.until_at("/projects/?country=tajikistan#results").await;
        // The day that holds anyway, and a page after the last.
        let day = oracle().data.meta.as_of;
        browser.load_alive(&format!("/projects/?country=tajikistan&as-of={day}&page=99")).await;
        browser.until_at("/projects/?country=tajikistan").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_link_to_a_part_of_another_page_leads_to_it_and_the_page_is_known_by_its_own_address() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/partners/kazakhstan/").await;
        let known = "return document.querySelector('link[rel=canonical]').getAttribute('href')";
        // The second time the page is at hand.
        for _ in 0..2 {
            browser.click("main a[href*='/documents/#document-']").await;
            let there = "const it = document.getElementById(location.hash.slice(1)); \
                return it !== null && it === document.activeElement && Math.abs(it.getBoundingClientRect().top) < 60";
            browser.until("the document", there).await;
            browser.until("its address", &format!("return (() => {{ {known} }})() === '/documents/'")).await;
            browser.client.back().await.unwrap();
            browser.until_at("/partners/kazakhstan/").await;
            browser
                .until("the country", "return document.querySelector('h1').textContent === 'Republic of Kazakhstan'")
                .await;
            browser.until("its address", &format!("return (() => {{ {known} }})() === '/partners/kazakhstan/'")).await;
        }
        // A page to which one goes as a whole is shown from its top.
        browser.click("header a[href='/documents/']").await;
        browser
            .until("the heading", "return document.activeElement === document.querySelector('h1') && scrollY === 0")
            .await;
    });
}
