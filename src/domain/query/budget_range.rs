//! [`BudgetRange`]: the size of the budget.

use crate::domain::money::Currency;

/// From which to which sum a budget must be, in one currency, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BudgetRange {
    /// The currency; `None`: no matter what it costs.
    pub currency: Option<Currency>,
    /// The smallest sum, in whole units.
    pub min: Option<u64>,
    /// The largest sum, in whole units.
    pub max: Option<u64>,
}

impl BudgetRange {
    /// Its largest sum is below its smallest.
    pub fn is_reversed(&self) -> bool {
        self.min.zip(self.max).is_some_and(|(min, max)| min > max)
    }
}
