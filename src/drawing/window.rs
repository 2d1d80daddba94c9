//! [`Window`]: the part of time that a drawing shows, and its moves.

use crate::span::Day;

/// A number within bounds; the upper one, where they contradict each other. `f64::clamp` would panic there, and its message
/// brings the printing of floating-point numbers: 5 KB of what travels.
pub fn bounded(number: f64, low: f64, high: f64) -> f64 {
    number.max(low).min(high)
}

/// From one moment to another, in days; fractions of days arise while a hand zooms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The moment at the left edge.
    pub from: f64,
    /// The moment at the right edge. After `from`.
    pub to: f64,
}

impl Window {
    /// The shortest window: a week.
    pub const SHORTEST: f64 = 7.0;

    /// The window over some days; `to` is the day after the last.
    pub fn days(from: Day, to: Day) -> Self {
        Self { from: f64::from(from), to: f64::from(to.max(from.saturating_add(1))) }
    }

    /// How many days it shows.
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    /// Whether a day begins in it or at one of its edges.
    pub fn holds(self, day: Day) -> bool {
        (self.from..=self.to).contains(&f64::from(day))
    }

    /// Where a day begins, in pixels from the left edge of a drawing `width` pixels wide.
    pub fn x(self, day: f64, width: f64) -> f64 {
        (day - self.from) / self.length() * width
    }

    /// The moment at `x` pixels.
    pub fn at(self, x: f64, width: f64) -> f64 {
        self.from + x / width * self.length()
    }

    /// `factor` times as long (less than one: closer), with the moment `at` staying where it is on the screen.
    /// Never shorter than [`Window::SHORTEST`], never longer than `limits`.
    pub fn zoomed(self, at: f64, factor: f64, limits: Self) -> Self {
        let shortest = Self::SHORTEST.min(limits.length());
        let length = bounded(self.length() * factor, shortest, limits.length());
        let share = bounded((at - self.from) / self.length(), 0.0, 1.0);
        let from = at - share * length;
        Self { from, to: from + length }.inside(limits)
    }

    /// Moved by some days, not beyond `limits`.
    pub fn moved(self, days: f64, limits: Self) -> Self {
        Self { from: self.from + days, to: self.to + days }.inside(limits)
    }

    /// Just enough moved that the days from `from` to `to` are in it, with a little room; longer only if they are.
    pub fn showing(self, from: f64, to: f64, limits: Self) -> Self {
        let room = self.length() * 0.05;
        if to - from + 2.0 * room > self.length() {
            // It does not fit: its beginning counts.
            let away = from < self.from || from > self.to - room;
            return if away { self.moved(from - room - self.from, limits) } else { self };
        }
        let left = (from - room - self.from).min(0.0);
        let right = (to + room - self.to).max(0.0);
        self.moved(left + right, limits)
    }

    /// The same window, moved and shortened so that it lies inside another.
    pub fn inside(self, limits: Self) -> Self {
        let length = self.length().min(limits.length());
        let from = self.from.min(limits.to - length).max(limits.from);
        Self { from, to: from + length }
    }

    /// Its first day and the day after its last, whole days.
    pub fn whole_days(self) -> (Day, Day) {
        let from = self.from.round() as Day;
        (from, (self.to.round() as Day).max(from + 1))
    }
}
