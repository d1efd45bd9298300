//! The components.

use std::cell::RefCell;
use std::rc::Rc;

use adil::content::Level;
use adil::progress::Keep;
use adil_quiz::model::Mode;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::attach::attach;
use crate::attribute::{
    AttributeText, CheckMode, PledgeMode, Signature, StoryMode, Theme, Version, VideoMode,
};
use crate::content::Content;
use crate::deliver::deliver;
use crate::events::{
    AnswerDetail, AtDetail, BlockDetail, BlocksDetail, CardDetail, CertificateMadeDetail,
    CheckedDetail, CheckpointDetail, CheckpointsDetail, ChosenDetail, ClauseDetail, ClausesDetail,
    CompletedDetail, EndedDetail, Event, ExportedDetail, FailureDetail, GameDetail, HintDetail,
    HourDetail, HoursTallyDetail, ItemsDetail, LessonOverDetail, NoDetail, PlayedDetail,
    PledgedDetail, ProgressDetail, QuestionsDetail, RecordedDetail, SavedDetail, SceneAnswerDetail,
    ScenesDetail, SeekDetail, StoredDetail, TallyDetail, TeamsDetail, TurnDetail, VerifiedDetail,
    WatchedDetail,
};

macro_rules! component {
    (
        $(#[$about:meta])*
        $Name:ident of $whole:path;
        attributes { $( $attribute:literal $prop:ident: $Type:ty, )* }
        events { $( $event:literal $on:ident: $Detail:ty => $Answer:ty, )* }
    ) => {
        $(#[$about])*
        #[component]
        pub fn $Name(
            /// Where the content comes from.
            #[prop(optional, into)]
            content: Signal<Content>,
            $(
                /// As the attribute of the element.
                #[prop(optional, into)]
                $prop: MaybeProp<$Type>,
            )*
            $(
                /// As the event of the element.
                #[prop(optional, into)]
                $on: Option<UnsyncCallback<Event<$Detail>, $Answer>>,
            )*
            /// A style sheet for the inside of the widget, after its own.
            #[prop(optional, into)]
            styles: Signal<String>,
            /// The fallback, and what goes into slots.
            #[prop(optional)]
            children: Option<Children>,
        ) -> impl IntoView {
            let node = NodeRef::<Div>::new();
            let attributes = move |name: &str| -> Option<String> {
                match name {
                    $( $attribute => $prop.get().and_then(|value| AttributeText::text(&value)), )*
                    _ => None,
                }
            };
            let attached = Rc::new(RefCell::new(None));
            let kept = SendWrapper::new(Rc::clone(&attached));
            Effect::new(move |_| {
                let Some(element) = node.get() else { return };
                // All of them, so that a change of any mounts anew.
                $( _ = attributes($attribute); )*
                content.track();
                styles.track();
                if attached.borrow().is_none() {
                    $( deliver::<$Detail, $Answer>(&element, $event, $on); )*
                    *attached.borrow_mut() = attach(
                        &element,
                        &$whole,
                        move || content.get_untracked(),
                        move |name| untrack(|| attributes(name)),
                        move || styles.get_untracked(),
                    );
                }
                if let Some(attached) = &*attached.borrow() {
                    attached.restart();
                }
            });
            on_cleanup(move || {
                kept.borrow_mut().take();
            });
            view! { <div node_ref=node lang=move || attributes("lang")>{children.map(|children| children())}</div> }
        }
    };
}

component! {
    /// A quiz: for learning, as a test, for a class with a projector, on paper.
    Quiz of adil_quiz::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: Mode,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
        "seed" seed: u32,
        "pick" pick: u32,
        "shuffle" shuffle: bool,
        "tries" attempts: u32,
        "time-limit" time_limit: f64,
        "allow-pause" allow_pause: bool,
        "currency" currency: String,
        "versions" versions: u32,
        "before" before: String,
    }
    events {
        "adil-ready" on_ready: ItemsDetail => (),
        "adil-start" on_start: ItemsDetail => (),
        "adil-answer" on_answer: AnswerDetail => (),
        "adil-hint" on_hint: HintDetail => (),
        "adil-progress" on_progress: ProgressDetail => (),
        "adil-complete" on_complete: CompletedDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

component! {
    /// A video lesson that stops and asks.
    VideoLesson of adil_video::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: VideoMode,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
        "version" version: Version,
        "no-skip" no_skip: bool,
        "hls" hls: String,
    }
    events {
        "adil-ready" on_ready: CheckpointsDetail => (),
        "adil-play" on_play: AtDetail => (),
        "adil-pause" on_pause: AtDetail => (),
        "adil-seek" on_seek: SeekDetail => (),
        "adil-checkpoint" on_checkpoint: CheckpointDetail => (),
        "adil-progress" on_progress: ProgressDetail => (),
        "adil-complete" on_complete: WatchedDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

component! {
    /// An integrity pledge, with its reminder, certificate, class and check.
    Pledge of adil_pledge::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: PledgeMode,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
        "beside" beside: String,
        "required" required: bool,
        "signature" signature: Signature,
        "receipt" receipt: String,
    }
    events {
        "adil-ready" on_ready: ClausesDetail => (),
        "adil-before-pledge" on_before_pledge: PledgedDetail => bool,
        "adil-pledge" on_pledge: PledgedDetail => (),
        "adil-withdraw" on_withdraw: NoDetail => (),
        "adil-reminder-shown" on_reminder_shown: ClauseDetail => (),
        "adil-remember" on_remember: ClauseDetail => (),
        "adil-export" on_export: ExportedDetail => (),
        "adil-tally" on_tally: TallyDetail => (),
        "adil-certificate-made" on_certificate_made: CertificateMadeDetail => (),
        "adil-verify" on_verify: VerifiedDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

component! {
    /// A decision game or a picture story: scenes, choices, endings.
    Story of adil_story::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: StoryMode,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
        "seed" seed: u32,
    }
    events {
        "adil-ready" on_ready: ScenesDetail => (),
        "adil-start" on_start: ScenesDetail => (),
        "adil-choice" on_choice: ChosenDetail => (),
        "adil-answer" on_answer: SceneAnswerDetail => (),
        "adil-progress" on_progress: ProgressDetail => (),
        "adil-complete" on_complete: EndedDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

component! {
    /// A lesson plan that runs, an action that comes again, or a curriculum map.
    Plan of adil_plan::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: String,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
        "dates" dates: String,
    }
    events {
        "adil-ready" on_ready: BlocksDetail => (),
        "adil-start" on_start: BlocksDetail => (),
        "adil-block-start" on_block_start: BlockDetail => (),
        "adil-block-end" on_block_end: BlockDetail => (),
        "adil-complete" on_complete: LessonOverDetail => (),
        "adil-hour" on_hour: HourDetail => (),
        "adil-tally" on_tally: HoursTallyDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

component! {
    /// A self-check: questions, rules, and a result that says which answers led to it.
    Check of adil_check::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: CheckMode,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
        "exit" exit: String,
    }
    events {
        "adil-ready" on_ready: QuestionsDetail => (),
        "adil-start" on_start: QuestionsDetail => (),
        "adil-progress" on_progress: ProgressDetail => (),
        "adil-complete" on_complete: CheckedDetail => (),
        "adil-export" on_export: SavedDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

component! {
    /// A record of entries over time: an honesty shop, a club; files of several side by
    /// side; or a pilot study.
    Record of adil_record::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: String,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
    }
    events {
        "adil-ready" on_ready: RecordedDetail => (),
        "adil-progress" on_progress: RecordedDetail => (),
        "adil-export" on_export: SavedDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

component! {
    /// A game of teams: a board, a quest, a debate.
    Board of adil_board::bundle::WHOLE;
    attributes {
        "lang" lang: String,
        "mode" mode: String,
        "level" level: Level,
        "storage" storage: Keep,
        "heading-level" heading_level: u32,
        "theme" theme: Theme,
    }
    events {
        "adil-ready" on_ready: GameDetail => (),
        "adil-start" on_start: TeamsDetail => (),
        "adil-turn" on_turn: TurnDetail => (),
        "adil-card" on_card: CardDetail => (),
        "adil-progress" on_progress: ProgressDetail => (),
        "adil-complete" on_complete: PlayedDetail => (),
        "adil-storage" on_storage: StoredDetail => (),
        "adil-error" on_error: FailureDetail => (),
    }
}

#[cfg(test)]
mod tests {
    use adil::embed::Spec;

    /// The props and callbacks of a component are the attributes and events of its element.
    #[track_caller]
    fn check(spec: &Spec, name: &str) {
        let code = include_str!("components.rs");
        let start = code.find(&format!("{name} of ")).unwrap_or_default();
        let block = &code[start..];
        let block = &block[..block.find("\n}\n").unwrap_or(block.len())];
        let quoted = |section: &str| -> Vec<String> {
            let body = block.split_once(&format!("{section} {{")).map_or("", |(_, body)| body);
            let body = body.split('}').next().unwrap_or_default();
            body.lines().filter_map(|line| line.split('"').nth(1).map(str::to_owned)).collect()
        };
        // What a page names by an address, an app has within.
        let is_within = |name: &&str| !["src", "texts"].contains(name);
        let own = spec.attributes.iter().map(|one| one.name).filter(is_within);
        assert_eq!(quoted("attributes"), own.collect::<Vec<_>>());
        let events: Vec<_> = spec.events.iter().map(|one| one.name).collect();
        assert_eq!(quoted("events"), events);
    }

    #[test]
    fn components_have_what_their_elements_have() {
        check(&adil_quiz::SPEC, "Quiz");
        check(&adil_video::SPEC, "VideoLesson");
        check(&adil_pledge::SPEC, "Pledge");
        check(&adil_check::SPEC, "Check");
        check(&adil_record::SPEC, "Record");
        check(&adil_board::SPEC, "Board");
        check(&adil_story::SPEC, "Story");
        check(&adil_plan::SPEC, "Plan");
    }
}
