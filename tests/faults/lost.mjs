// What of a walk is lost: the widgets told the page of it, and it does not lie in the storage.

/** The runs that lie in the storage, by their keys without the sign of the content's address. */
export const runsOf = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)
  .filter(([key]) => key.startsWith("adil/"))
  .map(([key, text]) => [key.replace(/@\d+/, ""), JSON.parse(text).run])));

const PLEDGE = "adil/pledge/my-pledge/pledge/pledge";
const keyOf = ({ widget, contentId, mode }, id) => `adil/${widget}/${contentId}/${mode}/${id}`;

/** What a widget shows of itself by its states. */
const statesOf = (page) => page.evaluate(() => Object.fromEntries([...document.querySelectorAll(".walked")]
  .map((element) => [element.id, {
    mode: element.getAttribute("mode") ?? "", pledged: element.matches(":state(pledged)"),
    started: element.matches(":state(started)"),
  }])));

/** What one told act left behind, as far as it was one of a run that still is. */
function leftOf({ name, on, detail }, runs) {
  const run = runs[keyOf(detail, on)];
  if (name === "answer" && run?.id === detail.run) {
    return { kept: run.answers.find(({ item }) => item === detail.itemId) ?? {} };
  }
  // A lesson has one run for good.
  if (name === "checkpoint") return { kept: run?.answered.find(({ id }) => id === detail.checkpointId) ?? {} };
  return {};
}

/** What was told and does not lie in the storage, in words; nothing may be about to change. */
export async function lostOf(page, told) {
  const [runs, states] = [await runsOf(page), await statesOf(page)];
  const found = told.flatMap((act) => {
    const { kept } = leftOf(act, runs);
    return kept && !(kept.tries >= act.detail.tries) ? [`${JSON.stringify(act)}, kept ${JSON.stringify(kept)}`] : [];
  });
  for (const id of ["quiz", "timed"]) {
    // A run that was begun anew has no answers yet; one that goes on is the one that was told last.
    const { mode, started } = states[id];
    const last = told.findLast((act) => act.on === id && ["start", "answer"].includes(act.name));
    if (!started || last?.detail.mode !== (mode || "learn")) continue;
    const run = runs[keyOf(last.detail, id)];
    if (run?.id !== last.detail.run) found.push(`the run of ${JSON.stringify(last)}, kept ${JSON.stringify(run)}`);
  }
  if (states.pledge.mode === "" && states.pledge.pledged !== PLEDGE in runs) {
    found.push(`a pledge that is shown as ${states.pledge.pledged ? "made" : "not made"} and kept otherwise`);
  }
  return found;
}

/** What of a run may not change when its page is loaded anew. */
export const doneIn = (run) =>
  run?.answers?.map(({ item, response, tries }) => ({ item, response, tries })) ?? run?.answered ?? run?.clauses ?? run;

/** Whether the pledge that the storage has, or has not, is the one that is shown. */
export const isPledgeShown = async (page, runs) =>
  (await statesOf(page)).pledge.pledged === PLEDGE in runs;
