"""Every kind of school with every protocol: for what must hold for all of them."""

import pytest

from macros.schema.countries import SCHOOL_TYPES
from tests.loaded import loaded

LOADED = {(country, kind): loaded(country, kind) for country, kinds in SCHOOL_TYPES.items() for kind in kinds}
CASES = [(*school, name) for school, content in LOADED.items() for name in content.protocols]
every_school = pytest.mark.parametrize("school", CASES, indirect=True)


@pytest.fixture
def school(request):
    """The content of one kind of school that follows one of its protocols; import it beside `every_school`."""
    country, kind, protocol = request.param
    content = LOADED[country, kind]
    before = content.school.protocol
    content.school.protocol = protocol
    yield content
    content.school.protocol = before
