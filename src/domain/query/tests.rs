//! Questions and their addresses.

use super::*;
use crate::domain::date::PartialDate;
use crate::domain::part::Part;
use crate::domain::query_string;

#[track_caller]
fn case(query: &str, canonical: &str) {
    let read = ProjectQuery::parse(query);
    assert_eq!(read.print(), canonical);
    assert_eq!(ProjectQuery::parse(canonical.trim_start_matches('?')), read, "the canonical spelling reads the same");
}

#[test]
fn what_is_cut_reads_the_same_again() {
    let blank_at_the_cut = format!("q={}+word", "a".repeat(TEXT_LIMIT - 1));
    case(&blank_at_the_cut, &format!("?q={}", "a".repeat(TEXT_LIMIT - 1)));
    for key in ["pick", "country", "not-donor"] {
        let too_long = ProjectQuery::parse(&format!("{key}={}", "a".repeat(Slug::MAX + 1)));
        assert_eq!(ProjectQuery::parse(too_long.print().trim_start_matches('?')), too_long, "{key}");
        assert_eq!(too_long.unknown.len(), 1, "{key}");
    }
    let zeros = ProjectQuery::parse(&format!("currency=EUR&min={}x", "0".repeat(TEXT_LIMIT)));
    assert_eq!(ProjectQuery::parse(zeros.print().trim_start_matches('?')), zeros);
}

#[test]
fn there_is_one_spelling_per_question() {
    case("", "");
    case("country=tajikistan&country=kazakhstan", "?country=kazakhstan&country=tajikistan");
    case("status=ongoing&q=fair+trial&sort=relevance", "?q=fair+trial&status=ongoing");
    case("sort=title&sort=newest", "");
    case("q=a&sort=newest", "?q=a&sort=newest");
    case("q=%20%20", "");
    case("q=100%2525", "?q=100%2525");
    case("page=1&view=cards", "");
    case("view=table&column=donor&column=country", "?view=table&column=country&column=donor");
    case("to=2016&from=2014-07", "?from=2014-07&to=2016");
    case("certainly=yes", "");
    case("max=5&currency=EUR", "?currency=EUR&max=5");
    case("pick=b&pick=a&pick=b&picked=yes&page=all", "?pick=b&pick=a&picked=yes&page=all");
    case("all=donor&not-type=police&donor=a&donor=b", "?donor=a&donor=b&all=donor&not-type=police");
    case("country=a&not-country=a", "?not-country=a");
    case("as-of=2016-01-01", "?as-of=2016-01-01");
}

#[test]
fn what_is_not_understood_is_kept() {
    case("country=No%20Such&country=nowhere&utm=1", "?country=nowhere&country=No+Such&utm=1");
    case("sort=nonsense&page=0", "?sort=nonsense&page=0");
    case("from=July&as-of=2016&min=5&all=status", "?from=July&as-of=2016&all=status&min=5");
    assert!(!ProjectQuery::parse("utm=1").is_everything(), "so that it can be removed");
}

#[test]
fn a_range_turned_round_is_not_understood() {
    case("to=2014&from=2016&certainly=yes&q=a&utm=1", "?q=a&utm=1&from=2016&to=2014");
    case("from=2016&to=2016-03", "?from=2016&to=2016-03");
    case("from=2016-03&to=2016", "?from=2016-03&to=2016");
    case("from=2016-04&to=2016-03-31~", "?from=2016-04&to=2016-03-31%7E");
    case("min=6&max=5&currency=EUR", "?currency=EUR&min=6&max=5");
    case("min=5&max=5&currency=EUR", "?currency=EUR&min=5&max=5");
    let query = ProjectQuery::parse("from=2016&to=2014&currency=EUR&min=6&max=5");
    assert!(!query.active.is_asked() && (query.budget.min, query.budget.max) == (None, None));
    assert_eq!(query.unknown.len(), 4);
    // What is done to it says the same as the address that it prints.
    let same = |query: ProjectQuery, printed: &str| {
        assert_eq!(query.print(), printed);
        assert_eq!(ProjectQuery::parse(printed.trim_start_matches('?')), query);
    };
    same(query.changed(|_| ()), "?currency=EUR&from=2016&to=2014&min=6&max=5");
    same(query.without(&Part::Unknown(1)), "?from=2016&currency=EUR&min=6&max=5");
    same(query.without(&Part::Unknown(2)), "?currency=EUR&max=5&from=2016&to=2014");
    same(query.without(&Part::Budget), "?from=2016&to=2014&min=6&max=5");
    let asked = query.changed(|query| query.active.to = PartialDate::parse("2015"));
    same(asked, "?to=2015&currency=EUR&min=6&max=5");
}

