//! The timeline's drawing as a contestant: items in as days and titles, a picture on a canvas out.
//!
//! It is the very layout and the very painter of the site; `timeline.mjs` is the other side.

use drawing::canvas::{AXIS, Palette, Words, paint, wider};
use drawing::svg::Paint;
use drawing::ticks::Tick;
use drawing::{Day, Item, Items, Labels, Layout, Shape, Span, Titles, View, Window, item};
use js_sys::Function;
use std::borrow::Cow;
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

/// The day on which the clock of browsers begins.
const EPOCH: Day = 2_440_588;

/// The titles: the page has them all, here are those that were seen.
struct Seen {
    page: Function,
    titles: Vec<OnceCell<String>>,
}

impl Titles for Seen {
    fn title(&self, item: usize) -> Cow<'_, str> {
        let ask = || {
            let title = self.page.call1(&JsValue::NULL, &JsValue::from(item as u32));
            title.ok().and_then(|title| title.as_string()).unwrap_or_default()
        };
        self.titles[item].get_or_init(ask).into()
    }
}

/// A drawing with its canvas.
#[wasm_bindgen]
pub struct Timeline {
    items: Vec<Item>,
    titles: Seen,
    layout: Layout,
    palette: Palette,
    on: CanvasRenderingContext2d,
    size: (f64, f64),
    wider: f64,
}

#[wasm_bindgen]
impl Timeline {
    /// Lays out items: `days` holds the first and the last day of each, counted from 1970, `titles` gives the title of
    /// each by its number.
    #[wasm_bindgen(constructor)]
    pub fn new(days: &[i32], titles: Function, on: CanvasRenderingContext2d, width: f64, height: f64) -> Self {
        let titles = Seen { page: titles, titles: vec![OnceCell::new(); days.len() / 2] };
        let items: Vec<_> = days
            .chunks_exact(2)
            .map(|days| Item {
                span: Span::exact(EPOCH + days[0], EPOCH + days[1]),
                shape: Shape::Bar,
                tone: 0,
                groups: Cow::Borrowed(&[0]),
            })
            .collect();
        let axis = item::extent(items.iter().map(|item| &item.span), EPOCH);
        let layout = Layout::new(Items { all: &items, titles: &titles }, 1, axis, width, Labels::WhereRoom);
        let colour = String::from;
        let palette = Palette {
            paper: colour("#ffffff"),
            text: colour("#16202a"),
            grid: colour("#c9d3db"),
            day: colour("#7d1f1f"),
            density: colour("#6b7a88"),
            paints: vec![Paint { fill: colour("#c3daf0"), line: colour("#0b4a86") }],
            font: colour("12px sans-serif"),
            strong: colour("600 14px sans-serif"),
        };
        let wider = wider(&on, &palette.font);
        Self { items, titles, layout, palette, on, size: (width, height - AXIS), wider }
    }

    /// Draws from one moment to another, in milliseconds since 1970. Gives back where the first mark is, for the link
    /// that lies over it: left, top, width, height.
    pub fn draw(&self, from: f64, to: f64) -> Vec<f64> {
        let day = |moment: f64| moment / 86_400_000.0 + f64::from(EPOCH);
        let window = Window { from: day(from), to: day(to) };
        let view = View { window, width: self.size.0, top: 0.0, height: self.size.1, wider: self.wider };
        let words = Words { tick: &name, groups: &[], day: Some(EPOCH) };
        let items = Items { all: &self.items, titles: &self.titles };
        paint(&self.on, (&self.layout, items), &view, &self.palette, &words);
        self.layout
            .place_of(&self.items, &view, 0)
            .map_or_else(Vec::new, |(x, y, width, height)| vec![x, y, width, height])
    }
}

fn name(tick: &Tick) -> String {
    tick.day.year().to_string()
}
