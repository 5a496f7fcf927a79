"""One private X display: what is painted on it, and real keys and clicks into it.

Keys go in through the X server's XTEST extension, so that they pass the browser's own shortcuts as a
finger's would. What is painted is read from Xvfb's framebuffer file, which takes the browser no time.
This module must never know which browser is drawn on the display.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import signal
import struct
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

HOLD = 0.04  # seconds a key is held, about what a finger does
PAUSE = 0.06  # seconds between two presses

Point = tuple[int, int]
Colour = int

_ERROR_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


@_ERROR_HANDLER  # type: ignore[untyped-decorator]
def _carry_on(_display: int | None, _event: int | None) -> int:
    """Xlib ends the whole process at the first error, such as a window that has just closed."""
    return 0


def _xlib() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    x11, xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XStringToKeysym.restype = ctypes.c_ulong
    x11.XSetErrorHandler(_carry_on)
    return x11, xtst


class Display:
    """An Xvfb of our own, with a keyboard, a pointer and a framebuffer to read."""

    def __init__(self, folder: Path, width: int = 1280, height: int = 900) -> None:
        self.width, self.height = width, height
        folder.mkdir(parents=True, exist_ok=True)
        reader, writer = os.pipe()
        command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24"]
        command += ["-fbdir", str(folder), "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(
            command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        os.close(writer)
        with os.fdopen(reader) as pipe:
            self.name = ":" + pipe.readline().strip()
        self._x11, self._xtst = _xlib()
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(self.name.encode()))
        if not self._display:
            raise RuntimeError("the private X display did not open")
        with (folder / "Xvfb_screen0").open("rb") as framebuffer:
            self._pixels = mmap.mmap(framebuffer.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self._pixels[:100])
        self._start, self._line = header[0] + header[19] * 12, header[12]

    def close(self) -> None:
        """End the X server and forget the display."""
        self._x11.XCloseDisplay(self._display)
        os.killpg(self._server.pid, signal.SIGTERM)
        self._server.wait(10)
        self._pixels.close()

    # What is painted

    def colours(self, points: Sequence[Point]) -> list[Colour]:
        """The colour of each point now, as 0xRRGGBB."""
        pixels, start, line = self._pixels, self._start, self._line
        found = []
        for across, down in points:
            place = start + down * line + across * 4
            found.append(int.from_bytes(pixels[place : place + 3], "little"))
        return found

    def grid(self, step: int = 16) -> list[Point]:
        """Points spread evenly over the display."""
        return [(x, y) for y in range(step // 2, self.height, step) for x in range(step // 2, self.width, step)]

    # Keys and pointer

    def down(self, key: str) -> None:
        """Press a key and keep it pressed."""
        self._key(key, True)

    def up(self, key: str) -> None:
        """Let go of a key."""
        self._key(key, False)

    def press(self, key: str, *modifiers: str, hold: float = HOLD) -> None:
        """Press and let go of a key, as a finger does, with any modifiers held."""
        for modifier in modifiers:
            self.down(modifier)
        self.down(key)
        time.sleep(hold)
        self.up(key)
        for modifier in reversed(modifiers):
            self.up(modifier)

    def mash(self, key: str, times: int) -> None:
        """Press a key again and again."""
        for _ in range(times):
            self.press(key)
            time.sleep(PAUSE)

    def write(self, text: str) -> None:
        """Type plain lower-case letters, digits and spaces."""
        for letter in text:
            self.press("space" if letter == " " else letter)
            time.sleep(0.01)

    def move(self, point: Point) -> None:
        """Put the pointer somewhere."""
        self._xtst.XTestFakeMotionEvent(self._display, -1, point[0], point[1], 0)
        self._x11.XFlush(self._display)

    def button(self, pressed: bool, number: int = 1) -> None:
        """Press or let go of a button of the mouse."""
        self._xtst.XTestFakeButtonEvent(self._display, number, int(pressed), 0)
        self._x11.XFlush(self._display)

    def click(self, point: Point, *modifiers: str, number: int = 1) -> None:
        """Click somewhere, with any modifiers held."""
        for modifier in modifiers:
            self.down(modifier)
        self.move(point)
        time.sleep(0.05)
        self.button(True, number)
        time.sleep(HOLD)
        self.button(False, number)
        for modifier in reversed(modifiers):
            self.up(modifier)

    def _key(self, key: str, pressed: bool) -> None:
        symbol = self._x11.XStringToKeysym(key.encode())
        code = self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
        self._xtst.XTestFakeKeyEvent(self._display, code, int(pressed), 0)
        self._x11.XFlush(self._display)

    # Windows: no window manager runs here, so somebody has to hand out the focus

    def windows(self) -> list[int]:
        """The top-level windows that are shown and large enough to be a browser's."""
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        self._x11.XQueryTree(
            self._display,
            ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display)),
            ctypes.byref(root),
            ctypes.byref(parent),
            ctypes.byref(children),
            ctypes.byref(count),
        )
        found = [children[index] for index in range(count.value)]
        self._x11.XFree(children)
        return [window for window in found if self._is_shown(window)]

    def focus(self, window: int) -> None:
        """Bring a window to the front and give it the keyboard."""
        self._x11.XRaiseWindow(self._display, ctypes.c_ulong(window))
        self._x11.XSetInputFocus(self._display, ctypes.c_ulong(window), 1, ctypes.c_ulong(0))
        self._x11.XSync(self._display, 0)

    def fill(self, window: int, part: float = 1) -> None:
        """Make a window as large as the display, or a part of its width and height."""
        width, height = int(self.width * part), int(self.height * part)
        self._x11.XMoveResizeWindow(self._display, ctypes.c_ulong(window), 0, 0, width, height)
        self._x11.XSync(self._display, 0)

    def title(self, window: int) -> str:
        """The title a window shows, which is that of its tab in front."""
        kind, form = ctypes.c_ulong(), ctypes.c_int()
        count, rest = ctypes.c_ulong(), ctypes.c_ulong()
        text = ctypes.c_char_p()
        self._x11.XGetWindowProperty(
            self._display,
            ctypes.c_ulong(window),
            ctypes.c_ulong(self._x11.XInternAtom(self._display, b"_NET_WM_NAME", 0)),
            ctypes.c_long(0),
            ctypes.c_long(256),
            0,
            ctypes.c_ulong(0),
            ctypes.byref(kind),
            ctypes.byref(form),
            ctypes.byref(count),
            ctypes.byref(rest),
            ctypes.byref(text),
        )
        return (text.value or b"").decode("utf-8", "replace")

    def _is_shown(self, window: int) -> bool:
        class Attributes(ctypes.Structure):
            _fields_ = [
                ("place", ctypes.c_int * 2),
                ("width", ctypes.c_int),
                ("height", ctypes.c_int),
                ("rest", ctypes.c_byte * 256),
            ]

        attributes = Attributes()
        if not self._x11.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(attributes)):
            return False
        # map_state follows border_width … in XWindowAttributes; 2 means viewable.
        state = ctypes.cast(ctypes.byref(attributes, 92), ctypes.POINTER(ctypes.c_int))[0]
        return bool(state == 2) and attributes.width > 200 and attributes.height > 200
