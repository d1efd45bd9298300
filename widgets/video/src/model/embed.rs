//! Videos of other sites, by the address that a learner would open.

use adil::json::number_text;

/// A site whose player can be driven by messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// `YouTube`, by its domain without cookies.
    YouTube,
    /// Vimeo, asked not to track.
    Vimeo,
}

impl Site {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Site::YouTube => "YouTube",
            Site::Vimeo => "Vimeo",
        }
    }

    /// Where its player lives, and the only origin whose messages count.
    pub const fn origin(self) -> &'static str {
        match self {
            Site::YouTube => "https://www.youtube-nocookie.com",
            Site::Vimeo => "https://player.vimeo.com",
        }
    }
}

/// A video of another site.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// The site.
    pub site: Site,
    /// The video's name there.
    id: String,
    /// What unlocks an unlisted video of Vimeo.
    hash: Option<String>,
    /// Where it begins, in seconds.
    pub start: f64,
}

/// An address of such a site that names no film: a channel, a list, a search. To load it as a
/// file would ask the site before a learner agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFilm;

/// Takes what stands before the first of some signs off a text, with that sign; 0 at the end.
fn take<'a>(rest: &mut &'a str, signs: &[u8]) -> (&'a str, u8) {
    let text = *rest;
    let end = text.bytes().position(|b| signs.contains(&b)).unwrap_or(text.len());
    *rest = text.get(end + 1..).unwrap_or_default();
    (text.get(..end).unwrap_or_default(), text.as_bytes().get(end).copied().unwrap_or(0))
}

/// The host of an address as browsers read it, whatever slashes there are, and also where people
/// left the scheme out; and what follows. Nothing for an address of the page's own server.
fn host_of(address: &str) -> Option<(String, &str)> {
    let mut rest = address;
    let (scheme, sign) = take(&mut rest, b":/\\?#");
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    let is_whole = sign == b':' && (is("https") || is("http"));
    let after = if is_whole { rest } else { address };
    rest = after;
    while let Some(less) = rest.strip_prefix(['/', '\\']) {
        rest = less;
    }
    // One slash alone leads to the top of the page's own server.
    if !is_whole && after.len() - rest.len() == 1 {
        return None;
    }
    let (host, sign) = take(&mut rest, b":/\\?&#");
    if sign == b':' {
        take(&mut rest, b"/\\?&#");
    }
    Some((host.to_ascii_lowercase(), rest))
}

/// What an address says behind its host.
#[derive(Default)]
struct Said<'a> {
    path: Vec<&'a str>,
    /// The film that is asked for, where the path names none.
    film: &'a str,
    /// What unlocks it.
    hash: &'a str,
    /// Where it begins, in seconds.
    start: f64,
}

impl Said<'_> {
    /// Reads parts of a path, then pairs behind `?`, `&` and `#`, in whatever order people put them
    /// together. Addresses out of a page's code have `&amp;` between them.
    fn read(mut rest: &str) -> Said<'_> {
        let mut said = Said::default();
        let mut is_path = true;
        while !rest.is_empty() {
            let (mut part, sign) = take(&mut rest, b"/\\?&#");
            if is_path && !part.is_empty() {
                said.path.push(part);
            }
            let (name, _) = take(&mut part, b"=");
            match name.strip_prefix("amp;").unwrap_or(name) {
                _ if is_path => {}
                "v" | "video" => said.film = part,
                "h" => said.hash = part,
                "t" | "start" | "time_continue" => said.start = seconds(part),
                _ => {}
            }
            is_path &= sign == b'/' || sign == b'\\';
        }
        said
    }

    /// Where the path names a film: behind a folder, or first.
    fn place(&self, site: Site, is_short: bool) -> usize {
        match self.path.first().copied().unwrap_or_default() {
            "embed" | "shorts" | "live" | "v" | "e" | "watch" => 1,
            "channels" | "ondemand" => 2,
            first if is_short || (site == Site::Vimeo && is_made_of(first, u8::is_ascii_digit)) => {
                0
            }
            _ => {
                let is_folder = |part: &&str| matches!(*part, "video" | "videos" | "external");
                self.path.iter().position(is_folder).map_or(self.path.len(), |n| n + 1)
            }
        }
    }
}

/// Whether this may be a name: of some bytes only, and not too long.
fn is_made_of(text: &str, fits: fn(&u8) -> bool) -> bool {
    (1..=40).contains(&text.len()) && text.as_bytes().iter().all(fits)
}

