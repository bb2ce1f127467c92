const DATABASE = 'proofmark';
const STORE = 'keys';
const NAME = 'receipts';

/** The key pair of receipts; `kept` when this browser has it also next time. */
export interface ReceiptKey {
  readonly pair: CryptoKeyPair;
  readonly kept: boolean;
}

/**
 * The key with which this browser signs receipts, made when it is first needed. No script can read the private part, so it cannot leave
 * the browser. Without storage the key is used once.
 */
export async function receiptKey(): Promise<ReceiptKey> {
  const found = await keptKey();
  if (found !== null) return { pair: found, kept: true };
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as CryptoKeyPair;
  const kept = await inStore('readwrite', (store) => store.put(pair, NAME)).then(
    () => true,
    () => false,
  );
  return { pair, kept };
}

/** The key that this browser has already; null when it has none. */
export function keptKey(): Promise<CryptoKeyPair | null> {
  return inStore<CryptoKeyPair | undefined>('readonly', (store) => store.get(NAME)).then(
    (pair) => pair ?? null,
    () => null,
  );
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answered<IDBDatabase>(opening);
  try {
    return await answered<T>(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}
