"""A picture of the stage that is put away gives its memory back to the system."""

import subprocess
import sys

import pytest

PICTURES = """
import ctypes, sys
from ui.runtime.pictures_apart import keep_pictures_apart

def heap():
    with open("/proc/self/maps", encoding="ascii") as maps:
        span = next(line for line in maps if line.endswith("[heap]\\n")).split()[0]
    first, last = (int(end, 16) for end in span.split("-"))
    return last - first

library = ctypes.CDLL(None)
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
told = keep_pictures_apart() if "apart" in sys.argv else True
library.free(library.malloc(1920 * 1080 * 4))
before = heap()
library.malloc(1920 * 1080 * 4)
print(told, heap() - before > 1920 * 1080)
"""


def lies_in_the_heap(*arguments):
    done = subprocess.run(
        [sys.executable, "-c", PICTURES, *arguments], capture_output=True, text=True, check=True
    )
    told, lies = done.stdout.split()
    assert told == "True"
    return lies == "True"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only this C library keeps them")
def test_a_second_picture_is_kept_apart_from_what_stays():
    assert lies_in_the_heap()
    assert not lies_in_the_heap("apart")
