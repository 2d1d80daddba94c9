//! `<Drawing>`: entries of the timeline as marks on an axis of time.
//!
//! The list of the same entries is what everybody can read; this is what it looks like. One canvas shows all marks, and
//! one real link lies over the mark that the keyboard is at: the drawing is one stop of the Tab key, the arrows walk,
//! Enter follows the link. Nothing of it is prerendered but its place.

mod board;

mod card;

mod hands;

mod paper;

mod save;

mod stops;

mod table;

mod tools;

use super::{Link, Piece, effect, flag, live, live_option, mark, on, text};
use crate::browser::Mark;
use crate::domain::catalogue::names::Names;
use crate::domain::route::Route;
use crate::domain::timeline::{EntryId, Plot, Timeline, TimelineQuery};
use crate::site::{Step, use_site};
use crate::stage::{Scenery, Stage};
use crate::words::timeline as say;
use crate::words::words;
use board::Board;
use card::Card;
use drawing::canvas::AXIS;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use paper::Paper;
use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;
use stops::Stops;
use time::Date;
use tools::Tools;

/// Everything that the parts of a drawing share. Cheap to copy.
#[derive(Clone, Copy)]
struct Scene {
    timeline: StoredValue<Arc<Timeline>>,
    names: Signal<Arc<Names>>,
    query: Memo<TimelineQuery>,
    go: Callback<(TimelineQuery, Step)>,
    /// The entries, by their places in the timeline.
    found: Memo<Vec<usize>>,
    /// What is drawn of them.
    plot: Memo<Arc<Plot>>,
    /// What is shown; `None` until the drawing has a size.
    board: StoredValue<Option<Board>>,
    stage: StoredValue<Option<Stage>, LocalStorage>,
    /// Counts the pictures painted: whatever follows the marks reads it.
    painted: RwSignal<u32>,
    /// A picture has been ordered and not been painted yet.
    ordered: StoredValue<bool>,
    /// Counts the changes of what is shown, so that only the last one goes into the address.
    moves: StoredValue<u32>,
    /// The mark under the pointer.
    hover: RwSignal<Option<usize>>,
    /// Where the pointer came to it, in pixels from the left edge.
    pointed: StoredValue<usize>,
    /// The mark that the card is about.
    card: RwSignal<Option<usize>>,
    /// The keyboard is in the drawing.
    focused: RwSignal<bool>,
    /// The card has been closed for the mark that it was about.
    closed: RwSignal<Option<usize>>,
    /// What can be seen is said here.
    range: RwSignal<String>,
    scroller: NodeRef<html::Div>,
    canvas: NodeRef<html::Canvas>,
    strip: NodeRef<html::Canvas>,
    /// The day that is marked: of the data, or the one that is asked for.
    day: Memo<Date>,
    /// Writes into the address bar what is shown and not written yet.
    arrive: Callback<()>,
    /// What it is of, in words, and where it is found; of a drawing without one, what is asked and its address.
    about: StoredValue<Option<(String, Route)>>,
    /// It stands among other things.
    small: bool,
    /// This browser lets nobody draw.
    refused: RwSignal<bool>,
}

/// The drawing from which the page of an entry was opened, as it was left.
struct Opened {
    /// The path of the page that it stands on.
    path: String,
    /// What it showed; the entry is the one that was opened.
    query: TimelineQuery,
    /// The group in which the entry stood.
    group: usize,
}

thread_local! {
    /// For whoever comes back.
    static OPENED: RefCell<Option<Opened>> = const { RefCell::new(None) };
}

/// The visitor follows a link: whoever comes to a drawing by it, or after it, comes anew.
pub fn leave_drawing() {
    OPENED.take();
}

/// How long the drawing must rest before its place goes into the address.
const REST: Duration = Duration::from_millis(300);

impl Scene {
    /// Changes what is shown, has it painted, and puts it into the address once the hand rests.
    fn change(self, step: Step, change: impl FnOnce(&mut Board)) {
        self.board.update_value(|board| {
            if let Some(board) = board {
                change(board);
                board.follow();
            }
        });
        self.order();
        self.settle(step);
    }

