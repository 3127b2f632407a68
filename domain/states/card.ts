/** States of the line reader → card → certificate → operator, as the status bar shows it. */
export const cardStates = [
  'starting',
  'noService',
  'noReader',
  'noCard',
  'reading',
  'unknownCard',
  'busy',
  'mute',
  'certificateBad',
  'certificateExpired',
  'certificateNotYet',
  'blocked',
  'ready',
  'signing',
  'stopped',
] as const

/**
 * What the one button of the card line does: looks again, shows what to do, shows the certificate, opens the settings,
 * starts the control of the electronic port, puts the practice card back.
 */
export const cardSteps = ['none', 'look', 'help', 'certificate', 'settings', 'control', 'practice'] as const
export type CardStep = (typeof cardSteps)[number]

export type CardState = (typeof cardStates)[number]
