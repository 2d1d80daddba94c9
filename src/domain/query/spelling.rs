//! How a [`ProjectQuery`] is read from an address and written into one.

use super::{
    Active, BudgetRange, PICK_LIMIT, Page, ProjectQuery, TEXT_LIMIT, UNKNOWN_LIMIT, VALUE_LIMIT, View, key, searched,
};
use crate::domain::column::Column;
use crate::domain::date::{PartialDate, parse_day};
use crate::domain::facet::Facet;
use crate::domain::money::Currency;
use crate::domain::query_string;
use crate::domain::slug::Slug;
use crate::domain::sort::Sort;
use crate::domain::sorted::set_of;

impl ProjectQuery {
    /// Reads a query string. Never fails: what it does not understand is kept as it is, as far as there is room.
    pub fn parse(query: &str) -> Self {
        Self::read(query).canonical()
    }

    /// Reads a query string with all pairs that are not understood: some may belong to another page.
    pub(in crate::domain) fn read(query: &str) -> Self {
        let mut read = Self::default();
        for (key, value) in query_string::parse(query) {
            if read.understand(&key, &value).is_none() {
                read.unknown.push((cut(&key), cut(&value)));
            }
        }
        read
    }

    /// Takes in one pair; `None` when it makes no sense.
    fn understand(&mut self, name: &str, value: &str) -> Option<()> {
        let date = || PartialDate::parse(value);
        match name {
            key::TEXT => self.text = searched(value),
            key::ALL_OF => {
                self.all_of.insert(Facet::of_key(value).filter(|facet| facet.has_several())?);
            }
            key::FROM => self.active.from = Some(date()?),
            key::TO => self.active.to = Some(date()?),
            key::CERTAINLY => self.active.certainly = yes(value)?,
            key::CURRENCY => self.budget.currency = Some(Currency::parse(value)?),
            key::MIN => self.budget.min = Some(units(value)?),
            key::MAX => self.budget.max = Some(units(value)?),
            key::AS_OF => self.as_of = Some(parse_day(value)?),
            key::SORT => self.sort = Some(Sort::of_key(value)?),
            key::VIEW => self.view = View::TABLE.iter().find(|(word, _)| *word == value)?.1,
            key::COLUMN => {
                self.columns.insert(Column::of_key(value)?);
            }
            key::PICK => {
                let id = Slug::new(value)?;
                if !self.picks.contains(&id) && self.picks.len() < PICK_LIMIT {
                    self.picks.push(id);
                }
            }
            key::PICKED => self.only_picks = yes(value)?,
            key::PAGE if value == key::ALL => self.page = Page::All,
            key::PAGE => self.page = Page::Number(value.parse().ok().filter(|number| *number > 0)?),
            _ => {
                let (name, values) = match name.strip_prefix(key::NOT) {
                    Some(name) => (name, &mut self.excluded),
                    None => (name, &mut self.picked),
                };
                values.entry(Facet::of_key(name)?).or_default().insert(Slug::new(value)?);
            }
        }
        Some(())
    }

    /// The same question in its one form.
    pub(in crate::domain) fn canonical(mut self) -> Self {
        // A value that is both picked and excluded asks for nothing; the exclusion is what was meant last.
        for (facet, values) in &self.excluded {
            if let Some(picked) = self.picked.get_mut(facet) {
                picked.retain(|value| !values.contains(value));
            }
        }
        let mut room = VALUE_LIMIT;
        for values in self.picked.values_mut().chain(self.excluded.values_mut()) {
            if values.len() > room {
                *values = set_of(std::mem::take(values).into_iter().take(room));
            }
            room -= values.len();
        }
        self.picked.retain(|_, values| !values.is_empty());
        self.excluded.retain(|_, values| !values.is_empty());
        self.settle_ranges();
        self.active.certainly &= self.active.is_asked();
        if self.sort == Some(self.usual_sort()) {
            self.sort = None;
        }
        if self.columns == set_of(Column::USUAL) {
            self.columns.clear();
        }
        self
    }

