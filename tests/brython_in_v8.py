"""Run compiled modules without a browser: the shipped script in a fresh V8."""

import json

from macros.site.brython import bundle, compiler

_CALL = """
function callPython(moduleName, functionName) {
  const $B = __BRYTHON__;
  try {
    $B.frame_obj = null;
    const module = $B.$__import__(moduleName, $B.builtins.None, $B.builtins.None, [functionName]);
    return JSON.stringify({value: $B.builtins.str.$factory($B.$call($B.$getattr(module, functionName)))});
  } catch (error) {
    return JSON.stringify({error: $B.error_trace($B.exception(error))});
  }
}
"""


class PythonError(Exception):
    """An exception in the compiled Python; the message is the traceback."""


class V8Session:
    """The script of some modules in one V8. Modules keep their state between calls, as in a page."""

    def __init__(self, modules: dict[str, str], runtime: str = "trimmed", lines: bool = True) -> None:
        """As bundle(), and raises what that raises."""
        self._context = compiler.open_v8()
        self._context.eval(bundle.bundle(modules, None, runtime, lines) + _CALL)

    def call(self, module: str, function: str) -> str:
        """str() of what `function` of `module`, called without arguments, returns. Raises PythonError."""
        answer = json.loads(self._context.call("callPython", module, function))
        if "error" in answer:
            raise PythonError(answer["error"])
        return answer["value"]


def run_in_v8(modules: dict[str, str], module: str, function: str, runtime: str = "trimmed") -> str:
    """One call in a fresh V8, see V8Session."""
    return V8Session(modules, runtime).call(module, function)
