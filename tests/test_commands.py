"""The commands as a user meets them: results, exit codes, one-line errors, nothing half-written."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import loaders.onefile as onefile
from boundaries import cli
from data.document import Document

LIST = (
    "云岭市青岗县民政局责任清单\n一、部门职责\n序号\t主要职责\t具体工作事项\t备注\n1\t负责救助\t受理申请\t\n"
    "二、与相关部门的职责边界\n序号\t管理事项\t相关部门\t职责分工\t相关依据\t案例\n"
    "1\t救助管理\t县民政局\t牵头救助管理\t《社会救助暂行办法》\t某户案\n\t\t县财政局\t安排救助资金\t\t\n"
)


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "清单"
    folder.mkdir()
    (folder / "民政局.txt").write_text(LIST, encoding="utf-8")
    return folder


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


def test_extract_writes_the_rows_and_accounts_for_the_lines(lists: Path, tmp_path: Path) -> None:
    output = tmp_path / "out" / "清单.json"
    result = run("extract", lists, "-o", output)
    assert result.exit_code == 0, result.output
    corpus = json.loads(output.read_text(encoding="utf-8"))
    assert [row["department"] for row in corpus["lists"][0]["boundaries"]] == ["县民政局", "县财政局"]
    assert "有字的行（段） 8 = 表格行 3 + 续行 0 + 标题 5 + 正文 0 + 未采用 0" in result.output


def test_audit_leaves_what_the_help_promises(lists: Path, tmp_path: Path) -> None:
    folder = tmp_path / "结果"
    result = run("audit", lists, "-o", folder, "--as-of", "2026-11-22")
    assert result.exit_code == 0, result.output
    assert {path.name for path in folder.iterdir()} == {
        "report.html", "workbook.xlsx", "findings.json", "corpus.json", "diagrams", "graphs"
    }  # fmt: skip
    assert json.loads((folder / "findings.json").read_text(encoding="utf-8"))["audited_as_of"] == "2026-11-22"


def test_auditing_a_corpus_file_gives_the_same_findings(lists: Path, tmp_path: Path) -> None:
    found = {}
    for suffix in ("json", "xlsx"):
        run("extract", lists, "-o", tmp_path / f"c.{suffix}")
    for name, source in {"documents": lists, "json": tmp_path / "c.json", "xlsx": tmp_path / "c.xlsx"}.items():
        result = run("audit", source, "-o", tmp_path / name, "--as-of", "2026-11-22")
        assert result.exit_code == 0, result.output
        found[name] = (tmp_path / name / "findings.json").read_text(encoding="utf-8")
    assert found["documents"] == found["json"] == found["xlsx"]


def test_the_date_comes_from_the_environment_when_not_told(
    lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    run("audit", lists, "-o", tmp_path / "a")
    assert json.loads((tmp_path / "a" / "findings.json").read_text(encoding="utf-8"))["audited_as_of"] == "2020-09-13"


def test_fail_on_tells_a_script_that_there_is_something(lists: Path, tmp_path: Path) -> None:
    assert run("audit", lists, "-o", tmp_path / "a", "--fail-on", "I").exit_code == 1
    assert run("audit", lists, "-o", tmp_path / "a", "--fail-on", "H").exit_code == 0


@pytest.mark.parametrize("kind", ["matrix", "network", "matter", "department"])
@pytest.mark.parametrize("suffix", ["pdf", "png", "svg"])
def test_draw_one_diagram(lists: Path, tmp_path: Path, kind: str, suffix: str) -> None:
    names = {"matter": ["--matter", "救助管理"], "department": ["--department", "县财政局"]}
    output = tmp_path / f"图.{suffix}"
    result = run("draw", lists, "--kind", kind, *names.get(kind, []), "-o", output)
    assert result.exit_code == 0, result.output
    assert output.stat().st_size > 1000


def test_examples_are_written_and_audited(tmp_path: Path) -> None:
    assert run("example", tmp_path / "lists").exit_code == 0
    result = run("audit", tmp_path / "lists", "-o", tmp_path / "audit")
    assert result.exit_code == 0, result.output


def bad_inputs(folder: Path) -> dict[str, tuple[Path, int]]:
    """A bad SOURCE of each kind, and the exit code it must end in."""
    (folder / "空.txt").write_bytes(b"")
    (folder / "乱码.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "通知.txt").write_text("关于召开会议的通知\n各部门：\n定于明日开会。\n", encoding="utf-8")
    (folder / "空文件夹").mkdir()
    (folder / "假.docx").write_bytes(b"PK\x03\x04" + bytes(200))
    names = {"空.txt": 4, "乱码.txt": 4, "通知.txt": 4, "空文件夹": 4, "假.docx": 4, "没有": 2}
    return {name: (folder / name, code) for name, code in names.items()}


@pytest.mark.parametrize("name", ["空.txt", "乱码.txt", "通知.txt", "空文件夹", "假.docx", "没有"])
@pytest.mark.parametrize("command", ["extract", "audit"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_bad_input_ends_in_one_clear_line(tmp_path: Path, name: str, command: str, language: str) -> None:
    source, code = bad_inputs(tmp_path)[name]
    output = tmp_path / "out.json"
    result = run(command, source, "-o", output, "--lang", language)
    assert result.exit_code == code, result.output
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("错误：" if language == "zh" else "Error: ")
    assert "Traceback" not in result.output
    assert not output.exists()


def test_one_bad_document_does_not_stop_the_batch(lists: Path, tmp_path: Path) -> None:
    (lists / "空.txt").write_bytes(b"")
    (lists / "通知.txt").write_text("关于召开会议的通知\n", encoding="utf-8")
    output = tmp_path / "c.json"
    result = run("extract", lists, "-o", output)
    assert result.exit_code == 3
    assert len(json.loads(output.read_text(encoding="utf-8"))["lists"]) == 1
    assert len(result.stderr.splitlines()) == 2


@pytest.mark.parametrize("command", ["extract", "audit"])
def test_an_output_that_cannot_be_written_is_said(lists: Path, tmp_path: Path, command: str) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    result = run(command, lists, "-o", blocked / "below" / "c.json")
    assert result.exit_code == 4
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_said(lists: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert run("audit", lists, "-o", closed / "a").exit_code == 4


@pytest.mark.parametrize(
    "args",
    [
        ["audit"],
        ["nothing"],
        ["audit", "x", "-o", "y", "--no-such"],
        ["rule", "Z9"],
        ["draw", "LISTS", "--kind", "matter", "-o", "m.pdf"],
        ["draw", "LISTS", "--kind", "matter", "--matter", "没有", "-o", "m.pdf"],
        ["draw", "LISTS", "-o", "m.gif"],
        ["extract", "LISTS", "-o", "c.doc"],
        ["audit", "LISTS", "-o", "a", "--as-of", "昨天"],
        ["draw", "LISTS", "--jurisdiction", "别处", "-o", "m.pdf"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_code_2(
    lists: Path, tmp_path: Path, args: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.rglob("*"))
    result = run(*(str(lists) if arg == "LISTS" else arg for arg in args))
    assert result.exit_code == 2, result.output
    assert len(result.stderr.splitlines()) == 1
    assert set(tmp_path.rglob("*")) == before


def test_lists_toml_overrides_what_the_document_says(lists: Path, tmp_path: Path) -> None:
    entry = (
        '[[list]]\nfile = "民政*.txt"\njurisdiction = "云岭市青岗新区"\n'
        'owner = "青岗新区社会事业局"\ndate = "2016-05-01"\n'
    )
    (lists / "lists.toml").write_text(entry, encoding="utf-8")
    run("extract", lists, "-o", tmp_path / "c.json")
    one = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["lists"][0]
    assert (one["jurisdiction"], one["owner"], one["year"]) == ("云岭市青岗新区", "青岗新区社会事业局", 2016)


@pytest.mark.parametrize("text", ["[[list]\n", '[[list]]\nowner = "x"\n', '[[list]]\nfile = "*"\nwho = "x"\n'])
def test_a_wrong_lists_toml_is_named(lists: Path, tmp_path: Path, text: str) -> None:
    (lists / "lists.toml").write_text(text, encoding="utf-8")
    result = run("extract", lists, "-o", tmp_path / "c.json")
    assert result.exit_code == 2
    assert "lists.toml" in result.stderr


def test_debug_shows_the_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["boundaries", "--debug"])
    result = run("extract", tmp_path / "没有", "-o", tmp_path / "c.json", "--debug")
    assert result.exception is not None
    assert not isinstance(result.exception, SystemExit)


def test_a_fault_of_ours_in_one_document_costs_no_other(
    lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lists / "坏.txt").write_text(LIST.replace("救助", "坏"), encoding="utf-8")
    real = onefile.read_lists

    def failing(document: Document, folder: str, raws: object) -> object:
        if document.file == "坏.txt":
            raise ZeroDivisionError("x")
        return real(document, folder, raws)

    monkeypatch.setattr(onefile, "read_lists", failing)
    result = run("extract", lists, "-o", tmp_path / "c.json")
    assert result.exit_code == 3
    assert "坏.txt" in result.stderr
    assert "Traceback" not in result.output


def test_a_fault_of_ours_elsewhere_is_one_line(lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("boundaries.build_graphs", failing)
    result = run("audit", lists, "-o", tmp_path / "a")
    assert result.exit_code == 4
    assert len(result.stderr.splitlines()) == 1


def test_a_list_that_only_says_there_is_nothing_is_no_success(lists: Path, tmp_path: Path) -> None:
    (lists / "档案局.txt").write_text(
        "云岭市青岗县档案局责任清单\n一、部门职责\n无\n二、职责边界\n无\n", encoding="utf-8"
    )
    result = run("extract", lists, "-o", tmp_path / "c.json")
    assert result.exit_code == 3
    assert "没有读到任何职责内容" in result.stderr
    documents = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["documents"]
    assert {one["file"]: one["status"] for one in documents} == {"民政局.txt": "read", "档案局.txt": "no-rows"}


@pytest.mark.parametrize("name", ["有 空格", "引'\"号", "表情😀", "换\n行", "-o", "长" * 60, "\x1b[2J"])
def test_names_of_any_characters_stay_on_one_line(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "清单.docx"
    folder.mkdir()
    (folder / f"{name}.txt").write_text(LIST, encoding="utf-8")
    (folder / f"{name}.pdf").write_bytes(b"%PDF-1.7 cut off")
    result = run("extract", folder, "-o", tmp_path / "c.json")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.output
    corpus = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert corpus["lists"][0]["boundaries"][0]["source"]["file"] == f"{name}.txt"


def test_a_source_that_is_no_file_is_wrong_use(tmp_path: Path) -> None:
    pipe = tmp_path / "清单.txt"
    os.mkfifo(pipe)
    result = run("extract", pipe, "-o", tmp_path / "c.json")
    assert result.exit_code == 2
    assert "不是文件" in result.stderr
