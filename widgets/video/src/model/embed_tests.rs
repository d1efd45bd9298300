use super::*;

/// What an address names: a site's film as `site id hash start`, `file` or `no film`.
fn told(address: &str) -> String {
    match Embed::parse(address) {
        Ok(None) => "file".to_owned(),
        Err(NoFilm) => "no film".to_owned(),
        Ok(Some(Embed { site, id, hash, start })) => {
            let hash = hash.map_or(String::new(), |hash| format!(" h={hash}"));
            let start = if start > 0.0 { format!(" from {start}") } else { String::new() };
            format!("{} {id}{hash}{start}", site.name())
        }
    }
}

#[track_caller]
fn check_all(table: &[(&str, &str)]) {
    for (address, expected) in table {
        assert_eq!(&told(address), expected, "{address}");
    }
}

const ID: &str = "YouTube aB-_9xYz012";

#[test]
fn every_address_of_a_film_of_youtube_is_known() {
    for address in [
        "https://www.youtube.com/watch?v=aB-_9xYz012",
        "http://youtube.com/watch?v=aB-_9xYz012",
        "HTTPS://WWW.YouTube.COM/watch?v=aB-_9xYz012",
        "//www.youtube.com/embed/aB-_9xYz012",
        "www.youtube.com/watch?v=aB-_9xYz012",
        "youtu.be/aB-_9xYz012",
        "https:\\\\www.youtube.com\\watch?v=aB-_9xYz012",
        "https://www.youtube.com:443/watch?v=aB-_9xYz012",
        "https://www.youtube.com./watch?v=aB-_9xYz012",
        "https://me@www.youtube.com/watch?v=aB-_9xYz012",
        "https://m.youtube.com/watch?v=aB-_9xYz012",
        "https://music.youtube.com/watch?v=aB-_9xYz012&list=RDAMVM1",
        "https://gaming.youtube.com/watch?v=aB-_9xYz012",
        "https://www.youtube.com/watch?app=desktop&v=aB-_9xYz012",
        "https://www.youtube.com/watch?list=PL123&index=2&v=aB-_9xYz012",
        "https://www.youtube.com/watch?v=aB-_9xYz012&list=PL123&index=2",
        "https://www.youtube.com/watch/aB-_9xYz012",
        "https://www.youtube.com/?v=aB-_9xYz012",
        "https://www.youtube.com/watch_popup?v=aB-_9xYz012",
        "https://www.youtube.com//watch?v=aB-_9xYz012",
        "https://youtu.be/aB-_9xYz012",
        "https://youtu.be/aB-_9xYz012?si=1",
        "https://youtu.be/aB-_9xYz012&feature=share",
        "https://youtu.be/watch?v=aB-_9xYz012",
        "https://www.youtube.com/shorts/aB-_9xYz012",
        "https://M.youtube.com/shorts/aB-_9xYz012?feature=share",
        "https://www.youtube.com/live/aB-_9xYz012?si=1",
        "https://www.youtube.com/embed/aB-_9xYz012?rel=0&amp;showinfo=0",
        "https://www.youtube.com/embed/aB-_9xYz012/",
        "https://www.youtube.com/v/aB-_9xYz012?version=3",
        "https://www.youtube.com/e/aB-_9xYz012",
        "https://www.youtube-nocookie.com/embed/aB-_9xYz012",
        "https://www.youtubeeducation.com/embed/aB-_9xYz012",
        "https://studio.youtube.com/video/aB-_9xYz012/edit",
    ] {
        assert_eq!(told(address), ID, "{address}");
    }
}

