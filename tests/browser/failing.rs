//! When things fail the page as published stays readable, its links work, and one line says so without covering it.

use crate::browser::{Browser, Engine, Setup, with_browser};
use crate::list::{address, asked, shows};
use crate::oracle::oracle;
use crate::server::{Damage, FAILURES, Fault, Part, Piece};
use crate::site::{PORTAL, ROOT};
use atlas::words::{LANGUAGES, Language, words};
use serde_json::json;
use std::io::Write;
use std::time::Duration;

const SEED: &str =
    "/projects/support-to-the-kazakh-authorities-in-improving-the-quality-and-efficiency-of-the-kazakh-justice-system/";

/// The page has its content, and nothing lies over its heading.
async fn is_readable(browser: &Browser, notice: bool) {
    assert!(browser.heading().await.starts_with("Support to the Kazakh authorities"));
    let text = browser.text("return document.body.innerText").await;
    for part in ["July 2014 – July 2017", "€1,666,413", "Ministry of Justice", "Ombudsperson’s Office", "Objective"]
    {
        assert!(text.contains(part), "{part}");
    }
    let uncovered = browser
        .eval(
            "const box = document.querySelector('h1').getBoundingClientRect(); \
             const at = document.elementFromPoint(box.left + 5, box.top + box.height / 2); return at.tagName === 'H1'",
        )
        .await;
    assert_eq!(uncovered, true);
    let in_words = browser
        .eval(
            "const notice = document.querySelector('#notice'); \
             const waits = notice.hidden || 'passing' in notice.dataset || 'alive' in document.documentElement.dataset; \
             return waits || document.querySelector('.small-list').checkVisibility()",
        )
        .await;
    assert_eq!(in_words, true, "where nothing will be drawn its entries stand in words");
    let shown = browser.eval("return !document.querySelector('#notice').hidden").await;
    assert_eq!(shown, notice, "the line that says so");
}

/// What the visitor is told when something fails at the start, of the failures of which there is anything to tell.
fn told(fault: Fault, language: &Language) -> Option<&'static str> {
    let words = language.words;
    match fault {
        Fault::Broken(Part::Slice | Part::Catalogue, damage) => match damage {
            Damage::Never | Damage::Slow => Some(words.published().start_slow),
            _ => Some(words.start_failed),
        },
        Fault::Missing(Piece::Wasm | Piece::Client | Piece::Start)
        | Fault::Changed(Piece::Wasm | Piece::Client | Piece::Start) => Some(words.start_failed),
        Fault::PolicyWithoutWasm | Fault::PolicyWithoutMarkup => Some(words.start_failed),
        Fault::Never(Piece::Export | Piece::ExportWasm) => None,
        Fault::Never(_) => Some(words.published().start_slow),
        Fault::PageRearranged => Some(words.crashed),
        // The rest is no concern of this page, or the program makes up for it.
        _ => None,
    }
}

/// The failures that take long to tell, of which one language says enough.
fn is_long(fault: Fault) -> bool {
    matches!(fault, Fault::Never(_) | Fault::Broken(_, Damage::Never | Damage::Slow | Damage::Huge))
}

/// A start that does not come holds back what the driver of the browser waits for: it has a test of its own.
const START_NEVER: Fault = Fault::Never(Piece::Start);
/// So do the two without which nothing is painted. Where no script comes at all, another line says so.
const HELD_BACK: [Fault; 5] =
    [START_NEVER, Fault::Never(Piece::First), Fault::Never(Piece::Style), Fault::NoScripts, Fault::PageStalls];

/// Longer than the page's own patience.
const LONG: Duration = Duration::from_secs(15);

