//! The sound of a scene or an ending: what is heard stands beside it in words, and nothing plays
//! before a learner has asked for it once.

use adil::ui::{El, Flag, Icon, el, icon, listen, part, point, text_block};
use leptos::prelude::{on_cleanup, untrack};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlMediaElement;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::JsFuture;

use crate::session::Session;

/// What a learner hears, and what becomes of it.
#[derive(Clone)]
struct Player {
    media: HtmlMediaElement,
    session: Session,
    plays: Flag,
    failed: Flag,
}

impl Player {
    fn play(&self) {
        let Ok(started) = self.media.play() else { return self.failed.set(true) };
        let this = self.clone();
        this.failed.set(false);
        this.plays.set(true);
        spawn_local(async move {
            // Whoever goes on at once ends what has not begun; that is no fault.
            let ended = JsFuture::from(started).await.is_err();
            if ended && this.media.error().is_some() {
                this.failed.set(true);
            }
            if ended {
                this.plays.set(false);
            }
        });
    }

    fn press(&self) {
        let on = !self.plays.now();
        self.session.set_sounds(on);
        if on {
            self.media.set_current_time(0.0);
            self.play();
        } else {
            _ = self.media.pause();
            self.plays.set(false);
        }
    }
}

/// The sound of the place where the learner is; nothing where it has none.
pub fn view(session: Session) -> Option<El> {
    let sound = session.story(|story| story.sound(session.spot().place).cloned())?;
    // Before the address, so that nothing of it is loaded.
    let audio = el("audio").attr("preload", "none");
    session.read(|widget| point(&audio.element(), "src", &sound.src.0, &widget.host));
    let media: HtmlMediaElement = audio.element().dyn_into().ok()?;
    let (plays, failed) = (Flag::new(false), Flag::new(false));
    let player = Player { media: media.clone(), session, plays, failed };
    listen(&media, "ended", Box::new(move |_| plays.set(false)));
    let kept = SendWrapper::new(media);
    on_cleanup(move || _ = kept.pause());
    if session.sounds() {
        player.play();
    }
    let button = part("button", "listen")
        .attr("type", "button")
        .stated("listen", move || if plays.get() { "plays" } else { "" })
        .on("click", move |_| player.press())
        .child((icon(Icon::Speaker), move || {
            session.text(if plays.get() { "sound_off" } else { "sound_on" })
        }));
    let lost = move || {
        failed.get().then(|| {
            untrack(|| el("p").attr("class", "task").attr("role", "status"))
                .child(session.text("sound_lost"))
        })
    };
    let words = session.read(|widget| text_block(&widget.rich, "task", &sound.text));
    Some(part("div", "sound").child((audio, button, words, lost)))
}
