//! `<CountryMap>`: the partner countries on a map, each leading to its page.

mod outlines;

use super::Piece;
use crate::domain::route::Route;
use crate::site::use_site;
use leptos::prelude::*;
use outlines::{COUNTRIES, NEIGHBOURS, VIEW_BOX};

/// A country on the map.
pub struct Mapped {
    /// Its ISO 3166-1 code. A country of which there is no outline is not drawn: the list beside the map has it.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// Where it leads.
    pub route: Route,
    /// How much it has of what the map shows: the more, the deeper its colour.
    pub count: usize,
    /// The same in words: "128 projects".
    pub text: String,
}

/// How many depths of colour there are; the style has a class for each.
const STEPS: usize = 5;

/// A map of links. Everything in it stands in the list beside it too, so that nobody needs the map.
///
/// The router hears only clicks on links of HTML; a click here loads the page anew, which costs a moment and nothing
/// else. Names and numbers are drawn above all countries, because a country that is drawn later would cover them, and
/// are spoken as the names of the links.
#[component]
pub fn CountryMap(
    /// The countries, in the order in which the keyboard reaches them.
    countries: Vec<Mapped>,
    /// What the map shows, for those who do not see it.
    label: String,
) -> impl IntoView {
    let site = use_site();
    let most = countries.iter().map(|it| it.count).max().unwrap_or_default().max(1);
    let around: Vec<_> = NEIGHBOURS.into_iter().map(|(_, outline, _)| view! { <path d=outline/> }.piece()).collect();
    let (links, labels): (Vec<_>, Vec<_>) = countries
        .into_iter()
        .filter_map(|it| {
            let (_, outline, (x, y)) = COUNTRIES.into_iter().find(|(code, ..)| *code == it.code)?;
            let step = (it.count * STEPS).div_ceil(most).max(1);
            let href = site.href(&it.route);
            let spoken = format!("{}, {}", it.name, it.text);
            // Within `<g>` the link is one of SVG; on its own it would be made as one of HTML, which is not drawn.
            let link = view! {
                <g>
                    <a class=format!("map-country step-{step}") href=href aria-label=spoken><path d=outline/></a>
                </g>
            };
            let label = view! {
                <text y=y>
                    <tspan x=x>{it.name}</tspan>
                    <tspan x=x class="map-count" dy="1.15em">{it.count}</tspan>
                    <tspan x=x class="map-text" dy="1.15em">{it.text}</tspan>
                </text>
            };
            Some((link.piece(), label.piece()))
        })
        .unzip();
    view! {
        <div class="country-map">
            <svg viewBox=VIEW_BOX role="group" aria-label=label>
                <g class="map-around" aria-hidden="true">{around}</g>
                {links}
                <g class="map-labels" aria-hidden="true">{labels}</g>
            </svg>
        </div>
    }
    .piece()
}
