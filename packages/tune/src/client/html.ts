import htm from 'htm';
import { h, type VNode } from 'preact';

// The declarations of htm are read as CommonJS, where the default import would be the module itself; at run time it is the function.
type Template = (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

/** Templates; whatever is put into them is text. */
export const html = (htm as unknown as { bind(create: typeof h): Template }).bind(h);

/** What a component gives. */
export type View = VNode | null;
