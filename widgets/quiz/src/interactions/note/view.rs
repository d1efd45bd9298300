//! Beside the stem, which every item shows, there is nothing to see.

use adil::ui::{El, el};

use super::model::Note;
use crate::components::InteractionView;
use crate::model::{Item, Response, Run};
use crate::session::Session;

impl InteractionView for Note {
    fn view(&self, _: Session) -> El {
        el("span").attr("hidden", "")
    }

    fn paper(&self, _: Session, _: &Run, _: &Item) -> El {
        el("span").attr("hidden", "")
    }

    fn given(&self, _: Session, _: &Response) -> Vec<El> {
        Vec::new()
    }

    fn right(&self, _: Session) -> Vec<El> {
        Vec::new()
    }
}
