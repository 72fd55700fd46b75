# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the benchmarks and their floors in turn (A B A B) and compares medians. See docs/performance.md."""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Optional

QUIET_COMMIT = 0.8  # milliseconds for a durable commit of one row; the reference machine takes 0.2 to 0.32
FRAME = 16.7  # milliseconds
SOON = 200.0  # milliseconds in which long work hears a cancel
REPEATS = 3  # a goal counts as missed when two of them miss it
SOURCE = Path(__file__).resolve().parents[2]
ENVIRONMENT = dict(os.environ, QT_QPA_PLATFORM="offscreen", TZ="UTC", LC_ALL="C.UTF-8", QT_LOGGING_RULES="qt.qpa.*=false")

Figures = dict[str, float]
Figure = Callable[[Figures], float]


def of(name: str) -> Figure:
    return lambda figures: figures[name]


@dataclass
class Comparison:
    """One line of the result. Without a goal it only informs."""

    name: str
    ours: Figure
    floor: Figure
    unit: str
    goal: Optional[float]
    can_judge: Callable[[Figures], bool] = lambda figures: True  # False where the figures say nothing about us


@dataclass
class Group:
    """Programs that are run in turn, and what is read off their figures, which are named PROGRAM.FIGURE."""

    name: str
    programs: dict[str, list[str]]
    comparisons: list[Comparison]
    rounds: int = 5
    figures: list[Figures] = field(default_factory=list)  # medians, one of each repeat


class Bench:
    def __init__(self, build: Path, work: Path) -> None:
        self.programs = build / "tests" / "bench"
        self.work = work
        self.environment = dict(ENVIRONMENT, HOME=str(work), XDG_CONFIG_HOME=str(work), XDG_DATA_HOME=str(work), XDG_RUNTIME_DIR=str(work), TMPDIR=str(work))

    def command(self, program: str, *arguments: object) -> list[str]:
        return [str(self.programs / program), *map(str, arguments)]

    def make(self, program: str, *arguments: object) -> None:
        subprocess.run(self.command(program, *arguments), env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def run(self, command: list[str]) -> Figures:
        """The figures that a program prints, and wall and processor time and peak memory of the process."""
        before = time.monotonic()
        with tempfile.TemporaryFile("w+") as errors:
            process = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE, stderr=errors, text=True)
            output = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                errors.seek(0)
                sys.exit(f"{' '.join(command)} ended with {process.returncode}\n{errors.read()}")
        figures = {name: float(value) for name, value in re.findall(r"([\w./]+)=(-?[\d.]+)", output)}
        figures["wall"] = (time.monotonic() - before) * 1000
        figures["cpu"] = (usage.ru_utime + usage.ru_stime) * 1000
        figures["peak"] = usage.ru_maxrss / 1024
        if "paintat" in figures:
            figures["start"] = figures["paintat"] - before * 1000
        return figures

    def repeat(self, group: Group) -> None:
        samples: dict[str, list[float]] = {}
        for _ in range(group.rounds):
            for program, command in group.programs.items():
                for name, value in self.run(command).items():
                    samples.setdefault(f"{program}.{name}", []).append(value)
        group.figures.append({name: statistics.median(values) for name, values in samples.items()})

    def has_dot(self) -> bool:
        probe = subprocess.run(self.command("floor_layout", 10, "dot", "none"), env=self.environment, capture_output=True, text=True)
        return probe.stdout.startswith("dot")


def start_group(bench: Bench) -> Group:
    floor_library = bench.work / "floor-cold.db"
    bench.make("floor_cold", "--make", floor_library)
    programs = {"floor": bench.command("floor_cold", "--db", floor_library, "--widgets")}
    comparisons = []
    for name, words, options in (("usual", "", []), ("own", ", a course that is not the bundled one", ["--own-course"])):
        folder = bench.work / f"start-{name}"
        folder.mkdir()
        bench.make("bench_start", "--make", folder, *options)
        programs[name] = bench.command("bench_start", folder)
        comparisons += [
            Comparison(f"start to the painted map, 500 skills{words}: wall", of(f"{name}.start"), of("floor.start"), "ms", 1.8),
            Comparison(f"start to the painted map, 500 skills{words}: processor", of(f"{name}.paintcpu"), of("floor.paintcpu"), "ms", 1.8),
            Comparison(f"peak memory, 500 skills open{words}", of(f"{name}.peak"), of("floor.peak"), "MB", 2.0),
        ]
    return Group("start", programs, comparisons, rounds=7)


