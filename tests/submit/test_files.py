"""Files are refused for what they are, with the rule and the figures, before a byte leaves."""

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atsdesk.ats.draft import Draft, File
from atsdesk.ats.form import FileLaw, FilePlace, FormField, Takes
from atsdesk.ats.kombo.form import law_of
from atsdesk.ats.registry import FORMS
from atsdesk.ats.submitting import Enclosure
from atsdesk.errors import ConfigError, DataError
from atsdesk.submit import archives, signatures
from atsdesk.submit.enclosing import MOST_READ, enclose
from atsdesk.submit.files import check
from tests.submit.papers import EXCEL, JPEG, PDF, PNG, WORD, document, file, packed, zipped

pytestmark = pytest.mark.fault(17, "files of every kind checked")

COMEET, GREENHOUSE, KOMBO, SMART = (
    FORMS[ats].files for ats in ("comeet", "greenhouse", "kombo", "smartrecruiters")
)
ODT = packed(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<x/>"})


def found(*given: Enclosure, law: FileLaw = COMEET) -> list[tuple[str, bool]]:
    return [(problem.rule, problem.firm) for problem in check(given, law)]


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("cv.pdf", "resume", PDF),
        ("CV.PDF", "resume", PDF),
        ("קורות חיים.pdf", "resume", PDF),
        ("cv.docx", "resume", document()),
        ("cv.doc", "resume", WORD),
        ("me.png", "picture", PNG),
        ("me.jfif", "picture", JPEG),
        ("me.jpg", "other", JPEG),
        ("cv.odt", "other", ODT),
        ("cv.rtf", "other", rb"{\rtf1 Noa}"),
        ("table.xls", "other", EXCEL),
        ("notes.txt", "other", "נועה".encode()),
        ("notes.txt", "other", "Noa".encode("utf-16")),
        ("all.zip", "other", packed(**{"cv.docx": document(), "cv.pdf": PDF})),
        ("all.gz", "other", zipped(PDF)),
        ("any.dat", "other", b"\0\1\2"),
    ],
)
def test_good_files_pass(name: str, kind: str, content: bytes):
    assert found(file(content, name, kind)) == []


