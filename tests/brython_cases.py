"""Name -> body of a function; what it returns must have the same repr under CPython and under both run-times of Brython."""

CASES = {
    "f_strings": '''a = {"k": "v"}; n = 7; return f"{n:03d}|{n!r:>4}|{a['k']!s:^5}|{n=}|{{}}|{'x' * 2}"''',
    "format_int": 'return ["{:+d}".format(5), f"{1234567:,}", f"{255:x}", f"{255:#b}", "%03d %s" % (7, "x"), f"{-5:>6}"]',
    "division": "return [7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 / 2, 6 / 3, divmod(-7, 3), 2 ** 10, 2 ** 70]",
    "int_text": 'return [int("12"), int("-3"), int("ff", 16), str(10 ** 20), abs(-3), min(3, 1), max([2, 5]), sum([1, 2])]',
    "closures": """
        total = 0
        def add(n):
            nonlocal total
            total += n
            return lambda: total
        read = add(3)
        add(4)
        return read()""",
    "classes": """
        class Animal:
            count = 0
            def __init__(self, name):
                self.name = name
                Animal.count += 1
            def __repr__(self):
                return f"{type(self).__name__}({self.name!r})"
            @property
            def loud(self):
                return self.name.upper()
            @classmethod
            def make(cls):
                return cls("made")
            @staticmethod
            def two():
                return 2
        class Dog(Animal):
            def __init__(self, name, age=1):
                super().__init__(name)
                self.age = age
            def __eq__(self, other):
                return self.age == other.age
            def __lt__(self, other):
                return self.age < other.age
        dogs = sorted([Dog("b", 3), Dog("a", age=2)])
        return [dogs, dogs[0].loud, Dog.make() == Dog("x"), Dog.two(), Animal.count, isinstance(dogs[0], Animal)]""",
    "generators": """
        def count(n):
            for i in range(n):
                got = yield i
                if got:
                    yield got
            return "end"
        def outer():
            result = yield from count(2)
            yield result
        g = count(3)
        return [list(outer()), next(g), g.send("sent"), next(g), list(x * x for x in range(4)), next(iter([]), "none")]""",
    "sorting": """
        words = ["peer", "Appel", "aap", "noot", "mies"]
        pairs = [("b", 2), ("a", 2), ("c", 1)]
        return [sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True),
                sorted(pairs, key=lambda pair: pair[1]), list(reversed(words))]""",
    "exceptions": """
        class Wrong(ValueError):
            pass
        seen = []
        for action in (lambda: [][1], lambda: {}["k"], lambda: int("x"), lambda: 1 // 0, lambda: None.a, lambda: len(5)):
            try:
                action()
            except (LookupError, ArithmeticError) as error:
                seen.append(type(error).__name__)
            except Exception as error:
                seen.append((type(error).__name__, str(error)))
        try:
            try:
                raise Wrong("inner")
            except Wrong as error:
                raise KeyError("outer") from error
        except KeyError as error:
            seen.append((str(error), str(error.__cause__)))
        return seen""",
    "try_finally": """
        trail = []
        def run(fail):
            try:
                if fail:
                    raise ValueError
                trail.append("body")
            except ValueError:
                trail.append("except")
                return "returned"
            else:
                trail.append("else")
            finally:
                trail.append("finally")
            return "end"
        return [run(False), run(True), trail]""",
    "with_block": """
        trail = []
        class Guard:
            def __enter__(self):
                trail.append("in")
                return self
            def __exit__(self, kind, error, traceback):
                trail.append(kind.__name__)
                return True
        with Guard():
            raise KeyError
        return trail""",
    "dict_order": """
        d = {"z": 1, "a": 2}
        d["m"] = 3
        d["z"] = 9
        del d["a"]
        d["a"] = 4
        return [d, list(d), list(d.items()), {**d, "q": 0}, d | {"r": 1}, d.get("x", 5), d.pop("m"), d.setdefault("s", []),
                "z" in d]""",
    "sets_tuples": "return [sorted({3, 1} | {2}), {1, 2} & {2}, (1, 2) + (3,), (1, 2) < (1, 3), {(0, 'a'): 1}[0, 'a'], "
    "frozenset([1]) <= {1, 2}]",
    "text": """
        s = "  Een zin, met woorden.  "
        return [s.strip(), s.split(), "a,b,,c".split(","), "-".join(["x", "y"]), s.replace("e", "E"), s.find("met"),
                "abc".startswith(("x", "a")), "abc".endswith("bc"), "ABC".lower(), "a b".title(), "aab".count("a"),
                "7".zfill(3), "x".center(5, "*"), "a=b=c".partition("="), "a=b=c".rsplit("=", 1), "één".upper(), "12".isdigit(),
                "a\\nb\\n".splitlines(), "pesten".removeprefix("pe"), "ab".ljust(4) + "|", "abc".rfind("z"), "%".isalnum()]""",
    "unicode": """
        s = "Zoë — ‘geëiste’ € ĳ 😀"
        return [s, len(s), s.upper(), [ord(c) for c in "é€😀"], chr(8364), s.encode("utf-8")[:6], "naïef" < "nb",
                repr("\\t\\x00'")]""",
    "slices": """
        l = list(range(10))
        l[2:4] = ["x"]
        del l[-1]
        return [l, l[1:-1:3], l[::-1], "abcdef"[-3:], "abcdef"[::2], (1, 2, 3)[1:], l[100:], l.index("x")]""",
    "comprehensions": """
        return [[x for x in range(5) if x % 2], {x: x * x for x in (1, 2)} == {1: 1, 2: 4}, sorted({c for c in "hallo"}),
                [(a, b) for a in "ab" for b in (1, 2)], [[y for y in range(x)] for x in range(3)]]""",
    "arguments": """
        def f(a, b=2, *rest, c, d=4, **more):
            return (a, b, rest, c, d, more)
        def g(a, /, b):
            return a, b
        wrong = []
        for call in (lambda: f(), lambda: g(a=1, b=2), lambda: g(1, 2, 3)):
            try:
                call()
            except TypeError:
                wrong.append("TypeError")
        return [f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3}), g(1, b=2), wrong]""",
    "unpacking": """
        first, *rest = [1, 2, 3]
        (a, b), c = (1, 2), 3
        a, b = b, a
        return [first, rest, a, b, c, [*rest, *"xy"], (y := 5) + y]""",
    "match": """
        def kind(x):
            match x:
                case ("answered", step, answer): return f"{step}={answer}"
                case {"soort": "einde", **rest}: return rest
                case [1, *others]: return others
                case "a" | "b": return "letter"
                case int() if x > 5: return "big"
                case _: return "other"
        return [kind(x) for x in (("answered", "s", "j"), {"soort": "einde", "q": 1}, [1, 2, 3], "b", 9, None)]""",
    "iteration": """
        return [list(zip("ab", (1, 2))), list(enumerate("ab", 1)), list(map(str, (1, 2))), list(filter(None, [0, 1])),
                any(x > 1 for x in (1, 2)), all([]), list(range(5, 0, -2)), [x for x in {"a": 1}.values()],
                list({"a": 1}.keys())]""",
    "decorator": """
        def twice(function):
            def inner(*args):
                return function(*args) * 2
            return inner
        @twice
        def say(word):
            return word
        return say("ha")""",
    "truth": "return [bool(''), bool([0]), not None, 1 == 1.0, 'a' and 0, '' or 'x', None is None, 1 < 2 < 3, 3 if [] else 4, "
    "True + 1]",
    "attributes": """
        class Bag: pass
        b = Bag()
        setattr(b, "x", 1)
        return [hasattr(b, "x"), getattr(b, "y", "none"), b.__dict__, callable(len), type(b).__name__, repr(type(5))]""",
    "builtin_names": "return [round(5), pow(2, 5, 7), hex(255), bin(5), ascii('é'), repr('é'), chr(97), hash('a') == "
    "hash('a'), sum(range(101))]",
    "short_ways_with_numbers": """
        pairs = [(-4, 2), (7, -3), (-7, 2), (0, -3), (2 ** 31, 2 ** 31), (2 ** 53, 1), (-5, 5), (True, 2), (1.5, 2)]
        return [[a + b, a - b, a * b, a // b, a % b, a == b, a < b, a >= b] for a, b in pairs] + [
                str(0 * -3), 1 == True, "1" == 1, sum([True, 2, 3]), sum([], 5), sum([0.5, 1]), sum([[1], [2]], [])]""",
    "short_ways_with_lists": """
        l = [1, 2, 3, 4, 5]
        return [l[:], l[1:], l[:-1], l[-3:-1], l[4:1], l[9:], l[-9:2], l[::2], (1, 2, 3)[1:], "abcde"[1:-1], l[True:], [] + l[:1],
                l is not l[:], l + [6] == [*l, 6], len(l[:0]), len("é"), len({}), not [], not {}, not (), bool([0]),
                isinstance(True, int), isinstance([], (list, dict)), isinstance((), list), isinstance(None, str),
                isinstance("", str), all([]), all([1, 0])]""",
    "short_ways_with_texts": """
        class Own(dict):
            def __contains__(self, key):
                return True
        d = {"a": 1, "b": None}
        return ["a" in d, "c" in d, 1 in d, None in d.values(), "x" in Own(), "b" in "abc", "" in "abc", "1" in [1, "1"],
                "a" in ("b", None), d["b"], list(d), sorted(d), dict.fromkeys(["z", "a", "z"]), sorted(["b", "a", "B", "é", "a"],
                reverse=True), ", ".join(["x"]), "-".join(key for key in d), f"{'😀'}{1}", str(12), str(True), str("x"),
                int(7), int("7"), int(2.9), [*range(3)]]""",
    "short_ways_with_dicts": """
        d = {"a": 1, "_b": [2, {"c": True}], "é": "‘x’", "-5": 0, "": None}
        e = dict(d)
        e["a"] = e["new"] = 3
        mixed = {1: "x", "1": "y"}
        mixed["z"] = 0
        return [d, list(d), len(d), len(e), len(mixed), list(e), e["a"], d["a"], "new" in d, mixed[1], mixed["1"], 1 in mixed,
                dict(a=1), dict([("b", 2)]), {**d, "a": 9}["a"], {"x": 1, "x": 2}, bool(""), bool("x"), not "",
                "y" if d else "n"]""",
    "short_ways_as_written": r"""
        own = [1]
        own.append(own)
        return [repr(value) for value in ({"a": [1, -2, True, None, "é’€"], "b": {}, "c'd": []}, ["it's", 'say "x"', "a\\b",
                "\n"], [(1,), [(), {}]], [1.5, 2 ** 60], {1: 2}, [0 * -1], own, [], {}, "x", 5, None, range(3))]""",
    "short_ways_with_calls": """
        def few(a, b=2, c=3):
            return a, b, c
        def more(a, b=2, *rest):
            return a, b, rest
        wrong = []
        for call in (lambda: few(), lambda: few(1, 2, 3, 4), lambda: few(1, a=1), lambda: more(), lambda: max(3)):
            try:
                call()
            except TypeError as error:
                wrong.append(type(error).__name__)
        same = [1 is 1, None is None, few is few, few is more, int is int, int is str, [] is [], "a" is "a",
                True is True, 1.5 is None]
        kinds = [type(1) is int, type(True) is int, type(True) is bool, type("") is str, type([]) is list, type({}) is dict,
                 type(None) is type(None), type(1.5) is float, type(few) is type(more)]
        return [few(1), few(1, 5), few(1, c=5), more(1), more(1, 2, 3, 4), wrong, same, kinds, max(2, 3), max(3, 2), min(2, 3),
                min(2, 2), max("a", "b"), max(1, 2.5), min(True, 0), max([1, 3, 2]), list(range(2, 5)),
                list(range(5, 2)), 3 in (1, 2, 3),
                3 in [1, "3"], 1 in (True,), 2 in (2.0,), True == 1, True == True, False != True, 5 in range(5)]""",
    "short_ways_that_fail": """
        def grown(d):
            for key in d:
                d[key + "x"] = 1
        def unpacked(values):
            a, b = values
            return a, b
        actions = (lambda: grown({"a": 1}), lambda: unpacked([1]), lambda: unpacked([1, 2, 3]), lambda: unpacked(5),
                   lambda: {}["k"], lambda: [1][1], lambda: (1,)[5], lambda: 1 // 0, lambda: 1 % 0, lambda: [1] + (2,),
                   lambda: 1 + "1", lambda: "a" < 1, lambda: len(5), lambda: isinstance(1, 2), lambda: "".join([1]),
                   lambda: int("x"), lambda: sum(["a"]), lambda: missing, lambda: range("x"), lambda: [1]["a":])
        seen = [unpacked("ab"), unpacked((1, 2))]
        for action in actions:
            try:
                action()
            except Exception as error:
                seen.append(type(error).__name__)
        return seen""",
}
