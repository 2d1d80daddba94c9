//! What holds of every drawing, whatever is in it.

// A test that meets what it did not expect must stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use drawing::density::Density;
use drawing::layout::{Mark, ROW};
use drawing::svg::{Dress, MOST_PIECES, Paint, SOFT, line_end, parts, picture, pieces, sheets};
use drawing::ticks::{Tick, Unit, names, ticks};
use drawing::walk::Step;
use drawing::{Day, Edge, Item, Items, Labels, Layout, Shape, Span, View, Window, item, text};
use proptest::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use time::{Date, Month, Weekday};

fn day(year: i32, month: u8, day: u8) -> Day {
    Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap().to_julian_day()
}

/// Days between 1991 and 2030.
fn days() -> impl Strategy<Value = Day> {
    day(1991, 1, 1)..day(2030, 12, 31)
}

fn spans() -> impl Strategy<Value = Span> {
    let date = || (days(), prop_oneof![Just(0), Just(30), Just(364)]).prop_map(|(first, more)| (first, first + more));
    let start = prop_oneof![6 => date().prop_map(Ok), 1 => Just(Err(Edge::Unknown))];
    let length = prop_oneof![Just(0), 1..40, 300..3000];
    let end = prop_oneof![6 => length.prop_map(Ok), 1 => Just(Err(Edge::Unknown)), 1 => Just(Err(Edge::Open))];
    (start, end, days()).prop_filter_map("no date at all", |(start, length, other)| {
        let first = start.map_or(other, |(_, last)| last);
        Span::between(start, length.map(|length| (first + length, first + length)))
    })
}

/// Items with their titles.
type Sample = (Vec<Item>, Vec<String>);

fn drawn((all, titles): &Sample) -> Items<'_> {
    Items { all, titles }
}

fn items() -> impl Strategy<Value = Sample> {
    let shape = prop_oneof![3 => Just(Shape::Bar), 2 => Just(Shape::Point), 1 => Just(Shape::Bracket)];
    let groups = prop::collection::btree_set(0usize..4, 0..4);
    let item = (spans(), shape, "[a-zA-Zа-яЁ ]{0,40}", groups).prop_map(|(span, shape, title, groups)| {
        (Item { span, shape, tone: 0, groups: groups.into_iter().collect::<Vec<_>>().into() }, title)
    });
    prop::collection::vec(item, 0..60).prop_map(|pairs| pairs.into_iter().unzip())
}

const WIDTH: f64 = 900.0;
const GROUPS: usize = 4;

fn axis(items: &Sample) -> Window {
    item::extent(items.0.iter().map(|item| &item.span), day(2026, 11, 22))
}

fn marks<'t>(layout: &Layout, items: &'t Sample, view: &View) -> Vec<Mark<'t>> {
    let mut marks = Vec::new();
    layout.marks(drawn(items), view, &mut |mark| marks.push(mark));
    marks
}

fn all(layout: &Layout, window: Window, width: f64) -> View {
    View { window, width, top: 0.0, height: layout.height, wider: 1.0 }
}