/// Every failure of the table, on the seed's project, at the root in English and below a path in Russian.
#[test]
fn whatever_fails_the_page_stays_readable_and_one_line_says_so() {
    let mut staged = 0;
    for (site, language) in [(ROOT, &LANGUAGES[0]), (PORTAL, &LANGUAGES[1])] {
        let staged = &mut staged;
        with_browser(Setup::new(site), |browser| async move {
            let seed = format!("{}{SEED}", language.prefix());
            let mut wrong = Vec::new();
            let short = |fault: Fault| site.base.is_empty() || !is_long(fault);
            for (name, fault) in FAILURES.into_iter().filter(|(_, fault)| short(*fault) && !HELD_BACK.contains(fault)) {
                browser.forget().await;
                browser.host.stage(fault);
                browser.load(&seed).await;
                *staged += 1;
                let shown = "return !document.querySelector('#notice').hidden && document.querySelector('#notice span').textContent !== ''";
                let alive = "return document.documentElement.hasAttribute('data-alive')";
                let text = "return document.querySelector('#notice span').textContent";
                let expected = told(fault, language);
                // Without its program the page has nothing to wait for.
                let alive = if fault == Fault::NoProgram { "return true" } else { alive };
                if !browser.within(LONG, if expected.is_some() { shown } else { alive }).await {
                    wrong.push(format!("{name}: waited in vain"));
                }
                let said = browser.text(text).await;
                if said != expected.unwrap_or_default() {
                    wrong.push(format!("{name}: says {said:?}"));
                }
                // What is rendered anew comes with the next task.
                browser.soon("return document.querySelectorAll('main dl dd').length > 4").await;
                if let Err(why) = is_whole(&browser).await {
                    wrong.push(format!("{name}: {why}"));
                    continue;
                }
                // A style sheet that is not the one that was built is refused.
                let styled = browser.eval("return document.styleSheets.length > 0").await;
                if styled != (fault != Fault::Changed(Piece::Style)) {
                    wrong.push(format!("{name}: styled is {styled}"));
                }
                let others = "return ['.unwatched', '.early'].some(it => document.querySelector(it).checkVisibility())";
                if browser.eval(others).await == true {
                    wrong.push(format!("{name}: another line says what is not true"));
                }
                // What goes on by itself says so by itself.
                if fault == Fault::Broken(Part::Slice, Damage::Slow) {
                    let gone = "return document.querySelector('#notice').hidden && document.documentElement.hasAttribute('data-alive')";
                    browser.until("the program comes late", gone).await;
                }
                // Plain links still lead on.
                browser.host.stage(Fault::None);
                browser.click("dl a[href*='/partners/kazakhstan/']").await;
                let country = "return location.pathname.endsWith('/partners/kazakhstan/') && document.querySelector('.country-facts, .facts, main table') !== null";
                if !browser.soon(country).await {
                    wrong.push(format!("{name}: its links lead nowhere"));
                }
                browser.console().await;
            }
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        });
    }
    let line = format!("failures staged at the start of a page: {staged}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
    assert!(staged > FAILURES.len());
}

/// What was published can be seen, and nothing lies over its heading.
async fn is_whole(browser: &Browser) -> Result<(), String> {
    let seen = browser
        .eval(
            "const box = document.querySelector('h1').getBoundingClientRect(); \
             const at = document.elementFromPoint(box.left + 5, box.top + box.height / 2); \
             const said = document.querySelector('#notice').getBoundingClientRect(); \
             return { heading: at?.closest('h1') !== null, facts: document.querySelectorAll('main dl dd').length, \
                 text: document.body.innerText, below: box.top >= said.bottom }",
        )
        .await;
    if seen["heading"] != true || seen["below"] != true {
        return Err("something covers the heading".into());
    }
    let text = seen["text"].as_str().unwrap_or_default().replace(['\u{a0}', '\u{202f}', ','], " ");
    for part in ["1 666 413", "Ministry of Justice", "Ombudsperson’s Office"] {
        if !text.contains(part) {
            return Err(format!("{part} cannot be read"));
        }
    }
    if seen["facts"].as_u64() < Some(5) { Err(format!("{} facts", seen["facts"])) } else { Ok(()) }
}

fn stays_readable(setup: Setup) {
    with_browser(setup, |browser| async move {
        browser.load(SEED).await;
        browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
        is_readable(&browser, true).await;
        browser.click("dl a[href*='/partners/kazakhstan/']").await;
        browser
            .until("the country", "return document.querySelector('h1').textContent === 'Republic of Kazakhstan'")
            .await;
    });
}

#[test]
fn without_the_words_everything_but_the_search_works() {
    let damaged = [Damage::Missing, Damage::Html, Damage::Error, Damage::Version].map(|damage| (ROOT, damage));
    for (site, damage) in damaged.into_iter().chain([(PORTAL, Damage::Truncated)]) {
        with_browser(Setup { fault: Fault::Broken(Part::Words, damage), ..Setup::new(site) }, |browser| async move {
            browser.load_alive("/projects/").await;
            let notice =
                "return document.querySelector('#notice').hidden ? '' : document.querySelector('#notice').textContent";
            browser
                .until(
                    "the notice",
                    &notice.replace("return ", "return (").replace(".textContent", ".textContent) !== ''"),
                )
                .await;
            assert!(browser.text(notice).await.starts_with(words().words_failed));
            let uncovered = "const box = document.querySelector('h1').getBoundingClientRect(); \
                return document.elementFromPoint(box.left + 5, box.top + box.height / 2).tagName";
            assert_eq!(browser.text(uncovered).await, "H1");
            // Filters, pages and projects as ever.
            let count = |query: &str| atlas::words::list::results_count(oracle().page(&asked(query)).total, 252);
            let counted =
                |query: &str| format!("return document.querySelector('#count').textContent === '{}'", count(query));
            browser.click("input[name=country][value=kyrgyz-republic]").await;
            browser.until_at("/projects/?country=kyrgyz-republic").await;
            browser.until("filtered", &counted("country=kyrgyz-republic")).await;
            browser.click(".pager .next a").await;
            browser.until_at("/projects/?country=kyrgyz-republic&page=2").await;
            browser.click(".card h3 a").await;
            browser
                .until(
                    "a project",
                    "return document.querySelector('.step-place')?.textContent.startsWith('Project 26 of ') === true",
                )
                .await;
            browser.click(".back a").await;
            browser.until_at("/projects/?country=kyrgyz-republic&page=2").await;
            // The search finds nothing, and does not say that there is nothing.
            browser.load_alive(&address(&asked("q=court"))).await;
            browser.until("the notice again", "return !document.querySelector('#notice').hidden").await;
            let waits =
                format!("document.querySelector('.body').textContent.includes('{}')", words().list.loading_words);
            // What is read out says so when it rests.
            browser.until("nothing that is on its way any more", &format!("return !{waits}")).await;
            let said = browser.text("return document.querySelector('.body').textContent").await;
            assert!(!said.contains("0 of 252") && !said.contains(words().list.no_results), "{said}");
            let cards = browser.eval("return document.querySelectorAll('.cards > .card').length").await;
            assert_eq!(cards, 0);
        });
    }
}

#[test]
fn a_page_that_cannot_be_gone_to_says_so_and_leaves_the_visitor_where_they_are() {
    for damage in [Damage::Truncated, Damage::Html, Damage::Records, Damage::Version, Damage::Other, Damage::Huge] {
        with_browser(Setup { fault: Fault::Broken(Part::Slice, damage), ..Setup::new(ROOT) }, |browser| async move {
            browser.load_alive("/projects/").await;
            shows(&browser, "").await;
            browser.click(".card h3 a").await;
            browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
            let notice = browser.text("return document.querySelector('#notice').textContent").await;
            assert!(notice.starts_with(words().page_failed), "{notice}");
            assert_eq!(browser.heading().await, "Related projects database");
            let cards = browser.eval("return document.querySelectorAll('.cards > .card').length").await;
            assert_eq!(cards, 25);
            // Its link loads the page as it was published.
            browser.click("#notice a").await;
            browser.until("the project", "return document.querySelector('h1')?.textContent !== 'Related projects database' && document.querySelector('.back a') !== null").await;
        });
    }
}

#[test]
fn a_page_that_did_not_come_is_asked_for_again_and_forgotten_by_who_goes_back() {
    let setup = Setup { fault: Fault::Broken(Part::Slice, Damage::Error), ..Setup::new(ROOT) };
    with_browser(setup, |browser| async move {
        let told = "return !document.querySelector('#notice').hidden";
        browser.load_alive("/projects/").await;
        browser.click(".card h3 a").await;
        browser.until("the notice", told).await;
        // Back, to the list that was never left: the line has nothing to say any more.
        browser.client.back().await.unwrap();
        browser.until_at("/projects/").await;
        browser.until("no notice", "return document.querySelector('#notice').hidden").await;
        browser.click(".card h3 a").await;
        browser.until("the notice again", told).await;
        // Its address stands in the bar already.
        browser.host.stage(Fault::None);
        browser.click(".card h3 a").await;
        browser.until("the project", "return document.querySelector('.back a') !== null").await;
        browser.until("no notice", "return document.querySelector('#notice').hidden").await;
    });
}

/// Nothing said so, and a list was shown that was not asked for: the line waited for the end of the page.
#[test]
fn a_page_that_breaks_off_says_so() {
    with_browser(Setup { fault: Fault::PageStalls, whole: false, ..Setup::new(ROOT) }, |browser| async move {
        for path in [SEED, "/projects/?country=kazakhstan"] {
            browser.load(path).await;
            let told = "return document.querySelector('#notice')?.hidden === false";
            assert!(browser.within(LONG, told).await, "{path}");
            assert_eq!(browser.text("return document.readyState").await, "loading");
            assert_eq!(
                browser.text("return document.querySelector('#notice span').textContent").await,
                words().page_slow
            );
            let seen = "return document.querySelector('h1').checkVisibility({ visibilityProperty: true })";
            assert_eq!(browser.eval(seen).await, true, "{path}");
        }
        // Its link asks again.
        browser.host.stage(Fault::None);
        browser.click("#notice a").await;
        browser.until("alive", "return document.documentElement.hasAttribute('data-alive')").await;
        browser.until("no line", "return document.querySelector('#notice').hidden").await;
        shows(&browser, "country=kazakhstan").await;
    });
}

/// The entries of the page in time stood neither in words nor in a drawing.
#[test]
fn a_program_that_stops_before_it_has_drawn_leaves_the_entries_in_words() {
    with_browser(Setup { fault: Fault::PageRearranged, ..Setup::new(ROOT) }, |browser| async move {
        for path in [SEED, "/partners/kazakhstan/"] {
            browser.load(path).await;
            let told =
                format!("return document.querySelector('#notice span').textContent === {}", json!(words().crashed));
            browser.until(path, &told).await;
            // The page of a country has them in lists of its own.
            let there = "const place = document.querySelector('.drawing-place'); \
                const words = document.querySelector('.small-list')?.checkVisibility() !== false; \
                return place.querySelector('canvas') !== null || (words && place.getBoundingClientRect().height < 20)";
            browser.until("the entries", there).await;
            browser.console().await;
        }
    });
}

/// After a reload Back only changed the address, over the page that it had left.
#[test]
fn back_leads_on_where_the_program_did_not_come_again() {
    for engine in Engine::ALL {
        with_browser(Setup { engine, ..Setup::new(ROOT) }, |browser| async move {
            for piece in [Piece::Wasm, Piece::Client, Piece::Start] {
                browser.host.stage(Fault::None);
                browser.load_alive("/projects/?country=kazakhstan").await;
                browser.click(".site-menu a[href$='/partners/']").await;
                browser.until_at("/partners/").await;
                browser.until("its heading", "return document.querySelector('h1').textContent === 'Partners'").await;
                browser.host.stage(Fault::Missing(piece));
                browser.client.refresh().await.unwrap();
                browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
                browser.client.back().await.unwrap();
                browser.until_at("/projects/?country=kazakhstan").await;
                let list = "return document.querySelector('h1')?.textContent === 'Related projects database'";
                browser.until("the list as published", list).await;
                // A link within a page is no way to another.
                browser.until("the notice", "return document.querySelector('#notice')?.hidden === false").await;
                browser.eval("window.same = true; location.hash = 'results'").await;
                tokio::time::sleep(Duration::from_millis(300)).await;
                assert_eq!(browser.eval("return window.same === true").await, true);
                browser.console().await;
            }
        });
    }
}

/// A host that says `charset=iso-8859-1` of every page made Russian unreadable.
#[test]
fn pages_are_read_in_their_own_encoding_whatever_the_host_says() {
    for script in [false, true] {
        let setup = Setup { fault: Fault::OtherEncoding, script, ..Setup::new(PORTAL) };
        with_browser(setup, |browser| async move {
            browser.load("/ru/projects/").await;
            assert_eq!(browser.heading().await, "База данных проектов");
            assert_eq!(browser.text("return document.characterSet").await, "UTF-8");
        });
    }
}

/// First and start were both refused or missing, and nothing said so: `<noscript>` speaks only where script is off.
#[test]
fn where_no_script_comes_the_style_sheet_shows_a_line() {
    with_browser(Setup { fault: Fault::NoScripts, whole: false, ..Setup::new(ROOT) }, |browser| async move {
        browser.load(SEED).await;
        let seen = "const line = document.querySelector('.unwatched'); \
            const look = line ? getComputedStyle(line) : {}; return look.visibility === 'visible' && look.position === 'static' && line.getBoundingClientRect().height > 20";
        assert_eq!(browser.eval(seen).await, false, "not at once");
        assert!(browser.within(LONG, seen).await, "the line");
        assert_eq!(browser.text("return document.querySelector('.unwatched').textContent").await, words().start_failed);
        assert_eq!(is_whole(&browser).await, Ok(()));
        // Where a script watches, it is not there.
        browser.host.stage(Fault::None);
        browser.load_alive(SEED).await;
        assert_eq!(browser.text("return getComputedStyle(document.querySelector('.unwatched')).display").await, "none");
    });
}

#[test]
fn a_start_that_does_not_come_leaves_the_page_readable_and_one_line_says_so() {
    with_browser(Setup { fault: START_NEVER, whole: false, ..Setup::new(ROOT) }, |browser| async move {
        browser.load(SEED).await;
        let told = "return document.querySelector('#notice')?.hidden === false";
        browser.until("the notice", told).await;
        is_readable(&browser, true).await;
        assert_eq!(
            browser.text("return document.querySelector('#notice span').textContent").await,
            words().published().start_slow
        );
        // A question in the address hid the list as published.
        browser.load("/projects/?country=kazakhstan").await;
        browser.until("the notice", told).await;
        let seen = "return getComputedStyle(document.querySelector('.body')).visibility";
        assert_eq!(browser.text(seen).await, "visible");
    });
}

/// That the style sheet and the first script hold back the picture is meant: whoever has chosen a look never sees another,
/// nor a list that was not asked for. A script that does not hold it back comes before the picture nearly always, which is
/// not enough for a page that would flash white at night.
#[test]
fn nothing_is_painted_before_it_looks_as_it_will() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/about/").await;
        browser.click(".theme-switch button:last-child").await;
        for (piece, name) in [(Piece::First, "/first-"), (Piece::Style, "/style-")] {
            browser.chromium("Network.clearBrowserCache", json!({})).await;
            browser.host.stage(Fault::Slow(piece));
            browser.load_alive("/projects/?country=kazakhstan").await;
            let seen = format!(
                "const came = performance.getEntriesByType('resource').find(it => it.name.includes('{name}')); \
                 const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime; \
                 return {{ held: came.duration > 700, after: painted >= came.responseEnd, \
                     look: document.documentElement.dataset.theme }}"
            );
            assert_eq!(browser.eval(&seen).await, json!({ "held": true, "after": true, "look": "dark" }), "{name}");
            shows(&browser, "country=kazakhstan").await;
        }
    });
}

