//! Videos of other sites, by the address that a learner would open.

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// The site.
    pub site: Site,
    /// The video's name there.
    id: String,
    /// What unlocks an unlisted video of Vimeo.
    hash: Option<String>,
}

/// A name as both sites make them: letters, digits, `-` and `_`.
fn name(text: &str) -> Option<String> {
    let end = text.find(['?', '&', '#', '/']).unwrap_or(text.len());
    let text = &text[..end];
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    ((1..=40).contains(&text.len()) && text.bytes().all(fits)).then(|| text.to_owned())
}

impl Embed {
    /// The video that an address names: `youtube.com/watch?v=…`, `youtu.be/…`,
    /// `youtube.com/embed/…`, `youtube.com/shorts/…`, `vimeo.com/…`, `vimeo.com/…/…`.
    pub fn parse(address: &str) -> Option<Embed> {
        let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
        let (host, path) = rest.split_once('/')?;
        let host = host.to_ascii_lowercase();
        let host = host.strip_prefix("www.").or_else(|| host.strip_prefix("m.")).unwrap_or(&host);
        let youtube = |id: &str| Some(Embed { site: Site::YouTube, id: name(id)?, hash: None });
        match host {
            "youtu.be" => youtube(path),
            "youtube.com" | "youtube-nocookie.com" => {
                let folders = ["embed/", "shorts/", "live/"];
                let inside = folders.iter().find_map(|folder| path.strip_prefix(folder));
                let query = path.split_once('?').map_or("", |(_, query)| query);
                let asked = query.split('&').find_map(|pair| pair.strip_prefix("v="));
                youtube(inside.or(asked)?)
            }
            "vimeo.com" | "player.vimeo.com" => {
                let path = path.strip_prefix("video/").unwrap_or(path);
                let id = name(path).filter(|id| id.bytes().all(|b| b.is_ascii_digit()))?;
                let after = path[id.len()..].strip_prefix('/');
                let query = path.split_once('?').map_or("", |(_, query)| query);
                let asked = query.split('&').find_map(|pair| pair.strip_prefix("h="));
                let hash = after.or(asked).and_then(name);
                Some(Embed { site: Site::Vimeo, id, hash })
            }
            _ => None,
        }
    }

    /// The address at which a learner would open it.
    pub fn page(&self) -> String {
        let start = match self.site {
            Site::YouTube => "https://www.youtube.com/watch?v=",
            Site::Vimeo => "https://vimeo.com/",
        };
        let hash = self.hash.as_ref().map(|hash| ["/", hash].concat());
        [start, &self.id, hash.as_deref().unwrap_or_default()].concat()
    }

    /// The address of the player, for a page at an origin.
    pub fn address(&self, origin: &str) -> String {
        let Embed { site, id, hash } = self;
        let start = site.origin();
        match site {
            Site::YouTube => {
                let rest = "?enablejsapi=1&playsinline=1&controls=0&rel=0&origin=";
                [start, "/embed/", id, rest, origin].concat()
            }
            Site::Vimeo => {
                let hash = hash.as_ref().map(|hash| ["h=", hash, "&"].concat());
                let hash = hash.as_deref().unwrap_or_default();
                let rest = "dnt=1&controls=0&playsinline=1";
                [start, "/video/", id, "?", hash, rest].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        let found = Embed::parse(address).map(|embed| embed.address("https://a.school"));
        assert_eq!(found.as_deref(), expected, "{address}");
    }

    #[test]
    fn addresses_that_a_learner_would_open_name_a_video() {
        let youtube = Some(
            "https://www.youtube-nocookie.com/embed/aB-_9xYz012?enablejsapi=1&playsinline=1\
             &controls=0&rel=0&origin=https://a.school",
        );
        check("https://www.youtube.com/watch?v=aB-_9xYz012", youtube);
        check("https://www.youtube.com/watch?app=desktop&v=aB-_9xYz012&t=5", youtube);
        check("https://youtu.be/aB-_9xYz012?si=1", youtube);
        check("https://M.youtube.com/shorts/aB-_9xYz012", youtube);
        check("https://www.youtube-nocookie.com/embed/aB-_9xYz012", youtube);
        let vimeo = "https://player.vimeo.com/video/123?dnt=1&controls=0&playsinline=1";
        check("https://vimeo.com/123", Some(vimeo));
        check("https://vimeo.com/123#t=5", Some(vimeo));
        let unlisted = "https://player.vimeo.com/video/123?h=ab1&dnt=1&controls=0&playsinline=1";
        check("https://vimeo.com/123/ab1", Some(unlisted));
        check("https://player.vimeo.com/video/123?h=ab1", Some(unlisted));
        check("https://player.vimeo.com/video/123?title=0&h=ab1", Some(unlisted));
    }

    #[test]
    fn a_learner_can_open_it_at_the_site() {
        let page = |address| Embed::parse(address).map(|embed| embed.page());
        let youtube = "https://www.youtube.com/watch?v=aB-_9xYz012";
        assert_eq!(page("https://youtu.be/aB-_9xYz012?si=1").as_deref(), Some(youtube));
        let vimeo = "https://vimeo.com/123/ab1";
        assert_eq!(page(vimeo).as_deref(), Some(vimeo));
    }

    #[test]
    fn other_addresses_name_none() {
        for address in [
            "lesson.mp4",
            "https://example.school/watch?v=aB",
            "https://youtube.com.evil.test/watch?v=aB",
            "https://evil.test/youtube.com/watch?v=aB",
            "https://youtube.com/watch?v=",
            "https://youtube.com/watch?v=a\"onload=x",
            "https://youtu.be/%3Cscript%3E",
            "https://vimeo.com/about",
            "ftp://youtu.be/aB",
        ] {
            check(address, None);
        }
    }
}