/// The marks of each row keep clear of each other, and so do their labels.
#[track_caller]
fn nothing_touches(layout: &Layout, items: &Sample, view: &View) {
    let mut rows: BTreeMap<usize, Vec<(f64, f64)>> = BTreeMap::new();
    for mark in marks(layout, items, view) {
        let place = &layout.placed[mark.placed];
        let mut own = vec![mark.x];
        if let Some(label) = &mark.label {
            let shown = label.shown();
            assert!(
                text::width(&shown) * view.wider <= label.room + 0.01
                    && items.1[place.item].starts_with(shown.trim_end_matches('…'))
            );
            let (from, to) = label.reach();
            let on_mark = from >= mark.x.0 && to <= mark.x.1;
            if !shown.is_empty() && !on_mark {
                own.push((from, to));
            }
        }
        let row = rows.entry(place.row).or_default();
        for (from, to) in &own {
            assert!(row.iter().all(|(a, b)| to <= &(a + 0.01) || from >= &(b - 0.01)), "{from}–{to} in {row:?}");
        }
        row.extend(own);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn marks_and_labels_never_overlap_at_any_zoom(
        items in items(), at in 0.0..1.0f64, factor in 0.002..1.0f64, always in any::<bool>(), wider in 0.8..1.4f64,
    ) {
        let axis = axis(&items);
        let labels = if always { Labels::Always(200) } else { Labels::WhereRoom };
        let layout = Layout::new(drawn(&items), GROUPS, axis, WIDTH, labels);
        nothing_touches(&layout, &items, &all(&layout, axis, WIDTH));
        let closer = axis.zoomed(axis.at(at * WIDTH, WIDTH), factor, axis);
        // Whatever the font.
        nothing_touches(&layout, &items, &View { wider, ..all(&layout, closer, WIDTH) });
    }

    #[test]
    fn each_mark_has_the_lowest_row_that_is_free(lengths in prop::collection::vec((days(), 100..3000i32, 0usize..4), 1..200)) {
        let item = |(from, length, group): &(Day, i32, usize)| Item {
            span: Span::exact(*from, from + length), shape: Shape::Bar, tone: 0, groups: vec![*group].into(),
        };
        let items: Sample = (lengths.iter().map(item).collect(), vec![String::new(); lengths.len()]);
        let axis = axis(&items);
        let layout = Layout::new(drawn(&items), GROUPS, axis, WIDTH, Labels::WhereRoom);
        // Two pixels between one and the next. None is so short that it takes its smallest size.
        let gap = 2.0 * axis.length() / WIDTH;
        for section in &layout.sections {
            let mut ends: Vec<f64> = Vec::new();
            for place in &layout.placed[section.placed.clone()] {
                let from = f64::from(place.span.from);
                let free = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
                prop_assert_eq!(place.row - section.rows.start, free);
                if free == ends.len() { ends.push(0.0) }
                ends[free] = f64::from(place.span.to) + gap;
            }
            prop_assert_eq!(section.rows.len(), ends.len());
        }
    }

    #[test]
    fn every_item_is_drawn_once_in_each_of_its_groups(items in items()) {
        let axis = axis(&items);
        let layout = Layout::new(drawn(&items), GROUPS, axis, WIDTH, Labels::WhereRoom);
        let mut drawn: Vec<_> = marks(&layout, &items, &all(&layout, axis, WIDTH))
            .iter().map(|mark| (layout.placed[mark.placed].item, layout.placed[mark.placed].group)).collect();
        drawn.sort_unstable();
        let wanted: Vec<_> = items.0.iter().enumerate()
            .flat_map(|(at, item)| item.groups.iter().map(move |group| (at, *group))).collect();
        prop_assert_eq!(drawn, wanted);
    }

    #[test]
    fn a_view_shows_what_the_whole_shows_there(items in items(), at in 0.0..1.0f64, factor in 0.01..1.0f64, top in 0.0..1.0f64) {
        let axis = axis(&items);
        let layout = Layout::new(drawn(&items), GROUPS, axis, WIDTH, Labels::WhereRoom);
        let window = axis.zoomed(axis.at(at * WIDTH, WIDTH), factor, axis);
        let view = View { window, width: WIDTH, top: top * layout.height, height: 200.0, wider: 1.0 };
        let seen: Vec<usize> = marks(&layout, &items, &view).iter().map(|mark| mark.placed).collect();
        let wanted: Vec<usize> = (0..layout.placed.len()).filter(|placed| {
            let (x, y, width, height) = layout.place_of(&items.0, &view, *placed).unwrap();
            x <= WIDTH && x + width >= 0.0 && y < view.height && y + height > 0.0
        }).collect();
        prop_assert!(wanted.iter().all(|it| seen.contains(it)), "{:?} of {:?}", seen, wanted);
    }

    #[test]
    fn arrows_walk_in_time_whatever_the_width_then_in_the_order_of_the_items(items in items(), labels in any::<bool>()) {
        let axis = axis(&items);
        let walked = |width| {
            let labels = if labels { Labels::Always(200) } else { Labels::WhereRoom };
            let layout = Layout::new(drawn(&items), GROUPS, axis, width, labels);
            let mut walks = Vec::new();
            for section in &layout.sections {
                let mut at = layout.step(section.placed.start, Step::First);
                let mut walk = vec![layout.placed[at]];
                while layout.step(at, Step::Later) != at {
                    at = layout.step(at, Step::Later);
                    walk.push(layout.placed[at]);
                }
                walks.push((section.group, walk.iter().map(|it| (it.span.place(), it.item)).collect::<Vec<_>>()));
            }
            walks
        };
        let walks = walked(2000.0);
        prop_assert_eq!(&walks, &walked(300.0));
        let (first, last) = axis.whole_days();
        let wanted = (0..GROUPS).map(|group| {
            let mut own: Vec<_> = items.0.iter().enumerate().filter(|(_, item)| item.groups.contains(&group))
                .filter_map(|(at, item)| Some((item.span.within(first, last)?.place(), at))).collect();
            own.sort_unstable();
            (group, own)
        }).filter(|(_, own)| !own.is_empty()).collect::<Vec<_>>();
        prop_assert_eq!(walks, wanted);
    }

    #[test]
    fn lines_are_no_wider_than_their_room_and_nothing_is_lost(
        text in "[a-zA-Zа-яЁ0-9 ]{0,120}(https://[a-z.]{3,20}/[a-z/?&=%0-9]{0,300})?[ a-z]{0,20}", width in 40.0..1000.0f64,
        size in 8.0..24.0f64,
    ) {
        let lines = text::wrapped(&text, width, size);
        prop_assert_eq!(lines.concat(), text.trim());
        for line in &lines {
            prop_assert!(text::width(line.trim_end()) * size / text::FONT <= width, "{:?} in {}", line, width);
        }
        for at in 1..lines.len() {
            // No line ends sooner than it must: the next word, part of an address, or letter has no room on it.
            let (before, after) = (&lines[at - 1], lines[at..].concat());
            let next = match before.chars().last().unwrap() {
                ' ' => after.split(' ').next().unwrap(),
                '&' | '?' | '/' => after.split_inclusive(['&', '?', '/', ' ']).next().unwrap(),
                _ => &after[..after.chars().next().unwrap().len_utf8()],
            };
            let more = format!("{before}{}", next.trim_end());
            prop_assert!(text::width(&more) * size / text::FONT > width / 1.26, "{:?}", lines);
        }
    }

    #[test]
    fn what_is_pointed_at_is_hit(items in items(), at in 0.0..1.0f64, factor in 0.01..1.0f64) {
        let axis = axis(&items);
        let layout = Layout::new(drawn(&items), GROUPS, axis, WIDTH, Labels::WhereRoom);
        let view = all(&layout, axis.zoomed(axis.at(at * WIDTH, WIDTH), factor, axis), WIDTH);
        for mark in marks(&layout, &items, &view) {
            let middle = f64::midpoint(mark.x.0.max(0.0), mark.x.1.min(WIDTH));
            if mark.x.1 > 0.0 && mark.x.0 < WIDTH {
                prop_assert_eq!(layout.hit(drawn(&items), &view, middle, mark.y + ROW / 2.0), Some(mark.placed));
            }
        }
    }

    #[test]
    fn a_pinned_name_lies_over_no_row_that_counts_as_seen(items in items(), top in 0.0..1.0f64) {
        let axis = axis(&items);
        let layout = Layout::new(drawn(&items), GROUPS, axis, WIDTH, Labels::WhereRoom);
        let view = View { window: axis, width: WIDTH, top: top * layout.height, height: 200.0, wider: 1.0 };
        let covered = layout.covered(&view);
        let first = layout.sections.iter().find(|section| layout.end(section) > view.top);
        match (layout.pinned(&view), first) {
            (Some((section, top)), Some(first)) => {
                prop_assert!(section == first && section.top < view.top && top <= 0.0);
                // It is pushed out by the next group, never over its name.
                prop_assert!(covered <= layout.end(section) - view.top + 1e-6);
            }
            (None, first) => prop_assert!(covered == 0.0 && first.is_none_or(|first| first.top >= view.top)),
            (Some(_), None) => prop_assert!(false, "pinned to nothing"),
        }
        for mark in marks(&layout, &items, &view) {
            let middle = f64::midpoint(mark.x.0.max(0.0), mark.x.1.min(WIDTH));
            if mark.y < covered {
                prop_assert_eq!(layout.hit(drawn(&items), &view, middle, (mark.y + covered) / 2.0), None);
            }
            // A row is all below the name, or else the name's own group has it.
            let own = layout.placed[mark.placed].group == first.map_or(0, |first| first.group);
            prop_assert!(mark.y >= covered || own);
        }
    }

    #[test]
    fn an_axis_says_its_year_and_its_names_never_overlap(
        from in days(), length in prop_oneof![1.0..60.0f64, 60.0..2000.0, 2000.0..20_000.0], part in 0.0..1.0f64,
        width in 200.0..2000.0f64, wider in 0.8..1.4f64,
    ) {
        let window = Window { from: f64::from(from) + part, to: f64::from(from) + part + length };
        let ticks = ticks(window, width, 48.0);
        let names = names(&ticks, window, width, wider, &named);
        let years = |text: &str| text.split(' ').any(|word| word.len() == 4 && word.parse::<i32>().is_ok());
        prop_assert!(names.iter().any(|name| years(&name.text)), "{:?}", names);
        if ticks.iter().all(|tick| tick.unit == Unit::Day) {
            prop_assert!(names.iter().any(|name| name.text.split(' ').count() == 3), "no month in {:?}", names);
        }
        for (at, name) in names.iter().enumerate() {
            let needed = text::width(&name.text) * wider;
            prop_assert!(name.x >= 0.0 && needed <= name.room + 0.01 && name.x + name.room <= width + 0.01, "{:?}", names);
            prop_assert!(names.get(at + 1).is_none_or(|next| name.x + name.room < next.x));
        }
    }

    #[test]
    fn arrows_reach_every_mark_and_stay_inside(items in items()) {
        let layout = Layout::new(drawn(&items), GROUPS, axis(&items), WIDTH, Labels::WhereRoom);
        let mut seen = Vec::new();
        for section in &layout.sections {
            let mut at = section.placed.start;
            prop_assert_eq!(layout.step(at, Step::Earlier), at);
            loop {
                seen.push(at);
                let next = layout.step(at, Step::Later);
                if next == at { break }
                prop_assert_eq!(layout.step(next, Step::Earlier), at);
                at = next;
            }
            prop_assert_eq!(layout.step(section.placed.start, Step::Last), at);
            prop_assert_eq!(layout.step(at, Step::First), section.placed.start);
        }
        prop_assert_eq!(seen, (0..layout.placed.len()).collect::<Vec<_>>());
        for placed in 0..layout.placed.len() {
            for (there, step) in [(1, Step::NextGroup), (-1, Step::PreviousGroup)] {
                let section = layout.section_of(placed).unwrap() as isize;
                let wanted = (section + there).clamp(0, layout.sections.len() as isize - 1);
                prop_assert_eq!(layout.section_of(layout.step(placed, step)).unwrap() as isize, wanted);
            }
        }
    }

    #[test]
    fn zooming_keeps_the_point_under_the_cursor(at in 0.0..1.0f64, factors in prop::collection::vec(0.5..2.0f64, 1..20)) {
        let limits = Window::days(day(1991, 1, 1), day(2031, 1, 1));
        let moment = limits.at(at * WIDTH, WIDTH);
        let mut window = limits;
        for factor in factors {
            let before = window.x(moment, WIDTH);
            window = window.zoomed(moment, factor, limits);
            prop_assert!(window.from >= limits.from - 1e-6 && window.to <= limits.to + 1e-6);
            prop_assert!(window.length() >= Window::SHORTEST - 1e-6);
            // At the ends of the axis there is nothing more to show, and the point must give way.
            let at_an_end = window.from <= limits.from + 1e-6 || window.to >= limits.to - 1e-6;
            prop_assert!(at_an_end || (window.x(moment, WIDTH) - before).abs() < 0.01);
        }
    }

    #[test]
    fn months_are_counted_as_a_naive_count_does(items in items()) {
        let axis = axis(&items);
        let density = Density::new(items.0.iter(), axis);
        let (first, last) = axis.whole_days();
        for (at, begin) in density.months.iter().enumerate() {
            let end = density.months.get(at + 1).copied().unwrap_or(last);
            let count = items.0.iter().filter_map(|item| item.span.within(first, last))
                .filter(|span| span.from < end && span.to > *begin).count();
            prop_assert_eq!(density.counts[at] as usize, count);
        }
    }

    #[test]
    fn sheets_cut_between_rows_and_lose_none(items in items(), height in 60.0..600.0f64) {
        let layout = Layout::new(drawn(&items), GROUPS, axis(&items), WIDTH, Labels::Always(200));
        let sheets = sheets(&layout, height, 3);
        let mut seen = Vec::new();
        let paints = vec![Paint { fill: "#000".into(), line: "#000".into() }; 4];
        let groups = ["North", "East", "South", "West"].map(String::from);
        let dress = Dress { tick: &|_| String::new(), groups: &groups, continued: &|name| format!("{name}, further"),
            above: &["a".into(), "b".into()], below: &["c".into()], day: None, paints: &paints };
        let density = Density::new(items.0.iter(), axis(&items));
        for (at, (from, to)) in sheets.iter().enumerate() {
            let view = View { window: axis(&items), width: WIDTH, top: *from, height: to - from, wider: 1.0 };
            let svg = picture(&layout, drawn(&items), &view, (at == 0).then_some(&density), &dress);
            let high: f64 = svg.split(" height=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
            // Only one row that is alone may be higher.
            prop_assert!(high <= height + 0.01 || to - from <= ROW + drawing::layout::HEAD + 0.01, "{high} of {height}");
            // Whatever group has a row on a sheet is named there, in a line of its own.
            for section in layout.sections.iter().filter(|it| it.top < *to && layout.end(it) > *from) {
                let further = if section.top < *from { ", further" } else { "" };
                let name = format!(">{}{further}</text>", groups[section.group]);
                prop_assert_eq!(svg.matches(&name).count(), 1, "{} on sheet {}", name, at);
            }
            let texts = svg.split("<text class=\"").skip(1).map(|it| {
                let y = it.split(" y=\"").nth(1).unwrap().split('"').next().unwrap().parse::<f64>().unwrap();
                (it.starts_with("group-name"), y)
            }).collect::<Vec<_>>();
            let names = texts.iter().filter(|it| it.0).map(|it| it.1).collect::<Vec<_>>();
            let labels = texts.iter().filter(|it| !it.0).map(|it| it.1).collect::<Vec<_>>();
            prop_assert!(names.iter().all(|name| labels.iter().all(|label| (name - label).abs() > 12.0)));
            let view = View { window: axis(&items), width: WIDTH, top: *from, height: to - from, wider: 1.0 };
            seen.extend(marks(&layout, &items, &view).iter().map(|mark| mark.placed));
        }
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..layout.placed.len()).collect::<Vec<_>>());
    }

    #[test]
    fn the_parts_of_a_mark_cover_it_once(span in spans()) {
        let axis = Window::days(day(1980, 1, 1), day(2045, 1, 1));
        let items = (vec![Item { span, shape: Shape::Bar, tone: 0, groups: Cow::Borrowed(&[0]) }], Vec::new());
        let layout = Layout::new(drawn(&items), 1, axis, WIDTH, Labels::WhereRoom);
        let mark = marks(&layout, &items, &all(&layout, axis, WIDTH)).remove(0);
        let mut parts = parts(&mark, span.start, span.end);
        parts.sort_by(|a, b| a.0.0.total_cmp(&b.0.0));
        prop_assert!((parts[0].0.0 - mark.x.0).abs() < 0.1);
        prop_assert!((parts[parts.len() - 1].0.1 - mark.x.1).abs() < 0.1);
        for pair in parts.windows(2) {
            prop_assert!((pair[0].0.1 - pair[1].0.0).abs() < 0.1);
        }
    }

    #[test]
    fn a_line_along_every_part_says_how_sure_it_is(span in spans(), length in 0.01..1.0f64) {
        let axis = Window::days(day(1980, 1, 1), day(2045, 1, 1));
        let items = (vec![Item { span, shape: Shape::Bar, tone: 0, groups: Cow::Borrowed(&[0]) }], Vec::new());
        let layout = Layout::new(drawn(&items), 1, axis, WIDTH, Labels::WhereRoom);
        let closer = axis.zoomed(f64::from(span.from), length, axis);
        let mark = marks(&layout, &items, &all(&layout, closer, WIDTH)).remove(0);
        let end = line_end(&mark, span.end);
        prop_assert_eq!(end < mark.x.1, span.end == Edge::Open);
        for part in parts(&mark, span.start, span.end) {
            let ((from, to), strength) = part;
            let to = to.min(end);
            let mut drawn = Vec::new();
            pieces(part, end, &mut |from, to| drawn.push((from, to)));
            if to <= from {
                // Where an arrow is all that there is room for.
                prop_assert!(drawn.is_empty() && span.end == Edge::Open);
                continue;
            }
            prop_assert!(!drawn.is_empty() && drawn[0].0 >= from - 1e-6 && drawn[drawn.len() - 1].1 <= to + 1e-6);
            prop_assert!(drawn.iter().all(|it| it.1 > it.0) && drawn.windows(2).all(|pair| pair[0].1 < pair[1].0));
            let share = drawn.iter().map(|it| it.1 - it.0).sum::<f64>() / (to - from);
            let longest = drawn.iter().map(|it| it.1 - it.0).fold(0.0, f64::max);
            if strength == 1.0 {
                prop_assert_eq!(drawn, [(from, to)]);
            } else if strength == SOFT {
                prop_assert!((share - 0.625).abs() < 1e-6 && (longest < 8.0 || drawn.len() == MOST_PIECES), "{} of dashes", share);
            } else {
                // Dots, the rarer the fainter.
                prop_assert!((share - strength / (1.0 + strength)).abs() < 1e-6 && (longest < 4.0 || drawn.len() == MOST_PIECES), "{} of dots", share);
            }
        }
    }

    #[test]
    fn a_label_on_paper_has_two_lines_before_anything_of_it_is_cut(
        from in days(), length in 1..4000i32, words in prop::collection::vec("[a-z]{1,12}", 1..24), shape in any::<bool>(),
    ) {
        let title = words.join(" ");
        let shape = if shape { Shape::Bar } else { Shape::Point };
        let item = Item { span: Span::exact(from, from + length), shape, tone: 0, groups: Cow::Borrowed(&[0]) };
        let items: Sample = (vec![item], vec![title.clone()]);
        let axis = Window::days(day(1980, 1, 1), day(2045, 1, 1));
        let layout = Layout::new(drawn(&items), 1, axis, WIDTH, Labels::Always(480));
        let label = marks(&layout, &items, &all(&layout, axis, WIDTH)).remove(0).label.unwrap();
        let dress = Dress { tick: &|_| String::new(), groups: &[], continued: &|name| name.to_owned(), above: &[],
            below: &[], day: None, paints: &[] };
        let svg = drawing::svg::whole(&layout, drawn(&items), axis, WIDTH, &dress);
        let lines = svg.split("<text class=\"label").skip(1).map(|it| {
            let of = |name: &str| it.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap();
            let text = it.split_once('>').unwrap().1.split('<').next().unwrap();
            (of("y").parse::<f64>().unwrap(), of("textLength").parse::<f64>().unwrap(), text)
        }).collect::<Vec<_>>();
        prop_assert!(lines.iter().all(|line| line.1 <= label.room + 0.1), "{:?} in {}", lines, label.room);
        prop_assert!(lines.len() <= 2 && lines.windows(2).all(|pair| (9.0..12.0).contains(&(pair[1].0 - pair[0].0))));
        let said = lines.iter().map(|line| line.2).collect::<Vec<_>>().join(" ");
        // No word has more than twelve letters.
        let fits = text::width(&title) + text::width("wwwwwwwwwwww ") <= label.room * 2.4;
        prop_assert!(said == title || !fits && said.ends_with('…'), "{} of {}", said, title);
    }

    #[test]
    fn ticks_are_round_dates_in_the_window(from in days(), length in 14.0..20_000.0f64, width in 200.0..2000.0f64) {
        let window = Window { from: f64::from(from), to: f64::from(from) + length };
        let ticks = ticks(window, width, 48.0);
        for tick in &ticks {
            let at = f64::from(tick.day.to_julian_day());
            prop_assert!(at >= window.from && at < window.to);
            match tick.unit {
                Unit::Year => prop_assert_eq!(tick.day.ordinal(), 1),
                Unit::Month => prop_assert_eq!(tick.day.day(), 1),
                Unit::Day => {}
            }
        }
        for pair in ticks.windows(2) {
            let (from, to) = (pair[0].day, pair[1].day);
            let apart = f64::from(to.to_julian_day() - from.to_julian_day()) * width / length;
            // February is shorter than a month is on average.
            prop_assert!(apart >= 48.0 * 0.9, "{apart}");
            match from.to_julian_day().abs_diff(to.to_julian_day()) {
                1 => {}
                7 => prop_assert_eq!((from.weekday(), to.weekday()), (Weekday::Monday, Weekday::Monday)),
                28..=31 | 90..=92 | 365.. => prop_assert_eq!((from.day(), to.day()), (1, 1)),
                odd => prop_assert!(false, "{} days", odd),
            }
        }
    }
}