#[test]
fn words_that_do_not_come_hide_no_list() {
    let setup = Setup { fault: Fault::Broken(Part::Words, Damage::Never), ..Setup::new(ROOT) };
    with_browser(setup, |browser| async move {
        browser.load_alive("/projects/?q=court").await;
        let seen = "return getComputedStyle(document.querySelector('.body')).visibility === 'visible' \
            && !document.documentElement.hasAttribute('data-asked')";
        browser.until("the list", seen).await;
        // Of what is not known no number is told, in the title neither.
        for place in ["#count", ".to-results a"] {
            let said = browser.text(&format!("return document.querySelector('{place}').textContent")).await;
            assert_eq!(said, words().list.loading_words);
        }
        browser.until("the title", "return document.title.startsWith('Projects with the word “court” – ')").await;
        browser.until("the notice", "return !document.querySelector('#notice').hidden").await;
        let told = browser.text("return document.querySelector('#notice span').textContent").await;
        assert_eq!(told, words().list.loading_words);
    });
}

#[test]
fn a_module_that_was_changed_on_the_way_writes_no_file() {
    for piece in [Piece::Export, Piece::ExportWasm] {
        with_browser(Setup { fault: Fault::Changed(piece), ..Setup::new(ROOT) }, |browser| async move {
            browser.load_alive("/projects/?country=tajikistan").await;
            browser.click("#save").await;
            browser.click(".save-menu fieldset button").await;
            let said = format!(
                "return document.querySelector('.save-menu [role=status]').textContent === {}",
                serde_json::json!(words().save.save_failed)
            );
            browser.until("that it could not be made", &said).await;
            // Once it comes as it was built, another attempt succeeds.
            browser.host.stage(Fault::None);
            browser.click(".save-menu > div > button").await;
            let saved = "return document.querySelector('.save-menu [role=status]').textContent.includes('.csv')";
            browser.until("the file", saved).await;
        });
    }
}