/// The seconds of a time as people find it in addresses: `90`, `90s`, `1m30s`, `1h2m3s`, `1:30`.
fn seconds(text: &str) -> f64 {
    let (mut sum, mut number) = (0.0, 0.0);
    for b in text.bytes() {
        let unit = match b {
            b'0'..=b'9' => {
                number = number * 10.0 + f64::from(b - b'0');
                continue;
            }
            b'h' => 3_600.0,
            b'm' => 60.0,
            b's' => 1.0,
            b':' => {
                sum = (sum + number) * 60.0;
                0.0
            }
            _ => break,
        };
        sum += number * unit;
        number = 0.0;
    }
    sum + number
}

impl Embed {
    /// The video that an address names; nothing for an address elsewhere.
    ///
    /// # Errors
    /// When the address is one of these sites, but of no film.
    pub fn parse(address: &str) -> Result<Option<Embed>, NoFilm> {
        const SITES: [(&str, Site); 5] = [
            ("youtube.com", Site::YouTube),
            ("youtu.be", Site::YouTube),
            ("youtube-nocookie.com", Site::YouTube),
            ("youtubeeducation.com", Site::YouTube),
            ("vimeo.com", Site::Vimeo),
        ];
        let Some((host, rest)) = host_of(address) else { return Ok(None) };
        let host = host.strip_suffix('.').unwrap_or(&host);
        let is_of = |domain: &str| {
            let above = host.strip_suffix(domain).map(str::as_bytes);
            above.is_some_and(|above| matches!(above, [] | [.., b'.' | b'@']))
        };
        let Some((_, site)) = SITES.into_iter().find(|(domain, _)| is_of(domain)) else {
            return Ok(None);
        };
        let said = Said::read(rest);
        let at = said.place(site, is_of("youtu.be"));
        let (mut id, mut hash) = (said.film, said.hash);
        if let Some(named) = said.path.get(at) {
            // A file of Vimeo's has an ending.
            id = if site == Site::Vimeo { take(&mut { *named }, b".").0 } else { named };
            hash = said.path.get(at + 1).copied().unwrap_or(hash);
        }
        // Lists and streams of a channel have a word where a film has its name.
        let is_film = match site {
            Site::Vimeo => is_made_of(id, u8::is_ascii_digit),
            Site::YouTube => {
                is_made_of(id, |b| b.is_ascii_alphanumeric() || b"-_".contains(b))
                    && !matches!(id, "videoseries" | "live_stream")
            }
        };
        // Words such as `settings` stand where a hash may be.
        let is_hash = site == Site::Vimeo && is_made_of(hash, u8::is_ascii_hexdigit);
        let hash = is_hash.then(|| hash.to_owned());
        if is_film {
            Ok(Some(Embed { site, id: id.to_owned(), hash, start: said.start }))
        } else {
            Err(NoFilm)
        }
    }

    /// Where it begins, as a piece of an address between two others.
    fn begins(&self, before: &str, after: &str) -> String {
        let some = || [before, &number_text(self.start), after].concat();
        if self.start > 0.0 { some() } else { String::new() }
    }

    /// The address at which a learner would open it.
    pub fn page(&self) -> String {
        let hash = self.hash.as_ref().map(|hash| ["/", hash].concat()).unwrap_or_default();
        let (start, begins) = match self.site {
            Site::YouTube => ("https://www.youtube.com/watch?v=", self.begins("&t=", "s")),
            Site::Vimeo => ("https://vimeo.com/", self.begins("#t=", "s")),
        };
        [start, &self.id, &hash, &begins].concat()
    }

    /// The address of the player, for a page at an origin.
    pub fn address(&self, origin: &str) -> String {
        let Embed { site, id, hash, .. } = self;
        let start = site.origin();
        match site {
            Site::YouTube => {
                let rest = "?enablejsapi=1&playsinline=1&controls=0&rel=0&origin=";
                [start, "/embed/", id, rest, origin, &self.begins("&start=", "")].concat()
            }
            Site::Vimeo => {
                let hash = hash.as_ref().map(|hash| ["h=", hash, "&"].concat());
                let hash = hash.as_deref().unwrap_or_default();
                let rest = "dnt=1&controls=0&playsinline=1";
                [start, "/video/", id, "?", hash, rest, &self.begins("#t=", "s")].concat()
            }
        }
    }
}

#[cfg(test)]
#[path = "embed_tests.rs"]
mod tests;
