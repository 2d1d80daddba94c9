//! The painter that writes SVG, for paper and for files.
//!
//! Colours are attributes, so that a file looks the same everywhere, and every shape has a class, so that a page's own
//! style sheet can have the last word. Nothing in it is a style or a script.

use crate::density::Density;
use crate::item::{Item, Items, Shape};
use crate::layout::{Label, Layout, Mark, ROW, View};
use crate::span::{Day, Edge};
use crate::text;
use crate::ticks::{Tick, names, ticks};
use crate::window::{Window, bounded};

/// The colours of a tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paint {
    /// Of the sure part.
    pub fill: String,
    /// Of its outline and of markers.
    pub line: String,
}

/// What a picture says and looks like beside its marks.
pub struct Dress<'a> {
    /// What a tick is called.
    pub tick: &'a dyn Fn(&Tick) -> String,
    /// What the groups are called.
    pub groups: &'a [String],
    /// What a group is called where it goes on from the sheet before.
    pub continued: &'a dyn Fn(&str) -> String,
    /// Lines above the picture, the first as its title.
    pub above: &'a [String],
    /// Lines below it.
    pub below: &'a [String],
    /// A day to mark with a line.
    pub day: Option<Day>,
    /// The colours by tone.
    pub paints: &'a [Paint],
}

/// The height of the axis with its labels.
const AXIS: f64 = 22.0;
/// The height of a line of text.
const LINE: f64 = 18.0;
/// The height of the strip of months.
const STRIP: f64 = 40.0;
/// What is left free below everything.
const FOOT: f64 = 6.0;

/// Cuts a layout into stretches between rows: from where to where. With all that stands around a stretch, a sheet is no
/// higher than `height`; `lines` are those of text. The first sheet has the strip of months. A sheet on which a group goes
/// on has a line for its name.
pub fn sheets(layout: &Layout, height: f64, lines: usize) -> Vec<(f64, f64)> {
    let around = lines as f64 * LINE + AXIS + FOOT;
    let mut cuts = vec![0.0];
    let mut from: f64 = 0.0;
    let mut named = 0.0;
    for section in &layout.sections {
        let first = section.top + layout.head();
        for at in 0..section.rows.len() {
            let top = first + at as f64 * ROW;
            let strip = if from > 0.0 { 0.0 } else { STRIP };
            if top + ROW - from + strip + named + around > height && top > from {
                // A group's name does not stand alone at the foot of a sheet.
                (from, named) = if at == 0 { (section.top, 0.0) } else { (top, layout.head()) };
                cuts.push(from);
            }
        }
    }
    cuts.push(layout.height);
    cuts.windows(2).map(|pair| (pair[0], pair[1])).filter(|(from, to)| to > from).collect()
}

