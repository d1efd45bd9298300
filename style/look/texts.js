// What the page says. Its words stand in the page itself, in the page's language (`site/texts/`).

const words = () => JSON.parse(document.getElementById("words").textContent);
let read;

/** A text of the page, with its gaps filled. */
export function text(key, values = {}) {
  read ??= words();
  return (read[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