#[test]
fn webassembly_is_blocked() {
    stays_readable(Setup { wasm: false, ..Setup::new(ROOT) });
}

#[test]
fn script_is_off() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup { script: false, ..Setup::new(site) }, |browser| async move {
            browser.load(SEED).await;
            is_readable(&browser, false).await;
            assert!(browser.text("return document.body.innerText").await.contains("need JavaScript and WebAssembly"));
            let other = browser.text("return getComputedStyle(document.querySelector('.unwatched')).display").await;
            assert_eq!(other, "none", "one line is enough");
            browser.click(".back a").await;
            browser
                .until("the list", "return document.querySelector('h1').textContent === 'Related projects database'")
                .await;
            // Every project is reached by plain links, page by page.
            let cards = "return [...document.querySelectorAll('.card h3 a')].map(it => it.href)";
            let mut links = std::collections::BTreeSet::new();
            let mut page = 1;
            loop {
                let found = browser.eval(cards).await;
                links.extend(found.as_array().unwrap().iter().map(ToString::to_string));
                if browser.eval("return document.querySelector('.pager .next a') === null").await == true {
                    break;
                }
                page += 1;
                browser.click(".pager .next a").await;
                browser.until_at(&format!("/projects/page/{page}/")).await;
            }
            assert!(links.len() >= 250, "{}", links.len());
            let usable = browser.eval("return document.querySelectorAll('fieldset:not(:disabled)').length").await;
            assert_eq!(usable, 0, "controls that cannot work say so");
            browser.click(".card:last-child h3 a").await;
            browser.until("a project", "return document.querySelector('.back a') !== null").await;
        });
    }
}