/// The picture of a stretch of a layout.
pub fn picture(layout: &Layout, items: Items<'_>, view: &View, density: Option<&Density>, dress: &Dress<'_>) -> String {
    let mut svg = Svg::default();
    let goes_on = layout.pinned(view).map(|(section, _)| section.group);
    let named = if goes_on.is_some() { layout.head() } else { 0.0 };
    let above = dress.above.len() as f64 * LINE + if density.is_some() { STRIP } else { 0.0 } + AXIS + named;
    let height = above + view.height + dress.below.len() as f64 * LINE + FOOT;
    svg.text.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing\" role=\"img\"");
    svg.attribute("width", view.width);
    svg.attribute("height", height);
    svg.text.push_str(" viewBox=\"0 0 ");
    svg.number(view.width);
    svg.text.push(' ');
    svg.number(height);
    svg.text.push_str("\" font-family=\"system-ui, sans-serif\" font-size=\"12\">");
    if let Some(title) = dress.above.first() {
        svg.text.push_str("<title>");
        svg.escaped(title);
        svg.text.push_str("</title>");
    }
    svg.rectangle("paper", (0.0, 0.0), (view.width, height), "#ffffff");
    let mut y = 0.0;
    for (at, line) in dress.above.iter().enumerate() {
        svg.words(if at == 0 { "title" } else { "note" }, 2.0, y + 13.0, line, false);
        y += LINE;
    }
    if let Some(density) = density {
        strip(&mut svg, density, view, y);
        y += STRIP;
    }
    let ticks = ticks(view.window, view.width, 44.0);
    for tick in &ticks {
        let x = view.window.x(f64::from(tick.day.to_julian_day()), view.width);
        svg.line(if tick.major { "tick major" } else { "tick" }, (x, y + 4.0), (x, above + view.height), "#c8ccd0");
    }
    for name in names(&ticks, view.window, view.width, view.wider, dress.tick) {
        svg.words("tick-name", name.x, y + 15.0, &text::fitting(&name.text, name.room), false);
    }
    if let Some(name) = goes_on.and_then(|group| dress.groups.get(group)) {
        svg.words("group-name", 2.0, above - named + 18.0, &(dress.continued)(name), false);
    }
    for section in &layout.sections {
        let end = section.top + layout.head() + section.rows.len() as f64 * ROW;
        if layout.head() > 0.0 && end > view.top && section.top < view.top + view.height {
            let top = above + if section.top < view.top { -named } else { section.top - view.top };
            svg.line("group", (0.0, top), (view.width, top), "#6b7280");
            if let Some(name) = dress.groups.get(section.group).filter(|_| section.top >= view.top) {
                svg.words("group-name", 2.0, top + 18.0, name, false);
            }
        }
    }
    if let Some(day) = dress.day {
        let x = view.window.x(f64::from(day), view.width);
        if x >= 0.0 && x <= view.width {
            svg.line("day", (x, y + 4.0), (x, above + view.height), "#b3261e");
        }
    }
    layout.marks(items, view, &mut |mark| {
        let item = &items.all[layout.placed[mark.placed].item];
        let none = Paint { fill: "#d5dde5".into(), line: "#44505c".into() };
        let paint = dress.paints.get(item.tone).unwrap_or(&none);
        draw(&mut svg, layout, item, &mark, above, paint);
    });
    let mut y = above + view.height;
    for line in dress.below {
        svg.words("note", 2.0, y + 15.0, line, false);
        y += LINE;
    }
    svg.text.push_str("</svg>");
    svg.text
}

fn strip(svg: &mut Svg, density: &Density, view: &View, top: f64) {
    let most = f64::from(density.most().max(1));
    svg.text.push_str("<path class=\"density\" fill=\"#9aa7b4\" d=\"");
    let end = |at: usize| density.months.get(at + 1).map_or(view.window.to, |next| f64::from(*next));
    for (at, (month, count)) in density.months.iter().zip(&density.counts).enumerate() {
        let (from, to) = (view.window.x(f64::from(*month), view.width), view.window.x(end(at), view.width));
        if *count == 0 || to < 0.0 || from > view.width {
            continue;
        }
        let height = f64::from(*count) / most * (STRIP - 6.0);
        svg.text.push('M');
        svg.number(from);
        svg.text.push(' ');
        svg.number(top + STRIP - 2.0);
        for (letter, by) in [('v', -height), ('h', to - from), ('v', height)] {
            svg.text.push(letter);
            svg.number(by);
        }
        svg.text.push('z');
    }
    svg.text.push_str("\"/>");
}

/// How strongly the parts of an unsure end are painted, from the sure part outwards.
pub const FADES: [f64; 4] = [0.75, 0.5, 0.3, 0.15];
/// How strongly a part is painted that may or may not belong to it.
pub const SOFT: f64 = 0.4;

