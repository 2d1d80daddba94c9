//! Sentences, and names of places.

use super::random::Random;
use super::vocabulary::{BODIES, EFFECTS, GROUPS, MEANS, NAMES, PLACES, SAYINGS, SUBJECTS, TO_DO};
use atlas::domain::country::Country;

/// A town or a village of the country; of a country that the vocabulary does not know, of any other.
pub fn place(random: &mut Random, country: Option<&Country>) -> String {
    let known = country.and_then(|country| PLACES.iter().find(|places| places.code == country.code));
    match known.or_else(|| random.pick(&PLACES)) {
        Some(places) if random.chance(60) => random.word(places.towns).to_owned(),
        Some(places) => format!("{}{}", random.word(places.first), random.word(places.second)),
        None => String::new(),
    }
}

/// An abbreviation: three to five capital letters.
pub fn letters(random: &mut Random) -> String {
    (0..random.within(3..=5)).map(|_| random.word(&["A", "C", "E", "I", "J", "K", "L", "P", "R", "S", "T"])).collect()
}

/// Words between quotation marks, in a language of the region.
pub fn saying(random: &mut Random) -> String {
    let words = random.pick(&SAYINGS).map_or("", |(_, words)| words);
    if random.chance(50) { format!("«{words}»") } else { format!("“{words}”") }
}

/// What a project sets out to do: 40 to 120 words.
pub fn objective(random: &mut Random, country: Option<&Country>) -> String {
    let words = random.within(40..=96);
    sentences(words, || aim(random, country))
}

/// What it brought: about 15 to 50 words.
pub fn results(random: &mut Random) -> String {
    let words = random.within(15..=30);
    let first = if random.chance(50) { "Expected: " } else { "" };
    let text = sentences(words, || {
        let number = random.within(3..=4_000);
        match random.below(4) {
            0 => format!("{} and {}.", upper(random.word(&EFFECTS)), random.word(&EFFECTS)),
            1 => format!("Some {number} {} took part in {}.", random.word(&GROUPS), random.word(&MEANS)),
            2 => format!("{number} cases were accepted, and {}.", random.word(&EFFECTS)),
            _ => format!("The manual on {} was printed in {number} copies.", saying(random)),
        }
    });
    format!("{first}{text}")
}

/// Whom it addresses.
pub fn target_groups(random: &mut Random) -> String {
    let (some, others) = GROUPS.split_at(GROUPS.len() / 2);
    format!("{}; in the end {}.", upper(random.word(some)), random.word(others))
}

fn aim(random: &mut Random, country: Option<&Country>) -> String {
    let subject = random.word(&SUBJECTS);
    let verb = random.word(&TO_DO);
    let body = random.word(&BODIES);
    let group = random.word(&GROUPS);
    let means = random.word(&MEANS);
    let place = place(random, country);
    let number = random.within(2..=900);
    match random.below(12) {
        0 | 1 => format!("The project helps {body} to {verb} {subject}."),
        2 => format!("It uses {means} to {verb} {subject} for {group} in {place}."),
        3 => format!("In {number} districts around {place} it offers {means} to {group}."),
        4 => format!("Together with {body} it works on {subject} and {}.", random.word(&SUBJECTS)),
        5 => format!("It also trains {group}, so that {}.", random.word(&EFFECTS)),
        6 => format!("The campaign {} is carried by {group} in {place}.", saying(random)),
        7 => format!("{} and {means} prepare the ground for {subject}.", upper(random.word(&MEANS))),
        8 => format!("The centre “{}” in {place} advises {group} on {subject}.", random.word(&NAMES)),
        9 => format!("Law No. {number} on {subject} is compared with the practice of {body}."),
        10 => format!("A working group of {body} drafts rules on {subject}, known as {}.", saying(random)),
        _ => format!("Its specific objective is to {verb} {subject}, with {means} for {group}."),
    }
}

fn sentences(words: usize, mut next: impl FnMut() -> String) -> String {
    let mut text = next();
    while text.split(' ').count() < words {
        text.push(' ');
        text.push_str(&next());
    }
    text
}

/// With a capital at the beginning.
pub fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_objective_has_forty_to_a_hundred_and_twenty_words() {
        for index in 0..5_000 {
            let text = objective(&mut Random::of(1, "objective", index), None);
            assert!((40..=120).contains(&text.split(' ').count()), "{text}");
        }
    }
}
