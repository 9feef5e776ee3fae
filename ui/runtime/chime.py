"""One soft chime: two bell tones made here, played by what the system has for playing sounds."""

import math
import shutil
import subprocess
import sys
import tempfile
import wave
from array import array
from contextlib import suppress
from pathlib import Path
from typing import Final

RATE: Final = 44_100
SECONDS: Final = 1.6
LOUDNESS: Final = 0.22
"""Of what a loudspeaker could give: heard in a quiet room, lost in a loud one."""

TONES: Final = ((0.0, 659.26), (0.22, 880.0))
"""When each tone begins, in seconds, and its pitch in Hz: e and the a above it."""

_PARTIALS: Final = ((1.0, 1.0, 3.2), (2.0, 0.28, 5.0), (3.01, 0.1, 8.0))
"""Each tone as a bell: multiple of the pitch, strength, how fast it dies away."""

_PLAYERS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "darwin": (("afplay",),),
    "linux": (
        ("pw-play",),
        ("paplay",),
        ("aplay", "-q"),
        ("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"),
    ),
}
_PATIENCE: Final = 10.0


def player() -> tuple[str, ...]:
    """Return the command that plays a sound file here; empty where the system has none.

    Windows plays sounds by itself, which is said as the one word "winsound".
    """
    if sys.platform == "win32":
        return ("winsound",)
    for command in _PLAYERS.get(sys.platform, ()):
        if shutil.which(command[0]):
            return command
    return ()


def samples() -> "array[int]":
    """Return the chime as 16-bit samples."""
    sound = array("h", bytes(2 * round(RATE * SECONDS)))
    scale = LOUDNESS * 32_767 / sum(strength for _multiple, strength, _fall in _PARTIALS)
    for begin, pitch in TONES:
        first = round(begin * RATE)
        for place in range(first, len(sound)):
            t = (place - first) / RATE
            swell = min(1.0, t / 0.012) * min(1.0, (len(sound) - place) / 4_000)
            value = sum(
                strength * math.exp(-fall * t) * math.sin(2 * math.pi * pitch * multiple * t)
                for multiple, strength, fall in _PARTIALS
            )
            sound[place] = max(-32_768, min(32_767, sound[place] + round(scale * swell * value)))
    return sound


def write(path: Path) -> None:
    """Write the chime as a WAV file. Raises OSError."""
    sound = samples()
    if sys.byteorder == "big":
        sound.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(sound.tobytes())


def ring() -> bool:
    """Play the chime to its end and return whether it could be played: call it from a background thread."""
    command = player()
    if not command:
        return False
    try:
        with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
            path = Path(folder) / "chime.wav"
            write(path)
            return _play(command, path)
    except OSError:
        return False


def _play(command: tuple[str, ...], path: Path) -> bool:
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - Windows alone has it

        with suppress(RuntimeError):
            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
            return True
        return False
    try:
        done = subprocess.run(  # noqa: S603 - a player of the system and a file of ours
            [*command, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
