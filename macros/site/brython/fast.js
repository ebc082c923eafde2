// The same answers sooner. Brython looks up classes and methods at each step, also where a plain look is enough: two
// numbers, a name of a module, a key of a dict. Each function below first takes that short way and leaves everything
// else to the function it replaces. tests/site/test_brython.py compares them with the whole brython.js and with CPython.
(function ($B) {
  "use strict";
  const builtins = $B.builtins, {dict, list, range, tuple, type} = builtins;
  const {OB_TYPE, JSOBJ, module} = $B;
  const isPlainDict = (value) => typeof value === "object" && value !== null && value[OB_TYPE] === dict && !value[JSOBJ];
  const isSequence = (value) => {
    const kind = value?.ob_type;
    return kind === list || kind === tuple;
  };
  const marked = dict.$literal([[1, 1]]); // a dict with another key than a text has all that a dict can have
  const [version, table] = ["VERSION", "TABLE"].map((name) =>
    Object.getOwnPropertySymbols(marked).find((symbol) => symbol.description === name));
  const isSimpleDict = (value) => isPlainDict(value) && value[table] === undefined;
  const SMALL = 2 ** 31;
  const isSmall = (number) => number < SMALL && number > -SMALL;

  // Puts `make(former)` in the place of a function, with all that Brython notes on the function itself.
  function replace(owner, name, make) {
    const former = owner[name];
    owner[name] = Object.assign(make(former), former);
  }

  replace($B, "resolve_in_scopes", (former) => function (name, namespaces, inum) {
    for (const namespace of namespaces) {
      if (namespace === $B.exec_scope || namespace.$proxy || namespace.$dict || namespace.ob_type === $B.module) break;
      if (Object.hasOwn(namespace, name)) return namespace[name];
    }
    return former(name, namespaces, inum);
  });

  replace($B, "rich_comp", (former) => function (op, x, y) {
    const kind = typeof x;
    if (kind === typeof y && (kind === "number" || kind === "string")) {
      if (op === "__eq__") return x === y;
      if (op === "__ne__") return x !== y;
      if (kind === "number") {
        if (op === "__lt__") return x < y;
        if (op === "__gt__") return x > y;
        if (op === "__le__") return x <= y;
        if (op === "__ge__") return x >= y;
      }
    }
    return former(op, x, y);
  });

  replace($B, "rich_op", (former) => function (op, x, y, inum) {
    if (typeof x === "number" && typeof y === "number" && isSmall(x) && isSmall(y)) {
      let found;
      if (op === "__add__") found = x + y;
      else if (op === "__sub__") found = x - y;
      else if (op === "__mul__") found = x * y;
      else if (op === "__floordiv__" && y !== 0) found = Math.floor(x / y);
      else if (op === "__mod__" && y !== 0) found = x - y * Math.floor(x / y);
      if (Number.isSafeInteger(found)) return found === 0 ? 0 : found; // never minus zero
    } else if (op === "__add__") {
      if (typeof x === "string" && typeof y === "string") return x + y;
      if (Array.isArray(x) && x.ob_type === list && y?.ob_type === list) return $B.$list([...x, ...y]);
    }
    return former(op, x, y, inum);
  });

  replace($B, "$getitem", (former) => function (value, key, inum) {
    if (typeof key === "string") {
      if (isPlainDict(value) && Object.hasOwn(value, key)) return value[key];
    } else if (typeof key === "number" && key >= 0 && isSequence(value) && key < value.length) return value[key];
    return former(value, key, inum);
  });

  replace($B, "$is_member", (former) => function (item, group) {
    if (typeof item === "string") {
      if (isSimpleDict(group)) return Object.hasOwn(group, item);
      if (isPlainDict(group)) return dict.$contains(group, item);
      if (typeof group === "string") return group.includes(item);
      if (isSequence(group)) {
        for (const each of group) if (typeof each === "string" ? each === item : $B.is_or_equals(item, each)) return true;
        return false;
      }
    } else if (typeof item === "number" && isSequence(group)) {
      for (const each of group) if (typeof each === "number" ? each === item : $B.is_or_equals(item, each)) return true;
      return false;
    }
    return former(item, group);
  });

  replace($B, "$is", (former) => function (x, y) {
    return x === y || (y !== builtins.None && y?.tp_name === undefined && former(x, y));
  });

  replace(type, "$factory", (former) => function (value) {
    return arguments.length === 1 && !value?.$kw ? $B.get_class(value) : former.apply(this, arguments);
  });

  replace($B, "$bool", (former) => function (value, isClass) {
    if (typeof value === "boolean") return value;
    if (typeof value === "string") return value !== "";
    if (isSequence(value)) return value.length > 0;
    return isPlainDict(value) ? dict.mp_length(value) > 0 : former(value, isClass);
  });

  replace($B, "$call_with_position", (former) => function (callable, inum, ...args) {
    if (callable === range && args.length < 3 && args.every(Number.isSafeInteger)) return range.tp_new(range, args);
    if (callable === type && args.length === 1 && !args[0]?.$kw) return $B.get_class(args[0]);
    if (typeof callable !== "function" || callable.$in_js_module) return former(callable, inum, ...args);
    try {
      return callable(...args);
    } catch (error) {
      $B.set_inum(inum);
      throw error;
    }
  });

  // What a function gets, without names of arguments: in their order, and then what it has for those that are not given.
  replace($B, "args_parser", (former) => function (called, given) {
    const infos = called.$function_infos, where = $B.func_attrs, more = infos[where.args_vararg];
    const names = infos[where.arg_names], count = infos[where.positional_length], defaults = infos[where.__defaults__];
    const missing = count - given.length, most = defaults === builtins.None ? 0 : defaults.length;
    if (infos[where.kwonlyargs_length] || infos[where.args_kwarg] !== null || given[given.length - 1]?.$kw
      || missing > most || (missing < 0 && more === null)) return former(called, given);
    const found = {};
    for (let place = 0; place < count; place++) {
      found[names[place]] = place < given.length ? given[place] : defaults[defaults.length - count + place];
    }
    if (more !== null) found[more] = $B.fast_tuple(Array.prototype.slice.call(given, count));
    return found;
  });

  replace($B, "unpacker", (former) => function (values, count, hasRest) {
    if (hasRest || !isSequence(values) || values.length !== count) return former(...arguments);
    const kept = values.slice();
    let place = 0;
    return {read_one: () => kept[place++]};
  });

  replace($B, "$isinstance", (former) => function (value, wanted) {
    if (value === null || value === undefined || Array.isArray(wanted) || $B.get_class(wanted) !== type || !wanted.tp_bases) {
      return former(value, wanted);
    }
    const found = $B.get_class(value);
    return found === wanted || ($B.get_mro(found) ?? []).includes(wanted);
  });

  replace(builtins, "isinstance", (former) => function (value, wanted) {
    return arguments.length === 2 && !wanted?.$kw ? $B.$isinstance(value, wanted) : former(...arguments);
  });

  replace(builtins, "len", (former) => function (value) {
    if (arguments.length !== 1) return former(...arguments);
    if (isSequence(value) || typeof value === "string") return value.length;
    return isSimpleDict(value) ? Object.keys(value).length : former(value);
  });

  replace(builtins, "all", (former) => function (values) {
    if (arguments.length !== 1 || !isSequence(values)) return former(...arguments);
    for (const each of values) if (!$B.$bool(each)) return false;
    return true;
  });

  replace(builtins, "sum", (former) => function (values) {
    if (arguments.length !== 1 || !isSequence(values)) return former(...arguments);
    let found = 0;
    for (const each of values) found = $B.rich_op("__add__", found, each);
    return found;
  });

  replace(builtins.str.tp_funcs, "join", (former) => function (text, values) {
    if (arguments.length === 2 && typeof text === "string" && isSequence(values) && values.every((each) => typeof each === "string")) {
      return values.join(text);
    }
    return former(...arguments);
  });

  replace(builtins.int, "$factory", (former) => function (value) {
    return arguments.length === 1 && Number.isSafeInteger(value) ? value : former.apply(this, arguments);
  });

  // Part of a list from and to a place is the same in both languages, also from behind and past the ends.
  const isPlace = (value) => value === builtins.None || Number.isSafeInteger(value);

  replace(list, "$getitem_slice", (former) => function (values, slice) {
    const {start, stop, step} = slice;
    if (values.ob_type !== list || step !== builtins.None || !isPlace(start) || !isPlace(stop)) return former(values, slice);
    return $B.$list(values.slice(start === builtins.None ? 0 : start, stop === builtins.None ? values.length : stop));
  });

  replace(builtins.str, "$factory", (former) => function (value) {
    if (arguments.length === 1 && (typeof value === "string" || Number.isSafeInteger(value))) return String(value);
    return former.apply(this, arguments);
  });

  replace($B, "String", (former) => function (text) {
    return typeof text === "string" && !/[\ud800-\udfff]/.test(text) ? text : former(text);
  });

  // A name that is no number: a dict keeps those in their order, and needs no look at what else is in it.
  const isName = (key) => {
    const first = typeof key === "string" ? key.charCodeAt(0) : 0;
    return first > 57 && first < 128;
  };

  replace(dict, "$literal", (former) => function (items) {
    for (const item of items) if (!isName(item[0])) return former(items);
    const made = $B.empty_dict();
    for (const item of items) made[item[0]] = item[1];
    made[version] = items.length;
    return made;
  });

  replace(dict, "$setitem", (former) => function (into, key, value) {
    if (arguments.length > 3 || !isName(key) || !isSimpleDict(into)) return former(...arguments);
    if (!Object.hasOwn(into, key)) into[version] = (into[version] ?? 0) + 1;
    into[key] = value;
    return builtins.None;
  });

  replace(dict, "$factory", (former) => function (value) {
    if (arguments.length !== 1 || !isSimpleDict(value)) return former.apply(this, arguments);
    const made = $B.empty_dict();
    for (const key of Object.keys(value)) made[key] = value[key];
    made[version] = Object.keys(value).length;
    return made;
  });

  replace($B, "$setitem", (former) => function (into, key, value, inum) {
    if (isName(key) && isSimpleDict(into)) dict.$setitem(into, key, value);
    else return former(into, key, value, inum);
  });

  replace($B, "call_attr", (former) => function (value, name, inum, ...args) {
    const kind = value?.ob_type;
    if (kind === list && name === "append" && args.length === 1 && !args[0]?.$kw && !value[JSOBJ]) {
      value.push(args[0]);
      return builtins.None;
    }
    if (kind === module) {
      const found = $B.get_dict(value)[name];
      if (typeof found === "function" && found.ob_type === $B.function) return found(...args);
    }
    return former(value, name, inum, ...args);
  });

  // What stands in a text without being written in another way, as far as a plain look tells.
  const PLAIN_TEXT = /^[ -&(-[\]-~\xa1-\xac\xae-\u0377\u2010-\u2027\u20ac]*$/;
  const asWritten = (value) => {
    if (typeof value === "string") {
      if (!PLAIN_TEXT.test(value)) throw new RangeError();
      return `'${value}'`;
    }
    if (Number.isSafeInteger(value)) return String(value);
    if (typeof value === "boolean") return value ? "True" : "False";
    let text = "";
    if (value?.ob_type === list && !value[JSOBJ]) {
      for (let place = 0; place < value.length; place++) text += (place ? ", " : "") + asWritten(value[place]);
      return `[${text}]`;
    }
    if (!isSimpleDict(value)) throw new RangeError();
    for (const key of Object.keys(value)) text += (text && ", ") + asWritten(key) + ": " + asWritten(value[key]);
    return `{${text}}`;
  };
  replace(builtins, "repr", (former) => function (value) {
    if (arguments.length !== 1 || !(isSimpleDict(value) || value?.ob_type === list)) return former(...arguments);
    try {
      return asWritten(value);
    } catch (error) { // something else in it, or itself
      return former(value);
    }
  });

  replace($B, "$getattr_pep657", (former) => function (value, name, inum) {
    if (value?.ob_type === module && name[0] !== "_") {
      const names = $B.get_dict(value);
      if (Object.hasOwn(names, name)) return names[name];
    }
    return former(value, name, inum);
  });

  for (const [name, isFirst] of [["max", (x, y) => x >= y], ["min", (x, y) => x <= y]]) {
    replace(builtins, name, (former) => function (x, y) {
      if (arguments.length !== 2 || typeof x !== "number" || typeof y !== "number") return former(...arguments);
      return isFirst(x, y) ? x : y;
    });
  }

  // What was read from JSON as Python, in one go. What a number or a dict can not hold so is left to Brython.
  const asPython = (value) => {
    if (typeof value === "string") return $B.String(value);
    if (typeof value === "number") {
      if (Number.isSafeInteger(value)) return value + 0;
      throw new RangeError();
    }
    if (value === null) return builtins.None;
    if (typeof value !== "object") return value;
    if (Array.isArray(value)) return $B.$list(value.map(asPython));
    const found = $B.empty_dict(), keys = Object.keys(value);
    for (const key of keys) {
      if (!isName(key) && !/^\d/.test(key)) throw new RangeError();
      found[key] = asPython(value[key]);
    }
    found[version] = keys.length;
    return found;
  };
  const json = $B.get_dict($B.module_getattr($B.imported.javascript, "JSON"));
  replace(json, "parse", (former) => function (text) {
    if (arguments.length !== 1) return former(...arguments);
    try {
      return asPython(JSON.parse(text));
    } catch (error) {
      return former(text);
    }
  });

  // A list is gone through as the browser does.
  list[$B.FAST_ITER] = tuple[$B.FAST_ITER] = (values) => values[Symbol.iterator]();

  // A dict tells of its end without raising StopIteration.
  dict[$B.FAST_ITER] = function (values, setLine, frame, line) {
    const items = dict.$iter_items(values);
    return {
      [Symbol.iterator]() { return this; },
      next() {
        setLine(frame, line);
        const step = items.next();
        return step.done ? {done: true, value: null} : {done: false, value: step.value.key};
      },
    };
  };

  // What something else inherits from, a browser keeps in a form that it finds things in sooner.
  for (const table of [$B, builtins]) Object.create(table);
})(__BRYTHON__);