    /// Whether its page is still shown: the visitor may have left it while something waited.
    fn is_there(self) -> bool {
        self.ordered.try_get_value().is_some()
    }

    /// Has a picture painted before the next frame.
    fn order(self) {
        if self.ordered.get_value() {
            return;
        }
        self.ordered.set_value(true);
        request_animation_frame(move || {
            // The visitor may have left the page meanwhile.
            if self.ordered.try_set_value(false).is_none() {
                self.paint();
            }
        });
    }

    fn paint(self) {
        self.board.with_value(|board| {
            self.stage.update_value(|stage| {
                if let (Some(board), Some(stage)) = (board, stage) {
                    stage.paint(&Scenery {
                        items: board.plot.drawn(),
                        layout: &board.layout,
                        view: board.view(),
                        density: &board.density,
                        axis: board.axis,
                    });
                }
            });
        });
        self.painted.update(|count| *count = count.wrapping_add(1));
    }

    /// Puts what is shown into the address: at once for a choice, when the hand rests for a move.
    fn settle(self, step: Step) {
        let turn = self.moves.get_value().wrapping_add(1);
        self.moves.set_value(turn);
        let write = move || {
            if self.moves.try_get_value() == Some(turn) {
                self.write(step);
            }
        };
        if step == Step::Push { write() } else { set_timeout(write, REST) }
    }

    /// Puts what is shown now into the address.
    fn write(self, step: Step) {
        self.say_range();
        let wanted = self.wanted();
        if wanted != self.query.get_untracked() {
            self.go.run((wanted, step));
        }
    }

    /// The question with what is shown and looked at now.
    fn wanted(self) -> TimelineQuery {
        let (shown, entry) = self.board.with_value(|board| {
            let board = board.as_ref();
            let entry = board.filter(|board| board.chosen).and_then(|board| board.entry(board.at?));
            (board.and_then(Board::shown), entry)
        });
        let entry = self.timeline.with_value(|timeline| Some(timeline.entries.get(entry?)?.id()));
        let query = self.query.get_untracked();
        query.showing(shown).looking_at(entry.or(query.entry.clone()))
    }

    /// The entry at whose mark the keyboard is: it stays there, whatever the drawing is to show.
    fn entry_in_focus(self) -> Option<EntryId> {
        let at = || self.board.with_value(|board| board.as_ref().and_then(|board| board.entry(board.at?)));
        let entry = self.focused.get_untracked().then(at)??;
        self.timeline.with_value(|timeline| Some(timeline.entries.get(entry)?.id()))
    }

    fn say_range(self) {
        let said = self.board.with_value(|board| {
            let board = board.as_ref()?;
            let (from, to) = board.days()?;
            Some(say::shown(from, to, board.visible(), board.plot.items.len()))
        });
        self.range.set(said.unwrap_or_default());
    }

