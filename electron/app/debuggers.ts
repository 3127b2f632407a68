import type { App } from 'electron'

/** Switches by which another program drives the page: it could read what is typed there, and press its buttons. */
const switches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins']

/**
 * Takes no debugger on the clerk's own data: only a desk that was told another data folder opens its page to one, as
 * Chrome does since its version 136. (The debugger of main is closed for good by a fuse.)
 */
export function keepDebuggersOut({ commandLine }: Pick<App, 'commandLine'>): void {
  if (commandLine.hasSwitch('user-data-dir')) return
  for (const name of switches) commandLine.removeSwitch(name)
}