#[test]
fn no_address_asks_for_more_than_a_page_can_link() {
    let values = |key: &str| {
        let mut query = format!("{key}=v");
        for at in 0.. {
            if query.len() >= 8000 {
                break;
            }
            query.push_str(&format!("&{key}=v{at}"));
        }
        query
    };
    let many = |key: &str| ProjectQuery::parse(&values(key));
    let pairs = |query: &ProjectQuery| query_string::parse(query.print().trim_start_matches('?')).len();
    for key in ["x", "utm", "sort"] {
        let read = many(key);
        assert_eq!((pairs(&read), read.parts().len()), (UNKNOWN_LIMIT, UNKNOWN_LIMIT), "{key}");
        assert_eq!(ProjectQuery::parse(read.print().trim_start_matches('?')), read, "{key}");
    }
    for key in ["country", "not-donor"] {
        let read = many(key);
        assert_eq!((pairs(&read), read.parts().len()), (VALUE_LIMIT, VALUE_LIMIT), "{key}");
        assert_eq!(ProjectQuery::parse(read.print().trim_start_matches('?')), read, "{key}");
    }
    let both = ProjectQuery::parse(&[values("country"), values("not-type"), values("x"), values("pick")].join("&"));
    assert_eq!(pairs(&both), VALUE_LIMIT + UNKNOWN_LIMIT + PICK_LIMIT);
    // A range turned round stays whole.
    let ranged = ProjectQuery::parse(&format!("{}&from=2016&to=2014&min=5", values("x")));
    assert_eq!(pairs(&ranged), UNKNOWN_LIMIT);
    assert_eq!(ProjectQuery::parse(ranged.print().trim_start_matches('?')), ranged);
}

#[test]
fn a_change_of_a_filter_leaves_the_projects_ticked() {
    let value = Slug::new("kazakhstan").unwrap();
    let query = ProjectQuery::parse("q=law&pick=a&picked=yes");
    for changed in [
        query.toggled(Facet::Country, &value),
        query.toggled_not(Facet::Country, &value),
        query.with_all_of(Facet::Country, true),
        query.with_text("court"),
        query.changed(|query| query.active.from = PartialDate::parse("2014")),
        query.cleared(),
    ] {
        assert!(!changed.only_picks && changed.picks == query.picks, "{}", changed.print());
    }
    for same in [
        query.with_sort(Sort::Title),
        query.with_view(View::Table),
        query.with_column_toggled(Column::Type),
        query.at(Page::All),
        query.with_pick_toggled(&value),
        query.changed(|query| query.only_picks = true),
    ] {
        assert!(same.only_picks, "{}", same.print());
    }
}

#[test]
fn picking_twice_is_not_picking() {
    let value = Slug::new("kazakhstan").unwrap();
    let query = ProjectQuery::parse("q=a&sort=title&not-type=police");
    assert_eq!(query.toggled(Facet::Country, &value).print(), "?q=a&country=kazakhstan&not-type=police&sort=title");
    assert_eq!(query.toggled(Facet::Country, &value).toggled(Facet::Country, &value), query);
    assert_eq!(query.toggled_not(Facet::Country, &value).toggled_not(Facet::Country, &value), query);
    assert_eq!(query.with_pick_toggled(&value).with_pick_toggled(&value), query);
    assert_eq!(query.with_column_toggled(Column::Type).with_column_toggled(Column::Type), query);
}

#[test]
fn another_question_begins_at_its_first_page() {
    let value = Slug::new("kazakhstan").unwrap();
    let query = ProjectQuery::parse("page=3");
    assert_eq!(query.toggled(Facet::Country, &value).page, Page::Number(1));
    assert_eq!(query.with_pick_toggled(&value).page, Page::Number(3));
    assert_eq!(ProjectQuery::parse("page=all").with_text("a").page, Page::All);
    assert!(query.is_everything());
}
