//! How a kind of interaction looks. Each is written in its folder of `interactions`.

use adil::ui::El;

use crate::model::{Interaction, Item, Response, Run};
use crate::session::Session;

/// What is seen of one kind of interaction.
pub trait InteractionView: Interaction {
    /// What learners answer with.
    fn view(&self, session: Session) -> El;

    /// The same on paper and on a projector, in the order of a run.
    fn paper(&self, session: Session, run: &Run, item: &Item) -> El;

    /// An answer in parts that fit in a line.
    fn given(&self, session: Session, response: &Response) -> Vec<El>;

    /// The right answer in parts that fit in a line; nothing where none is right.
    fn right(&self, session: Session) -> Vec<El>;
}
