//! Texts as they are compared: words without case, accents and apostrophes.
//!
//! The text must come decomposed (NFKD), which is a library's work: `unicode-normalization` where the index is made,
//! the browser's own where a question is asked. Then: Latin and Greek letters lose their accents; of the Cyrillic
//! ones only ё becomes е and stress marks go, because й and и, ў and у, ӣ and и are different letters of their
//! languages. Қ, ғ, ҷ, ҳ, ө, ү, ұ, ә, һ and і have no decomposition and stay what they are.

/// The words of a decomposed text.
pub fn words(decomposed: &str) -> impl Iterator<Item = String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut base = ' ';
    let mut rest = decomposed.chars().peekable();
    while let Some(c) = rest.next() {
        // An acute accent that stands alone is used as an apostrophe; decomposed, it is a blank with a mark.
        if is_apostrophe(c) || c == ' ' && rest.next_if_eq(&'\u{301}').is_some() {
            continue;
        }
        if is_mark(c) {
            if keeps(base, c) {
                // Before its letter, so that и is no beginning of й.
                let at = word.char_indices().next_back().map_or(0, |(at, _)| at);
                word.insert(at, c);
            }
        } else if c.is_alphanumeric() {
            base = c;
            for lower in c.to_lowercase() {
                // İ becomes i with a dot of its own.
                if !is_mark(lower) {
                    word.push(if lower == 'ς' { 'σ' } else { lower });
                }
            }
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words.into_iter()
}

/// A folded word as it is spelled: with its marks after their letters.
pub fn spelled(word: &str) -> String {
    let mut spelled = String::new();
    let mut marks = String::new();
    for c in word.chars() {
        if is_mark(c) {
            marks.push(c);
        } else {
            spelled.push(c);
            spelled.push_str(&std::mem::take(&mut marks));
        }
    }
    spelled
}

/// A text in parts, each with whether it is a word that begins with one of `wanted` (folded words). The parts together
/// are the text.
pub fn marked<'t>(
    text: &'t str,
    wanted: &'t [String],
    decompose: fn(&str) -> String,
) -> impl Iterator<Item = (bool, &'t str)> {
    let in_word = |c: char| c.is_alphanumeric() || is_mark(c) || is_apostrophe(c);
    let is_wanted = |word: String| wanted.iter().any(|wanted| word.starts_with(wanted.as_str()));
    let mut rest = text;
    let pieces = std::iter::from_fn(move || {
        let word = in_word(rest.chars().next()?);
        let end = rest.find(|c| in_word(c) != word).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some((word && words(&decompose(piece)).any(is_wanted), end))
    });
    let mut pieces = pieces.peekable();
    let mut rest = text;
    std::iter::from_fn(move || {
        let (hit, mut end) = pieces.next()?;
        while let Some((_, more)) = pieces.next_if(|(other, _)| *other == hit) {
            end += more;
        }
        let (part, after) = rest.split_at(end);
        rest = after;
        Some((hit, part))
    })
}

/// Apostrophes of all shapes are dropped: Uzbek ʻ, Ukrainian ʼ, curly and straight.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʿ' | 'ʹ' | '`' | '´' | '′' | '‛')
}

/// A combining mark of the European scripts.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The mark makes another letter of its base.
fn keeps(base: char, mark: char) -> bool {
    let cyrillic = matches!(base, '\u{400}'..='\u{52f}');
    cyrillic && !matches!((base, mark), (_, '\u{300}' | '\u{301}') | ('е' | 'Е', '\u{308}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert_eq!(folded(a), folded(b));
    }

    fn folded(text: &str) -> Vec<String> {
        words(&text.nfkd().collect::<String>()).collect()
    }

    #[test]
    fn whatever_is_typed_for_an_apostrophe_parts_no_word() {
        for apostrophe in "'’‘ʻʼʽʿ´`′".chars() {
            same(&format!("O{apostrophe}zbekiston"), "Ozbekiston");
        }
    }

    #[test]
    fn case_accents_and_apostrophes_do_not_matter() {
        same("Ёлка ПРОЁМ", "елка проем");
        same("Türkmenistan, Ýaşlar", "turkmenistan yaslar");
        same("Oʻzbekiston", "O'zbekiston");
        same("O’zbekiston", "ozbekiston");
        same("Prosecutor General’s", "prosecutor generals");
        same("İstanbul", "istanbul");
        same("ΟΔΟΣ", "οδός");
        same("ﬁnance", "finance");
        same("Қазақстан", "қазақстан");
        same("за́мок", "замок");
    }

    #[test]
    fn matches_are_marked_in_the_text_as_it_is() {
        let decompose = |text: &str| text.nfkd().collect::<String>();
        let wanted = ["kyrgyz".to_owned(), "елк".to_owned()];
        assert_eq!(
            marked("The KYRGYZ’s Ёлка, край", &wanted, decompose).collect::<Vec<_>>(),
            [(false, "The "), (true, "KYRGYZ’s"), (false, " "), (true, "Ёлка"), (false, ", край")]
        );
        assert_eq!(marked("", &wanted, decompose).next(), None);
    }

    #[test]
    fn letters_of_their_own_stay() {
        for (a, b) in [("йод", "иод"), ("ӣ", "и"), ("ў", "у"), ("қ", "к"), ("ө", "о"), ("ү", "у"), ("ҷ", "ч")]
        {
            assert_ne!(folded(a), folded(b), "{a} {b}");
        }
        assert_eq!(folded("край"), folded("КРАЙ"), "one word, not cut at its mark");
        assert_eq!(folded(&spelled(&folded("край")[0])), folded("край"));
        assert!(!folded("край")[0].starts_with(&folded("краи")[0]));
        assert!(folded("крайний")[0].starts_with(&folded("край")[0]));
        assert_eq!(folded("край").len(), 1);
    }

    #[test]
    fn words_are_cut_at_what_is_neither_letter_nor_digit() {
        assert_eq!(folded("«Access-to justice» (2014/15)"), ["access", "to", "justice", "2014", "15"]);
        assert_eq!(folded(" – "), Vec::<String>::new());
        assert_eq!(folded("\u{301}a"), ["a"]);
    }
}
