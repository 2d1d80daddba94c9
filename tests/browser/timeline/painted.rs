//! What is painted, and what is said instead of it.

use super::{ENTER, FOCUSED, ON_MARK, RIGHT, drawn, into_view, mouse, open, place, search};
use crate::browser::{Setup, with_browser};
use crate::site::{PORTAL, ROOT};
use serde_json::json;

/// Keeps what the canvas is told to fill and to write.
const KEEP_PAINT: &str = "window.filled = []; window.written = []; \
    const it = CanvasRenderingContext2D.prototype, [fill, write] = [it.fillRect, it.fillText]; \
    it.fillRect = function (...at) { filled.push([this.fillStyle, this.canvas.className, ...at]); fill.apply(this, at) }; \
    it.fillText = function (...at) { written.push(at[0]); write.apply(this, at) }; return null";

#[test]
fn the_line_of_the_day_follows_the_day_that_is_asked_for() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?as-of=2016-01-01&shown-from=2010&shown-to=2029").await;
        let legend = "return document.querySelector('.sign-day').parentElement.textContent";
        assert_eq!(browser.text(legend).await, "Date asked for: 1 January 2016");
        browser.eval(KEEP_PAINT).await;
        // Where the line is: nothing else has its colour.
        let line = "const colour = document.createElement('canvas').getContext('2d'), canvas = document.querySelector('.drawing-canvas'); \
            colour.fillStyle = getComputedStyle(canvas).getPropertyValue('--draw-day').trim(); \
            return (filled.filter(it => it[1] === 'drawing-canvas' && it[0] === colour.fillStyle).at(-1)?.[2] ?? -1)";
        browser.eval("dispatchEvent(new Event('resize'))").await;
        browser.until("a picture", &format!("{line} !== -1")).await;
        let then = browser.eval(line).await.as_f64().unwrap();
        browser.click(".chips li:first-child a").await;
        browser.until_at("/timeline/?shown-from=2010&shown-to=2029").await;
        browser.until("the legend", &format!("{legend}.startsWith('Date of the data: ')")).await;
        browser.until("the line", &format!("{line} > {then} + 100")).await;
        // Back, without a reload.
        browser.client.back().await.unwrap();
        browser.until("the legend", &format!("{legend} === 'Date asked for: 1 January 2016'")).await;
        browser.until("the line", &format!("{line} === {then}")).await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn the_axis_says_its_year_and_the_name_of_a_group_has_a_strip_of_its_own() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?shown-from=2013-03-11&shown-to=2013-03-24").await;
        browser.eval(KEEP_PAINT).await;
        browser.eval("dispatchEvent(new Event('resize'))").await;
        browser.until("the year among days", "return written.some(it => /^\\d+ Mar 2013$/.test(it))").await;
        open(&browser, "/timeline/").await;
        into_view(&browser).await;
        browser.eval(KEEP_PAINT).await;
        browser.eval("document.querySelector('.drawing-scroll').scrollTop = 200").await;
        let strip = "const width = document.querySelector('.drawing-scroll').clientWidth; \
            return filled.some(([, of, x, y, wide, high]) => of === 'drawing-canvas' && x === 0 && y === 24 && high === 28 && wide === width)";
        browser.until("a strip below the axis", strip).await;
        // What lies below it is not pointed at.
        let [left, top, width, _] = place(&browser, ".drawing-canvas").await;
        for share in [0.3, 0.5, 0.7, 0.9] {
            mouse(&browser, "mouseMoved", left + width * share, top + 36.0, json!({})).await;
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
            assert_eq!(browser.eval("return document.querySelector('.drawing-card') === null").await, true);
        }
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

/// A bar of exact days that came after an uncertain one was painted as faint as that, and in the dark it shone.
#[test]
fn a_sure_bar_is_never_as_faint_as_the_one_before_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        open(&browser, "/timeline/?shown-from=2020&shown-to=2024").await;
        browser
            .eval(
                "window.painted = []; const real = CanvasRenderingContext2D.prototype.fillRect; \
                CanvasRenderingContext2D.prototype.fillRect = function (x, y, width, height) { \
                    painted.push({ fill: this.fillStyle, strength: this.globalAlpha, x, y, width, height }); \
                    real.call(this, x, y, width, height) }; return null",
            )
            .await;
        // Pictures of two decades, so that bars follow each other in many ways.
        for _ in 0..12 {
            browser
                .eval("window.before = painted.length; document.querySelectorAll('.drawing-tools button')[2].click()")
                .await;
            browser.until("another picture", "return painted.length > before").await;
        }
        // A sure bar is a rectangle in the colour of lines with a narrower one in its own colour on it.
        let bars = browser
            .eval(
                "const style = getComputedStyle(document.querySelector('.drawing-canvas')); \
                const shade = name => { const it = document.createElement('canvas').getContext('2d'); \
                    it.fillStyle = style.getPropertyValue(name).trim(); return it.fillStyle }; \
                const [fill, line] = [shade('--draw-project'), shade('--draw-project-line')]; \
                const below = painted.filter(it => it.fill === line && it.height === 18 && it.width > 6); \
                const inside = (bar, it) => it.fill === fill && it.y === bar.y && it.x > bar.x \
                    && it.x + it.width < bar.x + bar.width && it.width > bar.width - 4; \
                return [below.length, below.filter(bar => painted.some(it => inside(bar, it))).length, \
                    below.filter(bar => painted.some(it => inside(bar, it) && it.strength < 1)).length]",
            )
            .await;
        let [all, filled, faint] = [0, 1, 2].map(|at| bars[at].as_u64().unwrap());
        assert!(all > 0 && filled == all && faint == 0, "of {all} sure bars {filled} are filled, {faint} faintly");
    });
}

