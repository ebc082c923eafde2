// What brython.js expects from its surroundings, in a bare V8: just enough to start as if under Node.
var self = globalThis, global = globalThis, module = {}, process = {release: {name: "node"}};
function addEventListener() {}
class URL {
  constructor(address) {
    [this.href, this.protocol, this.host, this.pathname] = /^(\w+:)\/\/([^/]*)(.*)$/.exec(address);
  }
}
// Values from JavaScript are compared with these two.
class Node {}
class Event {}
// Brython draws its internal numbers from here: the same number every time gives the same output every time.
Math.random = function () { return 0; };
