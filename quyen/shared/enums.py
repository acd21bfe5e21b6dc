"""Words for the closed lists of the core, the same on every screen."""

from django.utils.translation import gettext_lazy as _

from quyen.core.text.rhythm import DATED, Rhythm

RHYTHM_WORDS = {
    Rhythm.DAILY: _("hằng ngày"),
    Rhythm.WEEKLY: _("hằng tuần"),
    Rhythm.MONTHLY: _("hằng tháng"),
    Rhythm.QUARTERLY: _("hằng quý"),
    Rhythm.HALF_YEARLY: _("sáu tháng một lần"),
    Rhythm.YEARLY: _("hằng năm"),
    Rhythm.ALWAYS: _("thường xuyên"),
    Rhythm.PERIODIC: _("định kỳ"),
}
RHYTHMS = [(one.value, word) for one, word in RHYTHM_WORDS.items()]  # choices of a field
DATED_RHYTHMS = [(one.value, RHYTHM_WORDS[one]) for one in DATED]
