"""Lists of jobs from files: what is read of each form, what the headers stand for, and what keeps rows out."""

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from atsdesk.cancel import Cancel
from atsdesk.errors import Cancelled, DataError
from atsdesk.jobs import feeds, headers
from atsdesk.jobs.feeds import Preview
from atsdesk.jobs.raw import What
from atsdesk.store.own_jobs import FIELDS


def looked_at(data: bytes, **mapping: str) -> Preview:
    return feeds.preview(feeds.read(data), mapping)


def jobs(data: bytes) -> list[dict[str, str]]:
    return [dict(job) for job in looked_at(data).jobs]


def told(found: Preview) -> list[tuple[int, What]]:
    return [(row.number, problem.what) for row in found.rows for problem in row.problems]


def workbook(*rows: Sequence[Any]) -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    return book, sheet


def saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


BAKER = {"own_id": "1", "name": "Baker", "code": "R-1", "location": "Köln"}
LINES = "ID{0}Title{0}Req ID{0}City\n1{0}Baker{0}R-1{0}Köln\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_csv_is_read_with_any_separator_and_encoding(separator: str, encoding: str) -> None:
    assert jobs(LINES.format(separator).encode(encoding)) == [BAKER]


def test_hebrew_csv_of_windows_is_read() -> None:
    found = jobs("מזהה,כותרת,מספר דרישה,עיר\n1,אופה,R-1,חיפה\n".encode("cp1255"))
    assert found == [{"own_id": "1", "name": "אופה", "code": "R-1", "location": "חיפה"}]


def test_german_headers_and_the_line_that_tells_excel_the_separator() -> None:
    data = "sep=;\r\nLfd. Nr.;Stellenbezeichnung;Kennziffer;Einsatzort\r\n1;Baker;R-1;Köln\r\n".encode(
        "cp1252"
    )
    assert jobs(data) == [BAKER]


def test_letters_of_an_unknown_encoding_are_refused() -> None:
    with pytest.raises(DataError, match="encoding"):
        feeds.read("должность;город\nПекарь;Москва\n".encode("cp1251"))


def test_cells_may_have_separators_line_ends_and_quotes() -> None:
    data = b'Title,Description,City\r\n"Baker, ""night""","Line 1\r\nLine 2",Haifa\r\n'
    assert jobs(data) == [{"name": 'Baker, "night"', "description": "Line 1\r\nLine 2", "location": "Haifa"}]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (b"", "no jobs"),
        (b"\n\n", "no jobs"),
        (b"Title,City\n", "no jobs"),
        (b'Title,City\n"Baker,Haifa\nCook,Acre\n', "no table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (b"PK\x03\x04 and no more", "no whole Excel"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"<jobs><job>", "no whole XML"),
        (b'{"jobs": [', "no whole JSON"),
        (b"{}", "no jobs"),
    ],
)
def test_what_is_no_list_of_jobs_is_refused(data: bytes, hint: str) -> None:
    with pytest.raises(DataError, match=hint):
        feeds.preview(feeds.read(data)).jobs or pytest.fail("nothing was refused")


def test_headers_are_found_below_titles_and_notes() -> None:
    book, sheet = workbook(["Open jobs, spring"], [], ["Nr.", "Job title", "Reference"], [7, "Baker", "R-7"])
    sheet.merge_cells("A1:C1")
    found = looked_at(saved(book))
    assert (found.header_row, dict(found.rows[0].fields)) == (
        3,
        {"own_id": "7", "name": "Baker", "code": "R-7"},
    )
    assert found.rows[0].number == 4
    assert found.is_whole


def test_without_headers_the_cells_tell() -> None:
    found = looked_at(b"R-1,Baker,https://example.com/1\nR-2,Night cook,https://example.com/2\n")
    assert [problem.what for problem in found.problems] == [What.NO_HEADERS]
    assert found.mapping == {"Column A": "code", "Column B": "name", "Column C": "url"}
    assert len(found.jobs) == 2


