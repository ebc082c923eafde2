"""The site that is being built follows every change in a layer: a mistake is told, and it is gone when it is mended."""

from macros.site import current
from tests.own_layers import FILLED_IN, make_school, write_layer

MISTAKE, MENDED = "naam: [De Linde]\n", "naam: De Linde\n"


def next_build(root):
    """The content of a build that starts now."""
    current.use(root)
    return current.content()


def test_a_mistake_in_the_layer_comes_and_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(current, "_state", dict(current._state))
    root = make_school(tmp_path, {})
    assert next_build(root).school.name == "Voorbeeldschool"
    write_layer(root, {"school.yaml": MISTAKE})
    assert [problem.file for problem in next_build(root).errors] == ["protocol/eigen/school.yaml"]
    write_layer(root, {"school.yaml": MENDED})
    assert next_build(root).errors == [] and current.content().school.name == "De Linde"
    assert next_build(root) is current.content() is current.content(), "read once"
    (root / "protocol" / "eigen" / "school.yaml").unlink()
    assert next_build(root).school.name == "Voorbeeldschool"


def test_a_second_layer_lies_over_the_first(tmp_path, monkeypatch):
    monkeypatch.setattr(current, "_state", dict(current._state))
    root = make_school(tmp_path, {"school.yaml": FILLED_IN})
    place = root / "protocol" / "locaties"
    (place / "oost" / "protocollen").mkdir(parents=True)
    (place / "oost.yaml").write_text("naam: De Linde Oost\n", encoding="utf-8")
    (place / "oost" / "protocollen" / "aanbevolen-protocol.yaml").write_text("titel: Ons protocol\n", encoding="utf-8")
    current.use(root, ("eigen", "locaties/oost"))
    content = current.content()
    assert content.errors == [] and (content.school.name, content.school.example) == ("De Linde Oost", False)
    assert content.protocols["aanbevolen-protocol"].title == "Ons protocol"
    assert content.project.own == ["school", "protocollen/aanbevolen-protocol"]
    current.use(root)
    assert current.content().school.name == "De Linde" and current.content().errors == []
