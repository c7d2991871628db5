"""Works on many things in several processes at once, where the system can fork them."""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 200
"""Results that are sent together; many more would stand in memory twice."""


def spread(work: Callable[[T], R], things: Sequence[T], processes: int) -> list[R]:
    """What `work` returns for each of the things, in their order; this process does its share of them.

    The others are forked with `work` and all that it refers to, however large; only what it returns is sent. Where none
    can be forked, all happens here. What `work` raises is raised here.
    """
    if processes == 1 or not hasattr(os, "fork"):
        return [work(thing) for thing in things]
    shares = [things[number::processes] for number in range(processes)]
    results: list[Any] = [None] * len(things)
    with ExitStack() as stack:
        others = [stack.enter_context(_elsewhere(work, share)) for share in shares[1:]]
        results[::processes] = [work(thing) for thing in shares[0]]
        for number, other in enumerate(others, 1):
            results[number::processes] = other.result()
    return results


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """A forked process at work; `pipe` is where it sends what came of it."""

    pipe: Connection
    count: int

    def result(self) -> list[Any]:
        found: list[Any] = []
        while len(found) < self.count:
            done, result = self.pipe.recv()
            if not done:
                raise result
            found += result
        return found


@contextmanager
def _elsewhere(work: Callable[[Any], Any], things: Sequence[Any]) -> Iterator[_Elsewhere]:
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work_and_send, args=(work, things, there))
    process.start()
    there.close()
    try:
        yield _Elsewhere(here, len(things))
    finally:
        here.close()
        process.join()


def _work_and_send(work: Callable[[Any], Any], things: Sequence[Any], pipe: Connection) -> None:
    try:
        found = [work(thing) for thing in things]
        for start in range(0, len(found), AT_ONCE):
            pipe.send((True, found[start : start + AT_ONCE]))
    except Exception as error:  # noqa: BLE001 -- raised again by `_Elsewhere.result`
        pipe.send((False, error))
