// Runs in the page: shows contents in the same element one after the other, and walks through every
// screen of each, typing what a test gives into each field. Scripts press here, which is quick; the
// promise of a pledge counts only a hand's press, so that its test presses once and the walk shows
// the pledge that was kept.
import { tour } from "/e2e/tour.mjs";
import { notePictures, pictures, turnedIn, wrongIn } from "./look.mjs";

const LONG = 60_000;
const { port1, port2 } = new MessageChannel();
/** A task of its own, after all effects of the last press. */
const later = () => new Promise((done) => {
  port1.onmessage = done;
  port2.postMessage(0);
});

const until = async (ask, what) => {
  const end = performance.now() + LONG;
  for (;;) {
    const found = ask();
    if (found) return found;
    if (performance.now() > end) throw Error(`never: ${what}`);
    await new Promise((done) => setTimeout(done, 4));
  }
};

class Walk {
  constructor(element, words) {
    Object.assign(this, { element, words, found: [], screens: 0, ended: 0, kept: 0, typed: 0 });
  }

  get root() {
    return this.element.shadowRoot;
  }

  one(selector) {
    return this.root.querySelector(selector);
  }

  all(selector) {
    return [...this.root.querySelectorAll(selector)];
  }

  /** Looks at a screen. */
  async see(where) {
    await later();
    await raw(this.root);
    this.screens++;
    this.found.push(...[...wrongIn(this.root), ...turnedIn(this.root)].map((what) => `${where}: ${what}`));
    this.ended += this.root.textContent.split(/\bended\b/).length - 1;
    this.kept += this.all("b").filter((b) => b.textContent === "kept").length;
  }

  async press(element) {
    element?.click();
    await later();
    // Not every screen is looked at, but what it shows is asked for.
    notePictures(this.root);
  }

  /** Opens all that is folded, and what comes into view by it. */
  async unfold() {
    for (let n = 0; n < 3; n++) {
      for (const details of this.all("details")) details.open = true;
      // Browsers tell of what unfolds with the next picture.
      await new Promise((drawn) => requestAnimationFrame(drawn));
      await later();
    }
  }

  /** Types into every field that takes words. */
  async type() {
    for (const field of this.all("textarea, input:not([type]), input[type=search], input[type=text]")) {
      if (field.readOnly) continue;
      field.value = this.words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      this.typed++;
    }
    await later();
  }
}

/** The sanitizer that was loaded hands its nodes over a moment later, unless a policy forbids it. */
async function raw(root) {
  const isRaw = () => [...root.querySelectorAll("[dir][lang]")].some((element) => /^<b>kept/.test(element.textContent));
  const isOnItsWay = () => !("setHTML" in Element.prototype)
    && !performance.getEntriesByType("resource").some(({ name }) => name.includes("/purify.js"));
  const end = performance.now() + LONG;
  for (let n = 0; n < 99 && isRaw() && !window.staysRaw && performance.now() < end;) {
    await new Promise((done) => setTimeout(done));
    if (!isOnItsWay()) n++;
  }
  window.staysRaw = isRaw();
}

/** A widget inside a widget, once it is there. */
const inner = async (walk, selector) => {
  const element = await until(() => walk.one(selector), selector);
  await until(() => element.shadowRoot?.querySelector(".base, [part=error]"), `${selector}, ready`);
  return element;
};

