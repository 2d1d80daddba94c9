//! [`Coming`]: how the page at an address comes to the visitor. The one before is shown until it is there.

use crate::browser::{self, Passing};
use crate::domain::route::Route;
use crate::keepsake;
use crate::site::Shown;
use leptos::prelude::*;
use leptos::web_sys::HtmlAnchorElement;
use std::sync::Arc;

/// Whom to tell something that takes its time. No `Callback`: one that is made in an effect goes when the effect runs
/// again, and that is at the visitor's next choice.
pub type Listener<T> = Box<dyn Fn(T) + Send + Sync>;

/// A page that is to be brought.
pub struct Wanted {
    /// Its address.
    pub address: Route,
    /// How many that were asked for before have not been answered. Browsers let a second request for the same file wait for the
    /// first, which may never be answered.
    pub unanswered: usize,
    /// Whether the visitor still wants it: they may have gone elsewhere meanwhile.
    pub still: Arc<dyn Fn() -> bool + Send + Sync>,
    /// Whether nobody has asked for it again since. Of what was asked for twice only the last may say that it does not come.
    pub last: Box<dyn Fn() -> bool + Send + Sync>,
    /// Takes the page, or that it does not come.
    pub done: Listener<Option<Shown>>,
}

/// The pages that have come, and the one that is on its way.
#[derive(Clone, Copy)]
pub struct Coming {
    /// The page that is shown.
    pub shown: RwSignal<Shown>,
    /// The page that the address wants.
    route: Memo<Route>,
    alive: RwSignal<bool>,
    supply: Callback<Wanted>,
    seen: StoredValue<Vec<Shown>>,
    on_its_way: StoredValue<Option<Route>>,
    unanswered: StoredValue<usize>,
    requests: StoredValue<usize>,
    /// The part of another page to which a link leads: the router looks for it on the page that is shown when it is followed.
    part: StoredValue<Option<String>>,
}

impl Coming {
    /// With the first page that is shown, what the address wants, whether the page is alive, and what brings other pages.
    pub fn new(first: Shown, route: Memo<Route>, alive: RwSignal<bool>, supply: Callback<Wanted>) -> Self {
        Self {
            shown: RwSignal::new(first.clone()),
            route,
            alive,
            supply,
            seen: StoredValue::new(vec![first]),
            on_its_way: StoredValue::new(None),
            unanswered: StoredValue::new(0),
            requests: StoredValue::new(0),
            part: StoredValue::new(None),
        }
    }

    /// Brings what the address wants, once the page is alive.
    pub fn bring(self) {
        if !self.alive.get_untracked() {
            return;
        }
        let page = self.route.with_untracked(Route::page);
        if self.shown.with_untracked(|shown| shown.page == page) {
            self.part.set_value(None);
            // Whatever was said of another page that was to come has passed, and who wants it again asks anew.
            self.on_its_way.set_value(None);
            browser::end_passing_notice(Passing::Page);
        } else if let Some(again) = self.seen.with_value(|seen| seen.iter().find(|it| it.page == page).cloned()) {
            // What was shown once is shown again at once, so that Back finds its place.
            self.on_its_way.set_value(None);
            self.shown.set(again);
        } else if self.on_its_way.with_value(|coming| coming.as_ref() != Some(&page)) {
            self.ask_for(page);
        }
    }

    fn ask_for(self, page: Route) {
        self.on_its_way.set_value(Some(page.clone()));
        let still: Arc<dyn Fn() -> bool + Send + Sync> = {
            let page = page.clone();
            Arc::new(move || self.route.try_with_untracked(|route| route.page() == page) == Some(true))
        };
        let wanted = still.clone();
        let unanswered = self.unanswered.get_value();
        self.unanswered.set_value(unanswered + 1);
        self.requests.update_value(|count| *count += 1);
        let mine = self.requests.get_value();
        let last = Box::new(move || self.requests.try_get_value() == Some(mine));
        let done = Box::new(move |found: Option<Shown>| {
            self.unanswered.update_value(|count| *count -= 1);
            self.on_its_way.update_value(|coming| drop(coming.take_if(|coming| *coming == page)));
            // Of two that were asked for, one after the other, the first to come is shown.
            let missing = self.shown.with_untracked(|shown| shown.page != page);
            if let Some(found) = found.filter(|_| missing && wanted()) {
                self.seen.update_value(|seen| seen.push(found.clone()));
                self.shown.set(found);
                if browser::came_back() {
                    keepsake::go_way_back();
                }
            }
        });
        self.supply.run(Wanted { address: self.route.get_untracked(), unanswered, still, last, done });
    }

    /// A link is followed to this page. The address of one that did not come, or takes its time, stands in the bar already: a
    /// link to it changes nothing, and asks once more.
    pub fn follow(self, link: &HtmlAnchorElement, to: &Route) {
        browser::go_on();
        self.part.set_value(link.hash().strip_prefix('#').filter(|part| !part.is_empty()).map(str::to_owned));
        if self.shown.with_untracked(|shown| shown.page != *to) {
            keepsake::keep_way_back();
            // The page that is shown stays where it is until the other has come, if it comes.
            browser::keep_still(link);
        }
        if self.route.with_untracked(Route::page) == *to {
            self.on_its_way.set_value(None);
            self.bring();
        }
    }

    /// Leads to where one wants to be on the page that has come after another.
    pub fn lead(self, from: &Route, to: &Route) {
        let part = self.part.try_update_value(Option::take).flatten();
        if part.is_none() && !browser::came_back() {
            browser::to_top();
        }
        match (part, from, to) {
            (Some(part), ..) => browser::focus_part(&part),
            // From a project back to its list: where the visitor was.
            (_, Route::Project(..), Route::Projects(_)) => browser::focus_link(&from.path()),
            // From an entry back to the timeline: to its link in the list. To its mark, the drawing leads.
            (_, _, Route::Timeline(_)) => browser::focus_entry_link(&from.path()),
            _ => browser::focus_heading(),
        }
    }
}
