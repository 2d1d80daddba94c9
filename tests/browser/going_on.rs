//! What happens to a page that is open already: the program stops, the site is published anew, the line breaks, the
//! browser keeps nothing, or refuses to write addresses; two tabs.

use crate::browser::{Browser, Setup, with_browser};
use crate::list::{address, asked, shows};
use crate::server::{Damage, Fault, Part, Piece};
use crate::site::{PORTAL, ROOT};
use atlas::words::words;
use serde_json::json;
use std::time::{Duration, Instant};

const COUNTRY: &str = "input[name=country][value=kyrgyz-republic]";
const NOTICE: &str =
    "return document.querySelector('#notice').hidden ? '' : document.querySelector('#notice span').textContent";

/// A line above the page is shown, or none where it is empty.
async fn says(browser: &Browser, text: &str) {
    let script = format!("return ({}) === {}", NOTICE.trim_start_matches("return "), json!(text));
    assert!(
        browser.within(Duration::from_secs(15), &script).await,
        "says {:?}, not {text:?}",
        browser.text(NOTICE).await
    );
}

#[test]
fn a_program_that_stops_leaves_the_links_to_the_browser() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        // The browser makes no more elements: the program cannot draw its answer and panics.
        browser
            .eval(
                "const no = () => { throw new Error('no more') }; \
                 document.createElement = no; document.createElementNS = no; document.createTextNode = no; \
                 document.createComment = no; Node.prototype.cloneNode = no",
            )
            .await;
        browser.click(COUNTRY).await;
        says(&browser, words().crashed).await;
        let usable =
            "return document.querySelectorAll('#app fieldset:not(:disabled), #app button:not(:disabled)').length";
        assert_eq!(browser.eval(usable).await, 0, "what needs the program says that it cannot be used");
        let uncovered = "const box = document.querySelector('h1').getBoundingClientRect(); \
            return document.elementFromPoint(box.left + 5, box.top + box.height / 2).closest('h1') !== null";
        browser.eval("window.scrollTo(0, 0)").await;
        assert_eq!(browser.eval(uncovered).await, true);
        // Links are the browser's now, and lead to a page that is alive.
        browser.follow("About").await;
        browser.until_at("/about/").await;
        browser.until("alive", "return document.documentElement.hasAttribute('data-alive')").await;
        says(&browser, "").await;
        browser.client.back().await.unwrap();
        // The browser may have kept the page as it stopped: then it is loaded again.
        let again =
            "return document.documentElement.hasAttribute('data-alive') && document.querySelector('#notice').hidden";
        browser.until("alive again", again).await;
        // The address was written before the program stopped; now it is answered.
        shows(&browser, "country=kyrgyz-republic").await;
        browser.click(COUNTRY).await;
        shows(&browser, "").await;
    });
}

#[test]
fn a_site_that_was_published_anew_is_loaded_anew_at_the_next_page() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        browser.host.stage(Fault::NewRelease);
        // What the program has is enough for the list.
        browser.click(COUNTRY).await;
        shows(&browser, "country=kyrgyz-republic").await;
        browser.eval("window.old = true").await;
        browser.click(".card h3 a").await;
        let anew =
            "return window.old === undefined && document.querySelector('h1')?.textContent.includes('(anew)') === true";
        browser.until("the page as it is now published", anew).await;
        assert!(browser.text("return location.pathname").await.starts_with("/portal/projects/"));
        assert!(!browser.text("return location.pathname").await.ends_with("/projects/"));
    });
}

#[test]
fn a_page_of_one_release_shows_the_data_of_another() {
    // A cache gives the old page; the data is new. What it says is rendered anew, nothing is mixed.
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/about/").await;
        browser.host.stage(Fault::OtherData);
        browser.load_alive("/partners/kazakhstan/").await;
        assert_eq!(browser.heading().await, "Republic of Elsewhere");
        says(&browser, "").await;
    });
}

#[test]
fn without_a_line_the_list_works_and_a_page_that_cannot_come_says_so() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        let line = |offline: bool| json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        browser.chromium("Network.enable", json!({})).await;
        browser.chromium("Network.emulateNetworkConditions", line(true)).await;
        browser.click(COUNTRY).await;
        shows(&browser, "country=kyrgyz-republic").await;
        browser.click(".card h3 a").await;
        says(&browser, words().page_failed).await;
        assert_eq!(browser.heading().await, "Related projects database");
        // The line is back: the same link leads on, and the notice goes.
        browser.chromium("Network.emulateNetworkConditions", line(false)).await;
        browser.client.back().await.unwrap();
        browser.click(".card h3 a").await;
        browser.until("the project", "return document.querySelector('.back a') !== null").await;
        says(&browser, "").await;
    });
}