    /// Makes the board for what is to be drawn and the room there is, keeping what is shown and looked at.
    fn lay_out(self) {
        let (Some(scroller), Some(canvas), Some(strip)) =
            (self.scroller.get_untracked(), self.canvas.get_untracked(), self.strip.get_untracked())
        else {
            return;
        };
        let (width, height) = (f64::from(scroller.client_width()), f64::from(scroller.client_height()) - AXIS);
        // On a narrow screen the list is the timeline, and this is not shown.
        if width < 1.0 || height < 1.0 {
            return;
        }
        // The page of an entry may have a drawing too.
        let here = crate::browser::path();
        let opened = OPENED.with_borrow_mut(|opened| opened.take_if(|opened| opened.path == here));
        if let Some(opened) = opened.as_ref().filter(|_| self.small) {
            // The address does not say what a small one shows.
            self.go.run((opened.query.clone(), Step::Replace));
        }
        let query = self.query.get_untracked();
        let opened = opened.filter(|opened| opened.query.entry == query.entry);
        let plot = self.plot.get_untracked();
        let groups = self.names.with_untracked(|names| say::group_names(&plot.groups, query.group, names));
        let day = self.day.get_untracked();
        let plot_groups = plot.groups.clone();
        // A mark whose card was closed; after a mere change of size it is the same.
        if self.board.with_value(|board| board.as_ref().is_some_and(|board| !Arc::ptr_eq(&board.plot, &plot))) {
            self.closed.set(None);
        }
        let mut board = Board::new(plot, width, height, day.to_julian_day());
        board.show(query.shown);
        self.timeline.with_value(|timeline| board.look_at(query.entry.or(self.entry_in_focus()).as_ref(), timeline));
        // An entry stands in several groups; the address does not say in which it is looked at.
        let before = self.board.with_value(|board| {
            let board = board.as_ref()?;
            // By its name: another grouping has other numbers.
            let group = board.plot.groups.get(board.group()?)?;
            plot_groups.iter().position(|it| it == group)
        });
        if let Some(group) = opened.as_ref().map(|opened| opened.group).or(before) {
            board.look_in(group);
        }
        board.top = f64::from(scroller.scroll_top()).min(board.layout.height);
        board.follow();
        let stage = Stage::new(canvas, strip, groups, day);
        if stage.is_refused() {
            crate::browser::mark(Mark::Undrawn);
            self.refused.set(true);
        }
        board.wider = stage.wider();
        let first = self.board.with_value(Option::is_none);
        self.board.set_value(Some(board));
        self.stage.set_value(Some(stage));
        // Marks have other numbers now.
        self.hover.set(None);
        self.card.set(None);
        self.say_range();
        self.order();
        if first {
            self.show_chosen();
        }
        if opened.is_some() {
            // Back from the page of the entry: the keyboard is where it was.
            stops::take_focus(self);
        }
    }

    /// The visitor follows the link of a mark, or of its card, to a path: whoever comes back will find the keyboard at it.
    fn opens(self, mark: Option<usize>, to: &str) {
        if to == crate::browser::path() {
            // It leads to where it stands.
            crate::browser::focus_heading();
            return;
        }
        if mark.is_none() {
            return;
        }
        self.board.update_value(|board| {
            if let Some(board) = board {
                board.choose(mark);
            }
        });
        let group = self.board.with_value(|board| board.as_ref()?.group());
        let (path, query) = (crate::browser::path(), self.wanted());
        OPENED.set(group.map(|group| Opened { path, query, group }));
        // Back leads to the address as it is when this page is left, which may be before the hand has rested.
        self.write(Step::Replace);
        self.arrive.run(());
    }

    /// Scrolls so that the mark at which the keyboard is can be seen.
    fn scroll_to_mark(self) {
        let top = self.board.with_value(|board| board.as_ref()?.scroll_to_mark());
        if let (Some(scroller), Some(top)) = (self.scroller.get_untracked(), top) {
            scroller.set_scroll_top(top.round() as i32);
        }
    }

    /// Scrolls to the mark that the address chooses, once the picture has its height.
    fn show_chosen(self) {
        crate::browser::after_paint(move || {
            if self.is_there() && self.board.with_value(|it| it.as_ref().is_some_and(|it| it.chosen)) {
                self.scroll_to_mark();
            }
        });
    }

    /// The card is about this mark: the one under the pointer, else the one that the keyboard is at.
    fn card_about(self) -> Option<usize> {
        let focused = self.focused.get();
        let at = self.board.with_value(|board| board.as_ref()?.at).filter(|_| focused);
        self.hover.get().or(at).filter(|mark| self.closed.get() != Some(*mark))
    }
}

