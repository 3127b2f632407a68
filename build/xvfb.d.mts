export declare function hasDisplay(env?: Record<string, string | undefined>, platform?: string): boolean
export declare function startXvfb(size?: {
  width?: number
  height?: number
}): Promise<{ env: { DISPLAY: string }; stop: () => Promise<void> }>
export declare function withXvfb<T>(work: (env: Record<string, string>) => Promise<T>): Promise<T>
