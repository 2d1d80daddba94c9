//! The only file that uses the window and the document. Everything here is called from effects and event handlers,
//! which do not run while pages are prerendered.

use leptos::ev::{self, MouseEvent};
use leptos::prelude::*;
use leptos::web_sys::{self, js_sys};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast, closure::Closure};

/// The id of the element that holds the app.
pub const APP: &str = "app";

/// The id of the element, outside of the app, that tells when it could not start or stopped.
pub const NOTICE: &str = "notice";

/// The id of the bar, outside of the app, that shows how much of the catalogue has arrived.
pub const PROGRESS: &str = "progress";

/// What the prerenderer told the browser about a page, as attributes of the app's element.
pub mod attribute {
    /// The path below which the site stands.
    pub const ROOT: &str = "data-root";
    /// The tag of the language of the page.
    pub const LANGUAGE: &str = "data-language";
    /// The address of the catalogue's columns.
    pub const CATALOGUE: &str = "data-catalogue";
    /// How many bytes they are.
    pub const CATALOGUE_SIZE: &str = "data-catalogue-size";
    /// The address of the catalogue's words.
    pub const WORDS: &str = "data-words";
    /// The address of what files hold beside the catalogue.
    pub const DETAILS: &str = "data-details";
    /// What tells the slices of this build from those of another.
    pub const RELEASE: &str = "data-release";
    /// The address of the script of the module that writes files.
    pub const EXPORT: &str = "data-export";
    /// The hash of that script (Subresource Integrity).
    pub const EXPORT_INTEGRITY: &str = "data-export-integrity";
    /// The address of the WebAssembly of that module.
    pub const EXPORT_WASM: &str = "data-export-wasm";
    /// Its hash.
    pub const EXPORT_WASM_INTEGRITY: &str = "data-export-wasm-integrity";
    /// The address of the slice of the page, for whoever loads it early.
    pub const SLICE: &str = "data-slice";
    /// The fingerprint of the slice that the page was rendered from.
    pub const FINGERPRINT: &str = "data-fingerprint";
    /// The path of the page, without the base.
    pub const PAGE: &str = "data-page";
}

/// An element that holds the app.
pub use web_sys::HtmlElement as AppElement;

/// The element that holds the app.
pub fn app() -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(APP)?.dyn_into().ok()
}

/// The element that holds the app in another page of the site.
#[cfg(feature = "hydrate")]
pub fn app_in(page: &str) -> Option<web_sys::HtmlElement> {
    let page = web_sys::DomParser::new().ok()?.parse_from_string(page, web_sys::SupportedType::TextHtml).ok()?;
    page.get_element_by_id(APP)?.dyn_into().ok()
}

/// Tells this page what another was told.
#[cfg(feature = "hydrate")]
pub fn take_over(app: &web_sys::HtmlElement, other: &web_sys::HtmlElement) {
    for name in other.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let _ = app.set_attribute(&name, &other.get_attribute(&name).unwrap_or_default());
    }
}

/// Says in which language the page is.
#[cfg(feature = "hydrate")]
pub fn set_language(tag: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// The path of the address, as the browser shows it.
pub fn path() -> String {
    location().pathname().unwrap_or_default()
}

/// Where the site stands, without its path: `https://example.org`.
pub fn origin() -> String {
    location().origin().unwrap_or_default()
}

/// Marks the document as alive, for the styles and for whoever tests the site from outside.
pub fn mark_alive() {
    hide_progress();
    end_passing_notice();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-alive", "");
    }
}

/// Shows the list again, which a question in the address had hidden as published.
pub fn show_answer() {
    // After the answer has been drawn: effects run in the order of their making.
    request_animation_frame(|| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("data-asked");
        }
    });
}

/// How long the browser is left alone to paint, on a slow machine.
const PAINTS: Duration = Duration::from_millis(60);

/// Does something once what has been changed until now is painted.
pub fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(act, PAINTS));
}