def test_headers_of_unknown_words_are_headers_all_the_same() -> None:
    found = looked_at("Työnimike;Tunnus\nLeipuri;1234\nKokki;1235\n".encode())
    assert (found.header_row, found.headers) == (1, ("Työnimike", "Tunnus"))
    assert found.mapping == {"Työnimike": "name", "Tunnus": "code"}


def test_a_person_says_where_the_headers_are() -> None:
    data = b"Baker,1\nTitle,ID\nCook,2\n"
    assert [row.number for row in feeds.preview(feeds.read(data, header_row=0)).rows] == [1, 2, 3]
    assert [dict(job) for job in feeds.preview(feeds.read(data, header_row=2)).jobs] == [
        {"name": "Cook", "own_id": "2"}
    ]


def test_columns_without_a_header_and_headers_that_are_there_twice_are_told() -> None:
    found = looked_at(b"Title,,Title\nBaker,x,Cook\n")
    assert found.headers == ("Title", "Column B", "Title (2)")
    assert [problem.what for problem in found.problems] == [What.UNNAMED, What.HEADER_TWICE]
    assert found.mapping == {"Title": "name"}


def test_a_mapping_can_be_overridden() -> None:
    data = b"Job ID,Title,Working title\n7,Baker,Night baker\n"
    assert [dict(job) for job in looked_at(data).jobs] == [{"own_id": "7", "name": "Baker"}]
    found = looked_at(data, **{"Job ID": "ats_id", "Working title": "name", "Title": ""})
    assert [dict(job) for job in found.jobs] == [{"ats_id": "7", "name": "Night baker"}]


@pytest.mark.parametrize("mapping", [{"Nothing": "name"}, {"Title": "salary"}])
def test_a_mapping_to_what_there_is_not_is_refused(mapping: dict[str, str]) -> None:
    with pytest.raises(DataError, match="cannot be"):
        looked_at(b"Title\nBaker\n", **mapping)


def test_a_list_in_which_nothing_is_a_title_is_not_whole() -> None:
    found = looked_at(b"Req ID\n1\n2\n")
    assert [problem.what for problem in found.problems] == [What.NO_TITLES]
    assert not found.is_whole


def test_merged_cells_tell_every_row_that_they_reach() -> None:
    book, sheet = workbook(
        ["ID", "Title", "Department"], [1, "Baker", "Kitchen"], [2, "Cook"], [3, "Driver", "Van"]
    )
    sheet.merge_cells("C2:C3")
    found = looked_at(saved(book))
    assert [row.fields["department"] for row in found.rows] == ["Kitchen", "Kitchen", "Van"]
    assert told(found) == [(3, What.MERGED)]
    assert found.is_whole


def test_a_formula_without_its_result_keeps_the_row_out() -> None:
    book, _ = workbook(["ID", "Title", "Notes"], [1, '="Ba"&"ker"', "=1+1"], [2, "Cook", "=1+1"])
    found = looked_at(saved(book))
    assert told(found) == [(2, What.FORMULA), (2, What.NO_TITLE)]
    assert '"Title" is a formula' in str(found.rows[0].problems[0])
    assert [job["name"] for job in found.jobs] == ["Cook"], (
        "a formula in a column that nobody wants harms nobody"
    )


def test_a_formula_with_its_result_is_its_result() -> None:
    book, _ = workbook(["ID", "Title"], [1, '="Ba"&"ker"'])
    data = _with_result(saved(book), "Baker")
    assert [dict(job) for job in looked_at(data).jobs] == [{"own_id": "1", "name": "Baker"}]