#[test]
fn every_address_of_a_film_of_vimeo_is_known_and_unlocked() {
    check_all(&[
        ("https://vimeo.com/123", "Vimeo 123"),
        ("http://www.vimeo.com/123/", "Vimeo 123"),
        ("//player.vimeo.com/video/123", "Vimeo 123"),
        ("vimeo.com/123", "Vimeo 123"),
        ("https://vimeo.com/123?share=copy", "Vimeo 123"),
        ("https://vimeo.com/123/settings", "Vimeo 123"),
        ("https://vimeo.com/123/ab1", "Vimeo 123 h=ab1"),
        ("https://vimeo.com/123/ab1?share=copy", "Vimeo 123 h=ab1"),
        ("https://vimeo.com/123?h=ab1", "Vimeo 123 h=ab1"),
        ("https://player.vimeo.com/video/123?h=ab1", "Vimeo 123 h=ab1"),
        ("https://player.vimeo.com/video/123?title=0&amp;h=ab1", "Vimeo 123 h=ab1"),
        ("https://vimeo.com/video/123", "Vimeo 123"),
        ("https://vimeo.com/channels/staffpicks/123", "Vimeo 123"),
        ("https://vimeo.com/channels/77/123", "Vimeo 123"),
        ("https://vimeo.com/groups/motion/videos/123", "Vimeo 123"),
        ("https://vimeo.com/groups/77/videos/123", "Vimeo 123"),
        ("https://vimeo.com/album/77/video/123", "Vimeo 123"),
        ("https://vimeo.com/showcase/77/video/123", "Vimeo 123"),
        ("https://vimeo.com/showcase/a-class/video/123/ab1", "Vimeo 123 h=ab1"),
        ("https://vimeo.com/showcase/77?video=123", "Vimeo 123"),
        ("https://vimeo.com/ondemand/a-film/123", "Vimeo 123"),
        ("https://vimeo.com/manage/videos/123", "Vimeo 123"),
        ("https://vimeo.com/manage/videos/123/ab1", "Vimeo 123 h=ab1"),
        ("https://vimeo.com/manage/videos/123/privacy", "Vimeo 123"),
        ("https://player.vimeo.com/external/123.hd.mp4?s=ab1&profile_id=1", "Vimeo 123"),
    ]);
}

#[test]
fn films_begin_where_their_address_says() {
    let youtube =
        |rest: &str| told(&["https://www.youtube.com/watch?v=aB-_9xYz012", rest].concat());
    for (rest, start) in [
        ("&t=90", 90),
        ("&t=90s", 90),
        ("&t=1m30s", 90),
        ("&t=1m30", 90),
        ("&t=1h2m3s", 3_723),
        ("&t=1:30", 90),
        ("&t=1:02:03", 3_723),
        ("&t=90.7", 90),
        ("&start=90", 90),
        ("&amp;start=90", 90),
        ("&time_continue=90", 90),
        ("#t=90s", 90),
        ("#t=1m30s", 90),
    ] {
        assert_eq!(youtube(rest), format!("{ID} from {start}"), "{rest}");
    }
    for rest in ["&t=0", "&t=", "&t=soon", "&start", "&art=90", "&tt=90"] {
        assert_eq!(youtube(rest), ID, "{rest}");
    }
    check_all(&[
        ("https://youtu.be/aB-_9xYz012?t=90", "YouTube aB-_9xYz012 from 90"),
        ("https://youtu.be/aB-_9xYz012?si=1?t=90", "YouTube aB-_9xYz012 from 90"),
        ("https://www.youtube.com/embed/aB-_9xYz012?start=90", "YouTube aB-_9xYz012 from 90"),
        ("https://vimeo.com/123#t=90s", "Vimeo 123 from 90"),
        ("https://vimeo.com/123/ab1#t=1m30s", "Vimeo 123 h=ab1 from 90"),
        ("https://player.vimeo.com/video/123?h=ab1#t=90", "Vimeo 123 h=ab1 from 90"),
        ("https://vimeo.com/channels/staffpicks/123#t=1m30s", "Vimeo 123 from 90"),
    ]);
}

