//! The same pledge as a document that a school can sign.

use adil::json::Json;

use super::document::{CONTEXTS, Subject};

/// An Open Badges 3.0 document of the same pledge, unsigned: a school that wants to issue badges
/// signs it with a suite that the standard certifies. It fills in itself and the learner.
pub fn open_badge(subject: &Subject, id: &str, title: &str, narrative: &str, now: &str) -> Json {
    let texts = |list: &[&str]| Json::List(list.iter().map(|text| (*text).into()).collect());
    let achievement = Json::object([
        ("id", ["urn:adil:pledge:", &subject.content, ":", &subject.version].concat().into()),
        ("type", texts(&["Achievement"])),
        ("name", title.into()),
        ("description", narrative.into()),
        ("criteria", Json::object([("narrative", narrative.into())])),
    ]);
    let learner = Json::object([
        ("type", "IdentityObject".into()),
        ("hashed", false.into()),
        ("identityHash", "Fill in the learner".into()),
        ("identityType", "name".into()),
    ]);
    Json::object([
        (
            "@context",
            texts(&[CONTEXTS[0], "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]),
        ),
        ("id", id.into()),
        ("type", texts(&["VerifiableCredential", "OpenBadgeCredential"])),
        ("name", title.into()),
        (
            "issuer",
            Json::object([
                ("id", "https://example.school/issuer".into()),
                ("type", texts(&["Profile"])),
                ("name", "Fill in the school".into()),
            ]),
        ),
        ("validFrom", now.into()),
        (
            "credentialSubject",
            Json::object([
                ("type", texts(&["AchievementSubject"])),
                ("identifier", Json::List(vec![learner])),
                ("achievement", achievement),
            ]),
        ),
    ])
}
