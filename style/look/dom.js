// Elements in one call.
import { text } from "./texts.js";

/** An element with attributes, listeners (as functions by the event's name) and children. */
export function make(tag, values = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** An element with a text of the page. */
export const said = (tag, key, values = {}) => make(tag, values, text(key));

/** One of a few values, as radio buttons that look like chips. */
export function radios(name, values, chosen, act, { key = (value) => `${name}.${value}` } = {}) {
  return values.map((value) => make("label", { class: "chip" },
    make("input", { type: "radio", name, value, checked: value === chosen, change: () => act(value) }),
    said("span", key(value))));
}
