/** Files and folders beside those of the program; none of them becomes part of a child. */
export const promptFile = 'PROMPT.md';
export const usageFile = 'usage.json';
export const inspirationFolder = 'inspirations';
/** The agent's home: settings and caches. */
export const homeFolder = '.home';
