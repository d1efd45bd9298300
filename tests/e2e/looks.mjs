// What can be seen to be wrong on a screen. Each function runs in the page, as the `look` of a
// tour, and returns sentences; `given` is what a test asks for.

/** What reaches beyond the window or its own box, so that a learner would have to scroll sideways. */
export function pokesOut({ root }) {
  const wrong = [];
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
  for (const element of root.querySelectorAll(".base, .base *")) {
    const box = element.getBoundingClientRect();
    if (!box.width || element.closest(".visually-hidden, [hidden], svg, math")) continue;
    const name = `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
    if (box.left < -0.5 || box.right > clientWidth + 0.5) {
      wrong.push(`${name} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
    }
    // Inline boxes have no width of their own to poke out of.
    if (element.clientWidth && element.scrollWidth > element.clientWidth + 1) {
      wrong.push(`in ${name} ${element.scrollWidth} px have ${element.clientWidth}`);
    }
  }
  return wrong;
}

/** What is pressed and has fewer pixels than `given.least` in a direction. */
export function tooSmall({ root, given }) {
  // Links within a sentence are as high as its line.
  const pressed = "button, select, summary, input[type=text], label";
  return [...root.querySelectorAll(pressed)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (!width || (width >= given.least && height >= given.least)) return [];
    const words = element.getAttribute("aria-label") ?? element.textContent.trim();
    const size = `${Math.round(width)}×${Math.round(height)}`;
    return [`${element.localName}.${element.className} “${words.slice(0, 30)}” has ${size} px`];
  });
}

/** Text in letters of fewer pixels than `given.least`. The number beside an option is a sign. */
export function smallType({ root, given }) {
  const walker = document.createTreeWalker(root.querySelector(".base"), NodeFilter.SHOW_TEXT);
  const wrong = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest(".visually-hidden, .key, .steps, sup, sub, option")) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const block = element.closest("[class]");
    if (size < given.least - 0.01) wrong.add(`${block.localName}.${block.className} has letters of ${size} px`);
  }
  return [...wrong];
}

/** Names of interface texts, or of their gaps, where the words should be. */
export function rawKeys({ root, given }) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const all = [...root.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label"));
  while (walker.nextNode()) all.push(walker.currentNode.data);
  const isRaw = (text) => given.keys.includes(text.trim()) || /\{\w+\}|\bundefined\b|\bNaN\b|\bnull\b/.test(text);
  return all.filter(isRaw).map((text) => `“${text}”`);
}

/** Headings that leave out a level below those of the page. */
export function headings({ root }) {
  const levels = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => Number(heading.localName[1]));
  const skips = levels.some((level, n) => level > (levels[n - 1] ?? 1) + 1);
  return !levels.length || skips || levels.includes(1) ? [`headings ${levels.join(", ")} below the page's first`] : [];
}

/** Texts that a voice would read in another language than their own. */
export function foreign({ root, given }) {
  const walker = document.createTreeWalker(root.querySelector(".base"), NodeFilter.SHOW_TEXT);
  const wrong = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    // Regions for screen readers say both in one sentence.
    if (!/\p{L}{2}/u.test(text) || element.closest("[role=status].visually-hidden")) continue;
    const isAuthors = given.authors.some((words) => text.includes(words) || (text.length > 3 && words.includes(text)));
    const lang = element.closest("[lang]").lang;
    if (lang !== (isAuthors ? given.lang : given.ours)) {
      wrong.push(`“${text.slice(0, 40)}” in ${element.localName}.${element.className} is said to be in ${lang}`);
    }
  }
  return wrong;
}

/** What moves: more than `given.most` milliseconds. */
export function moving({ root, given }) {
  const running = [...document.getAnimations(), ...root.getAnimations()].filter(({ playState }) => playState === "running");
  window.moved = (window.moved ?? 0) + running.length;
  const ends = running.map((animation) => animation.effect.getComputedTiming().endTime);
  return ends.filter((end) => end > given.most).map((end) => `something moves for ${end} ms`);
}

/** Words that cannot be told from their ground; axe is in the page. */
export async function contrast({ given }) {
  const found = await window.axe.run("adil-quiz", {
    runOnly: { type: "rule", values: [given.rule] }, rules: { [given.rule]: { enabled: true } },
    resultTypes: ["violations"],
  });
  return found.violations.flatMap(({ nodes }) => nodes.map((node) => {
    const { fgColor, bgColor, contrastRatio } = node.any[0].data;
    return `${node.target.flat().at(-1)}: ${fgColor} on ${bgColor}, ${contrastRatio}`;
  }));
}

/** A control's box on the screen is one that shows where the focus is. */
export function focusShown(root) {
  const at = root.activeElement;
  if (!at) return undefined;
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3)
      .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light(getComputedStyle(root.querySelector(".base")).backgroundColor);
  const rings = [at, at.closest("label"), at.closest("label")?.querySelector(".key")].filter(Boolean)
    .map((element) => getComputedStyle(element))
    .filter(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2)
    .map(({ outlineColor }) => light(outlineColor))
    .map((ring) => (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05));
  const words = at.getAttribute("aria-label") ?? at.closest("label")?.textContent ?? at.textContent;
  return { name: `${at.localName}.${at.className} “${words.trim().slice(0, 30)}”`, ring: Math.max(0, ...rings) };
}
