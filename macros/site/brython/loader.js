// Takes the place of Brython's import machinery: modules come from the script itself, never from elsewhere.
// `modules`: name -> {isPackage, run}; `main`: name of the module to run now, or null.
(function ($B, modules, main) {
  "use strict";
  const builtins = $B.builtins;
  $B.stdlib_module_names = []; // a NameError looks here for "did you forget to import"
  if (!$B.$options) $B.$options = $B.parse_options({}); // only the whole brython.js has a parse_options

  // What the compiler says of nearly every function, said once: it makes a script some 4 kB smaller (compiler.py).
  $B.plain_function = function (made, frame, file, name, qualifiedName, defaults, doc, parameters, count, line, variables) {
    made.$function_infos = [frame[2], name, qualifiedName, file, defaults, builtins.None, doc, parameters, null, null,
      count, line, 3, [], 0, 0, variables, false, [], frame];
    $B.set_func_attrs(made, frame, frame[2]);
    made.ob_type = $B.function;
    made.__annotate__ = builtins.None;
  };

  // Operators (compiler.py): whole numbers and texts at once, and all else as Brython does it.
  const isSmall = (value) => typeof value === "number" && value < 2 ** 31 && value > -(2 ** 31);
  const areSmall = (x, y) => isSmall(x) && isSmall(y);
  $B.add = (x, y) => areSmall(x, y) || (typeof x === "string" && typeof y === "string") ? x + y : $B.rich_op("__add__", x, y);
  $B.sub = (x, y) => areSmall(x, y) ? x - y : $B.rich_op("__sub__", x, y);
  $B.mul = (x, y) => areSmall(x, y) && x < 2 ** 20 && x > -(2 ** 20) ? x * y + 0 : $B.rich_op("__mul__", x, y);
  $B.type_of = (...given) => given.length === 1 && !given[0]?.$kw ? $B.get_class(given[0]) : $B.$call(builtins.type, ...given);
  const areAlike = (x, y) => typeof x === typeof y && (typeof x === "number" || typeof x === "string" || typeof x === "boolean");
  $B.eq = (x, y) => areAlike(x, y) ? x === y : $B.rich_comp("__eq__", x, y);
  $B.ne = (x, y) => areAlike(x, y) ? x !== y : $B.rich_comp("__ne__", x, y);
  const areNumbers = (x, y) => typeof x === "number" && typeof y === "number";
  $B.lt = (x, y) => areNumbers(x, y) ? x < y : $B.rich_comp("__lt__", x, y);
  $B.le = (x, y) => areNumbers(x, y) ? x <= y : $B.rich_comp("__le__", x, y);
  $B.gt = (x, y) => areNumbers(x, y) ? x > y : $B.rich_comp("__gt__", x, y);
  $B.ge = (x, y) => areNumbers(x, y) ? x >= y : $B.rich_comp("__ge__", x, y);

  function notFound(name) {
    const error = $B.EXC(builtins.ModuleNotFoundError, "No module named '" + name + "'");
    error.name = name;
    return error;
  }

  function load(name) {
    if ($B.imported[name] !== undefined) return $B.imported[name];
    const dot = name.lastIndexOf("."), parentName = name.slice(0, Math.max(dot, 0));
    const parent = parentName && load(parentName);
    if ($B.imported[name] !== undefined) return $B.imported[name]; // the package itself imported it
    if (!Object.hasOwn(modules, name)) throw notFound(name);
    const module = $B.imported[name] = $B.module.$factory(name, builtins.None);
    module.$is_package = modules[name].isPackage;
    $B.module_setattr(module, "__package__", module.$is_package ? name : parentName);
    if (module.$is_package) $B.module_setattr(module, "__path__", $B.$list([]));
    try {
      modules[name].run();
    } catch (error) {
      delete $B.imported[name];
      throw error;
    }
    if (parent) $B.module_setattr(parent, name.slice(dot + 1), module);
    return module;
  }

  $B.$__import__ = function (name, globals, locals, fromlist) {
    const module = load(name);
    return fromlist && fromlist.length > 0 ? module : load(name.split(".")[0]);
  };

  if (main) {
    try {
      load(main);
    } catch (error) {
      $B.frame_obj = null;
      $B.show_error(error); // the traceback goes to console.error; the page keeps what the build drew
    }
  }
})
