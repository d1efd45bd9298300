// Widgets in their states, light and dark beside each other; and ready themes side by side.
import { make, said } from "./dom.js";
import { show, STATES } from "./states.js";
import { text } from "./texts.js";
import { READY } from "./theme.js";

const EXAMPLES = new URL("../../examples/", import.meta.url);

/** The style sheets of the ready themes by name, each loaded once. */
const sheets = new Map();
export function readyCss(name) {
  if (name === "school") return "";
  if (!sheets.has(name)) {
    sheets.set(name, fetch(new URL(`../themes/${name}.css`, import.meta.url)).then((answer) => {
      if (!answer.ok) throw new Error(`${name}.css: ${answer.status}`);
      return answer.text();
    }));
  }
  return sheets.get(name);
}

const made = new Map();

/**
 * Styles what stands within elements of a class, and nothing else of the page; the class. A sheet that is
 * made so also works under a policy that forbids `<style>`.
 */
export function style(name, css) {
  if (!made.has(name)) {
    made.set(name, new CSSStyleSheet());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, made.get(name)];
  }
  made.get(name).replaceSync(`.look-${name} {\n${css}\n}`);
  return `look-${name}`;
}

/** The ready themes, each with a quiz in its look; a press takes one. */
export async function themes(place, chosen, act) {
  place.replaceChildren();
  for (const name of READY) {
    const id = style(name, await readyCss(name));
    const shown = make("div", { class: `sample ${id}`, inert: true });
    const radio = make("input", { type: "radio", name: "base", value: name, checked: name === chosen, change: () => act(name) });
    // The card takes presses that its sample does not.
    const card = make("div", { class: "theme", click: (event) => event.target === card && radio.click() },
      make("label", {}, radio, said("span", `ready.${name}`)), shown);
    place.append(card);
    reach(shown, "adil-quiz", STATES["adil-quiz"][0], {});
  }
}

/** Brings a widget to a state; where it does not get there, it says so in its place. */
export async function reach(place, tag, state, attributes) {
  try {
    return await show(place, tag, state, EXAMPLES, attributes);
  } catch (error) {
    if (place.isConnected) place.append(make("p", { class: "wrong" }, text("lost", { words: text(`state.${state.words}`) }), " ", String(error)));
    return undefined;
  }
}

let turn = 0;

/**
 * All states of a widget, one below the other, in the schemes that are asked for. `ready(shown)` is called
 * with each row that stands: `{ tag, state, scheme, widget }`. A later call ends an earlier one.
 */
export async function preview(place, tag, schemes, id, ready) {
  const mine = ++turn;
  place.replaceChildren();
  place.className = `states ${id}`;
  const rows = STATES[tag].map((state) => {
    const cells = schemes.map((scheme) => make("div", { class: `cell ${scheme}`, inert: true }));
    place.append(make("div", { class: "state" }, said("h3", `state.${state.words}`), make("div", { class: "pair" }, ...cells)));
    return [state, cells];
  });
  for (const [state, cells] of rows) {
    await Promise.all(cells.map(async (cell, n) => {
      const widget = await reach(cell, tag, state, { theme: schemes[n] });
      if (widget && mine === turn) ready({ tag, state: state.words, scheme: schemes[n], widget });
    }));
    if (mine !== turn) return;
  }
}

/** Every widget in every state where nobody looks, one at a time, for the report alone. */
export async function everyState(schemes, id, { go, seen }) {
  const all = Object.entries(STATES).flatMap(([tag, states]) =>
    states.flatMap((state) => schemes.map((scheme) => ({ tag, state, scheme }))));
  const place = document.body.appendChild(make("div", { class: `aside ${id}`, inert: true, "aria-hidden": "true" }));
  for (const [n, { tag, state, scheme }] of all.entries()) {
    if (!go()) break;
    const cell = make("div", { class: `cell ${scheme}` });
    place.replaceChildren(cell);
    const widget = await reach(cell, tag, state, { theme: scheme });
    if (widget) seen({ tag, state: state.words, scheme, widget }, n + 1, all.length);
  }
  place.remove();
}
