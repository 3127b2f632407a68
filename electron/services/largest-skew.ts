/** Largest difference between the clock of this computer and the portal's that does no harm, in seconds. */
export const largestSkew = 120
