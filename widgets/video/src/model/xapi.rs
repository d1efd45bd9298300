//! What a learner did with a video, as statements of the xAPI Video Profile 1.0
//! (<https://w3id.org/xapi/video>). Whoever sends them adds the actor, an id and the time of day.

use adil::json::{Json, number_text};

use super::{Moment, Ranges};

const ADL_VERBS: &str = "http://adlnet.gov/expapi/verbs/";
const PROFILE: &str = "https://w3id.org/xapi/video";

/// What a learner did. Positions are those of the video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// The lesson is ready; the first statement of a session, and said once.
    Initialized,
    /// Playing began.
    Played {
        /// Where.
        at: Moment,
    },
    /// Playing stopped; said before the end of a session, too.
    Paused {
        /// Where.
        at: Moment,
    },
    /// The position was changed.
    Seeked {
        /// Where it was.
        from: Moment,
        /// Where it is.
        to: Moment,
    },
    /// The lesson counts as complete; said once.
    Completed {
        /// Where.
        at: Moment,
        /// How long the learner took.
        spent: Moment,
    },
    /// The session ended; the last statement.
    Terminated {
        /// Where.
        at: Moment,
    },
}

/// What all statements of a session share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson<'a> {
    /// An address that names the video for good.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The tag of the title's language.
    pub lang: &'a str,
    /// A UUID that names the session.
    pub session: &'a str,
    /// How long the video is.
    pub length: Moment,
    /// The share that has to be watched, 0 to 1.
    pub threshold: f64,
}

impl Act {
    const fn verb(self) -> &'static str {
        match self {
            Act::Initialized => "initialized",
            Act::Played { .. } => "played",
            Act::Paused { .. } => "paused",
            Act::Seeked { .. } => "seeked",
            Act::Completed { .. } => "completed",
            Act::Terminated { .. } => "terminated",
        }
    }

    /// The verb's address: three are the profile's own, the others those of xAPI at large.
    fn verb_id(self) -> String {
        let own = matches!(self, Act::Played { .. } | Act::Paused { .. } | Act::Seeked { .. });
        let verbs = if own { [PROFILE, "/verbs/"].concat() } else { ADL_VERBS.to_owned() };
        [&verbs, self.verb()].concat()
    }
}

/// Rows of an object, all of whose names are the profile's extensions.
fn extensions<const N: usize>(rows: [(&str, Json); N]) -> Json {
    let named = |(name, value)| ([PROFILE, "/extensions/", name].concat(), value);
    Json::Object(rows.into_iter().map(named).collect())
}

/// The ranges in the order in which they were played: `0[.]12.5[,]20[.]40`, in seconds.
fn segments(played: &[(u32, u32)]) -> String {
    let seconds = |ms: u32| number_text(Moment(ms).seconds());
    let texts = played.iter().map(|(from, to)| [&seconds(*from), "[.]", &seconds(*to)].concat());
    texts.collect::<Vec<_>>().join("[,]")
}

fn result(act: Act, lesson: &Lesson, played: &[(u32, u32)]) -> Option<Json> {
    let seconds = |moment: Moment| Json::Number(moment.seconds());
    // Stops tell how far the learner has come in all.
    let stop = |at| {
        let mut watched = Ranges::default();
        played.iter().for_each(|(from, to)| watched.add(*from, *to));
        extensions([
            ("time", seconds(at)),
            ("progress", watched.rounded_share(lesson.length.0).into()),
            ("played-segments", segments(played).as_str().into()),
        ])
    };
    Some(match act {
        Act::Initialized => return None,
        Act::Played { at } => Json::object([("extensions", extensions([("time", seconds(at))]))]),
        Act::Seeked { from, to } => Json::object([(
            "extensions",
            extensions([("time-from", seconds(from)), ("time-to", seconds(to))]),
        )]),
        Act::Paused { at } | Act::Terminated { at } => Json::object([("extensions", stop(at))]),
        Act::Completed { at, spent } => Json::object([
            ("completion", true.into()),
            ("duration", ["PT", &number_text(spent.seconds()), "S"].concat().as_str().into()),
            ("extensions", stop(at)),
        ]),
    })
}

