//! Tasks of the program, which are its effects: while the published page becomes alive they come in turns, as its parts do.
//!
//! Effects are run right behind whatever has made or changed them, however many there are, and until the last has been run
//! the browser can do nothing else. From the moment when the page is alive that is wanted: nobody sees a choice half
//! answered. Before, there is nothing to answer.

use super::before_touched;
use super::turns::{TURN_MS, now};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::task::Waker;
use std::time::Duration;

thread_local! {
    static STARTING: Cell<bool> = const { Cell::new(true) };
    /// When the turn ends, in milliseconds of the page's clock.
    static ENDS: Cell<f64> = const { Cell::new(0.0) };
    static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
    /// No longer listens to whoever touches the page.
    static LET_BE: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Runs the futures of the program, each when it has its turn.
struct Tasks;

impl any_spawner::CustomExecutor for Tasks {
    fn spawn(&self, task: any_spawner::PinnedFuture<()>) {
        self.spawn_local(task);
    }

    fn spawn_local(&self, mut task: any_spawner::PinnedLocalFuture<()>) {
        wasm_bindgen_futures::spawn_local(std::future::poll_fn(move |context| {
            if have_turn() {
                return task.as_mut().poll(context);
            }
            wait(context.waker().clone());
            std::task::Poll::Pending
        }));
    }

    fn poll_local(&self) {}
}

/// Whether a task may run now.
fn have_turn() -> bool {
    in_hurry() || document().hidden() || now() < ENDS.get()
}

/// Keeps a task for the next turn.
fn wait(task: Waker) {
    let first = WAITING.with_borrow_mut(|all| {
        all.push(task);
        all.len() == 1
    });
    if first {
        set_timeout(next_turn, Duration::ZERO);
    }
}

fn next_turn() {
    ENDS.set(now() + TURN_MS);
    for task in WAITING.take() {
        task.wake();
    }
}

/// Begins to run tasks in turns. Whoever touches the page has them run at once, before the touch is answered.
pub fn begin_in_turns() {
    let listening = before_touched(|| {
        STARTING.set(false);
        next_turn();
    });
    LET_BE.set(Some(Box::new(listening)));
    // Refused only where another runs them already, at once.
    let _ = any_spawner::Executor::init_custom_executor(Tasks);
}

/// Whether no task has to wait any more.
pub fn in_hurry() -> bool {
    !STARTING.get()
}

/// Does something as soon as no task waits. From then on none has to.
pub fn once_settled(then: impl FnOnce() + 'static) {
    if !in_hurry() {
        // Those that have been woken just now come to wait when this has returned.
        let settle = || {
            STARTING.set(!WAITING.with_borrow(Vec::is_empty));
            once_settled(then);
        };
        return set_timeout(settle, Duration::ZERO);
    }
    if let Some(let_be) = LET_BE.take() {
        let_be();
    }
    then();
}
