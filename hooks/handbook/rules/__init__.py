"""One rule, one module: `RULE` says what it finds and why, `check` yields the findings.

Codes: HB0 files, HB1 front matter, HB2 links and references, HB3 placeholders, HB4 translations, HB5 text, HB6 kinds,
HB7 terms, HB8 wording of scripts, HB9 excuses, parsers and safety.
"""
