# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py READER: exports calendars from a new library in the current folder and has them read. See run."""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

import icalendar

HERE = pathlib.Path(__file__).resolve().parent
TODAY = datetime.date.today()


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
    assert done.returncode == 0, f"{' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def waymark(*arguments):
    return run(os.environ["WAYMARK"], "--library", "study.waymark", *arguments)


def exported(path):
    """The calendar of the library, written to path; over the earlier one where there is one."""
    waymark("export", "--as", "ics", "--output", path)
    return pathlib.Path(path).read_bytes()


def read(data):
    calendar = icalendar.Calendar.from_ical(data)
    faults = [fault for component in calendar.walk() for fault in component.errors]
    assert not faults, faults
    return calendar


def by_uid(calendar, kind):
    entries = {str(entry["UID"]): entry for entry in calendar.walk(kind)}
    assert len(entries) == len(calendar.walk(kind)), f"a UID stands twice among the {kind}"
    return entries


def check_bytes(data):
    data.decode("utf-8")
    lines = data.split(b"\r\n")
    assert lines.pop() == b"" and not any(b"\n" in line or b"\r" in line for line in lines), "a line does not end with CRLF"
    longest = max(map(len, lines))
    assert longest <= 75, f"a line has {longest} octets"
    assert any(line.startswith(b" ") for line in lines), "nothing was folded"


def check_events(calendar):
    titles = {skill["title"] for skill in json.loads(waymark("skills", "--json"))}
    events = by_uid(calendar, "VEVENT")
    assert len(events) > 20, len(events)
    for event in events.values():
        day = event.decoded("DTSTART")
        assert type(day) is datetime.date and TODAY - datetime.timedelta(1) <= day < TODAY + datetime.timedelta(84), day
        assert event["TRANSP"] == "TRANSPARENT" and event["STATUS"] in ("CONFIRMED", "CANCELLED")
        assert event.decoded("DTSTAMP").utcoffset() == datetime.timedelta(0)
        title = re.fullmatch(r"(?:Check: )?(.+), (?:\d+ h )?\d+ (?:min|h)", str(event["SUMMARY"]))
        assert title, event["SUMMARY"]
        skill = re.sub(r" \([^()]*(?:\([^()]*\))*[^()]*\)$", "", title.group(1))  # the units of its lesson
        assert {title.group(1), skill} & titles, event["SUMMARY"]


def check_tasks(calendar):
    titles = {skill["title"] for skill in json.loads(waymark("skills", "--json"))}
    tasks = by_uid(calendar, "VTODO")
    relations = 0
    for task in tasks.values():
        assert str(task["SUMMARY"]) in titles, task["SUMMARY"]
        assert 0 <= task["PERCENT-COMPLETE"] <= 100
        assert type(task.decoded("DUE")) is datetime.date if "DUE" in task else task["STATUS"] == "COMPLETED"
        related = task.get("RELATED-TO", [])
        for relation in related if isinstance(related, list) else [related]:
            assert relation.params["RELTYPE"] == "DEPENDS-ON" and str(relation) in tasks, relation
            assert "DUE" not in task or "DUE" not in tasks[relation] or tasks[relation].decoded("DUE") <= task.decoded("DUE")
            relations += 1
    assert len(tasks) > 10 and relations > 10, (len(tasks), relations)


def hostile_texts():
    run(os.environ["WAYMARK_CALENDAR_FILES"], ".")
    return json.loads(pathlib.Path("hostile.json").read_text(encoding="utf-8"))


def step_on():
    """Makes the plan another one: a skill is done, one is begun, and the week has other hours."""
    first = json.loads(waymark("status", "--json"))["next"][0]["skill"]
    waymark("finish", first)
    begun = json.loads(waymark("status", "--json"))["next"][0]["skill"]
    waymark("check", begun, "1")
    waymark("goal", "--hours", "3")
    return json.loads(waymark("show", first, "--json"))["title"], json.loads(waymark("show", begun, "--json"))["title"]


def with_icalendar():
    data = exported("plan.ics")
    before = read(data)
    check_bytes(data)
    check_events(before)
    check_tasks(before)
    done, begun = step_on()
    again = exported("plan.ics")
    check_bytes(again)
    after = read(again)
    check_tasks(after)
    tasks = {str(task["SUMMARY"]): task for task in after.walk("VTODO")}
    assert tasks[done]["STATUS"] == "COMPLETED" and tasks[done]["PERCENT-COMPLETE"] == 100 and "COMPLETED" in tasks[done]
    assert tasks[begun]["STATUS"] == "IN-PROCESS" and 0 < tasks[begun]["PERCENT-COMPLETE"] < 100
    assert by_uid(before, "VTODO").keys() == by_uid(after, "VTODO").keys()
    old, new = by_uid(before, "VEVENT"), by_uid(after, "VEVENT")
    assert old.keys() <= new.keys(), "an event vanished that others may have"
    cancelled = [event for event in new.values() if event["STATUS"] == "CANCELLED"]
    assert cancelled and all(str(event["UID"]) in old for event in cancelled)
    for uid in old:
        assert new[uid]["SEQUENCE"] > old[uid]["SEQUENCE"] and new[uid].decoded("DTSTART") == old[uid].decoded("DTSTART")


    texts = hostile_texts()
    data = pathlib.Path("hostile.ics").read_bytes()
    check_bytes(data)
    hostile = read(data)
    assert {component.name for component in hostile.walk()} == {"VCALENDAR", "VEVENT"}
    events = by_uid(hostile, "VEVENT")
    assert events.keys() == texts.keys()
    for uid, text in texts.items():
        if "\\" not in text:  # icalendar 4 takes an escaped backslash before an n for a line break
            assert str(events[uid]["SUMMARY"]) == text and str(events[uid]["DESCRIPTION"]) == text, text
            assert ",".join(events[uid]["CATEGORIES"].cats) == text, text  # and it splits at escaped commas too


