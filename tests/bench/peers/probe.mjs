// What runs in a measured page before its own scripts: `watch` in each; `probe` where it is pressed,
// which costs time of its own; `countMemory` where nothing but memory is measured.

/** Runs in the page: keeps what the browser tells of paints, shifts and long tasks. */
export function watch() {
  const seen = (window.seen = { shifts: 0, blocked: 0, presses: 0 });
  const observe = (type, take) => {
    const each = (list) => list.getEntries().forEach(take);
    new PerformanceObserver(each).observe({ type, buffered: true });
  };
  observe("layout-shift", ({ value, hadRecentInput }) => (seen.shifts += hadRecentInput ? 0 : value));
  observe("longtask", ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
  observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (seen.painted = startTime));
}

/**
 * Looks every few milliseconds whether the thing to press is there and is what a pointer would
 * hit, asks for a real press at its centre, and presses again until the page reacts.
 *
 * Runs in the page. `target` is a path of selectors through shadow roots; `works` and `at` are
 * functions as text, or null: a video works when it was told to play.
 */
export function probe({ target, works, at }) {
  const LOOK = 8;
  /** After a press without effect the next one follows so many milliseconds later. */
  const AGAIN = 60;
  /** A press that never arrived is given up after so many. */
  const LOST = 1_000;

  let media;
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    media ??= this;
    return play.call(this);
  };
  const find = () => {
    let root = document;
    let found;
    for (const selector of target) {
      found = root?.querySelector(selector);
      root = found?.shadowRoot;
    }
    return found;
  };
  const worksHere = works && eval(`(${works})`);
  const atHere = at ? eval(`(${at})`) : (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const reacts = () => {
    if (works) return pressed?.isConnected && worksHere(pressed);
    // The browser's own controls call no method that a page can see.
    if (pressed instanceof HTMLMediaElement && !pressed.paused) media ??= pressed;
    return !!media;
  };

  const hits = (element, x, y) => {
    let hit = document.elementFromPoint(x, y);
    for (let inner = hit; inner; ) {
      hit = inner;
      inner = hit.shadowRoot?.elementFromPoint(x, y);
      if (inner === hit) break;
    }
    return !!hit && (element === hit || element.contains(hit) || element.shadowRoot?.contains(hit));
  };
  const aim = () => {
    const element = find();
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) return;
    const [x, y] = atHere(box);
    if (!hits(element, x, y)) return;
    pressed = element;
    return { x, y };
  };

  const { seen } = window;
  let pressed;
  let next = 0;
  addEventListener("mouseup", () => (next = performance.now() + AGAIN), true);
  const look = () => {
    const now = performance.now();
    if (reacts()) seen.reacted ??= now;
    // On a busy machine a press may come so late that the next one takes it back.
    if (seen.reacted === undefined || (media?.paused && !media.currentTime)) {
      const place = now >= next && aim();
      if (place) {
        seen.visible ??= now;
        seen.presses++;
        next = now + LOST;
        window.benchTell(JSON.stringify(place));
      }
    } else if (works || media.currentTime > 0) {
      seen.running ??= now;
      // The browser tells of a paint a little later than of a press.
      if (seen.painted !== undefined) return window.benchTell("null");
    }
    setTimeout(look, LOOK);
  };
  // The first document of a window is blank.
  if (location.protocol !== "about:") look();
}

/** Runs in the page: counts the memory of WebAssembly, for the figure of memory alone. */
export function countMemory() {
  const memories = new Set();
  const keep = (result) => {
    const { exports } = result.instance ?? result;
    for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) memories.add(one);
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => original(...given).then(keep);
  }
  window.wasmBytes = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
