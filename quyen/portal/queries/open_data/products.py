"""Products that are published, each language a row."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from quyen.core.sharing import Column, Said
from quyen.library.models import Product
from quyen.library.queries import PublicProduct, public_products
from quyen.portal.queries.addresses import product_path
from quyen.portal.queries.open_data.table import CC_BY, Keyed, Table, number_of
from quyen.portal.queries.things import LICENCES, identifier_of

COLUMNS = (
    Column("id", "Số của sản phẩm", "integer"),
    Column("identifier", "Mã dùng chung", about="như trong OAI-PMH"),
    Column("title", "Tên"),
    Column("summary", "Tóm tắt"),
    Column("kind", "Loại"),
    Column("language", "Ngôn ngữ", about="BCP 47"),
    Column("translation_of", "Dịch từ sản phẩm số", "integer"),
    Column("media", "Phương tiện", "list"),
    Column("audiences", "Đối tượng", "list"),
    Column("topics", "Chủ đề", "list"),
    Column("articles", "Điều mà sản phẩm giải thích", "list", "mã văn kiện và điều: ICCPR 19"),
    Column("unit", "Đơn vị phát hành"),
    Column("other_units", "Đơn vị cùng làm", "list"),
    Column("credits", "Người và đơn vị thực hiện", "list", "việc: tên"),
    Column("licence", "Giấy phép của sản phẩm"),
    Column("edition", "Bản thứ", "integer"),
    Column("published_on", "Phát hành lần đầu", "date"),
    Column("republished_on", "Phát hành gần nhất", "date"),
    Column("files", "Số tệp", "integer"),
    Column("address", "Trang công khai"),
)


def _rows(after: str, most: int) -> Sequence[Keyed]:
    found = Product.objects.published().filter(pk__gt=number_of(after)).order_by("pk")
    pks = list(found.values_list("pk", flat=True)[:most])
    return [Keyed(str(one.pk), _row(one)) for one in public_products(pks)]


def _row(one: PublicProduct) -> tuple[object, ...]:
    return (
        one.pk, identifier_of(one.pk), one.title, one.summary, one.kind.value, one.language.value,
        one.work if one.work != one.pk else None, tuple(each.value for each in one.media),
        tuple(each.value for each in one.audiences), tuple(slug for slug, *_names in one.topics),
        tuple(f"{code} {path}" for code, path in one.articles), one.unit, one.other_units,
        tuple(f"{role}: {name}" if role else name for role, name in one.credits),
        LICENCES.get(one.licence, one.licence.value), one.edition, one.published_on, one.republished_on,
        len(one.files), settings.ADDRESS + product_path(one.pk, one.title),
    )  # fmt: skip


TABLE = Table(
    "san-pham",
    (Said("Sản phẩm truyền thông đã phát hành", "vi"), Said("Published communication products", "en")),
    (
        Said("Mỗi dòng một sản phẩm trong một ngôn ngữ, với người thực hiện, giấy phép và điều luật mà nó giải thích.", "vi"),
        Said("One row a product and language, with credits, licence and the articles that it explains.", "en"),
    ),
    COLUMNS, "Thư viện của chương trình; giấy phép ở mỗi dòng là của sản phẩm, giấy phép này là của bảng.", CC_BY, _rows,
    ("sản phẩm truyền thông", "thư viện", "quyền con người"),
)  # fmt: skip
