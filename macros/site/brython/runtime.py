"""The run-time part of Brython: brython.js without its compiler, import machinery, caches and downloads.

Everything that evaluates text, asks the network or opens a database is cut, so that the result runs under
`script-src 'self'` and from file://. The cuts name text of one release of Brython; another release is refused.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files

import rjsmin

try:
    import minify
except ImportError:  # no wheel for this machine
    minify = None

BRYTHON_VERSION = "3.15.0"

CHAIN_START = "// >>> brython compiler chain"
CHAIN_END = "// <<< brython compiler chain"

# Nothing of this may be left: text turned into code, requests, databases, storage, watchers of the whole page.
FORBIDDEN = re.compile(
    r"\beval\(|\bFunction\(|XMLHttpRequest|indexedDB|(?:local|session)Storage|(?<![.\w])import\(|new MutationObserver"
)


class BrythonChanged(Exception):
    """The installed brython.js is not the one these cuts were made for."""


@dataclass(frozen=True)
class Cut:
    """Replace the text from `start` up to, not including, `end`. Both stand exactly once in brython.js."""

    what: str
    start: str
    end: str
    replacement: str = ""


def _needs_compiler(name: str) -> str:
    return f'$B.RAISE(_b_.NotImplementedError,"{name} needs the compiler, which is not shipped")\n'


_IIFE = "(function($B){var _b_=$B.builtins\n"

_OPTIONS = """(function($B){
$B.$options={}
$B.debug=1
$B.builtins.__debug__=true
$B.last=table=>table[table.length-1]
$B.clone=obj=>Object.assign({},obj)
var options={args:[],debug:1,cache:false,indexeddb:false,python_extension:'.py'}
$B.get_option=$B.get_page_option=name=>options[name.toLowerCase()]
$B.get_filename=()=>$B.count_frames()>0 ? $B.get_frame_at(0).__file__ :undefined
})(__BRYTHON__);
"""

_EVAL = _IIFE + "".join(f"_b_.{name}=function(){{{_needs_compiler(name)}}}\n" for name in ("eval", "exec")) + "})(__BRYTHON__);\n"

_SORT = """$B.$TimSort=(array,compare)=>array.sort(compare)
const alphabeticalCompare=(a,b)=>a<b ?-1 :a>b ? 1 :0
"""

CUTS = (
    Cut("start-up test by eval", 'try{\neval("async function* f(){}")', "if(! Object.hasOwn(RegExp,'escape'))"),
    Cut(
        "handles of the browser's storage",
        'var has_storage=typeof(Storage)!=="undefined"',
        "var _window=globalThis\n_window.location ||=",
    ),
    Cut(
        "a stand-in for customElements that cannot be asked",
        "_window.customElements ||={define:()=>{}}\n",
        "var href=_window.location.href\n$B.protocol",
        "_window.customElements ||={define:()=>{},get:()=>{}}\n",
    ),
    Cut(
        "handle of the database, which may refuse as soon as somebody looks",
        "$B.indexedDB=_window.indexedDB\n",
        "if($B.brython_path===undefined){\nvar this_url",
    ),
    Cut("name of the time zone (14-25 ms at start)", "var date=new Date()\nvar formatter=", "$B.METH_VARARGS=0x0001"),
    Cut("running Python source", "$B.show_tokens=function(src,mode){", _IIFE + "$B.builtin_types={}", "})(__BRYTHON__);\n"),
    Cut(
        "script loading and IndexedDB cache",
        _IIFE + "if($B.VFS_timestamp",
        ";(function($B){var _b_=$B.builtins,_window=globalThis,isWebWorker=",
    ),
    Cut(
        "types.FunctionType",
        "var func=new Function('_b_','__file__',globals_name",
        "$B.set_function_infos(f,{__name__,__qualname__:frame[2]+'.'+__name__}",
        "var f\n" + _needs_compiler("FunctionType"),
    ),
    Cut(
        "open() by request",
        "_self.fd=new XMLHttpRequest()",
        "var _FileIO_funcs=$B._FileIO.tp_funcs={}",
        "$B.RAISE(_b_.FileNotFoundError,name)}\n",
    ),
    Cut("compile()", "var _ast,parser\ntry{\nvar parser_mode=", "_b_.debug=$B.debug > 0", _needs_compiler("compile") + "}\n"),
    Cut(
        "eval() and exec()", _IIFE + "var $$eval=_b_.eval=", ";(function($B){var _b_=$B.builtins\nvar DEFAULT_MIN_MERGE=32", _EVAL
    ),
    Cut(
        "subclass of a JavaScript class",
        "var body=`\n    var _b_ = __BRYTHON__.builtins\n    return function() {",
        "new_js_class.prototype=Object.create(",
        "var new_js_class\n" + _needs_compiler("a JavaScript base class"),
    ),
    Cut(
        "document.headers by request",
        'case "headers":\nif(self.nodeType==Node.DOCUMENT_NODE){\nlet req=',
        'case "addEventListener":\nreturn DOMNode',
    ),
    Cut("downloading modules", "$B.make_import_paths=function(filename){", "$B.addToImported=function(name,modobj)"),
    Cut("running module text", "function run_js(module_contents,path,_module){", "var ModuleSpec=$B.ModuleSpec="),
    Cut(
        "finders and loaders (ours is loader.js)",
        "function parent_package(mod_name){",
        "$B.import=function(mod_name,fromlist,aliases,locals,inum){",
    ),
    Cut("table of finders", "$B.$meta_path=[VFSFinder,", _IIFE + "$B.imported[$B.OB_TYPE]=_b_.dict", "})(__BRYTHON__);\n"),
    Cut("browser.load", "load:function(script_url){\nvar file_obj=", "load1:function(script_url,callback){"),
    Cut("javascript.import_js and its family", "import_js:function(){\n", "JSObject:$B.JSObj,JSON:"),
    Cut("javascript.load", 'load:function(script_url){console.log(\'"javascript.load"', "Math:self.Math && $B.jsobj2pyobj"),
    Cut(
        "javascript.py2js",
        "py2js:function(src,module_name){if(module_name===undefined)",
        "pyobj2jsobj:function(obj){return $B.pyobj2jsobj(obj)},RegExp",
    ),
    Cut("browser.aio", 'var responseType={"text":"text"', "function load(name,module_obj){"),
    Cut(
        "names of tokens", "(function($B){const tokens=['ENDMARKER'", "function ISTERMINAL(x)", "(function($B){$B.py_tokens={}\n"
    ),
    Cut(
        "sorting by hand (that of the browser keeps equals in order too)",
        "var DEFAULT_MIN_MERGE=32",
        "$B.$AlphabeticalCompare=alphabeticalCompare})",
        _SORT,
    ),
    Cut(
        "page scripts, options, classes of the syntax tree",
        '(function($B){"use strict";\nvar _b_=$B.builtins\nvar _window\nif($B.isNode)',
        _IIFE + "function wrap(dunder,nb_args)",
        _OPTIONS,
    ),
    Cut(
        "syntax tree to JavaScript, first part",
        _IIFE + "function ast_dump(tree,indent){",
        "$B.decode_position=function(pos)",
        _IIFE + "function Scope(){this.locals=new Set()}\n",
    ),
    Cut(
        "syntax tree to JavaScript, second part",
        "function get_source_from_position(scopes,ast_obj)",
        "function resolve_in_namespace(name,ns)",
    ),
    Cut(
        "tables of operators",
        'var $operators=$B.op2method.subset("all")\nvar opname2opsign',
        'var exclude_from_builtins=["__doc__"',
    ),
    Cut("syntax tree to JavaScript, rest", "function mark_parents(node)", CHAIN_START, "})(__BRYTHON__);\n"),
    Cut("compiler chain", CHAIN_START, CHAIN_END),
    Cut("help texts of builtins", CHAIN_END, "(function($B){$B.whenReady=new Promise"),
)


@lru_cache(maxsize=1)
def full() -> str:
    """brython.js as installed. Raises BrythonChanged when it is not BRYTHON_VERSION."""
    installed = version("brython")
    if installed != BRYTHON_VERSION:
        raise BrythonChanged(f"brython {installed} is installed, these cuts are for {BRYTHON_VERSION}")
    return files("brython").joinpath("data", "brython.js").read_text(encoding="utf-8")


def cut(source: str) -> str:
    """`source` (brython.js) after all CUTS. Raises BrythonChanged when a cut point is not there exactly once."""
    spans = sorted((_position(source, each, each.start), _position(source, each, each.end), each) for each in CUTS)
    kept, position = [], 0
    for start, end, each in spans:
        if not position <= start < end:
            raise BrythonChanged(f"brython {BRYTHON_VERSION}: the cut '{each.what}' is out of order")
        kept += [source[position:start], each.replacement]
        position = end
    result = "".join(kept) + source[position:]
    left = FORBIDDEN.search(result)
    if left:
        line = result.count("\n", 0, left.start()) + 1
        raise BrythonChanged(f"brython {BRYTHON_VERSION}: '{left.group()}' is left in the run-time, line {line}")
    return result


def _position(source: str, each: Cut, text: str) -> int:
    found = source.count(text)
    if found != 1:
        raise BrythonChanged(f"brython {BRYTHON_VERSION}: cut point of '{each.what}' found {found} times: {text[:60]!r}")
    return source.index(text)


@lru_cache(maxsize=1)
def trimmed() -> str:
    """The run-time without compiler, with the short ways of fast.js, minified."""
    return minified(cut(full()) + "\n" + files(__package__).joinpath("fast.js").read_text(encoding="utf-8"))


def minified(javascript: str) -> str:
    """Shorter text, same program. Names of locals change; properties, and so all Python names, stay."""
    if minify is None:
        return rjsmin.jsmin(javascript)
    # The minifier is C and stops at a null character; that stands in string literals only, so it can be escaped.
    return minify.string("application/javascript", javascript.replace("\0", "\\x00"))
