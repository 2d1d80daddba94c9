//! What pointers and wheels do to a drawing. For each of them there is a button and a key too.

use super::Scene;
use super::board::CLOSER;
use super::stops::take_focus;
use crate::site::Step;
use drawing::bounded;
use drawing::canvas::AXIS;
use leptos::ev::{MouseEvent, PointerEvent, WheelEvent};
use leptos::prelude::*;
use std::cell::RefCell;

/// The pointers that are down, and how far the first has come.
#[derive(Default)]
struct Hands {
    down: Vec<(i32, f64, f64)>,
    moved: f64,
    /// On the strip: where in the window the hand holds it, in days, or which end.
    grip: Option<Grip>,
}

#[derive(Clone, Copy)]
enum Grip {
    Whole(f64),
    From,
    To,
}

thread_local! {
    /// There is one visitor, whose hands can be at one drawing at a time.
    static HANDS: RefCell<Hands> = RefCell::default();
}

/// A click that has moved farther than this is a drag.
const STILL: f64 = 5.0;

/// The wheel with Ctrl (which is also how a touch pad says that fingers pinch) zooms; turned sideways it moves.
/// Otherwise it scrolls, as everywhere.
pub fn wheel(scene: Scene, event: &WheelEvent) {
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { 16.0 };
    let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
    if event.ctrl_key() || event.meta_key() {
        event.prevent_default();
        let x = within(scene, f64::from(event.client_x()));
        let factor = (bounded(dy, -200.0, 200.0) * 0.004).exp();
        scene.change(Step::Replace, |board| board.zoom(x, factor));
    } else if event.shift_key() || dx.abs() > dy.abs() {
        event.prevent_default();
        let by = if dx == 0.0 { dy } else { dx };
        scene.change(Step::Replace, |board| board.drag(-by));
    }
}

/// How far from the left edge of the picture.
fn within(scene: Scene, client_x: f64) -> f64 {
    let left = scene.canvas.get_untracked().map_or(0.0, |canvas| canvas.get_bounding_client_rect().left());
    client_x - left
}

/// The mark under a pointer.
fn under(scene: Scene, event: &PointerEvent) -> Option<usize> {
    let rect = scene.canvas.get_untracked()?.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()) - rect.left(), f64::from(event.client_y()) - rect.top() - AXIS);
    scene.board.with_value(|board| {
        let board = board.as_ref()?;
        board.layout.hit(board.plot.drawn(), &board.view(), x, y)
    })
}

/// A pointer goes down on the picture.
pub fn press(scene: Scene, event: &PointerEvent) {
    if event.button() != 0 {
        return;
    }
    if let Some(canvas) = scene.canvas.get_untracked() {
        // Without it a drag ends at the edge; that is all.
        let _ = canvas.set_pointer_capture(event.pointer_id());
    }
    HANDS.with_borrow_mut(|hands| {
        if hands.down.is_empty() {
            hands.moved = 0.0;
        }
        hands.down.retain(|(id, ..)| *id != event.pointer_id());
        hands.down.push((event.pointer_id(), f64::from(event.client_x()), f64::from(event.client_y())));
    });
    scene.closed.set(None);
}

/// A pointer moves over the picture: one that is down drags it, two pinch it, one that is not points.
pub fn point(scene: Scene, event: &PointerEvent) {
    let now = (f64::from(event.client_x()), f64::from(event.client_y()));
    let moved = HANDS.with_borrow_mut(|hands| {
        let at = hands.down.iter().position(|(id, ..)| *id == event.pointer_id())?;
        let (_, x, y) = hands.down[at];
        let other = hands.down.iter().find(|(id, ..)| *id != event.pointer_id()).map(|(_, x, _)| *x);
        hands.down[at] = (event.pointer_id(), now.0, now.1);
        hands.moved += (now.0 - x).abs() + (now.1 - y).abs();
        Some((x, y, other, hands.moved))
    });
    let Some((x, y, other, far)) = moved else {
        let mark = under(scene, event);
        if scene.hover.get_untracked() != mark && (mark.is_some() || event.pointer_type() == "mouse") {
            scene.pointed.set_value(within(scene, now.0).max(0.0) as usize);
            if mark.is_some() && scene.closed.get_untracked() == mark {
                // Whoever comes to it anew wants its card again.
                scene.closed.set(None);
            }
            scene.hover.set(mark);
        }
        return;
    };
    if far < STILL {
        return;
    }
    scene.hover.set(None);
    match other {
        Some(other) => {
            let (before, after) = ((x - other).abs().max(8.0), (now.0 - other).abs().max(8.0));
            let middle = within(scene, f64::midpoint(now.0, other));
            scene.change(Step::Replace, |board| board.zoom(middle, before / after));
        }
        None => {
            scene.change(Step::Replace, |board| board.drag(now.0 - x));
            if event.pointer_type() == "mouse"
                && let Some(scroller) = scene.scroller.get_untracked()
            {
                scroller.set_scroll_top(scroller.scroll_top() - (now.1 - y) as i32);
            }
        }
    }
}

