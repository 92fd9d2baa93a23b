import { testProgramRunner } from '@evospice/testkit';
import { IsolateProgramRunner } from './isolate-program-runner.ts';

testProgramRunner('isolate, strongest isolation of this machine', () => new IsolateProgramRunner({ warm: 2 }));
