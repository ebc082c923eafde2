"""The mail for parents: whole in the link as well, and Dutch on every page."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from macros.load import load
from macros.render.complaint_mail import MAIL, SUBJECT, complaint_mail
from tests.places import ROOT


def test_the_link_opens_the_same_mail_to_nobody():
    markup = complaint_mail(load(ROOT, "nl", "vo"))
    address = urlsplit(unescape(re.search(r'href="(mailto:[^"]*)"', markup).group(1)))
    assert address.path == "", "the school is not guessed"
    told = parse_qs(address.query, strict_parsing=True)
    assert told["subject"] == [SUBJECT] and told["body"][0].split("\r\n\r\n") == list(MAIL)


def test_in_another_language_the_mail_stays_dutch_and_the_link_does_not():
    markup = complaint_mail(load(ROOT, language="en"))
    assert '<div class="letter" lang="nl" dir="ltr">' in markup and "Beste [naam]," in markup
    assert "Open this email in your own email program" in markup
