// Visits of pages: a fresh context and a cold cache each time. In one kind of visit a page is
// pressed until it works, for the times that a learner waits; in the other it is left alone until it
// comes to rest, for what it costs, since looking and pressing cost, too.
import { countMemory, probe, watch } from "./probe.mjs";

export const PROFILES = {
  "as it is": { slower: 1 },
  // An old phone on a poor line.
  slowed: {
    slower: 4,
    line: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  },
};
/** How long a page may take, in milliseconds; longer is a fault of the page, on any machine. */
const MOST = 300_000;
/** A page is at rest when it asked for nothing for so long, and did next to nothing. */
const REST = 400;
const BUSY = 0.1;
/** A page that never rests, as for an animation, is left after so many milliseconds. */
const RESTLESS = 6_000;

/** Parts that a bundle loads when its first screen stands. */
export const LATER = /\.lazy\.wasm(\?|$)/;

const isMedia = (path) => /\.(mp4|vtt)$/.test(path);
const isContent = (path) => path.startsWith("/content/") || path.startsWith("/pages/");
const wait = (ms) => new Promise((later) => setTimeout(later, ms));
const NOTHING = { raw: 0, gzip: 0, brotli: 0 };

/** Sums the sizes of what was loaded, without pages, content and media. */
export function weigh(files, paths, inline = NOTHING) {
  const sum = { ...inline };
  for (const path of paths) {
    if (isContent(path) || isMedia(path)) continue;
    // What is missing weighs nothing; it is a fault of its own.
    const sizes = files(path)?.sizes ?? NOTHING;
    for (const key of Object.keys(sum)) sum[key] += sizes[key];
  }
  return sum;
}

/** Follows the requests of a page; times are seconds of the browser's clock. */
function follow(session, origin) {
  const requests = new Map();
  const net = { faults: [], last: Date.now() };
  session.on("Network.requestWillBeSent", ({ requestId, request, timestamp, wallTime }) => {
    const { protocol, pathname } = new URL(request.url);
    if (protocol === "data:" || protocol === "blob:" || pathname === "/favicon.ico") return;
    net.epoch ??= wallTime - timestamp;
    net.last = Date.now();
    if (!request.url.startsWith(`${origin}/`)) net.faults.push(`asks another site: ${request.url}`);
    requests.set(requestId, { path: pathname });
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    if (!requests.has(requestId)) return;
    if (response.status >= 400) net.faults.push(`${response.status} for ${response.url}`);
    requests.get(requestId).protocol = response.protocol;
  });
  for (const event of ["Network.loadingFinished", "Network.loadingFailed"]) {
    session.on(event, ({ requestId, timestamp }) => {
      if (!requests.has(requestId)) return;
      requests.get(requestId).end = timestamp;
      net.last = Date.now();
    });
  }
  net.all = () => [...requests.values()].filter(({ path }) => !isMedia(path));
  net.rests = () => Date.now() - net.last > REST && net.all().every(({ end }) => end);
  return net;
}

async function press(session, { x, y }) {
  const mouse = (type, more) => session.send("Input.dispatchMouseEvent", { type, x, y, ...more });
  await mouse("mouseMoved");
  await mouse("mousePressed", { button: "left", clickCount: 1 });
  await mouse("mouseReleased", { button: "left", clickCount: 1 });
}

/** What the browser counts of a page. */
export async function metrics(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} does not work within ${MOST / 1000} s`)), MOST);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Opens a page as `profile` says, lets `act` measure it, and closes it; a fault of it is thrown.
 * Requests whose address fits `held` are never answered.
 */
export async function open({ browser, site, profile, held }, { name, path }, scripts, act) {
  const { slower, line } = PROFILES[profile];
  const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ignoreHTTPSErrors: true });
  try {
    context.setDefaultTimeout(MOST);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    if (slower > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
    if (line) await session.send("Network.emulateNetworkConditions", line);
    for (const [script, given] of scripts) await context.addInitScript(script, given);
    if (held) await page.route(held, () => {});
    const net = follow(session, site.origin);
    page.on("pageerror", ({ message }) => net.faults.push(message));
    const go = () => page.goto(`${site.origin}${path}`, { waitUntil: "commit" });
    const measured = await act({ page, session, net, go });
    const odd = net.all().find(({ protocol }) => protocol && protocol !== site.spoken);
    if (odd) net.faults.push(`${odd.path} came over ${odd.protocol}`);
    if (net.faults.length) throw new Error(`${name}: ${net.faults.join("; ")}`);
    return measured;
  } finally {
    await context.close();
  }
}

/** Presses what there is to press until it works: the times, and what was loaded by then. */
export function pressed(where, contender) {
  const text = (one) => one?.toString() ?? null;
  const given = { target: contender.target, works: text(contender.works), at: text(contender.at) };
  return open(where, contender, [[watch], [probe, given]], async ({ page, session, net, go }) => {
    await session.send("Runtime.enable");
    await session.send("Runtime.addBinding", { name: "benchTell" });
    const works = new Promise((done, fail) => session.on("Runtime.bindingCalled", ({ payload }) => {
      const place = JSON.parse(payload);
      if (place) press(session, place).catch(fail);
      else done();
    }));
    await go();
    await within(works, contender.name);
    if (contender.kept) await within(page.waitForFunction(contender.kept), `what ${contender.name} took`);
    const { origin, ...seen } = await page.evaluate(() => ({ ...window.seen, origin: performance.timeOrigin }));
    const moment = (origin + seen.reacted) / 1000 - net.epoch;
    const early = net.all().filter(({ end }) => end && end <= moment).map(({ path }) => path);
    return { ...seen, early: weigh(where.files, early, contender.inline) };
  });
}

/** Waits until a page works and rests: the network, and the main thread. */
export async function rest({ session, net }, works, name) {
  const begun = Date.now();
  for (let last = 0; ; ) {
    await wait(REST / 2);
    const { TaskDuration: now } = await metrics(session);
    const calm = (now - last) * 1000 < BUSY * REST / 2;
    const spent = Date.now() - begun;
    if (net.rests() && (calm || spent > RESTLESS) && (await works())) return;
    if (spent > MOST) throw new Error(`${name} does not work and rest within ${MOST / 1000} s`);
    last = now;
  }
}

/** Runs in the page: whether what there is to press stands there. */
const stands = (target) => !!target.reduce((root, selector) => {
  const found = root?.querySelector(selector);
  return found?.shadowRoot ?? found;
}, document);

/** Leaves a page alone until it rests: what it loaded, did and holds. */
export function resting(where, contender, { memory = false } = {}) {
  return open(where, contender, memory ? [[watch], [countMemory]] : [[watch]], async (opened) => {
    const { page, session, net, go } = opened;
    await go();
    const works = () => page.evaluate(contender.stands ?? stands, contender.target);
    await rest(opened, works, contender.name);
    const { TaskDuration } = await metrics(session);
    await session.send("HeapProfiler.collectGarbage");
    const { JSHeapUsedSize } = await metrics(session);
    const { shifts, blocked } = await page.evaluate(() => window.seen);
    const paths = net.all().map(({ path }) => path);
    return {
      paths, shifts, blocked, requests: paths.length, loaded: weigh(where.files, paths, contender.inline),
      busy: TaskDuration * 1000, heap: JSHeapUsedSize,
      wasm: memory ? await page.evaluate(() => window.wasmBytes()) : undefined,
    };
  });
}
