// Runs before anything else of a page: what hostile texts call, and what a script of theirs would do.
window.pwned = [];
window.xss = (n) => window.pwned.push(n);
for (const name of ["alert", "confirm", "prompt", "open"]) window[name] = () => void window.pwned.push(name);
// Walks print sheets; no printer is there, and a dialog would wait for a hand.
window.print = () => {};
// The page's own prototypes, before any content was read.
window.prototypes = [Object, Array, Function, String].map(({ prototype }) => [prototype, Reflect.ownKeys(prototype)]);
// Browsers without a sanitizer of their own load one.
if (document.currentScript.dataset.sanitizer === "loaded") delete Element.prototype.setHTML;
