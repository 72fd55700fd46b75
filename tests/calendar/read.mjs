// SPDX-License-Identifier: GPL-3.0-or-later
// read.mjs FILE: what ical.js reads in a calendar, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = createRequire(join(process.env.WAYMARK_BROWSER_MODULES, "package.json"));
const loaded = await import(pathToFileURL(modules.resolve("ical.js")));
const ICAL = loaded.default;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    categories: component.getFirstProperty("categories").getValues(),
    day: event.startDate.toString(),
    isDate: event.startDate.isDate,
    days: event.duration.toSeconds() / 86400,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
  };
});
const tasks = calendar.getAllSubcomponents("vtodo").map((component) => ({
  uid: component.getFirstPropertyValue("uid"),
  summary: component.getFirstPropertyValue("summary"),
  percent: component.getFirstPropertyValue("percent-complete"),
  dependsOn: component
    .getAllProperties("related-to")
    .filter((relation) => relation.getParameter("reltype") === "DEPENDS-ON")
    .map((relation) => relation.getFirstValue()),
}));
process.stdout.write(JSON.stringify({ events, tasks, components: calendar.getAllSubcomponents().map((component) => component.name) }));
