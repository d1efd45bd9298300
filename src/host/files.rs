//! Files that learners give and take.

use wasm_bindgen::JsCast;

use crate::json;

/// The text of a file that a learner gave.
///
/// # Errors
/// A sentence for whoever made the file, when it is too large to be read or cannot be.
pub async fn read_file(file: &web_sys::File) -> Result<String, String> {
    check_size(file)?;
    let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok();
    text.and_then(|text| text.as_string()).ok_or_else(|| unreadable(file))
}

/// The text of a file that may be a table of a spreadsheet. Those write UTF-8, UTF-16 with a mark
/// before it, or the old letters of their language.
///
/// # Errors
/// As [`read_file`].
pub async fn read_table(file: &web_sys::File, lang: &str) -> Result<String, String> {
    check_size(file)?;
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    let bytes = bytes.map_err(|_| unreadable(file))?;
    let first = js_sys::Uint8Array::new(&bytes).subarray(0, 2).to_vec();
    let decoded = |label: &str, fatal: bool| {
        let options = web_sys::TextDecoderOptions::new();
        options.set_fatal(fatal);
        let decoder = web_sys::TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_buffer_source(bytes.unchecked_ref()).ok()
    };
    let old = match crate::content::base_language(lang) {
        "ru" | "kk" | "ky" | "uz" => "windows-1251",
        "ar" => "windows-1256",
        "tr" => "windows-1254",
        _ => "windows-1252",
    };
    let text =
        if first == [0xff, 0xfe] { decoded("utf-16le", false) } else { decoded("utf-8", true) };
    text.or_else(|| decoded(old, false)).ok_or_else(|| unreadable(file))
}

fn unreadable(file: &web_sys::File) -> String {
    [&file.name(), ": the browser cannot read this file"].concat()
}

fn check_size(file: &web_sys::File) -> Result<(), String> {
    let (name, size) = (file.name(), file.size());
    if size > json::LARGEST as f64 {
        let (size, most) = (json::number_text(size), json::number_text(json::LARGEST as f64));
        let parts = [&name, ": the file has ", &size, " bytes, more than the ", &most];
        return Err([&parts.concat(), " that a widget opens"].concat());
    }
    Ok(())
}

/// Offers a text as a file to save.
pub fn download(name: &str, kind: &str, text: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) {
        download_blob(name, &blob);
    }
}

/// Offers anything as a file to save. Where a sandbox forbids downloads, nothing happens.
pub fn download_blob(name: &str, blob: &web_sys::Blob) {
    let Ok(url) = web_sys::Url::create_object_url_with_blob(blob) else { return };
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok()) {
        _ = link.set_attribute("href", &url);
        _ = link.set_attribute("download", name);
        link.click();
    }
    // The click has started the download; the browser holds what it needs.
    _ = web_sys::Url::revoke_object_url(&url);
}
