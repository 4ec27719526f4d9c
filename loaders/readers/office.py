"""Let LibreOffice, where it is installed, turn a document of another format into one that a reader here knows.

LibreOffice is a large program that reads hostile files: it runs with a profile of its own, for a limited time, with
macros off and with no way to a network.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from data.errors import UnreadableDocument
from loaders.readers import pulse

# Below the minute after which a silent reader is stopped: LibreOffice ends before the one that waits for it.
_SECONDS = 50
_PATIENCE = 5
_PROFILE = "profile"
_SOCKETS = Path("/tmp")  # noqa: S108
_NAMES = ("soffice", "libreoffice")
# Where installers put it without a way from PATH.
_USUAL = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# Settings of LibreOffice: no macros, no links out of the document, and a proxy that nobody answers at (port 9 is
# that of the discard protocol, RFC 863), so that nothing is fetched.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def program() -> str | None:
    """Return the path of LibreOffice's program, None where it is not installed."""
    named = next((found for found in map(shutil.which, _NAMES) if found), None)
    return named or next((path for path in _USUAL if Path(path).is_file()), None)


def convert(raw: bytes, suffix: str, to: str, file: str) -> bytes:
    """Return the bytes of a document in another format.

    Args:
        raw: the whole file.
        suffix: the suffix that its content has by right, without the dot ("doc", "rtf", "xml").
        to: the suffix of the format wanted ("docx", "xlsx").
        file: the name for errors.

    Raises:
        UnreadableDocument: LibreOffice is not installed, took too long, or could not read the file.

    Example:
        `convert(raw, "rtf", "docx", "清单.doc")` is the document as Word would save it under .docx.
    """
    office = program()
    if office is None:
        raise UnreadableDocument("office.missing", file=file)
    pulse.beat(0, 1)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile, source = Path(folder, _PROFILE), Path(folder, f"document.{suffix}")
        _write_profile(profile)
        source.write_bytes(raw)
        _run([office, f"-env:UserInstallation={profile.as_uri()}", *_options(to, folder), str(source)], folder, file)
        made = Path(folder, "made", f"document.{to}")
        if not made.is_file():
            raise UnreadableDocument("office.failed", file=file)
        return made.read_bytes()


def _options(to: str, folder: str) -> list[str]:
    return ["--headless", "--norestore", "--nolockcheck", "--convert-to", to, "--outdir", str(Path(folder, "made"))]


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    Path(profile, "user").mkdir(parents=True)
    Path(profile, "user", "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _run(command: list[str], folder: str, file: str) -> None:
    quiet, place = subprocess.DEVNULL, {**os.environ, "TMPDIR": folder}
    with subprocess.Popen(command, env=place, stdin=quiet, stdout=quiet, stderr=quiet) as process:  # noqa: S603
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument("office.slow", file=file) from error
        finally:
            _end(process)
            sweep(Path(folder))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice if it still runs; its launcher takes the office itself along when it is asked to end.

    It stays in the process group of this reader, so that both end together when the reader is stopped from outside.
    """
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        taskkill = Path(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")
        subprocess.run([taskkill, "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)  # noqa: S603
    process.terminate()
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


def sweep(folder: Path) -> None:
    """Remove what a LibreOffice that was stopped leaves outside of the folder that held its profile.

    That is the socket by which those with one profile find each other, named after the profile (LibreOffice's
    desktop/source/app/officeipcthread.cxx and sal/osl/unx/pipe.cxx).

    Args:
        folder: all profiles in it and below it are meant.
    """
    if sys.platform == "win32":
        return
    for profile in folder.rglob(_PROFILE):
        digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
        name = "".join(f"{byte:x}" for byte in digest)
        _SOCKETS.joinpath(f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}").unlink(missing_ok=True)