/// The drawing of some entries of a timeline.
#[component]
pub fn Drawing(
    /// All entries.
    timeline: Arc<Timeline>,
    /// Those that are drawn.
    found: Memo<Vec<usize>>,
    /// The names of all values.
    names: Signal<Arc<Names>>,
    /// Grouping, range and selection.
    query: Memo<TimelineQuery>,
    /// Goes to another question.
    go: Callback<(TimelineQuery, Step)>,
    /// What it is of, in words, and where it is found; without it, what is asked and its address on the timeline.
    about: Option<(String, Route)>,
    /// It stands among other things: less high, without ways to save it.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let site = use_site();
    let timeline = StoredValue::new(timeline);
    let group = Memo::new(move |_| query.with(|query| query.group));
    let picked = Memo::new(move |_| query.with(|query| query.list.picked.clone()));
    let plot = Memo::new(move |_| {
        let names = names.get();
        let picked = picked.get();
        let plot = |found: &Vec<usize>| timeline.with_value(|all| Plot::new(all, found, group.get(), &picked, &names));
        Arc::new(found.with(plot))
    });
    let data_day = site.dataset.meta.as_of;
    let day = Memo::new(move |_| query.with(|query| query.list.as_of).unwrap_or(data_day));
    let going = site.going;
    let scene = Scene {
        timeline,
        names,
        query,
        go,
        found,
        plot,
        board: StoredValue::new(None),
        stage: StoredValue::new_local(None),
        painted: RwSignal::new(0),
        ordered: StoredValue::new(false),
        moves: StoredValue::new(0),
        hover: RwSignal::new(None),
        pointed: StoredValue::new(0),
        card: RwSignal::new(None),
        focused: RwSignal::new(false),
        closed: RwSignal::new(None),
        range: RwSignal::new(String::new()),
        scroller: NodeRef::new(),
        canvas: NodeRef::new(),
        strip: NodeRef::new(),
        day,
        arrive: Callback::new(move |()| going.arrive()),
        about: StoredValue::new(about),
        small,
        refused: RwSignal::new(false),
    };
    let alive = site.alive;
    // In a turn of its own: that the page is alive has brought about enough in one.
    let ready = RwSignal::new(false);
    effect(move || {
        if alive.get() {
            let begin = move || {
                // The visitor may have left the page meanwhile.
                let _ = ready.try_set(true);
            };
            set_timeout(begin, Duration::ZERO);
        }
    });
    let stage = live_option(move || ready.get().then(|| view! { <Live scene small/> }.piece()));
    let repeated = text(move || say::repeated(plot.with(|plot| plot.repeated), group.get()).unwrap_or_default());
    let undated = text(move || say::undated(plot.with(|plot| plot.undated)).unwrap_or_default());
    let legend = words().timeline.legend.map(|(sign, name)| {
        view! { <li><span class=format!("sign sign-{sign}") aria-hidden="true"></span>{name}</li> }.piece()
    });
    let beyond = flag(move || {
        let day = day.get().to_julian_day();
        !plot.with(|plot| plot.axis(day)).holds(day)
    });
    let day = text(move || words().day_line(day.get(), query.with(|query| query.list.as_of.is_some())));
    let day = view! { <li hidden=beyond><span class="sign sign-day" aria-hidden="true"></span>{day}</li> }.piece();
    view! {
        <section class="drawing" class:drawing-small=small aria-label=words().timeline.drawing>
            <div class="drawing-box">
                <p class="drawing-waits small">{words().timeline.drawing_needs_script}</p>
                {stage}
            </div>
            <ul class="legend small">{legend.into_iter().collect::<Vec<_>>()} {day}</ul>
            <p class="small drawing-notes"><span class="drawing-repeated">{repeated}</span>{undated}</p>
        </section>
    }
    .piece()
}

