"""The columns of scores as a data frame, which are always the same."""

from __future__ import annotations

from toc.data.made_tables.column_kinds import ColumnKind, ColumnKinds

__all__ = ["SCORE_COLUMNS"]


def _all(kind: ColumnKind, names: str) -> dict[str, ColumnKind]:
    return dict.fromkeys(names.split(), kind)


SCORE_COLUMNS: ColumnKinds = {
    **_all("text", "level outcomes id label stage"),
    **_all("flag", "measured"),
    **_all("count", "improved no_change worsened n"),
    **_all("number", "share_improved low high"),
    **_all("text", "caution note unit"),
    **_all("count", "people"),
    **_all("number", "low_by_person high_by_person"),
    **_all("count", "one_reading"),
    **_all("number", "low_if_missing high_if_missing"),
    **_all("count", "already_best"),
    **_all("number", "pre_percent post_percent change_points"),
    **_all("count", "site_people site_with_two"),
    **_all("number", "dominance"),
    **_all("text", "test_refused"),
    **_all("number", "sign_p sign_p_holm sign_p_bh wilcoxon_statistic"),
    **_all("text", "wilcoxon_method"),
    **_all("number", "wilcoxon_p wilcoxon_p_holm wilcoxon_p_bh rank_biserial"),
    **_all("number", "share_of_all"),
    **_all("count", "limit_low_95 limit_high_95 limit_low_99_8 limit_high_99_8"),
    **_all("text", "outside_limits one other"),
    **_all("number", "odds_ratio odds_ratio_within"),
    **_all("count", "same"),
    **_all("number", "share_same kappa"),
    **_all("text", "stated stated_by"),
    **_all("number", "observed"),
    **_all("flag", "reached"),
    **_all("text", "hidden source data rule"),
    **_all("count", "rows_left_out coverage_people coverage_with_two"),
    **_all("flag", "synthetic"),
    **_all("text", "change publication"),
}
"""`hidden` names the columns of a row that are missing because they were hidden for publication."""
