// What a team has before it follows a guide: the files that `npm create vite` writes.

const page = (root, main) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Our school</title></head>
<body><div id="${root}"></div><script type="module" src="/src/${main}"></script></body>
</html>
`;

const tsconfig = (more = {}) => JSON.stringify({
  compilerOptions: {
    target: "es2023", lib: ["ES2023", "DOM", "DOM.Iterable"], module: "esnext", moduleResolution: "bundler", types: ["vite/client"],
    strict: true, exactOptionalPropertyTypes: true, noEmit: true, verbatimModuleSyntax: true, moduleDetection: "force", ...more,
  },
  include: ["src"],
}, null, 2);

/** By framework: its files, what checks its types, and what a page of it needs to be typed wrongly. */
export const TEAMS = {
  react: {
    files: {
      "index.html": page("root", "main.tsx"),
      "vite.config.js": `import { defineConfig } from "vite";
import react from "@vitejs/plugin-react";
export default defineConfig({ plugins: [react()] });
`,
      "tsconfig.json": tsconfig({ jsx: "react-jsx", allowImportingTsExtensions: true }),
      "src/main.tsx": `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import App from "./App.tsx";
createRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);
`,
    },
    check: ["tsc", "-p", "."],
    app: "src/App.tsx",
    /** The quiz by \`content\`, and a button that changes an attribute. */
    bound: (content) => `import "adil-widgets";
import { useState } from "react";
const content = ${content};
export default function App() {
  const [mode, setMode] = useState<"learn" | "test">("learn");
  return <main><h1>Our school</h1>
    <adil-quiz content={content} mode={mode} heading-level={3} loading="eager" />
    <button onClick={() => setMode("test")}>A test</button></main>;
}
`,
    wrong: [
      `export const One = () => <adil-quiz src="/a.json" mode="exam" />;`,
      `export const One = () => <adil-quiz src="/a.json" onadil-complete={(event) => event.detail.points} />;`,
      `export const One = () => <adil-quizz src="/a.json" />;`,
    ].map((line) => ({ file: "src/wrong.tsx", body: `${line}\n` })),
  },
  vue: {
    files: {
      "index.html": page("app", "main.ts"),
      "tsconfig.json": tsconfig(),
      "src/main.ts": `import { createApp } from "vue";
import App from "./App.vue";
createApp(App).mount("#app");
`,
    },
    check: ["vue-tsc", "--noEmit", "-p", "."],
    app: "src/App.vue",
    bound: (content) => `<script setup lang="ts">
import "adil-widgets";
import { ref } from "vue";
const content = ${content};
const mode = ref<"learn" | "test">("learn");
</script>
<template>
  <main><h1>Our school</h1>
    <adil-quiz :content.prop="content" :mode="mode" :heading-level="3" loading="eager" />
    <button @click="mode = 'test'">A test</button></main>
</template>
`,
    wrong: [
      `<adil-quiz src="/a.json" mode="exam" />`,
      `<adil-quiz src="/a.json" @adil-complete="(event) => event.detail.points" />`,
    ].map((line) => ({ file: "src/Wrong.vue", body: `<script setup lang="ts"></script>\n<template>${line}</template>\n` })),
  },
  svelte: {
    files: {
      "index.html": page("app", "main.ts"),
      "vite.config.js": `import { defineConfig } from "vite";
import { svelte } from "@sveltejs/vite-plugin-svelte";
export default defineConfig({ plugins: [svelte()] });
`,
      "svelte.config.js": `export default {};\n`,
      "tsconfig.json": tsconfig({ types: ["svelte", "vite/client"] }),
      "src/main.ts": `import { mount } from "svelte";
import App from "./App.svelte";
export default mount(App, { target: document.getElementById("app")! });
`,
    },
    check: ["svelte-check", "--tsconfig", "tsconfig.json", "--fail-on-warnings"],
    app: "src/App.svelte",
    bound: (content) => `<script lang="ts">
  import "adil-widgets";
  const content = ${content};
  let mode = $state<"learn" | "test">("learn");
</script>
<main><h1>Our school</h1>
  <adil-quiz {content} {mode} heading-level={3} loading="eager"></adil-quiz>
  <button onclick={() => (mode = "test")}>A test</button></main>
`,
    wrong: [
      `<adil-quiz src="/a.json" mode="exam"></adil-quiz>`,
      `<adil-quiz src="/a.json" onadil-complete={(event) => event.detail.points}></adil-quiz>`,
    ].map((line) => ({ file: "src/Wrong.svelte", body: `<script lang="ts"></script>\n${line}\n` })),
  },
};

/** Uses that TypeScript has to take, and others that it must not. */
export const USES = `import "adil-widgets";
import type { AdilQuiz, AdilQuizEventMap, AdilVideoEventMap } from "adil-widgets";

const quiz: AdilQuiz = document.createElement("adil-quiz");
quiz.src = "/honesty.json";
quiz.content = { format: "adil" };
quiz.addEventListener("adil-complete", (event) => { const points: number = event.detail.score; return points; });
quiz.addEventListener("click", (event) => event.clientX);
quiz.addEventListener("something", { handleEvent: (event: Event) => event.type });
const heard = (event: AdilQuizEventMap["adil-answer"]) => event.detail.verdict;
quiz.addEventListener("adil-answer", heard, { once: true });
quiz.removeEventListener("adil-answer", heard);
document.querySelector("adil-video")?.addEventListener("adil-complete", (event) => event.detail.watched);
addEventListener("adil-complete", (event) => {
  if (event.detail.widget === "quiz") return event.detail.max;
  if (event.detail.widget === "video") return event.detail.watched;
  return undefined;
});
document.body.addEventListener("adil-checkpoint", (event: AdilVideoEventMap["adil-checkpoint"]) => event.detail.at);

// @ts-expect-error An element has no such property.
quiz.sorce = "/honesty.json";
// @ts-expect-error This event has no such detail.
quiz.addEventListener("adil-complete", (event) => event.detail.points);
// @ts-expect-error A quiz fires no such event.
quiz.addEventListener("adil-checkpoint", (event: AdilQuizEventMap["adil-checkpoint"]) => event);
`;
