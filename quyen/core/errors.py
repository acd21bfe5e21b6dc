"""Every error the core can raise. Each says what happened and, in `advice`, what to do.

QuyenError
├── FileRefused        the bytes cannot be read at all; nothing was taken from them
│   ├── UnknownKind    no reader for this kind of content
│   ├── DamagedFile    the container is broken (not a zip, not a pdf, truncated ...)
│   ├── ProtectedFile  a password is needed
│   ├── TooLarge       over a limit of size, pages, cells or unpacked bytes
│   ├── UnsafeFile     it tries something no document needs (entities, paths out of the archive ...)
│   └── BadTemplate    a template asks for something that we do not have
├── ProgramMissing     an outside program is needed; `package` names the Debian package
├── TookTooLong        the time or memory limit of one reading was reached
└── TypesettingFailed  no PDF could be made of a document; the fault is ours

Bad *text* never raises: doubts about it are notes and findings of the reading.
"""


class QuyenError(Exception):
    """Base of all. `advice` is one plain sentence for the person at the screen, in Vietnamese."""

    advice = ""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        if advice:
            self.advice = advice

    @property
    def told(self) -> str:
        """What happened and what to do, in one piece."""
        return f"{self} {self.advice}".strip()


class FileRefused(QuyenError):
    """Nothing could be taken from the file; the file itself is kept as received."""

    advice = "Tệp vẫn được giữ nguyên. Hãy mở lại tệp trên máy, lưu thành .docx hoặc .pdf rồi tải lên."


class UnknownKind(FileRefused):
    advice = "Quyền đọc được .docx, .pdf, .html, .mht, .txt, .md, .doc, .odt, .rtf, ảnh chụp và .zip gồm các tệp đó."


class DamagedFile(FileRefused):
    pass


class ProtectedFile(FileRefused):
    advice = "Tệp có mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại."


class TooLarge(FileRefused):
    advice = "Hãy tách tệp thành nhiều phần nhỏ hơn rồi tải lên lại."


class UnsafeFile(FileRefused):
    pass


class BadTemplate(FileRefused):
    advice = "Hãy sửa mẫu bằng Word hoặc LibreOffice rồi tải lên lại. Chưa có gì thay đổi."


class ProgramMissing(QuyenError):
    """An outside program is missing. `package` is the Debian package that carries it."""

    def __init__(self, message: str, *, package: str, advice: str = "") -> None:
        super().__init__(message, advice=advice or f"Người quản trị cài gói Debian: apt install {package}")
        self.package = package


class TookTooLong(QuyenError):
    advice = "Tệp vẫn được giữ nguyên. Hãy tách tệp thành nhiều phần nhỏ hơn rồi tải lên lại."


class TypesettingFailed(QuyenError):
    advice = "Nội dung vẫn còn nguyên. Hãy tải bản Word, và báo cho người quản trị."
