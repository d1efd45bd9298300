//! The words of certificates for those who do not see paper.

use adil::ui::{El, el};

use crate::model::certificate::Wording;
use crate::session::certificate::Desk;

/// The words, once for all certificates: the title stands above them.
pub fn view(desk: Desk) -> El {
    let (context, sheet) = (desk.context(), desk.sheet());
    let line = |tag: &str, text: &Wording| {
        let beside = text.beside.as_ref().zip(context.beside.as_ref());
        let beside =
            beside.map(|(text, context)| el("p").attr("lang", &context.lang).child(text.as_str()));
        el(tag).child((el("p").child(text.main.as_str()), beside))
    };
    let title = context.document.envelope.title.get(&context.rich.lang);
    let date = sheet.date.as_ref().map(|date| [&sheet.date_label, ": ", date].concat());
    let clauses: Vec<El> = sheet.clauses.iter().map(|(_, text)| line("li", text)).collect();
    let words = el("div").attr("lang", &desk.lang()).child((
        (sheet.heading.main != title).then(|| line("div", &sheet.heading)),
        sheet.body.as_ref().map(|text| line("div", text)),
        el("ol").child(clauses),
        sheet.footer.as_ref().map(|text| line("div", text)),
    ));
    el("div").attr("class", "visually-hidden").child((words, date.map(|date| el("p").child(date))))
}
