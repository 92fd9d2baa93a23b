import htm from 'htm';
import { h, type VNode } from 'preact';

// The declarations of htm are read as CommonJS, where the default import would be the module itself; at run time it is the function.
type Template = (strings: TemplateStringsArray, ...values: unknown[]) => VNode | VNode[];

/** Templates of pages; whatever is put into them is escaped. */
export const html = (htm as unknown as { bind(create: typeof h): Template }).bind(h);

/** What a component gives. */
export type Markup = VNode | VNode[] | null;

/** Markup that is already escaped: pictures drawn by us, highlighted code. */
export function Raw({ markup, tag = 'div', class: name }: { readonly markup: string; readonly tag?: string; readonly class?: string }): VNode {
  return h(tag, { ...(name === undefined ? {} : { class: name }), dangerouslySetInnerHTML: { __html: markup } });
}