/// The statement that tells of an act. `played` are the ranges of the session in the order in
/// which they were played, the last one up to now, in milliseconds.
pub fn statement(act: Act, lesson: &Lesson, played: &[(u32, u32)]) -> Json {
    let definition = Json::object([
        ("type", [PROFILE, "/activity-type/video"].concat().as_str().into()),
        ("name", Json::object([(lesson.lang, lesson.title.into())])),
    ]);
    let category = Json::List(vec![Json::object([("id", PROFILE.into())])]);
    let context = Json::object([
        ("contextActivities", Json::object([("category", category)])),
        (
            "extensions",
            extensions([
                ("session-id", lesson.session.into()),
                ("length", Json::Number(lesson.length.seconds())),
                ("completion-threshold", adil::percent::rounded(lesson.threshold).into()),
            ]),
        ),
    ]);
    let mut rows = vec![
        (
            "verb",
            Json::object([
                ("id", act.verb_id().as_str().into()),
                ("display", Json::object([("en", act.verb().into())])),
            ]),
        ),
        ("object", Json::object([("id", lesson.id.into()), ("definition", definition)])),
    ];
    rows.extend(result(act, lesson, played).map(|result| ("result", result)));
    rows.push(("context", context));
    Json::Object(rows.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LESSON: Lesson = Lesson {
        id: "https://school.example/list",
        title: "The list",
        lang: "en",
        session: "0f0e6e2a-3d0b-4d2b-9d5a-6a4f1f0f8a11",
        length: Moment(100_000),
        threshold: 0.8,
    };
    const PLAYED: [(u32, u32); 3] = [(0, 12_500), (20_000, 40_000), (10_000, 22_345)];

    fn all() -> [Act; 6] {
        let (at, to) = (Moment(22_345), Moment(50_000));
        [
            Act::Initialized,
            Act::Played { at },
            Act::Paused { at },
            Act::Seeked { from: at, to },
            Act::Completed { at, spent: Moment(61_250) },
            Act::Terminated { at },
        ]
    }

    fn at<'a>(json: &'a Json, path: &[&str]) -> Option<&'a Json> {
        path.iter().try_fold(json, |json, name| json.get(name))
    }

    fn extension<'a>(json: &'a Json, place: &str, name: &str) -> Option<&'a Json> {
        at(json, &[place, "extensions", &[PROFILE, "/extensions/", name].concat()])
    }

    /// The profile's obligations, chapter 2 of its statement data model: which verbs have to
    /// carry which extension of the result.
    #[test]
    fn every_statement_carries_what_the_profile_obliges_it_to() {
        let rules: [(&str, &[&str]); 5] = [
            ("time", &["played", "paused", "completed", "terminated"]),
            ("progress", &["paused", "completed", "terminated"]),
            ("played-segments", &["paused", "completed", "terminated"]),
            ("time-from", &["seeked"]),
            ("time-to", &["seeked"]),
        ];
        for act in all() {
            let said = statement(act, &LESSON, &PLAYED);
            for (name, verbs) in rules {
                let has = extension(&said, "result", name).is_some();
                assert_eq!(has, verbs.contains(&act.verb()), "{name} of {act:?}");
            }
            for name in ["session-id", "length", "completion-threshold"] {
                assert!(extension(&said, "context", name).is_some(), "{name} of {act:?}");
            }
            let category = at(&said, &["context", "contextActivities", "category"]).unwrap();
            assert_eq!(category.list()[0].get("id").and_then(Json::text), Some(PROFILE));
            let kind = at(&said, &["object", "definition", "type"]).and_then(Json::text);
            assert_eq!(kind, Some("https://w3id.org/xapi/video/activity-type/video"));
            let completion = at(&said, &["result", "completion"]).is_some();
            assert_eq!(completion, matches!(act, Act::Completed { .. }));
        }
    }

    #[test]
    fn verbs_have_their_published_addresses() {
        let verbs = all().map(Act::verb_id);
        assert_eq!(
            verbs,
            [
                "http://adlnet.gov/expapi/verbs/initialized",
                "https://w3id.org/xapi/video/verbs/played",
                "https://w3id.org/xapi/video/verbs/paused",
                "https://w3id.org/xapi/video/verbs/seeked",
                "http://adlnet.gov/expapi/verbs/completed",
                "http://adlnet.gov/expapi/verbs/terminated",
            ]
        );
    }

    #[test]
    fn segments_are_in_the_order_of_playing_and_progress_is_their_union() {
        let said = statement(Act::Paused { at: Moment(22_345) }, &LESSON, &PLAYED);
        let text = extension(&said, "result", "played-segments").and_then(Json::text);
        assert_eq!(text, Some("0[.]12.5[,]20[.]40[,]10[.]22.345"));
        let progress = extension(&said, "result", "progress").and_then(Json::number);
        assert_eq!(progress, Some(0.4));
    }

    #[test]
    fn the_time_taken_is_written_by_iso_8601() {
        let spent = Moment(61_250);
        let said = statement(Act::Completed { at: Moment(0), spent }, &LESSON, &[]);
        assert_eq!(at(&said, &["result", "duration"]).and_then(Json::text), Some("PT61.25S"));
    }
}
