//! [`Board`]: what a drawing shows at the moment, and how keys and hands change it. It knows no browser.

use crate::domain::timeline::{EntryId, Plot, Timeline};
use drawing::canvas::AXIS;
use drawing::density::Density;
use drawing::walk::Step;
use drawing::{Day, Labels, Layout, View, Window, bounded};
use std::sync::Arc;
use time::Date;

/// Where a card stands: in pixels from the top left corner of the picture with its axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardPlace {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge; its lower one when it stands above its mark.
    pub top: f64,
    /// It stands below its mark.
    pub below: bool,
}

/// The room between a mark and its card.
const NEAR: f64 = 2.0;
/// How far to the left of the pointer the card of what is pointed at begins: a hand that comes down meets it.
const BESIDE: f64 = 24.0;

/// Closer by this at a double click, a button or a key.
pub const CLOSER: f64 = 0.6;

/// The state of a drawing.
#[derive(Clone, Debug)]
pub struct Board {
    /// What is drawn.
    pub plot: Arc<Plot>,
    /// Where.
    pub layout: Layout,
    /// The whole time.
    pub axis: Window,
    /// The part of it that is shown.
    pub window: Window,
    /// How many entries there are in each month.
    pub density: Density,
    /// The width of the picture in pixels.
    pub width: f64,
    /// The height of what can be seen of it at once, without the axis.
    pub height: f64,
    /// How far it is scrolled down.
    pub top: f64,
    /// How much wider than reckoned its font sets a text.
    pub wider: f64,
    /// The mark that the keyboard is at, or comes to.
    pub at: Option<usize>,
    /// Somebody chose that mark. Until then it follows the window.
    pub chosen: bool,
}

impl Board {
    /// A drawing of the whole time; `day` stands where nothing is drawn.
    pub fn new(plot: Arc<Plot>, width: f64, height: f64, day: Day) -> Self {
        let axis = plot.axis(day);
        let layout = Layout::new(plot.drawn(), plot.groups.len(), axis, width.max(1.0), Labels::WhereRoom);
        let density = Density::new(plot.items.iter(), axis);
        Self {
            plot,
            layout,
            axis,
            window: axis,
            density,
            width: width.max(1.0),
            height,
            top: 0.0,
            wider: 1.0,
            at: None,
            chosen: false,
        }
    }

    /// The part that can be seen.
    pub fn view(&self) -> View {
        View { window: self.window, width: self.width, top: self.top, height: self.height, wider: self.wider }
    }

    /// Shows whole days, or everything.
    pub fn show(&mut self, shown: Option<(Date, Date)>) {
        self.window = match shown {
            Some((from, to)) => {
                let days = Window::days(from.to_julian_day(), to.to_julian_day().saturating_add(1));
                days.zoomed(days.from, 1.0, self.axis)
            }
            None => self.axis,
        };
    }

    /// The whole days that are shown; `None` when everything is.
    pub fn shown(&self) -> Option<(Date, Date)> {
        let whole = self.window.length() >= self.axis.length() - 0.5;
        if whole { None } else { self.days() }
    }

    /// The first and the last day that is shown.
    pub fn days(&self) -> Option<(Date, Date)> {
        let (from, to) = self.window.whole_days();
        Date::from_julian_day(from).ok().zip(Date::from_julian_day(to - 1).ok())
    }

    /// How many entries lie in the part of time that is shown.
    pub fn visible(&self) -> usize {
        let (from, to) = self.window.whole_days();
        self.plot.items.iter().filter(|item| item.span.from < to && item.span.to > from).count()
    }

    /// Closer or farther, with the moment at `x` pixels staying there.
    pub fn zoom(&mut self, x: f64, factor: f64) {
        self.window = self.window.zoomed(self.window.at(x, self.width), factor, self.axis);
    }

    /// Closer or farther around the mark that the keyboard is at, else around the middle.
    pub fn zoom_here(&mut self, factor: f64) {
        let mark = self.at.and_then(|at| self.layout.place_of(&self.plot.items, &self.view(), at));
        let x = mark.map(|(x, ..)| x).filter(|x| (0.0..=self.width).contains(x)).unwrap_or(self.width / 2.0);
        self.zoom(x, factor);
    }

    /// Moves the picture by some pixels.
    pub fn drag(&mut self, pixels: f64) {
        self.window = self.window.moved(-pixels / self.width * self.window.length(), self.axis);
    }

    /// Moves the window by a share of what is shown: negative to earlier times.
    pub fn shift(&mut self, share: f64) {
        self.window = self.window.moved(share * self.window.length(), self.axis);
    }

