"""Changes of the library step: permission, lock, change, audit, after-commit."""

from quyen.library.actions.bundles import (
    put_in,
    release_due,
    release_now,
    schedule_bundle,
    start_bundle,
    take_out,
    unschedule_bundle,
)
from quyen.library.actions.drafts import Facts, drop_product, start_product, write_product
from quyen.library.actions.guard import LibraryRefused, NotComplete, ProductChanged, ProductConflict
from quyen.library.actions.placing import describe_file, move_file, place_file, take_file_away
from quyen.library.actions.publishing import publish_product, retire_product, revise_product
from quyen.library.actions.states import (
    Turn,
    approve,
    ask_check,
    hand_in,
    pass_check,
    send_back,
    set_turn,
    take_back,
)
from quyen.library.actions.talking import (
    Remark,
    comment,
    give_opinion,
    make_review_link,
    open_review_link,
    revoke_review_link,
    settle_comment,
)
from quyen.library.actions.translating import accept_machine_words, follow_source, start_translation

__all__ = [
    "Facts", "LibraryRefused", "NotComplete", "ProductChanged", "ProductConflict", "Remark", "Turn",
    "accept_machine_words", "approve", "ask_check", "comment", "describe_file", "drop_product", "follow_source",
    "give_opinion", "hand_in", "make_review_link", "move_file", "open_review_link", "pass_check", "place_file",
    "publish_product", "put_in", "release_due", "release_now", "retire_product", "revise_product", "revoke_review_link",
    "schedule_bundle", "send_back", "set_turn", "settle_comment", "start_bundle", "start_product", "start_translation",
    "take_back", "take_file_away", "take_out", "unschedule_bundle", "write_product",
]  # fmt: skip
