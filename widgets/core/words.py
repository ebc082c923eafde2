"""The words of a widget in the language of its page. The Dutch words stand where they are used; nowhere else.

content["texts"]: {Dutch text: translation}, only in a page in another language (protocol/talen/<language>/site.yaml).
"""


def say(content, dutch, *values):
    """The words for `dutch` in the language of `content`, with the values in place of {1}, {2} …; Dutch when there are none."""
    text = dutch
    if "texts" in content and dutch in content["texts"]:
        text = content["texts"][dutch]
    number = 0
    for value in values:
        number = number + 1
        text = text.replace("{" + str(number) + "}", value)
    return text


def is_translated(content):
    """True on a page in another language than Dutch."""
    return "texts" in content
