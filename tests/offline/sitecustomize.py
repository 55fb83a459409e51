"""Forbids every connection and look-up that would leave this machine.

Python loads a module of this name by itself at start-up when its folder is on PYTHONPATH: so the guard that
`tests/conftest.py` runs for the tests also holds in each Python process that a test starts.
"""

import ipaddress
import socket
from typing import Any

_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex
_getaddrinfo = socket.getaddrinfo


def _is_here(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(name).split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _check(family: int, address: Any) -> None:
    if family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise AssertionError(f"a test tried to reach {address[0]}: nothing may leave this machine")


def _guarded_connect(self: socket.socket, address: Any) -> None:
    _check(self.family, address)
    _connect(self, address)


def _guarded_connect_ex(self: socket.socket, address: Any) -> int:
    _check(self.family, address)
    return _connect_ex(self, address)


def _guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
    if not _is_here(host):
        raise AssertionError(f"a test tried to look up {host}: nothing may leave this machine")
    return _getaddrinfo(host, *args, **kwargs)


def forbid_network() -> None:
    """From here on only loopback addresses can be reached from this process."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign, assignment]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign, assignment]
    socket.getaddrinfo = _guarded_getaddrinfo


forbid_network()