def _with_result(data: bytes, result: str) -> bytes:
    """The workbook as Excel saves it: with what its formula came to."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    sheet = parts[name].decode()
    assert "<v></v>" in sheet or "<v />" in sheet or "<v/>" in sheet
    for empty in ("<v></v>", "<v />", "<v/>"):
        sheet = sheet.replace(empty, f"<v>{result}</v>")
    parts[name] = sheet.replace('<c r="B2">', '<c r="B2" t="str">').encode()
    repacked = io.BytesIO()
    with zipfile.ZipFile(repacked, "w") as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    return repacked.getvalue()


def test_links_of_cells_are_the_jobs_addresses() -> None:
    book, sheet = workbook(
        ["ID", "Title", "Link"],
        [1, "Baker", "Open"],
        [2, "Cook", '=HYPERLINK("https://example.com/2","Open")'],
        [3, "Driver", "ask Dana"],
        [4, "Waiter"],
    )
    sheet["C2"].hyperlink = "https://example.com/1"
    sheet["B5"].hyperlink = "https://example.com/4"
    found = looked_at(saved(book))
    assert [row.fields["url"] for row in found.rows] == [
        "https://example.com/1",
        "https://example.com/2",
        "",
        "https://example.com/4",
    ]
    assert told(found) == [(4, What.NO_ADDRESS)]


def test_numbers_are_what_a_person_sees() -> None:
    book, sheet = workbook(["ID", "Title", "Req ID"], [1.0, "Baker", 42], [2, "Cook", 12345678901234])
    sheet["C2"].number_format = "00000"
    assert [(job["own_id"], job["code"]) for job in jobs(saved(book))] == [
        ("1", "00042"),
        ("2", "12345678901234"),
    ]


def test_an_error_of_the_spreadsheet_keeps_the_row_out() -> None:
    book, _ = workbook(["ID", "Title"], [1, "#REF!"], [2, "#1 Baker"])
    found = looked_at(saved(book))
    assert told(found) == [(2, What.ERROR)]
    assert [job["name"] for job in found.jobs] == ["#1 Baker"]


def test_the_sheet_with_the_most_rows_is_taken_unless_one_is_named() -> None:
    book, _ = workbook(["Notes"])
    second = book.create_sheet("Jobs")
    hidden = book.create_sheet("Old")
    for sheet, titles in ((second, ("Title", "Baker")), (hidden, ("Title", "A", "B", "C"))):
        for title in titles:
            sheet.append([title])
    hidden.sheet_state = "hidden"
    data = saved(book)
    found = looked_at(data)
    assert (found.sheet, found.sheets, [job["name"] for job in found.jobs]) == (
        "Jobs",
        ("Sheet", "Jobs"),
        ["Baker"],
    )
    assert [problem.what for problem in found.problems] == [What.OTHER_SHEETS]
    with pytest.raises(DataError, match='no sheet "Other"'):
        feeds.read(data, sheet="Other")


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    data = bytearray(saved(workbook(["Title"], ["Baker"])[0]))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1_000_000_000).to_bytes(4, "little")  # its length when unpacked
    with pytest.raises(DataError, match="too large"):
        feeds.read(bytes(data))


def test_a_zip_that_only_looks_like_a_workbook_is_refused() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(DataError, match="no whole Excel"):
        feeds.read(data.getvalue())


@pytest.mark.parametrize("place", [6, 8, 10], ids=["version", "encrypted", "packed in an unknown way"])
def test_a_workbook_whose_zip_says_what_cannot_be_is_refused(place: int) -> None:
    data = bytearray(_BOOK)
    entry = data.rindex(b"xl/workbook.xml") - 46
    data[entry + place] = 99
    with pytest.raises(DataError, match="no whole Excel"):
        feeds.read(bytes(data))


def test_looking_over_stops_when_a_person_wants_it() -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        feeds.preview(feeds.read(b"Title\nBaker\n"), cancel=cancel)


def test_ids_that_collide_keep_all_their_rows_out() -> None:
    found = looked_at(b"ID,Title,Req ID\n1,Baker,R-1\n2,Cook,r-1\n1,Driver,R-2\n")
    assert told(found) == [(2, What.SAME_ID), (2, What.SAME_CODE), (3, What.SAME_CODE), (4, What.SAME_ID)]
    assert [job["name"] for job in found.jobs] == ["Cook"]
    assert str(found.rows[0].problems[0]) == "Row 2: the id 1 is in row 4, too."


def test_a_job_without_an_id_that_is_there_twice_comes_once() -> None:
    found = looked_at(b"Title,City\nBaker,Haifa\nBaker,Acre\nBaker,Haifa\n")
    assert told(found) == [(4, What.SAME_JOB)]
    assert looked_at(b"Title,Code\nBaker,A\nCook,a\n").rows[1].problems[0].what is What.SAME_JOB


def test_rows_of_another_length_are_told() -> None:
    found = looked_at(b"Title,City\nBaker,Haifa\nCook,Acre,extra\nDriver\n\n")
    assert told(found) == [(3, What.TOO_MANY), (4, What.TOO_FEW)]
    assert [job["name"] for job in found.jobs] == ["Baker", "Driver"]


@pytest.mark.parametrize("title", ["MÃ¼ller", "Caf\ufffd", "Ã¤pfel", "×\x90×\x95×¤×\x94"])
def test_letters_that_were_spoiled_before_keep_the_row_out(title: str) -> None:
    assert told(looked_at(f"Title\n{title}\nBaker\n".encode())) == [(2, What.GARBLED)]


@pytest.mark.parametrize("title", ["Müller", "São Paulo Lead", "AÇÃO", "× 2 Bakers", "אופה"])
def test_letters_that_are_right_are_no_problem(title: str) -> None:
    assert looked_at(f"Title\n{title}\nBaker\n".encode()).is_whole


def test_html_in_titles_becomes_text() -> None:
    assert jobs(b"Title,Dept\n<b>R&amp;D</b> Lead&nbsp;,R&amp;D\n") == [
        {"name": "R&D Lead", "department": "R&D"}
    ]


XML = """<?xml version="1.0" encoding="utf-8"?>
<source xmlns:x="https://example.com/x"><publisher>Acme</publisher><url>https://example.com</url>
  <job id="7"><title><![CDATA[R&D Lead]]></title><x:referencenumber>R-7</x:referencenumber>
    <location><city>Köln</city><country>DE</country></location><url>https://example.com/7</url></job>
  <job id="8"><title>Baker</title><x:referencenumber>R-8</x:referencenumber><!-- none --></job>
