//! [`ProjectQuery`]: what the visitor asks of the list of projects. It is the query string of the address, read.
//!
//! There is one spelling per question: keys in the order of [`ProjectQuery::print`], values sorted, defaults left out.
//! What is not understood is kept, shown as a filter to remove, and never silently dropped.

mod active;
mod budget_range;
pub mod key;
mod page;
mod spelling;
#[cfg(test)]
mod tests;
mod view;

pub use active::Active;
pub use budget_range::BudgetRange;
pub use page::Page;
pub use view::View;

use super::column::Column;
use super::facet::Facet;
use super::slug::Slug;
use super::sort::Sort;
use super::sorted::set_of;
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

/// A question to the list. The default asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectQuery {
    /// Words that must occur, as typed.
    pub text: String,
    /// Picked values. A value that the data does not know is kept: the page shows it as a filter to remove.
    pub picked: BTreeMap<Facet, BTreeSet<Slug>>,
    /// The facets of which a project must have all picked values instead of any.
    pub all_of: BTreeSet<Facet>,
    /// Excluded values.
    pub excluded: BTreeMap<Facet, BTreeSet<Slug>>,
    /// The period in which a project must be active.
    pub active: Active,
    /// The size of the budget.
    pub budget: BudgetRange,
    /// The day on which statuses are derived; `None`: the day of the data.
    pub as_of: Option<Date>,
    /// The order; `None`: by relevance when words are asked for, else latest start first.
    pub sort: Option<Sort>,
    /// How the list is shown.
    pub view: View,
    /// The columns of the table; empty: the usual ones.
    pub columns: BTreeSet<Column>,
    /// The projects ticked, in the order of ticking.
    pub picks: Vec<Slug>,
    /// Show only the projects ticked, whatever else is asked.
    pub only_picks: bool,
    /// Which part of the list.
    pub page: Page,
    /// Pairs that are not understood, in their order.
    pub unknown: Vec<(String, String)>,
}

/// The longest text that is searched for, in characters; the rest is cut off.
const TEXT_LIMIT: usize = 200;

/// How many projects can be ticked. An address has room for no more: hosts cut it at some 8,000 bytes.
pub const PICK_LIMIT: usize = 50;

/// How many values can be picked and excluded, over all facets: each becomes a link that repeats all others.
pub const VALUE_LIMIT: usize = 100;

/// How many pairs that are not understood are kept, for the same reason.
pub const UNKNOWN_LIMIT: usize = 20;

impl ProjectQuery {
    /// Every picked value with its facet.
    pub fn picks(&self) -> impl Iterator<Item = (Facet, &Slug)> {
        self.picked.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    }

    /// Every excluded value with its facet.
    pub fn exclusions(&self) -> impl Iterator<Item = (Facet, &Slug)> {
        self.excluded.iter().flat_map(|(facet, values)| values.iter().map(move |value| (*facet, value)))
    }

    /// The value is picked.
    pub fn has(&self, facet: Facet, value: &Slug) -> bool {
        self.picked.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// The value is excluded.
    pub fn excludes(&self, facet: Facet, value: &Slug) -> bool {
        self.excluded.get(&facet).is_some_and(|values| values.contains(value))
    }

    /// The words that are looked for: the text, unless no letter and no digit is in it, as in a lone dash. Nothing can be
    /// found by such a text, and it is shown as what it is: a filter that is not understood.
    pub fn words(&self) -> &str {
        if self.text.contains(char::is_alphanumeric) { &self.text } else { "" }
    }

    /// The order that the list has.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or(self.usual_sort())
    }

    /// The order that the list has when none is chosen.
    fn usual_sort(&self) -> Sort {
        if self.words().is_empty() { Sort::Newest } else { Sort::Relevance }
    }

    /// The columns that the table has.
    pub fn shown_columns(&self) -> BTreeSet<Column> {
        if self.columns.is_empty() { set_of(Column::USUAL) } else { self.columns.clone() }
    }

