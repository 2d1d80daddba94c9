//! The only place that uses the window and the document. Everything here is called from effects and event handlers,
//! which do not run while pages are prerendered.

pub mod attribute;
mod focus;
mod laying_out;
mod links;
mod menus;
mod notice;
mod places;
mod scrolling;
mod tasks;
mod theme;
mod turns;

pub use focus::{
    click, focus, focus_entry_link, focus_heading, focus_link, focus_part, focused_row, keep_entry_link, rescue_focus,
    rescue_focus_to_box, show_focus,
};
pub use laying_out::lay_out_rest;
pub use links::{
    before_leaving, before_touched, ensure_pushed, ensure_written, followed, keep_still, on_link, say_here,
};
pub use menus::mind_menus;
pub use notice::{Passing, end_passing_notice, hide_progress, show_notice, show_passing_notice, show_progress};
pub use places::{came_back, go_on, keep_place, mind_places};
pub use scrolling::{before_scrolling, return_to, rows_in_window, to_top, window_height};
pub use tasks::{begin_in_turns, in_hurry, once_settled};
pub use theme::{on_theme, show_theme};
#[cfg(feature = "hydrate")]
pub use turns::breathe;
pub use turns::{after_paint, in_turns};

use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::{JsCast, closure::Closure};

/// The id of the element that holds the app.
pub const APP: &str = "app";

/// The id of the element, outside of the app, that tells when it could not start or stopped.
pub const NOTICE: &str = "notice";

/// The id of the bar, outside of the app, that shows how much of the catalogue has arrived.
pub const PROGRESS: &str = "progress";

/// An element that holds the app.
pub use web_sys::HtmlElement as AppElement;

/// The element that holds the app.
pub fn app() -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(APP)?.dyn_into().ok()
}

/// How many elements, texts and comments an element holds, in digits.
#[cfg(feature = "hydrate")]
pub fn count_nodes(element: &web_sys::HtmlElement) -> Option<String> {
    // Asked once for all: asked for one after the other, those of a long page would take too long.
    document().evaluate("string(count(descendant::node()))", element).ok()?.string_value().ok()
}

/// How many elements an element holds.
pub fn count_elements(element: &web_sys::Element) -> u32 {
    element.query_selector_all("*").map_or(0, |all| all.length())
}

/// The element that holds the app in another page of the site.
#[cfg(feature = "hydrate")]
pub fn app_in(page: &str) -> Option<web_sys::HtmlElement> {
    let page = web_sys::DomParser::new().ok()?.parse_from_string(page, web_sys::SupportedType::TextHtml).ok()?;
    page.get_element_by_id(APP)?.dyn_into().ok()
}

/// The first element of some markup; nothing where this browser, told by its host, takes none from programs.
pub fn element_of(markup: &str) -> Option<web_sys::Element> {
    let template: web_sys::HtmlTemplateElement = document().create_element("template").ok()?.dyn_into().ok()?;
    // Unlike the setter, which would stop the program.
    web_sys::js_sys::Reflect::set(&template, &"innerHTML".into(), &markup.into()).ok()?;
    template.content().first_element_child()
}

/// Whether this browser takes markup from programs. A host may have told it that it must not (`require-trusted-types-for`).
#[cfg(feature = "hydrate")]
pub fn takes_markup() -> bool {
    element_of("<p>").is_some()
}

/// Tells this page what another was told.
#[cfg(feature = "hydrate")]
pub fn take_over(app: &web_sys::HtmlElement, other: &web_sys::HtmlElement) {
    for name in other.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let _ = app.set_attribute(&name, &other.get_attribute(&name).unwrap_or_default());
    }
}

/// Says which address the page is to be known by: browsers share that one. The publisher's host stays as it was published.
pub fn set_canonical(address: &str) {
    let Ok(Some(link)) = document().query_selector("link[rel=canonical]") else { return };
    let published = link.get_attribute("href").unwrap_or_default();
    let host = published.find("://").map(|at| at + 3);
    let path = host.and_then(|host| Some(host + published[host..].find('/')?)).unwrap_or(0);
    let _ = link.set_attribute("href", &format!("{}{address}", &published[..path]));
}

/// Says in which language the page is.
#[cfg(feature = "hydrate")]
pub fn set_language(tag: &str) {
    // Where it is the same, browsers work out the style of the whole page again all the same.
    if let Some(root) = document().document_element().filter(|root| root.get_attribute("lang").as_deref() != Some(tag))
    {
        let _ = root.set_attribute("lang", tag);
    }
}

/// The path of the address, as the browser shows it.
pub fn path() -> String {
    location().pathname().unwrap_or_default()
}

/// The address as the browser shows it, without the host and without what follows `#`.
pub fn address() -> String {
    format!("{}{}", path(), location().search().unwrap_or_default())
}

/// The part of its page that the address leads to, with its `#`; empty where it leads to the whole.
pub fn part() -> String {
    location().hash().unwrap_or_default()
}

/// Where the site stands, without its path: `https://example.org`.
pub fn origin() -> String {
    location().origin().unwrap_or_default()
}

/// Marks the document as alive, for the styles and for whoever tests the site from outside.
pub fn mark_alive() {
    hide_progress();
    end_passing_notice(Passing::Start);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-alive", "");
    }
}

/// What the style sheet is told of the page as a whole. `first.js` and `start.js` spell the first once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The program could not start: nothing waits for it.
    Failed,
    /// This browser lets nobody draw.
    Undrawn,
}

/// Marks the document so.
pub fn mark(mark: Mark) {
    let name = match mark {
        Mark::Failed => "data-failed",
        Mark::Undrawn => "data-undrawn",
    };
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, "");
    }
}

/// Shows the list again, which a question in the address had hidden as published.
pub fn show_answer() {
    // After the answer has been drawn: effects run in the order of their making.
    request_animation_frame(|| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute("data-asked");
            let _ = root.remove_attribute("data-unanswered");
        }
    });
}

/// Opens the browser's own dialogue for printing.
pub fn print() {
    // A browser without one does nothing, and nothing depends on it.
    let _ = window().print();
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

/// Calls back whenever another tab of the site has kept something, as long as the page lives.
pub fn on_storage(act: impl Fn() + 'static) {
    let _ = window_event_listener_untyped("storage", move |_| act());
}

/// Writes the title of the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Puts pictures of ours, as SVG, into an element, in place of what is there. They are made of escaped texts.
pub fn put_pictures(id: &str, svg: &str) {
    if let Some(place) = document().get_element_by_id(id) {
        place.set_inner_html(svg);
    }
}

/// Whether the browser has translated the page: it puts elements of its own where texts stood, and what the program writes into
/// those texts is seen by nobody. `start.js` asks likewise.
pub fn is_translated() -> bool {
    document().query_selector("html[class*=translated-], #app font").is_ok_and(|found| found.is_some())
}

/// Loads a page whole, as if its address had been typed.
pub fn load(address: &str) {
    // Where the browser will not, the visitor still has the page that is shown, and its links.
    let _ = if self::address() == address {
        // It would stand where this one does.
        window().scroll_to_with_x_and_y(0.0, 0.0);
        location().reload()
    } else {
        location().assign(address)
    };
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