/// The parts of a mark from left to right: from where to where, and how strongly.
pub fn parts(mark: &Mark<'_>, start: Edge, end: Edge) -> Vec<((f64, f64), f64)> {
    let mut parts = Vec::new();
    let (sure_from, sure_to) = if mark.sure.1 > mark.sure.0 { mark.sure } else { (mark.sure.0, mark.sure.0) };
    let mut side = |from: f64, to: f64, edge: Edge, outwards: bool| {
        if to - from <= 0.05 {
            return;
        }
        if edge != Edge::Unknown {
            parts.push(((from, to), SOFT));
            return;
        }
        let step = (to - from) / FADES.len() as f64;
        for at in 0..FADES.len() {
            let strength = FADES[if outwards { at } else { FADES.len() - 1 - at }];
            parts.push(((from + step * at as f64, from + step * (at + 1) as f64), strength));
        }
    };
    if mark.sure.1 > mark.sure.0 {
        side(mark.x.0, sure_from, start, false);
        side(sure_to, mark.x.1, end, true);
        parts.push(((sure_from, sure_to), 1.0));
    } else if start == Edge::Unknown {
        side(mark.x.0, mark.x.1, start, false);
    } else {
        side(mark.x.0, mark.x.1, end, true);
    }
    parts
}

/// How high the line along the lower edge of a bar is. It has the strong colour: a bar is seen by it, and what of it is
/// sure, by those too who cannot tell its own pale colour from the paper (WCAG 1.4.11).
pub const LINE_ALONG: f64 = 2.0;
/// How long a dash is of a line that may or may not go on, and the room between two.
const DASH: (f64, f64) = (5.0, 3.0);
/// How long a dot is of a line that fades, and the least room between two.
const DOT: (f64, f64) = (2.0, 2.0);
/// The most pieces of a part. Where a hand has come close to a year that fills the window, they are longer instead of more:
/// with a hundred a bar a move took 1.7 times as long as a canvas of plain bars takes, by `cargo atlas bench --race`.
pub const MOST_PIECES: usize = 6;
/// How long the arrow of an open end is.
pub const ARROW: f64 = 7.0;

/// Where the line along a bar ends at the latest: before its arrow.
pub fn line_end(mark: &Mark<'_>, end: Edge) -> f64 {
    if end == Edge::Open { mark.x.1 - ARROW } else { mark.x.1 }
}

/// The pieces of the line along a part of a mark, up to `end`: the whole where the mark is sure, dashes where its date is
/// known to the year, and where it fades, dots the farther apart the fainter. However short it is, a part has a piece.
pub fn pieces(((from, to), strength): ((f64, f64), f64), end: f64, draw: &mut dyn FnMut(f64, f64)) {
    let to = to.min(end);
    if to <= from {
        return;
    }
    if strength >= 1.0 {
        return draw(from, to);
    }
    let (long, room) = if strength == SOFT { DASH } else { (DOT.0, DOT.1 / strength) };
    // Half of the room is before the first and half after the last, so that no sure part seems longer than it is.
    let count = bounded(((to - from) / (long + room)).round(), 1.0, MOST_PIECES as f64);
    let step = (to - from) / count;
    let half = step * long / (long + room) / 2.0;
    for at in 0..count as usize {
        let middle = from + step * (at as f64 + 0.5);
        draw(middle - half, middle + half);
    }
}

/// How far below the upper edge of its row a bracket runs: below its label.
pub const BRACKET: f64 = ROW - 5.0;
/// The upper edge and the height of a bar within its row.
pub const BAR: (f64, f64) = (3.0, ROW - 6.0);

