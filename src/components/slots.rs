//! [`slots`]: which places of a list its new rows are drawn into.
//!
//! To change the words of a card costs a tenth of making one, and less than moving it, which has the browser lay it out
//! anew with all that is in it. So the first place shows the first row, whatever that is, and so on. But the place that
//! holds the focus must not come to mean another project: it goes where its row goes.

/// The place of each of the rows `now`, given the places `before` with their rows; `held` keeps its row. A number that
/// is not among those before is a new place.
pub fn slots<K: PartialEq>(before: &[(usize, K)], now: &[K], held: Option<usize>) -> Vec<usize> {
    let held = before.iter().find(|(slot, _)| Some(*slot) == held);
    let new = before.iter().map(|(slot, _)| slot + 1).max().unwrap_or(0);
    let others = before.iter().map(|(slot, _)| *slot).filter(|slot| held.is_none_or(|(held, _)| held != slot));
    let mut free = others.chain(new..);
    let of = |row: &K| held.filter(|(_, it)| it == row).map(|(slot, _)| *slot);
    now.iter().map(|row| of(row).or_else(|| free.next()).unwrap_or(new)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_drawn_into_the_places_in_order_and_nothing_moves() {
        let before = [(0, 'a'), (1, 'b'), (2, 'c')];
        assert_eq!(slots(&before, &['c', 'd', 'e', 'f'], None), [0, 1, 2, 3]);
        assert_eq!(slots(&before, &['b'], None), [0]);
        assert_eq!(slots(&[], &['a', 'b'], None), [0, 1]);
        assert_eq!(slots(&[(4, 'a'), (1, 'b')], &['x', 'y', 'z'], None), [4, 1, 5]);
    }

    #[test]
    fn the_place_with_the_focus_keeps_its_row() {
        let before = [(0, 'a'), (1, 'b'), (2, 'c')];
        assert_eq!(slots(&before, &['x', 'a', 'y'], Some(0)), [1, 0, 2]);
        assert_eq!(slots(&before, &['b', 'x', 'y', 'z'], Some(1)), [1, 0, 2, 3]);
    }

    #[test]
    fn the_place_with_the_focus_is_not_given_away_when_its_row_goes() {
        let before = [(0, 'a'), (1, 'b')];
        assert_eq!(slots(&before, &['x', 'y'], Some(0)), [1, 2]);
    }
}
