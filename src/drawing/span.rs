//! [`Span`]: from which day to which, and how sure the two ends are.

/// A day as its Julian day number: days are counted, and nothing here knows a time of day.
pub type Day = i32;

/// How an end of a span is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// To the day.
    Exact,
    /// Only a month, a year, or "about": it lies somewhere between the sure part and the end of the drawn one.
    Soft,
    /// It exists, but nobody says when: the drawing fades, and how far it fades means nothing.
    Unknown,
    /// There is none: it runs on to the end of the axis.
    Open,
}

/// When something is, as it is drawn. All days are half-open: `to` is the day after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day that is drawn.
    pub from: Day,
    /// The first day on which it surely is. Not before `from`.
    pub sure_from: Day,
    /// The day after the last on which it surely is. At most `sure_from` when no day is sure.
    pub sure_to: Day,
    /// The day after the last that is drawn. After `from`.
    pub to: Day,
    /// How the beginning is known.
    pub start: Edge,
    /// How the end is known.
    pub end: Edge,
}

impl Span {
    /// How far an end that nobody states fades, in days.
    pub const FADE: Day = 365;

    /// A span with both ends known to the day; `to` is the day after the last.
    pub fn exact(from: Day, to: Day) -> Self {
        let to = to.max(from + 1);
        Self { from, sure_from: from, sure_to: to, to, start: Edge::Exact, end: Edge::Exact }
    }

    /// The span between two dates, each as the first and the last day that it can mean, or the edge that stands for
    /// it. `None` when neither is a date.
    pub fn between(start: Result<(Day, Day), Edge>, end: Result<(Day, Day), Edge>) -> Option<Self> {
        let edge = |(first, last): (Day, Day)| if first == last { Edge::Exact } else { Edge::Soft };
        let (from, sure_from, start) = match (start, end) {
            (Ok(date), _) => (date.0, date.1, edge(date)),
            (Err(_), Ok(end)) => (end.0.saturating_sub(Self::FADE), end.0, Edge::Unknown),
            (Err(_), Err(_)) => return None,
        };
        let (sure_to, to, end) = match end {
            Ok(date) => (date.0.saturating_add(1), date.1.saturating_add(1), edge(date)),
            Err(Edge::Open) => (Day::MAX, Day::MAX, Edge::Open),
            Err(_) => (sure_from.saturating_add(1), sure_from.saturating_add(1 + Self::FADE), Edge::Unknown),
        };
        // Sources err: an end before the start is drawn as the days between, none of them sure.
        let (from, to) = if to > from { (from, to) } else { (to.saturating_sub(1), from.saturating_add(1)) };
        Some(Self { from, sure_from: sure_from.clamp(from, to), sure_to: sure_to.clamp(from, to), to, start, end })
    }

    /// The day by which it is put in order: that of its beginning, else of its end.
    pub fn place(self) -> Day {
        if self.start == Edge::Unknown { self.sure_from } else { self.from }
    }

    /// The same within the days of an axis; `None` when it lies outside. An open end ends with the axis.
    pub fn within(self, first: Day, last: Day) -> Option<Self> {
        let (from, to) = (self.from.max(first), self.to.min(last));
        let (sure_from, sure_to) = (self.sure_from.clamp(first, last), self.sure_to.clamp(first, last));
        (to > from).then_some(Self { from, to, sure_from, sure_to, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_to_the_day_is_not_drawn_as_sure() {
        // July 2014 to the end of 2017, with days counted from the beginning of 2014.
        let span = Span::between(Ok((181, 211)), Ok((1096, 1460))).unwrap();
        assert_eq!((span.from, span.sure_from, span.sure_to, span.to), (181, 211, 1097, 1461));
        assert_eq!((span.start, span.end), (Edge::Soft, Edge::Soft));
        let year = Span::between(Ok((0, 364)), Ok((0, 364))).unwrap();
        assert!(year.sure_from >= year.sure_to, "no day of a mere year is sure");
        assert_eq!((year.from, year.to), (0, 365));
    }

    #[test]
    fn an_open_end_runs_on_and_an_unknown_one_fades() {
        let open = Span::between(Ok((10, 10)), Err(Edge::Open)).unwrap().within(0, 1000).unwrap();
        assert_eq!((open.sure_to, open.to, open.end), (1000, 1000, Edge::Open));
        let unknown = Span::between(Ok((10, 10)), Err(Edge::Unknown)).unwrap();
        assert_eq!((unknown.sure_to, unknown.to, unknown.end), (11, 11 + Span::FADE, Edge::Unknown));
        let begun = Span::between(Err(Edge::Unknown), Ok((10, 10))).unwrap();
        assert_eq!((begun.from, begun.sure_from, begun.start), (10 - Span::FADE, 10, Edge::Unknown));
        assert_eq!([open, unknown, begun].map(Span::place), [10; 3], "however far it fades");
        assert_eq!(Span::between(Err(Edge::Unknown), Err(Edge::Open)), None);
    }

    #[test]
    fn an_end_before_the_start_is_still_drawn() {
        let span = Span::between(Ok((100, 100)), Ok((50, 50))).unwrap();
        assert!(span.from <= 50 && span.to > 100 && span.sure_from >= span.sure_to - 1);
    }
}
