//! What a program cannot find out by looking: the keyboard on every kind of page, in two makes of browser, and what
//! is said to somebody who cannot see.

use crate::browser::{Browser, ENTER, Engine, SPACE, Setup, TAB, with_browser};
use crate::site::ROOT;
use crate::templates::{pages, pages_of};
use serde_json::{Value, json};
use std::cell::RefCell;

/// Runs a test in both makes of browser.
fn in_both<F: Future<Output = ()>>(test: impl Fn(Engine, Browser) -> F) {
    for engine in Engine::ALL {
        with_browser(Setup { engine, ..Setup::new(ROOT) }, |browser| test(engine, browser));
    }
}

#[test]
fn on_every_page_the_first_key_leads_past_the_menu() {
    in_both(|engine, browser| async move {
        for page in pages() {
            page.open(&browser).await;
            browser.press(&[TAB]).await;
            let seen = "const it = document.activeElement, box = it.getBoundingClientRect(); \
                return it.matches('.skip-link[href=\"#main\"]') && box.top >= 0 && box.left >= 0 && box.height >= 24";
            assert_eq!(browser.eval(seen).await, true, "{engine:?} {}: the skip link comes first, in view", page.name);
            browser.press(&[ENTER]).await;
            browser.until(&page.name, "return document.activeElement.id === 'main'").await;
            browser.press(&[TAB]).await;
            // A page of prose may have nothing to stop at.
            let inside = "const main = document.querySelector('#main'); \
                return main.contains(document.activeElement) || !main.querySelector('a, button, input, summary, [tabindex=\"0\"]')";
            assert_eq!(browser.eval(inside).await, true, "{engine:?} {}: the next key stays in it", page.name);
        }
    });
}

#[test]
fn another_page_takes_the_focus_and_a_filter_leaves_it() {
    in_both(|engine, browser| async move {
        for home in pages_of(&["home"]) {
            home.open(&browser).await;
            let links = browser.eval("return [...document.querySelectorAll('.site-menu a')].map(it => [it.getAttribute('href'), it.textContent])").await;
            let links = links.as_array().unwrap();
            assert!(links.len() >= 7, "{links:?}");
            // The page that it is on already comes last.
            for link in links[1..].iter().chain(&links[..1]) {
                let (href, name) = (link[0].as_str().unwrap(), link[1].as_str().unwrap());
                let before = browser.text("return document.title").await;
                // That Tab leads there is another test's matter; from the end of a page it is a long way.
                browser.eval(&format!("document.querySelector('.site-menu a[href={}]').focus()", json!(href))).await;
                browser.press(&[ENTER]).await;
                browser.until_at(href).await;
                browser.until(name, "return document.activeElement === document.querySelector('h1')").await;
                browser.until(name, &format!("return document.title !== {}", json!(before))).await;
                let current =
                    browser.text("return document.querySelector('.site-menu [aria-current=page]')?.textContent").await;
                assert_eq!(current, name, "{engine:?}: the menu says where one is");
            }
        }
        for list in pages_of(&["projects", "timeline"]) {
            list.open(&browser).await;
            let choice = "input[name=country][value=kazakhstan]";
            assert!(browser.tab_to(choice).await, "{engine:?} {}", list.name);
            browser.press(&[SPACE]).await;
            browser.until(&list.name, "return location.search === '?country=kazakhstan'").await;
            let stays = format!("return document.activeElement === document.querySelector('{choice}')");
            browser
                .until(
                    "the list",
                    "return document.querySelector('main [role=status]').textContent.match(/\\d/g).length > 3",
                )
                .await;
            assert_eq!(browser.eval(&stays).await, true, "{engine:?} {}: the focus stays where it was", list.name);
        }
    });
}

