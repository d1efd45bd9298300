// Whether what measures does measure: pages with known faults and costs, before peers are judged by
// it. No check here depends on how slow the machine is, only on what no page can be quicker than.
import assert from "node:assert/strict";
import { LATER, pressed, resting } from "./measure.mjs";
import { makeFiles, start } from "./server.mjs";

const LATE = 400;
const LONG = 200;

/** A button that stands there at once, is covered for a while, and does not take the first press. */
const slow = `<button style="inline-size: 200px">Press</button><i style="position: fixed; inset: 0"></i><script>
let presses = 0;
setTimeout(() => document.querySelector("i").remove(), ${LATE});
document.querySelector("button").onclick = ({ target }) => (target.dataset.on = ++presses);</script>`;
/** A long task, a shift, and a page of WebAssembly's memory: the module is a memory and its export. */
const heavy = `<p style="block-size: 90px">One</p><p>Two</p><script>
requestAnimationFrame(() => setTimeout(() => {
  const end = performance.now() + ${LONG};
  for (let n = 0; n < 1e8 || performance.now() < end; n++) window.sum = Math.sqrt(n);
  document.querySelector("p").style.blockSize = "400px";
}, 200));
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1, 109, 2, 0];
WebAssembly.instantiate(new Uint8Array(bytes)).then(({ instance }) => (window.kept = instance));</script>`;
/** A button that counts once a part has come, or after a while without it. */
const later = `<button>Press</button><script>
const wait = new Promise((done) => setTimeout(done, ${5 * LATE}));
Promise.race([wait, fetch("/part.lazy.wasm").then((part) => part.text())]).then(() => {
  document.querySelector("button").onclick = ({ target }) => (target.dataset.on = 1);
});</script>`;
const bodies = {
  "/pages/slow.html": `<!doctype html><title>Slow</title>${slow}`,
  "/pages/heavy.html": `<!doctype html><title>Heavy</title>${heavy}`,
  "/pages/later.html": `<!doctype html><title>Later</title>${later}`,
  "/part.lazy.wasm": "later",
  "/pages/missing.html": `<!doctype html><title>Missing</title><p>One</p><script src="/not-there.js"></script>`,
  "/pages/foreign.html": `<!doctype html><title>Foreign</title><p>One</p><img src="http://127.0.0.1:9/picture.svg" alt="">`,
  "/pages/broken.html": `<!doctype html><title>Broken</title><p>One</p><script>throw new Error("on purpose")</script>`,
};

/** Throws when a measurement would be wrong. */
export async function checkMeasuring(browser) {
  const files = makeFiles({ bodies, folders: {} });
  const site = await start(files, "HTTP/1.1");
  const where = { browser, files, site, profile: "as it is" };
  const one = (name, target) => ({ name, path: `/pages/${name}.html`, target: [target] });
  try {
    const late = await pressed(where, { ...one("slow", "button"), works: (element) => element.dataset.on >= 2 });
    assert.ok(late.reacted >= LATE, "nothing reacts before it can");
    assert.ok(late.visible >= LATE, "what is covered is not pressed");
    assert.ok(late.presses >= 2, "what does not react is pressed again");
    for (const [held, bytes] of [[undefined, bodies["/part.lazy.wasm"].length], [LATER, 0]]) {
      const works = (element) => element.dataset.on === "1";
      const { early } = await pressed({ ...where, held }, { ...one("later", "button"), works });
      assert.equal(early.raw, bytes, held ? "what is held back does not come" : "what comes early counts");
    }
    const heavy = await resting(where, one("heavy", "p"), { memory: true });
    assert.ok(heavy.busy >= 50, "a long task is time on the main thread");
    assert.ok(heavy.blocked >= LONG - 50, "a long task blocks");
    assert.ok(heavy.shifts > 0, "a shift is seen");
    assert.equal(heavy.wasm, 65_536, "one page of memory");
    for (const [name, fault] of [["missing", /404 for/], ["foreign", /asks another site/], ["broken", /on purpose/]]) {
      await assert.rejects(resting(where, one(name, "p")), fault);
    }
  } finally {
    await site.close();
  }
}