/// What the words of the site say at a tick.
fn named(tick: &Tick) -> String {
    let (day, month, year) = (tick.day.day(), tick.day.month().to_string(), tick.day.year());
    match (tick.unit, tick.full) {
        (Unit::Year, _) => year.to_string(),
        (Unit::Month, _) if tick.major => year.to_string(),
        (Unit::Month, false) => month[..3].to_owned(),
        (Unit::Month, true) => format!("{} {year}", &month[..3]),
        (Unit::Day, false) if tick.major => format!("{day} {}", &month[..3]),
        (Unit::Day, false) => day.to_string(),
        (Unit::Day, true) => format!("{day} {} {year}", &month[..3]),
    }
}

#[test]
fn the_first_name_of_an_axis_says_the_rest() {
    let said = |from, to, width| {
        let window = Window::days(from, to);
        let names = names(&ticks(window, width, 48.0), window, width, 1.0, &named);
        names.into_iter().map(|name| name.text).collect::<Vec<_>>()
    };
    let march = (day(2013, 3, 11), day(2013, 3, 25));
    assert_eq!(said(march.0, march.1, 800.0)[..3], ["11 Mar 2013", "13", "14"]);
    assert_eq!(said(day(2013, 11, 1), day(2014, 4, 1), 400.0), ["Nov 2013", "Dec", "2014", "Feb", "Mar"]);
    assert_eq!(said(day(2012, 1, 1), day(2015, 1, 1), 300.0), ["2012", "2013", "2014"]);
    // Between two ticks.
    assert_eq!(said(day(2013, 4, 2), day(2013, 6, 5), 60.0), ["2 Apr 2013"]);
}

