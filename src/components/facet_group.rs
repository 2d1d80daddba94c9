//! `<FacetGroup>`: the values of a facet as checkboxes, each with how many projects it would show.

use super::{Asked, Piece, effect, flag, live_option, mark, on, query_link, text};
use crate::domain::catalogue::names::Names;
use crate::domain::facet::Facet;
use crate::domain::query::ProjectQuery;
use crate::domain::route::Route;
use crate::domain::slug::Slug;
use crate::domain::sorted::{set_of, sorted_by_key};
use crate::site::use_site;
use crate::words::{self, words};
use leptos::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many values of a long facet are shown before it is opened.
const SHORT: usize = 8;

/// What the group needs to know of the list.
#[derive(Clone, Copy)]
pub struct Counted {
    /// The question.
    pub query: Memo<ProjectQuery>,
    /// The question once its answer is painted.
    pub settled: Memo<ProjectQuery>,
    /// Changes when the visitor has paused: what cannot be seen is brought up to date then.
    pub rested: RwSignal<()>,
    /// The names of all values, as of the question.
    pub names: Signal<Arc<Names>>,
    /// The counts of each facet, by the place of a value in the names.
    pub counts: Memo<Arc<Vec<Vec<u32>>>>,
    /// The page that a question leads to.
    pub to: Callback<ProjectQuery, Route>,
}

/// What a question says of a facet.
#[derive(Clone, PartialEq)]
struct Marks {
    picked: BTreeSet<Slug>,
    excluded: BTreeSet<Slug>,
    /// All picked values are wanted.
    all: bool,
}

impl Marks {
    fn of(query: &ProjectQuery, facet: Facet) -> Self {
        Self {
            picked: query.picked.get(&facet).cloned().unwrap_or_default(),
            excluded: query.excluded.get(&facet).cloned().unwrap_or_default(),
            all: query.all_of.contains(&facet),
        }
    }
}