fn draw(svg: &mut Svg, layout: &Layout, item: &Item, mark: &Mark<'_>, above: f64, paint: &Paint) {
    let span = layout.placed[mark.placed].span;
    let tone = format!("tone-{}", item.tone);
    let y = above + mark.y;
    let middle = y + ROW / 2.0;
    match item.shape {
        Shape::Bar => {
            let parts = parts(mark, span.start, span.end);
            for ((from, to), strength) in &parts {
                svg.faded("bar", &tone, (*from, y + BAR.0), (to - from, BAR.1), &paint.fill, *strength);
            }
            let line = (y + BAR.0 + BAR.1 - LINE_ALONG, LINE_ALONG);
            svg.along(&format!("line {tone}"), &parts, line_end(mark, span.end), line, &paint.line);
            if span.start == Edge::Exact {
                svg.line(&format!("edge {tone}"), (mark.x.0, y + BAR.0), (mark.x.0, y + BAR.0 + BAR.1), &paint.line);
            }
            if span.end == Edge::Exact {
                svg.line(&format!("edge {tone}"), (mark.x.1, y + BAR.0), (mark.x.1, y + BAR.0 + BAR.1), &paint.line);
            }
            if span.end == Edge::Open {
                svg.polygon(
                    &tone,
                    &[(mark.x.1 - ARROW, y + BAR.0), (mark.x.1, middle), (mark.x.1 - ARROW, y + BAR.0 + BAR.1)],
                    &paint.line,
                );
            }
        }
        Shape::Bracket => {
            let parts = parts(mark, span.start, span.end);
            svg.along(&format!("bracket {tone}"), &parts, mark.x.1, (y + BRACKET, 3.0), &paint.line);
            for (x, edge) in [(mark.x.0, span.start), (mark.x.1, span.end)] {
                if edge == Edge::Exact || edge == Edge::Soft {
                    svg.line(&format!("edge {tone}"), (x, y + BRACKET - 9.0), (x, y + BRACKET + 3.0), &paint.line);
                }
            }
        }
        Shape::Point => {
            let x = mark.x.0 + crate::layout::MARKER;
            svg.faded("reach", &tone, (x, middle - 0.5), (mark.x.1 - x, 1.0), &paint.line, 1.0);
            let r = crate::layout::MARKER - 1.0;
            svg.polygon(&tone, &[(x - r, middle), (x, middle - r), (x + r, middle), (x, middle + r)], &paint.line);
        }
    }
    if let Some(of) = &mark.label {
        label(svg, of, y);
    }
}

/// The size of the letters of a label that has no room in those of its like.
const SMALL: f64 = 10.0;
/// The size of those of a label in two lines, which must not touch each other: seven points on A4.
const TINY: f64 = 9.0;

/// A label in a row that begins at `y`. On paper nobody can come closer to read the rest: what has no room is set in
/// smaller letters, and then in two lines, before anything is cut off.
fn label(svg: &mut Svg, label: &Label<'_>, y: f64) {
    let middle = y + ROW / 2.0 + 4.0;
    if label.needed <= label.room {
        if !label.text.is_empty() {
            svg.words("label", label.x, middle, &label.text, label.before);
        }
        return;
    }
    let within = |size: f64| label.room * text::FONT / size;
    if text::first_line(&label.text, within(SMALL)) == label.text.len() {
        svg.words("label small", label.x, middle, &label.text, label.before);
        return;
    }
    let (line, more) = label.text.split_at(text::first_line(&label.text, within(TINY)));
    if more.is_empty() {
        svg.words("label tiny", label.x, middle, line, label.before);
        return;
    }
    // Both stand above the line along a bar.
    svg.words("label tiny", label.x, y + 8.0, line.trim_end(), label.before);
    svg.words("label-more tiny", label.x, y + 18.0, &text::fitting(more, within(TINY)), label.before);
}

/// An SVG being written. Numbers have one decimal: a tenth of a pixel.
#[derive(Default)]
struct Svg {
    text: String,
}

impl Svg {
    /// Without the formatting of floating-point numbers, which weighs more than all of this file.
    fn number(&mut self, number: f64) {
        let tenths = (number * 10.0).round() as i64;
        if tenths < 0 {
            self.text.push('-');
        }
        self.text.push_str(&(tenths.unsigned_abs() / 10).to_string());
        if tenths % 10 != 0 {
            self.text.push('.');
            self.text.push_str(&(tenths.unsigned_abs() % 10).to_string());
        }
    }

