//! The painter that draws on a browser's canvas.
//!
//! Marks are gathered first and painted colour by colour: telling a canvas another colour costs more than painting a
//! bar. Labels come last. What is out of view costs nothing.

use crate::density::Density;
use crate::item::{Item, Items, Shape};
use crate::layout::{Layout, MARKER, Mark, ROW, View};
use crate::span::{Day, Edge, Span};
use crate::svg::{ARROW, BAR, BRACKET, LINE_ALONG, Paint, line_end, parts, pieces};
use crate::text;
use crate::ticks::{Tick, names, ticks};
use crate::window::Window;
use web_sys::CanvasRenderingContext2d;

/// The colours of a picture and its font, as CSS spells them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub paper: String,
    /// Of texts.
    pub text: String,
    /// Of the lines at ticks.
    pub grid: String,
    /// Of the line at the marked day.
    pub day: String,
    /// Of the months in the strip.
    pub density: String,
    /// By tone.
    pub paints: Vec<Paint>,
    /// Of labels.
    pub font: String,
    /// Of names of groups.
    pub strong: String,
}

/// The distance between ticks in pixels, at least.
pub const TICKS_APART: f64 = 48.0;
/// How thick edges are.
const EDGE: f64 = 1.5;
/// How much wider than its like a font may set a single text.
const UNLIKE: f64 = 1.1;
/// A text like most, of which a font is measured.
const SAMPLE: &str = "Access to justice for women: legal aid, courts and the bar in Kyrgyzstan, 2014";
/// The height of the line of ticks above the marks.
pub const AXIS: f64 = 24.0;

/// How much wider than we reckon this font, as CSS spells it, sets a text. Measured once, so that labels are cut where
/// their room ends: a canvas that must press each into its room draws the letters of each anew.
pub fn wider(on: &CanvasRenderingContext2d, font: &str) -> f64 {
    on.set_font(font);
    let measured = on.measure_text(SAMPLE).map_or(0.0, |it| it.width()) / text::width(SAMPLE);
    // A browser that hides its fonts may tell anything.
    if (0.5..2.0).contains(&measured) { measured } else { 1.0 }
}

