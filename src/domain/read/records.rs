//! The fields of each kind of record. The README's tables of fields follow this file.

use super::record::Record;
use crate::domain::budget::{Budget, Covers, Part, Precision, Share};
use crate::domain::character::{REPLACEMENT, is_forbidden};
use crate::domain::country::{Agreement, Country, Envelope, Fact, Person, Section, SectionKind, Stakeholder};
use crate::domain::dataset::{Meta, Visibility};
use crate::domain::document::Document;
use crate::domain::event::Event;
use crate::domain::money::{Currency, Money};
use crate::domain::organisation::{self, Organisation};
use crate::domain::party::Party;
use crate::domain::period::Period;
use crate::domain::problem::Fault;
use crate::domain::project::{Kind, Project, TypesBy};
use crate::domain::project_type::ProjectType;
use crate::domain::slug::Slug;
use crate::domain::source::{Basis, Differences, Source};
use crate::domain::stated::Dated;
use crate::domain::stated::StatedStatus;
use crate::domain::status::Status;
use crate::domain::tongue::Tongue;

/// Reads what no page of the program works with: it is read where the site is built, written there (`src/written`), and does
/// not travel (`slices/cut.rs`). What reads it is not in the program either.
pub fn built<T: Default>(read: impl FnOnce() -> T) -> T {
    if cfg!(target_arch = "wasm32") { T::default() } else { read() }
}

/// `atlas.json`.
pub fn meta(record: &mut Record<'_>) -> Option<Meta> {
    record.number("schema_version");
    let language = record.text("language").unwrap_or_else(|| Tongue::PLAIN.to_owned());
    if !Tongue::is_tag(&language) {
        record.report("language", Fault::NotTag(language.clone()));
    }
    let title = record.needed_prose("title");
    let data_version = record.needed_text("data_version");
    record.needed("as_of");
    let as_of = record.day("as_of");
    let publisher = record.needed_prose("publisher");
    let licence = record.needed_text("licence");
    let licence_url = address(record, "licence_url");
    let contact = record.text("contact").filter(|contact| {
        let good = is_web(contact) || is_mailbox(contact);
        if !good {
            record.report("contact", Fault::NotAddress(contact.clone()));
        }
        good
    });
    let origin = record.paragraphs("origin");
    let visibility = record.object("visibility").and_then(visibility);
    Some(Meta {
        language,
        title: title?,
        data_version: data_version?,
        as_of: as_of?,
        publisher: publisher?,
        contact,
        licence: licence?,
        licence_url: licence_url?,
        origin,
        foreign: record.foreign(),
        visibility,
    })
}

/// An emblem without its statement says nothing, a statement without its emblem is not what the funder asked for: one
/// that is not whole is not shown.
fn visibility(mut record: Record<'_>) -> Option<Visibility> {
    let emblem = record.needed_text("emblem").filter(|name| {
        let good = is_picture(name);
        if !good {
            record.report("emblem", Fault::NotPicture(name.clone()));
        }
        good
    });
    let statement = record.needed_prose("statement");
    let disclaimer = record.prose("disclaimer");
    record.finish();
    Some(Visibility { emblem: emblem?, statement: statement?, disclaimer })
}

/// The plain name of a picture: nothing that leads out of its folder or has to be escaped in an address.
fn is_picture(name: &str) -> bool {
    let letters =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    name.rsplit_once('.').is_some_and(|(stem, kind)| letters(stem) && ["svg", "png", "webp", "jpg"].contains(&kind))
}

/// `countries.json`.
pub fn country(record: &mut Record<'_>, id: Slug) -> Option<Country> {
    let code = record.needed_text("code");
    let name = record.needed_prose("name");
    let official_name = record.needed_prose("official_name");
    let aliases = built(|| other_names(record));
    let sources = sources(record);
    let count = sources.len();
    let facts = built(|| record.objects("facts").filter_map(|it| fact(it, count)).collect());
    let sections = built(|| record.objects("sections").filter_map(|it| section(it, count)).collect());
    let coordinators = built(|| record.objects("coordinators").filter_map(|it| person(it, count)).collect());
    let contacts = built(|| record.objects("contacts").filter_map(|it| person(it, count)).collect());
    let stakeholders = built(|| record.objects("stakeholders").filter_map(|it| stakeholder(it, count)).collect());
    let agreements = record.objects("agreements").filter_map(|it| agreement(it, count)).collect();
    if sources.is_empty() {
        return None;
    }
    Some(Country {
        id,
        code: code?,
        name: name?,
        official_name: official_name?,
        aliases,
        facts,
        sections,
        coordinators,
        contacts,
        stakeholders,
        agreements,
        sources,
    })
}

