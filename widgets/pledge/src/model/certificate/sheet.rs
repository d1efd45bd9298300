//! What a certificate says, and the paper that it is on.

use qrcodegen::{QrCode, QrCodeEcc};

/// How a sheet of A4 lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageShape {
    /// Upright.
    Portrait,
    /// On its side.
    Landscape,
}

impl PageShape {
    /// Width and height in millimetres.
    pub const fn size(self) -> (f64, f64) {
        match self {
            PageShape::Portrait => (210.0, 297.0),
            PageShape::Landscape => (297.0, 210.0),
        }
    }

    /// The word in style sheets and for interface texts.
    pub const fn word(self) -> &'static str {
        match self {
            PageShape::Portrait => "portrait",
            PageShape::Landscape => "landscape",
        }
    }

    /// How far text stays from the sides, and from above and below.
    pub(super) const fn margins(self) -> (f64, f64) {
        match self {
            PageShape::Portrait => (27.0, 24.0),
            PageShape::Landscape => (34.0, 20.0),
        }
    }
}

/// A text, and the same in the second language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The text.
    pub main: String,
    /// The same in the second language.
    pub beside: Option<String>,
    /// Whether each of them is read from right to left, where its language is known.
    pub rtl: [Option<bool>; 2],
}

/// What a reader of the code finds: the receipt's id and hash.
#[derive(Clone)]
pub struct Code {
    pub(super) modules: QrCode,
    /// All that the code holds.
    pub payload: String,
    pub(super) lines: [String; 2],
}

impl Code {
    /// A code for a receipt; nothing where it is too long for one.
    pub fn new(id: &str, hash: &str) -> Option<Code> {
        let payload = [id, " ", hash].concat();
        let modules = QrCode::encode_text(&payload, QrCodeEcc::Medium).ok()?;
        let start = |text: &str, prefix: &str, length: usize| {
            let text = text.strip_prefix(prefix).unwrap_or(text);
            text.chars().take(length).collect::<String>()
        };
        let digits = start(hash, "sha256:", 12);
        let groups: Vec<&str> =
            [0..4, 4..8, 8..12].into_iter().filter_map(|group| digits.get(group)).collect();
        let lines =
            [["ID ", &start(id, "urn:uuid:", 8)].concat(), ["SHA ", &groups.join(" ")].concat()];
        Some(Code { modules, payload, lines })
    }
}

/// How many characters the words of a certificate have at most. They fill a page in type that is
/// hard to read already; what is longer would be measured for minutes.
pub const LONGEST: usize = 8_000;

/// What a certificate says, whoever signs it.
#[derive(Clone)]
pub struct Sheet {
    /// The heading.
    pub heading: Wording,
    /// What stands before the clauses.
    pub body: Option<Wording>,
    /// The clauses, each with its number as people write it.
    pub clauses: Vec<(String, Wording)>,
    /// What stands below all.
    pub footer: Option<Wording>,
    /// The day, as people write it; a line to fill in where there is none.
    pub date: Option<String>,
    /// The word under the line of the day.
    pub date_label: String,
    /// The receipt.
    pub code: Option<Code>,
    /// Whether the page has a logo.
    pub has_logo: bool,
    /// Whether the page is read from right to left.
    pub rtl: bool,
}

impl Sheet {
    /// How many characters its words have.
    pub fn length(&self) -> usize {
        let clauses = self.clauses.iter().map(|(_, wording)| wording);
        let all = [&self.heading].into_iter().chain(&self.body).chain(clauses).chain(&self.footer);
        let size = |text: &str| text.chars().count();
        all.map(|wording| size(&wording.main) + wording.beside.as_deref().map_or(0, size)).sum()
    }
}