    /// Shows the mark that somebody chose, with as much time around it as it lasts.
    pub fn fit_mark(&mut self) {
        let chosen = self.at.filter(|_| self.chosen);
        if let Some(span) = chosen.and_then(|at| self.layout.placed.get(at)).map(|place| place.span) {
            let room = ((span.to - span.from) / 2).max(90);
            let days = Window::days(span.from - room, span.to + room);
            self.window = days.zoomed(days.from, 1.0, self.axis);
        }
    }

    /// Goes from mark to mark, and moves the window so that the mark can be seen.
    pub fn step(&mut self, step: Step) {
        let next = self.at.map(|at| self.layout.step(at, step));
        self.choose(next);
        self.reveal();
    }

    /// Somebody chooses a mark.
    pub fn choose(&mut self, mark: Option<usize>) {
        self.at = mark;
        self.chosen = mark.is_some();
    }

    /// While nobody has chosen a mark, the keyboard will come to the first that begins in the window, else to the first
    /// that reaches into it, else to the first of all; of each, rather to one in sight.
    pub fn follow(&mut self) {
        if self.chosen {
            return;
        }
        let (window, view) = (self.window, self.view());
        let covered = self.layout.covered(&view);
        let first = |test: &dyn Fn(f64, f64) -> bool| {
            let passes = |place: &drawing::layout::Placed| test(f64::from(place.span.from), f64::from(place.span.to));
            let in_sight = |at: usize| {
                let place = self.layout.place_of(&self.plot.items, &view, at);
                place.is_some_and(|(_, y, _, height)| y >= covered && y + height <= self.height)
            };
            let marks = || self.layout.placed.iter().enumerate().filter(|(_, place)| passes(place)).map(|(at, _)| at);
            marks().find(|at| in_sight(*at)).or_else(|| marks().next())
        };
        self.at = first(&|from, _| from >= window.from && from < window.to)
            .or_else(|| first(&|from, to| from < window.to && to > window.from))
            .or_else(|| first(&|_, _| true));
    }

    /// Moves the window, if it must, so that the mark can be seen.
    pub fn reveal(&mut self) {
        if let Some(span) = self.at.and_then(|at| self.layout.placed.get(at)).map(|place| place.span) {
            self.window = self.window.showing(f64::from(span.from), f64::from(span.to), self.axis);
        }
    }

    /// How far it must be scrolled so that the mark can be seen; `None` when it can.
    pub fn scroll_to_mark(&self) -> Option<f64> {
        let (_, y, _, height) = self.layout.place_of(&self.plot.items, &self.view(), self.at?)?;
        if y < self.layout.covered(&self.view()) {
            Some((self.top + y - self.layout.head()).max(0.0))
        } else if y + height > self.height {
            Some(self.top + y + height - self.height)
        } else {
            None
        }
    }

    /// Where the card of a mark stands, as large as it is: at the pointer where it came to the mark, else where the mark
    /// begins in view; below it or above, wherever the window has room for all of it. `top` is how far the picture's top
    /// is from that of the window, `window` how high the window is.
    pub fn card_place(
        &self,
        mark: usize,
        pointer: Option<f64>,
        (wide, high): (f64, f64),
        (top, window): (f64, f64),
    ) -> Option<CardPlace> {
        let (x, y, _, height) = self.layout.place_of(&self.plot.items, &self.view(), mark)?;
        // The card of a mark that has been scrolled away stays at the edge.
        let (upper, lower) = (AXIS + bounded(y, 0.0, self.height), AXIS + bounded(y + height, 0.0, self.height));
        let (above, under) = (top + upper - NEAR, window - top - lower - NEAR);
        // Where neither side has room for all of it, the one with more.
        let below = under >= high || under >= above;
        let left = bounded(pointer.map_or(x, |pointer| pointer - BESIDE), 0.0, (self.width - wide).max(0.0));
        Some(CardPlace { left, top: if below { lower + NEAR } else { upper - NEAR }, below })
    }

    /// The entry of a mark, by its place in the timeline.
    pub fn entry(&self, placed: usize) -> Option<usize> {
        self.plot.entries.get(self.layout.placed.get(placed)?.item).copied()
    }

    /// Goes to an entry, or to none: stays in the group where it is, if it stands there too.
    pub fn look_at(&mut self, id: Option<&EntryId>, timeline: &Timeline) {
        let Some(id) = id else { return self.choose(None) };
        let Some(entry) = timeline.place(id) else { return };
        let found = (0..self.layout.placed.len()).find(|placed| self.entry(*placed) == Some(entry));
        if self.at.and_then(|at| self.entry(at)) == Some(entry) {
            self.chosen = true;
        } else if found.is_some() {
            self.choose(found);
        }
    }

