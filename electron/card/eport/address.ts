/**
 * The control listens on the own machine at a fixed port (signing.json, local_service.addresses). It is no setting:
 * an address that could be changed would send PINs wherever it points.
 */
export const controlAddress = { host: '127.0.0.1', port: 61_232 } as const
