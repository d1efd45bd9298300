use super::*;

#[track_caller]
fn refused(draft: &mut Draft, action: Action, refusal: Refusal) {
    let before = draft.clone();
    assert_eq!(draft.apply(action), Err(refusal));
    assert_eq!(*draft, before, "what is refused changes nothing");
}

#[test]
fn promises_are_added_up_to_eight_none_empty_and_none_too_long() {
    let mut draft = of(&["a", "b", "c", "d", "e", "f", "g"]);
    refused(&mut draft, Action::Add(" \n\t ".into()), Refusal::Empty);
    refused(&mut draft, Action::Add("\u{0}".into()), Refusal::Empty);
    refused(&mut draft, Action::Add("ә".repeat(201)), Refusal::Long(201));
    let longest = "ә".repeat(200);
    let added = draft.apply(Action::Add(format!("  {longest}\n")));
    assert_eq!(added, Ok(Outcome::At(draft.clauses[7].key, 7)));
    refused(&mut draft, Action::Add("i".into()), Refusal::Full);
    assert_eq!(draft.clauses[7].text, longest);
}

#[test]
fn promises_are_edited_and_moved() {
    let mut draft = of(&["a", "b", "c"]);
    let b = key(&draft, "b");
    refused(&mut draft, Action::Edit(b, " ".into()), Refusal::Empty);
    draft.apply(Action::Edit(b, "two\nlines  here".into())).unwrap();
    assert_eq!(texts(&draft), ["a", "two lines here", "c"]);
    for (up, place) in [(true, 0), (true, 0), (false, 1), (false, 2), (false, 2)] {
        assert_eq!(draft.apply(Action::Move(b, up)), Ok(Outcome::At(b, place)));
        assert_eq!(draft.clauses[place].key, b);
    }
    assert_eq!(draft.apply(Action::Move(99, true)), Ok(Outcome::Done));
}

#[test]
fn the_last_removal_comes_back_to_its_place() {
    let mut draft = of(&["a", "b", "c"]);
    assert_eq!(draft.removal(), None);
    let b = key(&draft, "b");
    draft.apply(Action::Vote(b, 7)).unwrap();
    draft.apply(Action::Remove(b)).unwrap();
    assert_eq!((texts(&draft), draft.removal()), (vec!["a", "c"], Some(1)));
    assert_eq!(draft.apply(Action::Undo), Ok(Outcome::At(b, 1)));
    assert_eq!((texts(&draft), draft.removal()), (vec!["a", "b", "c"], None));
    assert_eq!(draft.get(b).unwrap().votes, 7);
    assert_eq!(draft.apply(Action::Undo), Ok(Outcome::Done));
    // There has to be room for it.
    draft.apply(Action::Remove(b)).unwrap();
    for text in ["d", "e", "f", "g", "h", "i"] {
        draft.apply(Action::Add(text.into())).unwrap();
    }
    refused(&mut draft, Action::Undo, Refusal::Full);
}

#[test]
fn a_replaced_list_comes_back_until_the_new_one_is_edited() {
    let mut draft = of(&["a"]);
    draft.apply(Action::Title("Ours".into())).unwrap();
    let other = || of(&["x", "y"]).clauses;
    draft.apply(Action::Replace(other(), "Theirs".into())).unwrap();
    assert_eq!((texts(&draft), draft.title.as_str()), (vec!["x", "y"], "Theirs"));
    draft.apply(Action::Undo).unwrap();
    assert_eq!((texts(&draft), draft.title.as_str()), (vec!["a"], "Ours"));
    draft.apply(Action::Replace(other(), String::new())).unwrap();
    draft.apply(Action::Add("z".into())).unwrap();
    assert_eq!(draft.removal(), None);
    let mut empty = Draft::new("");
    empty.apply(Action::Replace(other(), String::new())).unwrap();
    assert_eq!(empty.removal(), None);
}

/// Eight letters with these votes; how many to keep; which stay, and what is said.
#[track_caller]
fn check_vote(votes: &[u32], count: usize, stay: &str, outcome: Outcome) {
    let letters: Vec<String> = ('a'..).take(votes.len()).map(String::from).collect();
    let mut draft = of(&letters.iter().map(String::as_str).collect::<Vec<_>>());
    for (letter, votes) in letters.iter().zip(votes) {
        let letter = key(&draft, letter);
        draft.apply(Action::Vote(letter, *votes)).unwrap();
    }
    let before = draft.clone();
    assert_eq!(draft.apply(Action::KeepMost(count)), Ok(outcome));
    assert_eq!(texts(&draft).concat(), stay);
    draft.apply(Action::Undo).unwrap();
    assert_eq!(draft.clauses, before.clauses, "all come back");
}

#[test]
fn those_with_most_votes_stay_and_ties_stay_together() {
    check_vote(&[3, 9, 0, 5], 2, "bd", Outcome::Kept(2, false));
    check_vote(&[3, 9, 3, 5], 3, "abcd", Outcome::AllTied);
    check_vote(&[3, 9, 3, 5, 1], 3, "abcd", Outcome::Kept(4, true));
    check_vote(&[0, 0, 0], 1, "abc", Outcome::AllTied);
    check_vote(&[4, 2], 2, "ab", Outcome::Kept(2, false));
    check_vote(&[4, 2], 99, "ab", Outcome::Kept(2, false));
    check_vote(&[4, 2], 0, "a", Outcome::Kept(1, false));
    check_vote(&[1, 2, 3, 4, 5, 6, 7, 8], 1, "h", Outcome::Kept(1, false));
    check_vote(&[1, 2, 2, 2, 2, 2, 2, 2], 3, "bcdefgh", Outcome::Kept(7, true));
}

#[test]
fn hands_have_bounds_and_start_anew() {
    let mut draft = of(&["a", "b"]);
    let a = key(&draft, "a");
    draft.apply(Action::Vote(a, u32::MAX)).unwrap();
    assert_eq!((draft.clauses[0].votes, draft.most_votes()), (MOST_VOTES, MOST_VOTES));
    draft.apply(Action::Vote(99, 1)).unwrap();
    draft.apply(Action::ClearVotes).unwrap();
    assert_eq!(draft.most_votes(), 0);
}
