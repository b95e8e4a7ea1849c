"""How a scorecard looks on a screen and on A4 paper."""

from __future__ import annotations

__all__ = ["STYLE"]

STYLE = """
.toc-card { font: 15px/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; color: #111; background: #fff;
  max-width: 62rem; margin: 1.5rem auto; padding: 0 1rem; }
.toc-card h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .8rem; }
.toc-card h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; padding-bottom: .2rem;
  border-bottom: 2px solid #1f2933; }
.toc-card .kind { margin: 0; font-weight: bold; letter-spacing: .06em; text-transform: uppercase; color: #444; }
.toc-card .stamp { margin: 0 0 1rem; padding: .5rem .8rem; border: 3px double #111; font-weight: bold; }
.toc-card dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
.toc-card dt { font-weight: bold; }
.toc-card dd { margin: 0; overflow-wrap: anywhere; }
.toc-card .wide { overflow-x: auto; }
.toc-card table { border-collapse: collapse; width: 100%; margin: .4rem 0 .6rem; }
.toc-card caption { text-align: left; font-weight: bold; padding: .3rem 0; }
.toc-card caption.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.toc-card th, .toc-card td { text-align: left; vertical-align: top; padding: .3rem .5rem;
  border: 0; border-bottom: 1px solid #bbb; background: none; color: inherit; font-size: inherit; }
.toc-card thead th { vertical-align: bottom; border-bottom: 2px solid #555; font-size: .9em; }
.toc-card td.number, .toc-card th.number { text-align: right; font-variant-numeric: tabular-nums; }
.toc-card td { overflow-wrap: break-word; }
.toc-card td:last-child:not(.number) { min-width: 7rem; }
.toc-card tbody th { font-weight: normal; width: 32%; }
.toc-card .parted tbody th { font-weight: bold; }
.toc-card .parted tr.part th { font-weight: normal; padding-left: 1.8rem; }
.toc-card td.bar-cell { width: 1px; }
.toc-card svg { display: block; max-width: none; }
.toc-card .tick { stroke: #8a8a8a; stroke-width: 1; fill: none; }
.toc-card .bar { fill: #bbd7f5; stroke: #0072b2; stroke-width: 1.2; }
.toc-card .part .bar { fill: #e6e6e6; stroke: #555; }
.toc-card .dot { fill: #111; }
.toc-card .whisker { stroke: #111; stroke-width: 1.6; fill: none; }
.toc-card ul { margin: .3rem 0; padding-left: 1.3rem; }
@page { size: A4; margin: 14mm 13mm; }
@media print {
  .toc-card { font-size: 9pt; max-width: none; margin: 0; padding: 0; }
  .toc-card .wide { overflow: visible; }
  .toc-card th, .toc-card td { padding: .2rem .3rem; }
  .toc-card svg { width: 34mm; height: auto; }
  .toc-card h2 { break-after: avoid; }
  .toc-card tr, .toc-card li, .toc-card .stamp { break-inside: avoid; }
  .toc-card thead { display: table-header-group; }
}
"""
"""Every colour of words on white is at least 4.5:1 (WCAG 2.2, 1.4.3); every rule begins with `.toc-card`, so
that a card in a notebook changes nothing around it. Bars differ in place and words, never in colour alone."""
