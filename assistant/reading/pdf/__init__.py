"""PDF → Markdown in the form of our editions.

extract → sheet (words, rules, pictures with places) → scans → furniture (heads, feet, page labels) → order
(columns), rules and tables → lines → blocks → depths → join → edition.
"""