/// Notes where Tab leads, and looks at each stop when the next Tab comes: by then the page has scrolled to it. Once it
/// is back at its beginning the keys are swallowed.
const WALK: &str = "
    const tabbable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
        .filter(it => it.tabIndex >= 0 && !it.matches(':disabled') && it.checkVisibility({ visibilityProperty: true }));
    const walk = window.walk = { stops: [], faults: [], over: false, expected: tabbable };
    const name = it => it.outerHTML.slice(0, 140);
    const look = it => {
        // A mark of the drawing lets the mouse through to the drawing.
        const let_through = getComputedStyle(it).pointerEvents === 'none';
        if (let_through) it.style.pointerEvents = 'auto';
        const style = getComputedStyle(it);
        if (!it.checkVisibility({ visibilityProperty: true, opacityProperty: true })) walk.faults.push(`cannot be seen: ${name(it)}`);
        if ((style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0) && style.boxShadow === 'none')
            walk.faults.push(`does not show that it has the focus: ${name(it)}`);
        // Of a link in two lines, the first.
        const box = it.getClientRects()[0] ?? it.getBoundingClientRect();
        // Firefox leaves a stop where it is when a part of it can be seen.
        const fits = walk.whole && box.height <= innerHeight && box.width <= innerWidth;
        const inside = box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1;
        if (fits && !inside || box.bottom <= 0 || box.top >= innerHeight) walk.faults.push(`is out of view at ${box.left},${box.top},${box.right},${box.bottom}: ${name(it)}`);
        const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
        const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
        const over = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]]
            .map(([x, y]) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y))
            .filter(hit => hit && !it.contains(hit) && !hit.contains(it));
        if (over.length === 5) walk.faults.push(`is covered by ${name(over[0])}: ${name(it)}`);
        if (let_through) it.style.pointerEvents = '';
    };
    addEventListener('keydown', event => {
        if (event.key !== 'Tab') return;
        const it = document.activeElement;
        if (!walk.over && it && it !== document.body && it !== document.documentElement) {
            if (walk.stops.includes(it)) {
                if (it !== walk.stops[0] && it !== walk.stops.at(-1)) walk.faults.push(`comes again before the end: ${name(it)}`);
                if (it === walk.stops.at(-1)) walk.same = (walk.same ?? 0) + 1;
                // Firefox walks through its own frame between the last stop and the first.
                if (it === walk.stops[0] || walk.same > 50) walk.over = true;
            } else {
                const last = walk.stops.at(-1);
                if (last && last.isConnected && !(last.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING))
                    walk.faults.push(`comes after what follows it: ${name(it)}`);
                look(it);
                walk.stops.push(it);
            }
        } else if (walk.stops.length > 0) walk.over = true;
        if (walk.over) event.preventDefault();
    }, true)";

/// What was found: faults, and how many stops there were.
const WALKED: &str = "
    const missed = walk.expected.filter(it => it.isConnected && !walk.stops.includes(it));
    return { over: walk.over, stops: walk.stops.length, faults: [...walk.faults, ...missed.map(it => `is not reached: ${it.outerHTML.slice(0, 140)}`)] }";

#[test]
fn tab_goes_through_whole_pages_in_their_order_and_each_stop_is_seen() {
    let faults = RefCell::new(Vec::new());
    in_both(|engine, browser| {
        let faults = &faults;
        async move {
            for mut page in pages_of(&["home", "projects-filtered", "timeline", "project"]) {
                // The whole timeline has a thousand stops and more.
                if page.template == "timeline" {
                    page.path.push_str("?country=turkmenistan");
                }
                page.open(&browser).await;
                browser.eval(&format!("{WALK}; walk.whole = {}", engine == Engine::Chromium)).await;
                let mut walked = Value::Null;
                for _ in 0..30 {
                    browser.press(&[TAB; 50]).await;
                    walked = browser.eval(WALKED).await;
                    if walked["over"] == true {
                        break;
                    }
                }
                assert_eq!(walked["over"], true, "{engine:?} {}: Tab never comes to the end: {walked}", page.name);
                assert!(walked["stops"].as_u64().unwrap() > 12, "{engine:?} {}: {walked}", page.name);
                let found = walked["faults"].as_array().unwrap().iter().filter_map(|it| it.as_str());
                faults.borrow_mut().extend(found.map(|it| format!("{engine:?} {}: {it}", page.name)));
            }
        }
    });
    let faults = faults.into_inner();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The words that can be seen on every control, by number, and the number as a mark that the tree of nodes shows.
const CONTROLS: &str = "
    const seen = it => {
        let text = '';
        const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const at = walk.currentNode.parentElement;
            if (!at.closest('.visually-hidden') && at.checkVisibility({ visibilityProperty: true })) text += walk.currentNode.data;
        }
        return text;
    };
    const own = it => it.matches('input, select, textarea') ? [...it.labels].map(seen).join(' ') : seen(it);
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(it => it.checkVisibility({ visibilityProperty: true }) && !it.closest('[aria-hidden=true]'))
        .map((it, at) => { it.setAttribute('data-control', at); return [it.outerHTML.slice(0, 140), own(it)] })";

