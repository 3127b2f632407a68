/** The owner as a helper process sees it, the same under Electron's utility process and under `child_process.fork`. */
export interface Parent {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

/** The line to the process that started this one. */
export function parent(): Parent {
  const port = (process as unknown as { parentPort?: ParentPort }).parentPort
  if (port)
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    }
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener),
  }
}

/** The argument that the owner gave, or an empty object. */
export function startArgument(): Record<string, string> {
  const raw = process.argv.at(-1) ?? '{}'
  try {
    return raw.startsWith('{') ? (JSON.parse(raw) as Record<string, string>) : {}
  } catch {
    return {}
  }
}
