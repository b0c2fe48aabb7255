/**
 * What does a window get from main? The bridge of the contract, as `window.quarterday`, and nothing else.
 *
 * A chosen file's path is read here and goes straight to main; the page holds a handle.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/contract/contract.ts';
import { channels } from './hosts/electron/channels.ts';

type Chosen = Parameters<typeof webUtils.getPathForFile>[0];

const bridge: Bridge<Chosen> = {
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input),
  sendFile: async (file) => {
    const path = webUtils.getPathForFile(file);
    if (path !== '') return ipcRenderer.invoke(channels.choose, path);
    return ipcRenderer.invoke(channels.send, file.name, new Uint8Array(await file.arrayBuffer()));
  },
  readFile: ({ file }) => ipcRenderer.invoke(channels.read, file),
  saveFile: ({ file, name }) => ipcRenderer.invoke(channels.save, file, name),
};

contextBridge.exposeInMainWorld('quarterday', bridge);
