// One widget in a frame, for hosts that strip scripts:
// frame.html?src=…&kind=…[&mode=…&lang=…&level=…&theme=…]. It tells its height to the page
// around, and to nobody else: first it says that it is there, which tells nothing; the first answer of the
// page around names the origin that hears the heights. frame-height.js is the other side.

const ELEMENTS = {
  quiz: "quiz", pledge: "pledge", video: "video", story: "story", board: "board", quest: "board",
  debate: "board", plan: "plan", check: "check", record: "record",
};
const asked = new URLSearchParams(location.search);
const main = document.querySelector("main");

const addressOf = (text) => {
  try {
    return new URL(text, location.href);
  } catch {
    return undefined;
  }
};

/** The element that was asked for; throws what the author of the address has to mend. */
const make = () => {
  const expected = (name, what) => {
    throw Error(`frame.html: ${name}: expected ${what}, found "${asked.get(name) ?? ""}"`);
  };
  const kind = asked.get("kind");
  const kinds = Object.keys(ELEMENTS);
  if (!kinds.includes(kind)) expected("kind", `one of ${kinds.join(", ")}`);
  const src = asked.get("src") && addressOf(asked.get("src"));
  // Whoever writes the address chooses the file, but never one that anybody on the way can change.
  const isOwn = src?.origin === location.origin && location.origin !== "null";
  if (!src || !isOwn && src.protocol !== "https:" || src.username || src.password) {
    expected("src", "an address of this site, or one with https");
  }
  const element = document.createElement(`adil-${ELEMENTS[kind]}`);
  element.setAttribute("src", src.href);
  element.setAttribute("loading", "eager");
  element.setAttribute("heading-level", "1");
  for (const name of ["mode", "level", "theme"]) {
    if (asked.has(name)) element.setAttribute(name, asked.get(name));
  }
  return element;
};

const lang = asked.get("lang");
if (lang) {
  document.documentElement.lang = lang;
  document.documentElement.dir = /^(ar|fa|he|ur)\b/i.test(lang) ? "rtl" : "ltr";
}
// By hand, since a strict policy of the server lets no style of the page pass.
document.body.style.margin = "0";
try {
  main.append(make());
} catch ({ message }) {
  const sorry = document.createElement("p");
  sorry.role = "alert";
  sorry.textContent = message;
  main.append(sorry);
}

let page; // the origin of the page around
let told; // the height that it knows

const tell = () => {
  const height = Math.ceil(main.getBoundingClientRect().bottom + scrollY);
  if (page === undefined || height === told) return;
  told = height;
  parent.postMessage({ adil: "height", height }, page);
};

if (parent !== self) {
  addEventListener("message", ({ source, origin, data }) => {
    // An opaque origin cannot be named as the only one that hears.
    if (source !== parent || data?.adil !== "hello" || origin === "null") return;
    if (page !== undefined && page !== origin) return;
    page = origin;
    told = undefined;
    tell();
  });
  new ResizeObserver(tell).observe(main);
  // The script of the page around may come later than this one.
  const greet = (wait) => {
    if (page !== undefined || wait > 30_000) return;
    parent.postMessage({ adil: "here" }, "*");
    setTimeout(greet, wait, wait * 2);
  };
  greet(100);
}