def map_group(bench: Bench) -> Group:
    counts = (200, 500, 2000, 10000)
    programs = {}
    comparisons = []
    for n in counts:
        programs[f"map{n}"] = bench.command("bench_map", n, bench.work, "grid")
        programs[f"g5-{n}"] = bench.command("floor_canvas", "--mode", "grid", "--sprite", 1, "--scroll", 1, "--snap", 1, "--n", n)
        programs[f"g1-{n}"] = bench.command("floor_canvas", "--mode", "grid", "--n", n)
        is_goal = n == counts[-1]
        for words, ours, floor, unit, goal in (
            ("pan at 100 %", "fullpan", f"g5-{n}.z100pan", "ms", 1.5),
            ("zoom in the gesture at 100 %", "fullzoom", f"g5-{n}.z100zoom", "ms", 2.0),
            ("crisp repaint at 100 %", "fullcrisp", f"g1-{n}.z100zoom", "ms", 1.3),
            ("pan of nearly the whole map", "fitpan", f"g5-{n}.fitpan", "ms", 2.0),
            ("zoom in the gesture from the whole map", "fitzoom", f"g1-{n}.fitzoom", "ms", 1.5),
            ("crisp repaint of the whole map", "fitcrisp", f"g1-{n}.fitzoom", "ms", 1.5),
            ("hit test", "hit", f"g5-{n}.hit_us", "us", 5.0),
        ):
            comparisons.append(Comparison(f"{words}, {n} skills", of(f"map{n}.{ours}"), of(floor), unit, goal if is_goal else None))
        # The map as it is laid out is some twenty times as wide open as the floor's grid: to be seen, not to be judged by.
        programs[f"course{n}"] = bench.command("bench_map", n, bench.work, "course")
        for words, ours, floor in (("pan", "fullpan", f"g5-{n}.z100pan"), ("crisp repaint", "fullcrisp", f"g1-{n}.z100zoom")):
            comparisons.append(Comparison(f"{words} at 100 % as laid out, {n} skills", of(f"course{n}.{ours}"), of(floor), "ms", None))
        comparisons.append(Comparison(f"skills in sight at 100 % as laid out to on the grid, {n} skills", of(f"course{n}.insight"),
                                      of(f"map{n}.insight"), "", None))
    comparisons += [
        Comparison("pan at 100 %, 10000 skills: p95 to median", of("map10000.fullpan.p95"), of("map10000.fullpan"), "ms", 3.0),
        Comparison("pan at 100 %, 10000 to 200 skills", of("map10000.fullpan"), of("map200.fullpan"), "ms", 1.3),
        # 1.1 KB, where the floor takes 0.53 KB.
        Comparison("memory per extra skill on the map", lambda f: (f["map10000.heap"] - f["map2000.heap"]) / 8000,
                   of("g5-10000.heapKB/node"), "KB", 2.1),
    ]
    return Group("map", programs, comparisons, rounds=3)


def commit_group(bench: Bench) -> Group:
    programs = {
        "model": bench.command("bench_model", "toggle", bench.work),
        "map": bench.command("bench_map", 500, bench.work, "grid"),
        "floor": bench.command("floor_sqlite", "commit", bench.work),
    }

    def is_quiet(figures: Figures) -> bool:
        """A disk that others keep busy takes so long for any commit that everything of ours would pass."""
        return figures["floor.p50"] <= QUIET_COMMIT

    comparisons = [
        Comparison("toggle to durable: p50", of("model.toggle"), of("floor.p50"), "ms", 3.0, is_quiet),
        Comparison("toggle to durable: p99", of("model.toggle.p99"), of("floor.p99"), "ms", 5.0, is_quiet),
        Comparison("toggle to durable and painted, 500 skills: p50", of("map.toggle"), of("floor.p50"), "ms", 3.0, is_quiet),
        Comparison("toggle to durable and painted, 500 skills: p99", of("map.toggle.p99"), of("floor.p99"), "ms", 5.0, is_quiet),
    ]
    return Group("toggle", programs, comparisons, rounds=7)


