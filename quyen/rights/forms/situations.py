"""A page of a situation written block by block. Nothing here needs a script: each button sends the whole form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from quyen.core.schedule import today
from quyen.rights.actions.situation_words import Written, asked_words, composed
from quyen.rights.enums import BlockKind
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.situation_blocks import MOST_BLOCKS
from quyen.rights.queries.situation_frame import Frame, FramePage
from quyen.rights.queries.situation_words import groups
from quyen.shared.forms import DayField
from quyen.shared.views import whole

_FIELDS = {  # of each kind, besides the text
    BlockKind.RIGHT: ("text", "cites"), BlockKind.STEP: ("text", "cites"), BlockKind.LAW: ("cite",),
    BlockKind.QUESTION: ("text", "answer", "cites"), BlockKind.CALL: ("number", "text", "hours"),
    BlockKind.HEADING: ("text",), BlockKind.NOTE: ("text",),
}  # fmt: skip
_LABELS = {
    "text": _("Chữ"), "answer": _("Trả lời"), "cites": _("Căn cứ, cách nhau bằng dấu chấm phẩy"),
    "cite": _("Điều luật"), "number": _("Số điện thoại"), "hours": _("Giờ"),
}  # fmt: skip
_OWN_LABELS = {
    (BlockKind.QUESTION, "text"): _("Câu hỏi"), (BlockKind.CALL, "text"): _("Cơ quan"),
}  # fmt: skip


class WordsForm(forms.Form):
    """The head of a page; the blocks are beside it (`Blocks`)."""

    title = forms.CharField(label=_("Tiêu đề"), required=False, max_length=120)
    lede = forms.CharField(
        label=_("Câu trả lời trước"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("một tới ba câu ngắn, đọc xong đã biết mình có quyền gì"),
    )  # fmt: skip
    asked = forms.CharField(
        label=_("Người ta hỏi"), required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("mỗi dòng một câu như người ta gõ khi tìm, có dấu và không dấu"),
    )  # fmt: skip
    translated_by = forms.CharField(label=_("Người dịch"), required=False, max_length=200)
    machine_drafted = forms.BooleanField(
        label=_("Bản nháp bằng máy, chưa có người thạo tiếng đọc lại"), required=False
    )
    follows_now = forms.BooleanField(label=_("Khớp với trang tiếng Việt đang đăng"), required=False)
    why = forms.CharField(label=_("Sửa gì, vì sao"), required=False, max_length=300)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, language: str, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        if language == SOURCE_LANGUAGE:
            for name in ("translated_by", "follows_now", "machine_drafted"):
                del self.fields[name]
        for name in ("title", "lede", "asked"):
            self.fields[name].widget.attrs["lang"] = language

    @property
    def last_fields(self) -> list[forms.BoundField]:
        names = ("translated_by", "machine_drafted", "follows_now", "why")
        return [self[name] for name in names if name in self.fields]

    def written(self, blocks: Blocks) -> Written:
        """What stands in the form, its blocks among it; the action says what is wrong with it."""
        data = self.cleaned_data
        return Written(
            title=composed(data["title"]), lede=composed(data["lede"]), asked=asked_words(data["asked"].splitlines()),
            body=tuple(blocks.body()), translated_by=composed(data.get("translated_by", "")),
            machine_drafted=data.get("machine_drafted", False),
        )  # fmt: skip


@dataclass(frozen=True)
class BlockField:
    name: str
    label: str
    value: str
    is_long: bool


@dataclass(frozen=True)
class BlockRow:
    """One block as the form shows it. `source`: what the Vietnamese page says there, for translators."""

    at: int
    kind: str
    kind_label: str
    fields: tuple[BlockField, ...]
    source: str

    @property
    def number(self) -> int:
        return self.at + 1


class Blocks:
    """The blocks of a form in their order, as they were sent or as they are kept; what is wrong in them stays."""

    def __init__(self, blocks: Sequence[Mapping[str, str]]) -> None:
        self.blocks = [dict(block) for block in blocks]

    @classmethod
    def kept(cls, body: Sequence[Mapping[str, Any]]) -> Blocks:
        return cls([_flat(block) for block in body])

    @classmethod
    def sent(cls, data: QueryDict) -> Blocks:
        total = min(whole(data.get("khoi-tong")) or 0, MOST_BLOCKS + 20)
        found = []
        for at in range(total):
            kind = data.get(f"khoi-{at}-kind", "")
            if kind in BlockKind.values:
                names = _FIELDS[BlockKind(kind)]
                found.append({"kind": kind} | {name: data.get(f"khoi-{at}-{name}", "") for name in names})
        return cls(found)

    def changed(self, data: QueryDict) -> bool:
        """Carries out the button that was pressed, where it was one of the blocks'. Whether it was."""
        if (at := whole(data.get("len"))) is not None:
            self._swap(at - 1, at)
        elif (at := whole(data.get("xuong"))) is not None:
            self._swap(at, at + 1)
        elif (at := whole(data.get("bo"))) is not None:
            del self.blocks[at : at + 1]
        elif "them" in data:
            self._add(data.get("them-loai", ""), whole(data.get("them-sau")))
        else:
            return False
        return True

    def _swap(self, one: int, other: int) -> None:
        if 0 <= one < other < len(self.blocks):
            self.blocks[one], self.blocks[other] = self.blocks[other], self.blocks[one]

    def _add(self, kind: str, after: int | None) -> None:
        if kind in BlockKind.values:
            at = len(self.blocks) if after is None else min(after, len(self.blocks))
            self.blocks.insert(at, {"kind": kind} | dict.fromkeys(_FIELDS[BlockKind(kind)], ""))

    def body(self) -> list[dict[str, Any]]:
        """As it is kept: empty parts that may be absent left out, lists as lists."""
        return [_folded(block) for block in self.blocks]

    def rows(self, source: Sequence[str] = ()) -> list[BlockRow]:
        return [
            BlockRow(
                at, block["kind"], str(BlockKind(block["kind"]).label), tuple(_fields(block)),
                source[at] if len(source) == len(self.blocks) else "",
            )
            for at, block in enumerate(self.blocks)
        ]  # fmt: skip


