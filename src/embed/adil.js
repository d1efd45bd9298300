// The script tag: defines the elements at once, and loads a widget's bundle when the first of
// its kind comes near the viewport. Everything that a page needs besides is in WebAssembly.

// Attributes of each element, modes that have bundles of their own, and whether it takes part in
// forms. Made from the SPECs by the tests; `ADIL_UPDATE=1 cargo test` writes it anew.
const WIDGETS = {
  "adil-board": ["", ""],
  "adil-check": ["exit", "readiness register"],
  "adil-plan": ["dates", "campaign map"],
  "adil-pledge": ["beside required signature receipt", "certificate class reminder verify", true],
  "adil-quiz": ["seed pick shuffle tries time-limit allow-pause currency versions before", "class print"],
  "adil-record": ["", "collect merge setup study"],
  "adil-story": ["seed", "class print"],
  "adil-video": ["version no-skip hls", ""],
};
const EVERY = "src lang texts mode level storage heading-level theme ";

// The languages of `locales/`, for every widget. Made by the tests, too.
const SHIPPED = "ar de en es fr kk kk-Latn ky ru tr uz zh";

// What learners read when a widget cannot run: a sentence, and the button to try again.
const SORRY = {
  en: ["This could not start.", "Try again"],
  ru: ["Не удалось запустить.", "Попробовать ещё раз"],
  kk: ["Ашылмады.", "Қайталап көру"],
  ar: ["تعذّر التشغيل.", "إعادة المحاولة"],
};

// The stamp keeps an old bundle in a cache from meeting a new script.
const address = (name) => new URL(`${name}?v=__ADIL_BUILD__`, import.meta.url).href;
// How the name of what of a bundle comes later ends.
const LAZY = "_bg.lazy.wasm";

// Optional hashes, as `data-integrity="adil-quiz.js=sha384-… adil-quiz_bg.wasm=sha384-…"`.
const script = [...document.scripts].find((tag) => tag.src === import.meta.url);
// Those that the page adds, by `data-languages="mn tt"`.
const ADDED = (script?.dataset.languages ?? "").split(/\s+/);
const LANGUAGES = [...ADDED, ...SHIPPED.split(" ")];
const hashOf = (name) => script?.dataset.integrity?.match(`${name}=(\\S+)`)?.[1] ?? "";

const problem = (name, message) => Object.assign(new Error(message), { name });

