// The network is lost at each request that a widget makes, from its first file to the last one that
// an act of a learner asks for: one dry run finds them, then each in turn is refused, dropped, or
// never answered. Once the network is back, and "Try again" was pressed wherever it is offered, what
// was done is there.
import assert from "node:assert/strict";
import { after } from "node:test";
import { inTurn } from "../run/sample.mjs";
import { test } from "../run/test.mjs";
import { asksNoMore, checkSoon, hasState, ready, settled, until } from "../e2e/page.mjs";
import { note, remark, whole } from "../proof/note.mjs";
import { FALLBACK, TABLE, comeAgain, failuresOf, keptBy, open } from "./fault.mjs";
import { GAMES, WIDGETS, isKept } from "./widgets.mjs";

const PAGE = ["/page.html", "/blank.html", "/favicon.ico", "/adil/adil.js"];
const WAYS = ["404", "drop", "stall"];

/** The requests of a widget: those of its first screen, and those of the act. */
async function requestsOf(widget) {
  const seen = await open(widget);
  await ready(seen.element);
  // What loads once the first screen stands is asked for at once.
  await seen.page.waitForLoadState("networkidle");
  const asked = () => [...new Set(seen.site.asked)].filter((path) => !PAGE.includes(path));
  const opening = asked();
  await widget.act(seen);
  await seen.page.waitForLoadState("networkidle");
  const acting = asked().filter((path) => !opening.includes(path));
  await seen.close();
  return { opening, acting };
}

/** Loses one request; `back` brings the network back. */
function lose(path, way) {
  let back;
  const wait = new Promise((done) => (back = done));
  const bad = { 404: { status: 404 }, drop: { drop: true }, stall: { wait } }[way];
  return { back, fault: (asked) => (asked === path ? bad : undefined) };
}

/** Presses "Try again" wherever it is offered, the error's own and that of a notice. */
async function tryAgainEverywhere({ element }) {
  for (const button of await element.locator("[part=retry], .notice button").all()) {
    // What was mended meanwhile is gone; what goes while it is pressed keeps nobody for long.
    if (await button.isVisible()) await button.click({ timeout: 5_000 }).catch(() => {});
  }
}

/** The learner never looks at an empty place: the author's text or the widget is there. */
const checkThere = ({ element }) => checkSoon(async () =>
  (await element.locator(".base").first().isVisible()) || element.getByText(FALLBACK).isVisible(), true);

/** Presses "Try again" wherever it is offered, until something is so. */
const tryUntil = (seen, isSo) => until(async () => {
  if (await isSo()) return true;
  await tryAgainEverywhere(seen);
  // What was asked for anew has come, or failed again.
  await asksNoMore(seen.page);
  await checkSoon(() => hasState(seen.element, "loading"), false);
  return isSo();
}, "it is so once “Try again” was pressed");

/** On the way to the first screen, of a learner who was here before. */
async function loseWhileOpening(widget, path, way) {
  const { back, fault } = lose(path, way);
  const seen = await comeAgain(widget, { fault });
  await checkThere(seen);
  // What is never answered shows no end; what is refused shows one of these.
  const ends = seen.element.locator(".base").or(seen.element.locator("[part=error]"));
  await checkSoon(() => seen.site.asked.includes(path), true);
  if (way === "stall") await settled(seen.page);
  else await ends.first().waitFor();
  await checkThere(seen);
  seen.mend();
  back();
  await tryUntil(seen, () => seen.element.locator(".base").first().isVisible());
  await ready(seen.element);
  // What was said of an answer may be what was lost: it is missed where the answer is seen.
  await tryUntil(seen, () => isKept(seen));
  return seen;
}

/** While the learner acts: the act goes on once the network is back. */
async function loseWhileActing(widget, path, way) {
  const { back, fault } = lose(path, way);
  const seen = await open(widget, { fault });
  await ready(seen.element);
  let acted = false;
  const act = widget.act(seen).then(() => (acted = true));
  // Whoever waits for the act hears of its failure below; until then nobody does.
  act.catch(() => {});
  await checkSoon(() => acted || seen.site.asked.includes(path), true);
  await asksNoMore(seen.page);
  await checkThere(seen);
  seen.mend();
  back();
  await tryUntil(seen, () => acted);
  await act;
  await seen.page.reload();
  await ready(seen.element);
  await checkSoon(() => isKept(seen), true, "what was done is here");
  return seen;
}

const counts = { requests: 0, losses: 0, passed: 0 };

for (const widget of inTurn("widgets whose requests are lost", [...WIDGETS, ...GAMES])) {
  test(`the network is lost at each request of ${widget.name}`, { timeout: 900_000 }, async (t) => {
    const [{ opening, acting }] = await Promise.all([requestsOf(widget), keptBy(widget)]);
    assert.ok(opening.length >= 5, `glue, module, styles, texts and content: ${opening}`);
    const requests = [
      ...opening.map((path) => ({ path, run: loseWhileOpening })),
      ...acting.map((path) => ({ path, run: loseWhileActing })),
    ];
    // On every push each request is lost in one way; which one moves on with its place.
    const ways = (n) => (whole ? WAYS : [WAYS[n % WAYS.length]]);
    const losses = requests.flatMap((request, n) => ways(n).map((way) => ({ ...request, way })));
    const failures = await failuresOf(losses, async ({ path, way, run }) => {
      const seen = await run(widget, path, way);
      assert.deepEqual(seen.said.filter((line) => /^\w*Error: /.test(line)), [], "no script stopped");
      await seen.close();
    });
    const passed = losses.length - failures.length;
    t.diagnostic(`${requests.length} requests, lost ${losses.length} times`);
    counts.requests += requests.length;
    counts.losses += losses.length;
    counts.passed += passed;
    note(TABLE, {
      fault: `the network is lost at each of ${requests.length} requests`,
      "the learner sees": "the text between the tags or the widget, and “Try again”",
      "kept is": "what was done, once tried again", passed: `${passed} of ${losses.length}, ${widget.name}`,
    });
    assert.equal(failures.join("\n\n"), "");
  });
}

after(() => {
  const sum = `${counts.requests} requests, lost ${counts.losses} times, ${counts.passed} passed`;
  console.log(sum);
  remark(TABLE, `${sum}.`);
});
