"""How an assessment leaves the program and returns: paper, workbooks, data files."""
