"""How many minutes a questionnaire takes, by its words."""

from macros.schema.questionnaire import Questionnaire

FAST, SLOW = 180, 100  # words a minute
FAST_CHOICE, SLOW_CHOICE = 2, 5  # seconds to choose an answer


def minutes(questionnaire: Questionnaire) -> tuple[int, int]:
    """(minutes of who reads fast, of who reads slowly): each question with the answers below it, and what stands before."""
    scales = {scale.id: _words([scale.labels[value] for value in scale.choices]) for scale in questionnaire.scales}
    words, questions = _words([*questionnaire.intro, *questionnaire.definition]), 0
    for section in questionnaire.sections:
        words += _words([section.explanation or ""])
        for item in section.items:
            questions += 1
            words += _words([section.title, item.text]) + scales[section.scale]
    return _whole(words, FAST, questions * FAST_CHOICE), _whole(words, SLOW, questions * SLOW_CHOICE)


def _whole(words: int, pace: int, seconds: int) -> int:
    """Whole minutes, upwards."""
    return -(-(60 * words // pace + seconds) // 60)


def _words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)
