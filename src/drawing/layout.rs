//! [`Layout`]: (items, axis, width) → rows.
//!
//! A row belongs to a group, and no two of its marks touch at any zoom: marks are stacked once, for the whole axis,
//! where a mark that is too short to be seen takes its smallest size. Closer in, marks only move apart, so rows never
//! change while a hand zooms, and a mark is found again where it was.

use crate::buckets::Buckets;
use crate::item::{Item, Items, Shape};
use crate::lanes::Lanes;
use crate::span::Span;
use crate::text;
use crate::window::Window;
use std::borrow::Cow;
use std::ops::Range;

/// The height of a row in pixels: what a finger can hit.
pub const ROW: f64 = 24.0;
/// The height of the line with the name of a group.
pub const HEAD: f64 = 28.0;
/// Half the width of a marker.
pub const MARKER: f64 = 7.0;
/// The smallest width of a bar.
pub const SLIVER: f64 = 4.0;
/// The room between two marks of a row.
const GAP: f64 = 2.0;
/// The room between a mark and its label.
const PAD: f64 = 4.0;
/// A shorter label says nothing: it has room for six letters of a title and the sign that there are more.
const SHORTEST_LABEL: f64 = 52.0;

/// What a row keeps free for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// Only marks; a label stands where there is room at the moment.
    WhereRoom,
    /// Marks with their labels, for paper: every label stands, up to so many pixels.
    Always(u16),
}

/// A mark's place: an item in one of its groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The item.
    pub item: usize,
    /// The group.
    pub group: usize,
    /// The row, counted over all groups.
    pub row: usize,
    /// What of the item lies on the axis.
    pub span: Span,
}

/// A mark that waits for its row.
struct Taker {
    item: usize,
    group: usize,
    span: Span,
    /// The moments between which it takes its row.
    from: f64,
    to: f64,
}

/// The rows of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The group.
    pub group: usize,
    /// Its rows, counted over all groups.
    pub rows: Range<usize>,
    /// Its marks in [`Layout::placed`].
    pub placed: Range<usize>,
    /// Where it begins, in pixels from the top.
    pub top: f64,
}

/// Where everything is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Every mark, group by group, in each by time.
    pub placed: Vec<Placed>,
    /// The groups that have a mark, in order.
    pub sections: Vec<Section>,
    /// The whole height in pixels.
    pub height: f64,
    /// The marks of each row, from left to right.
    in_rows: Buckets,
    /// The height of a group's name.
    head: f64,
}

/// A part of the drawing: a stretch of time and a stretch of height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// The time.
    pub window: Window,
    /// The width in pixels.
    pub width: f64,
    /// How far from the top of the layout it begins.
    pub top: f64,
    /// Its height.
    pub height: f64,
    /// How much wider than we reckon the font at hand sets a text; 1 where no font is at hand.
    pub wider: f64,
}

/// A mark as it is to be painted, in pixels from the top left corner of the view.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark<'t> {
    /// Its place in [`Layout::placed`].
    pub placed: usize,
    /// Its left and right end. They may lie outside of the view, but not far.
    pub x: (f64, f64),
    /// The part that is sure; its right end is at most its left one when none is.
    pub sure: (f64, f64),
    /// Its upper edge.
    pub y: f64,
    /// Its label.
    pub label: Option<Label<'t>>,
}

/// The label of a mark, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Label<'t> {
    /// The whole text, which may need more room than there is.
    pub text: Cow<'t, str>,
    /// What the text needs in pixels; of a text that needs more than the room, only that.
    pub needed: f64,
    /// The end of the text that is next to the mark: its left one, but for a label before the mark.
    pub x: f64,
    /// How wide it may be.
    pub room: f64,
    /// It stands before the mark and ends at `x`.
    pub before: bool,
    /// How much wider than we reckon its font is.
    wider: f64,
}

impl Label<'_> {
    /// From where to where it stands.
    pub fn reach(&self) -> (f64, f64) {
        let width = self.needed.min(self.room);
        if self.before { (self.x - width, self.x) } else { (self.x, self.x + width) }
    }

    /// What of the text fits into the room.
    pub fn shown(&self) -> Cow<'_, str> {
        if self.needed <= self.room {
            Cow::Borrowed(&self.text)
        } else {
            text::fitting(&self.text, self.room / self.wider).into()
        }
    }
}