#[test]
fn a_page_that_takes_its_time_says_so_until_it_is_there() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Slow));
        browser.click(".card h3 a").await;
        says(&browser, words().page_slow).await;
        browser.until("the project", "return document.querySelector('.back a') !== null").await;
        says(&browser, "").await;
    });
}

/// The page that was shown jumped to its top at once, and stayed there where the other did not come.
#[test]
fn a_page_stays_where_it_is_until_the_next_has_come() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        let link = "document.querySelectorAll('.card h3 a')[12]";
        // The line above the page moves what is scrolled, not what is seen.
        let place = format!("return Math.round({link}.getBoundingClientRect().top)");
        browser.eval(&format!("{link}.scrollIntoView({{ block: 'center' }})")).await;
        let before = browser.eval(&place).await;
        for (damage, said) in [(Damage::Error, words().page_failed), (Damage::Slow, words().page_slow)] {
            browser.host.stage(Fault::Broken(Part::Slice, damage));
            browser.eval(&format!("{link}.click()")).await;
            says(&browser, said).await;
            assert_eq!(browser.eval(&place).await, before, "{damage:?}");
            // The line above is far away: what it says stands at the link, too.
            let at_link = format!("return getComputedStyle({link}, '::after').content");
            assert!(browser.text(&at_link).await.contains(said), "{damage:?}");
        }
        browser.until("the project", "return document.querySelector('.back a') !== null").await;
        browser.until("its top", "return scrollY === 0").await;
        assert_eq!(browser.eval("return document.querySelectorAll('[noscroll]').length").await, 0);
    });
}

/// Within the site it was told to be no page at all.
#[test]
fn a_page_whose_data_is_lost_is_loaded_as_published() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Missing));
        let title = browser.text("window.old = true; return document.querySelector('.card h3 a').textContent").await;
        browser.click(".card h3 a").await;
        let there = format!("return !window.old && document.querySelector('h1')?.textContent === {}", json!(title));
        browser.until("the page as published", &there).await;
        says(&browser, words().start_failed).await;
        browser.client.back().await.unwrap();
        browser.until("the list", "return 'alive' in document.documentElement.dataset").await;
        shows(&browser, "").await;
    });
}

/// A page whose answer hung could not be asked for again: it was taken for one that is on its way.
#[test]
fn a_page_that_never_comes_can_be_asked_for_again() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Never));
        browser.click(".card h3 a").await;
        says(&browser, words().page_slow).await;
        browser.client.back().await.unwrap();
        says(&browser, "").await;
        browser.click(".card h3 a").await;
        says(&browser, words().page_slow).await;
        // The host is well again, the address stands in the bar already.
        browser.host.stage(Fault::None);
        browser.click(".card h3 a").await;
        browser.until("the project", "return document.querySelector('.back a') !== null").await;
        says(&browser, "").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// Whoever waits is told in the end, and can ask again.
#[test]
fn what_is_silent_for_long_is_given_up() {
    let patience = Duration::from_secs(40);
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Never));
        browser.click(".card h3 a").await;
        let told =
            |text: &str| format!("return document.querySelector('#notice span').textContent === {}", json!(text));
        assert!(browser.within(patience, &told(words().page_failed)).await, "a page");
        // A file that is saved waits for two things; each can be silent.
        let line = |text: &str| {
            format!("return document.querySelector('.save-menu [role=status]').textContent.startsWith({})", json!(text))
        };
        for fault in [Fault::Never(Piece::Export), Fault::Broken(Part::Details, Damage::Never)] {
            browser.host.stage(fault);
            browser.forget().await;
            browser.load_alive("/projects/?country=turkmenistan").await;
            browser.click("#save").await;
            browser.click(".save-menu fieldset button").await;
            assert!(browser.within(patience, &line(words().save.save_failed)).await, "{fault:?}");
            browser.host.stage(Fault::None);
            browser.click(".save-menu [role=status] + button").await;
            assert!(browser.within(patience, &line("Saved")).await, "{fault:?}, asked for again");
        }
    });
}