    /// Puts the bounds that make no sense together behind the other pairs that are not understood, and takes in again
    /// those that do by now: that is how the address would be read.
    fn settle_ranges(&mut self) {
        let mut known = (Active::default(), BudgetRange::default());
        self.unknown.retain(|(name, value)| {
            let date = || PartialDate::parse(value);
            let bound = match name.as_str() {
                key::FROM => date().map(|date| known.0.from = Some(date)),
                key::TO => date().map(|date| known.0.to = Some(date)),
                key::MIN => units(value).map(|sum| known.1.min = Some(sum)),
                key::MAX => units(value).map(|sum| known.1.max = Some(sum)),
                _ => None,
            };
            bound.is_none()
        });
        // Bounds that are asked for by now stand instead.
        if !self.active.is_asked() {
            (self.active.from, self.active.to) = (known.0.from, known.0.to);
        }
        if (self.budget.min, self.budget.max) == (None, None) {
            (self.budget.min, self.budget.max) = (known.1.min, known.1.max);
        }
        let mut senseless = Vec::new();
        if self.active.is_reversed() {
            for (name, date) in [(key::FROM, self.active.from.take()), (key::TO, self.active.to.take())] {
                senseless.extend(date.map(|date| (name.to_owned(), date.to_string())));
            }
        }
        // A sum means nothing without its currency.
        if self.budget.is_reversed() || self.budget.currency.is_none() {
            for (name, sum) in [(key::MIN, self.budget.min.take()), (key::MAX, self.budget.max.take())] {
                senseless.extend(sum.map(|sum| (name.to_owned(), sum.to_string())));
            }
        }
        // Room for these first: half a range would be read as a whole one.
        self.unknown.truncate(UNKNOWN_LIMIT - senseless.len());
        self.unknown.append(&mut senseless);
    }

    /// The query string, with its question mark. There is one spelling per question.
    pub fn print(&self) -> String {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut pair = |key: &str, value: String| pairs.push((key.to_owned(), value));
        if !self.text.is_empty() {
            pair(key::TEXT, self.text.clone());
        }
        for (facet, value) in self.picks() {
            pair(facet.key(), value.to_string());
        }
        for facet in &self.all_of {
            pair(key::ALL_OF, facet.key().to_owned());
        }
        for (facet, value) in self.exclusions() {
            pair(&format!("{}{}", key::NOT, facet.key()), value.to_string());
        }
        for (name, date) in [(key::FROM, self.active.from), (key::TO, self.active.to)] {
            if let Some(date) = date {
                pair(name, date.to_string());
            }
        }
        if self.active.certainly {
            pair(key::CERTAINLY, key::YES.to_owned());
        }
        if let Some(currency) = self.budget.currency {
            pair(key::CURRENCY, currency.code().to_owned());
        }
        for (name, sum) in [(key::MIN, self.budget.min), (key::MAX, self.budget.max)] {
            if let Some(sum) = sum {
                pair(name, sum.to_string());
            }
        }
        if let Some(day) = self.as_of {
            pair(key::AS_OF, PartialDate::day(day).to_string());
        }
        if let Some(sort) = self.sort {
            pair(key::SORT, sort.key().to_owned());
        }
        if self.view != View::default() {
            pair(key::VIEW, View::TABLE[self.view as usize].0.to_owned());
        }
        for column in &self.columns {
            pair(key::COLUMN, column.key().to_owned());
        }
        for pick in &self.picks {
            pair(key::PICK, pick.to_string());
        }
        if self.only_picks {
            pair(key::PICKED, key::YES.to_owned());
        }
        match self.page {
            Page::Number(1) => {}
            Page::Number(number) => pair(key::PAGE, number.to_string()),
            Page::All => pair(key::PAGE, key::ALL.to_owned()),
        }
        for (name, value) in &self.unknown {
            pair(name, value.clone());
        }
        query_string::print(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

/// What is not understood, at most so long. The mark at the cut keeps what is left from being understood after all: of a
/// name that is too long for an id, the beginning may be one.
fn cut(text: &str) -> String {
    if text.chars().count() <= TEXT_LIMIT {
        return text.to_owned();
    }
    text.chars().take(TEXT_LIMIT - 1).chain(['…']).collect()
}

/// A sum in whole units; no sign, no blank.
fn units(value: &str) -> Option<u64> {
    value.parse().ok().filter(|_| value.bytes().all(|b| b.is_ascii_digit()))
}

fn yes(value: &str) -> Option<bool> {
    (value == key::YES).then_some(true)
}
