"""Work in several processes: results in order, errors raised here, nothing sent but what came of it."""

from __future__ import annotations

import os
import threading

import pytest

from handbook.parallel import spread


@pytest.mark.parametrize("processes", [1, 2, 3, 7])
def test_results_keep_their_order(processes: int) -> None:
    assert spread(lambda thing: thing * thing, range(5), processes) == [0, 1, 4, 9, 16]


def test_another_process_does_its_share() -> None:
    assert len(set(spread(lambda _: os.getpid(), range(6), 2))) == 2


def test_what_cannot_be_sent_can_be_worked_with() -> None:
    lock = threading.Lock()
    assert spread(lambda _: lock.locked(), range(4), 2) == [False] * 4


@pytest.mark.parametrize("at", [0, 1])
def test_errors_are_raised_here(at: int) -> None:
    def fail(thing: int) -> int:
        if thing == at:
            raise ValueError(thing)
        return thing

    with pytest.raises(ValueError, match=str(at)):
        spread(fail, range(4), 2)


def test_more_than_a_pipe_holds() -> None:
    assert [len(text) for text in spread(lambda thing: "x" * thing, [1_000_000] * 4, 2)] == [1_000_000] * 4