def search_group(bench: Bench) -> Group:
    bench.make("bench_model", "make-search", bench.work)
    programs = {
        "model": bench.command("bench_model", "search", bench.work),
        "floor": bench.command("floor_sqlite", "search", bench.work / "search.waymark", bench.work / "expressions", 12),
    }
    comparisons = [
        Comparison("search as you type, 5 MB: p50", of("model.search"), of("floor.p50"), "ms", None),
        Comparison("search as you type, 5 MB: p99", of("model.search.p99"), of("floor.p99"), "ms", 1.5),
    ]
    return Group("search", programs, comparisons, rounds=7)


def import_group(bench: Bench) -> Group:
    bundled = SOURCE / "resources" / "courses" / "backend"
    folders = {"bundled": bundled}
    for name, megabytes in (("0.9 MB", 0.9), ("9 MB", 9)):
        folders[name] = bench.work / f"course-{megabytes}"
        bench.make("bench_model", "make-course", folders[name], megabytes, bundled / "skills")
    programs = {}
    comparisons = []
    for name, folder in folders.items():
        programs[f"model-{name}"] = bench.command("bench_model", "import", folder, bench.work)
        programs[f"floor-{name}"] = bench.command("floor_sqlite", "import", folder, bench.work)
        words = f"import of {'the bundled course' if name == 'bundled' else f'a course of {name}'}"
        comparisons += [
            Comparison(f"{words}, to parse + insert + index", of(f"model-{name}.import"), of(f"floor-{name}.total"), "ms", 3.0),
            Comparison(f"{words}, to parse + insert alone", of(f"model-{name}.import"), of(f"floor-{name}.plain"), "ms", None),
        ]
    comparisons.append(Comparison("import of ten times the course", of("model-9 MB.import"), of("model-0.9 MB.import"), "ms", 11.0))
    return Group("import", programs, comparisons)


def layout_groups(bench: Bench, is_long: bool) -> list[Group]:
    groups = []
    goals = {150: (None, 1.5), 500: (0.15, 1.1), 2000: (0.05, 1.15), 10000: (0.005, 1.0)}
    has_dot = bench.has_dot()
    if not has_dot:
        print("libgvc was not there when the benchmarks were built: layouts are not held against dot", file=sys.stderr)
    for n, (time_goal, crossing_goal) in goals.items():
        programs = {"model": bench.command("bench_model", "layout", n)}
        comparisons = [Comparison(f"layout after adding a skill, {n} skills, to a full layout", of("model.added"), of("model.full"), "ms", 0.2)]
        if has_dot and (n < 10000 or is_long):
            programs["dot"] = bench.command("floor_layout", n, "dot", "none")
            comparisons += [
                Comparison(f"full layout with edges, {n} skills, to dot without splines", of("model.full"), of("dot.ms"), "ms", time_goal),
                Comparison(f"layout in one band, {n} skills, to dot without splines", of("model.free"), of("dot.ms"), "ms", None),
                Comparison(f"crossings as on the map, {n} skills", of("model.crossings"), of("dot.crossings"), "", crossing_goal),
                Comparison(f"crossings in one band, {n} skills", of("model.freecrossings"), of("dot.crossings"), "", None),
            ]
        if has_dot and n <= 500:
            programs["splines"] = bench.command("floor_layout", n, "dot", "spline")
            comparisons.append(
                Comparison(f"full layout with edges, {n} skills, to dot with splines", of("model.full"), of("splines.ms"), "ms", None))
        groups.append(Group(f"layout-{n}", programs, comparisons, rounds=5 if n <= 500 else 3 if n <= 2000 else 1))
    return groups