impl Layout {
    /// Stacks items in `groups` groups on an axis that is `width` pixels wide when all of it is shown. With one group,
    /// the group has no name.
    pub fn new(items: Items<'_>, groups: usize, axis: Window, width: f64, labels: Labels) -> Self {
        // In steps of their own: a browser that finds a loop hot compiles the whole function around it once more, and
        // meanwhile has one hand less for the picture.
        let takers = takers(items, groups, axis, width, labels);
        let begins = order(&takers, groups, axis, &takers.iter().map(|taker| taker.from).collect::<Vec<_>>());
        let ends = order(&takers, groups, axis, &takers.iter().map(|taker| taker.to).collect::<Vec<_>>());
        Self::stacked(&takers, &begins, &ends, if groups > 1 { HEAD } else { 0.0 })
    }

    /// Gives marks their rows, in the order in which they begin: each the lowest of its group that is free. A row is free
    /// again when its mark ends, so that nobody has to look for it.
    #[inline(never)]
    fn stacked(takers: &[Taker], begins: &[usize], ends: &[usize], head: f64) -> Self {
        let mut layout = Self { head, placed: Vec::with_capacity(takers.len()), ..Self::default() };
        let mut rows = Vec::with_capacity(takers.len());
        // The row of each taker within its group, and how many have ended.
        let (mut taken, mut ended) = (vec![0; takers.len()], 0);
        let mut lanes = Lanes::default();
        for at in begins {
            let Taker { item, group, span, from, .. } = &takers[*at];
            if layout.sections.last().is_none_or(|section| section.group != *group) {
                layout.close();
                let (row, at) = (layout.next_row(), layout.placed.len());
                layout.sections.push(Section { group: *group, rows: row..row, placed: at..at, top: layout.height });
                lanes = Lanes::default();
                ended = at;
            }
            while let Some(before) =
                ends.get(ended).filter(|it| takers[**it].group == *group && takers[**it].to <= *from)
            {
                lanes.free(taken[*before]);
                ended += 1;
            }
            let Some(section) = layout.sections.last_mut() else { continue };
            taken[*at] = lanes.take();
            let row = section.rows.start + taken[*at];
            section.rows.end = section.rows.end.max(row + 1);
            section.placed.end += 1;
            layout.placed.push(Placed { item: *item, group: *group, row, span: *span });
            rows.push(row);
        }
        layout.close();
        layout.in_rows = Buckets::new(&rows, layout.next_row());
        layout
    }

    /// The last section is whole.
    fn close(&mut self) {
        self.height = self.sections.last().map_or(0.0, |section| self.end(section));
    }

    /// The row after the last.
    fn next_row(&self) -> usize {
        self.sections.last().map_or(0, |section| section.rows.end)
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.in_rows.len()
    }

    /// The height of the line with a group's name; nothing when there is but one group.
    pub fn head(&self) -> f64 {
        self.head
    }

    /// The section of a mark.
    pub fn section_of(&self, placed: usize) -> Option<usize> {
        let at = self.sections.partition_point(|section| section.placed.end <= placed);
        (at < self.sections.len()).then_some(at)
    }

    /// Where a row begins, in pixels from the top of the layout.
    fn row_top(&self, section: &Section, row: usize) -> f64 {
        section.top + self.head + (row - section.rows.start) as f64 * ROW
    }

    /// The marks that a view shows, row by row, in each from left to right.
    pub fn marks<'t>(&self, items: Items<'t>, view: &View, paint: &mut dyn FnMut(Mark<'t>)) {
        let bottom = view.top + view.height;
        let begin = self.sections.partition_point(|section| self.end(section) <= view.top);
        for section in self.sections[begin..].iter().take_while(|section| section.top < bottom) {
            let above = ((view.top - section.top - self.head) / ROW).floor().max(0.0) as usize;
            for row in (section.rows.start + above).min(section.rows.end)..section.rows.end {
                let top = self.row_top(section, row);
                if top >= bottom {
                    break;
                }
                self.row_marks(items, view, row, top - view.top, paint);
            }
        }
    }