    fn attribute(&mut self, name: &str, number: f64) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.number(number);
        self.text.push('"');
    }

    fn worded(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        self.escaped(value);
        self.text.push('"');
    }

    /// Characters that XML has a meaning for are written as references; those it does not know at all become the
    /// replacement character.
    fn escaped(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.text.push(' '),
                '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.text.push('\u{fffd}'),
                _ => self.text.push(letter),
            }
        }
    }

    fn rectangle(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        self.text.push_str("<rect");
        self.worded("class", class);
        for (name, number) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            self.attribute(name, number);
        }
        self.worded("fill", fill);
        self.text.push_str("/>");
    }

    fn faded(&mut self, class: &str, tone: &str, at: (f64, f64), size: (f64, f64), fill: &str, strength: f64) {
        if size.0 <= 0.0 {
            return;
        }
        self.rectangle(&format!("{class} {tone}"), at, size, fill);
        if strength < 1.0 {
            self.text.truncate(self.text.len() - 2);
            self.text.push_str(" fill-opacity=\"0.");
            self.text.push_str(&format!("{:02}", (strength * 100.0).round() as u32));
            self.text.push_str("\"/>");
        }
    }

    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64), stroke: &str) {
        self.text.push_str("<line");
        self.worded("class", class);
        for (name, number) in [("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)] {
            self.attribute(name, number);
        }
        self.worded("stroke", stroke);
        self.text.push_str("/>");
    }

    /// The pieces of a line along the parts of a mark; its upper edge and its height.
    fn along(&mut self, class: &str, parts: &[((f64, f64), f64)], end: f64, (top, height): (f64, f64), stroke: &str) {
        self.text.push_str("<path");
        self.worded("class", class);
        self.text.push_str(" d=\"");
        for part in parts {
            pieces(*part, end, &mut |from, to| {
                self.text.push('M');
                self.number(from);
                self.text.push(' ');
                self.number(top + height / 2.0);
                self.text.push('h');
                self.number(to - from);
            });
        }
        self.text.push('"');
        self.attribute("stroke-width", height);
        self.worded("stroke", stroke);
        self.text.push_str("/>");
    }

    fn polygon(&mut self, class: &str, points: &[(f64, f64)], fill: &str) {
        self.text.push_str("<polygon");
        self.worded("class", class);
        self.text.push_str(" points=\"");
        for (x, y) in points {
            self.number(*x);
            self.text.push(',');
            self.number(*y);
            self.text.push(' ');
        }
        self.text.push('"');
        self.worded("fill", fill);
        self.text.push_str("/>");
    }

    /// A text, as wide as we reckon with, whatever the font; it begins at `x`, or ends there.
    fn words(&mut self, class: &str, x: f64, y: f64, text: &str, ends: bool) {
        self.text.push_str("<text");
        self.worded("class", class);
        self.attribute("x", x);
        self.attribute("y", y);
        if ends {
            self.worded("text-anchor", "end");
        }
        let size = match class.rsplit(' ').next() {
            Some("small") => SMALL,
            Some("tiny") => TINY,
            _ => text::FONT,
        };
        if size < text::FONT {
            self.attribute("font-size", size);
        }
        if class.starts_with("label") {
            self.attribute("textLength", text::width(text) * size / text::FONT);
            self.worded("lengthAdjust", "spacingAndGlyphs");
        }
        if class == "title" || class == "group-name" {
            self.worded("font-weight", "600");
        }
        self.worded("fill", "#1b1f24");
        self.text.push('>');
        self.escaped(text);
        self.text.push_str("</text>");
    }
}

/// The whole picture on one sheet, of the whole axis.
pub fn whole(layout: &Layout, items: Items<'_>, axis: Window, width: f64, dress: &Dress<'_>) -> String {
    let view = View { window: axis, width, top: 0.0, height: layout.height, wider: 1.0 };
    picture(layout, items, &view, Some(&Density::new(items.all.iter(), axis)), dress)
}
