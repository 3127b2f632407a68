/** Version of Electron that package.json pins; the bundler writes it in. */
declare const pinnedElectron: string

/** Whether this is the pinned release or the older one that set-up takes where the release cannot be downloaded. */
export const runtimeKind = (): 'official' | 'fallback' =>
  process.versions.electron === pinnedElectron ? 'official' : 'fallback'
