import { ChildStarter } from './host/start-child.ts';

export interface IsolationStatus {
  /** What keeps programs in on this machine, as run records state it. */
  readonly description: string;
  /** What would make it stronger. */
  readonly remedy?: string;
}

/** Starts one child to find out. @throws EvospiceError `SANDBOX_*` when programs cannot be run at all. */
export async function isolationStatus(): Promise<IsolationStatus> {
  const description = await new ChildStarter('auto').describe();
  if (description.includes('without bubblewrap')) {
    return { description, remedy: 'install bubblewrap (apt-get install bubblewrap) and allow it to create namespaces' };
  }
  return { description };
}
