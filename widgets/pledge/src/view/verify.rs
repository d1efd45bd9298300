//! Checking a receipt, with nothing but the page itself: dropped, chosen or pasted.

use std::rc::Rc;

use adil::host::{self, Host, Mounted, read_file, today};
use adil::ui::{
    Child, El, Icon, accept_files, announcer, el, file_field, follow, icon, part, plain_push,
};
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, File, HtmlTextAreaElement};

use super::keys::{self, Fit};
use super::{Fixed, slots};
use crate::model::receipt::{self, Flaw, Receipt, Seal};

/// What came of a check.
#[derive(Clone)]
struct Finding {
    /// The key of the sentence that says it.
    key: &'static str,
    /// How that is shown, in the words of the quiz: `right`, `partly` or `wrong`.
    tone: &'static str,
    /// What the receipt says, unless it says nothing that can be trusted.
    receipt: Option<Receipt>,
}

/// Mounts the view.
///
/// # Errors
/// An error for the author when the content cannot be used.
pub fn mount(root: &Element, host: Host) -> Result<Mounted, JsValue> {
    let fixed = Fixed::open(host, "verify")?;
    adil::ui::adopt_styles(root, include_str!("verify.css"));
    Ok(host::mount(root, move || view(fixed)))
}

fn view(fixed: Fixed) -> El {
    let (said, regions) = announcer();
    fixed.emit("adil-ready", [("clauses", fixed.document.body.clauses.len().into())], false);
    let (frame, title, lead) = (fixed.frame(), fixed.title(), fixed.text("receipt_drop"));
    let (paste, choose) = (fixed.text("receipt_paste"), fixed.text("receipt_choose_file"));
    let check_words = fixed.words("receipt_check");
    let fixed = StoredValue::new_local(fixed);
    let found: RwSignal<Option<Finding>> = RwSignal::new(None);
    let tell = move |finding: Finding| {
        // The widget may have left the page while the browser was at work.
        fixed.try_with_value(|fixed| {
            said.say(fixed.text(finding.key));
            fixed.emit(
                "adil-verify",
                [("result", finding.key.trim_start_matches("receipt_").into())],
                false,
            );
        });
        found.try_set(Some(finding));
    };
    let judge = move |text: String| {
        leptos::task::spawn_local(async move { tell(check(fixed, &text).await) });
    };
    let mut area: Option<HtmlTextAreaElement> = None;
    let field = part("textarea", "field")
        .attr("rows", "5")
        .attr("dir", "ltr")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .with(|element| area = element.clone().dyn_into().ok());
    let filled = area.clone();
    let take: Rc<dyn Fn(File)> = Rc::new(move |file: File| {
        let area = filled.clone();
        leptos::task::spawn_local(async move {
            let text = read_file(&file).await.unwrap_or_default();
            if let Some(area) = &area {
                area.set_value(&text);
            }
            judge(text);
        });
    });
    let press = move || judge(area.as_ref().map(HtmlTextAreaElement::value).unwrap_or_default());
    let shown = follow(move || {
        let finding = found.get()?;
        fixed.try_with_value(|fixed| result(fixed, &finding))
    });
    let screen = part("section", "screen").child((
        title,
        el("p").child(lead),
        el("label").attr("class", "labelled").child((el("span").child(paste), field)),
        el("div")
            .attr("class", "ways")
            .child((file_field(&choose, Rc::clone(&take)), plain_push("go", check_words, press))),
        shown,
    ));
    accept_files(frame, take).child((regions, screen, slots()))
}

/// Reads a receipt, checks its seal, and compares it with the pledge of this page.
async fn check(fixed: StoredValue<Fixed, LocalStorage>, text: &str) -> Finding {
    let flaw = |flaw: Flaw, receipt| {
        let (key, tone) = match flaw {
            Flaw::Broken => ("receipt_broken", "wrong"),
            Flaw::NoReceipt => ("receipt_not_receipt", "wrong"),
            Flaw::Changed => ("receipt_changed", "wrong"),
            Flaw::OtherContent => ("receipt_other_content", "partly"),
            Flaw::OtherText => ("receipt_other_text", "partly"),
        };
        Finding { key, tone, receipt }
    };
    let read = match receipt::parse(text, host::parse_json) {
        Ok(read) => read,
        Err(found) => return flaw(found, None),
    };
    let (mut key, mut tone) = match &read.seal {
        Seal::Hash => ("receipt_unsigned_ok", "partly"),
        Seal::Signature { suite, key, data, signature } => {
            match keys::verify(*suite, key, data, signature).await {
                Fit::Fits => ("receipt_ok", "right"),
                Fit::Differs => return flaw(Flaw::Changed, None),
                Fit::NoCrypto => ("receipt_no_crypto", "partly"),
                Fit::NoSuite => ("receipt_no_suite", "partly"),
            }
        }
    };
    let compared = fixed.try_with_value(|fixed| {
        let document = &fixed.document;
        receipt::compare(&read, document.envelope.id.as_str(), &document.body)
    });
    match compared {
        // Whole is whole; that this page knows another text comes second.
        Some(Err(found)) if tone == "right" || key == "receipt_unsigned_ok" => {
            return flaw(found, Some(read));
        }
        _ => {}
    }
    if tone == "right" && read.subject.day > today() {
        (key, tone) = ("receipt_future", "partly");
    }
    Finding { key, tone, receipt: Some(read) }
}

fn result(fixed: &Fixed, finding: &Finding) -> El {
    let sign = if finding.tone == "wrong" { Icon::Cross } else { Icon::Tick };
    let says = finding.receipt.as_ref().map(|receipt| said_by(fixed, receipt));
    part("div", "finding").attr("data-state", finding.tone).child((
        el("p").attr("class", "verdict").child((icon(sign), fixed.text(finding.key))),
        says,
    ))
}

/// What a receipt says, and what it proves.
fn said_by(fixed: &Fixed, receipt: &Receipt) -> impl Child + use<> {
    let subject = &receipt.subject;
    let clauses = &fixed.document.body.clauses;
    let is_ours = subject.content == fixed.document.envelope.id.as_str();
    let entry = |id: &String| {
        let clause = clauses.iter().find(|clause| is_ours && clause.id.as_str() == id);
        let entry = el("li").attr("dir", "auto");
        match clause {
            Some(clause) => {
                entry.attr("lang", &subject.language).child(clause.text.get(&subject.language))
            }
            // Of a pledge that is not at hand the names are all there is.
            None => entry.child(el("code").child(id.as_str())),
        }
    };
    let entries: Vec<El> = subject.clauses.iter().map(entry).collect();
    let signed = matches!(receipt.seal, Seal::Signature { .. });
    let date = fixed.texts.date(&subject.day);
    (
        el("p").child(fixed.texts.fill("pledged_on", &[("date", &date)])),
        el("ul").child(entries),
        el("p").attr("class", "count").child((
            el("bdi").child(subject.content.as_str()),
            " ",
            el("bdi").child(subject.version.as_str()),
            " · ",
            el("bdi").child(receipt.id.as_str()),
        )),
        signed.then(|| el("p").child(fixed.text("receipt_proves"))),
        el("p").child(fixed.text("receipt_not")),
    )
}
