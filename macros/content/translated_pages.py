"""Which pages a site in another language has, and whether the Dutch changed since.

They are in docs/talen/<language>/, at the same path as the Dutch page, and the questionnaires that are translated as a whole.
"""

from pathlib import Path

from macros.content.languages import Translation, is_translated
from macros.content.model import Draft
from macros.content.translation import FOLDER, fingerprint

START = "index.md"  # each language has its own, shorter than the Dutch


def folder(root: Path, code: str) -> Path:
    return root / "docs" / FOLDER / code


def written_pages(root: Path, code: str) -> list[str]:
    """The translated pages as paths under docs: "ouders/x.md"."""
    place = folder(root, code)
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*.md"))


def translated_questionnaires(content: Draft) -> list[str]:
    """The questionnaires of this school that are in the language of `content` as a whole."""
    return [page.id for page in content.questionnaires.values() if is_translated(page._document)]


def own_pages(content: Draft) -> frozenset[str] | None:
    """On a site in another language: all its pages. None on the Dutch site, which has them all."""
    return None if content.translation is None else translated_pages(content, content.translation)


def translated_pages(content: Draft, translation: Translation) -> frozenset[str]:
    """All pages of the site of `content`, which is in another language."""
    return frozenset(
        [
            *written_pages(content.root, translation.code),
            *(f"vragenlijsten/{page_id}.md" for page_id in translated_questionnaires(content)),
        ]
    )


def is_outdated(translation: Translation, page: str) -> bool:
    """Has the Dutch page changed since this page was translated?"""
    dutch = translation.root / "docs" / page
    if page == START or not dutch.is_file():
        return False
    return fingerprint(dutch.read_text(encoding="utf-8")) not in translation.known.get(f"docs/{page}", set())