</source>"""


def test_an_xml_feed_is_read() -> None:
    assert jobs(XML.encode()) == [
        {
            "own_id": "7",
            "name": "R&D Lead",
            "code": "R-7",
            "location": "Köln, DE",
            "url": "https://example.com/7",
        },
        {"own_id": "8", "name": "Baker", "code": "R-8", "location": "", "url": ""},
    ]


@pytest.mark.parametrize(
    "data",
    [
        XML.encode("cp1252"),
        XML.replace("<![CDATA[R&D Lead]]>", "R&D Lead").encode(),
        XML.replace("Köln", "K&ouml;ln").encode(),
        XML.replace("Baker", "Ba\x01ker").encode(),
    ],
)
def test_xml_that_is_nearly_well_formed_is_mended_and_told(data: bytes) -> None:
    found = looked_at(data)
    assert [problem.what for problem in found.problems] == [What.MENDED]
    assert dict(found.jobs[0])["location"] == "Köln, DE"
    assert [job["name"] for job in found.jobs] == ["R&D Lead", "Baker"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY b "ha"><!ENTITY a "&b;&b;&b;&b;">',
        '<!ENTITY % p SYSTEM "https://example.com/x.dtd"> %p;',
    ],
)
def test_xml_with_entities_of_its_own_is_refused(declared: str) -> None:
    data = (
        f"<!DOCTYPE jobs [{declared}]><jobs><job><title>&a;</title></job><job><title>b</title></job></jobs>"
    )
    with pytest.raises(DataError, match="entities"):
        feeds.read(data.encode())


def test_one_job_is_found_beside_what_repeats_within_it() -> None:
    places = "".join(f"<place><city>{city}</city></place>" for city in "AB")
    data = f"<jobs><job><title>Baker</title><id>1</id><places>{places}</places></job></jobs>".encode()
    assert jobs(data)[0]["name"] == "Baker"


@pytest.mark.parametrize(
    "tree",
    [
        [{"id": 1, "title": "Baker", "location": {"city": "Köln", "country": "DE"}}],
        {
            "meta": {"count": 1},
            "data": {"jobs": [{"id": 1.0, "title": "Baker", "location": {"city": "Köln", "country": "DE"}}]},
        },
        {
            "1": {"id": "1", "title": "Baker", "location": {"city": "Köln", "country": "DE"}},
            "2": {"title": None},
        },
    ],
)
def test_a_json_feed_is_read(tree: Any) -> None:
    job = jobs(json.dumps(tree).encode())[0]
    assert {name: job[name] for name in ("own_id", "name", "location")} == {
        "own_id": "1",
        "name": "Baker",
        "location": "Köln, DE",
    }


def test_json_lines_are_read() -> None:
    assert [job["name"] for job in jobs(b'{"jobTitle": "Baker"}\n\n{"jobTitle": "Cook"}\n')] == [
        "Baker",
        "Cook",
    ]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Job Title*", "name"),
        ("jobTitle", "name"),
        ("job_title", "name"),
        ("שם המשרה", "name"),
        ("Stellenbezeichnung", "name"),
        ("Requisition ID (optional)", "code"),
        ("KENNZIFFER", "code"),
        ("Greenhouse Job ID", "ats_id"),
        ("Apply URL", "url"),
        ("קישור למשרה", "url"),
        ("Arbeitsort:", "location"),
        ("מחלקה", "department"),
        ("Salary", ""),
        ("", ""),
    ],
)
def test_headers_are_known_in_three_languages(header: str, field: str) -> None:
    assert headers.field_of(header) == field


def test_a_header_with_a_slip_is_proposed() -> None:
    assert headers.propose(["Job tilte", "Departmant", "job.requisition.code"]) == {
        "Job tilte": "name",
        "Departmant": "department",
        "job.requisition.code": "code",
    }


_cell = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), max_size=12)
_TITLES = st.sampled_from(["Baker", "Night cook", "אופה", "Äpfel; Birnen", 'The "boss", acting', "a|b"])


@settings(max_examples=60)
@given(st.lists(st.tuples(_TITLES, _cell), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_csv_comes_back_as_it_was_written(rows: list[tuple[str, str]], separator: str) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    lines = [
        ("Title", "Note to self", "ID"),
        *((title, cell, f"J{n}") for n, (title, cell) in enumerate(rows)),
    ]
    data = "\r\n".join(separator.join(map(quoted, line)) for line in lines).encode()
    raw = feeds.read(data)
    assert [(row.values["Title"], row.values["Note to self"]) for row in raw.rows] == [
        (title, cell.strip()) for title, cell in rows
    ]


@settings(max_examples=60)
@given(st.lists(_cell, min_size=1, max_size=6))
def test_xml_and_json_come_back_as_they_were_written(cells: list[str]) -> None:
    texts = [" ".join(cell.split()) for cell in cells]
    xml = "".join(
        f"<job><title>Job {n}</title><code>{escape(text)}</code></job>" for n, text in enumerate(texts)
    )
    assert [row.values["code"] for row in feeds.read(f"<jobs>{xml}</jobs>".encode()).rows] == texts
    tree = [{"title": f"Job {n}", "code": text} for n, text in enumerate(texts)]
    assert [row.values["code"] for row in feeds.read(json.dumps(tree).encode()).rows] == texts


_BOOK = saved(workbook(["ID", "Title"], [1, "Baker"], [2, "=1+1"])[0])


@settings(max_examples=150)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(str.encode),
        st.text("<>/&;job title=\"'![]", max_size=60).map(lambda text: f"<jobs>{text}</jobs>".encode()),
        st.text('{}[]",:titleid1', max_size=60).map(lambda text: f"[{{{text}".encode()),
        st.tuples(st.integers(0, len(_BOOK) - 1), st.binary(min_size=1, max_size=4)).map(
            lambda change: _BOOK[: change[0]] + change[1] + _BOOK[change[0] + len(change[1]) :]
        ),
    )
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        raw = feeds.read(data)
    except DataError:
        return
    found = feeds.preview(raw)
    assert len(found.rows) == len(raw.rows)
    assert all(set(row.fields) <= set(FIELDS) for row in found.rows)