#[test]
fn an_address_of_a_site_that_is_no_film_is_refused() {
    for address in [
        "https://www.youtube.com",
        "https://www.youtube.com/",
        "//youtube.com",
        "https://www.youtube.com/@school",
        "https://www.youtube.com/@school/live",
        "https://www.youtube.com/channel/UC123",
        "https://www.youtube.com/c/school",
        "https://www.youtube.com/user/school",
        "https://www.youtube.com/school",
        "https://www.youtube.com/playlist?list=PL123",
        "https://www.youtube.com/watch?list=PL123",
        "https://www.youtube.com/watch?v=",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/embed/videoseries?list=PL123",
        "https://www.youtube.com/embed/live_stream?channel=UC123",
        "https://www.youtube.com/results?search_query=honesty",
        "https://www.youtube.com/hashtag/honesty",
        "https://www.youtube.com/feed/history",
        "https://www.youtube.com/shorts",
        "https://www.youtube.com/clip/Ugk123",
        "https://www.youtube.com/watch?v=a\"onload=x",
        "https://youtu.be/",
        "https://youtu.be/%3Cscript%3E",
        "https://vimeo.com",
        "https://vimeo.com/about",
        "https://vimeo.com/user77",
        "https://vimeo.com/user77/videos",
        "https://vimeo.com/channels/staffpicks",
        "https://vimeo.com/channels/77",
        "https://vimeo.com/groups/motion",
        "https://vimeo.com/groups/77/videos",
        "https://vimeo.com/album/77",
        "https://vimeo.com/showcase/77",
        "https://vimeo.com/showcase/77/embed",
        "https://vimeo.com/ondemand/a-film",
        "https://vimeo.com/event/77",
        "https://vimeo.com/manage/videos",
        "https://vimeo.com/search?q=honesty",
        "https://player.vimeo.com/video/",
    ] {
        assert_eq!(told(address), "no film", "{address}");
    }
}

#[test]
fn other_addresses_are_files() {
    for address in [
        "lesson.mp4",
        "a/lesson.mp4",
        "/youtube.com/watch?v=aB",
        "../vimeo.com/123",
        "a:b/vimeo.com/123",
        "https://example.school/watch?v=aB",
        "https://example.school/?from=https://vimeo.com/123",
        "https://youtube.com.evil.test/watch?v=aB",
        "https://notyoutube.com/watch?v=aB",
        "https://myvimeo.com/123",
        "https://evil.test/youtube.com/watch?v=aB",
        "https://youtube.com@evil.test/watch?v=aB",
        "ftp://youtu.be/aB",
        "#t=90",
        "",
        "//",
    ] {
        assert_eq!(told(address), "file", "{address}");
    }
}

#[test]
fn the_player_is_asked_for_that_film_from_there() {
    let check = |address: &str, expected: &str| {
        let embed = Embed::parse(address).unwrap().unwrap();
        assert_eq!(embed.address("https://a.school"), expected, "{address}");
    };
    let youtube = "https://www.youtube-nocookie.com/embed/aB-_9xYz012?enablejsapi=1&playsinline=1\
                   &controls=0&rel=0&origin=https://a.school";
    check("https://youtu.be/aB-_9xYz012?si=1", youtube);
    check("https://youtu.be/aB-_9xYz012?t=1m30s", &[youtube, "&start=90"].concat());
    let vimeo = "https://player.vimeo.com/video/123?dnt=1&controls=0&playsinline=1";
    check("https://vimeo.com/123", vimeo);
    check("https://vimeo.com/channels/staffpicks/123#t=90", &[vimeo, "#t=90s"].concat());
    let unlisted = "https://player.vimeo.com/video/123?h=ab1&dnt=1&controls=0&playsinline=1";
    check("https://vimeo.com/123/ab1", unlisted);
}

#[test]
fn a_learner_can_open_it_at_the_site() {
    let check = |address: &str, expected: &str| {
        assert_eq!(Embed::parse(address).unwrap().unwrap().page(), expected);
    };
    check("https://youtu.be/aB-_9xYz012?si=1", "https://www.youtube.com/watch?v=aB-_9xYz012");
    let later = "https://www.youtube.com/watch?v=aB-_9xYz012&t=90s";
    check("https://youtu.be/aB-_9xYz012?t=90", later);
    check("https://vimeo.com/123/ab1", "https://vimeo.com/123/ab1");
    check("https://vimeo.com/123/ab1#t=1m30s", "https://vimeo.com/123/ab1#t=90s");
}
