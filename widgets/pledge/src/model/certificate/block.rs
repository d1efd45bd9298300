//! Marks that stand together, and how they follow one another down a page.

use super::mark::Mark;

/// Marks that stand together, from their upper edge at zero.
#[derive(Default)]
pub struct Block {
    pub(super) marks: Vec<Mark>,
    pub(super) height: f64,
}

impl Block {
    /// Adds another one below.
    pub(super) fn add(&mut self, gap: f64, below: Block) {
        let top = if self.marks.is_empty() { 0.0 } else { self.height + gap };
        self.height = top + below.height;
        self.marks.extend(below.at(top));
    }

    fn at(self, top: f64) -> impl Iterator<Item = Mark> {
        self.marks.into_iter().map(move |mut mark| {
            mark.lower(top);
            mark
        })
    }
}

/// The blocks of a page from top to bottom, and the gaps before them.
pub struct Flow {
    pub(super) head: Block,
    pub(super) lead: Block,
    pub(super) clauses: Vec<Block>,
    pub(super) footer: Block,
    pub(super) gaps: Gaps,
}

/// The gaps before the blocks of a page.
pub struct Gaps {
    pub(super) above: f64,
    pub(super) lead: f64,
    pub(super) clauses: f64,
    pub(super) between: f64,
}

impl Flow {
    /// What the blocks above the foot need.
    pub fn needed(&self) -> f64 {
        let between = self.gaps.between * (self.clauses.len() as f64 - 1.0);
        let clauses: f64 = self.clauses.iter().map(|block| block.height).sum();
        let context = self.gaps.above + self.gaps.clauses;
        let lead = if self.lead.marks.is_empty() { 0.0 } else { self.gaps.lead };
        context + lead + self.head.height + self.lead.height + clauses + between
    }

    /// Gives room that is left to the gaps: some between the clauses, the rest around them.
    pub fn spread(&mut self, room: f64) {
        let inner = self.clauses.len() as f64 - 1.0;
        let first = self.clauses.first().map_or(0.0, |block| block.height);
        let between = if inner > 0.0 { (room * 0.5 / inner).min(first * 0.6 + 2.0) } else { 0.0 };
        let rest = room - between * inner;
        self.gaps.between += between;
        self.gaps.above += rest * 0.22;
        self.gaps.lead += rest * 0.1;
        self.gaps.clauses += rest * 0.24;
    }

    /// What stands between the foot and the lines below it.
    fn footer_gap(&self) -> f64 {
        if self.footer.marks.is_empty() { 0.0 } else { 5.0 }
    }

    /// How much the lines below the foot take.
    pub fn below_foot(&self) -> f64 {
        self.footer.height + self.footer_gap()
    }

    /// The marks of all blocks, between the upper and the lower margin.
    pub fn place(self, top: f64, bottom: f64) -> Vec<Mark> {
        let Flow { head, lead, clauses, footer, gaps } = self;
        let mut all = Block::default();
        all.add(0.0, head);
        if !lead.marks.is_empty() {
            all.add(gaps.lead, lead);
        }
        for (n, clause) in clauses.into_iter().enumerate() {
            all.add(if n == 0 { gaps.clauses } else { gaps.between }, clause);
        }
        let footer_top = bottom - footer.height;
        all.at(top + gaps.above).chain(footer.at(footer_top)).collect()
    }
}
