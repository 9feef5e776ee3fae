import sqlite3
from contextlib import closing
import pytest
from facilitator.domain.errors import CannotWrite
from facilitator.domain.cards import Card, Phase
from tests.services.test_anonymity import *

def test_undone(collecting, database_file):
    collecting.write_many()
    collecting.write("Una palabra mal escrita X")
    collecting.workspace.operations.undo()
    collecting.write("Una palabra mal escrita Y")
    collecting.reveal()
    found = everything_in(database_file)
    print([t for t in collecting.times if t.encode() in found])
    print(rows(database_file,"select label,way,at,record from change_log"))
    assert not [time for time in collecting.times if time.encode() in found]

def test_undone_reword(collecting, database_file):
    collecting.write_many()
    c=collecting.cards[3]
    collecting.clock.tick(10); collecting.times.append(collecting.clock.now().isoformat()[:19])
    collecting.workspace.wall.reword(c.id, text("zzz"))
    collecting.workspace.operations.undo()
    collecting.reveal()
    found = everything_in(database_file)
    assert not [time for time in collecting.times if time.encode() in found]

def test_reader(collecting, database_file):
    collecting.write_many()
    with closing(sqlite3.connect(database_file)) as other:
        other.execute("BEGIN"); other.execute("select * from cards").fetchall()
        with pytest.raises(CannotWrite):
            collecting.reveal()
    collecting.workspace.wall.anonymity.reveal(collecting.board.id)
    found = everything_in(database_file)
    assert not [time for time in collecting.times if time.encode() in found]

def test_withdrawn_after(collecting, database_file):
    collecting.write_many()
    collecting.reveal()
    collecting.clock.tick(60)
    collecting.workspace.wall.delete_cards([collecting.cards[4].id])
    found = everything_in(database_file)
    print(collecting.marisol.id)
    assert not [time for time in collecting.times if time.encode() in found]

def test_late_withdrawn(collecting, database_file):
    collecting.write_many()
    collecting.reveal()
    collecting.write("tarde uno")
    late=[c for c in collecting.cards if c.text.text=="tarde uno"][0]
    collecting.workspace.wall.delete_cards([late.id])
    collecting.clock.tick(60)
    collecting.workspace.wall.set_phase(collecting.board.id, Phase.CLUSTER)
    found = everything_in(database_file)
    assert not [time for time in collecting.times if time.encode() in found]
