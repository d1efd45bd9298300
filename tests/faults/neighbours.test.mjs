// What else is on the page: other scripts and styles, another version of ours, and many elements that
// come and go.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "../run/test.mjs";
import { DIST, checkSoon, ready, settled } from "../e2e/page.mjs";
import { note, whole } from "../proof/note.mjs";
import { TABLE, comeAgain, failuresOf, fault, open, tag } from "./fault.mjs";
import { HEADS } from "./habits.mjs";
import { WIDGETS } from "./widgets.mjs";

const WIDGET = "the widget";
const DONE = "what was done";

/** A first visit, in which the act was done. */
async function comeAndAct(widget, options) {
  const seen = await open(widget, options);
  await ready(seen.element);
  await widget.act(seen);
  return seen;
}

for (const [name, head] of Object.entries(HEADS)) {
  fault(`the page has ${name}`, { sees: WIDGET, keeps: DONE }, (widget) =>
    comeAndAct(widget, { page: { head } }));
}

// What elements inherit reaches through shadow roots, unless it is set anew there.
const INHERITED = {
  textIndent: "-999em", whiteSpace: "nowrap", textShadow: "rgb(0, 0, 0) 0px 0px 9px",
  webkitTextFillColor: "rgba(0, 0, 0, 0)", wordBreak: "break-all", writingMode: "vertical-rl",
  letterSpacing: "9px", wordSpacing: "9px", textTransform: "uppercase", fontStyle: "italic",
  fontVariantCaps: "small-caps", lineHeight: "2px", color: "rgb(1, 2, 3)", textAlign: "right",
};
test("what the page's text looks like is no affair of a widget's text", async () => {
  const dashed = (name) => name.replace(/^webkit/, "Webkit").replace(/[A-Z]/g, "-$&").toLowerCase();
  const css = Object.entries(INHERITED).map(([name, value]) => `${dashed(name)}: ${value}`);
  const failures = await failuresOf(WIDGETS, async (widget) => {
    const seen = await open(widget, { page: { head: `<style>main { ${css.join("; ")} }</style>` } });
    await ready(seen.element);
    const reached = await seen.element.evaluate((element, names) => {
      const [page, ours] = [element.parentNode, element.shadowRoot.querySelector(".title")];
      const [above, below] = [page, ours].map((one) => getComputedStyle(one));
      return names.filter((name) => above[name] === below[name]);
    }, Object.keys(INHERITED));
    assert.deepEqual(reached, [], "no property of the page's text reaches the title");
    await seen.close();
  });
  assert.equal(failures.join("\n\n"), "");
});

const OLD = readFileSync(`${DIST}/adil.js`, "utf8").replace(/\?v=\w+/, "?v=0ld");
const scriptTag = (src) => `<script type="module" src="${src}"></script>`;
const copies = {
  first: { head: scriptTag("/old/adil.js") },
  last: { script: "", head: scriptTag("/adil/adil.js") + scriptTag("/old/adil.js") },
};
for (const [place, page] of Object.entries(copies)) {
  fault(`another version of the script is on the page, ${place}`, { sees: WIDGET, keeps: DONE }, (widget) =>
    comeAgain(widget, {
      page,
      fault: (path) => {
        if (path === "/old/adil.js") return { body: OLD };
        return path.startsWith("/old/") ? { body: readFileSync(`${DIST}/${path.slice(5)}`) } : undefined;
      },
    }));
}

/** What WebAssembly's memory grows by, in bytes. */
const PAGE_OF_MEMORY = 65_536;
/** What the page's own heap may grow by for each element, in bytes: the record that a test keeps of
 * each one's event, and in a short run the heap's own 100 kB up and down besides. */