const WALKS = {
  async quiz(walk) {
    window.seeScreen = (where) => walk.see(where);
    const quiz = { evaluate: (run, given) => run(walk.element, given) };
    const look = async ({ where }) => {
      await window.seeScreen(where);
      return [];
    };
    await tour(quiz, look, { pick: (n) => n });
  },

  async paper(walk) {
    await walk.see("the sheet");
  },

  /** From the pledge that was made, which is taken back, to the one that is not made. */
  async pledge(walk) {
    const kept = { ...sessionStorage };
    if (walk.one("details.certificate")) {
      await walk.unfold();
      const certificate = await inner(walk, "adil-pledge[mode=certificate]");
      const field = certificate.shadowRoot.querySelector("input:not([type]), input[type=text], textarea");
      if (field) Object.assign(field, { value: walk.words }).dispatchEvent(new Event("input", { bubbles: true }));
      await walk.see("the pledge that was made");
      await walk.press(walk.all(".ways > .quiet")[1]);
      await walk.see("taken back");
      await walk.press(walk.one(".foot .quiet"));
    }
    await walk.see("what a pledge is");
    if (walk.one(".lead")) await walk.press(walk.one(".foot > .go"));
    for (let n = 0; walk.one(".clause"); n++) {
      await walk.press(walk.one("label.option input"));
      await walk.see(`clause ${n}`);
      await walk.press(walk.one(".foot > .go"));
    }
    await walk.press(walk.one("label.option input"));
    await walk.see("the question");
    await walk.press(walk.one(".foot > .go"));
    await walk.see("the promise");
    await walk.press(walk.one(".choices > .choice"));
    await walk.see("not today");
    Object.assign(sessionStorage, kept);
  },

  async reminder(walk) {
    await walk.see("the reminder");
    await walk.press(walk.one(".go"));
    await walk.see("remembered");
  },

  async certificate(walk) {
    await walk.see("to be filled in");
    await walk.type();
    await walk.press(walk.all(".shapes input")[1]);
    await walk.see("filled in");
    await walk.press(walk.one(".foot > .go"));
    await walk.see("printed");
    dispatchEvent(new Event("afterprint"));
  },

  async class(walk) {
    await walk.see("suggestions");
    await walk.press(walk.one(".start .go, .go"));
    await walk.unfold();
    await walk.type();
    for (const go of walk.all(".entry .go, .keep > .go, .body > .go")) await walk.press(go);
    await walk.see("the class's list");
    for (const edit of walk.all(".lines button").slice(0, 2)) await walk.press(edit);
    await walk.type();
    await walk.see("editing");
  },

  async verify(walk) {
    await walk.see("to be checked");
    const field = walk.one("textarea");
    field.value = walk.words;
    const said = new Promise((says) => walk.element.addEventListener("adil-verify", says, { once: true }));
    await walk.press(walk.one(".go"));
    await said;
    await walk.unfold();
    await walk.see("checked");
  },

  /** By slides, which stop where the film stops; then on paper. */
  async video(walk) {
    await walk.unfold();
    await walk.see("the start");
    // Slides and the end lie in the later part of the bundle, which may not be there yet.
    const next = () => until(
      () => walk.one(".end") ?? walk.one(".checkpoint-panel:not([hidden])") ?? walk.one(".slides .go:not([hidden])"),
      "a way on");
    for (let n = 0, at; n < 99 && !(at = await next()).matches(".end"); n++) {
      if (at.matches(".checkpoint-panel")) {
        await until(() => at.querySelector("h3"), "a checkpoint");
        await checkpoint(walk, at, n);
      } else {
        await walk.press(at);
      }
      if (n % 4 === 0) await walk.see(`slide ${n}`);
    }
    await until(() => walk.one(".end"), "the end");
    await walk.see("the end");
    dispatchEvent(new Event("beforeprint"));
    await until(() => walk.one(".sheet > *"), "the sheet");
    await walk.see("on paper");
    dispatchEvent(new Event("afterprint"));
  },
};

/** Where a film is; its captions are shown over it, and all of them beside it. */
WALKS.captions = async (walk) => {
  const film = walk.one("video");
  await walk.unfold();
  await until(() => walk.one(".transcript-cue"), "the text");
  await walk.see("the text");
  if (!film.currentSrc) await walk.press(walk.one("button.start"));
  await until(() => film.readyState > 1, "the film");
  film.pause();
  for (let at = 0; at < 60; at++) {
    const there = new Promise((done) => film.addEventListener("seeked", done, { once: true }));
    film.currentTime = at + 0.5;
    await there;
    await until(() => walk.one(".caption p"), `captions at ${at}`);
    await walk.see(`captions at ${at}`);
  }
};

