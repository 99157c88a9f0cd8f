// All that the page gets of Electron: the requests of the contract by name, and one way to listen. No channel, event or
// other object of Electron passes through.

import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge, DesktopEvent } from '../shared/desktop-contract';

const bridge: DesktopBridge = {
  describeShell: (args) => ipcRenderer.invoke('describeShell', args),
  readJournal: (args) => ipcRenderer.invoke('readJournal', args),
  appendToJournal: (args) => ipcRenderer.invoke('appendToJournal', args),
  keepOriginal: (args) => ipcRenderer.invoke('keepOriginal', args),
  readOriginal: (args) => ipcRenderer.invoke('readOriginal', args),
  fetchConferences: (args) => ipcRenderer.invoke('fetchConferences', args),
  fetchRoot: (args) => ipcRenderer.invoke('fetchRoot', args),
  fetchHead: (args) => ipcRenderer.invoke('fetchHead', args),
  fetchObject: (args) => ipcRenderer.invoke('fetchObject', args),
  keepOfficial: (args) => ipcRenderer.invoke('keepOfficial', args),
  readOfficial: (args) => ipcRenderer.invoke('readOfficial', args),
  connectFolder: (args) => ipcRenderer.invoke('connectFolder', args),
  forgetFolder: (args) => ipcRenderer.invoke('forgetFolder', args),
  describeFolders: (args) => ipcRenderer.invoke('describeFolders', args),
  probeFolder: (args) => ipcRenderer.invoke('probeFolder', args),
  readFromFolder: (args) => ipcRenderer.invoke('readFromFolder', args),
  listFolder: (args) => ipcRenderer.invoke('listFolder', args),
  writeToFolder: (args) => ipcRenderer.invoke('writeToFolder', args),
  describeDevice: (args) => ipcRenderer.invoke('describeDevice', args),
  signDeviceHead: (args) => ipcRenderer.invoke('signDeviceHead', args),
  renewDevice: (args) => ipcRenderer.invoke('renewDevice', args),
  unlockSecrets: (args) => ipcRenderer.invoke('unlockSecrets', args),
  saveFile: (args) => ipcRenderer.invoke('saveFile', args),
  printPdf: (args) => ipcRenderer.invoke('printPdf', args),
  takeOpenedFiles: (args) => ipcRenderer.invoke('takeOpenedFiles', args),
  openExternal: (args) => ipcRenderer.invoke('openExternal', args),
  listen: (listener) => {
    const forward = (_event: unknown, event: DesktopEvent): void => listener(event);
    ipcRenderer.on('desktop-event', forward);
    return () => {
      ipcRenderer.removeListener('desktop-event', forward);
    };
  },
};

contextBridge.exposeInMainWorld('rostrum', bridge);
