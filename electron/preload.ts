// All that the page gets of Electron: the requests of the contract by name, and one way to listen. No channel, event or
// other object of Electron passes through.

import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge, DesktopEvent } from '../shared/desktop-contract';

const bridge: DesktopBridge = {
  describeShell: (args) => ipcRenderer.invoke('describeShell', args),
  readJournal: (args) => ipcRenderer.invoke('readJournal', args),
  appendToJournal: (args) => ipcRenderer.invoke('appendToJournal', args),
  receiveEntries: (args) => ipcRenderer.invoke('receiveEntries', args),
  keepOriginal: (args) => ipcRenderer.invoke('keepOriginal', args),
  readOriginal: (args) => ipcRenderer.invoke('readOriginal', args),
  fetchConferences: (args) => ipcRenderer.invoke('fetchConferences', args),
  fetchRoot: (args) => ipcRenderer.invoke('fetchRoot', args),
  fetchHead: (args) => ipcRenderer.invoke('fetchHead', args),
  fetchObject: (args) => ipcRenderer.invoke('fetchObject', args),
  keepOfficial: (args) => ipcRenderer.invoke('keepOfficial', args),
  readOfficial: (args) => ipcRenderer.invoke('readOfficial', args),
  keepRefused: (args) => ipcRenderer.invoke('keepRefused', args),
  connectFolder: (args) => ipcRenderer.invoke('connectFolder', args),
  chooseFolder: (args) => ipcRenderer.invoke('chooseFolder', args),
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
  describeSecrets: (args) => ipcRenderer.invoke('describeSecrets', args),
  describeOwnKeys: (args) => ipcRenderer.invoke('describeOwnKeys', args),
  makeOwnKeys: (args) => ipcRenderer.invoke('makeOwnKeys', args),
  forgetOwnKeys: (args) => ipcRenderer.invoke('forgetOwnKeys', args),
  unwrapFileKey: (args) => ipcRenderer.invoke('unwrapFileKey', args),
  signOwnDevices: (args) => ipcRenderer.invoke('signOwnDevices', args),
  readOwnDevices: (args) => ipcRenderer.invoke('readOwnDevices', args),
  keepOwnDevices: (args) => ipcRenderer.invoke('keepOwnDevices', args),
  describeOffices: (args) => ipcRenderer.invoke('describeOffices', args),
  makeOffice: (args) => ipcRenderer.invoke('makeOffice', args),
  openOffice: (args) => ipcRenderer.invoke('openOffice', args),
  forgetOffice: (args) => ipcRenderer.invoke('forgetOffice', args),
  unlockOffice: (args) => ipcRenderer.invoke('unlockOffice', args),
  signForOffice: (args) => ipcRenderer.invoke('signForOffice', args),
  readOfficeFile: (args) => ipcRenderer.invoke('readOfficeFile', args),
  keepOfficeFile: (args) => ipcRenderer.invoke('keepOfficeFile', args),
  readOfficerKey: (args) => ipcRenderer.invoke('readOfficerKey', args),
  removeOfficerKey: (args) => ipcRenderer.invoke('removeOfficerKey', args),
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
