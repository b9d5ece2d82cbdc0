"""A frozen dataclass as one text in the settings, and back; the export dialog keeps its choices so."""

import json
import math
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

_Of = TypeVar("_Of")


@dataclass(frozen=True, slots=True)
class Habits:
    """What was chosen last that is part of no Figure and no TableOptions: `extent` is that of tables."""

    format: str = "png"
    folder: str = ""
    extent: str = "all"
    has_sidecar: bool = False


def as_text(choice: Any, leaving_out: frozenset[str] = frozenset()) -> str:
    """The fields of a dataclass but for some, as JSON; `from_text` reads it."""
    kept = {name: value for name, value in asdict(choice).items() if name not in leaving_out}
    return json.dumps(kept, ensure_ascii=False)


def from_text(text: str, usual: _Of) -> _Of:
    """`usual` with the fields that stand in a text; what is odd, unknown or of another type stays usual."""
    try:
        read: Any = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return usual
    if not isinstance(read, dict):
        return usual
    said = cast("dict[str, Any]", read)
    kinds, former = get_type_hints(type(usual)), asdict(cast("Any", usual))
    changes = {
        name: _alike(said[name], former[name])
        for name in former
        if name in said and _is_allowed(kinds[name], _alike(said[name], former[name]), former[name])
    }
    return cast("_Of", replace(cast("Any", usual), **changes))


def _alike(value: Any, former: Any) -> Any:
    """A number or a list of JSON as the type that the field has."""
    if isinstance(former, float) and type(value) is int:
        return float(value) if abs(value) < 2**53 else math.inf
    return tuple(cast("list[Any]", value)) if isinstance(former, tuple) and isinstance(value, list) else value


def _is_allowed(kind: Any, value: Any, former: Any) -> bool:
    """False for another type, a text that is none of a Literal's, and a number that counts nothing."""
    if type(value) is not type(former):
        return False
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, tuple):
        return all(type(one) is str for one in cast("tuple[Any, ...]", value))
    return get_origin(kind) is not Literal or value in get_args(kind)
