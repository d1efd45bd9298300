// What the project promised, against what was found. A target that is missed is printed as missed
// and fails nothing: machines are noisy, and the page of proofs is honest.
import { COLUMNS, columnsOf, figures, grouped, ratio, say } from "./table.mjs";

export const BYTES = (value) => `${grouped(value)} bytes`;
const TIMES = (value) => value.toFixed(2);

/** Prints and notes one target. */
export function target(title, words, found, most, show) {
  say(title, `${found <= most ? "Met" : "Missed"}: ${words}: ${show(found)}, at most ${show(most)}.`);
}

/** How many times one contender's figures are another's. */
const times = (one, other, column) => ratio(figures(one, column), figures(other, column));

const peersOf = (runs) => runs.filter(({ ours, floor }) => !ours && !floor);
const floorOf = (runs) => runs.find(({ floor }) => floor);

/** The peer that leaves the least room in a column, and our ratio to it. */
function closest(runs, column) {
  const [ours] = runs;
  const found = peersOf(runs).map((peer) => ({ name: peer.name, times: times(ours, peer, column) }));
  return found.toSorted((a, b) => b.times - a.times)[0];
}

/** Names every column in which a peer is ahead. */
function standing(title, kind, runs) {
  const [ours] = runs;
  const columns = columnsOf(kind, runs);
  const behind = columns.flatMap((column) => {
    const ahead = peersOf(runs).filter((peer) => times(ours, peer, column) > 1);
    return ahead.length ? [`${column.title} (${ahead.map(({ name }) => name).join("; ")})`] : [];
  });
  const words = `ahead of every peer, or level, in ${columns.length - behind.length} of ${columns.length} columns`;
  say(title, behind.length ? `Missed: ${words}. Ahead of Adil: ${behind.join(", ")}.` : `Met: ${words}.`);
}

function toPeers(title, words, most, runs, column) {
  const best = closest(runs, column);
  target(title, `${words}, times that of the best peer (${best.name})`, best.times, most, TIMES);
  // The best of what peers' documentation offers, where the very best was put together by hand.
  const offered = runs.filter(({ tailored }) => !tailored);
  if (offered.length === runs.length) return;
  const other = closest(offered, column);
  if (other.name === best.name) return;
  target(title, `${words}, times that of the best peer as it is offered (${other.name})`, other.times, most, TIMES);
}

/** All targets that one table of quizzes decides. */
export function quizTargets(title, profile, runs) {
  standing(title, "quiz", runs);
  if (profile !== "slowed") return;
  const [ours] = runs;
  target(title, "a page with a quiz until the first answer is taken, brotli", ours.needed, 70_000, BYTES);
  toPeers(title, "time until the first answer is taken", 0.7, runs, COLUMNS.REACTED);
  const toFloor = times(ours, floorOf(runs), COLUMNS.REACTED);
  target(title, "time until the first answer is taken, times that of the floor", toFloor, 2.5, TIMES);
  if (ours.rests.length) toPeers(title, "time on the main thread until the page rests", 0.7, runs, COLUMNS.BUSY);
}

/** All targets that one table of videos decides. */
export function videoTargets(title, profile, runs) {
  standing(title, "video", runs);
  if (profile !== "slowed") return;
  const [ours] = runs;
  target(title, "a page with a video until its button works, brotli", ours.needed, 80_000, BYTES);
}

/** What one more kind of widget may cost on a page. */
export const MORE = 40_000;