/// What is there once the page is alive.
#[component]
fn Live(scene: Scene, small: bool) -> impl IntoView {
    // What is drawn, and the room for it; the day that is marked, up to which open ends run. The first time in a task of its
    // own: how much room there is a browser knows only when it has laid out all that has come with the drawing.
    Effect::new(move |before: Option<()>| {
        scene.plot.track();
        scene.day.track();
        let first = move || {
            if scene.is_there() {
                scene.lay_out();
            }
        };
        if before.is_some() { scene.lay_out() } else { set_timeout(first, Duration::ZERO) }
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| scene.lay_out());
    on_cleanup(move || resized.remove());
    // A card is where the window has room for it.
    let scrolled = window_event_listener(leptos::ev::scroll, move |_| {
        if scene.card.get_untracked().is_some() {
            scene.painted.update(|count| *count = count.wrapping_add(1));
        }
    });
    on_cleanup(move || scrolled.remove());
    // A card goes without the pointer or the focus moving (WCAG 1.4.13).
    let escaped = window_event_listener(leptos::ev::keydown, move |key| {
        if key.key() == "Escape"
            && let Some(mark) = scene.card.get_untracked()
        {
            scene.closed.set(Some(mark));
        }
    });
    on_cleanup(move || escaped.remove());
    // The address says something else: Back, a link, a jump.
    Effect::new(move |before: Option<(Option<(Date, Date)>, _)>| {
        let now = scene.query.with(|query| (query.shown, query.entry.clone()));
        let other = before.as_ref().is_some_and(|(_, entry)| *entry != now.1);
        let moved = before.is_some_and(|before| before != now);
        if moved {
            let wanted = now.1.clone().or_else(|| scene.entry_in_focus());
            scene.board.update_value(|board| {
                let Some(board) = board else { return };
                if board.shown() != now.0 {
                    board.show(now.0);
                }
                scene.timeline.with_value(|timeline| board.look_at(wanted.as_ref(), timeline));
                board.follow();
            });
            scene.say_range();
            scene.order();
            if other {
                scene.show_chosen();
            }
        }
        now
    });
    watch_theme(scene);
    let tall = text(move || {
        scene.painted.track();
        let height = scene.board.with_value(|board| board.as_ref().map_or(0.0, |board| board.layout.height));
        format!("{}px", (height + AXIS).round() as i64)
    });
    // As wide as the picture below it, which leaves room for a scroll bar.
    let wide = text(move || {
        scene.painted.track();
        let width = scene.board.with_value(|board| board.as_ref().map_or(0.0, |board| board.width));
        format!("{}px", width.round() as i64)
    });
    let label = text(move || words().drawing_label(scene.plot.with(|plot| plot.items.len())));
    let refused = live_option(move || {
        scene.refused.get().then(|| view! { <p class="small">{words().timeline.drawing_refused}</p> }.piece())
    });
    let saves = (!small).then(|| view! { <save::Saves scene/> }.piece());
    view! {
        {refused}
        <Tools scene small saves/>
        <p class="small drawing-range" role="status">{scene.range}</p>
        <canvas class="drawing-strip" style:width=wide node_ref=scene.strip aria-hidden="true" on:pointerdown=on(move |event| hands::grip(scene, &event))
            on:pointermove=on(move |event| hands::pull(scene, &event))></canvas>
        <div class="drawing-frame">
            <div
                class="drawing-scroll"
                node_ref=scene.scroller
                on:scroll=on(move |_| hands::scrolled(scene))
                on:wheel=on(move |event| hands::wheel(scene, &event))
                on:pointerleave=on(move |_| scene.hover.set(None))
            >
                <div class="drawing-tall" style:height=tall role="application" aria-label=label aria-describedby="drawing-hint">
                    <canvas
                        class="drawing-canvas"
                        node_ref=scene.canvas
                        aria-hidden="true"
                        on:pointerdown=on(move |event| hands::press(scene, &event))
                        on:pointermove=on(move |event| hands::point(scene, &event))
                        on:pointerup=on(move |event| hands::release(scene, &event))
                        on:pointercancel=on(move |event| hands::release(scene, &event))
                        on:dblclick=on(move |event: ev::MouseEvent| hands::closer(scene, &event))
                    ></canvas>
                    <Stops scene/>
                </div>
            </div>
            // Outside of what scrolls, which would cut it off; right after the link of its mark, for the Tab key.
            <Card scene/>
        </div>
        <p class="small drawing-hint" id="drawing-hint">{words().timeline.hint}</p>
        <Paper scene/>
    }
    .piece()
}

/// Asks the style sheet for its colours again when the visitor changes the theme.
fn watch_theme(scene: Scene) {
    let dress = move || {
        scene.stage.update_value(|stage| {
            if let Some(stage) = stage {
                stage.dress();
            }
        });
        scene.order();
    };
    crate::browser::on_theme(dress);
}
