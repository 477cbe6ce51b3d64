import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { RUNTIME, type Runtime } from '../runtime.js';
import { Cipher } from './cipher.js';
import { FileKeyStore } from './file-key-store.js';
import { FileStore } from './file-store.js';
import { KeyStore } from './key-store.js';
import { PartnershipKeys, SigningKey } from './signing-key.js';

/** Sealed values and files. Keys and files lie in folders of their own, which are backed up apart or not at all. */
@Global()
@Module({
  providers: [
    {
      provide: KeyStore,
      inject: [RUNTIME],
      useFactory: ({ environment }: Runtime) => new FileKeyStore(environment.keyDir),
    },
    {
      provide: SigningKey,
      inject: [RUNTIME],
      useFactory: ({ environment }: Runtime) => new SigningKey(environment.keyDir),
    },
    {
      provide: PartnershipKeys,
      inject: [RUNTIME],
      useFactory: ({ environment }: Runtime) => new PartnershipKeys(environment.keyDir),
    },
    { provide: Cipher, inject: [KeyStore], useFactory: (keys: KeyStore) => new Cipher(keys) },
    {
      provide: FileStore,
      inject: [RUNTIME, KeyStore],
      useFactory: ({ environment }: Runtime, keys: KeyStore) =>
        new FileStore(join(environment.dataDir, 'files'), keys),
    },
  ],
  exports: [KeyStore, SigningKey, PartnershipKeys, Cipher, FileStore],
})
export class StorageModule {}
