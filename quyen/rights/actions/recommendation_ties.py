"""The machine's proposals: articles that a recommendation cites. A person confirms or refuses; that stays."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from quyen.core.citing import find_citations
from quyen.rights.enums import TieState
from quyen.rights.models import Provision, Recommendation, RecommendationProvision
from quyen.rights.queries.names import known_names

RULE = "citing-1"  # the rule and its version; another version takes back what this one proposed
_RANGE = 20  # articles that "articles 6 to 9" may stand for at most

Key = tuple[str, str]  # code of an instrument, path of an article


def propose_provisions(rows: Iterable[Recommendation]) -> int:
    """Proposes what the words cite and takes back what they no longer cite; returns how many proposals are new. Four
    queries. What a person made, confirmed or refused is left alone."""
    cited = {row.pk: _cited(row) for row in rows}
    provisions = _provisions({key for keys in cited.values() for key in keys})
    wanted = {(pk, provisions[key]) for pk, keys in cited.items() for key in keys if key in provisions}
    ties = RecommendationProvision.objects.filter(recommendation__in=cited)
    held = set(ties.values_list("recommendation", "provision"))
    undecided = ties.filter(
        Q(rule__startswith="citing-"), made_by=None, settled_by=None, state=TieState.PROPOSED
    )
    stale = [tie.pk for tie in undecided if (tie.recommendation_id, tie.provision_id) not in wanted]
    RecommendationProvision.objects.filter(pk__in=stale).delete()
    made = RecommendationProvision.objects.bulk_create(
        RecommendationProvision(recommendation_id=pk, provision_id=provision, rule=RULE)
        for pk, provision in sorted(wanted - held)
    )
    return len(made)


def _cited(row: Recommendation) -> set[Key]:
    found: set[Key] = set()
    for one in find_citations(f"{row.text_en}\n{row.text_vi}", known_names()):
        found.add((one.code, one.article))
        if one.article.isdigit() and one.through.isdigit():
            last = min(int(one.through), int(one.article) + _RANGE)
            found |= {(one.code, str(number)) for number in range(int(one.article), last + 1)}
    return found


def _provisions(keys: set[Key]) -> dict[Key, int]:
    rows = Provision.objects.filter(
        instrument__code__in={code for code, _path in keys}, path__in={path for _code, path in keys}
    )
    return {(code, path): pk for code, path, pk in rows.values_list("instrument__code", "path", "pk")}