fn fact(mut record: Record<'_>, sources: usize) -> Option<Fact> {
    let label = record.needed_prose("label");
    let value = record.needed_prose("value");
    let note = record.prose("note");
    let basis = basis(&mut record, sources);
    let foreign = record.foreign();
    record.finish();
    Some(Fact { label: label?, value: value?, note, foreign, basis: basis? })
}

fn section(mut record: Record<'_>, sources: usize) -> Option<Section> {
    record.needed("kind");
    let kind = record.one_of("kind", &SectionKind::TABLE);
    let paragraphs = record.paragraphs("paragraphs");
    let basis = basis(&mut record, sources);
    if paragraphs.is_empty() {
        record.report("", Fault::Missing("paragraphs".into()));
    }
    let foreign = record.foreign();
    record.finish();
    Some(Section { kind: kind?, paragraphs, foreign, basis: basis? })
}

fn person(mut record: Record<'_>, sources: usize) -> Option<Person> {
    let name = record.needed_prose("name");
    let role = record.needed_prose("role");
    let since = record.date("since");
    let note = record.prose("note");
    let basis = basis(&mut record, sources);
    record.finish();
    Some(Person { name: name?, role: role?, since, note, basis: basis? })
}

fn stakeholder(mut record: Record<'_>, sources: usize) -> Option<Stakeholder> {
    let organisation = record.slug("org");
    let as_written = record.needed_text("as_written");
    let since = record.date("since");
    let basis = basis(&mut record, sources);
    record.finish();
    Some(Stakeholder {
        party: Party { organisation, as_written: as_written?, share: Share::default() },
        since,
        basis: basis?,
    })
}

fn agreement(mut record: Record<'_>, sources: usize) -> Option<Agreement> {
    let title = record.needed_prose("title");
    let signed = record.date("signed");
    let in_force = record.date("in_force");
    let note = record.prose("note");
    let document = record.slug("document");
    let basis = basis(&mut record, sources);
    let foreign = record.foreign();
    record.finish();
    Some(Agreement { title: title?, signed, in_force, note, foreign, document, basis: basis? })
}

fn basis(record: &mut Record<'_>, sources: usize) -> Option<Basis> {
    record.needed("as_of");
    let as_of = record.date("as_of");
    let mut numbers = record.source_numbers("sources");
    if numbers.is_empty() {
        record.report("", Fault::Missing("sources".into()));
        return None;
    }
    numbers.retain(|number| in_range(record, "sources", *number, sources));
    Some(Basis { as_of: as_of?, sources: numbers })
}

fn in_range(record: &Record<'_>, key: &'static str, number: usize, count: usize) -> bool {
    let good = (1..=count).contains(&number);
    if !good {
        record.report(key, Fault::NoSuchSource(number, count));
    }
    good
}

/// `envelopes.json`.
pub fn envelope(record: &mut Record<'_>, id: Slug) -> Option<Envelope> {
    let countries = record.slugs("countries");
    record.needed("period");
    let period = record.text("period").and_then(|text| parse_period(record, "period", &text));
    let sources = sources(record);
    record.needed("budget");
    let budget = record.object("budget").and_then(|it| budget(it, sources.len()));
    let note = record.prose("note");
    let as_of = record.date("as_of");
    if sources.is_empty() {
        return None;
    }
    Some(Envelope { id, countries, period: period?, budget: budget?, note, as_of, sources })
}

/// `organisations.json`.
pub fn organisation(record: &mut Record<'_>, id: Slug) -> Option<Organisation> {
    let name = record.needed_prose("name");
    let aliases = other_names(record);
    let kind = record.one_of("kind", &organisation::Kind::TABLE);
    let country = record.slug("country");
    let part_of = record.slug("part_of");
    Some(Organisation { id, name: name?, aliases, kind, country, part_of })
}

