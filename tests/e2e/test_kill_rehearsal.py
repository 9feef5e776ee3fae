"""The lights may go out in a workshop: whatever Enter had accepted is there afterwards.

`test_rehearsal.py` looks at many more moments, at what a kill would leave.
"""

import random

from tests.e2e.rehearsing import ended_within, journal, lost, rehearsal, until


def test_a_rehearsal_that_is_killed_loses_nothing_that_was_accepted(tmp_path):
    chance = random.Random(2014)
    moment = chance.randrange(20, 60)

    with rehearsal(tmp_path) as program:
        until(program, tmp_path, moment)
        ended_within(program, chance.uniform(0.0, 0.08))
        program.kill()
        program.communicate()

    assert len(journal(tmp_path)) >= moment
    assert lost(tmp_path) == []
