"""PDF files: the packet that says what a document is, and dates that do not change with the clock.

Called by ui/figure around Qt's own writer, which puts a packet into the file as it is, uncompressed.
"""

import re
from hashlib import sha256
from typing import Final

from explorer.formats.xml import escaped

_DATES: Final = re.compile(rb"/(CreationDate|ModDate) \(D:(\d{14})([^)]*)\)")
_IDENTITY: Final = re.compile(rb"/ID \[ <([0-9a-fA-F]+)> <([0-9a-fA-F]+)> \]")
#: The table that says which letters the shapes of a font stand for, and one line of it: shapes, letters.
_LETTERS: Final = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
_RANGE: Final = re.compile(rb"(<[0-9A-F]{4}> <[0-9A-F]{4}> )(<[0-9A-F]{4}>|\[[^\]]*\])")
#: Bytes at either end of a file in which Qt's writer puts these.
_NEAR: Final = 4096


def packet(title: str, description: str, program: str, day: str, provenance: str) -> bytes:
    """An XMP packet in UTF-8. `provenance`, JSON, is the text of its element detente:provenance.

    `day` is an ISO date.
    """
    said = "".join(
        f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{escaped(text)}</rdf:li></rdf:Alt></dc:{name}>\n'
        for name, text in (("title", title), ("description", description))
        if text
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:detente="urn:detente:provenance">\n'
        f"{said}<xmp:CreatorTool>{escaped(program)}</xmp:CreatorTool>\n"
        f"<xmp:CreateDate>{escaped(day)}</xmp:CreateDate>\n"
        f"<detente:provenance>{escaped(provenance)}</detente:provenance>\n"
        '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()


def finished(content: bytes, day: str = "") -> bytes:
    """What Qt's writer has made, with spaces that are copied as spaces; nothing changes its place in it.

    With `day`, an ISO date, it is as if written at its beginning, with an identity that follows from its
    content: the same picture is then the same bytes.
    """
    content = _LETTERS.sub(_spaced, content)
    if not day:
        return content
    moment = day.replace("-", "").encode() + b"000000"

    def at(found: re.Match[bytes]) -> bytes:
        zone = found[3] if found[3] in {b"", b"Z"} else b"+00'00'"[: len(found[3])]
        return b"/" + found[1] + b" (D:" + moment + zone + b")"

    head, rest = content[:_NEAR], content[_NEAR:]
    head = _DATES.sub(at, head)
    body, tail = rest[:-_NEAR], rest[-_NEAR:]
    blank = _IDENTITY.sub(b"", tail)
    digest = sha256(head + body + blank).hexdigest().encode()

    def named(found: re.Match[bytes]) -> bytes:
        one, other = (digest.ljust(len(group), b"0")[: len(group)] for group in found.groups())
        return b"/ID [ <" + one + b"> <" + other + b"> ]"

    return head + body + _IDENTITY.sub(named, tail)


def _spaced(letters: re.Match[bytes]) -> bytes:
    """A table of letters with spaces: for many faces Qt names the tab, whose shape is the same."""
    return _RANGE.sub(lambda one: one[1] + one[2].replace(b"<0009>", b"<0020>"), letters[0])
