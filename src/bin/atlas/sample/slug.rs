//! [`slug`]: what a record of the sample is called in addresses.

/// An id: the first words of a text that can stand in an address, and a number that makes it the only one.
pub fn slug(text: &str, index: usize) -> String {
    let text: String = text.chars().filter(|c| !matches!(c, 'ʻ' | '’')).map(plain).collect();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = words.take(8).collect::<Vec<_>>().join("-").to_lowercase();
    if slug.is_empty() {
        slug.push_str("untitled");
    }
    format!("{slug}-{}", index + 1)
}

/// A letter of a Latin alphabet without its marks.
fn plain(letter: char) -> char {
    match letter {
        'ä' => 'a',
        'ç' => 'c',
        'ň' => 'n',
        'ö' => 'o',
        'ş' => 's',
        'ü' | 'Ü' => 'u',
        'ý' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas::domain::slug::Slug;

    #[test]
    fn a_title_in_any_script_gives_an_id() {
        for (title, id) in [("Әділет", "untitled-1"), ("The “Үміт” of Qoʻqon – 2", "the-of-qoqon-2-1")]
        {
            assert_eq!(slug(title, 0), id);
            assert!(Slug::new(&slug(title, 0)).is_some());
        }
    }
}
