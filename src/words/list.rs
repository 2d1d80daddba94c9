//! The sentences of the projects database that all languages share: values of facets, cells of the table, chips.

use super::numbers::{initial_lower, initial_upper};
use super::words;
use crate::domain::band::Band;
use crate::domain::catalogue::listed::Listed;
use crate::domain::catalogue::names::Names;
use crate::domain::column::Column;
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

/// A fact of a project as the text of a cell; empty when it is not stated.
pub fn cell(column: Column, project: &Listed, names: &Names, as_of: Date) -> String {
    let values = |facet: Facet| {
        let mut values = names.stated(facet, project);
        // What stands for others comes after those that are named.
        values.sort_by_key(|value| value.as_str() == Facet::IN_WORDS);
        let words: Vec<String> = values.iter().map(|value| facet_value(facet, value, names)).collect();
        super::list_of(&words)
    };
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
        Part::Text => (say.part_words.into(), say.quoted(&query.text)),
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
        Part::Unknown(at) => (say.part_unknown.into(), query.unknown_pair(*at).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::names::Name;

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
        case(
            "country=kazakhstan&country=tajikistan&type=access-to-justice&donor=european-union&from=2016&to=2016",
            "Projects in Kazakhstan or Tajikistan about access to justice, funded by the European Union, active in 2016",
        );
        case("status=ongoing&q=legal+aid", "On-going projects with the words “legal aid”");
        case("status=ongoing&status=completed", "Completed or on-going projects");
        case(
            "all=donor&donor=european-union&donor=switzerland",
            "Projects, funded by the European Union and Switzerland",
        );
        case("country=not-stated&country=kazakhstan", "Projects in Kazakhstan or with no country stated");
        case("not-country=tajikistan&country=nowhere", "Projects in “nowhere” (unknown), without Tajikistan");
        case("from=2014-07&certainly=yes", "Projects, certainly active in or after July 2014");
        case("currency=EUR&min=1000000", "Projects, with a budget of €1,000,000 or more");
        case("status=not-stated&donor=not-stated", "Projects, with no status known, with no donor stated");
        case("pick=a&picked=yes", words().list.picks);
        case("as-of=2016-01-01", "Projects, as of 1 January 2016");
        case("not-country=tajikistan&as-of=2016-01-01", "Projects, without Tajikistan, as of 1 January 2016");
        case("pick=a&picked=yes&as-of=2016-01-01", "Ticked projects, as of 1 January 2016");
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
