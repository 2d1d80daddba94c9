//! What the browser keeps for the visitor, and only after an act of the visitor's: whether pages are light or dark
//! (until it is taken back), and places on pages: while the language changes (until the page is there), and where links
//! were followed (as long as the tab is open).
//!
//! `first.js` reads the first before anything is painted, and spells its key once more. Where the browser keeps nothing,
//! both work for the page that is open.

use crate::browser::{address, on_storage, show_theme};
use leptos::prelude::{request_animation_frame, window};
use web_sys::Storage;

/// A look of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the visitor's system is.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every look with its word in the storage and on the page's root.
    pub const TABLE: [(&'static str, Self); 3] = [("", Self::System), ("light", Self::Light), ("dark", Self::Dark)];
}

const THEME: &str = "theme";
const PLACE: &str = "place";

/// The look that the visitor has chosen.
pub fn theme() -> Theme {
    let kept = lasting().and_then(|kept| kept.get_item(THEME).ok()?);
    Theme::TABLE.into_iter().find(|(word, _)| kept.as_deref() == Some(*word)).map_or(Theme::System, |it| it.1)
}

/// Shows a look, and keeps it.
pub fn choose_theme(theme: Theme) {
    let word = Theme::TABLE[theme as usize].0;
    if let Some(kept) = lasting() {
        // A browser that is full or told to keep nothing forgets it with the page.
        let _ = if theme == Theme::System { kept.remove_item(THEME) } else { kept.set_item(THEME, word) };
    }
    show_theme(word);
}

/// Follows the look that the visitor chooses in another tab.
pub fn follow_theme(chosen: impl Fn(Theme) + 'static) {
    on_storage(move || {
        let theme = theme();
        show_theme(Theme::TABLE[theme as usize].0);
        chosen(theme);
    });
}

/// Keeps the place on the page for the page that comes next in this tab.
pub fn keep_place() {
    keep(PLACE);
}

/// Goes to the place that was kept, once the page stands as it was asked for.
pub fn return_to_place() {
    go_to(PLACE);
    if let Some(kept) = passing() {
        let _ = kept.remove_item(PLACE);
    }
}

/// Keeps the place on the page for whoever comes back to it. A browser does so too, but leads there at once: once the
/// program has been loaded anew it must ask for the page first, and the page that is shown meanwhile may be shorter.
pub fn keep_way_back() {
    keep(&way_back());
}

/// Goes to the place where the page was left, now that it stands.
pub fn go_way_back() {
    go_to(&way_back());
}

/// The name of the place at this address.
fn way_back() -> String {
    format!("{PLACE} {}", address())
}

fn keep(name: &str) {
    if let (Some(kept), Ok(place)) = (passing(), window().scroll_y()) {
        // Whole pixels: what reads fractions weighs twelve kilobytes.
        let _ = kept.set_item(name, &(place.round() as i32).to_string());
    }
}

fn go_to(name: &str) {
    let place = passing().and_then(|kept| kept.get_item(name).ok()?).and_then(|place| place.parse::<i32>().ok());
    if let Some(place) = place {
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, place.into()));
    }
}

fn lasting() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn passing() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
