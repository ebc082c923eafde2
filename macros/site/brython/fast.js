// The same answers sooner. Brython looks up classes and methods at each step, also where a plain look is enough: two
// numbers, a name of a module, a key of a dict. Each function below first takes that short way and leaves everything
// else to the function it replaces. tests/site/test_brython.py compares them with the whole brython.js and with CPython.
(function ($B) {
  "use strict";
  const builtins = $B.builtins, {dict, list, range, tuple, type} = builtins;
  const isPlainDict = (value) => typeof value === "object" && value !== null && value[$B.OB_TYPE] === dict && !value[$B.JSOBJ];
  const isSequence = (value) => Array.isArray(value) && (value.ob_type === list || value.ob_type === tuple);
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
      if (isPlainDict(group)) return dict.$contains(group, item);
      if (typeof group === "string") return group.includes(item);
      if (isSequence(group)) {
        for (const each of group) if (typeof each === "string" ? each === item : $B.is_or_equals(item, each)) return true;
        return false;
      }
    }
    return former(item, group);
  });

  replace($B, "$bool", (former) => function (value, isClass) {
    if (isSequence(value)) return value.length > 0;
    return isPlainDict(value) ? dict.mp_length(value) > 0 : former(value, isClass);
  });

  replace($B, "$call_with_position", (former) => function (callable, inum, ...args) {
    if (callable === range && args.length === 1 && Number.isSafeInteger(args[0])) return range.tp_new(range, args);
    if (typeof callable !== "function" || callable.$in_js_module) return former(callable, inum, ...args);
    try {
      return callable(...args);
    } catch (error) {
      $B.set_inum(inum);
      throw error;
    }
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
    return arguments.length === 1 && (isSequence(value) || typeof value === "string") ? value.length : former(...arguments);
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
})(__BRYTHON__);