#[test]
fn countries_and_projects_have_their_own_drawings() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        for (page, name) in
            [("/partners/tajikistan/", "Drawing of "), ("/projects/eu-rule-of-law-platform-phase-1/", "Drawing of ")]
        {
            open(&browser, page).await;
            assert!(
                browser
                    .text("return document.querySelector('.drawing-tall').getAttribute('aria-label')")
                    .await
                    .starts_with(name)
            );
            browser.eval("document.querySelector('.drawing-stop.in-turn').focus()").await;
            let before = browser.text(FOCUSED).await;
            browser.press(&[RIGHT]).await;
            browser
                .until(
                    "another entry",
                    &format!("return document.activeElement.getAttribute('aria-label') !== {}", json!(before)),
                )
                .await;
            browser.until("the link can be seen", ON_MARK).await;
            assert_eq!(search(&browser).await, "", "a small drawing is not in the address");
        }
        // A project's own page begins with the project, and its drawing says on paper of what it is.
        open(&browser, "/projects/eu-rule-of-law-platform-phase-1/").await;
        let name =
            browser.text("return document.querySelector('.drawing-stop.in-turn').getAttribute('aria-label')").await;
        let title = browser.heading().await;
        assert!(name.contains(&title), "{name} is about {title}");
        browser.eval("dispatchEvent(new Event('beforeprint'))").await;
        let paper = browser.text("return document.querySelector('.drawing-paper').textContent").await;
        let page = browser.url("/projects/eu-rule-of-law-platform-phase-1/");
        assert!(paper.contains(&format!("“{title}”")) && paper.contains(&page), "{paper} says {title} and {page}");
        browser.eval("dispatchEvent(new Event('afterprint'))").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn pages_with_small_drawings_have_the_same_in_words() {
    with_browser(Setup::new(PORTAL), |browser| async move {
        let seen =
            "return [...document.querySelectorAll('.small-list .entry')].filter(it => it.checkVisibility()).length";
        let project = "/projects/eu-rule-of-law-platform-phase-1/";
        open(&browser, project).await;
        assert_eq!(browser.eval(seen).await, 0, "where there is room for the drawing, it needs no list");
        let drawn = browser.text("return document.querySelector('.drawing-tall').getAttribute('aria-label')").await;
        let drawn: u64 = drawn.split_whitespace().nth(2).unwrap().parse().unwrap();
        // The lists that a country's page has anyway: the section says where they are.
        open(&browser, "/partners/tajikistan/").await;
        let ways = "return [...document.querySelectorAll('section[aria-labelledby=time] .inline-list a')].map(it => it.hash).join(' ')";
        assert_eq!(browser.text(ways).await, "#projects #events #eu");
        assert_eq!(browser.eval("return document.querySelector('#projects') !== null && document.querySelector('#events') !== null && document.querySelector('.small-list') === null").await, true);
        let metrics = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        browser.chromium("Emulation.setDeviceMetricsOverride", metrics).await;
        browser.load_alive(project).await;
        assert!(browser.eval(seen).await.as_u64() >= Some(drawn), "every entry that is drawn stands in the list");
        let own = "return document.querySelector('.small-list .entry[aria-current] .entry-title').textContent";
        assert_eq!(browser.text(own).await, browser.heading().await);
        let sideways = "const it = document.documentElement; return it.scrollWidth <= it.clientWidth";
        assert_eq!(browser.eval(sideways).await, true);
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}

#[test]
fn somebody_who_cannot_see_finds_a_workshop_in_tajikistan_in_2013() {
    with_browser(Setup::new(ROOT), |browser| async move {
        browser.load_alive("/").await;
        assert!(browser.tab_to("header a[href='/timeline/']").await);
        browser.press(&[ENTER]).await;
        browser.until_at("/timeline/").await;
        drawn(&browser).await;
        assert!(browser.tab_to("input[name=country][value=tajikistan]").await);
        browser.press(&[' ']).await;
        browser.until_at("/timeline/?country=tajikistan").await;
        browser.until("said", "return document.querySelector('main [role=status]').textContent.includes('Projects and events in Tajikistan')").await;
        assert!(browser.tab_to(".year-index a[href='#y2013']").await);
        browser.press(&[ENTER]).await;
        browser.until("at 2013", "return location.hash === '#y2013'").await;
        assert!(browser.tab_to("section[aria-labelledby=y2013] a[href^='/events/tj-enforcement-agents']").await);
        browser.press(&[ENTER]).await;
        browser.until_at("/events/tj-enforcement-agents-training-2013/").await;
        browser.until("its heading", "return document.querySelector('h1').textContent === 'Workshop on the initial training of enforcement agents'").await;
        assert_eq!(browser.console().await, Vec::<String>::new());
    });
}