def with_khal():
    pathlib.Path("events").mkdir()
    pathlib.Path("khal.conf").write_text(
        "[calendars]\n[[plan]]\npath = events\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {pathlib.Path('khal.db').resolve()}\n",
        encoding="utf-8")

    waymark("goal", "--milestone", "first-program", "--hours", "14")  # a short way: khal takes a while for each event

    def taken():
        run("khal", "-c", "khal.conf", "import", "--batch", "-a", "plan", "plan.ics")
        start = (TODAY - datetime.timedelta(1)).isoformat()
        return run("khal", "-c", "khal.conf", "list", "--day-format", "", "--format", "{uid} {title}", start, "100d").splitlines()

    def expected(calendar):
        return sorted(f"{uid} {event['SUMMARY']}" for uid, event in by_uid(calendar, "VEVENT").items())

    calendar = read(exported("plan.ics"))
    assert sorted(taken()) == expected(calendar)
    assert sorted(taken()) == expected(calendar), "the second import doubled or lost events"
    step_on()
    calendar = read(exported("plan.ics"))
    assert sorted(taken()) == expected(calendar), "the new export did not update the old one"
    stored = [next(iter(read(file.read_bytes()).walk("VEVENT"))) for file in pathlib.Path("events").iterdir()]
    assert sorted((str(event["UID"]), str(event["STATUS"]), event["SEQUENCE"]) for event in stored) == sorted(
        (uid, str(event["STATUS"]), event["SEQUENCE"]) for uid, event in by_uid(calendar, "VEVENT").items())


def with_todoman():
    folder = pathlib.Path("tasks/plan")
    folder.mkdir(parents=True)
    pathlib.Path("todoman.py").write_text(
        'path = "tasks/*"\ndate_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ncache_path = "cache/todoman.db"\n', encoding="utf-8")

    def taken(calendar):
        """As a vdir has it: a file for each task, under its UID."""
        for uid, task in by_uid(calendar, "VTODO").items():
            single = icalendar.Calendar()
            single.add_component(task)
            (folder / f"{uid}.ics").write_bytes(single.to_ical())
        return json.loads(run("todoman", "--config", "todoman.py", "--porcelain", "list", "--status", "ANY"))

    def midnight(task):
        day = task.decoded("DUE", None)
        return day and int(datetime.datetime.combine(day, datetime.time(), datetime.timezone.utc).timestamp())

    def check(calendar):
        shown = sorted((todo["summary"], todo["percent"], todo["due"] or None, todo["completed"]) for todo in taken(calendar))
        wanted = sorted((str(task["SUMMARY"]), int(task["PERCENT-COMPLETE"]), midnight(task), task["STATUS"] in ("COMPLETED", "CANCELLED"))
                        for task in calendar.walk("VTODO"))
        assert shown == wanted, f"{shown}\n{wanted}"

    calendar = read(exported("plan.ics"))
    check(calendar)
    check(calendar)
    step_on()
    check(read(exported("plan.ics")))


def with_icaljs():
    exported("plan.ics")
    step_on()
    calendar = read(exported("plan.ics"))
    seen = json.loads(run("node", str(HERE / "read.mjs"), "plan.ics"))
    events, tasks = by_uid(calendar, "VEVENT"), by_uid(calendar, "VTODO")
    assert {event["uid"]: [event["summary"], event["day"], event["status"], event["sequence"]] for event in seen["events"]} == {
        uid: [str(event["SUMMARY"]), event.decoded("DTSTART").isoformat(), str(event["STATUS"]), event["SEQUENCE"]]
        for uid, event in events.items()}
    assert len(seen["events"]) == len(events) and all(event["isDate"] and event["days"] == 1 for event in seen["events"])
    assert {task["uid"]: [task["summary"], task["percent"]] for task in seen["tasks"]} == {
        uid: [str(task["SUMMARY"]), task["PERCENT-COMPLETE"]] for uid, task in tasks.items()}
    assert len(seen["tasks"]) == len(tasks) and any(task["dependsOn"] for task in seen["tasks"])
    assert all(uid in tasks for task in seen["tasks"] for uid in task["dependsOn"])
    texts = hostile_texts()
    hostile = json.loads(run("node", str(HERE / "read.mjs"), "hostile.ics"))
    assert {event["uid"]: [event["summary"], event["description"], event["categories"]] for event in hostile["events"]} == {
        uid: [text, text, [text]] for uid, text in texts.items()}
    assert hostile["components"] == ["vevent"] * len(texts)


run(os.environ["WAYMARK"], "new", "study.waymark")
waymark("goal", "--milestone", "first-api", "--hours", "7")
{"icalendar": with_icalendar, "khal": with_khal, "todoman": with_todoman, "icaljs": with_icaljs}[sys.argv[1]]()
print(f"PASS   : the calendar is read by {sys.argv[1]}")
