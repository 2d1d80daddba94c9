//! What a program can find out about accessibility: axe-core on every kind of page, in both themes and at two widths;
//! reflow, text spacing and the size of targets.

use crate::browser::{Browser, Setup, with_browser};
use crate::site::ROOT;
use crate::templates::{THEMES, WIDTHS, look, pages, unfold};
use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::iter::once;
use std::time::Duration;

/// What is wrong, and where that was seen.
#[derive(Default)]
struct Faults(BTreeMap<String, Vec<String>>);

impl Faults {
    fn add(&mut self, place: &str, faults: impl IntoIterator<Item = String>) {
        for fault in faults {
            self.0.entry(fault).or_default().push(place.to_owned());
        }
    }

    #[track_caller]
    fn none(&self) {
        let lines: Vec<String> =
            self.0.iter().map(|(fault, places)| format!("{fault}\n    at: {}", places.join(", "))).collect();
        assert!(lines.is_empty(), "{} faults:\n\n{}", lines.len(), lines.join("\n\n"));
    }
}

/// Asks axe about a part of the page. Every rule of WCAG 2.2 A and AA, its advice, and contrast as AAA has it.
const ASK: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(arguments[0], {
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
        rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
        resultTypes: ['violations'], preload: false,
    }).then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id} (${rule.impact}): ${rule.help}\\n    ${node.target.join(' ')}\\n    ${node.html.slice(0, 300)}\\n    ` +
        `${node.failureSummary.replaceAll('\\n', '\\n    ')}\\n    ${rule.helpUrl}`))), why => done([`axe failed: ${why}`]))";

/// Lays out what scrolls, and puts what sticks to the window where it stands: what lies over what depends on how far a
/// visitor has scrolled, and one who meets it scrolls on.
const STILL: &str = "
    document.querySelectorAll('.to-results').forEach(it => { it.style.position = 'static' });
    document.querySelectorAll('.filters, .choices, .checklist ul, .menu > *').forEach(it => { it.style.maxHeight = 'none' })";

/// The script of axe-core, which is installed with the tools.
fn axe() -> String {
    let how = "run `cargo atlas test`, or let ATLAS_AXE name axe.min.js of npm's axe-core";
    let path = std::env::var("ATLAS_AXE").unwrap_or_else(|_| panic!("ATLAS_AXE is not set: {how}"));
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}: {how}"))
}

async fn ask(browser: &Browser, part: &str) -> Vec<String> {
    let found = browser.client.execute_async(ASK, vec![json!(part)]).await.unwrap();
    texts(&found)
}

/// What axe finds wrong in a part of the page as it is.
pub async fn faults(browser: &Browser, part: &str) -> Vec<String> {
    let patience = TimeoutConfiguration::new(Some(Duration::from_secs(120)), None, None);
    browser.client.update_timeouts(patience).await.unwrap();
    browser.eval(&axe()).await;
    ask(browser, part).await
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|it| it.as_str().unwrap_or_default().to_owned()).collect()
}

async fn menus(browser: &Browser) -> usize {
    let count = browser.eval("return document.querySelectorAll('details.menu').length").await;
    usize::try_from(count.as_u64().unwrap()).unwrap()
}

/// Opens one menu, or none, and closes the others: they would lie over each other.
async fn open_menu(browser: &Browser, which: Option<usize>) {
    let which = json!(which);
    let script =
        format!("document.querySelectorAll('details.menu').forEach((it, at) => {{ it.open = at === {which} }})");
    browser.eval(&script).await;
}

fn axe_finds_nothing(theme: &'static str) {
    let axe = axe();
    with_browser(Setup::new(ROOT), |browser| async move {
        let patience = TimeoutConfiguration::new(Some(Duration::from_secs(120)), None, None);
        browser.client.update_timeouts(patience).await.unwrap();
        let mut faults = Faults::default();
        for page in pages() {
            look(&browser, theme, WIDTHS[0]).await;
            page.open(&browser).await;
            // The driver's scripts run beside the page's policy, which would let nobody else in.
            browser.eval(&axe).await;
            for width in WIDTHS {
                look(&browser, theme, width).await;
                unfold(&browser).await;
                browser.eval(STILL).await;
                let place = format!("{} {theme} {width}", page.name);
                faults.add(&place, ask(&browser, "html").await);
                for menu in 0..menus(&browser).await {
                    open_menu(&browser, Some(menu)).await;
                    faults.add(&place, ask(&browser, "details.menu[open]").await);
                }
                open_menu(&browser, None).await;
            }
        }
        faults.none();
    });
}

#[test]
fn axe_finds_nothing_wrong_in_the_light_theme() {
    axe_finds_nothing(THEMES[0]);
}

#[test]
fn axe_finds_nothing_wrong_in_the_dark_theme() {
    axe_finds_nothing(THEMES[1]);
}

/// The page needs no more than the width that it has (WCAG 1.4.10).
const SIDEWAYS: &str = "const it = document.documentElement; \
    return it.scrollWidth > it.clientWidth ? [`the page is ${it.scrollWidth} wide in ${it.clientWidth}`] : []";

/// Spaces text out as WCAG 1.4.12 does, by a sheet that the page's policy has no say in.
const SPACE_OUT: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; ' +
        'word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet]";

/// What is cut off: it hides what is beyond its box, and there is something. Hidden to the eye altogether is another
/// matter, and so is what scrolls.
const CLIPPED: &str = "
    const hides = value => value === 'hidden' || value === 'clip';
    return [...document.body.querySelectorAll('*')].filter(it => it.clientWidth > 2 && it.clientHeight > 2 && it.checkVisibility({ visibilityProperty: true })).filter(it => {
        const look = getComputedStyle(it);
        return hides(look.overflowX) && it.scrollWidth > it.clientWidth + 1 || hides(look.overflowY) && it.scrollHeight > it.clientHeight + 1;
    }).map(it => `clips ${it.outerHTML.slice(0, 120)}: ${it.scrollWidth}×${it.scrollHeight} in ${it.clientWidth}×${it.clientHeight}`)";

/// Targets smaller than 24 pixels, one of each sort (WCAG 2.5.8). A box is as large as its label, with the link in it. Excepted are a link
/// among words, which is as high as the line lets it be, and what keeps its distance: a circle of 24 pixels around its
/// middle touches no other target, nor the circle of another small one.
const SMALL: &str = "
    const inline = it => {
        if (getComputedStyle(it).display !== 'inline') return false;
        let block = it.parentElement;
        while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
        const links = [...block.querySelectorAll('a, button')].map(it => it.textContent.trim().length).reduce((a, b) => a + b, 0);
        return block.textContent.trim().length > links + 2;
    };
    const box = it => {
        const boxes = ['checkbox', 'radio'].includes(it.type) ? [it, ...it.labels] : [it];
        const all = boxes.map(it => it.getBoundingClientRect());
        const [left, top] = [Math.min(...all.map(it => it.left)), Math.min(...all.map(it => it.top))];
        const [right, bottom] = [Math.max(...all.map(it => it.right)), Math.max(...all.map(it => it.bottom))];
        return { it, left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2,
            small: right - left < 23.99 || bottom - top < 23.99 };
    };
    // An open menu lies over others.
    const part = document.querySelector('details.menu[open]') ?? document;
    const targets = [...part.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(it => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !it.matches('.skip-link, label a'))
        .map(box).filter(it => it.right - it.left > 1);
    const near = (one, other) => {
        if (one === other || one.it.contains(other.it) || other.it.contains(one.it)) return false;
        if (one.it.labels?.[0]?.contains(other.it) || other.it.labels?.[0]?.contains(one.it)) return false;
        const beyond = (at, from, to) => Math.max(from - at, at - to, 0);
        const away = Math.hypot(beyond(one.x, other.left, other.right), beyond(one.y, other.top, other.bottom));
        return away < 11.99 || other.small && Math.hypot(one.x - other.x, one.y - other.y) < 23.99;
    };
    const sorts = new Map();
    for (const one of targets.filter(it => it.small && !inline(it.it))) {
        const neighbour = targets.find(other => near(one, other));
        if (!neighbour) continue;
        const sort = `${one.it.parentElement.closest('[class]')?.className} ${one.it.localName}.${one.it.className}`;
        if (!sorts.has(sort)) sorts.set(sort, `small: ${sort}, ${(one.right - one.left).toFixed(1)}×${(one.bottom - one.top).toFixed(1)}: ` +
            `${one.it.outerHTML.slice(0, 120)}\n    beside ${neighbour.it.outerHTML.slice(0, 120)}`);
    }
    return [...sorts.values()]";

#[test]
fn nothing_is_cut_off_too_wide_or_too_small_to_hit() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let mut faults = Faults::default();
        for page in pages() {
            look(&browser, THEMES[0], WIDTHS[0]).await;
            page.open(&browser).await;
            for width in WIDTHS {
                look(&browser, THEMES[0], width).await;
                unfold(&browser).await;
                browser.eval(STILL).await;
                for menu in once(None).chain((0..menus(&browser).await).map(Some)) {
                    open_menu(&browser, menu).await;
                    let menu = menu.map_or(String::new(), |menu| format!(", menu {menu} open"));
                    let place = format!("{} {width}{menu}", page.name);
                    faults.add(&place, texts(&browser.eval(SIDEWAYS).await));
                    faults.add(&place, texts(&browser.eval(SMALL).await));
                    browser.eval(SPACE_OUT).await;
                    let place = format!("{place}, spaced out");
                    faults.add(&place, texts(&browser.eval(SIDEWAYS).await));
                    faults.add(&place, texts(&browser.eval(CLIPPED).await));
                    browser.eval("document.adoptedStyleSheets = []").await;
                }
            }
        }
        faults.none();
    });
}