def forecast_group(bench: Bench) -> Group:
    comparisons = [
        Comparison("forecast of a course of 159 skills, to a fifth of a second", of("ours.forecast"), lambda f: 200.0, "ms", 1.0),
        Comparison("the same, to as many log-normal draws", of("ours.forecast"), of("ours.draws"), "ms", 1.0),
    ]
    return Group("forecast", {"ours": bench.command("bench_learning", "forecast")}, comparisons)


def learning_group(bench: Bench, ts_fsrs: Optional[Path]) -> Group:
    count = 1_000_000
    bench.make("bench_learning", "make", bench.work)
    programs = {
        "schedule": bench.command("bench_learning", "schedule", count),
        "fsrs": bench.command("floor_fsrs", count),
        "replay": bench.command("bench_learning", "replay", bench.work),
        "rows": bench.command("bench_learning", "rows", bench.work),
        "queue": bench.command("bench_learning", "queue", bench.work),
    }
    comparisons = [
        # At least 0.3 times as many as the floor.
        Comparison("a recall scheduled", of("schedule.nanoseconds"), lambda f: 1e9 / f["fsrs.per_s"], "ns", 1 / 0.3),
        Comparison("replay of 20,000 recalls with reading them, to reading them", of("replay.both"), of("replay.read"), "ms", 3.0),
        Comparison("the same, to the rows in C", of("replay.both"), of("rows.rows"), "ms", None),
        Comparison("next of 10,000 cards, to a frame", of("queue.next"), lambda f: FRAME, "ms", 1.0),
        Comparison("the same, to a pass over the records", of("queue.next"), of("queue.pass"), "ms", None),
        Comparison("a grade, durable, to a frame", of("queue.grade"), lambda f: FRAME, "ms", None),
    ]
    if ts_fsrs and shutil.which("node"):
        script = bench.work / "tsfsrs_bench.mjs"
        shutil.copy(SOURCE / "tests" / "bench" / "floor" / script.name, script)
        (bench.work / "node_modules").symlink_to(ts_fsrs.resolve() / "node_modules")
        programs["peer"] = ["node", str(script), "200000"]
        comparisons.append(Comparison("a recall scheduled, to ts-fsrs", of("schedule.nanoseconds"), lambda f: 1e9 / f["peer.per_s"], "ns", 1 / 50))
    else:
        print("ts-fsrs is left out: it needs node and --ts-fsrs with a folder where npm has installed it", file=sys.stderr)
    return Group("learning", programs, comparisons)


def cohort_group(bench: Bench) -> Group:
    course = SOURCE / "resources" / "courses" / "backend"
    few, many = 100, 1000
    programs = {}
    for count in (few, many):
        folder = bench.work / f"cohort-{count}"
        bench.make("bench_cohort", "make", folder, count, course)
        programs[f"read-{count}"] = bench.command("bench_cohort", "read", folder)
    programs["floor"] = bench.command("bench_cohort", "floor", bench.work / f"cohort-{many}")
    comparisons = [
        Comparison("1,000 plans of the bundled course, to two seconds", of(f"read-{many}.read"), lambda figures: 2000.0, "ms", 1.0),
        Comparison("the same, to reading the files and parsing the JSON", of(f"read-{many}.read"), of("floor.read"), "ms", 1.3),
        Comparison("1,000 plans to 100", of(f"read-{many}.read"), of(f"read-{few}.read"), "ms", 11.0),
    ]
    return Group("cohort", programs, comparisons, rounds=3)


def merge_group(bench: Bench) -> Group:
    edits = 50_000
    folder = bench.work / "merge"
    bench.make("bench_merge", "make", folder, edits)
    programs = {}
    comparisons = []
    for name, words in (("here", ""), ("again", ", after an earlier merge"), ("moved", ", where a course has moved ids")):
        programs[name] = bench.command("bench_merge", "merge", folder, name)
        for part, what in (("other", "reading the other copy"), ("here", "reading the library"), ("preview", "working it out")):
            comparisons.append(Comparison(f"merge, {edits:,} edits each{words}: silence while {what}, to a fifth of a second",
                                          of(f"{name}.{part}.silence"), lambda figures: SOON, "ms", 1.0))
        comparisons.append(Comparison(f"merge, {edits:,} edits each{words}: from a cancel to its end", of(f"{name}.cancel"), lambda figures: SOON, "ms", 1.0))
    return Group("merge", programs, comparisons, rounds=1)


