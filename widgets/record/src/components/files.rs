//! Files and paper, folded: what few need each day.

use std::rc::Rc;

use adil::ui::{El, data_field, el, part, plain_button, print};

use crate::session::Session;

/// The part of the screen for files, paper and the group.
pub fn view(session: Session) -> El {
    let act = move |key: &'static str, act: fn(Session)| {
        plain_button("quiet", Box::new(move || session.text(key)), move || act(session))
    };
    let take = Rc::new(move |file: web_sys::File| {
        wasm_bindgen_futures::spawn_local(async move {
            let lang = session.shared.read(|widget| widget.rich.lang.clone());
            match adil::host::read_table(&file, &lang).await {
                Ok(text) => session.open_text(&file.name(), &text),
                Err(_) => session.bad_file.set("file_none"),
            }
        });
    });
    let bad = move || {
        let key = session.bad_file.get();
        let details = session.refused_details().into_iter().map(|words| el("li").child(words));
        let details: Vec<El> = details.collect();
        let list = (!details.is_empty()).then(|| el("ul").child(details));
        (!key.is_empty()).then(|| {
            part("div", "mistake")
                .attr("role", "alert")
                .child((el("p").child(session.text(key)), list))
        })
    };
    let paper = move |key: &'static str, is_sheet: bool| {
        plain_button("quiet", Box::new(move || session.text(key)), move || {
            session.sheet.set(is_sheet);
            print();
        })
    };
    let (has_sheet, has_about) = session
        .shared
        .record(|record| (record.sheet, record.group.is_some() || !record.goods().is_empty()));
    let any = move || session.log(|log| log.count() > 0);
    let files = move || {
        any().then(|| {
            (
                act("save_file", Session::save_json),
                act("save_table", Session::save_table),
                paper("print", false),
            )
        })
    };
    let delete = move || any().then(|| act("delete_all", Session::delete_all));
    part("details", "files").child((
        part("summary", "summary").child(session.text("files")),
        el("p").attr("class", "count").child(session.text("stays")),
        bad,
        el("div").attr("class", "ways").child((
            has_about.then(|| act("about", Session::open_about)),
            files,
            has_sheet.then(|| paper("print_sheet", true)),
            data_field(&session.text("open_file"), false, take),
            delete,
        )),
        el("p").attr("class", "count").child(session.text("table_help")),
    ))
}
