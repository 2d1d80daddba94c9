//! A list as tables: answers of the catalogue in, a [`Sheet`] out. No framework and no browser: `tests/save.rs` compiles
//! this file by itself.

use crate::domain::budget::{Covers, Precision};
use crate::domain::catalogue::Share;
use crate::domain::catalogue::listed::Listed;
use crate::domain::catalogue::names::Names;
use crate::domain::dataset::Dataset;
use crate::domain::facet::Facet;
use crate::domain::party::Role;
use crate::domain::period::End;
use crate::domain::project::Kind;
use crate::domain::query::{Page, ProjectQuery};
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::status::Status;
use crate::words::{self, words};
use serde_json::Value;
use sheet::cell::Cell;
use sheet::name::{LONGEST_WHAT, file_name, plain};
use sheet::{Column, Sheet};
use std::collections::BTreeSet;
use time::Date;

/// The question that gave the list, and what it was asked of.
pub struct Asked<'a> {
    /// The question.
    pub query: &'a ProjectQuery,
    /// The names of all values, as of this question.
    pub names: &'a Names,
    /// Any slice of the data set: it tells of the whole, and the codes of the countries.
    pub dataset: &'a Dataset,
    /// How many projects match, and how many there are.
    pub found: (usize, usize),
    /// Where the site stands: `https://example.org/portal`.
    pub site: &'a str,
}

const PROJECT_COLUMNS: usize = 41;

/// The columns of the table of projects: the key for machines, the heading for people. Those of its origin follow.
fn project_columns() -> [(&'static str, &'static str); PROJECT_COLUMNS] {
    let say = &words().save;
    [
        ("id", say.id),
        ("title", say.title),
        ("kind", say.kind),
        ("countries", say.countries),
        ("country_codes", say.country_codes),
        ("country_ids", say.country_ids),
        ("types", say.types),
        ("type_ids", say.type_ids),
        ("start", say.start),
        ("end", say.end),
        ("first_day", say.first_day),
        ("last_day", say.last_day),
        ("period_as_written", say.period),
        ("status", say.status),
        ("status_id", say.status_id),
        ("stated_status", say.stated),
        ("stated_status_id", say.stated_id),
        ("stated_status_as_written", say.stated_words),
        ("donors", say.donors),
        ("donor_ids", say.donor_ids),
        ("donors_as_written", say.donors_words),
        ("implementers", say.implementers),
        ("implementer_ids", say.implementer_ids),
        ("implementers_as_written", say.implementers_words),
        ("beneficiaries", say.beneficiaries),
        ("beneficiary_ids", say.beneficiary_ids),
        ("beneficiaries_as_written", say.beneficiaries_words),
        ("budget_amount", say.amount),
        ("budget_currency", say.currency),
        ("budget_precision", say.precision),
        ("budget_covers", say.covers),
        ("budget_indicative", say.indicative),
        ("budget_as_written", say.budget_words),
        ("last_checked", say.checked),
        ("objective", say.objective),
        ("target_groups", say.target_groups),
        ("results", say.results),
        ("note", say.note),
        ("sources", say.sources),
        ("permalink", say.permalink),
        ("as_of", say.as_of),
    ]
}

/// Between the values of a cell.
const SEPARATOR: &str = "; ";

