// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "plan";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "plan" | "screen" | "print" | "campaign" | "map";
  readonly level: string;
}

export interface AdilPlanEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { blocks?: number; plans?: number }>;
  /** A lesson began. */
  "adil-start": CustomEvent<Run & { blocks: number }>;
  /** A block began. */
  "adil-block-start": CustomEvent<Run & { blockId: string }>;
  /** A block was left. */
  "adil-block-end": CustomEvent<Run & { blockId: string }>;
  /** The lesson is over. */
  "adil-complete": CustomEvent<Run & { blocksDone: number; blocks: number }>;
  /** An action was written down. */
  "adil-hour": CustomEvent<Run & { classes: number; people: number }>;
  /** Codes were added up. */
  "adil-tally": CustomEvent<Run & { classes: number; people: number; codes: number }>;
  /** The browser refused to keep something. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilPlan extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** Plan: to read and to run. Screen: what the projector shows. Print: all on paper. Campaign: dates, counts and papers of an action. Map: which lesson serves what. */
  mode: string | null;
  /** For whom: sets type size, targets, register. */
  level: string | null;
  /** Where the run is kept. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** The days of an action, such as `2026-10-15 2026-12-09 - 2027-05-12`; `-` for one that is not set yet. */
  dates: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilPlanEventMap>(
    type: K,
    listener: (this: AdilPlan, event: AdilPlanEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilPlan, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilPlanEventMap>(
    type: K,
    listener: (this: AdilPlan, event: AdilPlanEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilPlan, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilPlanAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** Plan: to read and to run. Screen: what the projector shows. Print: all on paper. Campaign: dates, counts and papers of an action. Map: which lesson serves what. */
  mode?: "plan" | "screen" | "print" | "campaign" | "map" | undefined;
  /** For whom: sets type size, targets, register. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where the run is kept. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** The days of an action, such as `2026-10-15 2026-12-09 - 2027-05-12`; `-` for one that is not set yet. */
  dates?: string | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-plan": AdilPlan;
  }
}
