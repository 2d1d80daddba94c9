//! [`Board`]: what a drawing shows at the moment, and how keys and hands change it. It knows no browser.

use crate::domain::timeline::{EntryId, Plot, Timeline};
use drawing::density::Density;
use drawing::walk::Step;
use drawing::{Day, Labels, Layout, View, Window};
use std::sync::Arc;
use time::Date;

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
        let first = |test: &dyn Fn(f64, f64) -> bool| {
            let passes = |place: &drawing::layout::Placed| test(f64::from(place.span.from), f64::from(place.span.to));
            let in_sight = |at: usize| {
                let place = self.layout.place_of(&self.plot.items, &view, at);
                place.is_some_and(|(_, y, _, height)| y >= 0.0 && y + height <= self.height)
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
        if y < 0.0 {
            Some((self.top + y - self.layout.head()).max(0.0))
        } else if y + height > self.height {
            Some(self.top + y + height - self.height)
        } else {
            None
        }
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
}
