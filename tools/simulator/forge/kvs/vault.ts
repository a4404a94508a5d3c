import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const ALGORITHM = 'aes-256-gcm';

/** Seals secrets at rest. What a text is sealed for is bound to it, so one cannot be put in the place of another. */
export class Vault {
  private constructor(private readonly key: Buffer) {}

  /** With a key that ends with the process. */
  static inMemory(): Vault {
    return new Vault(randomBytes(32));
  }

  /** With the key of a file that only its owner can read; made when there is none. */
  static fromFile(path: string): Vault {
    if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600 });
    const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
    if (key.length !== 32) throw new Error(`${path} does not hold a key of 256 bits.`);
    return new Vault(key);
  }

  seal(text: string, sealedFor: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(sealedFor));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  open(sealed: string, sealedFor: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, 12)).setAAD(
      Buffer.from(sealedFor),
    );
    decipher.setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28)).toString('utf8') + decipher.final('utf8');
  }
}
