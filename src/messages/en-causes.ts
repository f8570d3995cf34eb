/** Codes of Node, OpenSSL and undici in plain words. */
export const enCauses: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name does not resolve',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'nothing answers at that address and port',
  ECONNRESET: 'the server closed the connection',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  EPIPE: 'the server closed the connection',
  UND_ERR_SOCKET: 'the server closed the connection before its answer was complete',
  Z_BUF_ERROR: 'the compressed answer is cut off',
  Z_DATA_ERROR: 'the compressed answer is damaged',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the TLS certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another host',
};

/** Failures of an exchange that have no code of their own. */
export const enExchange = {
  redirects: (limit: number): string => `more than ${limit} redirects`,
  stackedEncodings: (count: number): string => `${count} stacked content encodings`,
  unknownEncoding: (name: string): string => `the content encoding ${name} is not supported`,
};