/// A pointer goes up: if it has not moved, it chose what is under it.
pub fn release(scene: Scene, event: &PointerEvent) {
    let clicked = HANDS.with_borrow_mut(|hands| {
        let was_down = hands.down.iter().any(|(id, ..)| *id == event.pointer_id());
        hands.down.retain(|(id, ..)| *id != event.pointer_id());
        was_down && hands.down.is_empty() && hands.moved < STILL && event.type_() == "pointerup"
    });
    if let Some(mark) = under(scene, event).filter(|_| clicked) {
        scene.change(Step::Replace, |board| board.choose(Some(mark)));
        take_focus(scene);
    }
}

/// Two clicks come closer.
pub fn closer(scene: Scene, event: &MouseEvent) {
    let x = within(scene, f64::from(event.client_x()));
    scene.change(Step::Replace, |board| board.zoom(x, CLOSER));
}

/// The picture has been scrolled.
pub fn scrolled(scene: Scene) {
    let Some(scroller) = scene.scroller.get_untracked() else { return };
    scene.board.update_value(|board| {
        if let Some(board) = board {
            board.top = f64::from(scroller.scroll_top());
            board.follow();
        }
    });
    scene.order();
}

/// A pointer goes down on the strip: on an end of the window, in it, or beside it, where the window then comes.
pub fn grip(scene: Scene, event: &PointerEvent) {
    const NEAR: f64 = 12.0;
    let Some(strip) = scene.strip.get_untracked() else { return };
    let _ = strip.set_pointer_capture(event.pointer_id());
    let x = within(scene, f64::from(event.client_x()));
    scene.change(Step::Replace, |board| {
        let day = board.axis.at(x, board.width);
        let (from, to) = (board.axis.x(board.window.from, board.width), board.axis.x(board.window.to, board.width));
        let grip = if (x - from).abs() <= NEAR && (x - from).abs() <= (x - to).abs() {
            Grip::From
        } else if (x - to).abs() <= NEAR {
            Grip::To
        } else {
            if x < from || x > to {
                board.window = board.window.moved(day - f64::midpoint(board.window.from, board.window.to), board.axis);
            }
            Grip::Whole(day - board.window.from)
        };
        HANDS.with_borrow_mut(|hands| hands.grip = Some(grip));
    });
}

/// A pointer that holds the window moves over the strip.
pub fn pull(scene: Scene, event: &PointerEvent) {
    if event.buttons() & 1 == 0 {
        HANDS.with_borrow_mut(|hands| hands.grip = None);
        return;
    }
    let Some(grip) = HANDS.with_borrow(|hands| hands.grip) else { return };
    let x = within(scene, f64::from(event.client_x()));
    scene.change(Step::Replace, |board| {
        let day = board.axis.at(bounded(x, 0.0, board.width), board.width);
        let shortest = drawing::Window::SHORTEST.min(board.axis.length());
        match grip {
            Grip::Whole(held) => board.window = board.window.moved(day - held - board.window.from, board.axis),
            Grip::From => board.window.from = day.min(board.window.to - shortest).max(board.axis.from),
            Grip::To => board.window.to = day.max(board.window.from + shortest).min(board.axis.to),
        }
    });
}
