// The tags in components of Svelte 5: "types": ["adil-widgets/svelte"] in tsconfig.json brings
// them in.
import type { HTMLAttributes } from "svelte/elements";
import type { AdilElements } from "./index.js";

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Tag<Element extends EventTarget, Attributes, Events> =
  & Omit<HTMLAttributes<Element>, keyof Attributes>
  & Attributes
  & Listeners<Events>;

type Tags = {
  [Name in keyof AdilElements]: Tag<
    AdilElements[Name]["element"], AdilElements[Name]["attributes"], AdilElements[Name]["events"]
  >;
};

declare module "svelte/elements" {
  export interface SvelteHTMLElements extends Tags {}
}
