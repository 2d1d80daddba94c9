//! [`Sentences`]: what a language says that depends on a number, a name or a date. A language that lacks one does not
//! compile.

#[cfg(not(target_arch = "wasm32"))]
use super::published::Published;
use super::texts::Texts;
use crate::domain::band::Band;
use crate::domain::budget::{Covers, Precision};
use crate::domain::catalogue::Sum;
use crate::domain::catalogue::names::Names;
use crate::domain::column::Column;
use crate::domain::date::PartialDate;
use crate::domain::facet::Facet;
use crate::domain::money::Money;
use crate::domain::party::Role;
use crate::domain::period::Period;
use crate::domain::project::Kind;
use crate::domain::query::{Active, BudgetRange, Page, ProjectQuery, View};
use crate::domain::slug::Slug;
use crate::domain::sort::Sort;
use crate::domain::status::Status;
use crate::domain::timeline::{Group, TimelineQuery};
use time::Date;

/// A language: its texts, its sentences, its numbers and dates.
pub trait Sentences: Sync + Published {
    /// What is always the same.
    fn texts(&self) -> &'static Texts;

    // Numbers, sums, dates

    /// `1,666,413`.
    fn number(&self, number: usize) -> String;
    /// `€1,666,413`, `USD 642,000`, `USD 0.50`.
    fn money(&self, money: Money) -> String;
    /// A number of hundredths as percent: `12.5%`.
    fn percent(&self, hundredths: u64) -> String;
    /// `22 November 2026`.
    fn day(&self, date: Date) -> String;
    /// `Nov`, on the axis of a drawing.
    fn short_month(&self, date: Date) -> String;
    /// `22 Nov`, on the axis of a drawing.
    fn short_day(&self, date: Date) -> String;
    /// A date as exact as it is: `2014`, `July 2014`, `25 July 2014`, `about 2014`.
    fn partial_date(&self, date: PartialDate) -> String;
    /// A period with words for what is open or unknown: `July 2014 – July 2017`.
    fn period(&self, period: &Period) -> String;
    /// A period as it is spoken: `July 2014 to July 2017`.
    fn spoken_period(&self, period: &Period) -> String;
    /// `a, b and c`.
    fn all_of(&self, names: &[String]) -> String;
    /// `a, b or c`.
    fn any_of(&self, names: &[String]) -> String;
    /// Words of somebody else: `“words”`.
    fn quoted(&self, words: &str) -> String;
    /// `1 project`, `252 projects`.
    fn projects_count(&self, count: usize) -> String;
    /// `1 entry`, `389 entries`.
    fn entries_count(&self, count: usize) -> String;
    /// `12 of 252 projects`.
    fn some_projects(&self, found: usize, of: usize) -> String;
    /// `12 of 389 entries`.
    fn some_entries(&self, found: usize, of: usize) -> String;

    // Every page

    /// The foot of every page.
    fn data_line(&self, as_of: Date, version: &str) -> String;
    /// What the reader had to leave out.
    fn unreadable(&self, count: usize) -> String;

    // Countries

    /// The time that a statement speaks of.
    fn as_of(&self, date: PartialDate) -> String;
    /// When an agreement was signed.
    fn signed(&self, date: PartialDate) -> String;

    // Projects

    /// A status.
    fn status(&self, status: Status) -> &'static str;
    /// The day on which a status that follows from the dates holds.
    fn status_as_of(&self, as_of: Date) -> String;
    /// What an entry is when it is not an ordinary project.
    fn kind(&self, kind: Kind) -> Option<&'static str>;
    /// What a footnote mark says to those who hear it.
    fn source_mark_label(&self, number: usize) -> String;
    /// When a source was seen, and its own date.
    fn source_dates(&self, dated: Option<PartialDate>, seen: Date) -> String;
    /// What a source writes.
    fn as_written(&self, words: &str) -> String;
    /// What a source writes where no dates could be read.
    fn not_dates(&self, words: &str) -> String;
    /// A sum with what limits it.
    fn limited(&self, sum: String, precision: Precision) -> String;
    /// A sum that may change.
    fn indicative(&self, sum: String) -> String;
    /// What a sum pays for, when that is not the whole project.
    fn covers(&self, covers: Covers) -> Option<&'static str>;

    // Organisations, events, documents

