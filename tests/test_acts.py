"""Whether a duty text gives its department an approval or an act of enforcement of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.acts import own_act


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("负责公共场所卫生许可证的核发", "approval"),
        ("对临时占用、挖掘道路进行审批", "approval"),
        ("实施劳务派遣行政许可工作", "approval"),
        ("依法查处违法行为", "enforcement"),
        ("指导企业管理，对违法行为实施行政处罚", "enforcement"),
        ("（3）对损坏公用设施的行为实施行政处罚", "enforcement"),
        ("查处不具备安全生产条件的单位", "enforcement"),
        ("协助配合公安等部门查处重大案件", None),
        ("指导乡镇综合执法", None),
        ("组织财政行政审批（许可）制度改革", None),
        ("规划经县政府审批后组织实施", None),
        ("由发改部门核准的项目", None),
        ("负责行政执法人员的培训", None),
        ("对违反财经纪律的行为进行检查处理", None),
        ("事故的调查处理", None),
        ("申报许可材料", None),
        ("监督安全生产许可证的使用", None),
        ("开展健康教育", None),
        ("", None),
    ],
)
def test_own_act(text: str, expected: str | None) -> None:
    assert own_act(text) == expected


@given(st.text(max_size=40))
def test_helping_with_an_act_is_never_an_act_of_ones_own(text: str) -> None:
    clause = text.translate(dict.fromkeys(map(ord, "，,；;。\n（）()0123456789、．."), None))
    assert own_act(f"配合{clause}查处案件") is None