@pytest.mark.parametrize(
    ("rule", "name", "kind", "content"),
    [
        ("empty", "cv.pdf", "resume", b""),
        ("kind", "letter.pdf", "cover_letter", PDF),
        ("extension", "cv.odt", "resume", ODT),
        ("extension", "me.pdf", "picture", PDF),
        ("extension", "cv.exe", "other", b"MZ"),
        ("name", "cv", "resume", PDF),
        ("name", ".pdf", "resume", PDF),
        ("name", "cv\u202efdp.pdf", "resume", PDF),
        ("name", "cv?.pdf", "resume", PDF),
        ("name", f"{'c' * 252}.pdf", "resume", PDF),
        ("signature", "cv.pdf", "resume", document()),
        ("signature", "cv.docx", "resume", PDF),
        ("signature", "cv.doc", "resume", rb"{\rtf1 Noa}"),
        ("signature", "cv.pdf", "resume", b"<html>Not found</html>"),
        ("signature", "me.png", "picture", JPEG),
        ("signature", "notes.txt", "other", b"MZ\x90\0" + b"\0" * 100),
        ("signature", "any.dat", "other", b"\x7fELF\2\1\1\0"),
        ("readable", "cv.doc", "resume", EXCEL),
        ("readable", "cv.docx", "resume", packed(x=b"y")),
        ("readable", "cv.docx", "resume", document()[:-30]),
        ("readable", "cv.pdf", "resume", PDF[: len(PDF) // 2]),
        ("readable", "me.png", "picture", PNG[:-8]),
        ("readable", "all.gz", "other", zipped(PDF)[:-9]),
        ("locked", "cv.docx", "resume", WORD + "EncryptedPackage".encode("utf-16-le")),
    ],
)
def test_each_rule_refuses_what_breaks_it(rule: str, name: str, kind: str, content: bytes):
    assert (rule, True) in found(file(content, name, kind))
    assert all(problem.words and problem.hint for problem in check([file(content, name, kind)], COMEET))


def test_a_file_that_is_too_large_tells_both_figures():
    at_limit = PDF + b" " * (6_000_000 - len(PDF))
    assert found(file(at_limit)) == []
    (problem,) = check([file(at_limit + b" ")], COMEET)
    assert problem.rule == "size"
    assert problem.words == "cv.pdf has 6,000,001 bytes; 6,000,000 are the limit of one file."


def test_a_wrong_extension_tells_those_that_are_taken():
    (problem,) = check([file(ODT, "cv.odt")], COMEET)
    assert problem.words == "cv.odt is .odt; taken as resume: .pdf, .doc, .docx."


def test_an_account_can_widen_what_is_taken():
    assert found(file(ODT, "cv.odt"), law=COMEET.changed({"resume_extensions": "pdf, odt"})) == []


def test_two_resumes_are_one_too_many_and_the_same_file_twice_is_asked_about():
    other = file(document(), "cv.docx")
    assert found(file(PDF), other) == [("number", True)]
    twice = [file(PDF, "a.pdf", "other"), file(PDF, "b.pdf", "other")]
    assert found(*twice) == [("twice", False)]


def test_what_is_only_supposed_warns():
    large = PDF + b" " * 2_000_001
    assert found(file(large), law=SMART) == [("size", False)]
    assert found(file(large * 3), law=GREENHOUSE) == [("size", False)]
    assert found(file(ODT, "cv.odt"), law=SMART) == [("extension", False)]
    assert found(file(large * 6, "cv.pdf"), law=KOMBO) == [("total", False)]


def restricted(cv: str, total: str = "null") -> FileLaw:
    return law_of(f'{{"total_size_bytes": {total}, "types": {{"CV": {cv}}}}}'.encode())


def test_the_limits_of_a_tool_behind_kombo_hold():
    law = restricted(
        '{"is_supported": true, "min_amount": 1, "max_amount": 1, "max_file_size_bytes": 2000,'
        '"accepted_mime_types": ["application/pdf"]}',
        "3000",
    )
    assert found(law=law) == [("required", True)]
    assert found(file(PDF), law=law) == []
    assert found(file(PDF + b" " * 2000), law=law) == [("size", True)]
    assert found(file(document(), "cv.docx"), law=law) == [("extension", True)]
    assert found(file(PDF), file(b"x" * 3000, "a.txt", "other"), law=law) == [("total", True)]


def test_what_a_tool_does_not_tell_is_not_supposed():
    law = restricted(
        '{"is_supported": null, "min_amount": null, "max_amount": null, "accepted_mime_types": null}'
    )
    assert found(law=law) == []
    assert found(file(document(), "cv.docx"), law=law) == []
    assert found(file(PDF), law=restricted('{"is_supported": false}')) == [("kind", True)]


def test_limits_that_are_not_as_documented_are_told():
    with pytest.raises(DataError):
        law_of(b'{"types": 3}')


ASKED = FormField(
    "answers.q1",
    "Work sample",
    Takes.FILE,
    required=True,
    file=FilePlace("answer", "Work sample", media_types=("application/pdf",), each_bytes=2000),
)


def test_a_file_that_is_an_answer_is_checked_by_its_question():
    def rules(*given: Enclosure) -> list[tuple[str, str]]:
        return [(problem.field, problem.rule) for problem in check(given, KOMBO, [ASKED])]

    answer = file(PDF, "work.pdf", "answer", "q1")
    assert rules() == [("answers.q1", "required")]
    assert rules(answer) == []
    assert rules(file(document(), "work.docx", "answer", "q1")) == [("files[0]", "extension")]
    assert rules(answer, replace(answer, name="b.pdf", content=PDF + b" ")) == [("answers.q1", "number")]
    assert ("files", "not_taken") in rules(answer, file(PDF, "x.pdf", "answer", "q9"))


# --- Archive bombs ------------------------------------------------------------------------------------------


def bomb(name: str = "a.xml", size: int = 60_000_000) -> bytes:
    return packed(**{name: b"\0" * size})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cv.docx", document(b" " * 60_000_000)),
        ("cv.zip", bomb()),
        ("cv.gz", zipped(b"\0" * 60_000_000)),
        ("cv.odt", packed(mimetype=b"x", **{"content.xml": b"<" * 60_000_000})),
        ("cv.zip", packed(**{f"{number}.zip": bomb(size=5_000_000) for number in range(8)})),
        ("cv.zip", packed(**{f"{number}.txt": b"" for number in range(archives.MOST_ENTRIES + 1)})),
        ("cv.zip", packed(a=packed(a=packed(a=packed(a=packed(a=b"x")))))),
        ("cv.gz", zipped(zipped(zipped(zipped(zipped(b"x")))))),
    ],
)
def test_archive_bombs_are_refused(name: str, content: bytes):
    assert len(content) < 2_000_000
    kind = "resume" if name == "cv.docx" else "other"
    (problem,) = check([file(content, name, kind)], COMEET)
    assert problem.rule == "bomb"
    assert f"{len(content):,} bytes" in problem.words


def test_an_archive_that_lies_about_its_size_is_refused():
    honest = bytearray(bomb())
    real = (60_000_000).to_bytes(4, "little")
    lying = bytes(honest).replace(real, (10).to_bytes(4, "little"))
    assert lying != bytes(honest)
    rules = {rule for rule, firm in found(file(lying, "cv.zip", "other")) if firm}
    assert rules & {"bomb", "readable"}


