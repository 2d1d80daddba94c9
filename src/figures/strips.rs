//! [`Figure::Active`]: a strip of bars a country, a bar a year, all over one axis and on one scale.

use super::html::{Html, tag, text};
use super::{Frame, Of, cell, country_head, drawing, folded, head, number_link, rectangle, row, table};
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::figures::active::{Activity, Strip, Year};
use crate::words::words;
use std::fmt::Write;

/// The years that have a label.
const EVERY: i32 = 5;

/// The projects active in each year, of one country or of each.
pub fn figure(of: &Of<'_>, activity: &Activity) -> Html {
    let undated = match (of.country, activity.strips.first()) {
        (Some(_), Some(one)) => one.undated,
        _ => activity.undated,
    };
    let mut note = words().published().figure_active_note.to_owned();
    if undated > 0 {
        note = format!("{note} {}", words().in_no_bar(undated));
    }
    let title = of.country.map_or(words().published().figure_active.to_owned(), |it| words().active_in(it));
    let years = activity.strips.first().map_or(&[][..], |strip| strip.years.as_slice());
    let most = activity.most().max(1);
    let strips = activity.strips.iter().map(|strip| {
        let name = of.country.is_none().then(|| of.name(Facet::Country, &strip.country));
        strip_of(strip, most, &name.unwrap_or_default())
    });
    let numbers = numbers(of, &activity.strips, years);
    let picture = vec![
        tag(
            "ul",
            &[("class", "chart-key small")],
            &[key("sure", words().published().figure_certainly), key("maybe", words().published().figure_possibly)],
        ),
        tag("ul", &[("class", "strips")], &strips.collect::<Vec<_>>()),
        axis(years),
        folded(words().published().figure_show_table, numbers),
    ];
    Frame { figure: Figure::Active, title: &title, note: &note, picture }.html(of)
}

fn key(class: &str, name: &str) -> Html {
    let sign = drawing("chart-sign", "", &[rectangle(class, ["0", "0", "100%", "100%"])]);
    tag("li", &[], &[sign, text(name)])
}

fn strip_of(strip: &Strip, most: usize, name: &str) -> Html {
    let peak =
        strip.peak().map(|it| words().peak(it.year, it.certainly, it.possibly - it.certainly)).unwrap_or_default();
    let label = [tag("strong", &[], &[text(name)]), text(" "), tag("span", &[("class", "small")], &[text(&peak)])];
    // Years to the right, projects upwards; stretched to the width that there is.
    let space = format!("0 0 {} {most}", strip.years.len());
    let (sure, maybe) = bars(&strip.years, most);
    let mut guides = String::new();
    for (x, _) in labelled(&strip.years) {
        // Writing to a string does not fail.
        let _ = write!(guides, "M{}.5 0v{}", x, most);
    }
    let path = |class, d: &str| tag("path", &[("class", class), ("d", d)], &[]);
    let bars = drawing("strip-bars", &space, &[path("guide", &guides), path("maybe", &maybe), path("sure", &sure)]);
    let line = round(most);
    let height = percent(most - line, most);
    let scale = [("class", "guide"), ("x2", "100%"), ("y1", &height), ("y2", &height)];
    let number = tag("text", &[("y", &height), ("dy", "-0.2em")], &[text(&words().number(line))]);
    tag("li", &[], &[tag("p", &[], &label), drawing("strip", "", &[bars, tag("line", &scale, &[]), number])])
}

/// The outlines of the bars: of what is certain, and on top of it of what is possible.
fn bars(years: &[Year], most: usize) -> (String, String) {
    let (mut sure, mut maybe) = (String::new(), String::new());
    for (x, year) in years.iter().enumerate() {
        let bar = |path: &mut String, from: usize, to: usize| {
            if to > from {
                let _ = write!(path, "M{}.1 {}V{}h.8V{}z", x, most - from, most - to, most - from);
            }
        };
        bar(&mut sure, 0, year.certainly);
        bar(&mut maybe, year.certainly, year.possibly);
    }
    (sure, maybe)
}

/// The years that have a label, with their places.
fn labelled(years: &[Year]) -> impl Iterator<Item = (usize, i32)> {
    years.iter().map(|it| it.year).enumerate().filter(|(_, year)| year % EVERY == 0)
}

fn axis(years: &[Year]) -> Html {
    let labels = labelled(years).map(|(at, year)| {
        let place = percent(2 * at + 1, 2 * years.len());
        tag("text", &[("x", &place), ("y", "1em"), ("text-anchor", "middle")], &[text(&year.to_string())])
    });
    drawing("strip-axis", "", &labels.collect::<Vec<_>>())
}

/// A part of a whole as an attribute: `37.5%`.
fn percent(part: usize, of: usize) -> String {
    let tenths = part * 1000 / of.max(1);
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// The largest of 1, 2, 5, 10, 20, 50, … that is not larger: where the line of the scale is drawn.
fn round(most: usize) -> usize {
    let mut size = 1;
    while size * 10 <= most {
        size *= 10;
    }
    [5, 2].into_iter().map(|step| step * size).find(|it| *it <= most).unwrap_or(size)
}

/// The same as numbers, each with its list.
fn numbers(of: &Of<'_>, strips: &[Strip], years: &[Year]) -> Html {
    let mut heads = vec![head(words().published().figure_year)];
    heads.extend(strips.iter().map(|strip| country_head(of, &strip.country)));
    let mut rows: Vec<Html> = Vec::new();
    for (at, year) in years.iter().enumerate() {
        let cells = strips.iter().filter_map(|strip| Some(year_of(strip, strip.years.get(at)?)));
        rows.push(row(&year.year.to_string(), cells));
    }
    let undated = strips.iter().map(|it| cell(&[number_link(it.undated, it.undated_query())]));
    rows.push(row(words().published().figure_no_dates, undated));
    table("chart-numbers", words().published().figure_active_table, &heads, &rows)
}

fn year_of(strip: &Strip, year: &Year) -> Html {
    let link = |number: usize, certainly| number_link(number, strip.query(year.year, certainly));
    let all = link(year.possibly, false);
    if year.certainly == year.possibly {
        cell(&[all])
    } else {
        cell(&[link(year.certainly, true), text(words().published().figure_to), all])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_stand_on_each_other() {
        let years = [(1, 3), (0, 0), (2, 2)].map(|(certainly, possibly)| Year { year: 2000, certainly, possibly });
        let (sure, maybe) = bars(&years, 4);
        assert_eq!(sure, "M0.1 4V3h.8V4zM2.1 4V2h.8V4z");
        assert_eq!(maybe, "M0.1 3V1h.8V3z");
    }

    #[test]
    fn the_scale_has_a_round_number() {
        let cases = [(1, 1), (2, 2), (4, 2), (9, 5), (10, 10), (43, 20), (50, 50), (999, 500)];
        for (most, line) in cases {
            assert_eq!(round(most), line);
        }
        assert_eq!((percent(3, 8), percent(1, 1), percent(1, 0)), ("37.5%".into(), "100.0%".into(), "100.0%".into()));
    }
}
