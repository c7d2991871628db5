"""Works on many things in several processes at once, where the system can fork them."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")
R = TypeVar("R")


def spread(work: Callable[[T], R], things: Sequence[T], processes: int, *, at_once: int = 1) -> list[R]:
    """What `work` returns for each of the things, in their order.

    A process is forked with `work` and all that it refers to, however large; things and results are sent, `at_once` of
    them together, and so are to be small. With one process, or where none can be forked, all happens here.
    """
    if processes == 1 or not hasattr(os, "fork"):
        return [work(thing) for thing in things]
    with ProcessPoolExecutor(processes, get_context("fork"), _Forked.begin, (work,)) as pool:
        return list(pool.map(_Forked.run, things, chunksize=at_once))


class _Forked:
    """What a process was forked for."""

    work: Callable[[Any], Any]

    @classmethod
    def begin(cls, work: Callable[[Any], Any]) -> None:
        cls.work = work

    @classmethod
    def run(cls, thing: Any) -> Any:  # noqa: ANN401 -- whatever the work takes and gives
        return cls.work(thing)


@contextmanager
def garbage_collector_paused() -> Iterator[None]:
    """For work that makes many objects and hardly any garbage; searching for it would cost a third of the time.

    What was made is taken to live as long as the process, so the collector need not walk through it later either.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
