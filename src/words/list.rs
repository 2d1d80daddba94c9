//! The sentences of the projects database that all languages share: values of facets, cells of the table, chips.

use super::numbers::{initial_lower, initial_upper};
use super::words;
use crate::domain::band::Band;
use crate::domain::catalogue::listed::Listed;
use crate::domain::catalogue::names::Names;
use crate::domain::column::Column;
use crate::domain::dataset::Meta;
use crate::domain::date::PartialDate;
use crate::domain::facet::Facet;
use crate::domain::part::Part;
use crate::domain::query::ProjectQuery;
use crate::domain::slug::Slug;
use crate::domain::status::Status;
use time::Date;

/// A value of a facet.
pub fn facet_value(facet: Facet, value: &Slug, names: &Names) -> String {
    let say = words();
    match value.as_str() {
        Facet::NOT_STATED => return say.not_stated.into(),
        Facet::IN_WORDS if facet == Facet::Budget => return say.in_words_only.into(),
        Facet::IN_WORDS => return say.in_words.into(),
        Facet::DISAGREES => return say.differs.into(),
        _ => {}
    }
    let known = match facet {
        Facet::Status | Facet::Stated => {
            Status::ALL.into_iter().find(|status| status.id() == value.as_str()).map(|it| say.status(it).to_owned())
        }
        Facet::Budget => Band::parse(value.as_str()).map(|band| say.band(band)),
        Facet::Year if value.as_str().len() == 4 && value.as_str().bytes().all(|b| b.is_ascii_digit()) => {
            Some(value.to_string())
        }
        Facet::Language => Some(match say.language(value.as_str()) {
            tag if tag == value.as_str() => tag.to_owned(),
            // Some languages write their names small.
            name => initial_upper(name),
        }),
        _ => names.get(facet, value).map(|it| it.name.clone()).filter(|name| !name.is_empty()),
    };
    known.unwrap_or_else(|| say.unknown_value(value))
}

/// How many entries a choice would show, beside its label.
pub fn choice_count(count: usize) -> String {
    format!("({})", words().number(count))
}

/// What the values of a facet are called that a project states.
fn values_of(facet: Facet, project: &Listed, names: &Names) -> Vec<String> {
    let mut values = names.stated(facet, project);
    // What stands for others comes after those that are named.
    values.sort_by_key(|value| value.as_str() == Facet::IN_WORDS);
    values.iter().map(|value| facet_value(facet, value, names)).collect()
}

/// A fact of a project as the text of a cell; empty when it is not stated.
pub fn cell(column: Column, project: &Listed, names: &Names, as_of: Date) -> String {
    let values = |facet: Facet| super::list_of(&values_of(facet, project, names));
    match column {
        Column::Country => values(Facet::Country),
        Column::Type => values(Facet::Type),
        Column::Period => project.period.as_ref().map(|it| super::dated(Some(it))).unwrap_or_default(),
        Column::Status => {
            let standing = project.day_facts().standing(as_of);
            let Some(derived) = standing.status() else { return String::new() };
            match standing.stated.filter(|stated| standing.disagree() && Some(*stated) != standing.status()) {
                Some(stated) => {
                    format!(
                        "{} ({} {})",
                        words().status(derived),
                        words().status_source_says,
                        initial_lower(words().status(stated))
                    )
                }
                None if standing.may_be_outdated() => {
                    format!("{} ({})", words().status(derived), words().status_said_once)
                }
                None => words().status(derived).to_owned(),
            }
        }
        Column::Donor => values(Facet::Donor),
        Column::Budget => match &project.budget {
            Some(budget) => super::budget_in_list(budget).unwrap_or_else(|| words().as_written(&budget.as_written)),
            None => String::new(),
        },
        Column::Implementer => values(Facet::Implementer),
        Column::Beneficiary => values(Facet::Beneficiary),
        Column::Source => values(Facet::Source),
        Column::Checked => project.checked.map(|date| words().partial_date(date)).unwrap_or_default(),
    }
}

