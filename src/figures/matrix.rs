//! [`Figure::Types`]: types by countries. The table itself is the picture: a square in each cell shows its number.

use super::html::{Html, text};
use super::{Frame, Of, cell, country_head, drawing, folded, head, list_link, number_link, rectangle, row, table};
use crate::domain::facet::Facet;
use crate::domain::figures::Figure;
use crate::domain::figures::matrix::{Matrix, Row};
use crate::domain::slug::Slug;
use crate::words::words;

/// How many types stand in the first table; the others are folded away.
const TOP: usize = 12;

/// The side of a cell of the picture, in its own units.
const SIDE: usize = 200;

/// How many projects of each type there are in each country.
pub fn figure(of: &Of<'_>, matrix: &Matrix) -> Html {
    let (first, others) = matrix.rows.split_at(matrix.rows.len().min(TOP));
    let mut picture = vec![types(of, matrix, first, words().published().figure_matrix)];
    if !others.is_empty() {
        let name = words().other_types(others.len());
        picture.push(folded(&name, types(of, matrix, others, &name)));
    }
    Frame {
        figure: Figure::Types,
        title: words().published().figure_matrix,
        note: words().published().figure_matrix_note,
        picture,
    }
    .html(of)
}

fn types(of: &Of<'_>, matrix: &Matrix, rows: &[Row], caption: &str) -> Html {
    let most = matrix.most().max(1);
    let mut heads = vec![head(words().published().figure_project_type)];
    for (id, _) in &matrix.countries {
        heads.push(country_head(of, id));
    }
    heads.push(head(words().published().figure_all));
    let total = |kind: Option<&Slug>, country: Option<&Slug>, number: usize| {
        cell(&[number_link(number, Matrix::query(kind, country))])
    };
    let mut lines: Vec<Html> = Vec::new();
    for it in rows {
        let cells = matrix.countries.iter().zip(&it.cells).map(|((country, _), number)| {
            let side = (SIDE * SIDE * number / most).isqrt();
            let [corner, side] = [(SIDE - side) / 2, side].map(|it| it.to_string());
            let square = drawing("square", "0 0 200 200", &[rectangle("sure", [&corner, &corner, &side, &side])]);
            let inside = [square, text(&words().number(*number))];
            cell(&[list_link(*number, Matrix::query(Some(&it.kind), Some(country)), &inside)])
        });
        let name = of.name(Facet::Type, &it.kind);
        lines.push(row(&name, cells.chain([total(Some(&it.kind), None, it.total)])));
    }
    let sums = matrix.countries.iter().map(|(country, number)| total(None, Some(country), *number));
    lines.push(row(words().published().figure_all_projects, sums.chain([total(None, None, matrix.all)])));
    table("matrix", caption, &heads, &lines)
}