def body_of(lesson: Path) -> str:
    return lesson.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def lesson_group(bench: Bench) -> Group:
    lessons = sorted((SOURCE / "resources" / "courses" / "backend" / "skills").glob("*/*.md"), key=lambda path: path.stat().st_size)
    near = min(lessons, key=lambda path: abs(len(body_of(path).split()) - 2800))
    programs = {}
    comparisons = []
    for name, lesson in (("longest", lessons[-1]), ("usual", near)):
        text = bench.work / f"{name}.md"
        text.write_text(body_of(lesson), encoding="utf-8")
        programs[f"view-{name}"] = bench.command("bench_lesson", text)
        programs[f"floor-{name}"] = bench.command("floor_text", text)
        words = f"lesson {lesson.stem}, {len(body_of(lesson).split()):,} words"
        comparisons += [
            Comparison(f"{words}, to its first screen", of(f"view-{name}.first"), of(f"floor-{name}.open"), "ms", 1.5),
            Comparison(f"{words}, to its end", of(f"view-{name}.whole"), of(f"floor-{name}.open"), "ms", 1.5),
        ]
    return Group("lesson", programs, comparisons)


def window_group(bench: Bench) -> Group:
    """How long the window stands still at most, to what a person overlooks."""
    changes, skills = 67_000, 867
    programs = {"window": bench.command("bench_window", changes, skills)}
    comparisons = [Comparison(f"window stands still, {words}", of(f"window.{figure}"), lambda figures: 100.0, "ms", 1.0) for figure, words in (
        ("install", f"a course of {skills} skills is installed"), ("store", f"{changes:,} changes are stored"), ("undo", "taken back"),
        ("redo", "stored again"))]
    return Group("window", programs, comparisons, rounds=3)


def hostile_group(bench: Bench) -> Group:
    """Lessons of 1 MiB that cost as much as the limits allow; of each the figure of the worst kind."""
    comparisons = [
        Comparison("any lesson of 1 MiB to its first screen, to 300 ms", of("view.worst.first"), lambda figures: 300.0, "ms", 1.0),
        Comparison("its longest event, opened, paged through, resized and closed, to 100 ms", of("view.worst.longest"), lambda figures: 100.0, "ms", 1.0),
    ]
    return Group("hostile", {"view": bench.command("bench_hostile")}, comparisons, rounds=2)


def large_group(bench: Bench) -> Group:
    """The largest plans and courses that are read."""
    comparisons = [
        Comparison("any plan of 100,000 objects, opened and painted, to 100 ms", of("large.plans.paint"), lambda figures: 100.0, "ms", 1.0),
        Comparison("its longest event while it is read and searched, to 100 ms", of("large.plans.longest"), lambda figures: 100.0, "ms", 1.0),
        Comparison("map of 5,000 skills and 6,733 edges, laid out and painted, to a second", of("large.course.map.first"), lambda figures: 1000.0, "ms", 1.0),
        Comparison("map of 5,000 skills and 30,000 edges, laid out and painted, to a second", of("large.dense.map.first"), lambda figures: 1000.0, "ms", 1.0),
        Comparison("outline of 5,000 skills, to 100 ms", of("large.dense.outline.first"), lambda figures: 100.0, "ms", 1.0),
        Comparison("the longest event of map and outline, to 100 ms", of("large.dense.longest"), lambda figures: 100.0, "ms", 1.0),
    ]
    return Group("large", {"large": bench.command("bench_large", bench.work)}, comparisons, rounds=2)