/// Who carries a project out, for a card.
pub fn carried_out(project: &Listed, names: &Names) -> String {
    match values_of(Facet::Implementer, project, names) {
        none if none.is_empty() => words().unstated(Facet::Implementer),
        bodies => words().carried_out_by(&bodies),
    }
}

/// What the columns of a table's origin are called, and what its source is.
pub fn origin(meta: &Meta, address: &str) -> ([&'static str; 4], String) {
    let say = &words().save;
    (
        [say.version, say.data_as_of, say.data_source, say.question],
        super::list_of(&[meta.title.clone(), address.to_owned()]),
    )
}

/// What a question asks for, part by part, for the name of a file: ids and digits, the same in every language. A value
/// that would not tell what it is a value of has that before it.
pub fn in_short(query: &ProjectQuery) -> Vec<String> {
    let value = |facet: Facet, value: &Slug| {
        let special = [Facet::NOT_STATED, Facet::IN_WORDS].contains(&value.as_str());
        let telling = matches!(facet, Facet::Country | Facet::Type | Facet::Status | Facet::Donor);
        if telling && !special { value.to_string() } else { [facet.key(), value.as_str()].join("-") }
    };
    let mut parts = Vec::new();
    if query.only_picks {
        parts.push("ticked".to_owned());
    } else {
        parts.extend(query.picks().map(|(facet, it)| value(facet, it)));
        parts.push(query.words().to_owned());
        parts.extend(query.exclusions().map(|(facet, it)| ["not", &value(facet, it)].join("-")));
        let bounds = [("from", query.active.from), ("to", query.active.to)];
        parts.extend(bounds.into_iter().filter_map(|(word, date)| Some([word, &date?.to_string()].join("-"))));
        parts.extend(query.active.certainly.then(|| "certainly".to_owned()));
        parts.extend(query.budget.currency.map(|currency| currency.code().to_owned()));
        let sums = [("min", query.budget.min), ("max", query.budget.max)];
        parts.extend(sums.into_iter().filter_map(|(word, sum)| Some([word, &sum?.to_string()].join("-"))));
    }
    parts.extend(query.as_of.map(|day| ["as-of", &PartialDate::day(day).to_string()].join("-")));
    parts
}

/// The count above the list.
pub fn results_count(found: usize, of: usize) -> String {
    if found == of { words().projects_count(of) } else { words().some_projects(found, of) }
}

/// A spelling that finds something.
pub fn meant(text: &str, count: usize) -> String {
    format!("{text} ({})", words().projects_count(count))
}

/// Whether a value, seen alone, could as well be one of another facet.
fn needs_kind(facet: Facet, value: &Slug, names: &Names) -> bool {
    let special = [Facet::NOT_STATED, Facet::IN_WORDS].contains(&value.as_str());
    let shared = matches!(
        facet,
        Facet::Donor | Facet::Implementer | Facet::Beneficiary | Facet::Stated | Facet::Source | Facet::Language
    );
    special || shared || names.place(facet, value).is_none()
}

/// What somebody typed, to be put into the marks of the language: without marks of its own.
pub fn unquoted(text: &str) -> String {
    text.replace(['"', '“', '”', '„', '«', '»'], "")
}

/// A value with what it is a value of: `Donor: European Union`.
fn of_kind(kind: &str, value: &str) -> String {
    format!("{kind}: {value}")
}

/// A ticked project that the data does not know, for its chip.
pub fn unknown_pick(id: &Slug) -> String {
    of_kind(words().list.picks, &words().unknown_value(id))
}

/// What kind of filter a part of a question is, and its value: for chips. Where the value alone would not tell, it names
/// its kind itself, and the kind is empty.
pub fn part_name(part: &Part, query: &ProjectQuery, names: &Names) -> (String, String) {
    let say = words();
    match part {
        Part::Text if query.words().is_empty() => (String::new(), of_kind(say.part_unknown, &say.quoted(&query.text))),
        Part::Text => (say.part_words.into(), say.quoted(&unquoted(&query.text))),
        Part::Picked(facet, value) if needs_kind(*facet, value, names) => {
            (String::new(), of_kind(say.facet_name(*facet), &facet_value(*facet, value, names)))
        }
        Part::Picked(facet, value) => (say.facet_name(*facet).into(), facet_value(*facet, value, names)),
        Part::Excluded(facet, value) if needs_kind(*facet, value, names) => {
            (String::new(), of_kind(&say.excluded_kind(*facet), &facet_value(*facet, value, names)))
        }
        Part::Excluded(facet, value) => {
            (say.excluded_kind(*facet), say.excluded_value(&facet_value(*facet, value, names)))
        }
        Part::Active => (say.part_period.into(), say.active(&query.active)),
        Part::Budget => (say.part_budget.into(), say.budget_range(&query.budget)),
        Part::AsOf => {
            (String::new(), of_kind(say.list.as_of, &query.as_of.map(|day| say.day(day)).unwrap_or_default()))
        }
        Part::OnlyPicks => (say.list.picks.into(), say.part_only_picked.into()),
        Part::Unknown(at) => (String::new(), of_kind(say.part_unknown, &query.unknown_pair(*at).unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::names::Name;
    use crate::words::{LANGUAGES, speak};
    use std::collections::BTreeMap;

    #[track_caller]
    fn case(asked: &str, sentence: &str) {
        let of = |facet: Facet| {
            let known: &[(&str, &str)] = match facet {
                Facet::Country => &[("kazakhstan", "Kazakhstan"), ("tajikistan", "Tajikistan")],
                Facet::Type => &[("access-to-justice", "Access to justice")],
                Facet::Donor => &[("european-union", "European Union"), ("switzerland", "Switzerland")],
                _ => &[],
            };
            known.iter().filter_map(|(id, name)| Name::read(id, name)).collect()
        };
        assert_eq!(
            words().question(&ProjectQuery::parse(asked), &Names::new(Facet::ALL.map(of), str::to_owned)),
            sentence
        );
    }

    #[test]
    fn a_question_is_a_sentence() {
        case("", "Projects");
        case("q=-", "Projects");
        case(
            "country=kazakhstan&country=tajikistan&type=access-to-justice&donor=european-union&from=2016&to=2016",
            "Projects in Kazakhstan or Tajikistan about access to justice, funded by the European Union, \
             active or possibly active in 2016",
        );
        case("status=ongoing&q=legal+aid", "On-going projects with the words “legal aid”");
        case("status=ongoing&status=completed", "Completed or on-going projects");
        case(
            "all=donor&donor=european-union&donor=switzerland",
            "Projects, funded by the European Union and Switzerland",
        );
        case("country=not-stated&country=kazakhstan", "Projects in Kazakhstan or with no country stated");
        case("not-country=tajikistan&country=nowhere", "Projects in “nowhere” (unknown), without Tajikistan");
        case(
            "country=kazakhstan&country=tajikistan&type=access-to-justice&donor=european-union&year=2016",
            "Projects in Kazakhstan or Tajikistan about access to justice, funded by the European Union, active in 2016",
        );
        case("not-donor=switzerland&not-year=2016", "Projects, without the donor Switzerland or the year active 2016");
        case("from=2014-07&certainly=yes", "Projects, certainly active in or after July 2014");
        case("currency=EUR&min=1000000", "Projects, with a budget of €1,000,000 or more");
        case("status=not-stated&donor=not-stated", "Projects, with no status known, with no donor stated");
        case("pick=a&picked=yes", words().list.picks);
        case("as-of=2016-01-01", "Projects, as of 1 January 2016");
        case("not-country=tajikistan&as-of=2016-01-01", "Projects, without Tajikistan, as of 1 January 2016");
        case("pick=a&picked=yes&as-of=2016-01-01", "Ticked projects, as of 1 January 2016");
    }

    /// One body in every role, and values that read alike in several facets.
    fn alike() -> Names {
        let of = |facet: Facet| {
            let known: &[(&str, &str)] = match facet {
                Facet::Country => &[("kazakhstan", "Kazakhstan"), ("tajikistan", "Tajikistan"), ("not-stated", "")],
                Facet::Status | Facet::Stated => &[("completed", ""), ("ongoing", ""), ("not-stated", "")],
                Facet::Type => &[("courts", "Courts"), ("human-rights", "Human rights"), ("not-stated", "")],
                Facet::Donor | Facet::Implementer | Facet::Beneficiary => &[
                    ("european-union", "European Union"),
                    ("kazakhstan", "Kazakhstan"),
                    ("in-words", ""),
                    ("not-stated", ""),
                ],
                Facet::Year => &[("2015", ""), ("2016", ""), ("not-stated", "")],
                Facet::Budget => &[("eur-0", ""), ("eur-20000000", ""), ("in-words", ""), ("not-stated", "")],
                Facet::Source => &[("kazakhstan", "Kazakhstan"), ("example-org", "example.org"), ("not-stated", "")],
                Facet::Language => &[("en", ""), ("ru", ""), ("not-stated", "")],
            };
            known.iter().filter_map(|(id, name)| Name::read(id, name)).collect()
        };
        Names::new(Facet::ALL.map(of), str::to_owned)
    }

    /// Questions of all sorts, the same in every run.
    fn questions(names: &Names) -> Vec<ProjectQuery> {
        let mut seed = 11usize;
        let mut next = move |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        let texts = ["court", "legal aid", "2016", "Kazakhstan"].map(|text| ["q=", text].concat());
        let times = ["from=2016&to=2016", "from=2015&to=2016", "from=2016", "to=2016", "from=2016-07&to=2016-07"];
        let sums = ["currency=EUR", "currency=EUR&min=20000000", "currency=EUR&max=100000", "currency=USD"];
        let mut questions = Vec::new();
        for _ in 0..20_000 {
            let mut asked = Vec::new();
            if next(6) == 0 {
                asked.push(texts[next(texts.len())].as_str());
            }
            if next(3) == 0 {
                asked.push(times[next(times.len())]);
                asked.extend((next(2) == 0).then_some("certainly=yes"));
            }
            if next(6) == 0 {
                asked.push(sums[next(sums.len())]);
            }
            asked.extend((next(9) == 0).then_some("as-of=2016-01-01"));
            let mut query = ProjectQuery::parse(&asked.join("&"));
            for _ in 0..next(4) {
                let facet = Facet::ALL[next(Facet::ALL.len())];
                let value = &names.of(facet)[next(names.of(facet).len())].id;
                query = if next(3) == 0 { query.toggled_not(facet, value) } else { query.toggled(facet, value) };
                if next(4) == 0 && query.picked.get(&facet).is_some_and(|values| values.len() > 1) {
                    query = query.with_all_of(facet, true);
                }
            }
            // All of one value is any of it.
            let single = |facet: &Facet| query.picked.get(facet).is_none_or(|values| values.len() < 2);
            if !query.all_of.iter().any(single) {
                questions.push(query);
            }
        }
        questions
    }

    #[test]
    fn no_two_questions_have_the_same_sentence() {
        let names = alike();
        let all = questions(&names);
        for language in &LANGUAGES {
            speak(language);
            let mut said = BTreeMap::new();
            for query in &all {
                let sentence = words().question(query, &names);
                let before = said.entry(sentence.clone()).or_insert(query);
                assert_eq!(before.print(), query.print(), "{sentence}");
            }
            assert!(said.len() > 5000, "{}", said.len());
        }
        speak(&LANGUAGES[0]);
    }

    #[test]
    fn a_year_of_the_facet_and_a_period_are_told_apart() {
        for language in &LANGUAGES {
            speak(language);
            let said = ["year=2016", "from=2016&to=2016", "from=2016&to=2016&certainly=yes"].map(|asked| {
                let query = ProjectQuery::parse(asked);
                let (kind, value) = part_name(&query.parts()[0], &query, &Names::default());
                (words().question(&query, &Names::default()), [kind, value].join(": "))
            });
            for (at, one) in said.iter().enumerate() {
                for other in &said[at + 1..] {
                    assert!(one.0 != other.0 && one.1 != other.1, "{one:?} {other:?}");
                }
            }
        }
        speak(&LANGUAGES[0]);
        let query = ProjectQuery::parse("from=2016&to=2016");
        assert_eq!(words().active(&query.active), "active or possibly active in 2016");
    }

    #[test]
    fn a_file_is_named_by_what_was_asked() {
        let case = |asked: &str, parts: &[&str]| assert_eq!(in_short(&ProjectQuery::parse(asked)), parts, "{asked}");
        case(
            "country=kazakhstan&type=access-to-justice&sort=title&page=2&view=table",
            &["kazakhstan", "access-to-justice", ""],
        );
        case("donor=switzerland&implementer=switzerland", &["switzerland", "implementer-switzerland", ""]);
        case("donor=not-stated&not-country=kazakhstan", &["donor-not-stated", "", "not-kazakhstan"]);
        case("year=2016&q=суд", &["year-2016", "суд"]);
        case("from=2014-07&to=2016~&certainly=yes", &["", "from-2014-07", "to-2016~", "certainly"]);
        case("currency=EUR&min=5", &["", "EUR", "min-5"]);
        case("pick=a&picked=yes&country=kazakhstan&as-of=2016-01-01", &["ticked", "as-of-2016-01-01"]);
    }

    #[test]
    fn a_chip_names_its_kind_where_its_value_alone_would_not_tell() {
        let of = |facet: Facet| {
            let known: &[(&str, &str)] = match facet {
                Facet::Country => &[("kazakhstan", "Kazakhstan"), ("not-stated", "")],
                Facet::Donor => &[("european-union", "European Union"), ("not-stated", "")],
                _ => &[],
            };
            known.iter().filter_map(|(id, name)| Name::read(id, name)).collect()
        };
        let names = Names::new(Facet::ALL.map(of), str::to_owned);
        for (asked, kind, value) in [
            ("country=kazakhstan", "Country", "Kazakhstan"),
            ("not-country=kazakhstan", "Country, excluded", "not Kazakhstan"),
            ("country=not-stated", "", "Country: Not stated"),
            ("country=nowhere", "", "Country: “nowhere” (unknown)"),
            ("q=-%", "", "Not understood: “-%”"),
            ("q=\"rule of\" law", words().part_words, "“rule of law”"),
            ("utm_source=a,%D1%8F", "", "Not understood: utm_source=a,я"),
            ("donor=european-union", "", "Donor: European Union"),
            ("not-donor=european-union", "", "Donor, excluded: European Union"),
            ("budget=in-words", "", "Size of budget: In words only"),
        ] {
            let query = ProjectQuery::parse(asked);
            let named = query.parts().iter().map(|part| part_name(part, &query, &names)).collect::<Vec<_>>();
            assert_eq!(named, [(kind.to_owned(), value.to_owned())], "{asked}");
        }
        assert_eq!(words().remove_filter("", "Donor: European Union"), "Remove filter: Donor: European Union");
        assert_eq!(words().printed_part((26, 50, 1067), (2, 43)), "Projects 26–50 of 1,067, page 2 of 43");
    }

    #[test]
    fn bands_are_said_in_their_currency() {
        let value = |id: &str| facet_value(Facet::Budget, &Slug::new(id).unwrap(), &Names::default());
        assert_eq!(value("eur-0"), "below €100,000");
        assert_eq!(value("usd-1000000"), "USD 1,000,000 to below USD 5,000,000");
        assert_eq!(value("eur-20000000"), "€20,000,000 and more");
        assert_eq!(value("in-words"), "In words only");
    }
}
