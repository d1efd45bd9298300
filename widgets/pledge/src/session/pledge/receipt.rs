//! The receipt of a pledge: made at once, signed where the browser can, saved on request.

use adil::host::{download, moment};
use adil::json;
use adil::progress::Keep;
use adil::ui::effect;
use leptos::prelude::*;

use super::way::{LazyPart, Session};
use crate::model::receipt::{self, Subject, clauses_of, text_hash, text_language};
use crate::session::keys::Signer;

/// The number of the pledge that was made, and what it is about.
fn subject(session: Session) -> Option<(String, Subject)> {
    let context = session.context();
    let made = session.made.get_untracked()?;
    let body = &context.document.body;
    let texts = clauses_of(body, &made.clauses);
    let language = text_language(&texts, &context.rich.lang, &context.rich.original);
    let subject = Subject {
        content: context.document.envelope.id.as_str().to_owned(),
        text_hash: text_hash(body, &made.clauses, language),
        version: made.version,
        clauses: made.clauses,
        language: language.to_owned(),
        day: made.day,
    };
    Some((made.id, subject))
}

/// Makes the receipt of the pledge that was made; it is there a moment later.
pub fn make(session: Session) {
    let Some((id, subject)) = subject(session) else { return };
    let context = session.context();
    let title = context.document.envelope.title.get(&context.rich.lang).to_owned();
    let keep = context.host.word("storage", Keep::from_word).unwrap_or(Keep::Session);
    let now = moment();
    leptos::task::spawn_local(async move {
        let mut made = None;
        if let Some(signer) = Signer::ready(keep).await {
            let document = receipt::document(&subject, &id, &title, &now, Some(&signer.name));
            let options = receipt::proof_options(signer.suite(), &signer.name, &now);
            if let Some(data) = receipt::to_sign(&document, &options)
                && let Some(signature) = signer.sign(&data).await
            {
                made = Some(receipt::signed(document, options, &signature));
            }
        }
        let made = made.unwrap_or_else(|| {
            receipt::unsigned(receipt::document(&subject, &id, &title, &now, None))
        });
        session.receive(made);
    });
}

/// Signs a pledge that was left before its receipt was signed.
pub fn catch_up(session: Session) {
    if session.receipt.with_untracked(Option::is_none) {
        effect(Box::new(move || _ = session.lazy(LazyPart::Receipt)));
    }
}

/// Offers the receipt as a file.
pub fn save(session: Session) {
    if let Some(receipt) = session.receipt.get_untracked() {
        offer(session, "pledge-receipt.json", &receipt);
    }
}

/// Offers a document as a file, and says so: browsers show it where nobody hears it.
fn offer(session: Session, name: &str, document: &json::Json) {
    download(name, "application/json", &json::write(document));
    session.announcer.announce(&session.context().texts.fill("file_saved", &[("name", name)]));
}

/// Offers the document that a school can sign as an Open Badge.
pub fn save_badge(session: Session) {
    let Some((id, subject)) = subject(session) else { return };
    let context = session.context();
    let title = context.document.envelope.title.get(&context.rich.lang);
    let lines: Vec<String> = untrack(|| session.pledged())
        .into_iter()
        .map(|n| session.clause(n, |clause| clause.text.get(&context.rich.lang).to_owned()))
        .collect();
    let badge = receipt::open_badge(&subject, &id, title, &lines.join(" "), &moment());
    offer(session, "open-badge-unsigned.json", &badge);
}