/// The first of two requests, given up, said that the page could not be had, while the second was on its way.
#[test]
fn of_two_requests_only_the_last_says_that_a_page_does_not_come() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Never));
        let began = Instant::now();
        browser.click(".card h3 a").await;
        says(&browser, words().page_slow).await;
        tokio::time::sleep(Duration::from_secs(14).saturating_sub(began.elapsed())).await;
        // Its answer comes after ten seconds; the first is given up after twenty.
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Slow));
        browser.click(".card h3 a").await;
        let there = "return document.querySelector('.back a') !== null";
        while browser.eval(there).await != true {
            let said = browser.text("return document.querySelector('#notice span').textContent").await;
            assert_eq!(said, words().page_slow, "after {:?}", began.elapsed());
            assert!(began.elapsed() < Duration::from_secs(60));
        }
        assert!(began.elapsed() > Duration::from_secs(21), "the first was given up before: {:?}", began.elapsed());
        browser.until("no line", "return document.querySelector('#notice').hidden").await;
        let errors = browser.console().await;
        assert!(errors.iter().any(|line| line.contains("nothing has come")), "{errors:?}");
    });
}

/// A line about a page that did not come was taken away by the words of the projects, which came.
#[test]
fn a_line_stays_while_what_it_says_is_true() {
    with_browser(Setup { fault: Fault::Broken(Part::Words, Damage::Slow), ..Setup::new(ROOT) }, |browser| async move {
        browser.load_alive("/projects/").await;
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Error));
        browser.click(".card h3 a").await;
        says(&browser, words().page_failed).await;
        // Longer than the words take.
        tokio::time::sleep(Duration::from_secs(12)).await;
        says(&browser, words().page_failed).await;
    });
}

