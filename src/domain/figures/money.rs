//! [`MoneyStated`]: the stated budgets by donor, each currency for itself. Nothing is converted.

use super::ask::{question, shown, size};
use crate::domain::catalogue::{Catalogue, Sum};
use crate::domain::facet::Facet;
use crate::domain::money::{Currency, Money};
use crate::domain::party::Role;
use crate::domain::query::ProjectQuery;
use crate::domain::slug::Slug;
use crate::domain::sorted::sorted_by_key;
use std::cmp::Reverse;

/// The stated budgets of some projects. Asked with two questions and one more a currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyStated {
    /// The currencies, those of most projects first.
    pub panels: Vec<Panel>,
    /// How many projects the sums of all panels are over.
    pub summed: usize,
    /// Of how many.
    pub of: usize,
}

/// The budgets in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// What money it is.
    pub currency: Currency,
    /// The sum over all donors, in which each project counts once.
    pub sum: Sum,
    /// How many projects state a budget in this currency, those among them whose budget is not their own: it is that of a
    /// group, of a larger programme, or of each grant.
    pub stated: usize,
    /// The donors, the largest sum first. A project of several counts in full with each of them.
    pub donors: Vec<Donor>,
    /// The list of the projects that state a budget in this currency.
    pub query: ProjectQuery,
}

/// The projects of a donor with a budget in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Donor {
    /// The donor.
    pub donor: Slug,
    /// The budgets of its projects: of the whole projects, not of the donor's part.
    pub sum: Sum,
    /// How many of its projects state a budget in this currency.
    pub stated: usize,
    /// The list of those.
    pub query: ProjectQuery,
}

impl MoneyStated {
    /// The budgets stated in one country, or in all.
    pub fn of(catalogue: &mut Catalogue, country: Option<&Slug>) -> Self {
        let base = question(country);
        let shares = catalogue.bodies(&base, Role::Donor);
        let all = catalogue.run(&base);
        let panels = all.sums.iter().map(|whole| {
            let currency = whole.money.currency;
            let query = base.changed(|query| query.budget.currency = Some(currency));
            let stated = catalogue.run(&query);
            let counts = stated.counts.get(Facet::Donor as usize).map_or(&[][..], Vec::as_slice);
            let donors = shown(catalogue, Facet::Donor, counts).into_iter().filter_map(|(at, name)| {
                let share = shares.iter().find(|share| share.value == at)?;
                let sum = share.sums.iter().find(|sum| sum.money.currency == currency)?;
                let query = query.toggled(Facet::Donor, &name.id);
                Some(Donor { donor: name.id, sum: *sum, stated: size(counts, at), query })
            });
            let donors = sorted_by_key(donors.collect(), |it: &Donor| Reverse(it.sum.money.hundredths));
            Panel { currency, sum: *whole, stated: stated.total, donors, query }
        });
        let panels = sorted_by_key(panels.collect(), |panel: &Panel| Reverse(panel.sum.projects));
        Self { summed: all.sums.iter().map(|sum| sum.projects).sum(), of: all.total, panels }
    }
}

impl Panel {
    /// The largest sum of a donor.
    pub fn most(&self) -> Money {
        self.donors.first().map_or(self.sum.money, |donor| donor.sum.money)
    }
}