    /// A kind of event or document as it stands beside its title, from the data's English word.
    fn entry_kind(&self, kind: &str) -> String;
    /// The name of a language, or its tag where it has none here.
    fn language<'t>(&self, tag: &'t str) -> &'t str;

    // The list

    /// The legend of a facet.
    fn facet_name(&self, facet: Facet) -> &'static str;
    /// A value that no data stands for.
    fn unknown_value(&self, value: &Slug) -> String;
    /// A band of budgets.
    fn band(&self, band: Band) -> String;
    /// The visible name of the link that excludes a value, or no longer does.
    fn exclude(&self, excluded: bool) -> &'static str;
    /// How the picked values of a facet are taken together.
    fn match_label(&self, facet: Facet) -> String;
    /// The button that shows the whole of a long facet.
    fn show_all_values(&self, count: usize) -> String;
    /// The label of the field that searches a long facet.
    fn find_value(&self, facet: Facet) -> String;
    /// How many values of a facet are picked or excluded, in its heading.
    fn chosen(&self, count: usize) -> String;
    /// The day on which statuses are derived.
    fn as_of_line(&self, as_of: Date) -> String;
    /// An order of the list.
    fn sort_name(&self, sort: Sort) -> &'static str;
    /// A form of the list.
    fn view_name(&self, view: View) -> &'static str;
    /// The heading of a column.
    fn column_name(&self, column: Column) -> &'static str;
    /// The link from the filters to what they leave.
    fn show_results(&self, found: usize) -> String;
    /// The name of the link to a page.
    fn page_link(&self, page: usize) -> String;
    /// Which projects of how many a printed page of the list has, and which page of how many it is.
    fn printed_part(&self, projects: (usize, usize, usize), page: (usize, usize)) -> String;
    /// What the address asks of the list beside its filters, in the title of a later page.
    fn page_clause(&self, page: Page) -> Option<String>;
    /// The sums of the stated budgets; nothing without any.
    fn sums(&self, sums: &[Sum], of: usize) -> Option<String>;
    /// What else the words mean.
    fn also_matching(&self, names: &[&str]) -> String;
    /// What to take away, one filter or two, to find most.
    fn best_removal(&self, parts: &[(String, String)], count: usize) -> String;
    /// How many projects no period can be asked of.
    fn without_period(&self, count: usize) -> String;
    /// What the box beside a project says.
    fn pick(&self, title: &str) -> String;
    /// How many are ticked.
    fn picked_count(&self, count: usize) -> String;
    /// That no more can be ticked.
    fn pick_limit(&self, limit: usize) -> String;
    /// The place of a project in the list from which the visitor came.
    fn place_in_list(&self, place: usize, of: usize) -> String;
    /// That no value of a facet is stated, as a fact among others: `no donor stated`.
    fn unstated(&self, facet: Facet) -> String;
    /// Who carries a project out, as a fact among others: `carried out by the Council of Europe`.
    fn carried_out_by(&self, bodies: &[String]) -> String;
    /// The label of the link that takes a filter away. The kind is empty where the value names it.
    fn remove_filter(&self, kind: &str, value: &str) -> String;
    /// The kind of a filter that excludes.
    fn excluded_kind(&self, facet: Facet) -> String;
    /// A value that is excluded.
    fn excluded_value(&self, value: &str) -> String;
    /// `active or possibly active in 2016`, `certainly active between July 2014 and 2016`. Other words than those of the years
    /// of [`Facet::Year`], which are another question: there an end that nobody states ends on the last date stated, here
    /// it may be any time.
    fn active(&self, active: &Active) -> String;
    /// `a budget of €1,000,000 or more`.
    fn budget_range(&self, range: &BudgetRange) -> String;
    /// A question as one sentence without its full stop: `On-going projects in Kazakhstan or Tajikistan about access
    /// to justice, funded by the European Union, active in 2016`. Questions that find different projects for a reason other than
    /// the ticks have different sentences.
    fn question(&self, query: &ProjectQuery, names: &Names) -> String;

    // Files

    /// What can be saved: the projects, or the bodies in a role.
    fn what(&self, bodies: Option<Role>) -> &'static str;
    /// The part of a button's name before the kind of file: `Projects as CSV`.
    fn before_kind(&self, bodies: Option<Role>) -> String;
    /// That a file was made.
    fn saved_rows(&self, name: &str, rows: usize) -> String;
    /// That a picture was made.
    fn saved(&self, name: &str) -> String;
    /// The heading of the sums in one currency.
    fn sum_in(&self, code: &str) -> String;
    /// The heading of the numbers of projects over which a sum goes.
    fn summed_in(&self, code: &str) -> String;

    // The timeline

    /// What is asked of the timeline, as one sentence without its full stop.
    fn timeline_question(&self, query: &TimelineQuery, names: &Names) -> String;
    /// That a question is shown on the timeline.
    fn on_the_timeline(&self, question: &str) -> String;
    /// What the drawing on the page of a project is of.
    fn around_project(&self, title: &str) -> String;
    /// Since when an entry is in force, in its sentence.
    fn in_force_since(&self, date: PartialDate) -> String;
    /// What a grouping is called.
    fn group_name(&self, group: Group) -> &'static str;
    /// The accessible name of the drawing.
    fn drawing_label(&self, drawn: usize) -> String;
    /// What the drawing shows of what it has.
    fn shown(&self, range: &str, visible: usize, drawn: usize) -> String;
    /// That some entries stand in several groups.
    fn repeated(&self, count: usize, group: Group) -> String;
    /// That some entries are not drawn.
    fn undated(&self, count: usize) -> String;
    /// What the line at a day is, in the legend: the day of the data, or one that was asked for.
    fn day_line(&self, date: Date, asked: bool) -> String;
    /// A group that goes on from the sheet before.
    fn continued(&self, group: &str) -> String;
    /// The last line of a saved drawing; `line` is the day that it marks, if it marks one.
    fn caption(&self, data: Date, line: Option<Date>, address: &str) -> String;
}

/// Where the site runs nothing more is said.
#[cfg(target_arch = "wasm32")]
pub trait Published {}

#[cfg(target_arch = "wasm32")]
impl<T> Published for T {}