/// `types.json`.
pub fn project_type(record: &mut Record<'_>, id: Slug) -> Option<ProjectType> {
    let name = record.needed_prose("name");
    let aliases = other_names(record);
    let dac = record.texts("dac");
    Some(ProjectType { id, name: name?, aliases, dac })
}

/// `projects.json`.
pub fn project(record: &mut Record<'_>, id: Slug) -> Option<Project> {
    let title = record.needed_prose("title");
    let other_titles = built(|| {
        let mut titles = record.texts("other_titles");
        titles.extend(record.in_other_tongues("title"));
        titles
    });
    let kind = built(|| record.one_of("kind", &Kind::TABLE)).unwrap_or(Kind::Project);
    let countries = record.slugs("countries");
    let types = built(|| record.slugs("types"));
    let types_by = built(|| record.one_of("types_by", &TypesBy::TABLE));
    let sources = sources(record);
    let count = sources.len();
    let period = record.object("period").and_then(|it| dated(it, count));
    let status = record.object("status").and_then(|it| stated_status(it, count));
    let donors = built(|| parties(record, "donors"));
    let implementers = built(|| parties(record, "implementers"));
    let beneficiaries = built(|| parties(record, "beneficiaries"));
    let budget = built(|| record.object("budget").and_then(|it| budget(it, count)));
    let objective = record.prose("objective");
    let target_groups = record.prose("target_groups");
    let results = record.prose("results");
    let note = built(|| record.prose("note"));
    let part_of = built(|| record.slug("part_of"));
    let follows = built(|| record.slugs("follows"));
    let thin = built(|| record.flag("thin"));
    if sources.is_empty() {
        return None;
    }
    Some(Project {
        id,
        title: title?,
        other_titles,
        kind,
        countries,
        types,
        types_by,
        period,
        status,
        donors,
        implementers,
        beneficiaries,
        budget,
        objective,
        target_groups,
        results,
        note,
        part_of,
        follows,
        thin,
        foreign: record.foreign(),
        sources,
    })
}

/// `events.json`.
pub fn event(record: &mut Record<'_>, id: Slug) -> Option<Event> {
    let title = record.needed_prose("title");
    let kind = record.needed_text("kind");
    if let Some(kind) = kind.as_ref().filter(|kind| Slug::new(&kind.replace(' ', "-")).is_none()) {
        record.report("kind", Fault::NotSlug(kind.clone()));
    }
    let countries = record.slugs("countries");
    let mut date = None;
    let mut date_note = None;
    if let Some(mut it) = record.object("date") {
        date = it.text("edtf").and_then(|text| parse_period(&it, "edtf", &text));
        date_note = it.text("note");
        if !it.has("edtf") && date_note.is_none() {
            it.report("", Fault::Missing("edtf".into()));
        }
        it.finish();
    }
    let date_conflict = record.prose("date_conflict");
    let city = record.prose("city");
    let organisers = parties(record, "organisers");
    let description = record.prose("description");
    let topics = record.paragraphs("topics");
    let projects = record.slugs("projects");
    let sources = sources(record);
    if sources.is_empty() {
        return None;
    }
    Some(Event {
        id,
        title: title?,
        kind: kind?,
        countries,
        date,
        date_note,
        date_conflict,
        city,
        organisers,
        description,
        topics,
        projects,
        foreign: record.foreign(),
        sources,
    })
}

/// `documents.json`.
pub fn document(record: &mut Record<'_>, id: Slug) -> Option<Document> {
    let title = record.needed_prose("title");
    let kind = record.needed_text("kind");
    let language = record.text("language");
    let date = record.date("date");
    let holds = record.text("holds").and_then(|text| parse_period(record, "holds", &text));
    let size = record.text("size");
    let description = record.prose("description");
    let countries = record.slugs("countries");
    let projects = record.slugs("projects");
    let events = record.slugs("events");
    let sources = sources(record);
    if sources.is_empty() {
        return None;
    }
    Some(Document {
        id,
        title: title?,
        kind: kind?,
        language,
        date,
        holds,
        size,
        description,
        countries,
        projects,
        events,
        foreign: record.foreign(),
        sources,
    })
}

