import { Pool, errors, type Dispatcher } from 'undici';

type Options = Parameters<Pool['connect']>[0];
type Callback = (error: Error | null, data: Dispatcher.ConnectData) => void;

/**
 * The connections to a proxy. One that closes its connection in place of an answer undici asks again, at once and without
 * end, by the name of that error; as the cause of another one it is a failure like all others.
 */
export class ProxyPool extends Pool {
  override connect(options: Options): Promise<Dispatcher.ConnectData>;
  override connect(options: Options, callback: Callback): void;
  override connect(options: Options, callback?: Callback): Promise<Dispatcher.ConnectData> | undefined {
    if (!callback) return super.connect(options).catch((error: unknown) => Promise.reject(renamed(error)));
    super.connect(options, callback);
    return undefined;
  }
}

function renamed(error: unknown): Error {
  if (error instanceof Error && !(error instanceof errors.SocketError)) return error;
  return new Error('no tunnel', { cause: error });
}
