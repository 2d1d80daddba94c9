//! [`Layout::step`]: from mark to mark with the arrow keys.

use crate::layout::Layout;

/// A step from one mark to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next of the group in time.
    Later,
    /// To the one before in time.
    Earlier,
    /// To the group below, to the mark nearest in time.
    NextGroup,
    /// To the group above.
    PreviousGroup,
    /// To the first of the group.
    First,
    /// To the last of the group.
    Last,
}

impl Layout {
    /// The mark to which a step leads; the same one where the way ends.
    pub fn step(&self, placed: usize, step: Step) -> usize {
        let Some(at) = self.section_of(placed) else { return placed };
        let own = &self.sections[at].placed;
        let near = |other: Option<usize>| {
            let Some(section) = other.and_then(|other| self.sections.get(other)) else { return placed };
            let start = self.placed[placed].span.from;
            let marks = &self.placed[section.placed.clone()];
            // The nearest start; of two equally near ones, the first.
            let nearest = marks.iter().enumerate().min_by_key(|(_, mark)| mark.span.from.abs_diff(start));
            nearest.map_or(placed, |(index, _)| section.placed.start + index)
        };
        match step {
            Step::Later => (placed + 1).min(own.end - 1),
            Step::Earlier => placed.saturating_sub(1).max(own.start),
            Step::NextGroup => near(Some(at + 1)),
            Step::PreviousGroup => near(at.checked_sub(1)),
            Step::First => own.start,
            Step::Last => own.end - 1,
        }
    }
}