#[test]
fn months_have_their_lengths_and_leap_years_their_day() {
    let months = |year| {
        let window = Window::days(day(year, 1, 1), day(year + 1, 1, 1));
        ticks(window, 1000.0, 48.0).iter().map(|it| it.day.to_julian_day()).collect::<Vec<_>>()
    };
    let lengths = |year| months(year).windows(2).map(|pair| pair[1] - pair[0]).collect::<Vec<_>>();
    assert_eq!(lengths(2015), [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]);
    assert_eq!(lengths(2016)[1], 29);
}

#[test]
fn four_decades_have_years_for_ticks() {
    let window = Window::days(day(1991, 1, 1), day(2031, 1, 1));
    let years = |width| ticks(window, width, 48.0).iter().map(|tick| tick.day.year()).collect::<Vec<_>>();
    assert_eq!(years(2400.0), (1991..=2030).collect::<Vec<_>>());
    assert_eq!(years(500.0), [1995, 2000, 2005, 2010, 2015, 2020, 2025, 2030]);
    assert!(ticks(window, 500.0, 48.0).iter().all(|tick| tick.major == (tick.day.year() % 10 == 0)));
}

#[test]
fn five_thousand_entries_on_one_day_all_have_their_place() {
    let on = day(2016, 2, 29);
    let item = Item { span: Span::exact(on, on + 1), shape: Shape::Point, tone: 0, groups: Cow::Borrowed(&[0]) };
    let items: Sample = (vec![item; 5000], (0..5000).map(|at| format!("Event {at}")).collect());
    let layout = Layout::new(drawn(&items), 1, axis(&items), WIDTH, Labels::WhereRoom);
    assert_eq!((layout.rows(), layout.placed.len()), (5000, 5000));
    assert_eq!(axis(&items), Window::days(day(2016, 1, 1), day(2017, 1, 1)));
    // Only what is seen is painted.
    let view = View { window: axis(&items), width: WIDTH, top: 60_000.0, height: 600.0, wider: 1.0 };
    assert_eq!(marks(&layout, &items, &view).len(), 25);
}