    /// The group of the mark that the keyboard is at.
    pub fn group(&self) -> Option<usize> {
        Some(self.layout.placed.get(self.at?)?.group)
    }

    /// Goes to the mark of the same entry in a group, if it has one there.
    pub fn look_in(&mut self, group: usize) {
        let Some(item) = self.at.and_then(|at| self.layout.placed.get(at)).map(|place| place.item) else { return };
        let there = self.layout.placed.iter().position(|place| place.item == item && place.group == group);
        self.at = there.or(self.at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawing::{Item, Shape, Span};

    /// Forty bars from the same day on, one below the other, in two groups; the first is in both.
    fn board() -> Board {
        let mut plot = Plot::default();
        plot.groups.extend([None, None]);
        plot.entries.extend(0..40);
        plot.items.extend((0..40).map(|at| Item {
            span: Span::exact(2_456_000, 2_460_000),
            shape: Shape::Bar,
            tone: 0,
            groups: if at == 0 { vec![0, 1] } else { vec![at / 20] }.into(),
        }));
        Board::new(Arc::new(plot), 900.0, 456.0, 2_456_000)
    }

    /// The picture is as a small drawing has it: 256 pixels high in a window of 900.
    #[test]
    fn a_card_is_whole_in_the_window_and_covers_no_mark_of_its_own() {
        let (high, window) = (200.0, 900.0);
        let mut board = board();
        board.height = 232.0;
        for top in [0.0, 20.0, 500.0] {
            board.top = top;
            for from_top in [0.0, 300.0, 644.0] {
                for (mark, pointer) in (0..41).flat_map(|mark| [(mark, None), (mark, Some(880.0)), (mark, Some(400.0))])
                {
                    let place = board.card_place(mark, pointer, (320.0, high), (from_top, window)).unwrap();
                    let (upper, lower) =
                        if place.below { (place.top, place.top + high) } else { (place.top - high, place.top) };
                    assert!(from_top + upper >= 0.0 && from_top + lower <= window, "{mark} {place:?}");
                    assert!(place.left >= 0.0 && place.left + 320.0 <= board.width, "{place:?}");
                    let (_, y, _, height) = board.layout.place_of(&board.plot.items, &board.view(), mark).unwrap();
                    assert!(lower <= AXIS + y || upper >= AXIS + y + height || y < 0.0 || y + height > board.height);
                    if pointer == Some(400.0) {
                        assert!(place.left <= 400.0 && place.left + 320.0 >= 400.0, "{place:?} is at the pointer");
                    }
                }
            }
        }
        assert_eq!(board.card_place(99, None, (320.0, high), (0.0, window)), None);
    }

    #[test]
    fn the_card_of_a_long_bar_is_where_the_pointer_came_to_it_or_where_the_bar_begins_in_view() {
        let mut board = board();
        board.window = Window::days(2_457_000, 2_459_000);
        let left = |pointer| board.card_place(3, pointer, (320.0, 200.0), (0.0, 900.0)).unwrap().left;
        assert_eq!((left(None), left(Some(10.0)), left(Some(500.0))), (0.0, 0.0, 500.0 - BESIDE));
    }

    #[test]
    fn a_mark_below_the_pinned_name_of_its_group_is_scrolled_into_sight() {
        let mut board = board();
        for top in 0..600 {
            board.top = f64::from(top);
            for mark in 0..board.layout.placed.len() {
                board.at = Some(mark);
                let Some(wanted) = board.scroll_to_mark() else { continue };
                board.top = wanted;
                let (_, y, _, height) = board.layout.place_of(&board.plot.items, &board.view(), mark).unwrap();
                assert!(y >= board.layout.covered(&board.view()) && y + height <= board.height, "{mark} from {top}");
                assert_eq!(board.scroll_to_mark(), None);
                board.top = f64::from(top);
            }
        }
    }

    #[test]
    fn an_entry_of_two_groups_is_found_again_in_the_one_where_it_was_left() {
        let mut board = board();
        board.choose(Some(0));
        assert_eq!(board.group(), Some(0));
        board.look_in(1);
        assert_eq!((board.group(), board.entry(board.at.unwrap())), (Some(1), Some(0)));
        board.look_in(7);
        assert_eq!(board.group(), Some(1));
    }
}
