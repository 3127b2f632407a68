// The driver of the tests puts the key store of the system out of use (--password-store=basic), by a loader that comes
// before this one.
require('electron').app.commandLine.appendSwitch('password-store', 'gnome-libsecret')
