//! Sorting by one machine for all types. Each type that is sorted by the standard library's own sort adds five
//! kilobytes to what travels to the visitor; this adds one comparison.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The list in the order that `compare` gives. Equal elements keep their order.
pub fn sorted_by<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut places: Vec<usize> = (0..list.len()).collect();
    sort_places(&mut places, &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut slots: Vec<Option<T>> = list.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| slots.get_mut(place)?.take()).collect()
}

/// The list in the order of the keys, each of which is made once.
pub fn sorted_by_key<T, K: Ord>(list: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let keyed = list.into_iter().map(|it| (key(&it), it)).collect();
    sorted_by(keyed, |a: &(K, T), b: &(K, T)| a.0.cmp(&b.0)).into_iter().map(|(_, it)| it).collect()
}

/// A set of these, filled one by one: the standard library's `collect` would sort first, once more for each type.
pub fn set_of<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// A map of these, filled one by one, for the same reason.
pub fn map_of<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(items);
    map
}

#[inline(never)]
fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_elements_keep_their_order() {
        let list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        assert_eq!(sorted_by_key(list, |it| it.0), [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert!(sorted_by_key(Vec::<u8>::new(), |it| *it).is_empty());
    }
}