async function checkpoint(walk, panel, n) {
  if (panel.querySelector("adil-quiz")) {
    const { shadowRoot: root } = await inner(walk, "adil-quiz");
    for (const box of root.querySelectorAll("label input")) await walk.press(box);
    while (root.querySelector(".waiting")) await walk.press(root.querySelector(".waiting"));
    await walk.press(root.querySelector(".go"));
    await walk.see(`checkpoint ${n}, checked`);
  } else {
    await walk.type();
    await walk.press(panel.querySelector(".question > .go:not([hidden])"));
    await walk.see(`checkpoint ${n}`);
  }
  const ways = [".continue-button:not([hidden])", ".ways > .quiet:not(.review, [hidden])"];
  const way = await until(() => ways.map((name) => panel.querySelector(`.foot ${name}`)).find(Boolean), "a way on");
  const title = panel.querySelector("h3");
  await walk.press(way);
  // The last slide may lead from one stop to the next.
  await until(() => panel.hidden || walk.one(".end") || panel.querySelector("h3") !== title, "the way on");
}

/** Shows a content in an element, once it is there. */
async function show(element, content) {
  const shown = () => element.shadowRoot.querySelector(".base, [part=error]");
  const last = shown();
  element.content = content;
  return until(() => shown() !== last && shown(), "another content");
}

/** Walks through the contents at these addresses; what was found, and how much was seen. */
export async function sweep(name, addresses) {
  const element = document.querySelector("adil-quiz, adil-pledge, adil-video");
  const all = { found: [], screens: 0, ended: 0, kept: 0, typed: 0 };
  for (const address of addresses) {
    const { content, typed } = await (await fetch(address)).json();
    const shown = await show(element, content);
    const walk = new Walk(element, typed);
    if (shown.matches("[part=error]")) walk.found.push(`refused: ${shown.textContent}`);
    else await WALKS[name](walk);
    for (const key of Object.keys(all)) all[key] = all[key].concat?.(walk[key].map((what) => `${address}, ${what}`)) ?? all[key] + walk[key];
  }
  return { ...all, found: all.found.slice(0, 9), wrong: all.found.length };
}

const outline = () => [...document.querySelectorAll("body, body *")].map((element) => element.localName).join(" ");
const before = outline();

/** What came of it in the page itself. */
export const harm = () => ({
  ran: [...new Set(window.pwned)],
  pictures: [...pictures],
  page: outline() === before,
  prototypes: window.prototypes.every(([prototype, keys]) => Reflect.ownKeys(prototype).every((key) => keys.includes(key))),
});

/** What strings do in a page that trusts them: each in a frame of its own, read once, twice, and pressed. */
export async function trust(strings) {
  const frames = strings.map(({ n, text }) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const inside = frame.contentWindow;
    inside.xss = window.xss;
    const box = inside.document.body.appendChild(inside.document.createElement("div"));
    box.innerHTML = text;
    return { n, frame, box, inside };
  });
  const many = () => new Set(window.pwned).size;
  // A busy machine runs some of them late: what counts is that no more come for a while.
  const wait = async () => {
    let before;
    do {
      before = many();
      await new Promise((done) => setTimeout(done, 400));
    } while (many() > before);
  };
  await wait();
  const once = new Set(window.pwned);
  for (const { n, box } of frames) if (!once.has(n)) box.innerHTML = String(box.innerHTML);
  await wait();
  const twice = new Set(window.pwned);
  for (const { n, box, inside } of frames) {
    if (twice.has(n)) continue;
    const press = (element) => element.dispatchEvent(new inside.MouseEvent("click", { bubbles: true, cancelable: true }));
    box.querySelectorAll("a, area, button, input").forEach(press);
  }
  await wait();
  for (const { frame } of frames) frame.remove();
  const pressed = new Set(window.pwned);
  return [once, twice, pressed].map((set) => strings.filter(({ n }) => set.has(n)).length);
}

Object.assign(window, { sweep, harm, trust });
