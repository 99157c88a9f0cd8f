// The menu bar. What the system knows how to do is a role; what the app does is sent to the page.

import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../shared/desktop-contract';

/** Sets the menu bar; `send` hands a command to the page. */
export function setMenu(send: (command: MenuCommand) => void): void {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(name),
  });
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('&Import Papers…', 'import-papers', 'CmdOrCtrl+O'),
        command('&Look for News', 'look-for-news', 'CmdOrCtrl+Shift+U'),
        { type: 'separator' },
        command('&Export Report…', 'export-report', 'CmdOrCtrl+Shift+E'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&Motion',
      submenu: [
        command('&Go To…', 'go-to', 'CmdOrCtrl+K'),
        command('&Find…', 'find', 'CmdOrCtrl+F'),
        { type: 'separator' },
        command('New &Note', 'new-note', 'CmdOrCtrl+Shift+N'),
        command('Draft &Amendment', 'draft-amendment', 'CmdOrCtrl+Shift+A'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', role: 'help', submenu: [command('Keyboard &Shortcuts', 'show-shortcuts', 'CmdOrCtrl+/')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
