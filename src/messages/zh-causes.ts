import type { Catalogue } from './messages.js';

const NO_TRUST = 'TLS 证书不受信任；如使用自建的证书颁发机构，请设置 NODE_EXTRA_CA_CERTS';
const CLOSED = '服务器关闭了连接';
const NO_TLS = '服务器与本程序没有共同的加密方式，或该端口不使用 TLS';
const DAMAGED = '压缩的响应内容已损坏';
const TOO_MANY_FILES = '打开的文件和连接过多';
const GIVEN_UP = '连接已被放弃';
const OTHER_HOST = 'TLS 证书属于另一台主机';
const NOT_ALLOWED = '本机不允许此连接';
const NO_SUCH_ADDRESS = '本机没有此类地址';

/** 系统、OpenSSL、undici 和 zlib 的错误码。 */
export const zhCauses: Catalogue['causes'] = {
  ENOTFOUND: '主机名无法解析',
  EAI_AGAIN: '域名服务器没有响应',
  EAI_FAIL: '域名服务器无法解析',
  EAI_NODATA: '主机名没有对应的地址',
  ECONNREFUSED: '该地址和端口无人应答',
  ECONNRESET: CLOSED,
  ECONNABORTED: CLOSED,
  EPIPE: CLOSED,
  ETIMEDOUT: '主机没有响应',
  EHOSTUNREACH: '无法到达该主机',
  EHOSTDOWN: '主机已关机',
  ENETUNREACH: '无法到达该网络',
  ENETDOWN: '网络已断开',
  EADDRNOTAVAIL: NO_SUCH_ADDRESS,
  EAFNOSUPPORT: NO_SUCH_ADDRESS,
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  EMFILE: TOO_MANY_FILES,
  ENFILE: TOO_MANY_FILES,
  ENOBUFS: '本机没有内存可用于更多连接',
  EPROTO: NO_TLS,
  UND_ERR_SOCKET: '响应尚未完整，服务器就关闭了连接',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: '响应的长度与声明的不符',
  UND_ERR_HEADERS_OVERFLOW: '响应头过大',
  UND_ERR_INVALID_ARG: '无法以这种形式发送请求',
  UND_ERR_ABORTED: GIVEN_UP,
  UND_ERR_DESTROYED: GIVEN_UP,
  UND_ERR_CLOSED: GIVEN_UP,
  UND_ERR_PRX_TLS: '与代理的 TLS 连接失败',
  Z_BUF_ERROR: '压缩的响应内容不完整',
  CERT_HAS_EXPIRED: 'TLS 证书已过期',
  CERT_NOT_YET_VALID: 'TLS 证书尚未生效；请检查本机的时钟',
  CERT_REVOKED: 'TLS 证书已被吊销',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS 证书是自签名的；如果是您自己的证书，请设置 NODE_EXTRA_CA_CERTS',
  ERR_TLS_CERT_ALTNAME_INVALID: OTHER_HOST,
  HOSTNAME_MISMATCH: OTHER_HOST,
  SELF_SIGNED_CERT_IN_CHAIN: NO_TRUST,
  UNABLE_TO_GET_ISSUER_CERT: NO_TRUST,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: NO_TRUST,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NO_TRUST,
};

/** 同一类错误码，按开头区分。 */
export const zhCauseFamilies: Catalogue['causeFamilies'] = {
  ERR_SSL_: NO_TLS,
  ERR_TLS_: NO_TRUST,
  CERT_: NO_TRUST,
  INVALID_CA: NO_TRUST,
  Z_: DAMAGED,
  ERR__ERROR_FORMAT: DAMAGED, // brotli
  ERR_PADDING: DAMAGED, // brotli
};

/** 没有错误码的失败。 */
export const zhExchange: Catalogue['exchange'] = {
  notHttp: (detail) => `响应不是有效的 HTTP${detail === '' ? '' : `（${detail}）`}`,
  stackedEncodings: (count) => `内容经过 ${count} 层编码`,
  unknownEncoding: (name) => `不支持内容编码 ${name}`,
  proxyRefused: (status) => `代理以 HTTP ${status} 拒绝${status === 407 ? '：代理地址的主机名前需要写上用户名和密码' : ''}`,
};