def verdicts(group: Group) -> list[dict]:
    results = []
    for comparison in group.comparisons:
        ours = [comparison.ours(figures) for figures in group.figures]
        floor = [comparison.floor(figures) for figures in group.figures]
        ratios = [a / b if b else float("inf") for a, b in zip(ours, floor)]
        judged = [ratio for ratio, figures in zip(ratios, group.figures) if comparison.can_judge(figures)]
        misses = sum(comparison.goal is not None and ratio > comparison.goal for ratio in judged)
        results.append({
            "name": comparison.name,
            "ours": round(statistics.median(ours), 4),
            "floor": round(statistics.median(floor), 4),
            "unit": comparison.unit,
            "ratio": round(statistics.median(ratios), 4),
            "goal": comparison.goal,
            "met": None if comparison.goal is None or len(judged) < 2 else misses < 2,
            "ratios": [round(ratio, 4) for ratio in ratios],
        })
    return results


def is_decided(group: Group) -> bool:
    """Two repeats that agree on every goal need no third."""
    return len(group.figures) >= 2 and all(
        result["goal"] is None or len({ratio > result["goal"] for ratio in result["ratios"]}) == 1 for result in verdicts(group))


def machine(build: Path) -> dict:
    cpu = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "")
    cache = (build / "CMakeCache.txt").read_text()
    kind = re.search(r"^CMAKE_BUILD_TYPE:\w+=(\w*)", cache, re.MULTILINE)
    return {"cpu": cpu, "cores": os.cpu_count(), "kernel": os.uname().release, "build": kind.group(1) if kind else "",
            "load": [round(load, 2) for load in os.getloadavg()]}


def table(results: list[dict]) -> str:
    width = max(len(result["name"]) for result in results)
    lines = [f"{'':{width}}  {'ours':>10} {'floor':>10}       {'ratio':>8} {'goal':>6}"]
    for result in results:
        goal = "" if result["goal"] is None else f"{result['goal']:g}"
        verdict = {None: "" if result["goal"] is None else "not judged: disk too busy", True: "met", False: "MISSED"}[result["met"]]
        lines.append(f"{result['name']:{width}}  {result['ours']:10.3f} {result['floor']:10.3f} {result['unit']:4}  "
                     f"{result['ratio']:8.3f} {goal:>6} {verdict}")
    return "\n".join(lines)


def makers_of(ts_fsrs: Optional[Path]) -> dict[str, Callable[[Bench], Group]]:
    """What makes each group but those of the layout, which are several."""
    return {"start": start_group, "map": map_group, "toggle": commit_group, "search": search_group, "import": import_group, "lesson": lesson_group,
            "window": window_group, "learning": lambda bench: learning_group(bench, ts_fsrs), "forecast": forecast_group, "cohort": cohort_group,
            "merge": merge_group, "hostile": hostile_group, "large": large_group}


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests/bench/run")
    parser.add_argument("build", type=Path)
    parser.add_argument("--long", action="store_true", help="also dot with 10,000 nodes, which takes it about a minute")
    parser.add_argument("--only", default="", help="only groups whose name contains this: layout " + " ".join(makers_of(None)))
    parser.add_argument("--ts-fsrs", type=Path, help="a folder in which `npm install ts-fsrs` was run: compares with it too")
    arguments = parser.parse_args()
    build = arguments.build.resolve()
    # Beside the build, because a temporary folder may lie in memory, where durable commits cost nothing.
    work = Path(tempfile.mkdtemp(prefix="bench-", dir=build))
    try:
        bench = Bench(build, work)
        groups = [maker(bench) for name, maker in makers_of(arguments.ts_fsrs).items() if arguments.only in name]
        groups += [group for group in layout_groups(bench, arguments.long) if arguments.only in group.name]
        before = machine(build)
        for repeat in range(REPEATS):
            for group in groups:
                if not is_decided(group):
                    print(f"repeat {repeat + 1}: {group.name}", file=sys.stderr)
                    bench.repeat(group)
        results = [result for group in groups for result in verdicts(group)]
    finally:
        shutil.rmtree(work, ignore_errors=True)
    print(json.dumps({"machine": before, "loadAfter": [round(load, 2) for load in os.getloadavg()], "results": results}, indent=1))
    print(table(results), file=sys.stderr)
    return 1 if any(result["met"] is False for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
