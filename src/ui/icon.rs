//! The few signs that stand beside words, never instead of them.

use super::dom::{El, el, svg};

/// A sign, drawn in the text's colour on a 24 by 24 grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Right
    Tick,
    /// Not right
    Cross,
    /// Partly right
    Half,
    /// A hint
    Bulb,
    /// Read aloud
    Speaker,
    /// Marked to come back to
    Flag,
    /// Earlier in an order
    Up,
    /// Later in an order
    Down,
    /// A timer
    Clock,
    /// One star of a result
    Star,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Icon::Tick => "M5 12.5 9.8 17.3 19 7.5",
            Icon::Cross => "M7 7l10 10M17 7 7 17",
            Icon::Half => "M5 12h14",
            Icon::Bulb => {
                "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.900c.7.5 1 1.2 1 2.100h5c0-.9.3-1.6 1-2.100A6 6 0 0 0 12 3z"
            }
            Icon::Speaker => {
                "M4 9.5v5h3.5l5 4v-13l-5 4zM16.5 9a4.2 4.2 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11"
            }
            Icon::Flag => "M6 21V4h11l-2 4 2 4H6",
            Icon::Up => "M12 19V5M6 11l6-6 6 6",
            Icon::Down => "M12 5v14M6 13l6 6 6-6",
            Icon::Clock => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
            Icon::Star => {
                "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.900L3.5 9.700l5.9-.8z"
            }
        }
    }
}

impl Icon {
    /// The slot in which a page may put a sign of its own: for signs that stand once in a widget,
    /// since what is in a slot shows in the first of its name only.
    pub const fn slot(self) -> Option<&'static str> {
        match self {
            Icon::Bulb => Some("icon-hint"),
            Icon::Speaker => Some("icon-read-aloud"),
            Icon::Flag => Some("icon-flag"),
            Icon::Clock => Some("icon-time"),
            _ => None,
        }
    }
}

/// Draws a sign that a page may replace.
pub fn replaceable_icon(which: Icon) -> El {
    match which.slot() {
        Some(name) => el("slot").attr("name", name).child(icon(which)),
        None => icon(which),
    }
}

/// Draws a sign; screen readers pass over it.
pub fn icon(icon: Icon) -> El {
    drawing(icon.path())
}

/// Draws a path as a sign: one that a single widget has, and that others need not load.
pub fn drawing(path: &str) -> El {
    svg("svg")
        .attr("viewBox", "0 0 24 24")
        .attr("class", "icon")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", path))
}
