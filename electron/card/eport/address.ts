/**
 * The control listens on the own machine at a fixed port (signing.json, local_service.addresses). It is no setting:
 * an address that could be changed would send PINs wherever it points.
 */
export const controlAddress = { host: '127.0.0.1', port: 61_232 } as const

/** The control's own script tries again every 500 ms, ten times (signing.json, local_service.notes). Then we slow down. */
export const reconnect = { every: 500, tries: 10 } as const
