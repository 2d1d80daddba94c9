//! What to try when nothing matches: the one filter whose removal gives most, and words that are spelled alike.

use super::Catalogue;
use crate::domain::fold;
use crate::domain::part::Part;
use crate::domain::query::ProjectQuery;

impl Catalogue {
    /// The part of a question without which most projects match, and how many; `None` when no single removal helps.
    pub fn best_removal(&mut self, query: &ProjectQuery) -> Option<(Part, usize)> {
        let mut best: Option<(Part, usize)> = None;
        for part in query.parts() {
            let total = self.total(&query.without(&part));
            if total > best.as_ref().map_or(0, |best| best.1) {
                best = Some((part, total));
            }
        }
        best
    }

    /// The question with words that occur instead of words that do not, and how many projects match it; `None` when
    /// every word occurs, or nothing is spelled alike.
    pub fn did_you_mean(&mut self, query: &ProjectQuery) -> Option<(ProjectQuery, usize)> {
        if query.only_picks {
            // The words have not kept anything away.
            return None;
        }
        let words = self.fold(&query.text);
        let text = self.table().text(super::WORDS)?;
        let mut changed = false;
        let mut meant = Vec::new();
        for word in words {
            let mut best: Option<(usize, u32, &str)> = None;
            let length = word.chars().count();
            // One slip in a short word, two in a long one; in a word of three letters every slip makes another word.
            let slips = if length < 4 { 0 } else { 1 + usize::from(length > 6) };
            let mut occurs = false;
            for (known, rows) in self.table().words(text) {
                if known.starts_with(word.as_str()) {
                    occurs = true;
                    break;
                }
                if known.chars().count().abs_diff(length) > slips {
                    continue;
                }
                let distance = strsim::osa_distance(&word, known);
                let better = best.is_none_or(|(best, most, _)| (distance, u32::MAX - rows) < (best, u32::MAX - most));
                if distance <= slips && better {
                    best = Some((distance, rows, known));
                }
            }
            match best {
                Some((_, _, known)) if !occurs => {
                    changed = true;
                    meant.push(fold::spelled(known));
                }
                _ => meant.push(fold::spelled(&word)),
            }
        }
        let meant = query.with_text(&meant.join(" "));
        let total = if changed { self.total(&meant) } else { 0 };
        (total > 0).then_some((meant, total))
    }
}
