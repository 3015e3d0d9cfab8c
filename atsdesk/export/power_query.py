"""Power Query (M) for an export: text that, pasted into Power BI or Excel, reads a table with its right types.

Kept beside the export, and copied from the window. What M is like: Power Query M language specification, lexical
structure (a quotation mark is doubled, `#(` begins an escape).
"""

from collections.abc import Sequence
from pathlib import Path

from atsdesk.errors import ConfigError
from atsdesk.export.cell import As
from atsdesk.export.csv_month import is_by_month
from atsdesk.export.place import replacing
from atsdesk.export.shape import Sheet

_TYPES = {
    As.TEXT: "type text",
    As.WHOLE: "Int64.Type",
    As.DECIMAL: "type number",
    As.BOOL: "type logical",
    As.TIME: "type datetime",
    As.DAY: "type date",
    As.LOCAL_DAY: "type date",
}
_TYPES_IN_CSV = {**_TYPES, As.TIME: "type datetimezone"}  # its moments end in Z
_AS_CSV = '[Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]'


def of_workbook(sheet: Sheet, workbook: Path) -> str:
    """Reads the sheet's Table from the workbook."""
    return _let(
        f"Source = Excel.Workbook(File.Contents({quoted(str(workbook))}), null, true)",
        f'Data = Source{{[Item = {quoted(sheet.name)}, Kind = "Table"]}}[Data]',
        f"Typed = {_typed('Data', sheet, _TYPES)}",
    )


def of_csv_folder(sheet: Sheet, folder: Path) -> str:
    """Reads the table's file, or all of its months."""
    read: tuple[str, ...]
    if is_by_month(sheet):
        read = (
            f"Files = Folder.Files({quoted(str(folder / sheet.name))})",
            "Read = (file) => Table.PromoteHeaders(Csv.Document(file, " + _AS_CSV + "))",
            "Data = Table.Combine(List.Transform(Files[Content], Read))",
        )
    else:
        place = quoted(str(folder / f"{sheet.name}.csv"))
        read = (
            f"Source = Csv.Document(File.Contents({place}), {_AS_CSV})",
            "Data = Table.PromoteHeaders(Source)",
        )
    blank = 'Blank = Table.ReplaceValue(Data, "", null, Replacer.ReplaceValue, Table.ColumnNames(Data))'
    return _let(*read, blank, f"Typed = {_typed('Blank', sheet, _TYPES_IN_CSV)}")


def of_parquet_folder(sheet: Sheet, folder: Path) -> str:
    """Reads the table's file, which knows its types itself."""
    place = quoted(str(folder / f"{sheet.name}.parquet"))
    return f"let\n    Source = Parquet.Document(File.Contents({place}))\nin\n    Source\n"


def quoted(text: str) -> str:
    """A text literal."""
    inside = text.replace("#(", "#(#)(").replace('"', '""')
    return f'"{inside}"'


def keep(target: Path, queries: Sequence[tuple[str, str]]) -> str:
    """Write all queries, given by table, beside the export; what stood in the way, or ""."""
    text = "\n".join(f"// {name}\n{query}" for name, query in queries)
    try:
        with replacing(beside(target)) as file:
            file.write(text.encode())
    except ConfigError as error:
        return f"The text for Power Query could not be written: {error.title}"
    return ""


def beside(target: Path) -> Path:
    """The file for the queries of an export."""
    return target.with_name(f"{target.stem} - Power Query.txt")


def _typed(step: str, sheet: Sheet, types: dict[As, str]) -> str:
    pairs = ", ".join(f"{{{quoted(column.name)}, {types[column.cell]}}}" for column in sheet.columns)
    return f'Table.TransformColumnTypes({step}, {{{pairs}}}, "en-US")'


def _let(*steps: str) -> str:
    return "let\n    " + ",\n    ".join(steps) + "\nin\n    Typed\n"
