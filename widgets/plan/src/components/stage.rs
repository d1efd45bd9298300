//! The widgets of the blocks. Once a lesson runs they are loaded in their order, each when the one
//! before it is there: a slow line has the next one in time, and one that breaks takes nothing away.
//! None is made twice while it is wanted: a quiz that is asked for again is as it was.

use std::cell::RefCell;
use std::rc::Rc;

use adil::ui::{El, Number, effect, el, exported, part};
use leptos::prelude::{Track, Update, untrack};
use leptos::web_sys::{Element, EventTarget, Url};

use crate::model::BlockWidget;
use crate::session::{Mode, Session};

/// The parts of all that a block may show, and their states, for pages to style: `quiz-option`,
/// `video-controls`. The contract test writes the file.
const PARTS: &str = include_str!("stage-parts.txt");

/// So many widgets of later blocks are held ready.
const MOST_AHEAD: usize = 8;

/// A widget that was made.
struct Made {
    what: BlockWidget,
    element: Element,
    /// Whether it is there, or could not be loaded.
    settled: bool,
}

/// Where the widgets of the blocks stand.
#[derive(Clone)]
struct Stage {
    session: Session,
    holder: Element,
    made: Rc<RefCell<Vec<Made>>>,
    /// What stands on the stage.
    shown: Rc<RefCell<Option<BlockWidget>>>,
    /// Changes whenever a widget is there, or could not be loaded.
    turns: Number,
}

/// Where the widgets of the blocks stand.
pub fn stage(session: Session) -> El {
    let place = part("div", "stage");
    let (holder, turns) = (place.element(), Number::new(0));
    let stage = Stage { session, holder, made: Rc::default(), shown: Rc::default(), turns };
    let place = ["adil-ready", "adil-error"].into_iter().fold(place, |place, event| {
        let stage = stage.clone();
        place.on(event, move |event| {
            // For the page these would be the plan's own.
            event.stop_propagation();
            if let Some(target) = event.target() {
                stage.settle(&target);
            }
        })
    });
    effect(Box::new(move || {
        let block = session.block.get();
        turns.track();
        // With a second window the pupils see it there.
        let elsewhere = session.mode() == Mode::Plan && session.has_screen.get();
        untrack(|| stage.show(block.filter(|_| !elsewhere)));
    }));
    place
}

impl Stage {
    /// Shows the widget of a block, and makes those of later ones ready.
    fn show(&self, block: Option<usize>) {
        let of = |n: usize| self.session.of_block(n, |block| block.widget.clone()).flatten();
        let now = block.and_then(of);
        let mut ahead: Vec<BlockWidget> = Vec::new();
        for n in block.into_iter().flat_map(|n| n + 1..self.session.count()) {
            let next = of(n).filter(|next| now.as_ref() != Some(next) && !ahead.contains(next));
            ahead.extend(next.filter(|_| ahead.len() < MOST_AHEAD));
        }
        // What was left is made anew when it comes again: a film must not go on unseen.
        let left = self.shown.replace(now.clone()).filter(|left| now.as_ref() != Some(left));
        self.made.borrow_mut().retain(|one| {
            let is_wanted = now.as_ref() == Some(&one.what) || ahead.contains(&one.what);
            let stays = is_wanted && left.as_ref() != Some(&one.what);
            if !stays {
                one.element.remove();
            }
            stays
        });
        if let Some(now) = &now {
            self.make(now);
        }
        // The one that is needed now has the line to itself.
        let is_free = || self.made.borrow().iter().all(|one| one.settled);
        if let Some(next) = ahead.iter().find(|next| !self.is_made(next)).filter(|_| is_free()) {
            self.make(next);
        }
        for one in self.made.borrow().iter() {
            let hidden = now.as_ref() != Some(&one.what);
            _ = one.element.toggle_attribute_with_force("hidden", hidden);
        }
    }

    fn is_made(&self, what: &BlockWidget) -> bool {
        self.made.borrow().iter().any(|one| one.what == *what)
    }

    fn make(&self, what: &BlockWidget) {
        if self.is_made(what) {
            return;
        }
        let element = self.element(what).element();
        // Before it stands in the page: it must not be seen, nor heard, for a moment.
        _ = element.set_attribute("hidden", "");
        _ = self.holder.append_child(&element);
        self.made.borrow_mut().push(Made { what: what.clone(), element, settled: false });
    }

    /// A widget that came, or did not.
    fn settle(&self, which: &EventTarget) {
        let mut settled = false;
        for one in self.made.borrow_mut().iter_mut() {
            let own: &EventTarget = &one.element;
            if own == which && !one.settled {
                one.settled = true;
                settled = true;
            }
        }
        if settled {
            _ = self.turns.try_update(|n| *n = n.wrapping_add(1));
        }
    }

    fn element(&self, widget: &BlockWidget) -> El {
        let session = self.session;
        let level = untrack(|| session.chosen(|variant| variant.level));
        session.read(|context| {
            let tag = ["adil-", widget.element.word()].concat();
            let prefix = [widget.element.word(), "-"].concat();
            let url = Url::new_with_base(widget.src.0.as_str(), &context.host.base());
            let src = url.map_or_else(|_| widget.src.0.as_str().to_owned(), |url| url.href());
            let element = El::of(context.host.child(&tag))
                .attr("src", &src)
                .attr("exportparts", &exported(PARTS.trim_ascii(), &prefix))
                .attr("loading", "eager")
                .attr("level", level.unwrap_or(context.level).word())
                .attr("lang", &context.rich.lang)
                .attr("heading-level", context.host.heading_level(2))
                .child(el("p").child(session.text("not_shown")));
            match widget.mode {
                Some(mode) => element.attr("mode", mode.word()),
                None => element,
            }
        })
    }
}
