//! What is kept, and how a run is hidden from those who look over a shoulder or come next.

use adil::Json;
use adil::ui::listen;
use leptos::web_sys;

use super::Session;
use crate::model::Keeping;

impl Session {
    /// Covers the run when the tab is hidden, and forgets it when the page is left, as the file
    /// wants it: nothing of it may come back by the back button.
    pub(super) fn guard(self) {
        let (blank, keep) = self.check(|check| (check.privacy.blank, check.privacy.keep));
        let Some(window) = web_sys::window() else { return };
        let Some(document) = window.document() else { return };
        if blank {
            let page = document.clone();
            let hide = move |_| {
                if page.hidden() {
                    self.covered.set(true);
                }
            };
            listen(document.as_ref(), "visibilitychange", Box::new(hide));
        }
        if keep != Keeping::Page {
            let leave = move |_| {
                if !self.kept.now() {
                    self.forget();
                    self.show(super::Screen::Intro);
                    self.takes_focus();
                }
            };
            listen(window.as_ref(), "pagehide", Box::new(leave));
        }
    }

    /// Whether answers are kept only where somebody asks for it.
    pub fn can_be_asked(self) -> bool {
        self.check(|check| check.privacy.keep == Keeping::Asked)
    }

    /// Keeps the answers on this device, or forgets what was kept there.
    pub fn ask_to_keep(self, on: bool) {
        self.kept.set(on);
        if on {
            self.keep();
        } else {
            self.context().slot.clear();
        }
        self.say(&self.text(if on { "kept_here" } else { "not_kept_here" }));
    }

    pub(super) fn keep(self) {
        let context = self.context();
        let check = &context.widget.document.body;
        let mut run = context.answers.borrow().save(check);
        if let Json::Object(fields) = &mut run
            && !context.review.borrow().is_empty()
        {
            fields.push(("review".to_owned(), context.review.borrow().as_str().into()));
        }
        let wanted = match check.privacy.keep {
            Keeping::Never => return,
            Keeping::Page => true,
            Keeping::Asked => self.kept.now(),
        };
        let is_ours = context.widget.remember(&run);
        if wanted && is_ours && context.slot.save(run).is_err() && !self.refused.now() {
            self.refused.set(true);
            self.kept.set(false);
            self.emit("adil-storage", vec![("kept", false.into())]);
        }
    }

    /// Leaves the page at once, for the address that its author names, and lets nothing come back.
    pub fn leave(self) {
        self.forget();
        self.covered.set(true);
        let address = self.read(|widget| {
            let address = widget.host.attribute("exit").unwrap_or_default();
            let parsed = adil::content::Address::parse(&address, adil::content::Purpose::Link);
            parsed.map(|address| address.as_str().to_owned())
        });
        let place = address.filter(|address| !address.is_empty());
        if let Some(window) = web_sys::window() {
            _ = window.location().replace(place.as_deref().unwrap_or("about:blank"));
        }
    }

    /// Uncovers the run again.
    pub fn uncover(self) {
        self.covered.set(false);
    }
}
