"""The controls that pages are made of: texts, buttons, fields, panels."""
