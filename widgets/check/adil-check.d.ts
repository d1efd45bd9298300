// Made from the element's SPEC; do not edit.

/** What all events carry. No name and no typed text is ever among it. */
export interface Run {
  readonly widget: "check";
  readonly contentId: string;
  readonly contentVersion: string;
  readonly run: number;
  readonly mode: "check" | "readiness" | "register";
  readonly level: string;
}

export interface AdilCheckEventMap {
  /** The first screen is there. */
  "adil-ready": CustomEvent<Run & { questions: number }>;
  /** Somebody began. */
  "adil-start": CustomEvent<Run & { questions: number }>;
  /** A screen of questions was answered. */
  "adil-progress": CustomEvent<Run & { done: number; total: number }>;
  /** The result is shown. `resultId` is empty where the file tells only the end. */
  "adil-complete": CustomEvent<Run & { resultId: string }>;
  /** A file was saved: text, json, csv or calendar. */
  "adil-export": CustomEvent<Run & { kind: string }>;
  /** The browser refused to keep the answers. */
  "adil-storage": CustomEvent<Run & { kept: boolean }>;
  /** The widget could not run. */
  "adil-error": CustomEvent<{ code: string; message: string }>;
}

export interface AdilCheck extends HTMLElement {
  /** The content file, relative to the page. */
  src: string | null;
  /** A file of interface texts, in any language. */
  texts: string | null;
  /** Questions with a result, scales by clause with a plan, or the register of an office that receives declarations. */
  mode: string | null;
  /** For whom: sets type size, targets, register. */
  level: string | null;
  /** Where answers are kept, unless the file keeps them only where somebody asks for it, or never. */
  storage: string | null;
  /** The level of the widget's own heading. */
  headingLevel: string | null;
  /** Auto is as the page, else as the system. */
  theme: string | null;
  /** Where "Leave this page" leads, where the file has that button. */
  exit: string | null;
  /** The content itself, instead of src. */
  content: object | string;
  addEventListener<K extends keyof AdilCheckEventMap>(
    type: K,
    listener: (this: AdilCheck, event: AdilCheckEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilCheck, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AdilCheckEventMap>(
    type: K,
    listener: (this: AdilCheck, event: AdilCheckEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: AdilCheck, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What the tag takes in a template. */
export interface AdilCheckAttributes {
  /** The content file, relative to the page. */
  src?: string | undefined;
  /** The language of the interface, and of texts that have it. */
  lang?: string | undefined;
  /** A file of interface texts, in any language. */
  texts?: string | undefined;
  /** Questions with a result, scales by clause with a plan, or the register of an office that receives declarations. */
  mode?: "check" | "readiness" | "register" | undefined;
  /** For whom: sets type size, targets, register. */
  level?: "primary-1" | "primary-2" | "secondary" | "tertiary" | "staff" | undefined;
  /** Where answers are kept, unless the file keeps them only where somebody asks for it, or never. */
  storage?: "none" | "session" | "device" | undefined;
  /** The level of the widget's own heading. */
  "heading-level"?: number | string | undefined;
  /** Auto is as the page, else as the system. */
  theme?: "light" | "dark" | "auto" | undefined;
  /** Where "Leave this page" leads, where the file has that button. */
  exit?: string | undefined;
  /** The content itself, instead of src. */
  content?: object | string | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "adil-check": AdilCheck;
  }
}
