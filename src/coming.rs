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
    /// What its address means.
    pub address: Route,
    /// Its address as it is spelled, for the browser.
    pub there: String,
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
    /// How that is spelled.
    spelled: Signal<String>,
    alive: RwSignal<bool>,
    supply: Callback<Wanted>,
    /// The page that was wanted when what is shown came: an address without a page is shown the page that says so.
    at: StoredValue<Route>,
    /// What has come, by the page that was wanted.
    seen: StoredValue<Vec<(Route, Shown)>>,
    on_its_way: StoredValue<Option<Route>>,
    unanswered: StoredValue<usize>,
    requests: StoredValue<usize>,
    /// The part of another page to which a link leads: the router looks for it on the page that is shown when it is followed.
    part: StoredValue<Option<String>>,
}

impl Coming {
    /// With the first page that is shown, and `at` which; what the address wants, and how that is spelled; whether the page
    /// is alive, and what brings other pages.
    pub fn new(
        first: Shown,
        at: Route,
        route: Memo<Route>,
        spelled: Signal<String>,
        alive: RwSignal<bool>,
        supply: Callback<Wanted>,
    ) -> Self {
        Self {
            shown: RwSignal::new(first.clone()),
            route,
            spelled,
            alive,
            supply,
            at: StoredValue::new(at.clone()),
            seen: StoredValue::new(vec![(at, first)]),
            on_its_way: StoredValue::new(None),
            unanswered: StoredValue::new(0),
            requests: StoredValue::new(0),
            part: StoredValue::new(None),
        }
    }

    /// Whether what is shown is what this page has.
    fn is_at(self, page: &Route) -> bool {
        self.at.with_value(|at| at == page)
    }

    fn show(self, page: Route, shown: Shown) {
        self.at.set_value(page);
        self.shown.set(shown);
    }

    /// Brings what the address wants, once the page is alive.
    pub fn bring(self) {
        if !self.alive.get_untracked() {
            return;
        }
        let page = self.route.with_untracked(Route::page);
        if self.is_at(&page) {
            self.part.set_value(None);
            // Whatever was said of another page that was to come has passed, and who wants it again asks anew.
            self.on_its_way.set_value(None);
            browser::end_passing_notice(Passing::Page);
        } else if let Some((_, again)) = self.seen.with_value(|seen| seen.iter().find(|it| it.0 == page).cloned()) {
            // What was shown once is shown again at once, so that Back finds its place.
            self.on_its_way.set_value(None);
            self.show(page, again);
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
            if let Some(found) = found.filter(|_| !self.is_at(&page) && wanted()) {
                self.seen.update_value(|seen| seen.push((page.clone(), found.clone())));
                self.show(page.clone(), found);
                if browser::came_back() {
                    keepsake::go_way_back();
                }
            }
        });
        let (address, there) = (self.route.get_untracked(), self.spelled.get_untracked());
        self.supply.run(Wanted { address, there, unanswered, still, last, done });
    }

    /// A link is followed to this page, now. The address of one that did not come, or takes its time, stands in the bar already: a
    /// link to it changes nothing, and asks once more.
    pub fn follow(self, link: &HtmlAnchorElement, to: &Route) {
        browser::go_on();
        self.part.set_value(link.hash().strip_prefix('#').filter(|part| !part.is_empty()).map(str::to_owned));
        let here = self.route.with_untracked(Route::page);
        if !self.is_at(to) {
            // Of a page that has not come nobody has seen a place.
            if self.is_at(&here) {
                keepsake::keep_way_back();
            }
            // The page that is shown stays where it is until the other has come, if it comes.
            browser::keep_still(link);
            browser::say_here(link);
        }
        if here == *to {
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
