// What runs in a page whose transcript is written: it keeps each announcement of a live region, and
// takes away what differs from day to day and from device to device.

/** The moment at which all transcripts are made: a Monday morning in a school year. */
export const NOW = Date.UTC(2026, 9, 5, 9, 0, 0);

/** Runs in the page: a fixed day, a fixed chance, and a device with a voice for each language. */
export function standStill(now) {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given) {
      if (given.length) super(...given);
      else super(now);
    }
    static now() {
      return now;
    }
  };
  let state = 1;
  const roll = () => (state = (state * 48_271) % 2_147_483_647);
  Math.random = () => roll() / 2_147_483_647;
  crypto.getRandomValues = (bytes) => bytes.map((_, n, all) => (all[n] = roll()));
  const voices = ["en-GB", "ar-EG"].map((lang) => ({ lang, name: lang, localService: true, default: false }));
  if (window.SpeechSynthesis) SpeechSynthesis.prototype.getVoices = () => voices;
}

/**
 * Runs in the page: keeps what live regions say. A region that was in the page before its text is
 * read aloud when the text changes; one that comes with its text (`fresh`) is not by all readers.
 */
export function keepAnnouncements() {
  const LIVE = "[aria-live], [role=status], [role=alert], [role=log], output";
  const known = new WeakMap();
  let said = [];
  window.takeAnnouncements = () => [said, (said = [])][0];

  const parentOf = (node) => node.parentElement ?? node.getRootNode().host;
  const regionOf = (node) => {
    for (let at = node.nodeType === 1 ? node : node.parentElement; at; at = parentOf(at)) if (at.matches(LIVE)) return at;
  };
  const langOf = (node) => {
    for (let at = node; at; at = parentOf(at)) if (at.lang) return at.lang;
    return "";
  };
  /** The words of a region, each run with its language. */
  const runsOf = (node, runs = []) => {
    if (node.nodeType === 3) {
      const lang = langOf(node.parentElement);
      const last = runs.at(-1);
      if (last?.lang === lang) last.words += node.data;
      else runs.push({ lang, words: node.data });
    } else if (node.nodeType === 1 && node.ariaHidden !== "true" && node.checkVisibility({ visibilityProperty: true })) {
      const apart = !getComputedStyle(node).display.startsWith("inline");
      if (apart && runs.length) runs.at(-1).words += " ";
      if (node.localName === "img" && node.alt) runs.push({ lang: langOf(node), words: node.alt });
      const children = node.localName === "slot" ? node.assignedNodes() : node.childNodes;
      for (const child of children) runsOf(child, runs);
      if (apart && runs.length) runs.at(-1).words += " ";
    }
    return runs;
  };
  const speak = (region) => {
    if (!region.isConnected || region.ariaLive === "off") return;
    const runs = runsOf(region).map(({ lang, words }) => ({ lang, words: words.replace(/\s+/g, " ").trim() }))
      .filter(({ words }) => words);
    const text = runs.map(({ words }) => words).join(" ");
    const before = known.get(region);
    known.set(region, text);
    const rude = region.ariaLive === "assertive" || region.role === "alert";
    // A count that stands on the screen from the start is no announcement.
    if (before === undefined && region.localName === "output") return;
    if (text && text !== before) said.push({ text, runs, around: langOf(region), fresh: before === undefined, rude });
  };
  const inside = (node) => (node.nodeType === 1 ? [node, ...node.querySelectorAll(LIVE)].filter((one) => one.matches(LIVE)) : []);
  const hear = (records) => {
    const touched = new Set();
    for (const { target, type, addedNodes } of records) {
      touched.add(regionOf(target));
      for (const node of type === "attributes" ? [target] : addedNodes) inside(node).forEach((region) => touched.add(region));
    }
    touched.delete(undefined);
    touched.forEach(speak);
  };
  const watch = (root) => new MutationObserver(hear).observe(root, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden", "aria-hidden"],
  });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    return root;
  };
}
