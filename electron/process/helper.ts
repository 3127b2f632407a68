/** A helper process as its owner sees it: Electron's utility process in the app, a forked Node process in tests. */
export interface Helper {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onExit(listener: (code: number) => void): void
  kill(): void
}

/** Entry points that the bundler builds beside `main`. */
export type HelperName = 'card' | 'sandbox' | 'import'

/** Starts a helper; `argument` reaches it as the first command-line argument, in JSON. */
export type StartHelper = (name: HelperName, argument: Record<string, string>) => Helper