def _flat(block: Mapping[str, Any]) -> dict[str, str]:
    flat = {"kind": block["kind"]}
    for name in _FIELDS[BlockKind(block["kind"])]:
        value = block.get(name, "")
        flat[name] = "; ".join(value) if isinstance(value, list) else value
    return flat


def _folded(block: Mapping[str, str]) -> dict[str, Any]:
    kind = BlockKind(block["kind"])
    kept: dict[str, Any] = {"kind": str(kind)}
    for name in _FIELDS[kind]:
        value = composed(block[name])
        if name == "cites":
            cites = [one for part in value.split(";") if (one := part.strip())]
            if cites or kind == BlockKind.RIGHT:
                kept[name] = cites
        else:
            kept[name] = value
    return kept


def _fields(block: Mapping[str, str]) -> list[BlockField]:
    kind = BlockKind(block["kind"])
    return [
        BlockField(
            name, str(_OWN_LABELS.get((kind, name), _LABELS[name])), block[name],
            is_long=name == "answer" or (name == "text" and kind not in {BlockKind.HEADING, BlockKind.CALL}),
        )
        for name in _FIELDS[kind]
    ]  # fmt: skip


class NewSituationForm(forms.Form):
    slug = forms.CharField(
        label=_("Tên trong địa chỉ"),
        max_length=80,
        help_text=_("chữ thường không dấu và gạch nối, ví dụ di-xe-khach"),
    )
    group = forms.ChoiceField(label=_("Nhóm"))

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            (group.slug, group.name) for group in groups(SOURCE_LANGUAGE)
        ]


class FrameForm(forms.Form):
    """Where a situation stands among the others. `seen`: what stood when the form was opened."""

    group = forms.ChoiceField(label=_("Nhóm"))
    topics = forms.MultipleChoiceField(label=_("Chủ đề"), required=False, widget=forms.CheckboxSelectMultiple)
    related = forms.MultipleChoiceField(
        label=_("Liên quan"), required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.JSONField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, page: FramePage) -> None:
        held = page.frame.as_json()
        super().__init__(data, initial=held | {"seen": held})
        offered = {"group": page.groups, "topics": page.topics, "related": page.others}
        for name, choices in offered.items():
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]

    @property
    def given(self) -> Frame:
        data = self.cleaned_data
        return Frame(data["group"], tuple(data["topics"]), tuple(data["related"]))

    @property
    def seen_frame(self) -> Frame | None:
        """None where the form was sent without it, or with something else."""
        seen = self.cleaned_data.get("seen")
        if not isinstance(seen, dict) or seen.keys() != Frame("").as_json().keys():
            return None
        lists = [
            tuple(map(str, seen[name])) for name in ("topics", "related") if isinstance(seen[name], list)
        ]
        return Frame(str(seen["group"]), *lists) if len(lists) == 2 else None


class ReviewForm(forms.Form):
    """Who looked at the newest edition, and when."""

    reviewed_by = forms.CharField(
        label=_("Người hoặc cơ quan duyệt"), max_length=200,
        help_text=_("tên sẽ hiện trên trang công cộng, ví dụ Trung tâm trợ giúp pháp lý nhà nước"),
    )  # fmt: skip
    on = DayField(label=_("Ngày duyệt"))
    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, number: int = 0) -> None:
        super().__init__(data, initial={"on": today(), "number": number})


class WithdrawForm(forms.Form):
    why = forms.CharField(label=_("Vì sao gỡ"), max_length=300)