/// A facet, folded unless `open` or something of it is chosen in the address with which the page became alive. Nothing
/// of it can be used before.
#[component]
pub fn FacetGroup(
    /// The facet.
    facet: Facet,
    /// The list.
    counted: Counted,
    /// It is open from the beginning.
    open: bool,
    /// Goes to another question, back to the beginning of the list.
    ask: Callback<ProjectQuery>,
    /// Goes to another question without leaving the place.
    adjust: Callback<ProjectQuery>,
) -> impl IntoView {
    let site = use_site();
    let (alive, Counted { query, settled, rested, names, counts, to: page }) = (site.alive, counted);
    let unfolded = RwSignal::new(open);
    // Each thing of the question that the options show, so that they are touched only where it changes. Of a folded
    // group nothing can be seen but its summary: the rest follows later.
    let marks = Memo::new(move |_| query.with(|query| Marks::of(query, facet)));
    let own = Memo::new(move |_| {
        let of = |counts: &Arc<Vec<Vec<u32>>>| counts.get(facet as usize).cloned().unwrap_or_default();
        if unfolded.get() {
            counts.with(of)
        } else {
            rested.track();
            counts.with_untracked(of)
        }
    });
    let from = Memo::new(move |_| {
        if unfolded.get() {
            settled.get()
        } else {
            rested.track();
            settled.get_untracked()
        }
    });
    let whole = RwSignal::new(false);
    let sought = RwSignal::new(String::new());
    // The values that a long facet shows before it is opened: those that most projects have. They do not change with
    // the question, so that nothing moves under the pointer.
    let first = {
        let names = names.get_untracked();
        let counts = counts.with_untracked(|counts| counts.get(facet as usize).cloned().unwrap_or_default());
        let ranked: Vec<(u32, &Slug)> =
            counts.iter().copied().zip(names.of(facet).iter().map(|name| &name.id)).collect();
        let ranked = sorted_by_key(ranked, |(count, _)| Reverse(*count));
        set_of(ranked.into_iter().take(SHORT).map(|(_, id)| id.clone()))
    };
    let catalogue = site.catalogue.clone();
    // The rows, and whether words are sought that fit no value.
    let shown = Memo::new(move |_| {
        let (names, marks) = (names.get(), marks.get());
        let all = names.of(facet);
        let (whole, sought) = (whole.get() || all.len() <= SHORT + 2, sought.get());
        let fold = |text: &str| catalogue.lock().map(|it| it.fold(text)).unwrap_or_default();
        let words = fold(&sought);
        let fits = |at: usize| {
            if let Some(name) = all.get(at).filter(|it| it.name.is_empty()) {
                // What the data does not name, such as "Not stated", the words do.
                let said = fold(&words::facet_value(facet, &name.id, &names));
                return words.iter().all(|word| said.iter().any(|it| it.starts_with(word.as_str())));
            }
            names.spelled(facet).get(at).is_some_and(|spelled| {
                let mut said = words.iter();
                said.all(|word| {
                    spelled.name.iter().chain(spelled.aliases.iter().flatten()).any(|it| it.starts_with(word.as_str()))
                })
            })
        };
        let chosen = marks.picked.iter().chain(&marks.excluded);
        let mut places = set_of(chosen.clone().filter_map(|value| names.place(facet, value)));
        let mut none = false;
        if !words.is_empty() {
            let fitting = set_of((0..all.len()).filter(|at| fits(*at)));
            none = fitting.is_empty();
            places.extend(fitting);
        } else if whole {
            places.extend(0..all.len());
        } else {
            places.extend(first.iter().filter_map(|value| names.place(facet, value)));
        }
        let known = places.into_iter().filter_map(|at| all.get(at)).map(|name| name.id.clone());
        // What the address asks for and the data does not know comes last.
        let unknown = chosen.filter(|value| names.place(facet, value).is_none()).cloned();
        let row = |value: Slug| {
            let label = words::facet_value(facet, &value, &names);
            (value, label)
        };
        (known.chain(unknown).map(row).collect::<Vec<_>>(), none)
    });
    let chosen = text(move || {
        let count = marks.with(|marks| marks.picked.len() + marks.excluded.len());
        if count > 0 { format!(" {}", words().chosen(count)) } else { String::new() }
    });
    let length = Memo::new(move |_| names.with(|names| names.of(facet).len()));
    let option = move |(value, label): (Slug, String)| {
        let (counted, spelled) = (value.clone(), value.to_string());
        let count = move || {
            let place = names.with(|names| names.place(facet, &counted));
            let count = place.and_then(|at| own.with(|own| own.get(at).copied()));
            usize::try_from(count.unwrap_or(0)).unwrap_or(usize::MAX)
        };
        let (picked, excluded, change) = (value.clone(), value.clone(), value.clone());
        let excluded = Memo::new(move |_| marks.with(|marks| marks.excluded.contains(&excluded)));
        let link = move |change: fn(&ProjectQuery, Facet, &Slug) -> ProjectQuery| {
            let value = value.clone();
            query_link(Asked { query, from, ask, to: page }, move |query| change(query, facet, &value))
        };
        let ((to, follow), (to_not, follow_not)) = (link(ProjectQuery::toggled), link(ProjectQuery::toggled_not));
        let name = label.clone();
        view! {
            <li class:excluded=flag(move || excluded.get())>
                <label>
                    <input
                        type="checkbox"
                        name=facet.key()
                        value=spelled
                        prop:checked=flag(move || marks.with(|marks| marks.picked.contains(&picked)))
                        on:change=on(move |_| ask.run(query.with_untracked(|query| query.toggled(facet, &change))))
                    />
                    // The address of the choice, to copy or to open beside. The box is what the keyboard stops at.
                    <a class="choice-label" href=to tabindex="-1" data-noscroll="" on:click=follow>{label}</a>
                    " "
                    <span class="choice-count">{text(move || {
                        // What is left out is not counted: the number would be that of another question.
                        if excluded.get() { String::new() } else { words::list::choice_count(count()) }
                    })}</span>
                </label>
                <a class="choice-not" href=to_not data-noscroll="" on:click=follow_not>
                    {text(move || words().exclude(excluded.get()).to_owned())} <span class="visually-hidden">" " {name}</span>
                </a>
            </li>
        }
        .piece()
    };
    let more = live_option(move || {
        (length.get() > SHORT + 2).then(|| {
            view! {
                <button
                    type="button"
                    class="facet-more"
                    aria-expanded=text(move || whole.get().to_string())
                    on:click=on(move |_| whole.update(|whole| *whole = !*whole))
                >
                    {text(move || if whole.get() {
                        words().list.show_fewer.to_owned()
                    } else {
                        words().show_all_values(length.get())
                    })}
                </button>
            }
            .piece()
        })
    });
    let find = live_option(move || {
        (length.get() > SHORT * 2).then(|| {
            view! {
                <input
                    type="search"
                    class="facet-find"
                    aria-label=words().find_value(facet)
                    placeholder=words().find_value(facet)
                    on:input:target=move |event| sought.set(event.target().value())
                />
                <p class="facet-none" aria-live="polite">
                    {text(move || if shown.with(|(_, none)| *none) { words().list.no_value.to_owned() } else { String::new() })}
                </p>
            }
            .piece()
        })
    });
    let mode = facet.has_several().then(|| {
        let choice = move |all: bool, name: &'static str| {
            let asked = Asked { query, from, ask: adjust, to: page };
            let (to, follow) = query_link(asked, move |query| query.with_all_of(facet, all));
            let current = mark(move || (marks.with(|marks| marks.all) == all).then_some("true"));
            view! { <a href=to data-noscroll="" aria-current=current on:click=follow>{name}</a> }.piece()
        };
        let any = choice(false, words().list.match_any);
        let all = choice(true, words().list.match_all);
        // Which of the two holds matters from two values on.
        let idle = flag(move || marks.with(|marks| marks.picked.len() < 2 && !marks.all));
        view! { <p class="facet-mode" hidden=idle><span>{words().match_label(facet)} " "</span> {any} " · " {all}</p> }
            .piece()
    });
    // Once: what the visitor folds and unfolds afterwards is the visitor's own.
    effect(move || {
        let asked = marks.with_untracked(|marks| !marks.picked.is_empty() || !marks.excluded.is_empty());
        if alive.get() && asked {
            unfolded.set(true);
        }
    });
    view! {
        <details class="facet" open=unfolded on:toggle:target=move |event| unfolded.set(event.target().open())>
            <summary>
                <span class="facet-name">{words().facet_name(facet)}</span>
                <span class="facet-chosen">{chosen}</span>
            </summary>
            <fieldset disabled=flag(move || !alive.get())>
                <legend class="visually-hidden">{words().facet_name(facet)}</legend>
                {find}
                <ul class="choices">
                    <For each=move || shown.with(|(rows, _)| rows.clone()) key=|row| row.clone() children=option/>
                </ul>
                {more}
                {mode}
            </fieldset>
        </details>
    }
    .piece()
}
