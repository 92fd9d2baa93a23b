import type { ChatMessage, Json } from '@evospice/contracts';
import { checkTemplates } from './check-templates.ts';
import { compose } from './compose.ts';
import { fit, type Fitted } from './fit.ts';
import { partsOf, type Question } from './question.ts';
import { PromptTemplates, type TemplateName } from './templates.ts';

export interface Room {
  /** Tokens for all messages together. */
  readonly tokens: number;
  /** Messages that follow the question. */
  readonly behind?: readonly ChatMessage[];
}

/** The plugin's own, read once. */
let shipped: Promise<PromptTemplates> | undefined;

/** Writes prompts from templates, which are read when they are first needed. */
export class Prompts {
  readonly #folder: string | undefined;
  #templates: Promise<PromptTemplates> | undefined;

  /** @param folder absolute path of templates that take the place of the plugin's */
  constructor(folder?: string) {
    this.#folder = folder;
  }

  /** A hash of each template. @throws EvospiceError `CONFIG_PROMPTS` */
  async conditions(): Promise<Readonly<Record<string, Json>>> {
    return { prompts: (await this.#load()).hashes() };
  }

  /** The messages of a question, and those behind it. @throws EvospiceError `CONFIG_PROMPTS`, `PROPOSAL_CONTEXT` */
  async ask(question: Question, { tokens, behind = [] }: Room): Promise<Fitted> {
    const templates = await this.#load();
    return fit(partsOf(templates, question), tokens, (parts) => [...compose(templates, question, parts), ...behind]);
  }

  /** A single template, filled. @throws EvospiceError `CONFIG_PROMPTS` */
  async fill(name: TemplateName, data: object): Promise<string> {
    return (await this.#load()).fill(name, data);
  }

  /** What to say after an answer that could not be used. */
  async reask(reason: string): Promise<ChatMessage> {
    return { role: 'user', content: await this.fill('reask', { reason }) };
  }

  #load(): Promise<PromptTemplates> {
    if (this.#folder === undefined) return (shipped ??= PromptTemplates.load());
    this.#templates ??= PromptTemplates.load(this.#folder).then((templates) => {
      checkTemplates(templates);
      return templates;
    });
    return this.#templates;
  }
}