    /// The section whose name is pinned to the top of a view while its rows pass below it, and where the name begins: at
    /// the top, or above it when the next section pushes it out. It has a strip of its own, as the axis has: a row is
    /// below it, or beside it and whole. `None` where a name stands in its own place, or there is none.
    pub fn pinned(&self, view: &View) -> Option<(&Section, f64)> {
        let at = self.sections.partition_point(|section| self.end(section) <= view.top);
        let section = self.sections.get(at).filter(|section| self.head > 0.0 && section.top < view.top)?;
        Some((section, (self.end(section) - view.top - self.head).min(0.0)))
    }

    /// How much of a view, from its top, lies below a pinned name.
    pub fn covered(&self, view: &View) -> f64 {
        self.pinned(view).map_or(0.0, |(_, top)| top + self.head)
    }

    /// Where a section ends, in pixels from the top of the layout.
    pub fn end(&self, section: &Section) -> f64 {
        section.top + self.head + section.rows.len() as f64 * ROW
    }

    fn row_marks<'t>(&self, items: Items<'t>, view: &View, row: usize, y: f64, paint: &mut dyn FnMut(Mark<'t>)) {
        let of_row = self.in_rows.of(row);
        // A mark can reach beyond its days by the smallest size.
        let reach = view.window.length() / view.width * 2.0 * MARKER;
        let after = |index: &usize| f64::from(self.placed[*index].span.to) + reach < view.window.from;
        let begin = of_row.partition_point(after);
        let mut visible = of_row[begin..].iter().peekable();
        // What stands to the left: a mark with its label.
        let mut taken = begin.checked_sub(1).map_or(0.0, |before| {
            let before = &self.placed[of_row[before]];
            view.window.x(f64::from(before.span.to), view.width).max(0.0)
        });
        while let Some(index) = visible.next() {
            let place = &self.placed[*index];
            let item = &items.all[place.item];
            let (left, right) = footprint(item.shape);
            let near = |x: f64| x.clamp(-2.0 * MARKER, view.width + 2.0 * MARKER);
            let x = |day: i32| near(view.window.x(f64::from(day), view.width));
            let start = x(place.span.from);
            if f64::from(place.span.from) - reach > view.window.to {
                break;
            }
            let ends = (near(start - left), x(place.span.to).max(start + right));
            let next = visible.peek().map_or(view.width, |next| {
                let next = &self.placed[**next];
                let (left, _) = footprint(items.all[next.item].shape);
                (view.window.x(f64::from(next.span.from), view.width) - left).min(view.width)
            });
            let sure = (x(place.span.sure_from).max(ends.0), x(place.span.sure_to).min(ends.1));
            let title = || items.titles.title(place.item);
            let label = label(title, view.wider, item.shape != Shape::Point, ends, (taken, next));
            taken = label.as_ref().map_or(ends.1, |label| ends.1.max(label.reach().1 + PAD));
            paint(Mark { placed: *index, x: ends, sure, y, label });
        }
    }

    /// Where a mark is in a view, whether or not it can be seen: left, top, width, height.
    pub fn place_of(&self, items: &[Item], view: &View, placed: usize) -> Option<(f64, f64, f64, f64)> {
        let place = self.placed.get(placed)?;
        let section = &self.sections[self.section_of(placed)?];
        let (left, right) = footprint(items.get(place.item)?.shape);
        let start = view.window.x(f64::from(place.span.from), view.width);
        let end = view.window.x(f64::from(place.span.to), view.width).max(start + right);
        Some((start - left, self.row_top(section, place.row) - view.top, end - start + left, ROW))
    }

    /// The mark at a point of a view; a mark that is easily missed is hit from a little beside it.
    pub fn hit(&self, items: Items<'_>, view: &View, x: f64, y: f64) -> Option<usize> {
        if y < self.covered(view) {
            return None;
        }
        let line = View { top: view.top + y, height: f64::MIN_POSITIVE, ..*view };
        let mut hit: Option<(f64, usize)> = None;
        self.marks(items, &line, &mut |mark| {
            let (from, to) = mark.label.map_or(mark.x, |label| label.reach());
            let away = (mark.x.0.min(from) - x).max(x - mark.x.1.max(to)).max(0.0);
            if away <= MARKER && hit.is_none_or(|(nearest, _)| away < nearest) {
                hit = Some((away, mark.placed));
            }
        });
        hit.map(|(_, placed)| placed)
    }
}

