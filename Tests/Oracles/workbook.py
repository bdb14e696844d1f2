"""Reads a workbook as anybody's program would, and says what each cell is: sheet, cell, type and value, a line each."""

import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
print("book", book.properties.title, book.properties.creator, book.properties.created.isoformat(), sep="\t")
for sheet in book.worksheets:
    print("sheet", sheet.title, sheet.freeze_panes, sheet.dimensions, sep="\t")
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            note = cell.comment.text if cell.comment else ""
            kind = "day" if cell.is_date else type(cell.value).__name__
            value = str(cell.value).replace("\n", " ")
            print("cell", sheet.title, cell.coordinate, kind, cell.number_format, value, note, sep="\t")