/// Lets the browser do what else it has to, between two long pieces of work: answer a key, paint.
#[cfg(feature = "hydrate")]
pub async fn breathe() {
    // A page that nobody looks at has nothing else to do, and its clocks go slowly.
    if document().hidden() {
        return;
    }
    let mut begin = |done: js_sys::Function, _| {
        // Where there is no clock there is nothing to wait for.
        if window().set_timeout_with_callback(&done).is_err() {
            let _ = done.call0(&wasm_bindgen::JsValue::NULL);
        }
    };
    let _ = wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut begin)).await;
}

/// How long the browser may be kept from what else it has to do. A cheap telephone takes four times as long.
const TURN_MS: f64 = 4.0;

/// Does something step by step until a step says that there was nothing left, and lets the browser do what else it has
/// to in between; then the end. A page that nobody looks at has nothing else to do, and its clocks go slowly.
pub fn in_turns(step: impl FnMut() -> bool + 'static, end: impl FnOnce() + 'static) {
    set_timeout(move || turn(step, end), Duration::ZERO);
}

fn turn(mut step: impl FnMut() -> bool + 'static, end: impl FnOnce() + 'static) {
    let now = || window().performance().map_or(0.0, |clock| clock.now());
    let began = now();
    while document().hidden() || now() - began < TURN_MS {
        if !step() {
            // What the end brings about is a turn of its own.
            return set_timeout(end, Duration::ZERO);
        }
    }
    in_turns(step, end);
}

/// Does something before whatever the visitor does to the page is heard of, until what is returned is called.
pub fn before_touched(act: impl Fn() + 'static) -> impl FnOnce() {
    const KINDS: [&str; 8] = ["pointerdown", "keydown", "click", "input", "change", "submit", "toggle", "popstate"];
    let listener = Closure::<dyn Fn()>::new(act);
    let function = listener.as_ref().unchecked_ref::<js_sys::Function>().clone();
    for kind in KINDS {
        // The window is the first to hear of anything that goes down to what is touched.
        let _ = window().add_event_listener_with_callback_and_bool(kind, &function, true);
    }
    move || {
        for kind in KINDS {
            let _ = window().remove_event_listener_with_callback_and_bool(kind, &function, true);
        }
        drop(listener);
    }
}

/// Does something each time before a link can be followed or the page reloaded: when a button or a key goes down.
pub fn before_leaving(act: impl Fn() + Clone + 'static) {
    let too = act.clone();
    // As long as the page lives: the app is never taken down.
    let _ = window_event_listener(ev::pointerdown, move |_| act());
    let _ = window_event_listener(ev::keydown, move |key| {
        // Not at every letter: typing must not wait for the address.
        if key.key() == "Enter" || key.alt_key() || key.ctrl_key() || key.meta_key() {
            too();
        }
    });
}

