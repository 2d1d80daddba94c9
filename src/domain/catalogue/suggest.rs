//! What to try when nothing matches: the filter, or the two, whose removal gives most, and words that are spelled alike.

use super::Catalogue;
use crate::domain::fold;
use crate::domain::part::Part;
use crate::domain::query::ProjectQuery;

/// What to take away from a question that nothing matches.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// The parts, in the order of the question.
    pub parts: Vec<Part>,
    /// The question without them.
    pub without: ProjectQuery,
    /// How many projects match it.
    pub total: usize,
}

/// Of how many parts every two are tried: each pair is a question to the engine.
const MOST_PARTS: usize = 12;

/// The removal after which most projects match, the first of equals.
fn best(removals: Vec<Removal>) -> Option<Removal> {
    removals.into_iter().filter(|it| it.total > 0).reduce(|best, it| if it.total > best.total { it } else { best })
}

impl Catalogue {
    /// The part of a question without which most projects match, or the two of them where no single one helps, and how
    /// many match then; `None` when two do not help either.
    pub fn best_removal(&mut self, query: &ProjectQuery) -> Option<Removal> {
        let parts = query.parts();
        let single = parts.iter().map(|part| vec![part.clone()]);
        let single = single.map(|parts| self.removal(query, parts)).collect::<Vec<_>>();
        best(single).or_else(|| {
            let few = &parts[..parts.len().min(MOST_PARTS)];
            let pairs = few.iter().enumerate().flat_map(|(at, one)| few[at + 1..].iter().map(move |it| [one, it]));
            best(pairs.map(|pair| self.removal(query, pair.map(Clone::clone).to_vec())).collect())
        })
    }

    fn removal(&mut self, query: &ProjectQuery, parts: Vec<Part>) -> Removal {
        // Those that have a place in a list of their kind move it when they go: the last goes first.
        let without = parts.iter().rev().fold(query.clone(), |query, part| query.without(part));
        Removal { total: self.total(&without), without, parts }
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
