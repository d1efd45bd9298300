//! A picture that phones read (QR code, ISO/IEC 18004).

use adil::json::number_text;
use adil::ui::{El, svg};
use qrcodegen::{QrCode, QrCodeEcc};

/// The picture of a text; nothing for one that is too long for it. Its text stands beside it, so it
/// needs no name.
pub fn code_picture(text: &str) -> Option<El> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    // Phones need a bright border of four squares.
    let side = number_text(f64::from(code.size() + 8));
    let mut path = String::new();
    for y in 0..code.size() {
        for x in 0..code.size() {
            if code.get_module(x, y) {
                let [x, y] = [x + 4, y + 4].map(|n| number_text(n.into()));
                path += &["M", &x, " ", &y, "h1v1h-1z"].concat();
            }
        }
    }
    let view_box = ["0 0 ", &side, " ", &side].concat();
    Some(
        svg("svg")
            .attr("viewBox", &view_box)
            .attr("class", "code-picture")
            .attr("aria-hidden", "true")
            .child((
                svg("rect").attr("width", &side).attr("height", &side).attr("fill", "#fff"),
                svg("path").attr("d", &path).attr("fill", "#000"),
            )),
    )
}