/// As the browser's own translation does: every text is put into elements of its own, and the program wrote the answer to the
/// next question into texts that nobody saw.
#[test]
fn a_page_that_the_browser_has_translated_never_mixes_two_answers() {
    let translate = "const walk = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT), texts = []; \
        while (walk.nextNode()) texts.push(walk.currentNode); \
        for (const text of texts.filter(it => it.data.trim())) { \
            const font = document.createElement('font'); font.append(document.createElement('font')); \
            font.firstChild.textContent = text.data; text.replaceWith(font) } window.old = true; return null";
    let anew = "return window.old === undefined && 'alive' in document.documentElement.dataset";
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        browser.eval(translate).await;
        browser.click(COUNTRY).await;
        browser.until("the answer on a page of its own", anew).await;
        shows(&browser, "country=kyrgyz-republic").await;
        browser.eval(translate).await;
        browser.client.back().await.unwrap();
        browser.until("the whole list", anew).await;
        shows(&browser, "").await;
        browser.eval(translate).await;
        browser.click(".card h3 a").await;
        browser.until("the project", anew).await;
        browser.until("the project", "return document.querySelector('.back a') !== null").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// What the program waits for was told to somebody whom the visitor's next choice had done away with: the program stopped.
#[test]
fn whoever_goes_on_while_something_is_on_its_way_is_not_stopped_when_it_comes() {
    with_browser(Setup::new(ROOT), |browser| async move {
        // The words of the projects.
        browser.host.stage(Fault::Broken(Part::Words, Damage::Slow));
        browser.load_alive("/projects/").await;
        for country in ["kazakhstan", "tajikistan"] {
            browser.click(&format!("input[name=country][value={country}]")).await;
        }
        browser.until_at("/projects/?country=kazakhstan&country=tajikistan").await;
        browser
            .eval("const box = document.querySelector('.search-box input'); box.value = 'court'; box.dispatchEvent(new Event('input', { bubbles: true }))")
            .await;
        let found = "return document.querySelector('.cards mark')?.textContent.toLowerCase() === 'court'";
        assert!(browser.within(Duration::from_secs(15), found).await, "the words have come");
        // A page, while another is asked for.
        browser.host.stage(Fault::Broken(Part::Slice, Damage::Slow));
        browser.load_alive("/projects/").await;
        let title = |at: usize| format!("document.querySelectorAll('.card h3 a')[{at}]");
        let wanted = browser.text(&format!("return {}.textContent", title(3))).await;
        browser.eval(&format!("{}.click()", title(2))).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        browser.eval(&format!("{}.click()", title(3))).await;
        let there = format!("return document.querySelector('h1').textContent === {}", json!(wanted));
        assert!(browser.within(Duration::from_secs(15), &there).await, "the second page");
        // Until the first would have come, too.
        tokio::time::sleep(Duration::from_secs(1)).await;
        browser.until("it stays", &there).await;
        says(&browser, "").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn a_browser_that_keeps_nothing_shows_everything() {
    with_browser(Setup { storage: false, ..Setup::new(ROOT) }, |browser| async move {
        browser.load_alive("/projects/").await;
        let blocked = browser.eval("try { localStorage; return false } catch { return true }").await;
        assert_eq!(blocked, true, "the browser is set up to keep nothing");
        browser.click(COUNTRY).await;
        shows(&browser, "country=kyrgyz-republic").await;
        // The look changes for as long as the page lives, and the other language is a link away.
        browser.click(".theme-switch button:last-child").await;
        assert_eq!(browser.text("return document.documentElement.dataset.theme").await, "dark");
        browser.click(".language-switch a").await;
        browser.until("Russian", "return document.documentElement.lang === 'ru'").await;
        browser.until("alive", "return document.documentElement.hasAttribute('data-alive')").await;
        let console = browser.console().await;
        assert!(console.is_empty(), "{console:?}");
    });
}

#[test]
fn a_browser_that_refuses_new_addresses_shows_what_was_asked_and_writes_the_last_later() {
    with_browser(Setup::new(ROOT), |browser| async move {
        // As Safari does after a hundred in half a minute.
        let refuse = "for (const kind of ['pushState', 'replaceState']) { const write = History.prototype[kind]; \
            History.prototype[kind] = function (...entry) { \
                if (window.refuses) throw new DOMException('too often', 'SecurityError'); return write.apply(this, entry) } }";
        browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse })).await;
        browser.load_alive("/projects/").await;
        shows(&browser, "").await;
        browser.eval("window.refuses = true").await;
        let counted = |query: &str| {
            let total = crate::oracle::oracle().page(&asked(query)).total;
            format!(
                "return document.querySelector('#count').textContent === {}",
                json!(atlas::words::list::results_count(total, 252))
            )
        };
        browser.click(COUNTRY).await;
        browser.until("filtered", &counted("country=kyrgyz-republic")).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        browser.click("input[name=country][value=tajikistan]").await;
        let both = "country=kyrgyz-republic&country=tajikistan";
        browser.until("filtered twice", &counted(both)).await;
        says(&browser, "").await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert_eq!(browser.text("return location.search").await, "");
        browser.eval("window.refuses = false").await;
        browser.until_at(&address(&asked(both))).await;
        shows(&browser, both).await;
        // Whoever goes back before it is written no longer wants it.
        browser.eval("window.refuses = true").await;
        browser.click("input[name=country][value=uzbekistan]").await;
        browser
            .until("filtered thrice", &counted("country=kyrgyz-republic&country=tajikistan&country=uzbekistan"))
            .await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        browser.eval("window.refuses = false").await;
        browser.client.back().await.unwrap();
        shows(&browser, "").await;
        tokio::time::sleep(Duration::from_secs(6)).await;
        shows(&browser, "").await;
        // A link to another page leads there, whatever the bar says.
        browser.eval("window.refuses = true").await;
        browser.click(".site-header a[href='/about/']").await;
        browser.until("another page", "return document.querySelector('h1').textContent.startsWith('About')").await;
        browser.eval("window.refuses = false").await;
        browser.until_at("/about/").await;
    });
}

#[test]
fn two_tabs_ask_different_things_and_share_the_look() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/projects/").await;
        let first = browser.client.window().await.unwrap();
        browser.click(COUNTRY).await;
        shows(&browser, "country=kyrgyz-republic").await;
        let second = browser.client.new_window(true).await.unwrap().handle;
        browser.client.switch_to_window(second).await.unwrap();
        browser.load_alive("/projects/").await;
        browser.click("input[name=country][value=tajikistan]").await;
        shows(&browser, "country=tajikistan").await;
        browser.click(".theme-switch button:last-child").await;
        browser.client.switch_to_window(first).await.unwrap();
        browser.until("dark here too", "return document.documentElement.dataset.theme === 'dark'").await;
        let pressed = "return document.querySelector('.theme-switch button:last-child').ariaPressed === 'true'";
        browser.until("and the switch says so", pressed).await;
        shows(&browser, "country=kyrgyz-republic").await;
    });
}
