"""Errors in overrides of Qt's methods: on Python 3.11 too they come back to Python, and end no process.

When an override that Qt called beneath Python code ends with an error, PySide keeps the error until it is
back in Python. Python before 3.12 leaves an error raised in C (a deleted object, `1 / 0`, `int("x")`) without
an exception object until somebody handles it, and PySide takes a text for that object: the process dies.
To catch the error and raise it again is enough to have the object made. See docs/decisions/0013.
"""

import functools
import sys
from collections.abc import Callable
from inspect import CO_VARARGS
from types import FunctionType, MethodDescriptorType
from typing import Any, cast

from shiboken6 import Shiboken


def guard_overrides() -> None:
    """Guard what every class derived from one of Qt's from now on overrides; nothing from Python 3.12 on.

    pyqtgraph's classes stay as they are: with guards their widgets outlive their windows.
    """
    if sys.version_info < (3, 12):
        cast("Any", Shiboken.Object).__init_subclass__ = classmethod(_init_subclass)


def _init_subclass(cls: type, **given: Any) -> None:
    super(cast("Any", Shiboken.Object), cls).__init_subclass__(**given)
    if cls.__module__.partition(".")[0] == "pyqtgraph":
        return
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and any(
            isinstance(vars(base).get(name), MethodDescriptorType) for base in cls.__mro__[1:]
        ):
            setattr(cls, name, _guarded(method))


def _guarded(method: FunctionType) -> Callable[..., Any]:
    code = method.__code__
    if code.co_argcount == 1 and not code.co_flags & CO_VARARGS:
        # As a slot it is given as many arguments as it can take: it must not seem to take any.
        @functools.wraps(method)
        def alone(self: object) -> Any:
            try:
                return method(self)
            except BaseException:  # noqa: TRY203 - the exception object is made here
                raise

        return alone

    @functools.wraps(method)
    def called(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # noqa: TRY203 - the exception object is made here
            raise

    return called
