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
use crate::window::{Window, bounded};
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
    /// Every mark, group by group, in each by the day of its beginning, else of its end, whatever the width: arrows walk
    /// along it.
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
        let by = |moment: &dyn Fn(&Taker) -> f64| {
            order(&takers, groups, axis, &takers.iter().map(moment).collect::<Vec<_>>())
        };
        let begins = by(&|taker| taker.from);
        let ends = by(&|taker| taker.to);
        // A marker takes its row some pixels before its day, and a label may stand before its mark: how many days these
        // are depends on the width, and nobody walks in that order. Bars alone are mostly in order already.
        let day = |taker: &Taker| f64::from(taker.span.place());
        let early = takers.iter().any(|taker| taker.from < day(taker));
        let days = early.then(|| by(&day));
        let mut layout = Self { head: if groups > 1 { HEAD } else { 0.0 }, ..Self::default() };
        let taken = layout.stack(&takers, &begins, &ends);
        layout.place(&takers, days.as_ref().unwrap_or(&begins), &taken);
        layout
    }

    /// Gives marks their rows, in the order in which they begin: each the lowest of its group that is free. A row is free
    /// again when its mark ends, so that nobody has to look for it. What comes back is the row of each within its group.
    #[inline(never)]
    fn stack(&mut self, takers: &[Taker], begins: &[usize], ends: &[usize]) -> Vec<usize> {
        // How many have begun, and how many of them have ended.
        let (mut taken, mut ended) = (vec![0; takers.len()], 0);
        let mut lanes = Lanes::default();
        for (begun, at) in begins.iter().enumerate() {
            let Taker { group, from, .. } = &takers[*at];
            if self.sections.last().is_none_or(|section| section.group != *group) {
                self.close();
                let row = self.next_row();
                self.sections.push(Section { group: *group, rows: row..row, placed: begun..begun, top: self.height });
                lanes = Lanes::default();
                ended = begun;
            }
            while let Some(before) =
                ends.get(ended).filter(|it| takers[**it].group == *group && takers[**it].to <= *from)
            {
                lanes.free(taken[*before]);
                ended += 1;
            }
            let Some(section) = self.sections.last_mut() else { continue };
            taken[*at] = lanes.take();
            section.rows.end = section.rows.end.max(section.rows.start + taken[*at] + 1);
            section.placed.end += 1;
        }
        self.close();
        taken
    }

    /// Puts marks that have their rows in the order in which they are walked. In a row that is the order of packing too:
    /// a mark ends before the next takes its room, and that is no later than the first day on which the next is drawn.
    #[inline(never)]
    fn place(&mut self, takers: &[Taker], days: &[usize], taken: &[usize]) {
        let mut rows = Vec::with_capacity(takers.len());
        self.placed.reserve(takers.len());
        for section in &self.sections {
            for at in &days[section.placed.clone()] {
                let row = section.rows.start + taken[*at];
                let Taker { item, group, span, .. } = &takers[*at];
                self.placed.push(Placed { item: *item, group: *group, row, span: *span });
                rows.push(row);
            }
        }
        self.in_rows = Buckets::new(&rows, self.next_row());
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
            let near = |x: f64| bounded(x, -2.0 * MARKER, view.width + 2.0 * MARKER);
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
                // Beyond the edges there is no paper: a label that has no room after its mark stands before it, and one
                // that has none there either takes the longer side to its end.
                let (before, after) = (from - axis.from, axis.to - to);
                if label <= after || before <= after { to += label.min(after) } else { from -= label.min(before) }
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
