//! [`written`]: a part of a page that was written where the site was built.
//!
//! Nothing on it ever changes, so that its sentences and its view stay there, and its slice carries it as markup.

use super::markup;
use crate::site::use_site;
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;

/// The elements of a part; none where it has none.
pub fn written(part: &'static str) -> AnyView {
    let data = use_site().dataset;
    let count = data.derived.parts.get(part).map_or(0, Vec::len);
    let elements = (0..count).map(|at| {
        let data = data.clone();
        // Taken out when it is needed: where it was published it never is.
        markup(move || data.derived.parts.get(part).and_then(|it| it.get(at)).cloned().unwrap_or_default())
    });
    StaticVec::from(elements.collect::<Vec<_>>()).into_any()
}