/// Writes an address that the router has not written. After Back and Forward it takes the address before for the one
/// that the bar shows (leptos_router 0.8: Forward does not get onto its stack of paths), and keeps still when a step
/// leads there.
pub fn ensure_pushed(address: &str) {
    let here = location();
    let shown = format!("{}{}", here.pathname().unwrap_or_default(), here.search().unwrap_or_default());
    if shown != address
        && let Ok(history) = window().history()
    {
        // A browser that throttles its history says no; the page shows what was asked for all the same.
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

thread_local! {
    /// What is done before the program itself scrolls.
    static BEFORE_SCROLLING: RefCell<Option<Rc<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Does something each time before the program itself scrolls. The browser keeps for each address how far the page was
/// scrolled when it was left: what is shown must have its own by then, or Back leads to the wrong place.
pub fn before_scrolling(act: impl Fn() + 'static) {
    BEFORE_SCROLLING.set(Some(Rc::new(act)));
}

fn about_to_scroll() {
    let act = BEFORE_SCROLLING.with_borrow(Clone::clone);
    if let Some(act) = act {
        act();
    }
}

/// Where the visitor was on a page when they chose something on it.
struct Place {
    address: String,
    scrolled: f64,
    /// What had the focus: a selector, and which of those that fit it.
    focused: Option<(String, u32)>,
}

/// How many places are kept.
const MOST_PLACES: usize = 50;

thread_local! {
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
}

/// Keeps how far the page is scrolled and what has the focus, for whoever comes back to this address. The browser keeps the
/// first only, and as it is when the address is written; by then the answer may be shorter and the page at its top.
pub fn keep_place() {
    let (Ok(address), scrolled) = (location().href(), window().scroll_y().unwrap_or(0.0)) else { return };
    let focused = document().active_element().and_then(|focused| {
        let selector = selector_of(&focused)?;
        let at =
            (0..).map_while(|at| Some((at, nth(&selector, at)?))).find(|(_, it)| focused.is_same_node(Some(it)))?.0;
        Some((selector, at))
    });
    PLACES.with_borrow_mut(|places| {
        places.retain(|place| place.address != address);
        if places.len() == MOST_PLACES {
            places.remove(0);
        }
        places.push(Place { address, scrolled, focused });
    });
}

/// One of the elements that fit a selector.
fn nth(selector: &str, at: u32) -> Option<web_sys::Node> {
    document().query_selector_all(selector).ok()?.item(at)
}

/// How an element that can be chosen is found again when the page shows the same once more.
fn selector_of(element: &web_sys::Element) -> Option<String> {
    let with = |name: &str| {
        let value = element.get_attribute(name)?.replace('\\', "\\\\").replace('"', "\\\"");
        Some(format!("[{name}=\"{value}\"]"))
    };
    let own = match element.tag_name().as_str() {
        "A" => ["a", &with("href")?].concat(),
        "INPUT" | "SELECT" | "BUTTON" => {
            let tag = element.tag_name();
            [tag.as_str(), &with("name")?, &with("value").unwrap_or_default()].concat()
        }
        _ => return None,
    };
    Some(["main ", &own].concat())
}

/// Leads whoever comes back to an address to the place that was kept, as long as the page lives. The browser's own is right
/// the next time.
pub fn mind_places() {
    let _ = window_event_listener_untyped("popstate", |_| {
        let address = location().href().unwrap_or_default();
        let kept = PLACES.with_borrow_mut(|places| {
            let at = places.iter().position(|place| place.address == address)?;
            Some(places.remove(at))
        });
        if let Some(Place { scrolled, focused, .. }) = kept {
            // When the page shows it again, and the browser has scrolled.
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, scrolled));
            // When the links have followed, which is after the picture.
            let focus = move || {
                if let Some(element) = focused.and_then(|(selector, at)| nth(&selector, at)?.dyn_into().ok()) {
                    focus_still(&element);
                }
            };
            after_paint(move || request_animation_frame(focus));
        }
    });
}

/// Leads to the top of the page.
pub fn to_top() {
    request_animation_frame(|| {
        about_to_scroll();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// The link of this site that a click follows here: a plain one, neither of the right button nor to another tab.
pub fn followed(click: &MouseEvent) -> Option<web_sys::HtmlAnchorElement> {
    let keys = click.meta_key() || click.alt_key() || click.ctrl_key() || click.shift_key();
    if click.default_prevented() || click.button() != 0 || keys {
        return None;
    }
    let target: web_sys::Element = click.target()?.dyn_into().ok()?;
    let link: web_sys::HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    (!link.has_attribute("rel") && link.origin() == origin()).then_some(link)
}

/// Calls back with each link of this site that a click follows here, before the router hears of it, as long as the page
/// lives.
pub fn on_link(act: impl Fn(&web_sys::HtmlAnchorElement) + 'static) {
    before_clicked(move |click| {
        if let Some(link) = followed(&click) {
            act(&link);
        }
    });
}

/// Calls back with each click before what is clicked hears of it, as long as the page lives.
fn before_clicked(act: impl Fn(MouseEvent) + 'static) {
    let act = Closure::<dyn Fn(MouseEvent)>::new(act);
    let _ = window().add_event_listener_with_callback_and_bool("click", act.as_ref().unchecked_ref(), true);
    act.forget();
}

/// Opens the browser's own dialogue for printing.
pub fn print() {
    // A browser without one does nothing, and nothing depends on it.
    let _ = window().print();
}

/// Calls back whenever the pages change between light, dark and forced colours, until the page goes.
pub fn on_theme(act: impl Fn() + 'static) {
    let lists = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
    let lists: Vec<_> = lists.iter().filter_map(|query| window().match_media(query).ok().flatten()).collect();
    let act = wasm_bindgen::closure::Closure::<dyn Fn()>::new(act);
    for list in &lists {
        list.set_onchange(Some(act.as_ref().unchecked_ref()));
    }
    let _ = window().add_event_listener_with_callback(THEME_EVENT, act.as_ref().unchecked_ref());
    let kept = StoredValue::new_local((lists, act));
    on_cleanup(move || {
        // What is forgotten must not be called.
        kept.update_value(|(lists, act)| {
            lists.drain(..).for_each(|list| list.set_onchange(None));
            let _ = window().remove_event_listener_with_callback(THEME_EVENT, act.as_ref().unchecked_ref());
        });
    });
}

/// Marks the entry of the list that is selected in the drawing, and no other.
pub fn mark_selected(id: Option<String>) {
    request_animation_frame(move || {
        if let Ok(Some(before)) = document().query_selector(".entry[aria-current]") {
            let _ = before.remove_attribute("aria-current");
        }
        if let Some(entry) = id.and_then(|id| document().get_element_by_id(&id)) {
            let _ = entry.set_attribute("aria-current", "true");
        }
    });
}

/// Shows the pages light or dark, or as the system is when the word is empty, and tells those whom it concerns.
pub fn show_theme(word: &str) {
    if let Some(root) = document().document_element() {
        let _ =
            if word.is_empty() { root.remove_attribute("data-theme") } else { root.set_attribute("data-theme", word) };
    }
    if let Ok(event) = web_sys::Event::new(THEME_EVENT) {
        let _ = window().dispatch_event(&event);
    }
}

/// Calls back whenever another tab of the site has kept something, as long as the page lives.
pub fn on_storage(act: impl Fn() + 'static) {
    let _ = window_event_listener_untyped("storage", move |_| act());
}

/// What the window hears when the visitor has chosen a look.
const THEME_EVENT: &str = "theme";

/// Writes the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus to the heading of the page once it stands, without scrolling: where to scroll is the router's
/// and, after Back, the browser's to say.
pub fn focus_heading() {
    focus_found("main h1".to_owned());
}

/// Gives the focus to the element with this id, before the next picture, without scrolling.
pub fn focus(id: &str) {
    focus_found(format!("#{id}"));
}

/// Whoever uses the keyboard sees what has the focus, and what holds it (the first that fits the selector) as far as the
/// window has room. Under a hand nothing moves.
pub fn show_focus(holder: &str) {
    let Some(focused) = document().active_element() else { return };
    if !focused.matches(":focus-visible").unwrap_or(false) {
        return;
    }
    let nearest = web_sys::ScrollIntoViewOptions::new();
    nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
    for element in focused.closest(holder).ok().flatten().into_iter().chain([focused]) {
        about_to_scroll();
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// Clicks the element with this id, as Enter does.
pub fn click(id: &str) {
    if let Some(element) = found(&format!("#{id}")) {
        element.click();
    }
}

/// Gives the focus to the link of a list that leads to this path, and brings it into view unless the browser has; where
/// the list has none, to the heading of the page.
pub fn focus_link(path: &str) {
    let selector = format!("main :is(.card h3, th[scope=row]) a[href*=\"{path}\"]");
    request_animation_frame(move || focus_in_view(found(&selector)));
}

thread_local! {
    /// The link of an entry of the timeline's list that was followed: the id of the entry, and what the link says.
    static FOLLOWED: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// Keeps which link the visitor follows, if it is one of an entry of the timeline's list.
pub fn keep_entry_link(link: &web_sys::HtmlAnchorElement) {
    let entry = link.closest(".year .entry[id]").ok().flatten().map(|entry| entry.id());
    let kept = entry.zip(link.get_attribute("href"));
    FOLLOWED.set(kept);
}

/// Gives the focus back to the link that was kept when it led to this path, and brings it into view unless the browser
/// has; otherwise to the heading of the page.
pub fn focus_entry_link(path: &str) {
    let kept = FOLLOWED.take().filter(|(_, href)| href.ends_with(path));
    request_animation_frame(move || {
        let link = kept.and_then(|(entry, href)| {
            let link = document().get_element_by_id(&entry)?.query_selector(&format!("a[href=\"{href}\"]"));
            link.ok()??.dyn_into().ok()
        });
        focus_in_view(link);
    });
}

/// Gives the focus to a link and brings it into view; to the heading of the page when there is none.
fn focus_in_view(link: Option<web_sys::HtmlElement>) {
    let Some(link) = link else { return focus_heading() };
    focus_still(&link);
    // The router and, after Back, the browser scroll before that.
    after_paint(move || {
        let (place, height) = (link.get_bounding_client_rect(), window_height());
        if place.top() < 0.0 || place.bottom() > height {
            // With what is above it: whoever comes back wants to see where they are.
            window().scroll_by_with_x_and_y(0.0, place.top() - height / 3.0);
        }
    });
}

/// The height of the window in pixels; nothing where it does not say.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

fn focus_found(selector: String) {
    request_animation_frame(move || {
        if let Some(element) = found(&selector) {
            focus_still(&element);
        }
    });
}

fn found(selector: &str) -> Option<web_sys::HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Gives the focus without scrolling.
fn focus_still(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A browser that cannot focus leaves the focus where it was; nothing depends on it.
    let _ = element.focus_with_options(&options);
}

/// Brings the element with this id to the top of the window, when it has been scrolled past: after a choice that
/// makes a list shorter its beginning is what the visitor wants to see. Below or in view, nothing moves.
pub fn return_to(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(id)
            && element.get_bounding_client_rect().top() < 0.0
        {
            about_to_scroll();
            element.scroll_into_view();
        }
    });
}

/// How many rows of at least this height, in pixels, from the beginning of a list the window can show, as far as the page
/// is scrolled now; all where it does not say how high it is.
pub fn rows_in_window(high: f64) -> usize {
    let scrolled = window().scroll_y().unwrap_or(0.0).max(0.0);
    let height = window_height();
    if height > 0.0 { ((height + scrolled) / high).ceil() as usize } else { usize::MAX }
}

/// The value of the first box in the row (of a list or a table) that has the focus.
pub fn focused_row() -> Option<String> {
    let row = document().active_element()?.closest("li, tr").ok()??;
    row.query_selector("input").ok()??.get_attribute("value")
}

/// Gives the focus to the element with this id, when the element that had it has gone.
pub fn rescue_focus(id: &'static str) {
    request_animation_frame(move || {
        let lost = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
        let element = document().get_element_by_id(id).and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok());
        if let (true, Some(element)) = (lost, element) {
            // Nothing depends on it where the browser cannot.
            let _ = element.focus();
        }
    });
}

/// Puts pictures of ours, as SVG, into an element, in place of what is there. They are made of escaped texts.
pub fn put_pictures(id: &str, svg: &str) {
    if let Some(place) = document().get_element_by_id(id) {
        place.set_inner_html(svg);
    }
}

/// Shows how many bytes of how many have arrived, once it is clear that they take their time: a catalogue that is
/// there at once shows no bar.
pub fn show_progress(arrived: usize, of: usize) {
    const SLOW: usize = 400_000;
    if of < SLOW {
        return;
    }
    if let Some(bar) = document().get_element_by_id(PROGRESS) {
        let _ = bar.set_attribute("value", &arrived.min(of).to_string());
        let _ = bar.set_attribute("max", &of.to_string());
        let _ = bar.remove_attribute("hidden");
    }
}

/// Takes the bar away.
pub fn hide_progress() {
    if let Some(bar) = document().get_element_by_id(PROGRESS) {
        let _ = bar.set_attribute("hidden", "");
    }
}

/// Shows a line above the page, before its link that loads it again. The page itself stays as it is.
pub fn show_notice(text: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute("data-asked");
    }
    let Some(notice) = document().get_element_by_id(NOTICE) else { return };
    say(&notice, text);
    let _ = notice.set_attribute(LASTING, text);
}

/// Writes a line.
fn say(notice: &web_sys::Element, text: &str) {
    if let Some(place) = notice.first_element_child() {
        place.set_text_content(Some(text));
    }
    // Its link waits in a template: the first link of the page is the one that skips to the content.
    if let Some(again) = notice.last_element_child().and_then(|it| it.dyn_into::<web_sys::HtmlTemplateElement>().ok()) {
        let _ = again.replace_with_with_node_1(&again.content());
    }
    let _ = notice.remove_attribute(PASSING);
    let _ = notice.remove_attribute("hidden");
}

/// Shows such a line until what it speaks of has passed.
pub fn show_passing_notice(text: &str) {
    if let Some(notice) = document().get_element_by_id(NOTICE) {
        say(&notice, text);
        let _ = notice.set_attribute(PASSING, "");
    }
}

/// What it spoke of has passed. A line that stood there before, and lasts, stands there again.
pub fn end_passing_notice() {
    if let Some(notice) = document().get_element_by_id(NOTICE)
        && notice.has_attribute(PASSING)
    {
        match notice.get_attribute(LASTING) {
            Some(text) => say(&notice, &text),
            None => drop(notice.set_attribute("hidden", "")),
        }
    }
}

/// The line that stays until the page is loaded anew.
const LASTING: &str = "data-lasting";

/// On a line that goes by itself. `start.js` spells it once more.
const PASSING: &str = "data-passing";

/// Loads a page whole, as if its address had been typed.
#[cfg(feature = "hydrate")]
pub fn load(address: &str) {
    // Where the browser will not, the visitor still has the page that is shown, and its links.
    let here = format!("{}{}", path(), location().search().unwrap_or_default());
    let _ = if here == address { location().reload() } else { location().assign(address) };
}

/// Opens the browser's own dialogue for printing, and does something once it has been closed. A browser that does not say
/// when that is never does it.
pub fn print_then(act: impl FnOnce() + 'static) {
    let closed = Closure::once_into_js(move || {
        // It would be called at the next printing, whose ever that is.
        window().set_onafterprint(None);
        act();
    });
    window().set_onafterprint(Some(closed.unchecked_ref()));
    print();
}

/// Closes the menus of the page (`details.menu`), as long as it lives: by Escape, by a click or a Tab beyond them, and by a
/// link followed in one that says so (`data-closes`).
pub fn mind_menus() {
    let leave = |to: Option<web_sys::EventTarget>| {
        let to = to.and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        for menu in open_menus().into_iter().filter(|menu| !menu.contains(to.as_ref())) {
            let _ = menu.remove_attribute("open");
        }
    };
    // Afterwards what is clicked may be gone, and then stands in no menu.
    before_clicked(move |click| {
        // A file is handed over by a click that nobody made.
        if click.is_trusted() {
            leave(click.target());
        }
        if let Some(menu) = followed(&click).and_then(|link| link.closest(".menu[data-closes]").ok()?) {
            close_menu(&menu);
        }
    });
    let _ = window_event_listener(ev::keydown, |key| {
        if key.key() == "Escape" {
            open_menus().iter().for_each(close_menu);
        }
    });
    // When the focus has moved. A mouse moves it before it clicks, and nothing may move under the mouse until then.
    let _ = window_event_listener(ev::keyup, move |key| {
        if key.key() == "Tab" {
            leave(key.target());
        }
    });
}

fn open_menus() -> Vec<web_sys::Element> {
    let menus = document().get_elements_by_class_name("menu");
    (0..menus.length()).filter_map(|at| menus.item(at)).filter(|menu| menu.has_attribute("open")).collect()
}

/// Closes a menu in which the focus is or may be, and gives the focus to the words that open it.
fn close_menu(menu: &web_sys::Element) {
    let _ = menu.remove_attribute("open");
    let opener = menu.query_selector("summary").ok().flatten();
    if let Some(opener) = opener.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus_still(&opener);
    }
}
