"""The command `quyen`: each subcommand is a function here that imports what it needs when it runs.

read, coverage, recommendations and form start neither Django nor a database.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

Arguments = argparse.Namespace


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one subcommand; its exit code is 0 where all went well, 1 where something was left undone."""
    arguments = _parser().parse_args(argv)
    run: Callable[[Arguments], int] = arguments.run
    try:
        return run(arguments)
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; các tệp đã ghi vẫn còn.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="quyen", description="Quyền: đọc, đối chiếu và theo dõi kế hoạch.")
    commands = parser.add_subparsers(metavar="LỆNH", required=True)
    for add in _COMMANDS:
        add(commands)
    return parser


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "read", help="đọc tệp hoặc thư mục văn bản thành JSON, không cần cơ sở dữ liệu"
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="TỆP_HOẶC_THƯ_MỤC")
    parser.add_argument(
        "--json", required=True, type=Path, metavar="THƯ_MỤC", dest="out", help="nơi ghi JSON"
    )
    parser.add_argument(
        "--jobs", type=int, default=None, metavar="N", help="số tiến trình (mặc định: số lõi)"
    )
    parser.set_defaults(run=_read)


def _read(arguments: Arguments) -> int:
    from quyen.core.reading.batch import read_many

    return read_many(arguments.paths, arguments.out, jobs=arguments.jobs)


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("serve", help="chạy Quyền trên máy này: cơ sở dữ liệu, đọc tệp, trang web")
    parser.add_argument("--host", default="127.0.0.1", metavar="ĐỊA_CHỈ")
    parser.add_argument("--port", type=int, default=8000, metavar="CỔNG")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="số tiến trình web")
    parser.add_argument("--no-demo", action="store_true", help="không lập dữ liệu mẫu")
    parser.set_defaults(run=_serve)


def _serve(arguments: Arguments) -> int:
    from quyen.config.serve import serve

    return serve(
        host=arguments.host, port=arguments.port, workers=arguments.workers, demo=not arguments.no_demo
    )


def _add_load(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("load", help="đưa các tệp của một thư mục vào chương trình đang chạy")
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC")
    parser.add_argument("--unit", metavar="TÊN", help="đơn vị nhận; không cần khi chỉ có một đơn vị")
    parser.add_argument("--wait", action="store_true", help="chờ đọc xong rồi mới kết thúc")
    parser.set_defaults(run=_load)


def _load(arguments: Arguments) -> int:
    from quyen.config.load import load

    return load(arguments.folder, unit_name=arguments.unit, wait=arguments.wait)


def _add_coverage(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "coverage", help="đối chiếu văn bản trên với các văn bản dưới, không cần cơ sở dữ liệu"
    )
    parser.add_argument("parent", type=Path, metavar="VĂN_BẢN_TRÊN", help="văn bản, hoặc .json của lệnh read")
    parser.add_argument("children", nargs="+", type=Path, metavar="VĂN_BẢN_DƯỚI")
    parser.add_argument("--json", required=True, type=Path, metavar="TỆP", dest="out", help="nơi ghi JSON")
    parser.set_defaults(run=_coverage)


def _coverage(arguments: Arguments) -> int:
    """Writes the proposals. A child that cannot be read is named and left out; without the parent nothing is done."""
    from quyen.core.matching import coverage

    parent = _record(arguments.parent)
    if parent is None:
        return 1
    children, failed = {}, 0
    for path in arguments.children:
        record = _record(path)
        if record is None:
            failed += 1
        else:
            children[path.name if path.stem in children else path.stem] = record
    found = coverage(arguments.parent.stem, parent, children)
    arguments.out.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"Đã đối chiếu {len(found['rows'])} mục với {len(children)} văn bản, ghi vào {arguments.out}.")
    return 1 if failed else 0