/// What takes room on an axis that is `width` pixels wide, item by item.
#[inline(never)]
fn takers(items: Items<'_>, groups: usize, axis: Window, width: f64, labels: Labels) -> Vec<Taker> {
    let (first, last) = axis.whole_days();
    // All in days: every pixel of a moment costs a division, and there are thousands.
    let days = axis.length() / width;
    let mut takers = Vec::with_capacity(items.all.len());
    for (index, item) in items.all.iter().enumerate() {
        let Some(span) = item.span.within(first, last) else { continue };
        let (left, right) = footprint(item.shape);
        let (mut from, mut to) = (f64::from(span.from), f64::from(span.to));
        let least = from + right * days;
        (from, to) = (from - left * days, if to > least { to } else { least });
        if let Labels::Always(most) = labels {
            let label = (text::width(&items.titles.title(index)).min(f64::from(most)) + 2.0 * PAD) * days;
            if to - from < label {
                // Beyond the right edge there is no paper: the label stands before the mark.
                if to + label > axis.to { from -= label } else { to += label }
            }
        }
        let to = to + GAP * days;
        let groups = item.groups.iter().filter(|it| **it < groups);
        takers.extend(groups.map(|group| Taker { item: index, group: *group, span, from, to }));
    }
    takers
}

/// Their order by group, one of their moments and item. First as many buckets of time as there are marks, and then the few of each:
/// comparing ten thousand by halves, in code that the browser has only just compiled, takes longer than painting.
#[inline(never)]
fn order(takers: &[Taker], groups: usize, axis: Window, moments: &[f64]) -> Vec<usize> {
    let of_group = takers.len() / groups.max(1) + 1;
    let per_day = of_group as f64 / axis.length();
    // What lies a little beyond the axis, with its label, is in the first or the last.
    let of_moment = |moment: f64| (((moment - axis.from) * per_day) as usize).min(of_group - 1);
    let buckets = takers.iter().zip(moments).map(|(taker, moment)| taker.group * of_group + of_moment(*moment));
    let buckets: Vec<usize> = buckets.collect();
    Buckets::new(&buckets, groups * of_group).sorted_by_key(|at| moments[at])
}

/// How far a mark reaches to the left of its first day, and at least to the right of it.
fn footprint(shape: Shape) -> (f64, f64) {
    match shape {
        Shape::Point => (MARKER, MARKER),
        Shape::Bar | Shape::Bracket => (0.0, SLIVER),
    }
}

/// Where a label begins and the room that it has: on a bar, after the mark or before it, wherever the whole fits
/// first, else where there is most room.
fn label<'t>(
    title: impl FnOnce() -> Cow<'t, str>,
    wider: f64,
    on_mark: bool,
    x: (f64, f64),
    free: (f64, f64),
) -> Option<Label<'t>> {
    let (from, to) = (x.0.max(free.0), x.1.min(free.1));
    let on = if on_mark { to - from - 2.0 * PAD } else { 0.0 };
    // Beside a mark whose end cannot be seen nothing says to what a label belongs.
    let after = if x.1 < free.1 && x.1 >= 0.0 { free.1 - x.1 - 2.0 * PAD } else { 0.0 };
    let before = if x.0 > free.0 && x.0 >= 0.0 { x.0 - free.0 - 2.0 * PAD } else { 0.0 };
    let places = [(from + PAD, on, false), (x.1 + PAD, after, false), (x.0 - PAD, before, true)];
    let most = places.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).filter(|place| place.1 > 0.0)?;
    let text = title();
    let needed = text::width_within(&text, most.1 / wider) * wider;
    let (x, room, before) = places.into_iter().find(|place| place.1 >= needed).unwrap_or(most);
    (room >= SHORTEST_LABEL.min(needed)).then_some(Label { text, needed, x, room, before, wider })
}
