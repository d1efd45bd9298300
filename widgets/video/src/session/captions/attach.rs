//! The tracks of what plays, and what becomes of them.

use std::cell::Cell;

use adil::ui::{effect, el, listen, point};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use leptos::web_sys::{Element, Event, HtmlMediaElement, ResizeObserver, TextTrack, TextTrackMode};
use send_wrapper::SendWrapper;

use super::Captions;
use crate::model::Track;
use crate::player::browser::language_name;
use crate::player::medium::Medium;
use crate::player::tracks::Found;

impl Captions {
    /// Takes the tracks of the video over. They are read once it is played: before that nothing
    /// shows them. The page is told whether they are shown.
    pub fn follow(self) {
        let session = self.session;
        if let Some(medium) = session.medium().filter(Medium::is_ours) {
            self.attach(&medium);
        } else {
            // Players of other sites have no tracks for us: an element that plays nothing reads
            // them, and the lesson's clock shows them.
            if let Some(alone) = el("video").element().dyn_ref::<HtmlMediaElement>() {
                self.attach(alone);
            }
            effect(Box::new(move || {
                session.at.get();
                untrack(|| self.keep_up());
            }));
        }
        effect(Box::new(move || {
            let (started, shown) = (session.started.get(), self.shown.get());
            let some = self.which.get().is_some();
            untrack(|| {
                session.set_state("captions", shown && some);
                if started && shown {
                    self.load();
                }
                self.show();
            });
        }));
        self.follow_size();
    }

    /// Where captions stand depends on how large the picture is, and whether it is there at all.
    fn follow_size(self) {
        let Some(place) = self.session.context().caption.borrow().clone() else { return };
        let act = move |_| untrack(|| self.show());
        let act = Closure::<dyn Fn(Event)>::wrap(Box::new(act));
        let Ok(observer) = ResizeObserver::new(act.as_ref().unchecked_ref()) else { return };
        observer.observe(&place);
        let kept = SendWrapper::new((observer, act));
        on_cleanup(move || kept.0.disconnect());
    }

    /// Takes the tracks that a media element has, and those of the content file.
    fn attach(self, media: &HtmlMediaElement) {
        let context = self.session.context();
        let video = &context.document.body;
        let add = |kind: &str, track: &Track| {
            let label = track.label.clone().unwrap_or_else(|| language_name(&track.lang));
            let made = el("track")
                .attr("kind", kind)
                .attr("srclang", &track.lang)
                .attr("label", &label)
                .with(|element| point(element, "src", &track.src.0, &context.host));
            let element = SendWrapper::new(made.element());
            _ = media.append_child(&element);
            on_cleanup(move || element.remove());
        };
        video.captions.iter().for_each(|track| add("captions", track));
        video.descriptions.iter().for_each(|track| add("descriptions", track));
        let Ok(list) = media.query_selector_all("track") else { return };
        for node in (0..list.length()).filter_map(|n| list.get(n)) {
            self.find(node.unchecked_ref());
        }
        self.which.set(self.best());
    }

    fn find(self, element: &Element) {
        let Ok(track) = js_sys::Reflect::get(element, &"track".into()) else { return };
        let track: TextTrack = track.unchecked_into();
        let context = self.session.context();
        let kind = element.get_attribute("kind").unwrap_or_default();
        let described = kind == "descriptions";
        if !described && !["captions", "subtitles", ""].contains(&kind.as_str()) {
            return;
        }
        // A page's own captions would be shown twice. They are given back as they were.
        let (before, given) = (track.mode(), SendWrapper::new(track.clone()));
        track.set_mode(TextTrackMode::Disabled);
        on_cleanup(move || given.set_mode(before));
        let into = if described { &context.tracks.descriptions } else { &context.tracks.captions };
        let n = into.borrow().len();
        let act = move |_| untrack(|| self.collect());
        listen(element, "load", Box::new(act));
        let act = move |_| untrack(|| self.fails((!described).then_some(n)));
        listen(element, "error", Box::new(act));
        listen(&track, "cuechange", Box::new(move |_| untrack(|| self.show())));
        let (lang, label) = (track.language(), track.label());
        let label = if label.is_empty() { language_name(&lang) } else { label };
        into.borrow_mut().push(Found { track, lang, label, failed: Cell::new(false) });
    }

    /// A file that cannot be read: the learner is told where these captions were chosen, and the
    /// author where it is.
    fn fails(self, captions: Option<usize>) {
        let context = self.session.context();
        if let Some(n) = captions {
            context.tracks.captions.borrow()[n].failed.set(true);
            if self.which.now() == captions {
                self.failed.set(true);
            }
        }
        let about =
            [&context.host.name(), ": captions or descriptions: a file cannot be read"].concat();
        leptos::web_sys::console::warn_1(&about.into());
    }
}