#[test]
fn an_unknown_address_gets_the_error_page_at_any_depth() {
    for site in [ROOT, PORTAL] {
        with_browser(Setup::new(site), |browser| async move {
            for path in ["/no-such-page/", "/projects/no-such-project/", "/a/b/c/d"] {
                browser.load_alive(path).await;
                assert_eq!(browser.heading().await, "Page not found");
                let console = browser.console().await;
                // The browser itself reports the status of the page that was asked for.
                assert!(console.iter().all(|line| line.contains("404")), "{console:?}");
                // It asked the host for the page that there is not, again and again.
                browser.eval("window.kept = true; return null").await;
                tokio::time::sleep(Duration::from_secs(1)).await;
                assert_eq!(browser.eval("return window.kept === true").await, true, "{path} is loaded once");
            }
            browser.follow("Home").await;
            browser.until_at("/").await;
            browser.client.back().await.unwrap();
            browser
                .until("the same again", "return document.querySelector('h1').textContent === 'Page not found'")
                .await;
        });
    }
}

/// Extensions put things of theirs into pages when they like. Between the first part that became alive and the last, the
/// program stopped when it came to one that it did not know.
#[test]
fn a_page_that_is_altered_while_it_becomes_alive_becomes_alive() {
    for path in ["/projects/", "/timeline/", "/"] {
        with_browser(Setup { fault: Fault::PageAlteredLate, ..Setup::new(ROOT) }, move |browser| async move {
            browser.load_alive(path).await;
            assert_eq!(browser.eval("return alteredInTime").await, true, "{path}");
            assert_eq!(browser.eval("return document.querySelector('#notice').hidden").await, true, "{path}");
            assert_eq!(browser.console().await, Vec::<String>::new(), "{path}");
            if path == "/projects/" {
                browser.click("input[name=country][value=kyrgyz-republic]").await;
                crate::list::shows(&browser, "country=kyrgyz-republic").await;
            }
        });
    }
}

