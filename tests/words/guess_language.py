"""In which language a text is, from its letters and its smallest words. Enough for the languages of this site."""

import re

_SMALL_WORDS = {
    "nl": "de het een en van is in dat niet je u te op zijn met voor er om als aan wat wordt naar bij ook of dan kan deze "
    "dit die uw hoe wie geen nog maar over uit door heeft hebt iemand waar kunt mag",
    "en": "the a an and of is in that not you your to on are with for there if at what be by also or then can this these "
    "it how who no but about from has have somebody where may do does they will",
    "tr": "ve bir bu için ile da de ne mi mu mı var yok değil daha çok ya olarak olan siz sizin sen çocuğunuz okul kim "
    "nasıl o her sonra ama gibi en kadar hangi size",
    "pl": "i w z na do nie się że to jest dla o od po co jak czy proszę lub gdy może można ich jej jego też aby przez "
    "przy tym kto są ale tylko już ze szkoła",
}
_WORD = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def guess(text: str) -> str:
    """The code of the language, or "" when it cannot be told."""
    letters = [char for char in text if char.isalpha()]
    for code, first, last in (("ar", "\u0600", "\u06ff"), ("uk", "\u0400", "\u04ff")):
        if sum(first <= char <= last for char in letters) > len(letters) / 2:
            return code
    words = words_of(text)
    found = {code: sum(word in small.split() for word in words) for code, small in _SMALL_WORDS.items()}
    best, second = sorted(found.values(), reverse=True)[:2]
    return max(found, key=lambda code: found[code]) if best >= 2 and best > 1.5 * second else ""