/// Lower case, letters and digits only: what is said.
fn said(text: &str) -> String {
    let only: String = text.to_lowercase().chars().map(|it| if it.is_alphanumeric() { it } else { ' ' }).collect();
    only.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number that a node of the document got as a mark, by its identity.
fn marks(node: &Value, found: &mut Vec<(u64, usize)>) {
    let attributes = node["attributes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mark = attributes.chunks(2).find(|pair| pair[0] == "data-control").and_then(|pair| pair[1].as_str());
    if let (Some(mark), Some(id)) = (mark, node["backendNodeId"].as_u64()) {
        found.push((id, mark.parse().unwrap()));
    }
    for child in node["children"].as_array().into_iter().flatten() {
        marks(child, found);
    }
}

#[test]
fn the_name_of_every_control_has_the_words_that_are_seen_on_it() {
    with_browser(Setup::new(ROOT), |browser| async move {
        let mut faults = Vec::new();
        for page in pages() {
            page.open(&browser).await;
            crate::templates::unfold(&browser).await;
            let controls = browser.eval(CONTROLS).await;
            let controls = controls.as_array().unwrap();
            let document = browser.chromium("DOM.getDocument", json!({ "depth": -1 })).await;
            let mut nodes = Vec::new();
            marks(&document["root"], &mut nodes);
            assert_eq!(nodes.len(), controls.len(), "{}", page.name);
            let tree = browser.chromium("Accessibility.getFullAXTree", json!({})).await;
            let tree = tree["nodes"].as_array().unwrap();
            for (id, at) in nodes {
                let node = tree.iter().find(|it| it["backendDOMNodeId"] == id && it["ignored"] == false);
                let name = said(node.map_or("", |it| it["name"]["value"].as_str().unwrap_or_default()));
                let [html, text] = [0, 1].map(|part| controls[at][part].as_str().unwrap());
                if name.is_empty() {
                    faults.push(format!("{}: no name: {html}", page.name));
                } else if !name.contains(&said(text)) {
                    faults.push(format!("{}: \"{text}\" is seen, \"{name}\" is said: {html}", page.name));
                }
            }
        }
        assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    });
}

#[test]
fn a_list_has_one_voice_and_a_drawing_another() {
    in_both(|engine, browser| async move {
        for page in pages() {
            page.open(&browser).await;
            // Regions that have nothing to say are silent.
            let voices = "return [...document.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live], output')] \
                .filter(it => it.checkVisibility() && it.textContent.trim() !== '' && it.getAttribute('aria-live') !== 'off') \
                .map(it => it.textContent.trim())";
            let voices = browser.eval(voices).await;
            // A drawing says what part of the time it shows.
            let drawings = browser.eval("return document.querySelectorAll('.drawing').length").await;
            let is_list = page.template.starts_with("projects") || page.template == "timeline";
            let count = voices.as_array().unwrap().len();
            let expected = usize::from(is_list) + usize::try_from(drawings.as_u64().unwrap()).unwrap();
            assert!(count == expected, "{engine:?} {}: {voices}", page.name);
        }
    });
}