/// What stands in the place of a drawing was hidden wherever scripts are switched on, also from those whose scripts somebody
/// blocks; and a browser that lets nobody draw showed an empty frame.
#[test]
fn where_nothing_is_drawn_the_entries_stand_in_words() {
    let in_words = "const list = document.querySelector('.small-list'); \
        return list.checkVisibility() && list.querySelectorAll('a').length > 5 && document.querySelector('.drawing-place').clientHeight < 100";
    for fault in
        [Fault::NoScripts, Fault::Missing(Piece::Start), Fault::Missing(Piece::Wasm), Fault::Changed(Piece::Client)]
    {
        with_browser(Setup { fault, ..Setup::new(ROOT) }, move |browser| async move {
            browser.load(SEED).await;
            browser.until(&format!("{fault:?}"), in_words).await;
            // The whole list on one page is the program's to show.
            browser.load("/projects/").await;
            let all = "return !document.querySelector('.pager-other').checkVisibility()";
            browser.until(&format!("{fault:?}"), all).await;
            browser.load("/timeline/").await;
            let box_ = "return document.querySelector('.drawing-box').clientHeight < 100";
            browser.until(&format!("{fault:?}, no room for a drawing"), box_).await;
            browser.console().await;
        });
    }
    with_browser(Setup::new(ROOT), |browser| async move {
        let refuse = "HTMLCanvasElement.prototype.getContext = () => null";
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse })).await;
        for path in [SEED, "/timeline/", "/partners/kazakhstan/"] {
            browser.load_alive(path).await;
            let said = json!(words().timeline.drawing_refused);
            let told = format!(
                "return [...document.querySelectorAll('.drawing p')].some(it => it.textContent === {said} && it.checkVisibility())"
            );
            browser.until(path, &told).await;
            let frame = "return !document.querySelector('.drawing-frame').checkVisibility()";
            browser.until(path, frame).await;
            if path == SEED {
                browser.until(path, "return document.querySelector('.small-list').checkVisibility()").await;
            }
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// Browsers that hide who asks give noise for what was painted. It was saved as the picture.
#[test]
fn a_picture_that_the_browser_does_not_give_is_not_saved() {
    for refuse in [
        "CanvasRenderingContext2D.prototype.getImageData = (x, y, w, h) => new ImageData(w, h)",
        "HTMLCanvasElement.prototype.toBlob = () => { throw new Error('no') }",
    ] {
        with_browser(Setup::new(ROOT), move |browser| async move {
            browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse })).await;
            browser.load_alive("/timeline/").await;
            browser.until("the menu", "return document.querySelector('.drawing .save-menu summary') !== null").await;
            browser.click(".drawing .save-menu summary").await;
            browser.click(".drawing .save-menu li:last-child button").await;
            let said = json!(words().save.save_failed);
            let told =
                format!("return document.querySelector('.drawing .save-menu [role=status]').textContent === {said}");
            browser.until(refuse, &told).await;
            browser.console().await;
        });
    }
}

#[test]
fn a_host_that_knows_only_its_error_page_still_shows_every_page() {
    with_browser(Setup { fault: Fault::OnlyErrorPage, ..Setup::new(PORTAL) }, |browser| async move {
        browser.load_alive("/partners/kazakhstan/").await;
        assert_eq!(browser.heading().await, "Republic of Kazakhstan");
    });
}
