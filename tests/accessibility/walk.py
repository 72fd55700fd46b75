# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the accessible objects of the running program.

Fails when a focusable object has no name, when a skill of the course is not reachable by name on the map, or when a node of the map
does not say its state.
"""
import os
import re
import sys
import time

import pyatspi

COURSE = os.path.join(os.path.dirname(__file__), "..", "..", "resources", "courses", "backend", "skills")
STATES = ("Locked", "Ready", "Learning", "Practised", "Mastered", "Fading", "Skipped", "Assumed")


def titles():
    found = []
    for folder, _, files in os.walk(COURSE):
        for name in files:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found.append(re.search(r'^title: "?(.*?)"?$', file.read(), re.M).group(1))
    return sorted(found)


def application(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.name == "waymark" and app.childCount > 0:
                return app
        time.sleep(0.2)
    sys.exit("the program did not appear on the accessibility bus")


def walk(node, depth=0):
    if node is None or depth > 40:
        return
    yield node
    for index in range(node.childCount):
        yield from walk(node.getChildAtIndex(index), depth + 1)


def seen_anew(app):
    """Nobody here reads the events that tell of new pages, so what the library remembers of the tree is dropped."""
    app.clear_cache()


def shown(node):
    return node.getState().contains(pyatspi.STATE_SHOWING) or node.getState().contains(pyatspi.STATE_VISIBLE)


def unnamed(app):
    """What can take the focus and has no name; and how many can take it at all, so that an empty walk is no success."""
    found = []
    count = 0
    for node in walk(app):
        state = node.getState()
        focusable = state.contains(pyatspi.STATE_FOCUSABLE) and state.contains(pyatspi.STATE_SHOWING)
        count += focusable
        if focusable and not node.name.strip():
            found.append("%s in %s" % (node.getRoleName(), node.parent.name if node.parent else "?"))
    return found, count


def press(app, name, seconds=20):
    """Tries again for a while: on its first start the program prepares the course before it offers its pages."""
    end = time.monotonic() + seconds
    while not pressed(app, name):
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
        seen_anew(app)
    return True


def pressed(app, name):
    for node in walk(app):
        if node.name == name and shown(node):
            try:
                actions = node.queryAction()
            except NotImplementedError:
                continue
            for index in range(actions.nActions):
                if actions.getName(index) in ("Press", "Toggle", "press", "click"):
                    actions.doAction(index)
                    time.sleep(1.0)
                    return True
    return False


def main():
    app = application(60)
    faults = []
    title = app[0].name
    for page in ("Today", "Map", "Lesson", "Recall"):
        if not press(app, page):
            faults.append("no button named %s that can be pressed" % page)
            continue
        seen_anew(app)
        if app[0].name == title and page != "Today":  # the page of the start
            faults.append("%s: pressing its button leaves the page as it was, %s" % (page, title))
        title = app[0].name
        nameless, count = unnamed(app)
        faults += ["%s: focusable without a name: %s" % (page, what) for what in nameless]
        if count < 5:
            faults.append("%s: only %d objects can take the focus" % (page, count))
        if page == "Map":
            canvas = [node for node in walk(app) if node.name == "Map of skills" and shown(node)]
            if not canvas:
                faults.append("Map: the canvas is not there")
                continue
            end = time.monotonic() + 20
            while canvas[0].childCount == 0 and time.monotonic() < end:
                time.sleep(0.2)
            names = [canvas[0].getChildAtIndex(i).name for i in range(canvas[0].childCount)]
            for title in titles():
                named = [name for name in names if name.startswith(title + ", ")]
                if not named:
                    faults.append("Map: not reachable by name: %s" % title)
                elif not named[0].endswith(STATES):
                    faults.append("Map: says no state: %s" % named[0])
            print("%d nodes on the map have a name and a state" % len(names))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
