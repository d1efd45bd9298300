use super::*;
use proptest::prelude::*;

const fn gate(at: u32, required: bool, passed: bool) -> Gate {
    Gate { at, required, passed }
}

/// Cues at 10 and 30 seconds, optional, and at 20, required.
const GATES: [Gate; 3] =
    [gate(10_000, false, false), gate(20_000, true, false), gate(30_000, false, false)];

const FREE: Limits = Limits { teacher: false, no_skip: false };
const NO_SKIP: Limits = Limits { teacher: false, no_skip: true };
const TEACHER: Limits = Limits { teacher: true, no_skip: true };

#[track_caller]
fn check_stops(positions: &[u32], expected: &[usize]) {
    let mut watch = Watch::default();
    let stops: Vec<_> = positions.iter().filter_map(|now| watch.tick(&GATES, *now)).collect();
    assert_eq!(stops, expected);
}

#[test]
fn a_checkpoint_stops_once_for_each_pass() {
    check_stops(&[0, 5_000, 9_980], &[]);
    check_stops(&[0, 9_988], &[0]);
    check_stops(&[9_990, 9_991, 10_000, 10_010, 15_000], &[0]);
    check_stops(&[9_990, 9_980, 9_995], &[0]);
    check_stops(&[9_990, 20_040, 29_999, 30_500], &[0, 1, 2]);
}

#[test]
fn a_tick_that_comes_late_stops_at_the_first_cue_and_then_at_the_next() {
    check_stops(&[25_000, 25_000, 25_000], &[0, 1]);
}

#[test]
fn a_cue_at_the_very_start_stops() {
    assert_eq!(Watch::default().tick(&[gate(0, false, false)], 0), Some(0));
}

#[test]
fn a_seek_to_before_a_cue_makes_it_stop_again() {
    let mut watch = Watch::default();
    assert_eq!(watch.tick(&GATES, 10_000), Some(0));
    watch.leave(GATES[0]);
    assert_eq!(watch.tick(&GATES, 12_000), None);
    watch.seek(10_000);
    assert_eq!(watch.tick(&GATES, 10_000), Some(0), "a seek to the cue itself, too");
    watch.seek(15_000);
    assert_eq!(watch.next(&GATES), Some(1));
}

#[track_caller]
fn check_landing(limits: Limits, watched: &[(u32, u32)], seek: (u32, u32), expected: Landing) {
    let mut ranges = Ranges::default();
    watched.iter().for_each(|(from, to)| ranges.add(*from, *to));
    assert_eq!(landing(&GATES, limits, &ranges, seek.0, seek.1), expected);
}

#[test]
fn a_seek_past_a_required_checkpoint_returns_to_it() {
    check_landing(FREE, &[], (0, 19_000), Landing::There(19_000));
    check_landing(FREE, &[], (0, 20_000), Landing::There(20_000));
    check_landing(FREE, &[], (0, 20_001), Landing::Checkpoint(1));
    check_landing(FREE, &[], (35_000, 5_000), Landing::There(5_000));
    check_landing(FREE, &[], (35_000, 25_000), Landing::Checkpoint(1));
    check_landing(TEACHER, &[], (0, 90_000), Landing::There(90_000));
    let passed = [gate(20_000, true, true)];
    let free = landing(&passed, FREE, &Ranges::default(), 0, 90_000);
    assert_eq!(free, Landing::There(90_000), "an answered one blocks nobody");
}

#[test]
fn without_skipping_a_seek_goes_where_was_watched() {
    let watched = [(0, 8_000), (8_400, 12_000), (40_000, 50_000)];
    check_landing(NO_SKIP, &watched, (3_000, 11_000), Landing::There(11_000));
    check_landing(NO_SKIP, &watched, (3_000, 15_000), Landing::Watched(12_000));
    check_landing(NO_SKIP, &watched, (13_000, 15_000), Landing::Watched(13_000));
    check_landing(NO_SKIP, &watched, (3_000, 25_000), Landing::Watched(12_000));
    // Whoever stands at the checkpoint is asked, and not only stopped.
    check_landing(NO_SKIP, &[(0, 20_000)], (3_000, 25_000), Landing::Checkpoint(1));
    check_landing(NO_SKIP, &watched, (12_000, 2_000), Landing::There(2_000));
    check_landing(NO_SKIP, &watched, (12_000, 45_000), Landing::Checkpoint(1));
}

/// What a learner does: plays some milliseconds, seeks, or answers what stands open.
#[derive(Clone, Debug)]
enum Deed {
    Play(u32),
    Seek(u32),
    Answer,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        3 => (1..4_000u32).prop_map(Deed::Play),
        2 => (0..45_000u32).prop_map(Deed::Seek),
        1 => Just(Deed::Answer),
    ];
    prop::collection::vec(deed, 0..60)
}

proptest! {
    /// Whatever is played, sought and answered, in whatever order: nobody is ever behind a
    /// required checkpoint without an answer, and without skipping nobody sees what lies beyond
    /// what was played up to there.
    #[test]
    fn nobody_gets_past(deeds in deeds(), no_skip in any::<bool>()) {
        let mut gates = GATES;
        let mut watch = Watch::default();
        let mut watched = Ranges::default();
        let limits = Limits { teacher: false, no_skip };
        let (mut at, mut open) = (0, None);
        for deed in deeds {
            match (deed, open) {
                (Deed::Play(length), None) => {
                    let stop = watch.tick(&gates, at + length);
                    // Whoever stops is set on the cue.
                    let end = stop.map_or(at + length, |n: usize| gates[n].at);
                    watched.add(at, end);
                    (at, open) = (end, stop);
                }
                (Deed::Play(_), Some(_)) | (Deed::Answer, None) => {}
                (Deed::Seek(to), _) => {
                    let to = match landing(&gates, limits, &watched, at, to) {
                        Landing::There(to) | Landing::Watched(to) => to,
                        Landing::Checkpoint(n) => gates[n].at,
                    };
                    watch.seek(to);
                    (at, open) = (to, None);
                }
                (Deed::Answer, Some(n)) => {
                    gates[n].passed = true;
                    watch.leave(gates[n]);
                    open = None;
                }
            }
            prop_assert!(gates[1].passed || at <= gates[1].at, "at {}", at);
            if no_skip {
                prop_assert!(at <= watched.reach(0, SLACK), "at {}", at);
            }
        }
    }
}

/// A line that broke just behind a checkpoint: once it was back, the same question came again.
#[test]
fn what_was_left_does_not_stop_again_when_the_line_is_back() {
    let gate = Gate { at: 2_000, required: false, passed: false };
    let mut watch = Watch::default();
    assert_eq!(watch.tick(&[gate], 2_000), Some(0));
    watch.leave(gate);
    watch.resume(2_000);
    assert_eq!(watch.tick(&[gate], 2_040), None);
    watch.resume(1_000);
    assert_eq!(watch.tick(&[gate], 2_040), Some(0), "from further back it does");
}