#[test]
fn nothing_to_draw_is_no_fault() {
    let none = Sample::default();
    let layout = Layout::new(drawn(&none), GROUPS, axis(&none), WIDTH, Labels::WhereRoom);
    assert_eq!((layout.rows(), layout.height), (0, 0.0));
    assert_eq!(layout.hit(drawn(&none), &all(&layout, axis(&none), WIDTH), 1.0, 1.0), None);
    assert_eq!(layout.step(0, Step::Later), 0);
    assert!(sheets(&layout, 500.0, 3).is_empty());
    assert_eq!(axis(&none), Window::days(day(2026, 1, 1), day(2027, 1, 1)));
}

#[test]
fn a_picture_is_well_formed_whatever_the_titles_say() {
    let on = day(2016, 2, 29);
    let title = "<script>\"&'\u{0}\u{1b}]]> & such";
    let item = Item { span: Span::exact(on, on + 400), shape: Shape::Bar, tone: 0, groups: Cow::Borrowed(&[0]) };
    let items: Sample = (vec![item], vec![title.into()]);
    let axis = axis(&items);
    let layout = Layout::new(drawn(&items), 1, axis, WIDTH, Labels::WhereRoom);
    let dress = drawing::svg::Dress {
        tick: &|tick| tick.day.year().to_string(),
        groups: &[],
        continued: &|name| name.to_owned(),
        above: &[title.into()],
        below: &[],
        day: Some(on),
        paints: &[],
    };
    let svg = drawing::svg::whole(&layout, drawn(&items), axis, WIDTH, &dress);
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;"), "{svg}");
    assert!(!svg.chars().any(|letter| letter < ' '), "{svg}");
}