def test_a_document_of_much_text_is_no_bomb():
    assert found(file(document(b"<p>Noa</p>" * 1_000_000), "cv.docx")) == []


def test_an_archive_with_a_password_is_told():
    made = bytearray(packed(x=b"y"))
    made[6] |= 1
    made[made.index(b"PK\1\2") + 8] |= 1
    assert found(file(bytes(made), "cv.zip", "other")) == [("locked", True)]


# --- PDFs ---------------------------------------------------------------------------------------------------


def test_a_protected_pdf_warns():
    protected = PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 6 0 R")
    assert found(file(protected)) == [("locked", False)]


def test_a_pdf_with_something_before_it_is_read_like_others_do():
    assert found(file(b"%some mark\n" + PDF)) == []


def test_a_pdf_whose_table_moved_warns():
    assert found(file(PDF.replace(b"endobj", b"endobj      "))) == [("readable", False)]


def test_a_fast_pdf_that_is_cut_off_is_refused():
    fast = PDF.replace(b"<< /Type /Catalog", b"<< /Linearized 1 /L 99999 >>\n<< /Type /Catalog")
    assert ("readable", True) in found(file(fast))


# --- Reading ------------------------------------------------------------------------------------------------


def named(path: str, name: str = "") -> Draft:
    return Draft(files=(File(path, "resume", name),))


def test_a_file_is_read_once_with_what_it_is(tmp_path: Path):
    (tmp_path / "cv.pdf").write_bytes(PDF)
    (read,) = enclose(named("cv.pdf", "Noa.pdf"), tmp_path)
    assert (read.kind, read.name, read.content, read.media_type) == (
        "resume",
        "Noa.pdf",
        PDF,
        "application/pdf",
    )


@pytest.mark.parametrize("path", ["missing.pdf", ".", "\0", "~nobody-has-this-name/cv.pdf"])
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, path: str):
    with pytest.raises(ConfigError, match="cannot be read"):
        enclose(named(path), tmp_path)


def test_a_file_that_no_ats_takes_is_not_even_read(tmp_path: Path):
    with (tmp_path / "huge.pdf").open("wb") as huge:
        huge.truncate(MOST_READ + 1)
    with pytest.raises(ConfigError, match="200,000,001 bytes"):
        enclose(named("huge.pdf"), tmp_path)


# --- Whatever comes -----------------------------------------------------------------------------------------

NAMES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(sorted(signatures.PROMISES)).map(lambda extension: f"cv{extension}"),
)
WHOLE = st.sampled_from([PDF, PNG, JPEG, WORD, EXCEL, ODT, document(), packed(x=PDF), zipped(PDF), b"text"])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A whole file, cut and with some bytes changed."""
    content = bytearray(draw(WHOLE))
    for _ in range(draw(st.integers(0, 8))):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    return bytes(content[: draw(st.integers(0, len(content)))])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(NAMES, st.sampled_from(["resume", "picture", "other", "answer", "?"]), st.binary() | damaged() | WHOLE)
def test_no_file_is_too_odd_to_be_checked(name: str, kind: str, content: bytes):
    one = file(content, name, kind)
    for law in (COMEET, GREENHOUSE, KOMBO, SMART):
        for problem in check([one], law):
            assert problem.words
            assert "\n" not in problem.words or "\n" in name


@settings(deadline=None)
@given(st.sampled_from(sorted(COMEET.places[0].extensions)), st.binary(min_size=1))
def test_bytes_without_the_right_beginning_never_pass(extension: str, content: bytes):
    if signatures.PROMISES[extension].kept(content):
        return
    assert any(rule == "signature" and firm for rule, firm in found(file(content, f"cv{extension}")))


@given(st.integers(0, 30), st.integers(1, 20))
def test_a_size_is_refused_exactly_above_the_limit(size: int, limit: int):
    law = FileLaw((FilePlace("other", "Other", each_bytes=limit),))
    rules = {rule for rule, _ in found(file(b"x" * size, "a.txt", "other"), law=law)}
    assert ("size" in rules) is (size > limit)


@settings(deadline=None)
@given(st.lists(st.integers(0, 20_000), max_size=6))
def test_what_is_unpacked_is_counted_over_all_entries(sizes: list[int]):
    content = packed(**{f"{number}.txt": b"x" * size for number, size in enumerate(sizes)})
    left = archives.Allowance(50_000)
    if sum(sizes) > 50_000:
        with pytest.raises(archives.BombError):
            archives.unpack(content, left)
    else:
        archives.unpack(content, left)
        assert left.bytes == 50_000 - sum(sizes)


def test_other_ways_of_packing_are_not_undone():
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", b"\0" * 1_000_000)
    assert found(file(made.getvalue(), "cv.zip", "other")) == [("readable", True)]
