import { paletteVariables } from './palette.ts';

/** Colours of all reports as CSS variables. */
export const variables = {
  light: `--ground:#f6f7f9;--panel:#ffffff;--ink:#1b1f24;--muted:#59636e;--axis:#7d8590;--grid:#e6e9ed;--rule:#d5dae0;--soft:#eef2f7;--accent:#0b62c4;--warn:#7a4d00;--warn-soft:#fff4da;--added:#dcf5e3;--removed:#fde4e2;--mark:#d6255b;--code-key:#a3158a;--code-text:#0a6640;--code-number:#0b57ad;--code-note:#687079;--code-name:#7b4a00;${paletteVariables('light')}`,
  dark: `--ground:#0f1317;--panel:#171c22;--ink:#e4e8ec;--muted:#9ea8b3;--axis:#707b87;--grid:#272e36;--rule:#323a44;--soft:#1e252d;--accent:#6cb1ff;--warn:#f2c866;--warn-soft:#2f2710;--added:#12321f;--removed:#3d1b1d;--mark:#ff5c8d;--code-key:#f08ad9;--code-text:#7fd6a5;--code-number:#7fb8ff;--code-note:#8b96a2;--code-name:#e5b567;${paletteVariables('dark')}`,
} as const;

/** Light, or dark by the reader's preference. */
export function themeRules(selector: string): string {
  return `${selector}{color-scheme:light dark;${variables.light}}\n@media (prefers-color-scheme:dark){${selector}{${variables.dark}}}`;
}
