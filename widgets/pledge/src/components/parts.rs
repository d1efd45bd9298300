//! What the screens of all modes are made of.

use adil::content::{Localized, Rich};
use adil::ui::{Child, El, RichContext, Words, el, part, plain_line, rich, text_block};

use crate::session::Context;

impl Context {
    /// An interface text that does not change, for buttons.
    pub fn words(&self, key: &'static str) -> Words {
        let text = self.text(key);
        Box::new(move || text.clone())
    }

    /// What every view stands in.
    pub fn frame(&self) -> El {
        adil::ui::frame(&self.texts, self.level).attr("data-mode", self.mode)
    }

    /// The title with the page's logo beside it.
    pub fn title(&self) -> El {
        part("header", "head").child((
            el("slot").attr("name", "logo"),
            plain_line(
                &self.rich,
                part(self.host.heading(0), "title"),
                &self.document.envelope.title,
            ),
        ))
    }

    /// A heading below the title.
    pub fn heading(&self, words: impl Child) -> El {
        part(self.host.heading(1), "heading").child(words)
    }

    /// Rich text, below it the same in the second language.
    pub fn block(&self, class: &'static str, text: &Rich) -> impl Child + use<> {
        let second = self
            .beside
            .as_ref()
            .map(|context| text_block(context, class, text).attr("data-beside", ""));
        (text_block(&self.rich, class, text), second)
    }

    /// A plain text in a line, below it the same in the second language.
    pub fn line(&self, class: &'static str, text: &Localized) -> El {
        let text = Rich::Marked(text.clone());
        let line = |context: &RichContext| {
            el("span").attr("class", "line").with(|element| rich(context, element, &text))
        };
        let second = self.beside.as_ref().map(|context| line(context).attr("data-beside", ""));
        part("span", class).child((line(&self.rich), second))
    }
}

/// The end of every view: what the page puts below.
pub fn slots() -> El {
    el("div").attr("class", "slots").child(el("slot").attr("name", "footer"))
}

/// The name of a field, above it.
pub fn label(words: String) -> El {
    part("span", "label").child(words)
}

/// A paragraph that is said politely when it comes.
pub fn status(words: impl Fn() -> Option<String> + 'static) -> impl Child {
    part("div", "status")
        .attr("role", "status")
        .child(move || words().map(|words| el("p").child(words)))
}
