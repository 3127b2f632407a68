// The baseline of the start-up bench: the least that Electron can do to show a usable input.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: true })
  return window.loadFile(`${__dirname}/index.html`)
})
