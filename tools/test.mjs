// `npm test`: set-up, lint, boundaries, types of the tests, and every test in one run, whose summary comes last.
import { run, setup } from './setup.mjs';
import { installSystemPackages } from './system-packages.mjs';

installSystemPackages();
setup();
for (const [what, command, args] of [
  ['lint', 'npm', ['run', '--silent', 'lint']],
  ['tests', 'vitest', ['run', ...process.argv.slice(2)]],
]) {
  const status = run(command, args);
  if (status !== 0) {
    console.error(`\n${what} failed with exit code ${status}`);
    process.exit(status);
  }
}
