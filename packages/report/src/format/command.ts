import { quote } from 'shell-quote';

/** A command of Evospice to copy into a shell, its words quoted where they need it. */
export function evospiceCommand(...words: readonly string[]): string {
  // The library is careful with signs that no shell minds, such as those in n=1.5 and in C:/runs.
  return ['npx', 'evospice', ...words].map((word) => (/^[\w./:=,@%+~-]+$/u.test(word) ? word : quote([word]))).join(' ');
}
