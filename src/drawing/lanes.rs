//! [`Lanes`]: the first row that is free, found without looking at every row.

/// Rows, each taken up to some moment. A tournament tree over the rows' ends: the lowest free row of thousands is
/// found in a dozen steps, where a search from the top makes ten thousand bars take a tenth of a second.
#[derive(Default)]
pub struct Lanes {
    /// The earliest end among the leaves below each node; the children of `n` are `2n` and `2n + 1`.
    tree: Vec<f64>,
    leaves: usize,
}

impl Lanes {
    /// Takes the lowest row that is free at `from`, up to `to`. Calls come in order of `from`.
    #[inline(never)]
    pub fn take(&mut self, from: f64, to: f64) -> usize {
        if self.tree.get(1).is_none_or(|end| *end > from) {
            self.grow();
        }
        let mut node = 1;
        while node < self.leaves {
            node = if self.tree[2 * node] <= from { 2 * node } else { 2 * node + 1 };
        }
        let row = node - self.leaves;
        self.tree[node] = to;
        while node > 1 {
            node /= 2;
            let earliest = earlier(self.tree[2 * node], self.tree[2 * node + 1]);
            // What is the earliest elsewhere stays so all the way up.
            if earliest == self.tree[node] {
                break;
            }
            self.tree[node] = earliest;
        }
        row
    }

    fn grow(&mut self) {
        let ends: Vec<f64> = self.tree.get(self.leaves..).unwrap_or_default().to_vec();
        self.leaves = (self.leaves * 2).max(8);
        self.tree = vec![f64::NEG_INFINITY; 2 * self.leaves];
        self.tree[self.leaves..self.leaves + ends.len()].copy_from_slice(&ends);
        for node in (1..self.leaves).rev() {
            self.tree[node] = earlier(self.tree[2 * node], self.tree[2 * node + 1]);
        }
    }
}

/// What `f64::min` is without its care for what is no number, for which WebAssembly calls a function.
fn earlier(one: f64, other: f64) -> f64 {
    if one < other { one } else { other }
}