/// Its aliases, and its name in other languages: visitors search for these too.
fn other_names(record: &mut Record<'_>) -> Vec<String> {
    let mut names = record.texts("aliases");
    for name in record.in_other_tongues("name") {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The sources of a record; reports when there is none.
fn sources(record: &mut Record<'_>) -> Vec<Source> {
    let mut list = Vec::new();
    let count = record.objects_count("sources");
    for mut it in record.objects("sources") {
        let publisher = it.needed_text("publisher");
        let url = if it.has("url") { address(&mut it, "url") } else { None };
        let reference = it.text("reference");
        let language = it.text("language");
        let dated = it.date("dated");
        it.needed("seen");
        let seen = it.day("seen");
        let note = it.text("note");
        let states = built(|| it.object("states").map(|states| differences(states, count)).unwrap_or_default());
        if url.is_none() && reference.is_none() {
            it.report("", Fault::SourceWithoutPlace);
        }
        it.finish();
        if let (Some(publisher), Some(seen)) = (publisher, seen) {
            list.push(Source { publisher, url, reference, language, dated, seen, note, states });
        }
    }
    if count == 0 {
        record.report("", Fault::NoSource);
    }
    // Footnotes count the sources: with one of them missing, every later one would point at its neighbour.
    if list.len() == count { list } else { Vec::new() }
}

fn differences(mut record: Record<'_>, count: usize) -> Differences {
    let title = record.text("title");
    let period = record.object("period").and_then(|it| dated(it, count));
    let status = record.object("status").and_then(|it| stated_status(it, count));
    let budget = record.object("budget").and_then(|it| budget(it, count));
    let donors = parties(&mut record, "donors");
    record.finish();
    Differences { title, period, status, budget, donors }
}

fn source_number(record: &mut Record<'_>, count: usize) -> usize {
    let Some(number) = record.number("source") else { return 1 };
    let number = number.as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
    if in_range(record, "source", number, count) { number } else { 1 }
}

fn dated(mut record: Record<'_>, count: usize) -> Option<Dated> {
    let text = record.text("edtf");
    let period = text.as_ref().and_then(|text| parse_period(&record, "edtf", text));
    let as_written = record.text("as_written");
    let source = source_number(&mut record, count);
    if text.is_none() && as_written.is_none() {
        record.report("", Fault::Missing("edtf".into()));
    }
    record.finish();
    (period.is_some() || as_written.is_some()).then_some(Dated { period, as_written, source })
}

fn parse_period(record: &Record<'_>, key: &'static str, text: &str) -> Option<Period> {
    let period = Period::parse(text);
    match &period {
        None => record.report(key, Fault::NotPeriod(text.to_owned())),
        Some(period) if period.ends_before_it_starts() => {
            record.report(key, Fault::EndBeforeStart(text.to_owned()));
        }
        Some(_) => {}
    }
    period
}

fn stated_status(mut record: Record<'_>, count: usize) -> Option<StatedStatus> {
    let table: Vec<(&'static str, Status)> = Status::ALL
        .into_iter()
        .filter(|status| *status != Status::EndNotStated)
        .map(|status| (status.id(), status))
        .collect();
    record.needed("value");
    let status = record.one_of("value", &table);
    let as_written = record.text("as_written");
    let source = source_number(&mut record, count);
    record.finish();
    Some(StatedStatus { status: status?, as_written, source })
}

fn budget(mut record: Record<'_>, count: usize) -> Option<Budget> {
    let as_written = record.needed_text("as_written");
    let money = money(&mut record);
    let precision = record.one_of("precision", &Precision::TABLE).unwrap_or(Precision::Exact);
    let covers = record.one_of("covers", &Covers::TABLE).unwrap_or(Covers::Unknown);
    let indicative = record.flag("indicative");
    let parts = record.objects("parts").filter_map(part).collect();
    let source = source_number(&mut record, count);
    record.finish();
    Some(Budget { as_written: as_written?, money, precision, covers, indicative, parts, source })
}

fn part(mut record: Record<'_>) -> Option<Part> {
    let label = record.needed_text("label");
    let share = share(&mut record);
    record.finish();
    Some(Part { label: label?, share })
}

fn parties(record: &mut Record<'_>, key: &'static str) -> Vec<Party> {
    let mut list = Vec::new();
    for mut it in record.objects(key) {
        let organisation = it.slug("org");
        let as_written = it.needed_text("as_written");
        let share = share(&mut it);
        it.finish();
        if let Some(as_written) = as_written {
            list.push(Party { organisation, as_written, share });
        }
    }
    list
}

fn share(record: &mut Record<'_>) -> Share {
    let percent = record.number("percent").and_then(|number| {
        let percent = hundredths(&number.to_string()).filter(|percent| *percent <= 10_000);
        if percent.is_none() {
            record.report("percent", Fault::NotPercent(number.to_string()));
        }
        percent
    });
    Share { percent, money: money(record) }
}

fn money(record: &mut Record<'_>) -> Option<Money> {
    let amount = record.number("amount");
    let code = record.text("currency");
    let (amount, code) = match (amount, code) {
        (None, None) => return None,
        (Some(_), None) => {
            record.report("", Fault::AmountWithoutCurrency);
            return None;
        }
        (None, Some(_)) => {
            record.report("", Fault::CurrencyWithoutAmount);
            return None;
        }
        (Some(amount), Some(code)) => (amount.to_string(), code),
    };
    let currency = Currency::parse(&code);
    if currency.is_none() {
        record.report("currency", Fault::NotCurrency(code));
    }
    let hundredths = hundredths(&amount).filter(|sum| *sum > 0);
    if hundredths.is_none() {
        record.report("amount", Fault::NotAmount(amount));
    }
    Some(Money { currency: currency?, hundredths: hundredths? })
}

/// `1666413` or `444145.5` as hundredths; `None` for more than two decimals and for anything else.
fn hundredths(amount: &str) -> Option<u64> {
    let (units, decimals) = amount.split_once('.').unwrap_or((amount, ""));
    if decimals.len() > 2 || !units.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let units: u64 = units.parse().ok()?;
    let cents: u64 = format!("{decimals:0<2}").parse().ok()?;
    units.checked_mul(100)?.checked_add(cents)
}

fn address(record: &mut Record<'_>, key: &'static str) -> Option<String> {
    let text = record.needed_text(key)?;
    if is_web(&text) {
        return Some(text);
    }
    record.report(key, Fault::NotAddress(text));
    None
}

/// Only these may become a link. Blanks and control characters are how other schemes are smuggled in; marks that nobody sees
/// hide where it leads.
fn is_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.starts_with('/') && is_seen(rest))
}

/// Where one can write to.
fn is_mailbox(text: &str) -> bool {
    text.strip_prefix("mailto:").is_some_and(is_seen)
}

/// Says something, and nothing that is not seen, or has been replaced when it was read.
fn is_seen(text: &str) -> bool {
    let hides = |c: char| c.is_whitespace() || is_forbidden(c) || c == REPLACEMENT || is_unseen(c);
    !text.is_empty() && !text.contains(hides)
}

/// A mark of direction, a joiner or a blank without width.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_or_refused() {
        let cases = [
            ("1666413", Some(166_641_300)),
            ("444145.5", Some(44_414_550)),
            ("444145.05", Some(44_414_505)),
            ("0", Some(0)),
            ("1.234", None),
            ("-5", None),
            ("1e6", None),
            ("99999999999999999999", None),
        ];
        for (text, expected) in cases {
            assert_eq!(hundredths(text), expected, "{text}");
        }
    }

    #[test]
    fn an_address_cannot_be_turned_round() {
        for bad in
            ["https://example.org/\u{202e}gpj.exe", "https://exam\u{200b}ple.org/", "https://example.org/\u{2066}x"]
        {
            assert!(!is_web(bad), "{bad:?}");
        }
        assert!(is_web("https://суд.kz/é"));
        for bad in
            ["mailto:", "mailto:a b", "mailto:a\u{fffd}@example.org", "mailto:a\u{202e}@example.org", "a@example.org"]
        {
            assert!(!is_mailbox(bad), "{bad:?}");
        }
        assert!(is_mailbox("mailto:a@example.org"));
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web("https://example.org/a?b=c#d"));
        for bad in ["", "javascript:alert(1)", "https://", "http:///x", "https://a b", "https://a\nb", "//a", "ftp://a"]
        {
            assert!(!is_web(bad), "{bad}");
        }
    }
}
