//! [`Going`]: how the visitor gets to another address. What was asked for is shown at once; the address bar, which
//! costs more than the answer, follows when it has been painted.

use crate::browser;
use crate::domain::route::Route;
use leptos::prelude::*;
use std::time::Duration;

/// How an address goes into the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A choice: Back returns to what was before.
    Push,
    /// A change on the way to a choice, such as one more letter typed.
    Replace,
}

/// How long to wait for the next letter before the address is written. Safari throws when a page changes its address
/// too often.
const PAUSE: Duration = Duration::from_millis(200);

/// How long to wait for the next letter before a page is loaded whole.
const REST: Duration = Duration::from_millis(700);

/// The way to other addresses.
#[derive(Clone, Copy)]
pub struct Going {
    /// The route that is shown before its address is written.
    ahead: RwSignal<Option<Route>>,
    /// What is still to be written.
    unwritten: StoredValue<Option<(Route, Step)>>,
    /// What has been written and not been heard of since, the oldest first.
    unheard: StoredValue<Vec<Route>>,
    /// How often something was asked for.
    round: StoredValue<usize>,
    /// Writes an address.
    write: Callback<(Route, Step)>,
    /// Loads a page whole.
    load: Callback<Route>,
}

impl Going {
    /// With what writes an address, and what loads a page whole.
    pub fn new(write: Callback<(Route, Step)>, load: Callback<Route>) -> Self {
        Self {
            ahead: RwSignal::new(None),
            unwritten: StoredValue::new(None),
            unheard: StoredValue::new(Vec::new()),
            round: StoredValue::new(0),
            write,
            load,
        }
    }

    /// The route that is shown, while its address does not yet say so.
    pub fn ahead(self) -> Option<Route> {
        self.ahead.get()
    }

    /// Something that the visitor chose or typed is shown, and its address not yet written.
    pub fn is_ahead(self) -> bool {
        self.ahead.with_untracked(Option::is_some)
    }

    /// Shows another address.
    pub fn go(self, route: &Route, step: Step) {
        if browser::is_translated() {
            return self.go_whole(route.clone());
        }
        browser::go_on();
        let mut whole = step;
        if step == Step::Push {
            // Of what was shown for a moment only there is no place to come back to.
            let lasted = self.unwritten.with_value(Option::is_none);
            self.arrive();
            if lasted {
                browser::keep_place();
            }
        } else if let Some((_, before)) = self.unwritten.get_value() {
            // A letter more of a step that is not written yet.
            whole = before;
        }
        self.unwritten.set_value(Some((route.clone(), whole)));
        self.round.update_value(|round| *round += 1);
        let round = self.round.get_value();
        self.ahead.set(Some(route.clone()));
        let arrive = move || {
            if self.round.try_get_value() == Some(round) {
                self.arrive();
            }
        };
        match step {
            Step::Push => browser::after_paint(arrive),
            Step::Replace => set_timeout(arrive, PAUSE),
        }
    }

    /// Loads a page whole, unless something else is asked for in a moment. The browser translates it again; in this one the
    /// answer would be written into texts that are no longer there, beside those of the answer before.
    fn go_whole(self, route: Route) {
        self.round.update_value(|round| *round += 1);
        let round = self.round.get_value();
        let load = move || {
            if self.round.try_get_value() == Some(round) {
                self.load.run(route);
            }
        };
        set_timeout(load, REST);
    }

    /// Writes the address of what is shown.
    pub fn arrive(self) {
        if let Some(step) = self.unwritten.try_update_value(Option::take).flatten() {
            self.unheard.update_value(|unheard| unheard.push(step.0.clone()));
            self.write.run(step);
            self.ahead.set(None);
        }
    }

    /// The address has changed, to what is spelled so below the base. By other means than ours: then what was not written
    /// yet is void. What was written a moment ago is heard of when the visitor may have chosen more already.
    pub fn yield_to_address(self, base: &str, address: &str) {
        let ours = self.unheard.try_update_value(|unheard| {
            let heard = unheard.iter().position(|route| route.href(base) == address);
            unheard.drain(..heard.map_or(unheard.len(), |at| at + 1));
            heard.is_some()
        });
        if ours == Some(true) {
            return;
        }
        if self.unwritten.try_update_value(Option::take).flatten().is_some() {
            self.ahead.set(None);
        }
    }
}