const sheetOf = (css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

// What a browser keeps may be what was wrong; whoever tries again asks the server.
let cache = "default";
const OURS = "bundle-load";
const fetched = async (url, code, init) => {
  const response = await fetch(url, { cache, ...init }).catch((cause) => ({ status: cause.message }));
  // Some networks answer every request with a page of their own, to sign in; none of our files
  // is a page.
  if (!response.ok || (code === OURS && /html/.test(response.headers.get("content-type")))) {
    throw problem(code, `${url} could not be loaded: ${response.status}`);
  }
  return response;
};

// Files that all elements share, by name; a failed one is asked for again.
const shared = {};
const share = (name, make) =>
  shared[name] ??= fetched(address(name), OURS).then((response) => response.text()).then(make)
    .catch((cause) => {
      delete shared[name];
      throw problem(OURS, `${name}: ${cause.message}`);
    });

// Running bundles by name, and how often one had to start afresh.
const bundles = {};
let restarts = 0;

const start = async (name, again) => {
  if (!self.WebAssembly) throw problem("wasm-missing", "no WebAssembly");
  const glue = `${name}.js`;
  const wasm = `${name}_bg.wasm`;
  const url = address(glue) + again;
  const integrity = hashOf(glue);
  if (integrity) {
    // The browser checks a hash of a module only where a link announces it.
    const link = document.createElement("link");
    document.head.append(Object.assign(link, { rel: "modulepreload", href: url, integrity }));
  }
  const module_or_path = fetched(address(wasm) + again, OURS, { integrity: hashOf(wasm) });
  module_or_path.catch(() => {});
  try {
    const module = await import(url);
    if (!module.mount) throw Error("another version");
    await module.default({ module_or_path });
    return module;
  } catch ({ message }) {
    // The engines name the page's policy in other words each; a broken file has none of them, but
    // its address may.
    throw /secur|eval|embedder/i.test(message.replace(/\S+:\S+/g, ""))
      ? problem("wasm-blocked", `add 'wasm-unsafe-eval' to script-src: ${message}`)
      : problem(OURS, message);
  }
};

const bundle = (name) => {
  if (!bundles[name]) {
    // Stacks tell by it which instance trapped.
    const again = restarts ? `&again=${restarts}` : "";
    const entry = bundles[name] = { live: new Set(), again, ready: start(name, again) };
    entry.ready.catch(() => retire(name, entry));
  }
  return bundles[name];
};

// A bundle that failed or trapped is never used again; the next one is a fresh instance.
const retire = (name, entry) => {
  if (bundles[name] === entry) {
    delete bundles[name];
    restarts++;
  }
};

// All widgets of a bundle that trapped end, and offer to begin again.
const fall = (name, entry, error) => {
  retire(name, entry);
  for (const crash of [...entry.live]) crash(error);
};

const TRAP = "RuntimeError";
const onTrap = (event) => {
  const error = event.error ?? event.reason;
  if (error?.name !== TRAP) return;
  const stack = `${error.stack}`;
  for (const [name, entry] of Object.entries(bundles)) {
    // Where the browser does not name the file, every bundle of ours starts afresh. A late call of
    // an instance that was given up is no affair of the one that runs.
    const names = (end) =>
      [".js", "_bg.wasm", LAZY].some((file) => stack.includes(address(name + file) + end));
    if (names("") ? names(`${entry.again}:`) : !/\.wasm/.test(stack)) fall(name, entry, error);
  }
};
addEventListener("error", onTrap);
addEventListener("unhandledrejection", onTrap);

// Pages share the details of events; none may change them for the others.
const frozen = (_, value) => Object.freeze(value);

const SHELL = `:host(:not([hidden])){display:block;overflow-wrap:anywhere}button{font:inherit;min-block-size:44px}`;

const define = (tag, [own, modes, form]) => {
  const attributes = (EVERY + own).split(" ");

  class AdilElement extends HTMLElement {
    static observedAttributes = attributes;
    static formAssociated = form;

    #internals = this.attachInternals();
    #root = this.#internals.shadowRoot ?? this.attachShadow({ mode: "open" });
    #slot = this.#root.appendChild(document.createElement("slot"));
    #box = this.#slot; // what is mounted last
    #content;
    #sheet;
    #kept = "";
    #mode; // of the view that was mounted last
    #spoken; // the language of the view
    #above = new MutationObserver(() => this.#hear()); // sees what changes above the element
    #near; // sees when the element comes near the viewport
    #end; // ends what is mounted, or the error that is shown
    #name; // of what it keeps
    #twin = 0; // how many before it keep theirs under the same name
    #turn = 0; // counts starts, so that a late one knows that it is late

    constructor() {
      super();
      let taken;
      // Shortcuts of a page leave its own fields alone, but of ours they see the element around them.
      // So what is typed, and what a widget did something with, ends here. Other keys go on, among
      // them all with Ctrl, Alt or Meta.
      for (const type of ["keydown", "keypress", "keyup"]) {
        this.#root.addEventListener(type, (event) => {
          const { code, target } = event;
          if (type !== "keyup") taken = event.defaultPrevented && code;
          // Fields to type in are text, textarea, number, search and the two kinds of select.
          if (
            event.defaultPrevented || taken === code
            || this.#root.contains(target) && /^(t|n|se)/.test(target.type)
            && /^(.$|Arrow|Back|Del|En|Home|Page)/u.test(event.key)
            && !event.ctrlKey && !event.altKey && !event.metaKey
          ) event.stopPropagation();
        });
      }
    }

    connectedCallback() {
      // What the page set before this class was there lies over the accessors.
      for (const [name, value] of Object.entries(this)) {
        if (name in AdilElement.prototype) {
          delete this[name];
          this[name] = value;
        }
      }
      this.#watch();
      this.#dress();
      if (this.#turn || this.getAttribute("loading") === "eager") {
        return this.#end ? this.#hear() : this.#start();
      }
      this.#near ??= new IntersectionObserver(
        (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
        { rootMargin: "300px" },
      );
      this.#near.observe(this);
      for (const event of WAKING) this.addEventListener(event, this.#start);
    }

    // moveBefore(): nothing ends, nothing starts, unless the language is another one there.
    connectedMoveCallback() {
      this.#watch();
      this.#hear();
    }

    disconnectedCallback() {
      // An element that is moved comes back before this runs, and keeps its view.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#above.disconnect();
        if (this.#turn) this.#turn++;
        this.#finish();
      });
    }

    // Style sheets do not follow an element into another document, nor back.
    #dress(sheet = this.#sheet) {
      this.#sheet = sheet;
      try {
        this.#root.adoptedStyleSheets = [sheet];
      } catch {
        // They are of the document that made them.
      }
    }

    formResetCallback() {
      this.formStateRestoreCallback("reset");
    }

    formStateRestoreCallback(state) {
      this.#kept = state;
      this.#restart();
    }

    attributeChangedCallback(name, before, now) {
      // Light and dark are the style sheet's alone.
      if (before !== now && name !== "theme") this.#restart();
    }

    get content() {
      return this.#content;
    }

    set content(value) {
      this.#content = value;
      this.#restart();
    }

    // What counts may stand on anything above, also outside of shadow roots. Who is above changes
    // only when the element is moved, so nothing else of the page has to be watched.
    #watch() {
      this.#above.disconnect();
      let node = this;
      while ((node = node.parentNode ?? node.host)) this.#above.observe(node, { attributes: true });
    }

    // Light or dark is what the page says; where it says nothing, the system decides. It may change
    // by any attribute above, as does the language.
    #hear() {
      const scheme = getComputedStyle(this).colorScheme
        .replace("normal", document.querySelector("meta[name=color-scheme]")?.content);
      for (const one of [this.#box, ...this.querySelectorAll(".adil-first")]) one.dataset.scheme = scheme;
      if (this.#lang !== this.#spoken) this.#restart();
    }

    #restart() {
      if (this.#turn) this.#start();
    }

    #finish() {
      this.#end?.();
      this.#end = undefined;
    }

    #state = (name, on) => {
      try {
        this.#internals.states[on ? "add" : "delete"](name);
      } catch {
        // Browsers before 2024 have no states; their styles go without.
      }
    };

    get #lang() {
      for (let node = this; node; node = node.getRootNode().host) {
        const found = node.closest("[lang]");
        if (found) return found.getAttribute("lang");
      }
      return navigator.language;
    }

    // The lookup of RFC 4647: the longest beginning of the tag that is one of ours.
    get #ours() {
      for (let tag = this.#lang.replace(/_/g, "-").toLowerCase(); tag; tag = tag.replace(/-?[^-]*$/, "")) {
        const found = LANGUAGES.find((one) => one.toLowerCase() === tag);
        if (found) return found;
      }
      return "en";
    }

    // What a page adds is checked, and filled from what ships, by a module of its own.
    #texts() {
      const lang = this.#ours;
      const widget = tag.slice(5);
      const file = (lang) => share(`locales/${widget}.${lang}.json`, (text) => JSON.parse(text) && text);
      if (this.texts || ADDED.includes(lang)) {
        return import(address("adil-texts.js")).then(
          (module) => module.texts(widget, lang, this.texts && new URL(this.texts, this.baseURI).href, SHIPPED, file),
          ({ message }) => (console.error(message), file("en")),
        );
      }
      return lang === "en" ? file(lang) : file(lang).catch(({ message }) => (console.error(message), file("en")));
    }

    async #read() {
      if (this.#content !== undefined) {
        let given = this.#content;
        try {
          if (typeof given !== "string") given = `${JSON.stringify(given)}`;
        } catch ({ message }) {
          throw problem("content", `content: ${message}`);
        }
        return ["content", this.baseURI, given];
      }
      if (this.src) {
        const url = new URL(this.src, this.baseURI);
        const response = await fetched(url, "content-load");
        return [url.pathname.split("/").pop(), url.href, await response.text()];
      }
      // Editors of pages wrap it into paragraphs, and some leave nothing of it but its text: with
      // hard spaces, and with quotation marks of a language.
      const inline = this.querySelector("script[type='application/json']");
      const text = (inline ?? this).textContent.replace(/^[ \xa0]+|\xa0+$/gm, " ");
      if (inline || /^\s*{/.test(text)) {
        return ["inline", this.baseURI, /"/.test(text) ? text : text.replace(/[“”„″«»]/g, '"')];
      }
      throw problem("content-missing", "no src, content or JSON inside");
    }

    #start = async () => {
      const turn = ++this.#turn;
      this.#near?.disconnect();
      for (const event of WAKING) this.removeEventListener(event, this.#start);
      // What changes at once makes one start.
      await 0;
      if (turn !== this.#turn || !this.isConnected) return;
      this.#spoken = this.#lang;
      this.#state("loading", true);
      const { mode } = this;
      const name = mode && modes.split(" ").includes(mode) ? `${tag}-${mode}` : tag;
      const entry = bundle(name);
      try {
        // The questions that `adil embed` wrote stay until the widget has read what it kept.
        const page = this.#slot.hidden ? null : this.querySelector(".adil-first");
        const [module, sheet, texts, [file, base, content], first] = await Promise.all([
          entry.ready,
          share(`${tag}.css`, sheetOf),
          this.#texts(),
          this.#read(),
          page && import(address("adil-first.js")).catch(({ message }) => {
            throw problem(OURS, message);
          }),
        ]);
        // A click that has begun between the tags ends there.
        while (this.querySelector(":active")) await new Promise(requestAnimationFrame);
        if (turn !== this.#turn) return;
        this.#finish();
        // What a view of another mode has kept until now is not for this one.
        if (this.#mode !== undefined && this.#mode !== mode) this.#kept = "";
        this.#mode = mode;
        const box = this.#box = document.createElement("div");
        box.hidden = page;
        const show = () => {
          this.#slot.hidden = true;
          box.hidden = false;
        };
        const wake = () => this.#slot.hidden || (page ? first.takeOver(page, box, show) : show());
        let isReady = !page;
        this.#hear();
        this.#dress(sheet);
        this.#root.append(box);
        const crash = (error) => {
          // What a view took over of the page, it gives back when it ends; a trapped one cannot.
          for (const own of this.querySelectorAll("[slot=media]")) {
            own.slot = "";
            own.controls = true;
          }
          this.#fail(problem("crash", error.message));
        };
        let mounted;
        this.#end = () => {
          entry.live.delete(crash);
          // A trapped instance may trap again; what it holds goes with it.
          if (bundles[name] === entry) mounted?.free();
          box.remove();
          this.#slot.hidden = false;
          this.#state("ready", false);
        };
        entry.live.add(crash);
        mounted = module.mount(box, {
          content, name: file, base, texts, lang: this.#lang, kept: this.#kept, id: this.id,
          attribute: (name) => this.getAttribute(name) ?? undefined,
          get given() {
            return page && first.given(page);
          },
          emit: (type, ...more) => {
            if (type === "adil-ready") {
              isReady = true;
              if (mounted) setTimeout(wake);
            }
            return this.#emit(type, ...more);
          },
          state: this.#state,
          keep: (run) => bundles[name] === entry && ((this.#kept = run), true),
          form: (value, missing) => {
            this.#internals.setFormValue(value || null, this.#kept);
            this.#internals.setValidity({ valueMissing: !!missing }, missing);
            // A browser shows what is missing only at what can have focus.
            if (missing) this.tabIndex = -1;
          },
          // Elements with one content would share a run: they are told apart by their order, also
          // by that of those which are still to come near the viewport.
          twin: (name) => {
            if (this.#name !== name) {
              this.#name = name;
              const bare = (element) => element.#name?.replace(/@\d+/, "");
              const place = (element) => [element.src, element.mode, element.id].join();
              let twins = 0;
              for (const other of this.getRootNode().querySelectorAll(tag)) {
                if (other === this) this.#twin = twins;
                else if (#name in other) {
                  if (bare(other) === bare(this)) {
                    console.warn(`${file}: id: expected another than in the rest of this page, or an id on each <${tag}>`);
                  }
                  if (other.#name ? other.#name === name : this.src && place(other) === place(this)) twins++;
                }
              }
            }
            return this.#twin;
          },
          load: (name, then) => import(address(name)).then((module) => then(module.default), then),
          child: (tag) => document.createElement(tag),
          part: (then) => module.part(address(name + LAZY) + entry.again).then(then, (error) => {
            then(error);
            wake();
          }),
        });
        this.#state("loading", false);
        this.#state("error", false);
        if (isReady) wake();
        this.#state("ready", true);
      } catch (error) {
        if (error.name === TRAP) fall(name, entry, error);
        else if (turn === this.#turn) this.#fail(error);
      }
    };

    #emit = (type, detail, cancelable) =>
      this.dispatchEvent(new CustomEvent(type, {
        bubbles: true, composed: true, cancelable, detail: JSON.parse(detail, frozen),
      }));

    // The fallback between the tags stays; below it the learner may try again, and the author
    // reads what to mend.
    #fail(error) {
      this.#finish();
      this.#state("loading", false);
      this.#state("error", true);
      const { name: code, message } = error;
      const lang = SORRY[this.#ours] ? this.#ours : "en";
      const [sorry, retry] = SORRY[lang];
      const make = (tag, part, ...children) => {
        const element = document.createElement(tag);
        element.part = part;
        element.append(...children);
        return element;
      };
      const button = make("button", "retry", retry);
      button.onclick = () => {
        cache = "reload";
        this.#start();
      };
      const details = make("details", "", make("summary", "", code), message);
      const panel = make("div", "error", make("p", "", sorry), button, details);
      panel.lang = lang;
      panel.dir = "auto";
      panel.role = "alert";
      this.#dress(sheetOf(SHELL));
      this.#root.append(panel);
      this.#end = () => panel.remove();
      console.error(`<${tag}> ${code}: ${message}`);
      this.#emit("adil-error", JSON.stringify({ code, message }));
    }
  }

  for (const name of attributes) {
    // `before` is a method of every element and stays it.
    if (name in HTMLElement.prototype) continue;
    Object.defineProperty(AdilElement.prototype, camel(name), {
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        if (value == null || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : value);
      },
    });
  }
  customElements.define(tag, AdilElement);
};

const WAKING = ["pointerover", "focusin"];
const camel = (name) => name.replace(/-./g, (sign) => sign[1].toUpperCase());

for (const [tag, widget] of Object.entries(WIDGETS)) {
  // A second copy of the script finds the elements defined.
  if (!customElements.get(tag)) define(tag, widget);
}
