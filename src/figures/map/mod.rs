//! [`Figure::Map`]: the partner countries on a map, each leading to its page.
//!
//! For the pointer alone: the list beside it has the same links for the keyboard and for those who do not see it, and
//! Firefox does not bring a link within a picture into view. The router hears only clicks on links of HTML; a click here
//! loads the page anew, which costs a moment and nothing else. Names and numbers are drawn above all countries, because a
//! country that is drawn later would cover them.

mod outlines;

use super::html::{Html, tag, text};
use super::{Frame, Of};
use crate::domain::catalogue::Catalogue;
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::words::words;
use outlines::{COUNTRIES, NEIGHBOURS, VIEW_BOX};

/// How many depths of colour there are; the style has a class for each.
const STEPS: usize = 5;

/// The map. A country of which there is no outline is not drawn: the list beside the map has it.
pub fn figure(of: &Of<'_>, catalogue: &mut Catalogue) -> Html {
    let say = words().published();
    let countries: Vec<_> = of.dataset.countries.iter().collect();
    let counts: Vec<usize> =
        countries.iter().map(|it| catalogue.total(&ProjectQuery::only(Facet::Country, &it.id))).collect();
    let most = counts.iter().copied().max().unwrap_or_default().max(1);
    let mut links = Vec::new();
    let mut labels = Vec::new();
    for (country, count) in countries.into_iter().zip(counts) {
        let Some((_, outline, (x, y))) = COUNTRIES.into_iter().find(|(code, ..)| *code == country.code) else {
            continue;
        };
        let step = (count * STEPS).div_ceil(most).max(1);
        let (class, href) = (format!("map-country step-{step}"), Route::Partner(country.id.clone()).href(""));
        let projects = words().projects_count(count);
        let link = [("class", class.as_str()), ("href", &href), ("tabindex", "-1")];
        links.push(tag("a", &link, &[tag("path", &[("d", outline)], &[])]));
        let (x, y) = (x.to_string(), y.to_string());
        let line =
            |class, words: &str| tag("tspan", &[("x", x.as_str()), ("class", class), ("dy", "1.15em")], &[text(words)]);
        let name = tag("tspan", &[("x", x.as_str())], &[text(&country.name)]);
        let number = line("map-count", &words().number(count));
        labels.push(tag("text", &[("y", &y)], &[name, number, line("map-text", &projects)]));
    }
    let around: Vec<Html> = NEIGHBOURS.into_iter().map(|(_, outline)| tag("path", &[("d", outline)], &[])).collect();
    let mut inside = vec![tag("g", &[("class", "map-around")], &around)];
    inside.extend(links);
    inside.push(tag("g", &[("class", "map-labels")], &labels));
    let svg = [("viewBox", VIEW_BOX), ("aria-hidden", "true"), ("focusable", "false")];
    let picture = vec![tag("div", &[("class", "country-map")], &[tag("svg", &svg, &inside)])];
    Frame { figure: Figure::Map, title: say.figure_map, note: say.figure_map_note, picture }.html(of)
}
