// What other scripts and styles of a page are known to do to everybody on it. Each runs in the page
// before ours.

const hostileStyles = `
  html, body, main, main * {
    font: italic small-caps 3px/0 cursive !important; color: transparent !important;
    text-transform: uppercase !important; letter-spacing: .5em !important;
    word-spacing: 1em !important; text-align: right !important;
  }
  div, section, p, label, fieldset, legend, button, input, textarea, select, video, details {
    display: none !important;
  }
  main { display: block !important }
  [class], [part], [role], .base, .option, .go, .quiet {
    position: fixed !important; inset-inline-start: -9999px !important;
  }
  *:focus { outline: 0 !important }
  * { box-sizing: content-box !important; transition: all 1s !important }`;

const HABITS = {
  "a library that adds fields to all objects, lists, texts and functions"() {
    for (const Kind of [Object, Array, String, Number, Function, Date, RegExp, Promise]) {
      Kind.prototype.extend = function () {
        return this;
      };
      Kind.prototype.each = function () {
        throw Error("each was called");
      };
    }
  },

  "an old library with its own JSON for lists and texts"() {
    for (const Kind of [Array, String, Number, Boolean, Date]) {
      Kind.prototype.toJSON = function () {
        return `[${this}]`;
      };
    }
  },

  "an old library with its own methods of lists, texts and functions"() {
    Array.from = (given) => {
      const list = [];
      for (let n = 0; n < (given?.length ?? 0); n++) list.push(given[n]);
      return list;
    };
    Array.prototype.includes = function (wanted) {
      return this.indexOf(wanted) >= 0;
    };
    Array.prototype.find = function (test) {
      for (let n = 0; n < this.length; n++) if (test(this[n], n, this)) return this[n];
    };
    Function.prototype.bind = function (self, ...first) {
      const call = this;
      return function (...given) {
        return call.apply(self, [...first, ...given]);
      };
    };
    String.prototype.trim = function () {
      return this.replace(/^ +| +$/g, "");
    };
  },

  "a framework that wraps timers, listeners, promises and requests in zones"() {
    const inZone = (one) => (typeof one !== "function" ? one : function (...given) {
      return one.apply(this, given);
    });
    const wrap = (owner, name) => {
      const inner = owner[name];
      owner[name] = function (...given) {
        return inner.apply(this, given.map(inZone));
      };
    };
    const timers = ["setTimeout", "setInterval", "queueMicrotask", "requestAnimationFrame"];
    for (const name of timers) wrap(window, name);
    for (const name of ["then", "catch", "finally"]) wrap(Promise.prototype, name);
    const ask = window.fetch;
    window.fetch = (...given) => new Promise((done, failed) => {
      setTimeout(() => ask(...given).then(done, failed));
    });
  },

  "a monitor that wraps requests, the console and errors"() {
    const ask = window.fetch;
    window.fetch = (...given) => ask(...given).then((answer) => answer.clone());
    for (const name of ["error", "warn", "log"]) {
      const say = console[name];
      console[name] = (...given) => say.apply(console, given);
    }
    window.onerror = () => true;
    addEventListener("unhandledrejection", (event) => event.preventDefault());
  },

  "scripts of its own that use common names for globals"() {
    const names = ["content", "lang", "text", "words", "module", "bundle", "start", "share",
      "problem", "camel", "define", "Session", "quiz"];
    for (const name of names) window[name] = "the page's own";
  },

  "a script that lets no key and no press go further than the window"() {
    const events = ["click", "keydown", "pointerdown", "input", "change", "submit"];
    for (const name of events) addEventListener(name, (event) => event.stopPropagation());
  },

  "forms and pictures whose names hide what documents have"() {
    const names = ["body", "head", "scripts", "title", "forms", "links", "content", "lang"];
    addEventListener("DOMContentLoaded", () => {
      const { body } = document;
      for (const name of names) {
        const form = Object.assign(document.createElement("form"), { name });
        body.append(form, Object.assign(document.createElement("img"), { name }));
      }
    });
  },

  "a base for all its addresses"() {
    document.head.append(Object.assign(document.createElement("base"), { href: "/elsewhere/" }));
  },
};

const script = (habit) => `<script>(${`${habit}`.replace(/^"[^"]*"/, "function ")})()</script>`;

/** By what a page is known for: what stands in its head. */
export const HEADS = {
  "styles for all elements, of the worst kind": `<style>${hostileStyles}</style>`,
  ...Object.fromEntries(Object.entries(HABITS).map(([name, habit]) => [name, script(habit)])),
};
