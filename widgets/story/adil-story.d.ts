// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "story";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "learn" | "group" | "class" | "print";
  readonly level: string;
}

export interface AdilStoryEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { scenes: number }>;
  /** A learner began. */
  "adil-start": CustomEvent<Run & { scenes: number }>;
  /** A learner chose. In scenes that only lead on, `choiceId` is empty. */
  "adil-choice": CustomEvent<Run & { sceneId: string; choiceId: string }>;
  /** The question of a scene was answered. `open`: there was nothing to be marked. */
  "adil-answer": CustomEvent<Run & { sceneId: string; verdict: "right" | "partly" | "wrong" | "open" }>;
  /** More scenes were seen. */
  "adil-progress": CustomEvent<Run & { done: number; total: number }>;
  /** An ending is reached. */
  "adil-complete": CustomEvent<Run & { endingId: string; steps: number }>;
  /** The browser refused to keep the way. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilStory extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** How it is used: alone, by a group at one device, by a class on a projector, on paper. */
  mode: string | null;
  /** For whom: sets type size, targets, register. */
  level: string | null;
  /** Where the run is kept. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** How the numbers of the cards on paper are shuffled. */
  seed: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilStoryEventMap>(
    type: K,
    listener: (this: AdilStory, event: AdilStoryEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilStory, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilStoryEventMap>(
    type: K,
    listener: (this: AdilStory, event: AdilStoryEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilStory, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilStoryAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** How it is used: alone, by a group at one device, by a class on a projector, on paper. */
  mode?: "learn" | "group" | "class" | "print" | undefined;
  /** For whom: sets type size, targets, register. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where the run is kept. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** How the numbers of the cards on paper are shuffled. */
  seed?: number | string | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-story": AdilStory;
  }
}