/// Draws a view, with the axis above it, from the top left corner.
pub fn paint(
    on: &CanvasRenderingContext2d,
    (layout, items): (&Layout, Items<'_>),
    view: &View,
    palette: &Palette,
    words: &Words<'_>,
) {
    let whole = AXIS + view.height;
    on.set_fill_style_str(&palette.paper);
    on.fill_rect(0.0, 0.0, view.width, whole);
    on.set_font(&palette.font);
    let ticks = ticks(view.window, view.width, TICKS_APART);
    let x = |day: Day| view.window.x(f64::from(day), view.width);
    on.set_fill_style_str(&palette.grid);
    for tick in &ticks {
        let width = if tick.major { 2.0 } else { 1.0 };
        on.fill_rect(x(tick.day.to_julian_day()).round(), 0.0, width, whole);
    }
    for section in &layout.sections {
        let top = AXIS + section.top - view.top;
        if layout.head() > 0.0 && top >= AXIS && top < whole {
            on.fill_rect(0.0, top, view.width, 1.0);
        }
    }
    let mut marks = Vec::new();
    layout.marks(items, view, &mut |mark| marks.push(mark));
    for (tone, paint) in palette.paints.iter().enumerate() {
        bodies(&marks, on, (layout, items.all), (tone, paint), paint.fill == palette.paper);
    }
    on.set_fill_style_str(&palette.text);
    let mut ends = false;
    for mark in &marks {
        if let Some(label) = &mark.label {
            let y = AXIS + mark.y + ROW / 2.0 + 4.0;
            if label.before != ends {
                ends = label.before;
                on.set_text_align(if ends { "right" } else { "left" });
            }
            // The canvas itself presses what is wider than its like; asking it to costs time.
            let _ = if label.needed * UNLIKE <= label.room {
                on.fill_text(&label.text, label.x, y)
            } else {
                on.fill_text_with_max_width(&label.shown(), label.x, y, label.room)
            };
        }
    }
    on.set_text_align("left");
    if layout.head() > 0.0 {
        groups(on, layout, view, palette, words);
    }
    // The axis covers what a row that is only half in view paints above it.
    on.set_fill_style_str(&palette.paper);
    on.fill_rect(0.0, 0.0, view.width, AXIS);
    on.set_fill_style_str(&palette.grid);
    for tick in &ticks {
        on.fill_rect(x(tick.day.to_julian_day()).round(), 0.0, 1.0, AXIS);
    }
    on.fill_rect(0.0, AXIS - 1.0, view.width, 1.0);
    if let Some(day) = words.day {
        on.set_fill_style_str(&palette.day);
        on.fill_rect(x(day).round() - 1.0, 0.0, 2.0, whole);
    }
    on.set_fill_style_str(&palette.text);
    on.set_font(&palette.font);
    for name in names(&ticks, view.window, view.width, view.wider, words.tick) {
        let _ = on.fill_text_with_max_width(&name.text, name.x, AXIS - 8.0, name.room.max(1.0));
    }
}

/// The names of the groups, each above its rows; while these pass, in a strip below the axis, which covers them whole.
fn groups(on: &CanvasRenderingContext2d, layout: &Layout, view: &View, palette: &Palette, words: &Words<'_>) {
    on.set_font(&palette.strong);
    let name = |group: usize, top: f64| {
        if let Some(name) = words.groups.get(group) {
            let _ = on.fill_text(name, 4.0, AXIS + top + 19.0);
        }
    };
    if let Some((section, top)) = layout.pinned(view) {
        on.set_fill_style_str(&palette.paper);
        on.fill_rect(0.0, AXIS + top, view.width, layout.head());
        on.set_fill_style_str(&palette.grid);
        on.fill_rect(0.0, AXIS + top + layout.head() - 1.0, view.width, 1.0);
        on.set_fill_style_str(&palette.text);
        name(section.group, top);
    }
    for section in &layout.sections {
        let top = section.top - view.top;
        if top >= 0.0 && top < view.height {
            name(section.group, top);
        }
    }
}

/// Fills the parts of marks. Of marks only it tells the canvas how strongly, and only when that changes, which costs more
/// than a bar: none is ever as faint as the one before it.
struct Brush<'c> {
    on: &'c CanvasRenderingContext2d,
    strength: f64,
}

impl Brush<'_> {
    /// From where to where across, the upper edge and the height, and how strongly.
    fn fill(&mut self, (from, to): (f64, f64), (top, height): (f64, f64), strength: f64) {
        if strength != self.strength {
            self.on.set_global_alpha(strength);
            self.strength = strength;
        }
        self.on.fill_rect(from, top, (to - from).max(0.0), height);
    }
}

impl Drop for Brush<'_> {
    fn drop(&mut self) {
        self.on.set_global_alpha(1.0);
    }
}

