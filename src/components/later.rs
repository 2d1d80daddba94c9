//! [`later`], [`still`] and [`markup`]: parts of a published page that become alive in a turn of their own, or never need to.
//!
//! Making a whole list alive at once takes a cheap telephone half a second, in which it cannot answer. Such a part is
//! passed over at first, as it was published; then the parts follow one after the other, and between them the browser
//! may do what it wants. Whoever touches the page before that has all of them at once, before the touch is answered, so
//! that nothing can tell that they came late. Where nothing was published, both are made like any other view.

use crate::browser;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::CastFrom;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// A part, one element, that becomes alive after the page around it.
pub fn later(make: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    Part { make: Make::View(Box::new(make)), still: false }.into_any()
}

/// A part, one element, that is the same as long as it is shown and listens to nothing but the router: it stays as
/// published. It must read no signal that ever changes.
pub fn still(make: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    Part { make: Make::View(Box::new(make)), still: true }.into_any()
}

/// A part, one element, of which there is but the markup: it stays as published, and where nothing was published the browser
/// reads it.
pub fn markup(make: impl FnOnce() -> String + Send + 'static) -> AnyView {
    Part { make: Make::Markup(Box::new(make)), still: true }.into_any()
}

/// How a part is made.
enum Make {
    View(Box<dyn FnOnce() -> AnyView + Send>),
    Markup(Box<dyn FnOnce() -> String + Send>),
}

impl Make {
    fn build(self) -> Now {
        match self {
            Self::View(make) => Now::Alive(make().build()),
            Self::Markup(make) => match browser::element_of(&make()) {
                Some(element) => Now::Published(element),
                // Where a browser takes none from programs, this one does not start.
                None => Now::Alive(().into_any().build()),
            },
        }
    }

    fn hydrate(self, cursor: &Cursor, position: &PositionState) -> Now {
        match self {
            Self::View(make) => Now::Alive(make().hydrate::<true>(cursor, position)),
            markup @ Self::Markup(_) => markup.build(),
        }
    }
}

struct Part {
    make: Make,
    still: bool,
}

/// What stands on the page of a part.
enum Now {
    /// An element that nothing in the program changes: as published, or read from markup.
    Published(Element),
    /// A view.
    Alive(AnyViewState),
}

impl Now {
    fn mountable(&self) -> &dyn Mountable {
        match self {
            Self::Published(element) => element,
            Self::Alive(state) => state,
        }
    }

    fn mountable_mut(&mut self) -> &mut dyn Mountable {
        match self {
            Self::Published(element) => element,
            Self::Alive(state) => state,
        }
    }
}

/// Shared with the turn that makes the part alive, as long as the page keeps it.
struct Held(Rc<RefCell<Now>>);

/// A part whose turn has not come.
struct Waiting {
    held: Weak<RefCell<Now>>,
    owner: Option<Owner>,
    make: Make,
    /// How many elements it holds as published.
    size: u32,
}

impl Waiting {
    fn come(self) {
        let Some(held) = self.held.upgrade() else { return };
        let element = match &*held.borrow() {
            Now::Published(element) => element.clone(),
            Now::Alive(_) => return,
        };
        // Extensions put elements of theirs into pages when they like, and between two turns they can.
        let as_published = browser::count_elements(&element) == self.size;
        let cursor = Cursor::new(element);
        let make = move || {
            if as_published {
                self.make.hydrate(&cursor, &PositionState::new(Position::Current))
            } else {
                self.make.build()
            }
        };
        let mut now = match self.owner {
            Some(owner) => owner.with(make),
            None => make(),
        };
        if !as_published {
            replace(&mut held.borrow_mut(), &mut now);
        }
        held.replace(now);
    }
}

/// Puts a part that was made anew where it stood.
fn replace(before: &mut Now, made: &mut Now) {
    before.mountable().insert_before_this(made.mountable_mut());
    before.mountable_mut().unmount();
}

thread_local! {
    static WAITING: RefCell<VecDeque<Waiting>> = const { RefCell::new(VecDeque::new()) };
}

/// The next part in turn. Another may have come to wait when it is done.
fn next() -> Option<Waiting> {
    WAITING.with_borrow_mut(VecDeque::pop_front)
}

/// Makes the parts of the published page alive, turn by turn, then does something, once, and marks the page as alive when
/// all has been done that followed from it.
pub fn enliven(then: impl FnOnce() + 'static) {
    let then = Rc::new(RefCell::new(Some(then)));
    let finish = move || {
        while let Some(part) = next() {
            part.come();
        }
        // Taken first: what it does may touch the page.
        let then = then.borrow_mut().take();
        if let Some(then) = then {
            then();
            browser::once_settled(|| {
                browser::mark_alive();
                browser::lay_out_rest();
            });
        }
    };
    // Somebody has touched it before it came to this.
    if browser::in_hurry() {
        return finish();
    }
    let touched = browser::before_touched(finish.clone());
    let step = || next().map(Waiting::come).is_some();
    browser::in_turns(step, move || {
        finish();
        touched();
    });
}

impl Render for Part {
    type State = Held;

    fn build(self) -> Held {
        Held(Rc::new(RefCell::new(self.make.build())))
    }

    fn rebuild(self, state: &mut Held) {
        let mut now = state.0.borrow_mut();
        match (self.make, &mut *now) {
            (Make::View(make), Now::Alive(state)) => make().rebuild(state),
            // It has changed before its turn, or was thought not to.
            (make, now) => {
                let mut made = make.build();
                replace(now, &mut made);
                *now = made;
            }
        }
    }
}

impl Mountable for Held {
    fn unmount(&mut self) {
        self.0.borrow_mut().mountable_mut().unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.0.borrow_mut().mountable_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.borrow().mountable().insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.0.borrow().mountable().elements()
    }
}

impl AddAnyAttr for Part {
    type Output<New: Attribute> = Part;

    fn add_any_attr<New: Attribute>(self, attr: New) -> Part {
        let Make::View(make) = self.make else { return self };
        let attr = attr.into_cloneable_owned();
        Self { make: Make::View(Box::new(move || make().add_any_attr(attr).into_any())), still: self.still }
    }
}

impl RenderHtml for Part {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        match self.make {
            Make::View(make) => make().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs),
            Make::Markup(make) => {
                buf.push_str(&make());
                *position = Position::NextChild;
            }
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Held {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => (),
            _ => cursor.sibling(),
        }
        let Some(element) = Element::cast_from(cursor.current()) else {
            // Not one element: nothing to pass over.
            position.set(Position::Current);
            return Held(Rc::new(RefCell::new(self.make.hydrate(cursor, position))));
        };
        position.set(Position::NextChild);
        let size = browser::count_elements(&element);
        let held = Rc::new(RefCell::new(Now::Published(element)));
        if !self.still {
            let waiting = Waiting { held: Rc::downgrade(&held), owner: Owner::current(), make: self.make, size };
            WAITING.with_borrow_mut(|all| all.push_back(waiting));
        }
        Held(held)
    }

    fn into_owned(self) -> Self {
        self
    }
}
