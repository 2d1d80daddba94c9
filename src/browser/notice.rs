//! The line above the page, and the bar that shows how much has arrived. Both stand outside of the app.

use super::links::say_at_link;
use super::{NOTICE, PROGRESS};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

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

/// What a line speaks of that goes by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// The program has not come yet; `start.js` says so.
    Start,
    /// Another page has not come, or does not.
    Page,
    /// The words of the projects have not come.
    Words,
}

impl Passing {
    /// Its word in the page. `start.js` and `first.js` spell the first once more.
    fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Page => "page",
            Self::Words => "words",
        }
    }
}

/// Shows such a line until what it speaks of has passed.
pub fn show_passing_notice(of: Passing, text: &str) {
    let Some(notice) = document().get_element_by_id(NOTICE) else { return };
    // Most of the page does without the words: no other line makes room for theirs.
    if of == Passing::Words && !notice.has_attribute("hidden") {
        return;
    }
    say(&notice, text);
    let _ = notice.set_attribute(PASSING, of.key());
    if of == Passing::Page {
        // The line above may be far away from where the link is.
        say_at_link(Some(text));
    }
}

/// What it spoke of has passed; a line that speaks of something else stays. One that stood there before, and lasts, stands
/// there again.
pub fn end_passing_notice(of: Passing) {
    if of == Passing::Page {
        say_at_link(None);
    }
    if let Some(notice) = document().get_element_by_id(NOTICE)
        && notice.get_attribute(PASSING).as_deref() == Some(of.key())
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