#[test]
fn every_bar_and_bracket_of_a_picture_has_a_line_in_the_strong_colour() {
    let from = day(2016, 1, 1);
    let on = |day| Ok((day, day));
    let year = |day| Ok((day, day + 365));
    let unsure = [
        (Span::between(on(from), on(from + 3000)).unwrap(), 1),
        (Span::between(on(from), Err(Edge::Open)).unwrap(), 1),
        (Span::between(year(from), year(from)).unwrap(), 2),
        (Span::between(on(from), Err(Edge::Unknown)).unwrap(), 2),
    ];
    for (shape, class) in [(Shape::Bar, "line"), (Shape::Bracket, "bracket")] {
        for (span, least) in unsure {
            let item = Item { span, shape, tone: 0, groups: Cow::Borrowed(&[0]) };
            let items: Sample = (vec![item], vec![String::new()]);
            let axis = Window::days(from - 400, from + 4000);
            let layout = Layout::new(drawn(&items), 1, axis, WIDTH, Labels::WhereRoom);
            let paints = [Paint { fill: "#pale".into(), line: "#strong".into() }];
            let dress = Dress {
                tick: &|_| String::new(),
                groups: &[],
                continued: &|name| name.to_owned(),
                above: &[],
                below: &[],
                day: None,
                paints: &paints,
            };
            let svg = drawing::svg::whole(&layout, drawn(&items), axis, WIDTH, &dress);
            let line = svg.split(&format!("<path class=\"{class} tone-0\" d=\"")).nth(1).unwrap();
            let (along, colour) = line.split_once('"').unwrap();
            assert!(colour.starts_with(" stroke-width=") && colour.contains(" stroke=\"#strong\"/>"), "{svg}");
            let pieces = along.matches('M').count();
            assert!(if least == 1 { pieces == 1 } else { pieces >= least }, "{span:?} {along}");
            // Nothing of that colour is fainter than it is.
            assert!(!svg.split("/>").any(|it| it.contains("#strong") && it.contains("opacity")), "{svg}");
        }
    }
}
