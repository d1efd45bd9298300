// What can be seen to be wrong on a screen. Each function runs in the page, as the `look` of a
// tour, and returns sentences; `given` is what a test asks for.

/** What reaches beyond the window or its own box, so that a learner would have to scroll sideways. */
export function pokesOut({ root }) {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wrong = new Map();
  // What is wider than a box that scrolls is reached within it; in a box of one pixel it is only said.
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX) || element.offsetWidth === 1;
  const boxes = [...root.querySelectorAll(".base *")].filter(scrolls);
  for (const element of root.querySelectorAll(".base, .base *")) {
    if (boxes.some((box) => box !== element && box.contains(element))) continue;
    const box = element.getBoundingClientRect();
    if (!box.width || element.closest(".visually-hidden, [hidden], svg, math")) continue;
    const outside = box.left < -0.5 || box.right > clientWidth + 0.5;
    // Inline boxes have no width of their own to poke out of; a list cuts the words that are chosen.
    const poking = element.localName !== "select" && !boxes.includes(element) && element.clientWidth && element.scrollWidth > element.clientWidth + 1;
    if (outside) wrong.set(element, `reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
    else if (poking) wrong.set(element, `has ${element.clientWidth} px for ${element.scrollWidth}`);
  }
  // What stands around is as wide as what stands in it.
  const isInnermost = ([element]) => ![...wrong.keys()].some((other) => other !== element && element.contains(other));
  const named = ([element, what]) => {
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
    return `${element.localName}.${element.className} “${words}” ${what}`;
  };
  const found = [...wrong].filter(isInnermost).map(named);
  if (!found.length && scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide`);
  return found;
}

/** What is pressed and has fewer pixels than `given.least` in a direction. */
export function tooSmall({ root, given }) {
  // Links within a sentence are as high as its line; a test may ask for others.
  const pressed = `button, select, summary, input[type=text], label${given.more ? `, ${given.more}` : ""}`;
  return [...root.querySelectorAll(pressed)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (!width || (width >= given.least && height >= given.least)) return [];
    const words = element.getAttribute("aria-label") ?? element.textContent.trim();
    const size = `${Math.round(width)}×${Math.round(height)}`;
    return [`${element.localName}.${element.className} “${words.slice(0, 30)}” has ${size} px`];
  });
}

/**
 * Text in letters of fewer pixels than `given.least`: all but numbers that are signs, the place in
 * the quiz, and publications, which are for adults.
 */
export function smallType({ root, given }) {
  const walker = document.createTreeWalker(root.querySelector(".base"), NodeFilter.SHOW_TEXT);
  const beside = ".visually-hidden, .key, .steps, .count, .sources, .jump, sup, sub, option";
  const wrong = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    if (!text || element.closest(beside)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize);
    const { localName, className } = element.closest(":not(.words, .text)[class]");
    if (size < given.least - 0.01) wrong.push(`${localName}.${className} “${text}” has letters of ${size} px`);
  }
  return wrong;
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
      wrong.push(`${element.localName}.${element.className} “${text.slice(0, 40)}” is said to be in ${lang}`);
    }
  }
  return wrong;
}

/** What moves: more than `given.most` milliseconds. */
export function moving({ root, given }) {
  const all = [...document.getAnimations(), ...root.getAnimations()];
  const running = all.filter(({ playState }) => playState === "running");
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
    return `${fgColor} on ${bgColor} “${node.target.flat().at(-1)}” ${contrastRatio}`;
  }));
}

/**
 * What tells how an element stands, beside its words: borders, rings, signs. Colours count only
 * where `colours` asks for them, as among the few that a learner has chosen for all pages.
 */
export function marksOf(element, colours) {
  const parts = [element, ...element.querySelectorAll(".key, .icon")];
  return JSON.stringify(parts.map((part) => {
    const style = getComputedStyle(part);
    const ring = style.outlineStyle === "none" ? "" : style.outlineStyle + style.outlineWidth;
    const border = style.borderTopStyle === "none" ? "" : style.borderTopStyle + style.borderTopWidth;
    // On a ground of the learner's own, what shines through has the same colour.
    const opaque = (colour) => colour.replace(/rgba\((.*), [\d.]+\)/, "rgb($1)");
    const paint = colours ? [style.backgroundColor, border && style.borderTopColor, style.fill].map(opaque) : [];
    const path = part.querySelector(":scope > path")?.getAttribute("d");
    return [border, ring, style.textDecorationLine, getComputedStyle(part, "::after").content, path, ...paint];
  }));
}

/** Where the focus is, and how far its ring stands out from the ground: 3 to 1 or more can be seen. */
export function focusShown(root) {
  const at = root.activeElement;
  if (!at) return undefined;
  const { painted, contrast } = window.colours;
  const ground = painted(getComputedStyle(root.querySelector(".base")).backgroundColor);
  const rings = [at, at.closest("label"), at.closest("label")?.querySelector(".key")].filter(Boolean)
    .map((element) => getComputedStyle(element))
    .filter(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2)
    .map(({ outlineColor }) => contrast(painted(outlineColor), ground));
  const words = at.getAttribute("aria-label") ?? at.closest("label")?.textContent ?? at.textContent;
  return { name: `${at.localName}.${at.className} “${words.trim().slice(0, 30)}”`, ring: Math.max(0, ...rings) };
}
