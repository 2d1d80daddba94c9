//! [`Matrix`]: how many projects of each type there are in each country.

use super::ask::{question, shown, size};
use crate::domain::catalogue::Catalogue;
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use std::cmp::Reverse;

/// Types by countries. Asked with one question, and one more a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The columns, with how many projects there are in each.
    pub countries: Vec<(Slug, usize)>,
    /// The types that some project has, those of most projects first, "not stated" last.
    pub rows: Vec<Row>,
    /// How many projects there are: each once, whatever its types and countries.
    pub all: usize,
}

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The type, or [`Facet::NOT_STATED`].
    pub kind: Slug,
    /// How many projects of it there are in each country.
    pub cells: Vec<usize>,
    /// How many there are in all; one in several countries counts once.
    pub total: usize,
}

impl Matrix {
    /// The matrix of all projects.
    pub fn of(catalogue: &mut Catalogue) -> Self {
        let all = catalogue.run(&ProjectQuery::default());
        let counts = |counts: &[Vec<u32>], facet: Facet| counts.get(facet as usize).cloned().unwrap_or_default();
        let (in_country, of_type) = (counts(&all.counts, Facet::Country), counts(&all.counts, Facet::Type));
        let countries = shown(catalogue, Facet::Country, &in_country);
        let types = shown(catalogue, Facet::Type, &of_type);
        let columns: Vec<Vec<u32>> = countries
            .iter()
            .map(|(_, name)| counts(&catalogue.run(&question(Some(&name.id))).counts, Facet::Type))
            .collect();
        let rows = types.into_iter().map(|(at, name)| Row {
            kind: name.id,
            cells: columns.iter().map(|column| size(column, at)).collect(),
            total: size(&of_type, at),
        });
        let rows = rows.filter(|row| row.total > 0).collect();
        Self {
            countries: countries.into_iter().map(|(at, name)| (name.id, size(&in_country, at))).collect(),
            rows: sorted_by_key(rows, |row: &Row| (row.kind.as_str() == Facet::NOT_STATED, Reverse(row.total))),
            all: all.total,
        }
    }

    /// The list that a cell counts; without a type or without a country, that of a total.
    pub fn query(kind: Option<&Slug>, country: Option<&Slug>) -> ProjectQuery {
        let query = question(country);
        kind.map_or_else(|| query.clone(), |kind| query.toggled(Facet::Type, kind))
    }

    /// The largest number of a cell.
    pub fn most(&self) -> usize {
        self.rows.iter().flat_map(|row| &row.cells).copied().max().unwrap_or(0)
    }
}
