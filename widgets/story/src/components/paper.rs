//! The story on paper: cards that lead to each other by numbers, a sheet for whoever leads, and
//! one for what is talked about afterwards; a picture story also as a strip.

use adil::content::Rich;
use adil::rules::{Range, Variable};
use adil::ui::{El, el, part, pieces, plain_line, print_button, text_block, text_line};

use super::scene::image;
use super::{card, drawn};
use crate::model::{Choice, Place, cards, in_words, number_of};
use crate::session::Session;

/// The sheets.
#[derive(Clone)]
struct Paper {
    session: Session,
    cards: Vec<Place>,
}

/// Lines to write on.
const LINES: usize = 3;

/// The whole widget on paper.
pub fn view(session: Session, seed: u32) -> El {
    let (frame, title) = card(session);
    let paper = Paper { session, cards: session.story(|story| cards(story, seed)) };
    let all: Vec<El> = (0..paper.cards.len()).map(|n| paper.card(n)).collect();
    let print = print_button("go", session.words("print"), session.words("print_waits"));
    frame.attr("data-mode", "print").child((
        part("header", "head").child(title),
        el("div")
            .attr("class", "foot screen-only")
            .child((el("p").attr("class", "task").child(session.text("print_hint")), print)),
        session.is_pictures().then(|| paper.strip()),
        part("div", "cards").child(all),
        paper.debrief(),
        paper.leader(),
    ))
}

impl Paper {
    fn text(&self, class: &'static str, text: &Rich) -> El {
        self.session.read(|widget| text_block(&widget.rich, class, text))
    }

    fn rule(&self, written: &str) -> String {
        let session = self.session;
        let small = ["rule_and", "rule_or", "rule_not"].map(|key| session.text(key));
        let small = [small[0].as_str(), small[1].as_str(), small[2].as_str()];
        session.read(|widget| {
            in_words(written, &widget.document.body.variables, &widget.rich.lang, small)
        })
    }

    fn number(&self, n: usize) -> String {
        self.session.number(n as f64)
    }

    /// `→ 7`, with its words.
    fn way(&self, to: Place) -> El {
        let n = self.number(number_of(&self.cards, to));
        part("strong", "way").child(self.session.fill("go_to", &[("n", &n)]))
    }

    fn heading(&self, below: usize) -> El {
        self.session.read(|widget| part(widget.host.heading(below), "heading"))
    }

    fn card(&self, n: usize) -> El {
        let session = self.session;
        let place = self.cards[n];
        let number = session.fill("card", &[("n", &self.number(n + 1))]);
        let number = el("span").attr("class", "number").child(number);
        let (title, words, shown) = session.story(|story| match place {
            Place::Scene(n) => {
                let scene = &story.scenes[n];
                let shown = image(session, scene.picture.as_ref(), scene.panel.as_ref());
                (scene.title.clone(), scene.text.clone(), pieces(shown))
            }
            Place::Ending(n) => {
                let ending = &story.endings[n];
                let shown = image(session, ending.picture.as_ref(), ending.panel.as_ref());
                (ending.title.clone(), ending.text.clone(), pieces(shown))
            }
        });
        let title = session.read(|widget| plain_line(&widget.rich, el("span"), &title));
        let speaker = match place {
            Place::Scene(n) => session.scene(n, |scene| scene.speaker.clone()),
            Place::Ending(_) => None,
        };
        let speaker = speaker.map(|speaker| {
            session.read(|widget| plain_line(&widget.rich, part("p", "speaker"), &speaker))
        });
        let sound = session.story(|story| story.sound(place).map(|sound| sound.text.clone()));
        part("section", "card").child((
            self.heading(1).child((number, " ", title)),
            shown,
            sound.map(|text| self.text("task", &text)),
            speaker,
            self.text("text", &words),
            match place {
                Place::Scene(n) => pieces((self.question(n), self.choices(n), self.routes(n))),
                Place::Ending(n) => {
                    let reflect = session.story(|story| story.endings[n].reflect.clone());
                    pieces(reflect.map(|text| self.text("reflect", &text)))
                }
            },
        ))
    }

    /// The question of a scene, and what its answer changes.
    fn question(&self, n: usize) -> Option<El> {
        let asked = self.session.scene(n, |scene| scene.asked.clone())?;
        let option = |text: &Rich| {
            el("li").child(self.session.read(|widget| text_line(&widget.rich, "words", text)))
        };
        let options: Vec<El> = asked.item.choices().iter().map(option).collect();
        let results = asked.results.map(|results| {
            let all =
                [("right", results.right), ("partly", results.partly), ("wrong", results.wrong)];
            let line = |(key, effects): &(&'static str, crate::model::Effects)| {
                let words = self.effects(&effects.written)?;
                Some(el("p").attr("class", "task").child((self.session.text(key), ": ", words)))
            };
            all.iter().filter_map(line).collect::<Vec<El>>()
        });
        let stem = asked.item.stem().map(|stem| self.text("text", &stem));
        Some(el("div").attr("class", "question").child((
            stem,
            (!options.is_empty()).then(|| el("ul").child(options)),
            results,
        )))
    }