/// The marks of one tone. Where colours are forced upon the page a bar is `hollow`, of the colour of the paper: it has a
/// line along its upper edge too.
fn bodies(
    marks: &[Mark<'_>],
    on: &CanvasRenderingContext2d,
    (layout, items): (&Layout, &[Item]),
    (tone, paint): (usize, &Paint),
    hollow: bool,
) {
    let of_tone = || {
        let of = |mark: &&Mark<'_>| items[layout.placed[mark.placed].item].tone == tone;
        marks.iter().filter(of).map(|mark| {
            let place = &layout.placed[mark.placed];
            (mark, items[place.item].shape, place.span)
        })
    };
    let bars = || of_tone().filter(|(_, shape, _)| *shape == Shape::Bar);
    let sure = |span: Span| span.start == Edge::Exact && span.end == Edge::Exact;
    // A bar with two sharp ends is a rectangle on a longer and higher one, which is its edges and the line along it: two to
    // paint, not four.
    on.set_fill_style_str(&paint.line);
    for (mark, ..) in bars().filter(|(.., span)| sure(*span)) {
        on.fill_rect(mark.x.0, AXIS + mark.y + BAR.0, mark.x.1 - mark.x.0, BAR.1);
    }
    on.set_fill_style_str(&paint.fill);
    let mut brush = Brush { on, strength: 1.0 };
    // The pieces of lines along bars: from where to where, and the upper edge of the bar. They wait for their colour.
    let mut lines = Vec::new();
    for (mark, _, span) in bars() {
        let top = AXIS + mark.y + BAR.0;
        if sure(span) {
            brush.fill((mark.x.0 + EDGE, mark.x.1 - EDGE), (top, BAR.1 - LINE_ALONG), 1.0);
            if hollow {
                lines.push((mark.x, top));
            }
            continue;
        }
        for part in parts(mark, span.start, span.end) {
            brush.fill(part.0, (top, BAR.1), part.1);
            pieces(part, line_end(mark, span.end), &mut |from, to| lines.push(((from, to), top)));
        }
    }
    drop(brush);
    on.set_fill_style_str(&paint.line);
    for ((from, to), top) in lines {
        on.fill_rect(from, top + BAR.1 - LINE_ALONG, to - from, LINE_ALONG);
        if hollow {
            on.fill_rect(from, top, to - from, LINE_ALONG);
        }
    }
    for (mark, shape, span) in of_tone() {
        let y = AXIS + mark.y;
        let middle = y + ROW / 2.0;
        match shape {
            Shape::Bar => {
                if span.start == Edge::Exact && !sure(span) {
                    on.fill_rect(mark.x.0, y + BAR.0, EDGE, BAR.1);
                }
                if span.end == Edge::Exact && !sure(span) {
                    on.fill_rect(mark.x.1 - EDGE, y + BAR.0, EDGE, BAR.1);
                }
                if span.end == Edge::Open {
                    polygon(
                        on,
                        &[(mark.x.1 - ARROW, y + BAR.0), (mark.x.1, middle), (mark.x.1 - ARROW, y + BAR.0 + BAR.1)],
                    );
                }
            }
            Shape::Bracket => {
                for part in parts(mark, span.start, span.end) {
                    pieces(part, mark.x.1, &mut |from, to| on.fill_rect(from, y + BRACKET, to - from, 3.0));
                }
                for (x, edge) in [(mark.x.0, span.start), (mark.x.1 - EDGE, span.end)] {
                    if edge == Edge::Exact || edge == Edge::Soft {
                        on.fill_rect(x, y + BRACKET - 9.0, EDGE, 12.0);
                    }
                }
            }
            Shape::Point => {
                let x = mark.x.0 + MARKER;
                on.fill_rect(x, middle - 0.5, mark.x.1 - x, 1.0);
                let r = MARKER - 1.0;
                polygon(on, &[(x - r, middle), (x, middle - r), (x + r, middle), (x, middle + r)]);
            }
        }
    }
}

/// What a picture says.
pub struct Words<'a> {
    /// What a tick is called.
    pub tick: &'a dyn Fn(&Tick) -> String,
    /// What the groups are called.
    pub groups: &'a [String],
    /// A day to mark with a line.
    pub day: Option<Day>,
}

/// Draws how many items there are in each month over the whole axis, with the window that is shown.
pub fn strip(
    on: &CanvasRenderingContext2d,
    density: &Density,
    axis: Window,
    shown: Window,
    size: (f64, f64),
    palette: &Palette,
) {
    let (width, height) = size;
    on.set_fill_style_str(&palette.paper);
    on.fill_rect(0.0, 0.0, width, height);
    on.set_fill_style_str(&palette.density);
    let most = f64::from(density.most().max(1));
    for (at, (month, count)) in density.months.iter().zip(&density.counts).enumerate() {
        let end = density.months.get(at + 1).map_or(axis.to, |next| f64::from(*next));
        let (from, to) = (axis.x(f64::from(*month), width), axis.x(end, width));
        let tall = f64::from(*count) / most * (height - 2.0);
        on.fill_rect(from, height - tall, (to - from).max(0.5), tall);
    }
    on.set_fill_style_str(&palette.text);
    let (from, to) = (axis.x(shown.from, width), axis.x(shown.to, width));
    on.set_global_alpha(0.12);
    on.fill_rect(0.0, 0.0, from, height);
    on.fill_rect(to, 0.0, width - to, height);
    on.set_global_alpha(1.0);
    for x in [from, to - 2.0] {
        on.fill_rect(x, 0.0, 2.0, height);
    }
}

fn polygon(on: &CanvasRenderingContext2d, points: &[(f64, f64)]) {
    on.begin_path();
    for (at, (x, y)) in points.iter().enumerate() {
        if at == 0 { on.move_to(*x, *y) } else { on.line_to(*x, *y) }
    }
    on.fill();
}
