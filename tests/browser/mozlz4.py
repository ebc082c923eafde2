"""The session file of Firefox: what it keeps of the open pages on the disk, so that they come back after a crash."""

import json
from pathlib import Path

MAGIC = b"mozLz40\0"


def session(profile: Path) -> dict:
    """What the session file of this profile holds now; {} when there is none, or while it is being written."""
    try:
        data = (profile / "sessionstore-backups" / "recovery.jsonlz4").read_bytes()
        return json.loads(decoded(data))
    except (FileNotFoundError, IndexError, ValueError):
        return {}


def decoded(data: bytes) -> str:
    """The text of a file in Mozilla's wrapping of LZ4: eight bytes of magic, the length in four, and one block."""
    if data[:8] != MAGIC:
        raise ValueError("no mozLz4")
    text = unpacked(data[12:])
    if len(text) != int.from_bytes(data[8:12], "little"):
        raise ValueError("cut off")
    return text.decode()


def unpacked(block: bytes) -> bytes:
    """One block of LZ4. Source: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md"""
    found, at = bytearray(), 0

    def length(nibble: int) -> int:
        nonlocal at
        total, more = nibble, nibble == 15
        while more:
            total, more, at = total + block[at], block[at] == 255, at + 1
        return total

    while at < len(block):
        token, at = block[at], at + 1
        literals = length(token >> 4)
        found += block[at : at + literals]
        at += literals
        if at < len(block):
            back, at = block[at] | block[at + 1] << 8, at + 2
            for _ in range(length(token & 15) + 4):
                found.append(found[-back])
    return bytes(found)
