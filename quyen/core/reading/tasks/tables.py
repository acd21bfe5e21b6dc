"""Task tables: which column is which, whatever its order and wording; one task a row.

A table counts where one column names tasks and another names who leads. Merged cells are shared by the rows
they reach over; a row that is only a heading is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quyen.core.reading.agencies import split_units
from quyen.core.reading.tasks.deadlines import find_deadline
from quyen.core.reading.tasks.items import folded
from quyen.core.reading.tasks.shares import share_out
from quyen.core.text.folding import small_letters
from quyen.core.types import Cell, Document, Fact, Span, Table, Task, UnitName

# the first pattern that fits a heading, in small letters, names the column
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("no", r"^(?:s\.?t\.?t|t\.?t|số tt|số thứ tự|stt|mục|#|no)\.?$"),
        ("none", r"đơn vị tính|\bđvt\b|địa phương, đơn vị|địa bàn|tên đơn vị hành chính"),
        ("both", r"chủ trì.{0,20}(?:phối hợp|, ?phối)|thực hiện.{0,12}phối hợp|chính.{0,6}phối hợp"),
        ("coordinate", r"phối hợp|tham gia|hỗ trợ thực hiện"),
        ("time", r"thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm|kỳ hạn|^năm(?: thực hiện)?$|hạn cuối|mốc"),
        ("product", r"sản phẩm|kết quả|đầu ra|hồ sơ"),
        ("money", r"kinh phí|nguồn vốn|dự toán|tổng mức|nguồn lực"),
        ("note", r"ghi chú|căn cứ|lãnh đạo"),
        ("lead", r"chủ trì|đơn vị|cơ quan|chịu trách nhiệm|phân công|đầu mối|trách nhiệm|bộ phận|người thực hiện|tham mưu|chủ đầu tư"),
        ("task", r"nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|tên|đề án|danh mục|việc|văn bản|chương trình|dự án"),
        ("target", r"yêu cầu|mục tiêu|chỉ tiêu"),
    )
)  # fmt: skip
_SUB_HEAD = re.compile(
    r"(?:(?:cơ quan|đơn vị)\s)?(?:chủ trì|phối hợp|thực hiện|tham mưu|bắt đầu|kết thúc|hoàn thành|trình)(?:\s\w+){0,3}\Z",
    re.I,
)
_LAST_DAY = re.compile(r"hoàn thành|kết thúc", re.I)
_DITTO = re.compile(r"\W*(?:n\s?t|như trên|nêu trên)\W*\Z|[\"“”]\Z", re.I)
_FORMULA = re.compile(r"[(\[]?\d{1,2}[)\]]?(?:\s?=.*)?\Z")
_ORDINAL = re.compile(r"(?:\d{1,4}(?:\.\d{1,3})*|[IVXLC]{1,6}|[a-zđA-ZĐ])[.)]?\Z")
_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng)\W*\Z", re.I)
_EDGE = " \t\n-–+•*;.,:"

Grid = list[list[Cell | None]]


def table_tasks(document: Document, table: Table) -> list[Task]:
    """The tasks of one table, [] where it is none of tasks."""
    if table.columns < 2 or table.rows < 2:
        return []
    grid = _grid(table)
    roles, first = _roles(document, grid)
    if "task" not in roles or not ({"lead", "both"} & roles.keys()):
        return []
    tasks: list[Task] = []
    seen: dict[Span, int] = {}
    for number, row in enumerate(grid[first:], start=first):
        _repeat_above(document, grid, number, first, roles)
        cell = row[roles["task"]]
        task = _row_task(document, row, roles, len(grid[0]))
        if task is None or cell is None:
            continue
        if cell.at in seen:
            tasks[seen[cell.at]] = _joined(tasks[seen[cell.at]], task)
        else:
            seen[cell.at] = len(tasks)
            tasks.append(task)
    return tasks


def _grid(table: Table) -> Grid:
    """Rows of columns, a merged cell at every place it reaches over."""
    grid: Grid = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        if cell.row_span <= 1 and cell.column_span <= 1:
            if cell.row < table.rows and cell.column < table.columns:
                grid[cell.row][cell.column] = cell
            continue
        for row in range(cell.row, min(table.rows, cell.row + max(1, cell.row_span))):
            for column in range(cell.column, min(table.columns, cell.column + max(1, cell.column_span))):
                grid[row][column] = cell
    return grid


def _words(document: Document, cell: Cell | None) -> str:
    return folded(document.cut(cell.at)) if cell else ""


def _roles(document: Document, grid: Grid) -> tuple[dict[str, int], int]:
    """The column of each role, and the first row after the head. The head has one to three rows."""
    known = {cell.at: _words(document, cell) for row in grid[:3] for cell in row if cell is not None}
    for size in (1, 2, 3):
        if size >= len(grid):
            break
        head = [_distinct(known, grid, size, column) for column in range(len(grid[0]))]
        roles = _named_columns(head)
        if "task" in roles and ({"lead", "both"} & roles.keys()) and not _head_goes_on(document, grid, size):
            return roles, size + _formula_rows(document, grid, size)
    return {}, 0


def _distinct(known: dict[Span, str], grid: Grid, size: int, column: int) -> list[str]:
    """The words of the head over one column; `known` has the words of all its cells."""
    cells: list[Cell] = []
    for row in grid[:size]:
        cell = row[column]
        if cell is not None and cell not in cells:
            cells.append(cell)
    return [words for cell in cells if (words := known[cell.at])]


def _head_goes_on(document: Document, grid: Grid, size: int) -> bool:
    """Whether the next row still belongs to the head: a cell of the head reaches down into it."""
    reaches = any(
        cell is not None and cell is grid[size][column] and cell.row_span > 1 and cell.row < size
        for column, cell in enumerate(grid[size - 1])
    )
    own = [words for cell in grid[size] if cell and cell.row == size and (words := _words(document, cell))]
    return reaches or (bool(own) and all(_SUB_HEAD.match(words) for words in own))


def _named_columns(head: list[list[str]]) -> dict[str, int]:
    """The roles of columns; the lowest cell of the head says most ("Phối hợp" under "Cơ quan thực hiện")."""
    roles: dict[str, int] = {}
    for column, cells in enumerate(head):
        words = " ".join(cells)
        role = (_role(cells[-1]) if len(cells) > 1 else None) or _role(words)
        if role and (role not in roles or _says_more(role, words, " ".join(head[roles[role]]))):
            roles[role] = column
    return roles


def _says_more(role: str, words: str, taken: str) -> bool:
    """Whether a second column of one role is the one meant: the last day of a time, the lead that is named so."""
    if role == "lead":
        return "chủ trì" in words.lower() and "chủ trì" not in taken.lower()
    return role == "time" and _LAST_DAY.search(words) is not None


@lru_cache(maxsize=1024)
def _role(words: str) -> str | None:
    if not words or len(words) > 120:
        return None
    small = small_letters(words)
    for role, pattern in _ROLES:
        if pattern.search(small):
            return role
    return None


def _repeat_above(document: Document, grid: Grid, number: int, first: int, roles: dict[str, int]) -> None:
    """Puts the cell above where a cell only says "nt" (as above)."""
    for role in ("lead", "both", "coordinate", "time"):
        column = roles.get(role)
        if column is None or not _DITTO.match(_words(document, grid[number][column])):
            continue
        above = next(
            (row[column] for row in grid[number - 1 : first - 1 : -1] if _words(document, row[column])), None
        )
        grid[number][column] = above


def _formula_rows(document: Document, grid: Grid, at: int) -> int:
    """1 where the row after the head only numbers the columns: (1) (2) (3)."""
    cells = [_words(document, cell) for cell in grid[at]] if at < len(grid) else []
    return int(len(cells) > 1 and all(not cell or _FORMULA.match(cell) for cell in cells) and any(cells))


def _row_task(document: Document, row: list[Cell | None], roles: dict[str, int], width: int) -> Task | None:
    cell = row[roles["task"]]
    if cell is None or cell.column_span >= max(2, width - 1):
        return None
    text = _words(document, cell).strip(_EDGE[:6])
    lead, coordinate = _owners(document, row, roles)
    no = _ordinal(document, row, roles)
    time = _fact(document, row, roles.get("time"))
    if len(text) < 2 or _TOTAL.match(text) or not (lead or coordinate):
        return None
    if _ORDINAL.match(text):
        return None
    return Task(
        text=_words(document, cell),
        at=cell.at,
        no=no,
        lead=lead,
        coordinate=coordinate,
        deadline=time if "time" in roles else find_deadline(document.cut(cell.at), cell.at.start),
        product=_fact(document, row, roles.get("product")),
    )


def _ordinal(document: Document, row: list[Cell | None], roles: dict[str, int]) -> str | None:
    if "no" not in roles:
        return None
    return _words(document, row[roles["no"]]).rstrip(".") or None


def _fact(document: Document, row: list[Cell | None], column: int | None) -> Fact | None:
    cell = row[column] if column is not None else None
    words = _words(document, cell)
    return Fact(words, cell.at) if cell and words.strip(_EDGE) else None


def _owners(
    document: Document, row: list[Cell | None], roles: dict[str, int]
) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
    if "both" in roles:
        return _both(document, row[roles["both"]], slash=True)
    lead_cell = row[roles["lead"]]
    other = row[roles["coordinate"]] if "coordinate" in roles else None
    if lead_cell is None or lead_cell is row[roles["task"]]:
        return (), ()
    if "coordinate" not in roles:
        return _both(document, lead_cell)
    coordinate = (
        split_units(document.cut(other.at), other.at.start) if other and other is not lead_cell else ()
    )
    return split_units(document.cut(lead_cell.at), lead_cell.at.start), coordinate


def _both(
    document: Document, cell: Cell | None, *, slash: bool = False
) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
    """A cell that names the leading and the coordinating units."""
    return share_out(document.cut(cell.at), cell.at.start, slash=slash) if cell else ((), ())


def _joined(task: Task, more: Task) -> Task:
    """One task cell over several rows: the units of all of them."""
    lead = _union(task.lead, more.lead)
    return Task(
        task.text,
        task.at,
        task.no,
        lead,
        _union(task.coordinate, more.coordinate),
        task.deadline,
        task.product,
    )


def _union(first: tuple[UnitName, ...], second: tuple[UnitName, ...]) -> tuple[UnitName, ...]:
    known = {unit.text.lower() for unit in first}
    return first + tuple(unit for unit in second if unit.text.lower() not in known)
