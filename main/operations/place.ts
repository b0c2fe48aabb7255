/**
 * Does the file lie where another program may move it under our hands?
 *
 * Folders of OneDrive, Dropbox, iCloud and Google Drive are known by their names on the way to the file, network drives
 * by their path on Windows and by what the system says of the file system elsewhere. Not knowing counts as this computer.
 */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Keeping } from '../../shared/contract/keeping.ts';

const synced: readonly RegExp[] = [
  /^OneDrive( - .+)?$/i,
  /^Dropbox( \(.+\))?$/i,
  /^(Mobile Documents|iCloud ?Drive|com~apple~CloudDocs)$/i,
  /^(Google ?Drive.*|My Drive|DriveFS)$/i,
  /^CloudStorage$/,
];

/** NFS, SMB, CIFS, SMB2, 9P, AFS and Ceph, as Linux numbers them. */
const network: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400,
]);

/** Where that path lies, by its words and by the number of its file system. */
export function placeOf(path: string, fileSystem = fileSystemOf(path)): Keeping['place'] {
  if (/^(\\\\|\/\/)[^?./\\]/.test(path) || network.has(fileSystem)) return 'network';
  const parts = path.split(/[/\\]/).slice(0, -1);
  return parts.some((part) => synced.some((name) => name.test(part))) ? 'synced' : 'this-computer';
}

function fileSystemOf(path: string): number {
  try {
    return statfsSync(dirname(path)).type >>> 0;
  } catch {
    return 0;
  }
}
