const NO_TRUST = 'the TLS certificate is not trusted; for an authority of your own set NODE_EXTRA_CA_CERTS';
const CLOSED = 'the server closed the connection';
const NO_TLS = 'the server and this program agree on no way to encrypt, or it does not speak TLS at that port';
const DAMAGED = 'the compressed answer is damaged';
const TOO_MANY_FILES = 'too many files and connections are open';

/** Codes of the system, OpenSSL, undici and zlib in plain words. */
export const enCauses = {
  ENOTFOUND: 'the host name does not resolve',
  EAI_AGAIN: 'the name server does not answer',
  EAI_FAIL: 'the name server cannot answer',
  EAI_NODATA: 'the host name has no address',
  ECONNREFUSED: 'nothing answers at that address and port',
  ECONNRESET: CLOSED,
  ECONNABORTED: CLOSED,
  EPIPE: CLOSED,
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  EHOSTDOWN: 'the host is down',
  ENETUNREACH: 'the network cannot be reached',
  ENETDOWN: 'the network is down',
  EADDRNOTAVAIL: 'this machine has no address of that kind',
  EAFNOSUPPORT: 'this machine has no address of that kind',
  EACCES: 'this machine does not allow the connection',
  EPERM: 'this machine does not allow the connection',
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  ENOBUFS: 'this machine has no memory for more connections',
  EPROTO: NO_TLS,
  UND_ERR_SOCKET: 'the server closed the connection before its answer was complete',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the answer is shorter or longer than announced',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the answer are too large',
  UND_ERR_INVALID_ARG: 'the request cannot be sent in this form',
  UND_ERR_ABORTED: 'the connection was given up',
  UND_ERR_DESTROYED: 'the connection was given up',
  UND_ERR_CLOSED: 'the connection was given up',
  UND_ERR_PRX_TLS: 'the TLS connection to the proxy failed',
  Z_BUF_ERROR: 'the compressed answer is cut off',
  CERT_HAS_EXPIRED: 'the TLS certificate has expired',
  CERT_NOT_YET_VALID: 'the TLS certificate is not valid yet; check the clock of this machine',
  CERT_REVOKED: 'the TLS certificate was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the TLS certificate is self-signed; if it is yours, set NODE_EXTRA_CA_CERTS',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the TLS certificate is for another host',
  HOSTNAME_MISMATCH: 'the TLS certificate is for another host',
  SELF_SIGNED_CERT_IN_CHAIN: NO_TRUST,
  UNABLE_TO_GET_ISSUER_CERT: NO_TRUST,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NO_TRUST,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NO_TRUST,
};

/** The same for whole families of codes, by how they begin. */
export const enCauseFamilies = {
  ERR_SSL_: NO_TLS,
  ERR_TLS_: NO_TRUST,
  CERT_: NO_TRUST,
  INVALID_CA: NO_TRUST,
  Z_: DAMAGED,
  ERR__ERROR_FORMAT: DAMAGED, // brotli
  ERR_PADDING: DAMAGED, // brotli
};

/** Failures of an exchange that have no code of their own. */
export const enExchange = {
  notHttp: (detail: string): string => `the answer is not valid HTTP${detail === '' ? '' : ` (${detail})`}`,
  stackedEncodings: (count: number): string => `${count} stacked content encodings`,
  unknownEncoding: (name: string): string => `the content encoding ${name} is not supported`,
  proxyRefused: (status: number): string =>
    `the proxy refused with HTTP ${status}${status === 407 ? ': it wants a user name and a password before the host in its address' : ''}`,
};
