// The live example of a widget's page: its attributes as controls, the lines for a page beside it,
// the events as they come, its parts outlined. The view is kept in the address, so that a link can
// name it.
{
  const bench = document.querySelector("[data-stage]");
  const stage = bench.querySelector(".stage");
  const { tag, first, files, modes, events, states } = JSON.parse(bench.querySelector(".stage-data").textContent);
  const element = () => stage.querySelector(tag);
  const base = new URL(element().getAttribute("src"), location.href).href.replace(/[^/]*$/, "");
  const controls = [...bench.querySelectorAll(":is(.tools, .settings) [name]")];
  const control = (name) => controls.find((one) => one.name === name);
  const valueOf = (one) => (one.type === "checkbox" ? (one.checked ? "true" : "") : one.value);
  const put = (name, value) => {
    const one = control(name);
    if (one?.type === "checkbox") one.checked = value === "true";
    else if (one) one.value = value;
  };

  /** The attributes as the controls have them, in their order. */
  const attributes = () => controls.map((one) => [one.name, valueOf(one)]).filter(([, value]) => value);

  /** The lines for a page of the reader. */
  const write = () => {
    const isBare = (name) => control(name).type === "checkbox";
    const written = attributes().map(([name, value]) => {
      if (isBare(name)) return ` ${name}`;
      const text = name === "src" ? `/adil/examples/${value}` : value;
      return ` ${name}="${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
    });
    const script = `<script type="module" src="/adil/adil.js"></` + "script>";
    bench.querySelector(".lines").textContent = `${script}\n<${tag}${written.join("")}></${tag}>`;
  };

  /** Shows the example anew with the attributes of the controls. */
  const show = () => {
    const made = document.createElement(tag);
    for (const [name, value] of attributes()) {
      made.setAttribute(name, control(name).type === "checkbox" ? "" : name === "src" ? base + value : value);
    }
    made.setAttribute("loading", "eager");
    // The page keeps its height while the next one comes.
    stage.style.minBlockSize = `${stage.offsetHeight}px`;
    stage.replaceChildren(made);
    made.addEventListener("adil-ready", () => stage.style.removeProperty("min-block-size"), { once: true });
    write();
    list.replaceChildren(none);
    seen.clear();
    tell();
  };

  // What goes with an example or a mode comes with it; what went with the one before goes.
  let given = [];
  const preset = (wanted) => {
    for (const name of given) put(name, "");
    given = Object.keys(wanted).filter((name) => name !== "src");
    for (const [name, value] of Object.entries(wanted)) put(name, value);
  };
  given = Object.keys(first).filter((name) => name !== "src");

  control("src").addEventListener("change", () => {
    preset({ mode: "", ...files[control("src").value] });
    show();
  });
  control("mode")?.addEventListener("change", ({ target }) => {
    const mode = target.value;
    preset({ ...files[modes[mode]?.src ?? control("src").value], mode, ...modes[mode] });
    show();
  });
  for (const one of controls) {
    if (one.name === "src" || one.name === "mode") continue;
    one.addEventListener("change", () => {
      const value = valueOf(one);
      const bare = one.type === "checkbox" ? "" : value;
      if (value) element().setAttribute(one.name, bare);
      else element().removeAttribute(one.name);
      write();
    });
  }
  for (const form of bench.querySelectorAll("form")) form.addEventListener("submit", (event) => event.preventDefault());
  bench.querySelector(".again").addEventListener("click", show);

  // Events, the newest last; what a page sees of a widget, and no more.
  const list = bench.querySelector(".events");
  const none = list.querySelector(".none");
  const seen = new Set();
  const log = ({ type, detail }) => {
    none.remove();
    const line = document.createElement("li");
    const name = document.createElement("b");
    name.textContent = type;
    line.append(name, ` ${JSON.stringify(detail)}`);
    list.append(line);
    while (list.children.length > 100) list.firstElementChild.remove();
    list.scrollTop = list.scrollHeight;
    tell();
  };
  for (const name of events) stage.addEventListener(name, log);

  const now = bench.querySelector(".states-now");
  const has = (state) => {
    try {
      return element().matches(`:state(${state})`);
    } catch {
      return false;
    }
  };
  const tell = () => {
    now.textContent = states.filter(has).join(", ") || "–";
  };
  stage.addEventListener("click", () => requestAnimationFrame(tell));
  tell();

  // Parts are outlined by a sheet of the page, as a designer would style them.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const partsOf = (name) => [...element().shadowRoot?.querySelectorAll(`[part~="${CSS.escape(name)}"]`) ?? []]
    .filter((part) => part.getClientRects().length);
  const outline = (name) => sheet.replaceSync(name
    ? `${tag}::part(${name}) { outline: 3px dashed #d6336c !important; outline-offset: 2px !important }` : "");
  const parts = document.querySelector(".parts");
  for (const button of parts.querySelectorAll(".part")) {
    const { part } = button.dataset;
    const point = () => {
      const isThere = partsOf(part).length > 0;
      button.setAttribute("aria-disabled", String(!isThere));
      button.title = isThere ? "" : parts.dataset.absent;
      outline(part);
    };
    button.addEventListener("pointerenter", point);
    button.addEventListener("focus", point);
    // A part that is pointed at goes before the one whose button has the focus.
    button.addEventListener("pointerleave", () => outline(parts.querySelector(".part:focus")?.dataset.part));
    button.addEventListener("blur", () => outline());
    button.addEventListener("click", () => partsOf(part)[0]?.scrollIntoView({ block: "center" }));
  }

  // A link may name a view, and a place that only some views have.
  const views = [...document.querySelectorAll("[name=view]")];
  const wanted = new URLSearchParams(location.search).get("view");
  const choose = (value) => {
    const view = views.find((one) => one.value === value);
    if (view) view.checked = true;
  };
  choose(wanted);
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && !target.getClientRects().length) {
    choose("developer");
    target.scrollIntoView();
  }
  for (const view of views) {
    view.addEventListener("change", () => {
      const address = new URL(location.href);
      address.searchParams.set("view", view.value);
      try {
        history.replaceState(null, "", address);
      } catch {
        // A page that was opened from a folder keeps its address.
      }
    });
  }
}
