/** Permissions whose state a page may ask for. */
export const deniedPermissions = [
  ...['accelerometer', 'background-sync', 'camera', 'clipboard-read', 'clipboard-write', 'display-capture'],
  ...['geolocation', 'gyroscope', 'idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi'],
  ...['notifications', 'payment-handler', 'persistent-storage', 'screen-wake-lock', 'storage-access'],
  'window-management',
]

/** Uses of what needs a permission: name and code whose promise is refused. */
export const permissionUses: readonly (readonly [name: string, code: string])[] = [
  ['position', `new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no))`],
  ['reading the clipboard', `navigator.clipboard.readText()`],
  ['writing the clipboard', `navigator.clipboard.writeText('x')`],
  ['camera', `navigator.mediaDevices.getUserMedia({ video: true })`],
  ['microphone', `navigator.mediaDevices.getUserMedia({ audio: true })`],
  ['screen', `navigator.mediaDevices.getDisplayMedia()`],
  ['notifications', `Notification.requestPermission().then((state) => state === 'granted' || Promise.reject())`],
  ['USB', `navigator.usb.requestDevice({ filters: [] })`],
  ['serial port', `navigator.serial.requestPort()`],
  ['HID', `navigator.hid.requestDevice({ filters: [] }).then((all) => all.length || Promise.reject())`],
  ['MIDI', `navigator.requestMIDIAccess({ sysex: true })`],
  ['Bluetooth', `navigator.bluetooth.requestDevice({ acceptAllDevices: true })`],
  ['idle state', `IdleDetector.requestPermission().then((state) => state === 'granted' || Promise.reject())`],
  ['fonts', `queryLocalFonts().then((all) => all.length || Promise.reject())`],
]