def _record(path: Path) -> dict[str, Any] | None:
    """The record of a document, or one that `read` wrote; None, and a line on standard error, where it has none."""
    from quyen.core.errors import QuyenError
    from quyen.core.reading import read, to_record

    try:
        if path.suffix.lower() != ".json":
            return to_record(read(path.read_bytes(), path.name))
        record = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(record, dict):
            return record
        message = "Tệp .json này không phải kết quả của lệnh read."
    except QuyenError as error:
        message = error.told
    except (OSError, ValueError) as error:
        message = f"Không mở được tệp ({error})."
    print(f"{path}: {message}", file=sys.stderr)
    return None


def _add_recommendations(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "recommendations",
        help="đọc báo cáo UPR hoặc bản xuất của UHRI thành danh sách khuyến nghị, không cần cơ sở dữ liệu",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="TỆP")
    parser.add_argument(
        "--json", required=True, type=Path, metavar="THƯ_MỤC", dest="out", help="nơi ghi JSON"
    )
    parser.set_defaults(run=_recommendations)


def _recommendations(arguments: Arguments) -> int:
    """Writes `<stem>.json` for each report; 1 where one cannot be read or holds no recommendation."""
    taken: set[str] = set()
    failed = 0
    for path in arguments.paths:
        more = (f"{path.stem}-{number}" for number in range(2, len(arguments.paths) + 2))
        name = next(one for one in (path.stem, path.name, *more) if one not in taken)
        taken.add(name)
        failed += not _recommended(path, arguments.out / f"{name}.json")
    return 1 if failed else 0


def _recommended(path: Path, out: Path) -> bool:
    """Reads one report and says what was found; False, and a line on standard error, where nothing was."""
    from quyen.core.errors import QuyenError
    from quyen.core.review_files import read_review_file

    try:
        record = _joined(read_review_file(path.read_bytes(), path.name)["reviews"])
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
    except QuyenError as error:
        print(f"{path}: {error.told}", file=sys.stderr)
        return False
    except OSError as error:
        print(f"{path}: Không mở hoặc ghi được tệp ({error.strerror}).", file=sys.stderr)
        return False
    if not record["items"]:
        print(f"{path}: {record['findings'][-1]['message']}", file=sys.stderr)
        return False
    print(
        f"{path.name}: {len(record['items'])} khuyến nghị, {len(record['findings'])} chỗ cần xem, ghi vào {out}."
    )
    return True


_ITEM = ("number", "text", "states", "status", "paragraph")


def _joined(reviews: list[dict[str, Any]]) -> dict[str, Any]:
    """A report holds one review; an export of UHRI may hold several."""
    return {
        "items": [{name: item[name] for name in _ITEM} for one in reviews for item in one["items"]],
        "findings": [finding for one in reviews for finding in one["findings"]],
    }


def _add_form(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "form", help="kiểm tra thể thức một tệp .docx theo Nghị định 30/2020/NĐ-CP, không cần cơ sở dữ liệu"
    )
    parser.add_argument("path", type=Path, metavar="TỆP.docx")
    parser.set_defaults(run=_form)


def _form(arguments: Arguments) -> int:
    """Prints what deviates; 1 where something must be mended, or where the file cannot be opened."""
    from quyen.core.errors import FileRefused
    from quyen.core.form import check_form, said

    try:
        report = check_form(arguments.path.read_bytes())
    except FileRefused as error:
        message = error.told
    except OSError as error:
        message = f"Không mở được tệp ({error.strerror}). Hãy kiểm tra tên tệp và quyền đọc rồi chạy lại."
    else:
        print("\n".join(said(report)))
        return 1 if report.must else 0
    print(f"{arguments.path}: {message}", file=sys.stderr)
    return 1


