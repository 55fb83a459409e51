"""How the page looks: system fonts, calm colours, light and dark, made for a phone first."""

from pathlib import Path

import gradio as gr

_HERE = Path(__file__).parent


def css() -> str:
    """Give the page's own style."""
    return (_HERE / "style.css").read_text("utf-8")


def css_of_plain_pages() -> str:
    """Give the style of the pages that need no script."""
    return (_HERE / "plain.css").read_text("utf-8")


def script() -> str:
    """Give the page's own script."""
    return (_HERE / "page.js").read_text("utf-8")


def theme() -> gr.themes.Base:
    """Give a theme that loads nothing from anywhere, with text that stands out enough from its ground."""
    fonts = ["system-ui", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"]
    base = gr.themes.Base(
        primary_hue="teal", neutral_hue="slate", font=fonts, font_mono=["ui-monospace", "monospace"]
    )
    return base.set(
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        button_primary_background_fill_hover_dark="*primary_800",
        button_primary_text_color="white",
        body_background_fill="*neutral_50",
        body_background_fill_dark="*neutral_950",
    )
