// A transcript: what someone is told who goes through a widget by keyboard and screen reader, written
// down like a play. Keys are the pupil's lines, all else is what is heard.
import assert from "node:assert/strict";
import { LIMIT } from "../run/wait.mjs";
import { until } from "./page.mjs";
import { browse, contextOf, isWithin, readTree, recordOf } from "./transcript-tree.mjs";
import { written } from "./transcript-words.mjs";

/** Runs in the page: waits until no key or timer changes anything from one picture to the next. */
async function restsInPage(limit) {
  const parts = [];
  const add = (root) => {
    parts.push(root.innerHTML, root.activeElement?.outerHTML ?? "");
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) add(one.shadowRoot);
      if (one.matches("input, select, textarea")) parts.push(`${one.checked}${one.value}`);
    }
  };
  const stateOf = () => {
    parts.length = 0;
    add(document.body);
    add(document);
    return parts.join("\n");
  };
  const { port1, port2 } = new MessageChannel();
  const frame = () => new Promise((done) => {
    port1.onmessage = done;
    requestAnimationFrame(() => port2.postMessage(0));
  });
  for (let before, end = performance.now() + limit; performance.now() < end;) {
    await frame();
    const now = stateOf();
    if (now === before) return true;
    before = now;
  }
  return false;
}

/** Runs in the page: whether anything but the page itself has the focus. */
function hasFocus() {
  let active = document.activeElement;
  while (active?.shadowRoot) active = active.shadowRoot.activeElement;
  return Boolean(active) && active !== document.body;
}

/** Runs in the page: whether an element stands before the one that has the focus. */
function isBehindUs(goal) {
  const path = (node) => (node.getRootNode().host ? [...path(node.getRootNode().host), node] : [node]);
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!active || active === document.body) return false;
  const [ours, goals] = [path(active), path(goal)];
  const at = ours.findIndex((node, n) => node !== goals[n]);
  if (at < 0 || !goals[at]) return false;
  return Boolean(ours[at].compareDocumentPosition(goals[at]) & Node.DOCUMENT_POSITION_PRECEDING);
}

/** Starts the transcript of the first widget of a page. */
export async function startTranscript(page, tag, lang) {
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  const records = [];
  let last, context = [];

  const rest = async () => {
    if (!(await page.evaluate(restsInPage, LIMIT))) throw new Error("the page comes to no rest");
  };
  const announcements = async () => {
    for (const said of await page.evaluate(() => window.takeAnnouncements())) records.push({ kind: "says", ...said });
  };
  /** The tree; it may tell a moment later than the document where the focus is. */
  const treeWithFocus = async () => {
    for (let turn = 0; ; turn++) {
      const tree = await readTree(session);
      if (tree.focused || turn > 9 || !(await page.evaluate(hasFocus))) return tree;
    }
  };
  const focus = async () => {
    const { focused } = await treeWithFocus();
    const isHere = focused && isWithin(focused, tag);
    const now = isHere ? recordOf(focused) : undefined;
    const within = isHere ? contextOf(focused, tag) : [];
    const before = new Set(context.map(({ id }) => id));
    const entered = within.filter(({ id, name, count }) => !before.has(id) && (name || count));
    const stays = now && last?.id === now.id;
    const same = stays && JSON.stringify(now) === JSON.stringify(last);
    if (isHere && !same) records.push({ kind: "focus", stays, entered, within, ...now });
    const told = records.at(-1)?.kind === "lost" || (records.at(-1)?.kind === "says" && !last);
    if (!isHere && !told) records.push({ kind: "lost", elsewhere: focused ? recordOf(focused) : undefined });
    [last, context] = [now, within];
    return now;
  };
  /** Writes down what came of an act. */
  const hear = async (wait = rest) => {
    await wait();
    // What moves the focus speaks first, as readers do.
    const now = await focus();
    await announcements();
    return now;
  };
  const press = async (key, { wait } = {}) => {
    records.push({ kind: "key", key: key === " " ? "Space" : key });
    await page.keyboard.press(key);
    return hear(wait);
  };
  /** Whether what has this name stands before the focus. */
  const isBefore = async (name) => {
    const { root, focused } = await readTree(session);
    const all = [];
    const walk = (node) => {
      all.push(node);
      node.children.forEach(walk);
    };
    walk(root);
    const at = all.findIndex((node) => node.name === name && node.more.focusable);
    return at >= 0 && at < all.indexOf(focused);
  };
  /** Goes by Tab, or back by Shift and Tab, to one of these elements or to what has this name. */
  const tabTo = async (goal) => {
    const named = typeof goal === "string";
    const isThere = () => (named ? last?.name === goal
      : goal.evaluateAll((all) => all.some((one) => (one.closest("button, summary") ?? one).matches(":focus"))));
    const key = (await (named ? isBefore(goal) : goal.first().evaluate(isBehindUs))) ? "Shift+Tab" : "Tab";
    let n = 0;
    while (n++ < 40 && !(await isThere())) {
      // Nothing of the widget follows beyond its end.
      if (!(await press(key)) && n > 2) break;
    }
    if (!(await isThere())) assert.fail(`${key} reaches ${goal}:\n${written(records, lang).split("\n").slice(-40).join("\n")}`);
  };

  return {
    page, lang, records, rest, hear, press, tabTo,
    text: () => written(records, lang),
    /** Goes to something and presses it. */
    pressOn: async (goal, key = "Enter", options) => {
      await tabTo(goal);
      return press(key, options);
    },
    type: async (text) => {
      records.push({ kind: "types", text });
      await page.keyboard.type(text);
      return hear();
    },
    /** Something happens that no key of the pupil's did. */
    meanwhile: async (what, act) => {
      records.push({ kind: "meanwhile", what });
      await act();
      return hear();
    },
    /** Reads the whole screen from its start to its end; `same` where it is the last one, changed. */
    screen: async (name, { same = false } = {}) => {
      await rest();
      await announcements();
      const { root } = await readTree(session);
      records.push({ kind: "screen", name, same, lines: browse(root, tag) });
    },
    /** Waits for what comes a moment later. */
    wait: async (isSo, what) => {
      await until(isSo, what);
      return hear();
    },
  };
}
