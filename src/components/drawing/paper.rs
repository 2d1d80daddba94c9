//! `<Paper>`: the whole drawing with every label, cut into sheets, made when the page is printed.

use super::{Piece, Scene};
use crate::browser;
use crate::domain::route::Route;
use crate::domain::timeline::TimelineQuery;
use crate::site::{Site, use_site};
use crate::words::timeline as say;
use crate::words::words;
use drawing::density::Density;
use drawing::svg::{Dress, Paint, picture, sheets};
use drawing::{Labels, Layout, View, text};
use leptos::prelude::*;

/// The width of a picture on paper, in its own units: what makes its letters legible on A4, turned sideways.
const WIDTH: f64 = 1000.0;
/// The height of a sheet: what is left of A4 or A3, which have the same shape, within their margins, and 20 units less. A
/// sheet as high as the page is followed by an empty one, and browsers round: 666 was found to fit, 670 was not.
const HEIGHT: f64 = 660.0;
// A4 turned sideways, without the margins that the style gives it, in millimetres.
const _: () = assert!((HEIGHT + 20.0) / WIDTH < (210.0 - 24.0) / (297.0 - 24.0));
/// What is left free beside lines of text.
const MARGIN: f64 = 2.0;
/// The longest label in units for which a row keeps room; what has less room than it needs is set smaller, then in two
/// lines. No title of the data that we ship is cut. With less, the drawing was higher and not lower: rows are shared by
/// marks whose labels stand on different sides. With more nothing changes, because the paper ends.
const LABEL: u16 = 480;

/// The colours of paper, whatever the screen has.
pub fn paints() -> Vec<Paint> {
    let paint = |fill: &str, line: &str| Paint { fill: fill.into(), line: line.into() };
    vec![paint("#bcd4ea", "#0b4a86"), paint("#f0d9a8", "#7a4a00"), paint("#cfe6d8", "#0b5a3c")]
}

/// A picture of what is drawn: one, or cut into sheets.
pub fn pictures(scene: Scene, site: &Site, cut: bool) -> Vec<String> {
    let (query, names, plot) = (scene.query.get_untracked(), scene.names.get_untracked(), scene.plot.get_untracked());
    let day = scene.day.get_untracked();
    // The picture has the whole time, whatever part of it the screen shows, and nothing in it is chosen.
    let query = TimelineQuery { shown: None, entry: None, ..query };
    let about = scene.about.with_value(Clone::clone);
    let (question, place) =
        about.unwrap_or_else(|| (words().timeline_question(&query, &names), Route::Timeline(query.clone())));
    let axis = plot.axis(day.to_julian_day());
    let layout = Layout::new(plot.drawn(), plot.groups.len(), axis, WIDTH, Labels::Always(LABEL));
    let groups = say::group_names(&plot.groups, query.group, &names);
    let meta = &site.dataset.meta;
    let address = format!("{}{}", browser::origin(), site.href(&place));
    // Of a day beyond the axis there is no line.
    let line = Some(day).filter(|day| axis.holds(day.to_julian_day()));
    let lines = |text: String| text::wrapped(&text, WIDTH - 2.0 * MARGIN, text::FONT);
    let above = [say::picture_title(&meta.title), question].map(lines).concat();
    let below = lines(words().caption(meta.as_of, line, &address));
    let paints = paints();
    let dress = Dress {
        tick: &say::tick,
        groups: &groups,
        continued: &|group| words().continued(group),
        above: &above,
        below: &below,
        day: line.map(|day| day.to_julian_day()),
        paints: &paints,
    };
    let density = Density::new(plot.items.iter(), axis);
    let parts = if cut { sheets(&layout, HEIGHT, above.len() + below.len()) } else { vec![(0.0, layout.height)] };
    let parts = parts.into_iter().enumerate().map(|(at, (from, to))| {
        let view = View { window: axis, width: WIDTH, top: from, height: to - from, wider: 1.0 };
        picture(&layout, plot.drawn(), &view, (at == 0).then_some(&density), &dress)
    });
    parts.collect()
}

/// The id of the place of the sheets.
const PLACE: &str = "drawing-paper";

/// The sheets; nothing until the page is printed.
#[component]
pub fn Paper(scene: Scene) -> impl IntoView {
    let site = use_site();
    // The browser takes its picture of the page as soon as this returns: there is no time for signals.
    let fill = move |_| browser::put_pictures(PLACE, &pictures(scene, &site, true).concat());
    let before = window_event_listener_untyped("beforeprint", fill);
    let after = window_event_listener_untyped("afterprint", |_| browser::put_pictures(PLACE, ""));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    view! { <div class="drawing-paper" id=PLACE aria-hidden="true"></div> }.piece()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a colour gives of light (WCAG 2.2, relative luminance).
    fn light(colour: &str) -> f64 {
        let part = |at: usize| {
            let share = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn the_line_along_a_bar_is_told_from_paper_and_from_the_bar() {
        for Paint { fill, line } in paints() {
            for behind in ["#ffffff", &fill] {
                let contrast = (light(behind) + 0.05) / (light(&line) + 0.05);
                assert!(contrast >= 3.0, "{line} on {behind}: {contrast}");
            }
        }
    }
}