    fn effects(&self, written: &[String]) -> Option<String> {
        let all: Vec<String> = written.iter().map(|rule| self.rule(rule)).collect();
        let comma = self.session.read(|widget| widget.texts.comma());
        (!all.is_empty()).then(|| all.join(comma))
    }

    fn choices(&self, n: usize) -> Option<El> {
        let one = |choice: &Choice| {
            let when = choice.fields.when.as_ref().map(|when| {
                let rule = self.rule(&when.written);
                (self.session.fill("if_rule", &[("rule", &rule)]), " ")
            });
            let words =
                self.session.read(|widget| text_line(&widget.rich, "words", &choice.fields.text));
            let effects = self.effects(&choice.fields.set.written);
            let effects = effects.map(|words| {
                (" ", el("span").attr("class", "task").child(["(", &words, ")"].concat()))
            });
            el("li").child((when, words, effects, " ", choice.to.map(|to| self.way(to))))
        };
        let rows: Vec<El> = self.session.scene(n, |scene| scene.choices.iter().map(one).collect());
        (!rows.is_empty()).then(|| el("ul").attr("class", "paper-choices").child(rows))
    }

    fn routes(&self, n: usize) -> Option<El> {
        let routes = self.session.scene(n, |scene| scene.routes.clone());
        let alone = routes.len() == 1;
        let one = |(when, to): &(Option<crate::model::When>, Place)| {
            let words = match when {
                Some(when) => self.session.fill("if_rule", &[("rule", &self.rule(&when.written))]),
                None if alone => self.session.text("then"),
                None => self.session.text("else_rule"),
            };
            el("p").attr("class", "route").child((words, " ", self.way(*to)))
        };
        let rows: Vec<El> = routes.iter().map(one).collect();
        (!rows.is_empty()).then(|| el("div").child(rows))
    }

    /// What was decided, and what is to be talked about.
    fn debrief(&self) -> El {
        let session = self.session;
        let write = || el("div").attr("class", "write");
        let lines = || (0..LINES).map(|_| write()).collect::<Vec<El>>();
        let question = |text: &Rich| el("li").child((self.text("text", text), lines()));
        let asks: Vec<El> = session.story(|story| {
            let reflect = story.endings.iter().filter_map(|ending| ending.reflect.clone());
            let all: Vec<Rich> = story.debrief.iter().cloned().chain(reflect).collect();
            all.iter().map(question).collect()
        });
        let boxes = |_| el("span").attr("class", "box");
        let way: Vec<El> = (0..12).map(boxes).collect();
        let value = |variable: &Variable| {
            let label =
                session.read(|widget| Some(variable.label()?.get(&widget.rich.lang).to_owned()))?;
            let Range::Numbers(least, most) = variable.range() else { return None };
            let steps = (*least..=*most)
                .take(21)
                .map(|n| el("span").attr("class", "box").child(session.number(n.into())));
            let steps: Vec<El> = steps.collect();
            Some(el("div").attr("class", "track").child((el("span").child(label), steps)))
        };
        let values: Vec<El> =
            session.story(|story| story.variables.all().iter().filter_map(value).collect());
        part("section", "paper-sheet").child((
            self.heading(1).child(session.text("our_way")),
            el("div").attr("class", "track").child(way),
            values,
            self.heading(1).child(session.text("debrief")),
            el("ol").child(asks),
        ))
    }

    /// What follows from each choice, for whoever leads.
    fn leader(&self) -> El {
        let session = self.session;
        let row = |at: usize, place: &Place| {
            let Place::Scene(n) = place else { return None };
            let told: Vec<El> = session.scene(*n, |scene| {
                let one = |choice: &Choice| {
                    let says = choice.fields.feedback.as_ref()?;
                    let words = session
                        .read(|widget| text_line(&widget.rich, "words", &choice.fields.text));
                    Some(el("li").child((words, self.text("text", says))))
                };
                scene.choices.iter().filter_map(one).collect()
            });
            let number = session.fill("card", &[("n", &self.number(at + 1))]);
            (!told.is_empty()).then(|| {
                el("div")
                    .attr("class", "told")
                    .child((el("strong").child(number), el("ul").child(told)))
            })
        };
        let rows: Vec<El> =
            self.cards.iter().enumerate().filter_map(|(at, place)| row(at, place)).collect();
        let notes = session.story(|story| story.teacher_notes.clone());
        part("section", "paper-sheet").child((
            self.heading(1).child(session.text("leader")),
            notes.map(|notes| self.text("text", &notes)),
            rows,
        ))
    }

    /// A picture story as a strip: its panels in the order of the file.
    fn strip(&self) -> El {
        let session = self.session;
        let all = session.story(|story| {
            let scenes = story.scenes.iter().map(|scene| (scene.panel.clone(), scene.text.clone()));
            let endings = story.endings.iter().map(|one| (one.panel.clone(), one.text.clone()));
            scenes.chain(endings).collect::<Vec<_>>()
        });
        let one = |(panel, text): &(Option<crate::model::Panel>, Rich)| {
            let panel = panel.as_ref().map(|panel| drawn::panel(session, panel));
            el("li").child((panel, self.text("text", text)))
        };
        let rows: Vec<El> = all.iter().map(one).collect();
        part("ol", "sheet").attr("role", "list").child(rows)
    }
}
