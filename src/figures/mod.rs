//! The figures as markup: pictures with a table behind them. A picture is drawn by shapes that stretch and letters that do
//! not, so that it can be read on any screen; it is there without script, and its numbers are links.
//!
//! Native only: figures are drawn where the site is built. They hold hundreds of elements and never change; the code that
//! counts and draws them would add 15 KB to what every visitor loads first (measured, with Brotli).

mod bars;
mod html;
mod map;
mod matrix;
mod strips;

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::names::Names;
use crate::domain::country::Country;
use crate::domain::dataset::Dataset;
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::figures::active::Activity;
use crate::domain::figures::matrix::Matrix;
use crate::domain::figures::money::MoneyStated;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::sorted::map_of;
use crate::words::{self, published as say, words};
use html::{Html, tag, text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The figures of every page that has any, by the path of the page.
pub fn all(dataset: &Dataset, catalogue: &mut Catalogue) -> BTreeMap<String, BTreeMap<Figure, String>> {
    let home = of(dataset, catalogue, None);
    let countries =
        dataset.countries.iter().map(|it| (Route::Partner(it.id.clone()).path(), of(dataset, catalogue, Some(it))));
    map_of(countries.chain([(Route::Home.path(), home)]))
}

/// The figures of the page of a country, or of the first page.
fn of(dataset: &Dataset, catalogue: &mut Catalogue, country: Option<&Country>) -> BTreeMap<Figure, String> {
    let id = country.map(|it| &it.id);
    let (activity, money) = (Activity::of(catalogue, id), MoneyStated::of(catalogue, id));
    let types = country.is_none().then(|| Matrix::of(catalogue));
    let of = Of { dataset, country, names: catalogue.names() };
    let types = types.map(|types| (Figure::Types, matrix::figure(&of, &types)));
    let map = country.is_none().then(|| (Figure::Map, map::figure(&of, catalogue)));
    let figures = [(Figure::Active, strips::figure(&of, &activity)), (Figure::Money, bars::figure(&of, &money))];
    map_of(figures.into_iter().chain(types).chain(map).map(|(figure, html)| (figure, html.into_text())))
}

/// What a figure is of.
struct Of<'a> {
    dataset: &'a Dataset,
    /// The country on whose page it stands.
    country: Option<&'a Country>,
    names: Arc<Names>,
}

impl Of<'_> {
    /// What a value of a facet is called.
    fn name(&self, facet: Facet, value: &Slug) -> String {
        words::facet_value(facet, value, &self.names)
    }
}

/// What goes into the frame of a figure.
struct Frame<'a> {
    /// Which figure it is.
    figure: Figure,
    /// What it shows.
    title: &'a str,
    /// What must be known to read it.
    note: &'a str,
    /// The picture.
    picture: Vec<Html>,
}

impl Frame<'_> {
    /// What it is, what must be known to read it, the picture, its source.
    fn html(self, of: &Of<'_>) -> Html {
        let about = Route::About.href("");
        let id = self.figure.id();
        let source = [
            text(&say::source(of.dataset)),
            text(" "),
            tag("a", &[("href", &about)], &[text(words().published().figure_how_it_is_made)]),
            text("."),
        ];
        let mut inside = vec![tag("h3", &[("id", id)], &[text(self.title)]), small(self.note)];
        inside.extend(self.picture);
        inside.push(tag("figcaption", &[("class", "small")], &source));
        tag("figure", &[("class", "chart"), ("aria-labelledby", id)], &inside)
    }
}

fn small(sentence: &str) -> Html {
    tag("p", &[("class", "small")], &[text(sentence)])
}

/// What is folded away.
fn folded(name: &str, inside: Html) -> Html {
    tag("details", &[], &[tag("summary", &[], &[text(name)]), inside])
}

/// A table that can be wider than the page. Its body is made of rows, or of groups of them.
fn table(class: &str, caption: &str, heads: &[Html], body: &[Html]) -> Html {
    let head = tag("thead", &[], &[tag("tr", &[], heads)]);
    let mut inside = vec![tag("caption", &[], &[text(caption)]), head];
    inside.push(tag("tbody", &[], body));
    let table = tag("table", &[("class", class)], &inside);
    let region = [("class", "table-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)];
    tag("div", &region, &[table])
}

/// The heading of a column.
fn head(name: &str) -> Html {
    tag("th", &[("scope", "col")], &[text(name)])
}

/// The heading of a country. A narrow screen has room for two letters; who hears the page hears the name.
fn country_head(of: &Of<'_>, id: &Slug) -> Html {
    let name = of.name(Facet::Country, id);
    let Some(country) = of.dataset.country(id) else { return head(&name) };
    let name = tag("span", &[("class", "country-name")], &[text(&name)]);
    let code = [("class", "country-code"), ("aria-hidden", "true")];
    tag("th", &[("scope", "col")], &[name, tag("span", &code, &[text(&country.code)])])
}

/// A row with its heading.
fn row(name: &str, cells: impl Iterator<Item = Html>) -> Html {
    let mut inside = vec![tag("th", &[("scope", "row")], &[text(name)])];
    inside.extend(cells);
    tag("tr", &[], &inside)
}

/// A cell.
fn cell(inside: &[Html]) -> Html {
    tag("td", &[("class", "number")], inside)
}

/// A number that opens the list that it counts.
fn number_link(number: usize, query: ProjectQuery) -> Html {
    list_link(number, query, &[text(&words().number(number))])
}

/// The same with what the link shows. There is no list of nothing.
fn list_link(number: usize, query: ProjectQuery, inside: &[Html]) -> Html {
    if number == 0 {
        return tag("span", &[], inside);
    }
    tag("a", &[("href", &Route::Projects(query).href(""))], inside)
}

/// A picture, of which everything is also said in words. `size` is the system of its units, stretched to its place;
/// without one it is that of the page.
fn drawing(class: &str, size: &str, shapes: &[Html]) -> Html {
    let mut attributes = vec![("class", class), ("aria-hidden", "true"), ("focusable", "false")];
    if !size.is_empty() {
        attributes.extend([("viewBox", size), ("preserveAspectRatio", "none")]);
    }
    tag("svg", &attributes, shapes)
}

/// A bar or a square of a picture.
fn rectangle(class: &str, [x, y, width, height]: [&str; 4]) -> Html {
    tag("rect", &[("class", class), ("x", x), ("y", y), ("width", width), ("height", height)], &[])
}