    /// The same question, changed, from its first page on: another list has other pages. Filters do not apply to the
    /// projects ticked, so that a change of one leaves the view of those alone, unless `change` asks for it.
    pub fn changed(&self, change: impl FnOnce(&mut Self)) -> Self {
        self.begun_anew(|query| {
            query.only_picks = false;
            change(query);
        })
    }

    /// The same question, changed, from its first page on.
    pub(super) fn begun_anew(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut query = self.clone();
        query.page = match query.page {
            Page::All => Page::All,
            Page::Number(_) => Page::default(),
        };
        change(&mut query);
        query.canonical()
    }

    /// The same question with one value more, or without it if it was picked.
    pub fn toggled(&self, facet: Facet, value: &Slug) -> Self {
        self.changed(|query| {
            if let Some(excluded) = query.excluded.get_mut(&facet) {
                excluded.remove(value);
            }
            toggle(query.picked.entry(facet).or_default(), value);
        })
    }

    /// The same question with one value excluded, or no longer so.
    pub fn toggled_not(&self, facet: Facet, value: &Slug) -> Self {
        self.changed(|query| toggle(query.excluded.entry(facet).or_default(), value))
    }

    /// The same question for any or for all of the picked values of a facet.
    pub fn with_all_of(&self, facet: Facet, all: bool) -> Self {
        self.changed(|query| {
            if all && facet.has_several() {
                query.all_of.insert(facet)
            } else {
                query.all_of.remove(&facet)
            };
        })
    }

    /// The same question with other words.
    pub fn with_text(&self, text: &str) -> Self {
        self.changed(|query| query.text = searched(text))
    }

    /// The same question in another order.
    pub fn with_sort(&self, sort: Sort) -> Self {
        self.begun_anew(|query| query.sort = Some(sort))
    }

    /// The same list, shown otherwise, at the same place.
    pub fn with_view(&self, view: View) -> Self {
        Self { view, ..self.clone() }
    }

    /// The same list with one column more or less. A table without columns is the usual one.
    pub fn with_column_toggled(&self, column: Column) -> Self {
        let mut query = self.clone();
        query.columns = query.shown_columns();
        toggle(&mut query.columns, &column);
        query.canonical()
    }

    /// The same list, another part of it.
    pub fn at(&self, page: Page) -> Self {
        Self { page, ..self.clone() }
    }

    /// Shows the whole list again, not only the projects ticked, which alone can be compared.
    pub fn leave_picks(&mut self) {
        self.only_picks = false;
        self.view = if self.view == View::Compare { View::Cards } else { self.view };
    }

    /// The same list with a project ticked, or no longer ticked.
    pub fn with_pick_toggled(&self, id: &Slug) -> Self {
        let mut query = self.clone();
        if query.picks.contains(id) {
            query.picks.retain(|it| it != id);
            // A list of none of them is nothing to look at.
            if query.only_picks && query.picks.is_empty() {
                query.leave_picks();
            }
        } else if query.picks.len() < PICK_LIMIT {
            query.picks.push(id.clone());
        }
        query
    }

    /// No filter at all, on the day of the data, in the same order and form, with the same projects ticked.
    pub fn cleared(&self) -> Self {
        Self {
            sort: self.sort,
            view: self.view,
            columns: self.columns.clone(),
            picks: self.picks.clone(),
            ..Self::default()
        }
    }

    /// Nothing narrows the list. It is as long on every day.
    pub fn is_everything(&self) -> bool {
        self.cleared() == Self { page: Page::default(), as_of: None, ..self.clone() }
    }

    /// The question that one value of one facet asks.
    pub fn only(facet: Facet, value: &Slug) -> Self {
        Self::default().toggled(facet, value)
    }
}

/// The text that is searched for, of one that was typed. A blank at the cut goes too: read again it would be at the end.
fn searched(text: &str) -> String {
    let text: String = text.trim().chars().take(TEXT_LIMIT).collect();
    text.trim_end().to_owned()
}

fn toggle<T: Ord + Clone>(set: &mut BTreeSet<T>, value: &T) {
    if !set.remove(value) {
        set.insert(value.clone());
    }
}
