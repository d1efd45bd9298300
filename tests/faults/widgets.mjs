// The widgets, as the faults of this suite meet them: how a page holds each with content that
// ships, one act of a learner that is kept (`act`), and how to see that it was (`keptIn`). A fault
// is written once and tried on all of them.
import { comesToRest } from "../e2e/guard.mjs";
import { checkSoon, hasState, readJson, settled, until } from "../e2e/page.mjs";

const EXAMPLES = "/adil/examples";
const wordsOf = (widget) => readJson(`locales/${widget}.en.json`);
const named = (element, name) => element.getByRole("button", { name, exact: true });

const quiz = {
  name: "adil-quiz", kind: "quiz", src: `${EXAMPLES}/small-choices.json`, words: wordsOf("quiz"),
  /** The first question is answered and checked. */
  async act({ element }) {
    await element.locator(".option").first().click();
    await element.locator(".go").click();
    await element.locator(".verdict").waitFor();
  },
  async keptIn(element) {
    const all = (selector) => element.shadowRoot.querySelectorAll(selector);
    // Whoever went on goes back.
    if (all(".step[data-state=done]").length) {
      all(".ways button")[0].click();
      await new Promise((later) => setTimeout(later));
    }
    return all("input:checked").length === 1 && all(".verdict").length === 1;
  },
};

const pledge = {
  name: "adil-pledge", kind: "pledge", src: `${EXAMPLES}/my-pledge.json`, words: wordsOf("pledge"),
  /** All promises are taken, and the pledge is made. */
  async act({ element, page }) {
    await element.evaluate(takeAll);
    const promise = named(element, pledge.words.i_pledge);
    // The page settles under a pointer that stands still: what is on its way may cover the button,
    // and the press does not count.
    await until(async () => {
      await comesToRest(promise);
      await promise.click();
      await settled(page);
      return hasState(element, "pledged");
    }, "the promise was taken");
  },
  keptIn: (element) => element.matches(":state(pledged)"),
};

const video = {
  name: "adil-video", kind: "video", src: `${EXAMPLES}/scholarship-list.json`, words: wordsOf("video"),
  /** The film is played up to its first question, which is answered, and stopped behind it. */
  async act({ element }) {
    await element.locator("button.start").click();
    const film = element.locator("video");
    await checkSoon(() => film.evaluate((film) => film.currentTime > 0), true);
    await film.evaluate((film) => void (film.currentTime = 24.9));
    await element.locator(".checkpoint-panel label.option").first().click();
    await element.locator(".checkpoint-panel adil-quiz .go").click();
    await named(element, video.words.continue_video).click();
    await film.evaluate((film) => film.pause());
    await checkSoon(() => isKept({ element, widget: video }), true);
  },
  keptIn: (element) => element.shadowRoot.querySelectorAll(".marker[data-state=passed]").length === 1,
};

const story = {
  name: "adil-story", kind: "story", src: `${EXAMPLES}/cash-box.json`, words: wordsOf("story"),
  /** The first choice is taken; what follows from it is shown. */
  async act({ element }) {
    await element.locator(".option").first().click();
    await element.locator(".feedback").waitFor();
  },
  keptIn: (element) => element.shadowRoot.querySelectorAll(".foot .quiet").length === 1,
};

const board = {
  name: "adil-board", kind: "board", src: `${EXAMPLES}/climb-together.json`, words: wordsOf("board"),
  /** A game begins, and the first team rolls. */
  async act({ element }) {
    await named(element, board.words.begin).click();
    await named(element, board.words.roll).click();
    await checkSoon(() => isKept({ element, widget: board }), true);
  },
  keptIn: (element) => element.shadowRoot.querySelectorAll(".tools > button:not([hidden])").length === 1,
};

/** Runs in the page: from the preface to the last screen of a pledge, taking all clauses. */
async function takeAll(element) {
  const one = (selector) => element.shadowRoot.querySelector(selector);
  const later = () => new Promise((done) => setTimeout(done));
  for (let screens = 0; !one(".choices"); screens++) {
    if (screens > 20) throw Error("the way of a pledge has no end");
    const box = one(".clause-text") && one("input[type=checkbox]");
    if (box && !box.checked) box.click();
    await later();
    one(".go").click();
    await later();
  }
}

/** Whether what the act did is here. `keptIn` runs in the page, on the element. */
export const isKept = ({ element, widget }) => element.evaluate(widget.keptIn);

export const WIDGETS = [quiz, pledge, video];

/** Those that are played: what they keep is a way, or a list of moves. */
export const GAMES = [story, board];

/** Every mode that has a bundle of its own, for what may go wrong on the way to it. */
const mode = (widget, word, src = widget.src) => ({ ...widget, name: `${widget.name} ${word}`, mode: word, src });
export const MODES = [
  mode(quiz, "class"), mode(quiz, "print"),
  ...["reminder", "class", "certificate", "verify"].map((word) => mode(pledge, word)),
];

export const tagOf = (widget) => `adil-${widget.kind}`;
export const bundleOf = (widget) => (widget.mode ? `${tagOf(widget)}-${widget.mode}` : tagOf(widget));