impl Asked<'_> {
    /// The table of the projects of the list, in its order. `details`: what `Slices::details` gives, read; a list in the
    /// order of the catalogue's rows.
    pub fn projects(&self, projects: &[Listed], details: &[Value]) -> Sheet {
        let rows = projects.iter().map(|project| {
            let details = details.get(usize::try_from(project.row).unwrap_or(usize::MAX));
            self.row(project, details.unwrap_or(&Value::Null)).into()
        });
        self.sheet(None, &words().save.read_projects, project_columns().map(column).into(), rows.collect())
    }

    fn row(&self, project: &Listed, details: &Value) -> [Cell; PROJECT_COLUMNS] {
        let written = |key: &str| match details.get(key) {
            Some(Value::Array(list)) => joined(list.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect()),
            Some(Value::String(text)) => Cell::text(text.clone()),
            _ => Cell::Empty,
        };
        let [countries, types, donors, implementers, beneficiaries] =
            [Facet::Country, Facet::Type, Facet::Donor, Facet::Implementer, Facet::Beneficiary]
                .map(|facet| self.values(facet, project));
        let codes = self.names.stated(Facet::Country, project);
        let codes = codes.iter().filter_map(|id| self.dataset.country(id).map(|it| it.code.clone())).collect();
        let facts = project.day_facts();
        let start = facts.period.and_then(|period| period.start);
        let end = facts.period.map(|period| period.end);
        let last = facts.period.and_then(|period| period.end_date());
        let status = facts.standing(self.day()).status();
        let budget = project.budget.as_ref().and_then(|budget| Some((budget, budget.money?)));
        let stated = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
        let day = |date: Option<Date>| date.map_or(Cell::Empty, Cell::Day);
        [
            Cell::Text(project.id.to_string()),
            Cell::text(project.title.clone()),
            stated(Some(Kind::TABLE[project.kind as usize].0.into())),
            countries.0,
            joined(codes),
            countries.1,
            types.0,
            types.1,
            stated(start.map(|date| date.to_string())),
            match end {
                Some(End::On(date)) => Cell::Text(date.to_string()),
                Some(End::Open) => Cell::Text("..".into()),
                Some(End::Unknown) | None => Cell::Empty,
            },
            day(start.map(|date| date.earliest())),
            day(last.map(|date| date.latest())),
            written("period"),
            stated(status.map(status_name)),
            stated(status.map(status_id)),
            stated(project.stated.map(status_name)),
            stated(project.stated.map(status_id)),
            written("status"),
            donors.0,
            donors.1,
            written("donors"),
            implementers.0,
            implementers.1,
            written("implementers"),
            beneficiaries.0,
            beneficiaries.1,
            written("beneficiaries"),
            budget.map_or(Cell::Empty, |(_, money)| amount(money.hundredths)),
            stated(budget.map(|(_, money)| money.currency.code().into())),
            stated(budget.map(|(budget, _)| Precision::TABLE[budget.precision as usize].0.into())),
            stated(budget.map(|(budget, _)| Covers::TABLE[budget.covers as usize].0.into())),
            stated(budget.map(|(budget, _)| if budget.indicative { words().save.yes } else { words().save.no }.into())),
            written("budget"),
            day(project.checked.map(|date| date.earliest())),
            written("objective"),
            written("target_groups"),
            written("results"),
            written("note"),
            match written("urls") {
                Cell::Text(one) if !one.contains(SEPARATOR) => Cell::Link(one),
                other => other,
            },
            self.link(&Route::Project(project.id.clone(), ProjectQuery::default())),
            Cell::Day(self.day()),
        ]
    }

    /// The table of the bodies in a role over the projects of the list.
    pub fn bodies(&self, role: Role, bodies: &[Share]) -> Sheet {
        let facet = Facet::of_role(role);
        let currencies: BTreeSet<_> = bodies.iter().flat_map(|body| &body.sums).map(|sum| sum.money.currency).collect();
        let mut columns = [("id", words().save.id), ("name", words().save.name), ("projects", words().save.projects)]
            .map(column)
            .to_vec();
        for currency in &currencies {
            let code = currency.code();
            let key = code.to_ascii_lowercase();
            columns.push(Column { key: format!("sum_{key}"), heading: words().sum_in(code) });
            columns.push(Column { key: format!("projects_in_sum_{key}"), heading: words().summed_in(code) });
        }
        columns.extend([("permalink", words().save.permalink), ("as_of", words().save.as_of)].map(column));
        let rows = bodies.iter().filter_map(|body| {
            let name = self.names.of(facet).get(body.value)?;
            let mut row = vec![
                Cell::Text(name.id.to_string()),
                Cell::text(words::facet_value(facet, &name.id, self.names)),
                count(body.projects),
            ];
            for currency in &currencies {
                let sum = body.sums.iter().find(|sum| sum.money.currency == *currency);
                row.push(sum.map_or(Cell::Empty, |sum| amount(sum.money.hundredths)));
                row.push(count(sum.map_or(0, |sum| sum.projects)));
            }
            let has_page = ![Facet::NOT_STATED, Facet::IN_WORDS].contains(&name.id.as_str());
            row.push(if has_page { self.link(&Route::Organisation(name.id.clone())) } else { Cell::Empty });
            row.push(Cell::Day(self.day()));
            Some(row)
        });
        self.sheet(Some(role), &words().save.read_bodies, columns, rows.collect())
    }

    /// The name of a file without what tells its kind.
    pub fn file_name(&self, bodies: Option<Role>) -> String {
        let meta = &self.dataset.meta;
        let what = match bodies {
            None => " projects",
            Some(Role::Donor) => " donors",
            Some(Role::Implementer) => " implementers",
            Some(Role::Beneficiary) => " institutions",
        };
        // A long title leaves room for what sort of table it is.
        let title = plain(&meta.title, LONGEST_WHAT - what.len());
        file_name(&(title + what), words::list::in_short(self.query), &meta.data_version)
    }

    /// The day on which statuses are derived.
    fn day(&self) -> Date {
        self.query.as_of.unwrap_or(self.dataset.meta.as_of)
    }

    fn link(&self, route: &Route) -> Cell {
        Cell::Link(route.href(self.site))
    }

    /// The names and the ids of the values that a project states.
    fn values(&self, facet: Facet, project: &Listed) -> (Cell, Cell) {
        let ids = self.names.stated(facet, project);
        let names = ids.iter().map(|id| words::facet_value(facet, id, self.names)).collect();
        (joined(names), joined(ids.iter().map(Slug::to_string).collect()))
    }

    fn sheet(&self, bodies: Option<Role>, notes: &[(&str, &str)], columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Sheet {
        let meta = &self.dataset.meta;
        let list = Route::Projects(self.query.at(Page::default()));
        let question = words().question(self.query, self.names);
        let mut about = vec![
            (words().save.atlas, meta.title.clone()),
            (words().save.question, question.clone()),
            (words().save.count, words().some_projects(self.found.0, self.found.1)),
            (words().save.order, words().sort_name(self.query.order()).to_owned()),
            (words().save.address, list.href(self.site)),
            (words().save.as_of, words().day(self.day())),
            (words().save.data_as_of, words().day(meta.as_of)),
            (words().save.version, meta.data_version.clone()),
            (words().save.publisher, meta.publisher.clone()),
            (words().save.licence, meta.licence.clone()),
            (words().save.licence_url, meta.licence_url.clone()),
        ];
        about.extend(notes.iter().map(|(name, note)| (*name, (*note).to_owned())));
        let sheet = Sheet {
            name: words().what(bodies).to_owned(),
            as_of: meta.as_of,
            about: about.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            columns,
            rows,
        };
        let (headings, source) = words::list::origin(meta, &Route::Home.href(self.site));
        sheet.with_origin(headings, &meta.data_version, &source, &question)
    }
}

fn column((key, heading): (&str, &str)) -> Column {
    Column { key: key.to_owned(), heading: heading.to_owned() }
}

fn joined(values: Vec<String>) -> Cell {
    Cell::text(values.join(SEPARATOR))
}

fn count(number: usize) -> Cell {
    Cell::Number(number.to_string())
}

/// The exact digits of a sum, with two decimals where it has any.
fn amount(hundredths: u64) -> Cell {
    let units = hundredths / 100;
    Cell::Number(match hundredths % 100 {
        0 => units.to_string(),
        cents => format!("{units}.{cents:02}"),
    })
}

fn status_name(status: Status) -> String {
    words().status(status).to_owned()
}

fn status_id(status: Status) -> String {
    status.id().to_owned()
}
