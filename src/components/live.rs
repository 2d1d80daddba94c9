//! What changes on a page: views, texts, switches and marks, each kind with one type.
//!
//! A closure has a type of its own, and each type of view or attribute adds a kilobyte and more to what travels to
//! the visitor (measured: 40 closures, 60 KB). Put behind a pointer they share one.

use leptos::prelude::*;
use std::time::Duration;

/// A view that is made anew when a signal that it reads changes.
pub fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed(Box::new(view))
}

/// The same for a view that may be nothing.
pub fn live_option(view: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    boxed(Box::new(move || view().into_any()))
}

fn boxed(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || view()).into_any()
}

/// A text, or the text of an attribute.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    fn boxed(text: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
        Signal::derive(text)
    }
    boxed(Box::new(text))
}

/// The same text, which tells only of changes of its own, not of those of what it comes from.
pub fn kept(text: Signal<String>) -> Signal<String> {
    Memo::new(move |_| text.get()).into()
}

/// How long a text must rest before a live region says it.
const REST: Duration = Duration::from_millis(300);

/// A text for a live region, once it rests: whoever listens while they type hears what they have found, not every letter
/// on the way to it.
pub fn at_rest(text: impl Fn() -> String + 'static) -> Signal<String> {
    fn boxed(text: Box<dyn Fn() -> String>) -> Signal<String> {
        let said = RwSignal::new(untrack(&text));
        let mut rest = debounce(REST, move |now: String| {
            // The visitor may have left the page meanwhile.
            if said.try_with_untracked(|said| *said != now) == Some(true) {
                said.set(now);
            }
        });
        effect(move || rest(text()));
        said.into()
    }
    boxed(Box::new(text))
}

/// Whether something holds.
pub fn flag(flag: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    fn boxed(flag: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
        Signal::derive(flag)
    }
    boxed(Box::new(flag))
}

/// An attribute that is there only at times.
pub fn mark(mark: impl Fn() -> Option<&'static str> + Send + Sync + 'static) -> Signal<Option<&'static str>> {
    fn boxed(mark: Box<dyn Fn() -> Option<&'static str> + Send + Sync>) -> Signal<Option<&'static str>> {
        Signal::derive(mark)
    }
    boxed(Box::new(mark))
}

/// What happens on an event.
pub fn on<E: 'static>(act: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(act)
}

/// What follows from signals whenever one of them changes. It runs in browsers only.
pub fn effect(act: impl FnMut() + 'static) {
    fn boxed(mut act: Box<dyn FnMut()>) {
        Effect::new(move |_: Option<()>| act());
    }
    boxed(Box::new(act));
}
