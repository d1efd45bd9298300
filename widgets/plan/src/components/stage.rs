//! The widgets of the blocks. The next one is loaded a minute before it is needed, and none is made
//! twice: a quiz that is asked for again is as it was.

use std::cell::RefCell;
use std::rc::Rc;

use adil::ui::{El, effect, el, exported, part};
use leptos::web_sys::{Element, Url};

use crate::model::BlockWidget;
use crate::session::{Mode, Session};

/// The parts of all that a block may show, and their states, for pages to style: `quiz-option`,
/// `video-controls`. The contract test writes the file.
const PARTS: &str = include_str!("stage-parts.txt");

/// A widget that was made for a block, by the block's place.
type Made = Rc<RefCell<Vec<(usize, Element)>>>;

/// Where the widgets of the blocks stand.
pub fn stage(session: Session) -> El {
    let place = part("div", "stage");
    let holder = place.element();
    let made: Made = Rc::default();
    effect(Box::new(move || {
        let (block, soon) = (session.block.get(), session.soon.get());
        // With a second window the pupils see it there.
        let elsewhere = session.mode() == Mode::Plan && session.has_screen.get();
        let next = block.filter(|_| soon).map(|n| n + 1);
        let wanted: Vec<usize> =
            if elsewhere { Vec::new() } else { block.into_iter().chain(next).collect() };
        leptos::prelude::untrack(|| show(session, &holder, &made, &wanted, block));
    }));
    place
}

fn show(session: Session, holder: &Element, made: &Made, wanted: &[usize], block: Option<usize>) {
    let mut made = made.borrow_mut();
    made.retain(|(n, element)| {
        let stays = wanted.contains(n);
        if !stays {
            element.remove();
        }
        stays
    });
    for n in wanted {
        if made.iter().all(|(known, _)| known != n)
            && let Some(element) = session.of_block(*n, |b| b.widget.clone()).flatten()
        {
            let element = make(session, &element).element();
            _ = holder.append_child(&element);
            made.push((*n, element));
        }
    }
    for (n, element) in made.iter() {
        _ = element.toggle_attribute_with_force("hidden", Some(*n) != block);
    }
}

fn make(session: Session, widget: &BlockWidget) -> El {
    let level = leptos::prelude::untrack(|| session.chosen(|variant| variant.level));
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
            // For the page these would be the plan's own.
            .on("adil-ready", |event| event.stop_propagation())
            .on("adil-error", |event| event.stop_propagation())
            .child(el("p").child(session.text("not_shown")));
        match widget.mode {
            Some(mode) => element.attr("mode", mode.word()),
            None => element,
        }
    })
}
