"""A text that takes long to make is made once, and again as soon as anything is different or damaged."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from macros.site import scripts
from macros.site.brython.kept import kept

TEXT = "eerste regel\r\ntweede regel é\n"


@pytest.fixture
def made():
    return []


@pytest.fixture
def ask(tmp_path, made):
    """ask(key, text) -> what is kept; `made` holds what had to be made."""

    def asked(key, text=TEXT):
        return kept(tmp_path / "folder" / "a.js", key, lambda: made.append(text) or text)

    return asked


def test_the_second_time_it_is_read(ask, made):
    assert [ask("one"), ask("one", "another")] == [TEXT, TEXT]
    assert made == [TEXT]


def test_for_another_key_it_is_made_again(ask, made):
    assert [ask("one"), ask("two", "another"), ask("two", "a third")] == [TEXT, "another", "another"]
    assert made == [TEXT, "another"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda old: b"",
        lambda old: old[:-5],
        lambda old: old[:20],
        lambda old: b"\xff\xfe" + old,
        lambda old: old + b"x",
        lambda old: old.replace(b"regel", b"REGEL"),
    ],
)
def test_a_damaged_file_is_made_again(ask, made, tmp_path, damage):
    ask("one")
    path = tmp_path / "folder" / "a.js"
    path.write_bytes(damage(path.read_bytes()))
    assert [ask("one"), ask("one")] == [TEXT, TEXT]
    assert made == [TEXT, TEXT]


def test_many_at_once_all_get_a_whole_text(ask, tmp_path):
    texts = {f"key {number}": f"{number}" * 200_000 for number in range(4)}
    with ThreadPoolExecutor(8) as pool:
        asked = [(key, pool.submit(ask, key, text)) for _ in range(20) for key, text in texts.items()]
        assert [key for key, found in asked if found.result() != texts[key]] == []
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["a.js"], "nothing half is left"


def test_where_nothing_can_be_written_it_is_made_each_time(tmp_path, made):
    (tmp_path / "file").touch()
    for _ in range(2):
        assert kept(tmp_path / "file" / "a.js", "one", lambda: made.append(1) or TEXT) == TEXT
    assert len(made) == 2


def test_the_script_of_a_page_is_that_of_its_modules(monkeypatch, tmp_path):
    """What is read again is what would be made, and a change in a module or in the compiler is seen."""
    monkeypatch.setattr(scripts, "CODE", tmp_path)
    modules = (("widgets", ""), ("widgets.page", "found = [lambda: 1]\n"))
    scripts._kept.cache_clear()
    first = scripts._kept("one", modules)
    assert first == scripts._compiled(modules) and os.listdir(tmp_path / ".cache/widgets") == ["one.js"]
    monkeypatch.setattr(scripts, "_compiled", lambda modules: "made again")
    for change, expected in (("", first), ("found = [lambda: 2]\n", "made again")):
        scripts._kept.cache_clear()
        assert scripts._kept("one", (*modules[:1], ("widgets.page", change or modules[1][1]))) == expected
    scripts._kept.cache_clear()
    monkeypatch.setattr(scripts, "_compiler", lambda: "another compiler")
    assert scripts._kept("one", (*modules[:1], ("widgets.page", "found = [lambda: 2]\n"))) == "made again"
    scripts._kept.cache_clear()
