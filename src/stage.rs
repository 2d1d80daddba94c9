//! [`Stage`]: the canvases of a drawing, and the colours that the style sheet gives them. The only file that paints.

use crate::words::timeline as say;
use drawing::canvas::{self, Palette, Words};
use drawing::density::Density;
use drawing::svg::Paint;
use drawing::{Items, Layout, View, Window};
use leptos::prelude::*;
use leptos::web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};
use time::Date;
use wasm_bindgen::JsCast;

/// Two canvases with what is needed to paint them.
pub struct Stage {
    canvas: HtmlCanvasElement,
    strip: HtmlCanvasElement,
    palette: Palette,
    groups: Vec<String>,
    day: Date,
}

/// What is to be painted.
pub struct Scenery<'a> {
    /// What is drawn.
    pub items: Items<'a>,
    /// Where.
    pub layout: &'a Layout,
    /// The part that can be seen.
    pub view: View,
    /// How many there are in each month.
    pub density: &'a Density,
    /// The whole time.
    pub axis: Window,
}

impl Stage {
    /// The stage on two canvases, with the colours of this moment, the names of the groups and the day that is marked.
    pub fn new(canvas: HtmlCanvasElement, strip: HtmlCanvasElement, groups: Vec<String>, day: Date) -> Self {
        let palette = palette(&canvas);
        Self { canvas, strip, palette, groups, day }
    }

    /// Whether this browser lets nobody draw on it.
    pub fn is_refused(&self) -> bool {
        context(&self.canvas).is_none()
    }

    /// How much wider than reckoned the font of the labels sets a text.
    pub fn wider(&self) -> f64 {
        context(&self.canvas).map_or(1.0, |on| canvas::wider(&on, &self.palette.font))
    }

    /// Asks the style sheet again, after the theme has changed.
    pub fn dress(&mut self) {
        self.palette = palette(&self.canvas);
    }

    /// Paints the marks, and the strip of months above them.
    pub fn paint(&self, scenery: &Scenery<'_>) {
        let Scenery { items, layout, view, density, axis } = scenery;
        let ratio = window().device_pixel_ratio().max(1.0);
        let size = (view.width, view.height + canvas::AXIS);
        if let Some(on) = prepared(&self.canvas, size, ratio) {
            let words = Words { tick: &say::tick, groups: &self.groups, day: Some(self.day.to_julian_day()) };
            canvas::paint(&on, (*layout, *items), view, &self.palette, &words);
        }
        let size = (view.width, STRIP);
        if let Some(on) = prepared(&self.strip, size, ratio) {
            canvas::strip(&on, density, *axis, view.window, size, &self.palette);
        }
    }
}

/// The height of the strip of months.
pub const STRIP: f64 = 44.0;

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok().flatten()?.dyn_into().ok()
}

/// The context of a canvas of this size, in CSS pixels.
fn prepared(canvas: &HtmlCanvasElement, (width, height): (f64, f64), ratio: f64) -> Option<CanvasRenderingContext2d> {
    let (across, down) = ((width * ratio).round() as u32, (height * ratio).round() as u32);
    // Setting a size clears the canvas and throws its memory away.
    if canvas.width() != across || canvas.height() != down {
        canvas.set_width(across);
        canvas.set_height(down);
    }
    let context = context(canvas)?;
    // A browser that cannot scale shows the picture smaller; nothing depends on it.
    let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
    Some(context)
}

/// The colours, from custom properties that `style/components/drawing.css` sets.
fn palette(of: &Element) -> Palette {
    let style = window().get_computed_style(of).ok().flatten();
    let value = |name: &str| {
        let value = style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default();
        value.trim().to_owned()
    };
    let paint =
        |tone: &str| Paint { fill: value(&format!("--draw-{tone}")), line: value(&format!("--draw-{tone}-line")) };
    let font = value("font-family");
    Palette {
        paper: value("--draw-paper"),
        text: value("--draw-text"),
        grid: value("--draw-grid"),
        day: value("--draw-day"),
        density: value("--draw-density"),
        paints: ["project", "event", "frame"].map(paint).into(),
        strong: format!("600 14px {font}"),
        font: format!("12px {font}"),
    }
}
