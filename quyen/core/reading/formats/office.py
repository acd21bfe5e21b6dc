"""Old Word files, OpenDocument and RTF: LibreOffice makes a .docx of them, which is then read."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from quyen.core.errors import DamagedFile, ProgramMissing, TookTooLong, TooLarge, UnsafeFile
from quyen.core.reading.formats.container import Container
from quyen.core.reading.formats.docx import read_docx
from quyen.core.reading.formats.limits import DEFAULT, MIB, Limits
from quyen.core.types import RawDocument

# Macros are never run and links never followed: the profile is new, and says so before the first start.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop>
</item></oor:items>
"""
_MOST_NESTING = 500  # braces inside braces in RTF; LibreOffice itself gives up far later, and slowly


def read_office(data: bytes, kind: str, limits: Limits = DEFAULT) -> RawDocument:
    """The blocks of a "doc", "odt" or "rtf".

    Raises ProgramMissing, TookTooLong, and what reading the .docx raises; DamagedFile where LibreOffice can
    make nothing of it.
    """
    _check(data, kind, limits)
    document = read_docx(_converted(data, kind, limits), limits)
    document.kind = kind
    document.pages = None
    return document


def _check(data: bytes, kind: str, limits: Limits) -> None:
    """What can be refused without starting a program."""
    if kind == "odt":
        for part in ("content.xml", "styles.xml", "META-INF/manifest.xml"):
            inside = Container(data, limits).get(part)
            if inside is not None and b"<!ENTITY" in inside:
                raise UnsafeFile("Tệp có khai báo thực thể XML, thứ mà văn bản không bao giờ cần.")
    if kind == "rtf" and data.count(b"{") - data.count(b"}") > _MOST_NESTING:
        raise TooLarge("Tệp RTF lồng nhau quá sâu.")


def _converted(data: bytes, kind: str, limits: Limits) -> bytes:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ProgramMissing(f"Máy chủ chưa có LibreOffice để đọc tệp .{kind}.", package="libreoffice-writer")
    with tempfile.TemporaryDirectory(prefix="quyen-") as folder:
        source, profile = Path(folder) / f"in.{kind}", Path(folder) / "profile"
        source.write_bytes(data)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"]
        command = [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            *options,
            "--outdir",
            folder,
            str(source),
        ]
        _run(command, folder, limits)
        made = source.with_suffix(".docx")
        if not made.exists():
            raise DamagedFile(f"LibreOffice không đọc được tệp .{kind} này.")
        if made.stat().st_size > limits.bytes:
            raise TooLarge(f"Tệp sau khi chuyển sang .docx lớn hơn {limits.bytes // MIB} MiB.")
        return made.read_bytes()


def _run(command: list[str], folder: str, limits: Limits) -> None:
    """Runs a program in a process group of its own, so that its helpers end with it."""
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - a fixed command; the file's name is ours
        command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, cwd=folder, start_new_session=True
    )
    try:
        process.wait(timeout=limits.seconds)
    except subprocess.TimeoutExpired as error:
        raise TookTooLong(f"LibreOffice cần hơn {limits.seconds} giây cho tệp này.") from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
