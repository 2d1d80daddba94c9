//! [`slots`]: which places of a list its new rows are drawn into.
//!
//! To change the words of a card costs a tenth of making one. A row that stays keeps its place; the place of one that
//! goes is taken by one that comes, unless it holds the focus: that must not come to mean another project.

/// The place of each of the rows `now`, given the places `before` with their rows; `held` is never given away. A
/// number that is not among those before is a new place.
pub fn slots<K: PartialEq>(before: &[(usize, K)], now: &[K], held: Option<usize>) -> Vec<usize> {
    let gone = before.iter().filter(|(slot, row)| Some(*slot) != held && !now.contains(row)).map(|(slot, _)| *slot);
    let new = before.iter().map(|(slot, _)| slot + 1).max().unwrap_or(0);
    let mut free = gone.chain(new..);
    let of = |row: &K| before.iter().find(|(_, it)| it == row).map(|(slot, _)| *slot);
    now.iter().map(|row| of(row).or_else(|| free.next()).unwrap_or(new)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_stays_keeps_its_place_and_the_places_of_others_are_taken() {
        let before = [(0, 'a'), (1, 'b'), (2, 'c')];
        assert_eq!(slots(&before, &['c', 'd', 'e', 'f'], None), [2, 0, 1, 3]);
        assert_eq!(slots(&before, &['x', 'y', 'z'], None), [0, 1, 2]);
        assert_eq!(slots(&before, &['b'], None), [1]);
        assert_eq!(slots(&[], &['a', 'b'], None), [0, 1]);
    }

    #[test]
    fn the_place_with_the_focus_is_not_given_away() {
        let before = [(0, 'a'), (1, 'b')];
        assert_eq!(slots(&before, &['x', 'y'], Some(0)), [1, 2]);
        assert_eq!(slots(&before, &['b', 'a'], Some(0)), [1, 0]);
    }
}
