"""The results: a table for people, JSON for programs."""

from benchmarks.figures import processor_ratio
from benchmarks.figures import ratio
from dataclasses import asdict
import datetime
import json
import os
import platform


HEAD = f"{'page':24}{'requests/s':>11}{'p50 ms':>9}{'p95 ms':>9}{'cpu ms':>9}{'bytes':>9}{'ratio':>7}{'cpu ratio':>11}"


def table(results):
    """Return the table.

    Parameters:
        results: ``{Comparison: {page name: Figures}}``.
    """
    lines = [HEAD]
    for comparison, pages in results.items():
        ours = pages["ours"]
        lines.append(line(comparison.name, ours, f"  aim: {comparison.aim} times {next(iter(comparison.plain))}"))
        lines += [line(f"  {name}", pages[name], ratios(ours, pages[name])) for name in comparison.plain]
    return "\n".join(lines)


def ratios(ours, plain):
    """Return both ratios as the last columns of a line."""
    return f"{ratio(ours, plain):>7.1f}{processor_ratio(ours, plain):>11.1f}"


def line(name, found, remark):
    """Return one line of the table."""
    return (
        f"{name:24}{found.rate:>11.1f}{found.p50:>9.1f}{found.p95:>9.1f}{found.processor:>9.1f}{found.size:>9}{remark}"
    )


def data(results):
    """Return the results with the machine they come from, ready for JSON."""
    return {
        "time": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "machine": {"cores": os.cpu_count(), "system": platform.platform(), "python": platform.python_version()},
        "load": os.getloadavg(),
        "comparisons": {
            comparison.name: {
                "aim": comparison.aim,
                "pages": {name: asdict(found) for name, found in pages.items()},
                "ratios": {name: ratio(pages["ours"], pages[name]) for name in comparison.plain},
                "processor_ratios": {name: processor_ratio(pages["ours"], pages[name]) for name in comparison.plain},
            }
            for comparison, pages in results.items()
        },
    }


def write(results, folder, name="results.json"):
    """Write the results into a file of a folder and return the path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(data(results), indent=2) + "\n", encoding="utf-8")
    return path
