//! [`Facet`]: the name and the values of a facet.

use crate::draft::FacetValue;
use crate::sort;

/// The name and the values of a facet.
#[derive(Clone, Debug, Default)]
pub struct Facet {
    /// The name by which it is found.
    pub key: String,
    /// Its values. Their indices are what questions and answers are about.
    pub values: Vec<FacetValue>,
    /// The indices in the order of the ids.
    by_id: Vec<u32>,
}

impl Facet {
    pub(crate) fn new(key: String, values: Vec<FacetValue>) -> Self {
        let id = |index: u32| values.get(index as usize).map(|value| value.id.as_str());
        let by_id = sort::indices(values.len(), &|a, b| id(a) < id(b));
        Self { key, values, by_id }
    }

    /// The index of the value with this id.
    pub fn find(&self, id: &str) -> Option<u32> {
        let of = |index: &u32| self.values.get(*index as usize).map_or("", |value| value.id.as_str());
        let at = self.by_id.partition_point(|index| of(index) < id);
        self.by_id.get(at).copied().filter(|index| of(index) == id)
    }
}
