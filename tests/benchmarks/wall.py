"""How fluid the card wall is, painted in software on a screen of 1920 by 1080 px, with 100 to 50,000 cards.

Each size is measured in a process of its own (`_wall_run`). Beside it a page of notes in the DOM, as the web
boards are built, is panned by headless Chromium where there is one. Both show the same: as many cards of nine
words on the paper of their kind with its badge, in named clusters beside a tray that stays; and are moved by as
much with every frame. A frame of ours is all that the program does from
one step to the next; a frame of the page is the time from one animation frame to the next with the limit of the
frame rate taken off. Memory is what the program holds more than without a card, its files left out: ours after
all gestures, the browser's after panning, all of its processes together.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, Final

from tests.benchmarks._wall_run import CLUSTERED, HEIGHT, WIDTH, held
from tests.benchmarks.report import Figure, percentile

BARS: Final = {
    100: {"pan": 5.0, "zoom": 16.0, "drag": 1.0},
    1_000: {"pan": 5.0, "zoom": 16.0, "drag": 1.0},
    10_000: {"pan": 8.0, "fit": 8.0, "zoom": 20.0, "drag": 1.0},
    50_000: {"pan": 8.0, "fit": 8.0, "zoom": 40.0, "drag": 1.0},
}
"""Milliseconds a frame at the 95th percentile, by the number of cards."""

BUILD_BAR: Final = 200.0
"""Milliseconds to lay and paint 10,000 cards for the first time, and no more for 50,000."""
MEMORY_BAR: Final = 100.0
"""MB above an empty wall at 10,000 cards."""
FASTER: Final = 8.0
LEANER: Final = 5.0
COMPARED: Final = 10_000
LARGEST: Final = max(BARS)
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")

_PAGE: Final = """<!doctype html><meta charset="utf-8"><style>
body{margin:0;overflow:hidden;background:#e3dccf;font:15px/19px sans-serif}
#tray,#pane{position:absolute;top:0;bottom:0;overflow:hidden}#tray{left:0;width:236px;background:#f4f2ed}
#pane{left:236px;right:0}#board{position:absolute;will-change:transform}
section{position:absolute;width:822px;border-radius:8px;background:#f0ebe3}h2{margin:14px;font-size:17px}
.note{position:absolute;width:190px;box-sizing:border-box;border:1px solid #0003;border-radius:4px;
padding:10px 8px 10px 42px;box-shadow:0 1px 2px #0004;overflow:hidden}
.note svg{position:absolute;left:12px;top:12px;width:20px;height:20px}.note p{margin:0}
.works{background:#8fdfb1}.difficulty{background:#f99f83}.question{background:#aac8f2}
.suggestion{background:#fbe47f}.neutral{background:#f3f1ec}</style>
<div id="tray"></div><div id="pane"><div id="board"></div></div><script>
const count=%(count)d, inCluster=%(clustered)d, loose=Math.min(20,Math.floor(count/10));
const board=document.getElementById("board"), tray=document.getElementById("tray");
const kinds=["works","difficulty","question","suggestion","neutral"];
const badges=["M10 1a9 9 0 1 0 0 18a9 9 0 0 0 0-18M5 9h4V5h2v4h4v2h-4v4H9v-4H5z","M2 2h16v16H2zM5 9h10v2H5z",
"M10 0L20 10L10 20L0 10zM9 12h2v2H9zM9 5h2v6H9z","M2 2h11l6 8l-6 8H2zM8 5h2v7H8zM8 13h2v2H8z",
"M2 2h16v16H2zM5 6h10v1H5zM5 10h10v1H5zM5 13h6v1H5z"];
const words="comunidad diálogo reflexión compromiso agua escuela niñez acuerdo taller".split(" ");
function note(n,x,y,height,into){const kind=(n*7+n%%3)%%5, made=document.createElement("article");
made.className="note "+kinds[kind];made.style.left=x+"px";made.style.top=y+"px";made.style.height=height+"px";
const text=Array.from({length:9},(_,k)=>words[(n*7+k*3)%%words.length]).join(" ");
made.tabIndex=-1;made.setAttribute("aria-label",kinds[kind]+": "+text);
made.innerHTML='<svg viewBox="0 0 20 20" aria-hidden="true"><path fill-rule="evenodd" d="'+badges[kind]+'"/></svg>';
const said=document.createElement("p");said.textContent=text;made.append(said);into.append(made)}
for(let n=0;n<loose;n++)note(n,14,92+n*140,128,tray);
const clusters=Math.ceil((count-loose)/inCluster), across=Math.ceil(Math.sqrt(clusters*1.6));
const rows=Math.ceil(inCluster/4), tall=56+rows*150+8;
for(let c=0;c<clusters;c++){const made=document.createElement("section"), name=document.createElement("h2");
made.style.left=(c%%across)*834+"px";made.style.top=Math.floor(c/across)*(tall+12)+"px";made.style.height=tall+"px";
name.textContent="Tema "+c*inCluster;made.append(name);
for(let k=0;k<inCluster&&c*inCluster+k<count-loose;k++)
note(loose+c*inCluster+k,12+(k%%4)*202,52+Math.floor(k/4)*150,138,made);board.append(made)}
let frames=[],last=0,x=0;function step(now){if(last)frames.push(now-last);last=now;x+=13;
board.style.transform=`translate(${-x%%4000}px,${-(x*7/13)%%2000}px)`;
if(frames.length<150)requestAnimationFrame(step);else fetch("/told",{method:"POST",body:JSON.stringify(frames.slice(30))})}
setTimeout(()=>requestAnimationFrame(step),500)</script>"""


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page of notes took: milliseconds a frame, and MB of all processes of the browser."""

    frames: list[float]
    memory: float


def figures() -> Iterable[Figure]:
    """Return frame times by number of cards, and how they compare with a page of notes."""
    told = {count: _wall(count) for count in BARS}
    for count, bars in BARS.items():
        for what, bar in bars.items():
            yield _frames(f"wall of {count:,} cards, {what}, a frame", told[count][what], bar)
    large = told[COMPARED]
    for count in (COMPARED, LARGEST):
        name = f"wall of {count:,} cards, laid and painted"
        yield Figure(name=name, median=told[count]["build"], bar=BUILD_BAR)
    name = f"wall of {COMPARED:,} cards, its memory above an empty wall"
    yield Figure(name=name, median=large["memory"], unit="MB", bar=MEMORY_BAR)
    page, bare = _page(COMPARED), _page(0)
    if page is None or bare is None:
        print("no Chromium here: the wall is not compared with a page of notes", file=sys.stderr)
        return
    ours, theirs = percentile(large["pan"], 50), percentile(page.frames, 50)
    yield Figure(
        name=f"wall of {COMPARED:,} cards, pan, against a page of notes",
        median=ours,
        yardstick=theirs,
        ratio=ours / theirs,
        bar=1 / FASTER,
    )
    ours, theirs = statistics.mean(large["pan"]), statistics.mean(page.frames)
    yield Figure(
        name="  the same, a frame on average",
        median=ours,
        yardstick=theirs,
        ratio=ours / theirs,
        bar=1 / FASTER,
    )
    yield Figure(
        name="  its memory above none, against the page's",
        median=large["memory"],
        unit="MB",
        yardstick=page.memory - bare.memory,
        ratio=large["memory"] / (page.memory - bare.memory),
        bar=1 / LEANER,
    )


def _frames(name: str, frames: list[float], bar: float) -> Figure:
    return Figure(
        name=name,
        median=percentile(frames, 50),
        p99=percentile(frames, 99),
        judged=percentile(frames, 95),
        bar=bar,
    )


def _wall(count: int) -> dict[str, Any]:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks._wall_run", str(count)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    )
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


def _page(count: int) -> _Page | None:
    """Let a browser pan a page of notes and return what that took; None where there is no browser."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return None
    told: list[list[float]] = []
    done = threading.Event()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = (_PAGE % {"count": count, "clustered": CLUSTERED}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()
            done.set()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            browser,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-frame-rate-limit",
            "--disable-gpu-vsync",
            "--no-first-run",
            f"--user-data-dir={profile}",
            f"--window-size={WIDTH},{HEIGHT}",
            f"http://127.0.0.1:{server.server_port}/",
        ]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            arrived = done.wait(120)
            memory = _held_by(profile) if arrived else 0.0
            running.terminate()
    server.shutdown()
    server.server_close()
    return _Page(told[0], memory) if told else None


def _held_by(profile: str) -> float:
    """Return the MB that all processes of a browser hold."""
    found = 0.0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if profile.encode() in (process / "cmdline").read_bytes():
                found += held(int(process.name))
        except OSError:
            continue
    return found
