"""Reading aloud, with a voice of the device itself.

Only voices that work without a connection: others send the text to a company. Without such a voice for the language
of the page there is no button.
"""
from browser import document, window

from widgets.core.words import is_translated, say

READ = "Lees voor"
STOP = "Stop met voorlezen"


def sentence(text):
    """A text as it is said: with a pause behind it, unless it goes on in the next ("Op school durf ik …")."""
    if text.endswith("…"):
        return text[0:-1].strip()
    return text if not text or text[-1] in ".?!" else text + "."


class Aloud:
    """Reads everything in `root` that is marked data-spoken, at a click on a button marked data-aloud."""

    def __init__(self, root):
        self.root = root
        self.speaking = False
        self.turn = 0
        self.content = {}
        self.engine = getattr(window, "speechSynthesis", None)

    def listen(self, widget):
        """Listen for clicks, and for voices that the device finds later."""
        self.content = widget.content
        if self.engine:
            widget.listen(self.engine, "voiceschanged", self.show)
            widget.listen(self.root, "click", self.clicked)

    def voice(self):
        """A local voice for the language, the one for the country of the page first; None without one."""
        language = self.content["language"] if is_translated(self.content) else "nl"
        found = [voice for voice in self.engine.getVoices()
                 if voice.localService is True and voice.lang.lower().replace("_", "-").split("-")[0] == language]
        for voice in found:
            if voice.lang.lower().replace("_", "-") == document.documentElement.lang.lower():
                return voice
        return found[0] if found else None

    def show(self, *event):
        """The button is there when there is a voice, and says what it does."""
        usable = bool(self.engine) and self.voice() is not None
        for button in self.root.querySelectorAll("[data-aloud]"):
            button.hidden = not usable
            button.textContent = say(self.content, STOP if self.speaking else READ)

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
        self.engine.cancel()
        spoken = [sentence(part.textContent.strip()) for part in self.root.querySelectorAll("[data-spoken]")]
        said = window.SpeechSynthesisUtterance.new(" ".join([text for text in spoken if text]))
        said.voice = voice
        said.lang = voice.lang
        said.rate = 0.9
        self.turn = self.turn + 1
        turn = self.turn

        def ended(event):
            """Also comes late, for what was stopped before."""
            if self.speaking and turn == self.turn:
                self.speaking = False
                self.show()
        said.addEventListener("end", ended)
        said.addEventListener("error", ended)
        self.speaking = True
        self.engine.speak(said)
        self.show()

    def stop(self):
        """Silence at once: another question is there, or the pupil leaves."""
        if self.speaking:
            self.speaking = False
            self.engine.cancel()
        self.show()