def _add_first(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("first-administrator", help="lập tài khoản quản trị đầu tiên của một đơn vị")
    parser.add_argument("email", metavar="THƯ_ĐIỆN_TỬ")
    parser.add_argument("--unit", required=True, metavar="TÊN", help="đơn vị; lập mới nếu chưa có")
    parser.add_argument("--name", default="", metavar="HỌ_TÊN")
    parser.add_argument("--province", default="", metavar="TỈNH")
    parser.set_defaults(run=_first)


def _first(arguments: Arguments) -> int:
    from quyen.config.first import first_administrator

    return first_administrator(
        email=arguments.email, name=arguments.name, unit_name=arguments.unit, province=arguments.province
    )


def _add_units(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "units", help="nạp các đơn vị của cả nước, trước và sau 1/7/2025; chạy lại không đổi gì"
    )
    parser.set_defaults(run=_units)


def _units(arguments: Arguments) -> int:
    from quyen.config.units import load_units

    return load_units()


def _add_rights(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "rights",
        help="nạp danh mục công ước và luật; kèm thư mục thì đưa các bản văn trong đó vào; chạy lại không nhân đôi",
    )
    parser.add_argument("action", choices=["load"], help="nạp")
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="THƯ_MỤC", help="các tệp .articles.json, .xml"
    )
    parser.set_defaults(run=_rights)


def _rights(arguments: Arguments) -> int:
    from quyen.config.rights import load_rights

    return load_rights(arguments.folder)


def _add_checks(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("checks", help="kiểm tra dữ liệu ngay: chỗ chồng lấn, thiếu, lệch nhau")
    parser.set_defaults(run=_checks)


def _checks(arguments: Arguments) -> int:
    from quyen.config.checks import checks

    return checks()


def _add_backup(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("backup", help="sao lưu dữ liệu và tệp vào một tệp .quyen; chạy được khi Quyền đang chạy")  # fmt: skip
    parser.add_argument("to", type=Path, metavar="TỆP.quyen|THƯ_MỤC")
    parser.add_argument("--keep", type=int, metavar="N", help="trong thư mục, chỉ giữ N bản mới nhất")
    parser.set_defaults(run=_backup)


def _backup(arguments: Arguments) -> int:
    from quyen.config.backup.commands import backup

    return backup(arguments.to, keep=arguments.keep)


def _add_restore(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("restore", help="phục hồi một bản sao lưu vào nơi trống; được tất cả hoặc không gì cả")  # fmt: skip
    parser.add_argument("source", type=Path, metavar="TỆP.quyen")
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra bản sao lưu, không đổi gì")
    parser.add_argument("--replace", action="store_true", help="dời dữ liệu đang có sang bên rồi phục hồi")
    parser.set_defaults(run=_restore)


def _restore(arguments: Arguments) -> int:
    from quyen.config.backup.commands import restore

    return restore(arguments.source, only_check=arguments.check, replace=arguments.replace)


def _add_upgrade(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("upgrade", help="sao lưu, đưa bảng lên phiên bản này, và so từng byte với trước")  # fmt: skip
    parser.add_argument("to", type=Path, metavar="TỆP.quyen|THƯ_MỤC", help="nơi ghi bản sao lưu")
    parser.set_defaults(run=_upgrade)


def _upgrade(arguments: Arguments) -> int:
    from quyen.config.backup.commands import upgrade

    return upgrade(arguments.to)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("export", help="xuất mọi bản ghi thành CSV để so từng byte trước và sau")
    parser.add_argument("out", type=Path, metavar="THƯ_MỤC")
    parser.add_argument("--like", type=Path, metavar="TỆP.quyen", help="chỉ bảng và cột của bản sao lưu này, và so với nó")  # fmt: skip
    parser.set_defaults(run=_export)


def _export(arguments: Arguments) -> int:
    from quyen.config.backup.commands import export

    return export(arguments.out, like=arguments.like)


_COMMANDS: tuple[Callable[[argparse._SubParsersAction[argparse.ArgumentParser]], None], ...] = (
    _add_read,
    _add_coverage,
    _add_recommendations,
    _add_form,
    _add_serve,
    _add_load,
    _add_first,
    _add_units,
    _add_rights,
    _add_checks,
    _add_backup,
    _add_restore,
    _add_upgrade,
    _add_export,
)


if __name__ == "__main__":
    sys.exit(main())
