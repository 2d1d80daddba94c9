//! What all figures ask the [`Catalogue`] for.

use crate::domain::catalogue::Catalogue;
use crate::domain::catalogue::names::Name;
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::slug::Slug;

/// The question for one country, or for all projects.
pub(super) fn question(country: Option<&Slug>) -> ProjectQuery {
    country.map_or_else(ProjectQuery::default, |country| ProjectQuery::only(Facet::Country, country))
}

/// The places of the values of a facet that a figure shows, in order: those that are stated, and "not stated" where
/// that is the case of some project.
pub(super) fn shown(catalogue: &Catalogue, facet: Facet, counts: &[u32]) -> Vec<(usize, Name)> {
    let names = catalogue.names();
    let some = |at: usize| counts.get(at).is_some_and(|count| *count > 0);
    let shown = names.of(facet).iter().enumerate();
    shown
        .filter(|(at, name)| name.id.as_str() != Facet::NOT_STATED || some(*at))
        .map(|(at, it)| (at, it.clone()))
        .collect()
}

/// A count of the engine.
pub(super) fn size(counts: &[u32], at: usize) -> usize {
    counts.get(at).and_then(|count| usize::try_from(*count).ok()).unwrap_or(0)
}
