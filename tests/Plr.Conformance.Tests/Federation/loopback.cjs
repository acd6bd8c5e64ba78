// node -r ./loopback.cjs PROGRAM : every listener of the program is on 127.0.0.1, whatever it asks for.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (first, ...rest) {
  if (typeof first === 'object' && first !== null && 'port' in first) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  }
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first));
  return isPort ? listen.call(this, first, '127.0.0.1', ...(typeof rest[0] === 'string' ? rest.slice(1) : rest)) : listen.call(this, first, ...rest);
};