const HEAP_PER_ELEMENT = whole ? 1_000 : 3_000;
const ROUNDS = whole ? [2_000, 1_000] : [150, 100];
for (const widget of WIDGETS) {
  const all = ROUNDS[0] + ROUNDS[1];
  test(`${all} elements come and go and leave nothing behind: ${widget.name}`, { timeout: 600_000 }, async () => {
    const seen = await open(widget, { init: [countAll], attributes: { storage: "none" } });
    await ready(seen.element);
    const inspector = await seen.context.newCDPSession(seen.page);
    const collected = async () => {
      await inspector.send("HeapProfiler.collectGarbage");
      // What was collected is told a moment later.
      await settled(seen.page);
      return seen.page.evaluate(() => window.counts.functions);
    };
    const held = async () => {
      let [functions, before] = [await collected()];
      do [before, functions] = [functions, await collected()]; while (functions < before);
      const { usedSize: heap } = await inspector.send("Runtime.getHeapUsage");
      return { heap, functions };
    };
    const rounds = (times) => seen.page.evaluate(async ([times, tag]) => {
      for (let n = 0; n < times; n++) {
        const place = document.body.appendChild(document.createElement("div"));
        place.innerHTML = tag;
        const there = new Promise((done) => place.addEventListener("adil-ready", done, { once: true }));
        await there;
        place.remove();
        await new Promise((later) => setTimeout(later));
      }
      const { listeners, timers, memories } = window.counts;
      return { listeners, timers, memory: Math.max(...memories.map((memory) => memory.buffer.byteLength)) };
    }, [times, tag(widget, { storage: "none", id: undefined })]);
    const { memory: early, ...before } = await rounds(ROUNDS[0]);
    const heldBefore = await held();
    const { memory: late, ...after } = await rounds(ROUNDS[1]);
    assert.deepEqual(after, before);
    assert.deepEqual(seen.said, [], "and none of them stopped after it went");
    // On a busy machine more of them end at once than ever before, once, and need a page more.
    assert.ok(late - early <= PAGE_OF_MEMORY, `${late - early} bytes more`);
    // A timer that was forgotten kept its function for good, 500 bytes for each lesson that went.
    const more = async () => {
      const { heap, functions } = await held();
      return { functions: functions - heldBefore.functions, bytes: (heap - heldBefore.heap) / ROUNDS[1] };
    };
    // Garbage is not always collected at the first wish.
    const isLittle = ({ functions, bytes }) => functions < ROUNDS[1] / 10 && bytes < HEAP_PER_ELEMENT;
    await checkSoon(async () => {
      const found = await more();
      return isLittle(found) ? "little" : found;
    }, "little");
    note(TABLE, {
      fault: `${all} elements come and go`, "the learner sees": WIDGET,
      "kept is": "no listener, no timer, no memory, and less than a kilobyte of what the test itself notes", passed: widget.name,
    });
    await seen.close();
  });
}

/** Runs in the page: counts listeners of window and document, timers, functions that live, and memory of modules. */
function countAll() {
  const counts = (window.counts = { listeners: 0, timers: 0, functions: 0, memories: [] });
  const gone = new FinalizationRegistry(() => counts.functions--);
  const known = new WeakSet();
  const count = (given) => {
    if (typeof given !== "function" || known.has(given)) return;
    known.add(given);
    gone.register(given);
    counts.functions++;
  };
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame"]) {
    const before = window[name];
    window[name] = (act, ...given) => (count(act), before(act, ...given));
  }
  const { addEventListener: listen } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (name, act, ...given) {
    count(act);
    return listen.call(this, name, act, ...given);
  };
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (...given) => (counts.listeners++, addEventListener.apply(target, given));
    target.removeEventListener = (...given) => (counts.listeners--, removeEventListener.apply(target, given));
  }
  const { setInterval, clearInterval } = window;
  window.setInterval = (...given) => (counts.timers++, setInterval(...given));
  window.clearInterval = (id) => (id && counts.timers--, clearInterval(id));
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const result = await instantiate(...given);
    const isMemory = (value) => value instanceof WebAssembly.Memory;
    counts.memories.push(...Object.values(result.instance.exports).filter(isMemory));
    return result;
  };
}
