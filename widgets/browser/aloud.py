"""Reading aloud, with a voice of the device itself.

Only voices that work without a connection: others send the text to a company. Without such a voice for the language
of the page there is no button.
"""

from browser import document, window

from widgets.browser import press
from widgets.browser.base import nearest
from widgets.browser.patience import Patience
from widgets.core.words import is_translated, say

READ = "Lees voor"
STOP = "Stop met voorlezen"
# A voice that never tells that it is ready: after so many milliseconds nobody is being read to any more.
LONGEST_WORD, LONGEST_WAIT = 1000, 60000


def sentence(text):
    """A text as it is said: with a pause behind it, unless it goes on in the next ("Op school durf ik …")."""
    if text.endswith("…"):
        return text[0:-1].strip()
    return text if not text or text[-1] in ".?!" else text + "."


class Aloud:
    """Reads everything in `root` that is marked data-spoken and not folded, at a click on a button marked data-aloud.

    on_turn() is called when reading begins and when it ends.
    """

    def __init__(self, root, on_turn):
        self.root = root
        self.on_turn = on_turn
        self.speaking = False
        self.turn = 0
        self.began = Patience()
        self.longest = 0
        self.content = {}
        self.engine = engine()

    def listen(self, widget):
        """Listen for clicks, and for voices that the device finds later."""
        self.content = widget.content
        if self.engine:
            when(self.engine, "voiceschanged", widget.guarded(self.show))
            widget.listen(self.root, "click", self.clicked)

    def is_reading(self):
        """Whether somebody is being read to, also between two sentences."""
        return self.speaking and self.began.passed() < self.longest

    def voice(self):
        """A local voice for the language, the one for the country of the page first; None without one."""
        language = self.content["language"] if is_translated(self.content) else "nl"
        try:
            found = [
                voice
                for voice in self.engine.getVoices()
                if voice.localService is True and voice.lang.lower().replace("_", "-").split("-")[0] == language
            ]
        except Exception:  # a browser that has the name of it only
            return None
        for voice in found:
            if voice.lang.lower().replace("_", "-") == document.documentElement.lang.lower():
                return voice
        return found[0] if found else None

    def show(self, *event):
        """The button is there when there is a voice, and says what it does."""
        usable = bool(self.engine) and self.voice() is not None
        for button in self.root.querySelectorAll("[data-aloud]"):
            button.hidden = not usable
            words = say(self.content, STOP if self.speaking else READ)
            if button.textContent != words:
                button.textContent = words
                press.drawn(button)

    def clicked(self, event):
        if event.target.hasAttribute("data-aloud"):
            if self.speaking:
                self.stop()
            else:
                self.read()

    def read(self):
        voice = self.voice()
        if voice is None:
            self.show()
            return
        spoken = [
            sentence(part.textContent.strip())
            for part in self.root.querySelectorAll("[data-spoken]")
            if nearest(part, "details:not([open])") is None
        ]
        text = " ".join([part for part in spoken if part])
        self.turn = self.turn + 1
        turn = self.turn

        def ended(event):
            """Also comes late, for what was stopped before."""
            if self.speaking and turn == self.turn:
                self.speaking = False
                self.show()
                self.on_turn()

        self.speaking = True
        self.longest = LONGEST_WAIT + LONGEST_WORD * len(text.split())
        self.began.restart()
        try:
            said = window.SpeechSynthesisUtterance.new(text)
            said.voice = voice
            said.lang = voice.lang
            said.rate = 0.9
            when(said, "end", ended)
            when(said, "error", ended)
            self.engine.cancel()
            self.engine.speak(said)
        except Exception:  # the device refuses: the text stands on the screen
            self.speaking = False
        self.show()
        self.on_turn()

    def stop(self):
        """Silence at once: another question is there, or the pupil leaves."""
        if self.speaking:
            self.speaking = False
            try:
                self.engine.cancel()
            except Exception:  # nothing to silence
                pass
        self.show()


def engine():
    """What reads aloud on this device, or None. A browser may have it in name only, and refuse as soon as somebody looks."""
    try:
        return window.speechSynthesis if hasattr(window, "SpeechSynthesisUtterance") else None
    except Exception:
        return None


def when(thing, name, act):
    """Listen to a thing that takes listeners, or to one that only has a place for one: Safari 15 knows voices that way."""
    try:
        if hasattr(thing, "addEventListener"):
            thing.addEventListener(name, act)
        else:
            setattr(thing, "on" + name, act)
    except Exception:  # then nobody hears of it
        pass
