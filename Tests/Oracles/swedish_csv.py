"""Reads a CSV file by the conventions of a spreadsheet in Swedish alone, as one that asks nothing would: UTF-8 by its byte
order mark, semicolon between cells, decimal comma. Says what each cell is: row, column, type and value, a line each."""

import csv
import re
import sys

content = open(sys.argv[1], "rb").read()
if not content.startswith(b"\xef\xbb\xbf"):
    sys.exit("no byte order mark: letters beyond ASCII would be taken for Windows-1252")
rows = list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
if any(len(row) != len(rows[0]) for row in rows):
    sys.exit("rows of different lengths")
for number, row in enumerate(rows, 1):
    for place, cell in enumerate(row, 1):
        is_number = re.fullmatch(r"-?\d+(,\d+)?", cell) is not None
        is_formula = cell[:1] in ("=", "+", "@") or (cell[:1] == "-" and not is_number)
        kind = "formula" if is_formula else "number" if is_number else "text" if cell else "empty"
        print(number, place, kind, cell, sep="\t")
