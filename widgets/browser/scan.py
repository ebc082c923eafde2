"""Reading QR codes with the camera. Nothing leaves the device: no picture is kept or sent.

The browser's own BarcodeDetector reads where there is one, else that of docs/assets/js/qr-lezer.js, which stands on a
page that scans as a script of its own. Source: https://wicg.github.io/shape-detection-api/
"""

from browser import window
from javascript import NULL

# Milliseconds between two looks, and how many looks without a code before the same code counts as shown again.
PAUSE = 150
LOOKS = 10

NOT_SECURE = "Het adres van deze pagina begint niet met https. Dan mag een pagina de camera niet gebruiken. Typ de codes."
NO_CAMERA_HERE = "Deze browser kan hier geen camera gebruiken. Typ de codes."
TROUBLES = {
    "NotAllowedError": "De camera mag niet aan. Geef toestemming in je browser, of typ de codes.",
    "NotFoundError": "Er is geen camera gevonden. Typ de codes.",
    "NotReadableError": "De camera doet het niet. Misschien gebruikt een ander programma hem. Typ de codes.",
}
OTHER_TROUBLE = "Het scannen lukt niet. Typ de codes."
CAMERA = {"audio": False, "video": {"facingMode": {"ideal": "environment"}, "width": {"ideal": 1280}, "height": {"ideal": 720}}}


def can_scan():
    """True when this page may ask for a camera and there is something to read its pictures with."""
    return (
        hasattr(window.navigator, "mediaDevices")
        and hasattr(window.navigator.mediaDevices, "getUserMedia")
        and (hasattr(window, "BarcodeDetector") or hasattr(window, "qrReader"))
    )


class Scanner:
    """One camera at work: on after start(), off after stop() and when the page is left.

    on_text(text) is called once for each code that is held up; a code that stays in view is not called again.
    on_trouble(sentence) is called with one Dutch sentence when it does not work; the camera is off then.
    on_cameras(count) is called when the camera is on: how many this device has.
    """

    def __init__(self, video, on_text, on_trouble, on_cameras):
        self.video = video
        self.on_text = on_text
        self.on_trouble = on_trouble
        self.on_cameras = on_cameras
        # Whether the camera is on, or was asked for.
        self.wanted = False
        # The ids of all cameras; known once the camera is allowed.
        self.cameras = []
        self.stream = None
        self.detector = None
        self.timer = None
        # The code that is in view now. It is forgotten as soon as it is taken away.
        self.in_view = ""
        self.misses = 0
        # Goes up at every start and stop: an answer to an older question is left alone.
        self.turn = 0
        window.addEventListener("pagehide", self.left)

    def start(self, camera=""):
        """Ask for the camera and begin to read. `camera` is the id of one, or "" for the best."""
        self.stop()
        if not can_scan():
            self.on_trouble(NO_CAMERA_HERE if window.isSecureContext else NOT_SECURE)
            return
        self.wanted = True
        turn = self.turn
        try:
            window.navigator.mediaDevices.getUserMedia(only(camera) if camera else CAMERA).then(
                lambda stream: self.tried(self.opened, turn, stream), lambda error: self.failed(turn, error)
            )
        except Exception as error:  # refused at once, or by an answer that is no promise
            self.failed(turn, error)

    def tried(self, act, turn, *given):
        """Do what may go wrong in a browser that knows only half of this; then the camera goes off."""
        try:
            act(turn, *given)
        except Exception as error:
            self.failed(turn, error)

    def stop(self):
        """Camera off, and nothing remembered."""
        self.turn += 1
        self.wanted = False
        self.in_view = ""
        self.detector = None
        if self.timer is not None:
            window.clearTimeout(self.timer)
            self.timer = None
        if self.stream is not None:
            close(self.stream)
            self.stream = None
            self.video.srcObject = NULL

    def left(self, event):
        self.stop()

    def switch(self):
        """The next camera of this device."""
        if self.stream is not None and self.cameras:
            now = str(self.stream.getVideoTracks()[0].getSettings().deviceId)
            place = self.cameras.index(now) + 1 if now in self.cameras else 0
            self.start(self.cameras[place % len(self.cameras)])

    def opened(self, turn, stream):
        if turn != self.turn:
            close(stream)
            return
        self.stream = stream
        self.video.muted = True
        self.video.setAttribute("playsinline", "")
        self.video.srcObject = stream
        # A camera that looks at who stands before it is shown as a mirror (ballot.css).
        facing = stream.getVideoTracks()[0].getSettings()
        self.video.className = "far" if hasattr(facing, "facingMode") and facing.facingMode == "environment" else ""
        self.video.play().then(lambda _nothing: None, lambda error: self.failed(turn, error))
        window.navigator.mediaDevices.enumerateDevices().then(lambda devices: self.listed(turn, devices), lambda error: None)
        if hasattr(window, "BarcodeDetector"):
            window.BarcodeDetector.getSupportedFormats().then(
                lambda formats: self.tried(self.chosen, turn, formats.includes("qr_code")),
                lambda error: self.tried(self.chosen, turn, False),
            )
        else:
            self.chosen(turn, False)

    def listed(self, turn, devices):
        if turn == self.turn:
            self.cameras = [str(device.deviceId) for device in devices if device.kind == "videoinput"]
            self.on_cameras(len(self.cameras))

    def chosen(self, turn, own):
        """Which detector reads is known: begin to look."""
        if turn != self.turn:
            return
        if own:
            self.detector = window.BarcodeDetector.new({"formats": ["qr_code"]})
        elif hasattr(window, "qrReader"):
            self.detector = window.qrReader.BarcodeDetector.new({"formats": ["qr_code"]})
        else:
            self.stop()
            self.on_trouble(NO_CAMERA_HERE)
            return
        self.look(turn)

    def look(self, turn):
        """Look once, and again after a pause."""
        if turn != self.turn:
            return
        if self.video.readyState < 2:
            self.look_later(turn)
        else:
            self.detector.detect(self.video).then(lambda found: self.looked(turn, found), lambda error: self.look_later(turn))

    def look_later(self, turn):
        if turn == self.turn:
            self.timer = window.setTimeout(lambda: self.look(turn), PAUSE)

    def looked(self, turn, found):
        if turn != self.turn:
            return
        text = str(found[0].rawValue) if found.length else ""
        self.look_later(turn)
        if text:
            self.misses = 0
            if text != self.in_view:
                self.in_view = text
                self.on_text(text)
        else:
            self.misses += 1
            if self.misses >= LOOKS:
                self.in_view = ""

    def failed(self, turn, error):
        if turn == self.turn:
            self.stop()
            name = str(getattr(error, "name", ""))
            self.on_trouble(TROUBLES[name] if name in TROUBLES else OTHER_TROUBLE)


def only(camera):
    """What to ask for to get one camera."""
    return {"audio": False, "video": {"deviceId": {"exact": camera}, "width": {"ideal": 1280}, "height": {"ideal": 720}}}


def close(stream):
    """Camera light off."""
    for track in stream.getTracks():
        track.stop()
