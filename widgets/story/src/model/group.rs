//! A group at one device: everyone has a part in each scene, and the parts go round.

adil::words! {
    /// What one of a group does in a scene.
    pub enum Role {
        /// Reads the scene aloud.
        "read" Read,
        /// Speaks for those who are not here.
        "speak" Speak,
        /// Says what could go wrong.
        "doubt" Doubt,
        /// Keeps the reason in a sentence.
        "note" Note,
        /// Hears everyone, and decides.
        "decide" Decide,
    }
}

/// The fewest people of a group.
pub const FEWEST: usize = 2;

/// The most people of a group: one more, and somebody only watches.
pub const MOST: usize = 5;

/// How many a group has that has not said so.
pub const USUAL: usize = 4;

/// What the people of a group do, in the order of their numbers: somebody always reads, and
/// somebody else decides. With each turn the parts move on by one.
pub fn roles(people: usize, turn: usize) -> Vec<Role> {
    let all: &[Role] = match people {
        0..=2 => &[Role::Read, Role::Decide],
        3 => &[Role::Read, Role::Doubt, Role::Decide],
        4 => &[Role::Read, Role::Speak, Role::Doubt, Role::Decide],
        _ => &[Role::Read, Role::Speak, Role::Doubt, Role::Note, Role::Decide],
    };
    let count = all.len();
    (0..count).map(|person| all[(person + count - turn % count) % count]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_does_everything_once_before_anyone_does_it_again() {
        for people in FEWEST..=MOST {
            for person in 0..people {
                let mut had: Vec<_> =
                    (0..people).map(|n| roles(people, n)[person].word()).collect();
                had.sort_unstable();
                let mut all: Vec<_> = roles(people, 0).iter().map(|role| role.word()).collect();
                all.sort_unstable();
                assert_eq!(had, all, "{person} of {people}");
            }
            assert_eq!(roles(people, people), roles(people, 0));
        }
    }

    #[test]
    fn one_reads_and_another_one_decides() {
        for (people, turn) in (FEWEST..=MOST).flat_map(|n| (0..7).map(move |turn| (n, turn))) {
            let roles = roles(people, turn);
            assert_eq!(roles.len(), people);
            let of = |which| roles.iter().filter(|role| **role == which).count();
            assert_eq!((of(Role::Read), of(Role::Decide)), (1, 1));
        }
        assert_eq!(roles(4, 1)[1], Role::Read, "the next one reads the next scene");
    }
}
